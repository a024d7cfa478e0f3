"""Art of a pack: its own backdrops and sheets come first, what it lacks is the shipped one, nothing lies outside."""

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pygame
import pytest

from game.app.content import load_content
from game.minigames.views import open_art, open_stage
from game.sim.chart import Difficulty
from game.storage.paths import assets_dir
from game.view.stage.art import Art
from game.view.stage.stage import Stage
from tests.content.harbor import write_harbor

RED = (200, 40, 30)
LAYER = {"image": "wall.png", "parallax": 1.0, "x": 0, "y": 0}


@pytest.fixture
def harbor(tmp_path: Path) -> Path:
    """Return a stranger's pack."""
    return write_harbor(tmp_path)


def paint(folder: Path, name: str = "first", **layer: Any) -> Path:
    """Write a backdrop of one red wall; return its folder."""
    backdrop = folder / "backdrops" / name
    backdrop.mkdir(parents=True)
    wall = pygame.Surface((640, 384))
    wall.fill(RED)
    pygame.image.save(wall, backdrop / "wall.png")
    (backdrop / "layers.json").write_text(json.dumps({"layers": [LAYER | layer]}), encoding="utf-8")
    return backdrop


def art_of(pack: Path) -> Art:
    content = load_content(pack=str(pack))
    return open_art(content.world, content.song, content.pack.roots)


def stage_of(pack: Path) -> Stage:
    content = load_content(pack=str(pack))
    return open_stage(content.world, content.song, content.chart(Difficulty.NORMAL), content.pack.roots)


def corner(stage: Stage) -> tuple[int, ...]:
    """Return the color of the picture's upper left, below the bars, at the pack's first second."""
    target = pygame.Surface((640, 360), 0, 32)
    stage.draw(target, 1_000_000)
    return tuple(target.get_at((60, 90))[:3])


def test_a_pack_is_drawn_with_its_own_backdrop(harbor: Path) -> None:
    bare = corner(stage_of(harbor))
    paint(harbor)
    stage = stage_of(harbor)
    red, green, blue = corner(stage)

    assert red > 3 * max(green, blue)
    assert bare != (red, green, blue)
    assert stage.art.problems == []


def test_a_backdrop_that_a_pack_lacks_is_the_shipped_one(harbor: Path) -> None:
    (harbor / "levels" / "first.look.toml").write_text('backdrop = "market"\n', encoding="utf-8")
    assert art_of(harbor).places[0].folder == assets_dir() / "backdrops" / "market"

    paint(harbor, "market")
    assert art_of(harbor).places[0].folder == harbor / "backdrops" / "market"


def test_a_packs_own_sheet_comes_before_the_shipped_one(harbor: Path) -> None:
    sprites = harbor / "sprites"
    sprites.mkdir()
    for ending in ("json", "png"):
        shutil.copy(assets_dir() / "sprites" / f"brick.{ending}", sprites)
    facts = json.loads((sprites / "brick.json").read_text(encoding="utf-8"))
    (sprites / "brick.json").write_text(json.dumps(facts | {"from": "harbor"}), encoding="utf-8")
    sheets = art_of(harbor).sheets
    brick, crate = sheets.get("brick"), sheets.get("crate")

    assert brick is not None and brick.facts["from"] == "harbor"
    assert crate is not None and "from" not in crate.facts


def test_a_picture_or_a_sheet_that_was_painted_over_is_loaded_again_where_no_map_changed(harbor: Path) -> None:
    wall, sprites = paint(harbor) / "wall.png", harbor / "sprites"
    sprites.mkdir()
    for ending in ("json", "png"):
        shutil.copy(assets_dir() / "sprites" / f"brick.{ending}", sprites)
    content, before = load_content(pack=str(harbor)), art_of(harbor)
    same = open_art(content.world, content.song, content.pack.roots, before)
    known = before.sheets.get("brick")
    assert before.pictures.get(wall) is not None
    assert same.places[0].layers is before.places[0].layers and same.sheets.get("brick") is known
    for file in (wall, sprites / "brick.json"):
        os.utime(file, ns=(1, 1))

    again = open_art(content.world, content.song, content.pack.roots, before)

    assert again.places[0].layers is not before.places[0].layers
    assert again.sheets.get("brick") is not known


@pytest.mark.parametrize("name", ["../../../outside.png", "/outside.png", "linked.png"])
def test_a_picture_outside_of_a_backdrop_is_not_drawn(harbor: Path, name: str) -> None:
    outside = harbor.parent / "outside.png"
    backdrop = paint(harbor, image=str(outside) if name.startswith("/") else name)
    (backdrop / "wall.png").rename(outside)
    (backdrop / "linked.png").symlink_to(outside)
    stage = stage_of(harbor)
    red, green, _ = corner(stage)

    assert red < 3 * green
    assert any("leads out of its folder" in problem for problem in stage.art.problems)


@pytest.mark.parametrize("name", ["../../outside", "..", "linked"])
def test_a_backdrop_outside_of_the_pack_is_not_used(harbor: Path, name: str) -> None:
    paint(harbor.parent, "outside").rename(harbor.parent / "outside")
    (harbor / "backdrops").mkdir()
    (harbor / "backdrops" / "linked").symlink_to(harbor.parent / "outside")
    (harbor / "levels" / "first.look.toml").write_text(f'backdrop = "{name}"\n', encoding="utf-8")

    assert art_of(harbor).places[0].lamps == ()
    red, green, _ = corner(stage_of(harbor))
    assert red < 3 * green


def test_a_linked_sheet_is_not_read(harbor: Path) -> None:
    (harbor / "sprites").mkdir()
    for name in ("brick.json", "brick.png"):
        shutil.copy(assets_dir() / "sprites" / name, harbor.parent / name)
        (harbor / "sprites" / name).symlink_to(harbor.parent / name)
    art = art_of(harbor)

    assert art.sheets.get("brick") is not None
    shutil.copy(assets_dir() / "sprites" / "crate.json", harbor / "sprites")
    (harbor / "sprites" / "crate.png").symlink_to(harbor.parent / "brick.png")
    assert art.sheets.get("crate") is None
    assert "leads out of its folder" in art.problems[0]
