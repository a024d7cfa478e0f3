"""A pack's own Tiled project: its commands play and check the pack, wherever it lies."""

import json
from pathlib import Path

from game.content.designer import PROJECT_FILE
from game.content.packing.starter import Starter, write_starter

GAME = Path("/games/lace-up")


def commands(tmp_path: Path) -> dict[str, str]:
    """Return what each key runs in the project of a new pack."""
    write_starter(tmp_path / "harbor", Starter("Harbor", "Ada"), GAME)
    project = json.loads((tmp_path / "harbor" / "levels" / PROJECT_FILE).read_text(encoding="utf-8"))
    assert {command["workingDirectory"] for command in project["commands"]} == {str(GAME)}
    return {command["shortcut"]: command["arguments"] for command in project["commands"]}


def test_what_takes_the_whole_world_names_the_pack(tmp_path: Path) -> None:
    runs = commands(tmp_path)

    assert runs["Shift+F5"] == "main.py play --pack %projectpath/.."
    assert runs["Shift+F6"] == "main.py play --pack %projectpath/.. --watch"
    assert runs["Shift+F7"] == "main.py packs check %projectpath/.."


def test_what_takes_one_map_leaves_the_pack_to_where_it_lies(tmp_path: Path) -> None:
    runs = commands(tmp_path)

    assert all("--pack" not in runs[key] and "%mapfile" in runs[key] for key in ("F5", "Ctrl+F5", "F6", "F7", "F8"))


def test_the_extension_is_the_games(tmp_path: Path) -> None:
    write_starter(tmp_path / "harbor", Starter("Harbor", "Ada"), GAME)
    project = json.loads((tmp_path / "harbor" / "levels" / PROJECT_FILE).read_text(encoding="utf-8"))

    assert project["extensionsPath"] == str(GAME / "levels" / "extensions")
