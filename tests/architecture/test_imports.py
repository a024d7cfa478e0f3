"""Imports point down only, and the pure ring stays pure in a fresh interpreter."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PURE = ("game/timing", "game/sim", "game/replay")
FOREIGN = ("pygame", "pytmx", "numpy", "sqlite3", "platformdirs")


def pure_modules() -> list[str]:
    """Return every module of the pure ring, the rules of all exercises among them."""
    files = [file for folder in PURE for file in (ROOT / folder).glob("*.py")]
    files += (ROOT / "game" / "minigames").glob("*/rules.py")
    files.append(ROOT / "game" / "minigames" / "manifest.py")
    return sorted(".".join(file.relative_to(ROOT).with_suffix("").parts) for file in files)


def python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_pure_ring_loads_nothing_of_the_edge() -> None:
    code = f"import sys, {', '.join(pure_modules())}; print([m for m in {FOREIGN!r} if m in sys.modules])"
    done = python(code)
    assert done.stdout.strip() == "[]", done.stderr


def test_nothing_works_at_import() -> None:
    done = python("import game.app.application, pygame; print(pygame.display.get_init(), pygame.mixer.get_init())")
    assert done.stdout.split()[-2:] == ["False", "None"], done.stderr


def test_the_import_contracts_hold() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    if not linter.exists():
        pytest.skip("import-linter is not installed beside this Python")
    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2_000:]
