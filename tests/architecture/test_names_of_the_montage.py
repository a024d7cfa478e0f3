"""Only content and an exercise's own folder know the names of sections, places and files of the shipped montage."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.app.content import shipped_pack
from game.minigames.manifest import MINIGAMES

ROOT = Path(__file__).resolve().parents[2]
GAME = ROOT / "game"
OWNERS = (GAME / "content", *(GAME / "minigames" / minigame for minigame in MINIGAMES))
"""Folders that may know names."""


def names() -> frozenset[str]:
    """Return the ids of all sections and exercises, and the names of all maps and backdrops."""
    world = json.loads(shipped_pack().world.read_text(encoding="utf-8"))
    maps = {Path(row["fileName"]).stem for row in world["maps"]}
    backdrops = {folder.name for folder in (ROOT / "assets" / "backdrops").iterdir() if folder.is_dir()}
    return frozenset({*MINIGAMES, *maps, *backdrops})


def texts(source: str) -> Iterator[str]:
    """Yield all texts of a module that no person is meant to read: those without a space, f-strings' parts too."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and " " not in node.value:
            yield node.value


def named(source: str, known: frozenset[str]) -> list[str]:
    """Return the texts that are a known name, or a path, a file's name or a compound of one."""
    return [text for text in texts(source) if known.intersection(re.split("[/:.]", text))]


def test_no_module_outside_of_content_knows_a_name_of_the_montage() -> None:
    known = names()
    modules = [path for path in GAME.rglob("*.py") if not any(path.is_relative_to(owner) for owner in OWNERS)]
    found = {str(path.relative_to(ROOT)): named(path.read_text(encoding="utf-8"), known) for path in modules}
    assert {path: values for path, values in found.items() if values} == {}


@pytest.mark.parametrize(
    "line", ['x = "yard"', 'PLAYED_LARGE = ("gym", "plant")', 'f"levels/market.tmx"', 'marks.get("heavy_bag.hook")']
)
def test_a_name_is_found_however_it_is_written(line: str) -> None:
    assert named(line, names()) != []


def test_only_content_and_the_composition_root_know_the_shipped_folders() -> None:
    users = {
        path.relative_to(GAME).as_posix()
        for path in GAME.rglob("*.py")
        if any(name in path.read_text(encoding="utf-8") for name in ("assets_dir", "levels_dir"))
    }
    fonts = {"app/application.py", "app/offscreen.py", "app/tapping.py", "commands/preview.py"}
    assert users - fonts == {"app/content.py", "commands/doctor.py", "content/world.py", "storage/paths.py"}
