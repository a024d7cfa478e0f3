"""What is made from the table of objects, and from the painted tiles, is committed as it is now made."""

import argparse
import json
from pathlib import Path
from xml.etree import ElementTree

import pygame
import pytest

from game.commands import levels, play
from game.content.designer import (
    COMMANDS,
    PROJECT_FILE,
    REFERENCE_FILE,
    REFERENCE_MARK,
    TEMPLATE_FOLDER,
    project_text,
    reference_text,
    template_texts,
)
from game.content.schema import CLASSES
from game.minigames.manifest import MINIGAMES
from game.storage.paths import assets_dir, levels_dir

AGAIN = "run `main.py levels generate`"


def test_the_tiled_project_is_current() -> None:
    assert (levels_dir() / PROJECT_FILE).read_text(encoding="utf-8") == project_text(), AGAIN


def test_the_reference_is_current() -> None:
    text = (levels_dir() / REFERENCE_FILE).read_text(encoding="utf-8")
    assert text[text.index(REFERENCE_MARK) :] == reference_text(), AGAIN


def test_the_templates_are_current_and_no_others_lie_about() -> None:
    folder = levels_dir() / TEMPLATE_FOLDER
    assert {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.tx")} == template_texts(), AGAIN


@pytest.mark.parametrize("minigame", MINIGAMES)
def test_every_cue_kind_is_in_the_editor_and_in_the_reference(minigame: str) -> None:
    kinds = next(kind for kind in json.loads(project_text())["propertyTypes"] if kind["name"] == "CueKind")
    for cue in MINIGAMES[minigame].spec.cues:
        assert cue.name in kinds["values"]
        assert f"| `{cue.name}` |" in reference_text()


def test_the_project_knows_every_class_and_property() -> None:
    classes = {kind["name"]: kind for kind in json.loads(project_text())["propertyTypes"] if kind["type"] == "class"}
    for item in CLASSES:
        assert {member["name"] for member in classes[item.name]["members"]} == {prop.name for prop in item.properties}


def test_templates_are_whole_xml() -> None:
    for text in template_texts().values():
        assert ElementTree.fromstring(text.encode()).find("object") is not None


@pytest.mark.parametrize("path", sorted((levels_dir() / "tilesets").glob("*.tsx")), ids=lambda path: path.name)
def test_every_picture_of_a_tileset_is_there_at_the_size_it_says(path: Path) -> None:
    for image in ElementTree.parse(path).getroot().iter("image"):
        picture = pygame.image.load(path.parent / image.get("source", ""))
        assert picture.get_size() == (int(image.get("width", "0")), int(image.get("height", "0")))


def test_every_painted_thing_is_in_the_tileset_of_its_place() -> None:
    for facts in (assets_dir() / "tilesets" / "props").glob("*/props.json"):
        root = ElementTree.parse(levels_dir() / "tilesets" / f"{facts.parent.name}-props.tsx").getroot()
        known = {Path(image.get("source", "")).stem for image in root.iter("image")}
        assert known == set(json.loads(facts.read_text(encoding="utf-8"))), AGAIN


def test_every_command_of_tiled_is_one_that_the_game_takes() -> None:
    for name, arguments, _ in COMMANDS:
        words = arguments.replace("%mapfile", "yard.tmx").replace("%objectid", "7").split()
        parser = argparse.ArgumentParser()
        subparsers = parser.add_subparsers()
        for command in (play, levels):
            command.add_parser(subparsers)
        assert parser.parse_args(words[1:]).run, name
