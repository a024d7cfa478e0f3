"""`exercise new` in a copy of the checkout: what it writes is played, checked, drawn and tested at once."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from game.commands.exercise import ROOT, free_key, listed
from game.minigames.manifest import MINIGAMES
from game.storage.settings import KeyBindings

COPIED = ("game", "tests", "levels", "main.py", "pyproject.toml")


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the checkout in which the exercise `rope` was begun; assets are linked, not copied."""
    root = tmp_path_factory.mktemp("checkout")
    for name in COPIED:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, root / name)
    (root / "assets").symlink_to(ROOT / "assets", target_is_directory=True)
    run(root, "-m", "game", "exercise", "new", "rope")
    return root


def run(root: Path, *words: str, fails: bool = False) -> str:
    """Run Python in the copy; return what it says."""
    environment = os.environ | {"LACE_UP_HOME": str(root / "home"), "SDL_VIDEODRIVER": "dummy"}
    done = subprocess.run([sys.executable, *words], cwd=root, env=environment, capture_output=True, text=True)  # noqa: PLW1510
    assert (done.returncode != 0) == fails, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_a_new_exercise_is_played_without_a_fault(checkout: Path) -> None:
    outcome = json.loads(run(checkout, "-m", "game", "play", "--headless", "--section", "rope", "--autoplay", "--json"))
    (section,) = outcome["sections"]
    assert (section["id"], section["grade"], outcome["accuracy"]) == ("rope", "Perfect", 1.0)


def test_a_new_exercise_is_drawn_by_stand_ins_and_nothing_is_missed(checkout: Path) -> None:
    said = run(checkout, "-m", "game", "shots", "--section", "rope", "--at", "rope:10.5", "-o", "shots")
    assert "note" not in said
    assert len(list((checkout / "shots").glob("*.png"))) == 1


def test_a_new_exercise_leaves_maps_and_its_own_tests_green(checkout: Path) -> None:
    assert "no findings" in run(checkout, "-m", "game", "levels", "check", "--strict")
    about = ("minigames/test_rope.py", "minigames/test_every_exercise.py", "levels/test_generated.py")
    files = [f"tests/{name}" for name in (*about, "levels/test_released_charts.py")]
    run(
        checkout,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:xdist",
        "-k",
        "rope or current or kept",
        *files,
    )


def test_a_new_exercise_is_typed_sorted_and_formatted(checkout: Path) -> None:
    ruff = Path(sys.executable).with_name("ruff")
    if not ruff.exists():
        pytest.skip("ruff is not installed beside this Python")
    written = ["game/minigames/manifest.py", "game/minigames/rope", "tests/minigames/test_rope.py"]
    for words in (["check", "--no-cache"], ["format", "--no-cache", "--check"]):
        done = subprocess.run([ruff, *words, *written], cwd=checkout, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout


def test_an_id_that_is_taken_or_none_is_refused_in_one_sentence(checkout: Path) -> None:
    assert "is there already" in run(checkout, "-m", "game", "exercise", "new", "rope", fails=True)
    assert "is there already" in run(checkout, "-m", "game", "exercise", "new", "gym", fails=True)
    assert "is no id" in run(checkout, "-m", "game", "exercise", "new", "Rope", fails=True)


@pytest.mark.parametrize("name", ["aaa", "rope", "zzz"])
def test_the_manifest_imports_in_order_and_lists_last(name: str) -> None:
    text = listed((ROOT / "game" / "minigames" / "manifest.py").read_text(encoding="utf-8"), name)
    imported = [line for line in text.splitlines() if line.startswith("from game.minigames.")]
    assert imported == sorted(imported) and any(f".{name}." in line for line in imported)
    assert f"    {name.upper()},\n)\n" in text


def test_the_key_of_practice_is_free() -> None:
    key = free_key("rope")
    assert len(key) == 1 and key.isalnum()
    assert key not in {minigame.spec.practice_key for minigame in MINIGAMES.values()}
    assert key not in {*KeyBindings().left, *KeyBindings().right, *KeyBindings().restart}
