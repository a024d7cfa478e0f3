"""Things put down in a map: at their own pixels, moving with their plane, alive on the beat."""

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.content.finding import Location
from game.content.layers import LayerFacts, MapProp
from game.content.tiled.tilesets import TICKS_PER_BEAT, Cel, TilePicture
from game.view.canvas.composite_layers import WHOLE
from game.view.canvas.lens import VIEW_Y, Lens
from game.view.canvas.pictures import Pictures
from game.view.place.prop_layer import PropLayer

RED, BLUE, BLACK = (200, 0, 0), (0, 0, 200), (0, 0, 0)
CEL = (0, 0, 4, 4), (4, 0, 4, 4)


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """A sheet with a red cel and a blue one; the red one's left column is black."""
    picture = pygame.Surface((8, 4), pygame.SRCALPHA)
    picture.fill(RED, (0, 0, 4, 4))
    picture.fill(BLACK, (0, 0, 1, 4))
    picture.fill(BLUE, (4, 0, 4, 4))
    pygame.image.save(picture, tmp_path / "sheet.png")
    return tmp_path / "sheet.png"


def prop(sheet: Path, flips: tuple[bool, bool, bool] = (False, False, False)) -> MapProp:
    cels = tuple(Cel(sheet, rect, TICKS_PER_BEAT) for rect in CEL)
    return MapProp(Location("alley.tmx"), TilePicture(cels, 4, 4, "Prop", flips), x=100, foot=204)


def color_at(thing: MapProp, x: int, lens: Lens | None = None, beat: float = 0.0, parallax: float = 1.0) -> object:
    """Return the color drawn at a column of the thing's middle row."""
    layer = PropLayer(LayerFacts("things", parallax), (thing,), Pictures((thing.picture.cels[0].image.parent,)))
    target = pygame.Surface((640, 360), 0, 32)
    layer.draw(target, WHOLE, lens or Lens(0.0), beat)
    return target.get_at((x, 202 - VIEW_Y))[:3]


def test_a_thing_stands_at_its_own_pixel(sheet: Path) -> None:
    assert [color_at(prop(sheet), x, Lens(30.0)) for x in (70, 71, 73, 74)] == [BLACK, RED, RED, BLACK]


def test_a_thing_on_a_far_plane_moves_less(sheet: Path) -> None:
    assert color_at(prop(sheet), 87, Lens(30.0), parallax=0.5) == RED


@pytest.mark.parametrize(("beat", "color"), [(0.0, RED), (0.99, RED), (1.0, BLUE), (1.99, BLUE), (2.0, RED)])
def test_an_animated_thing_changes_on_the_beat(sheet: Path, beat: float, color: tuple[int, int, int]) -> None:
    assert color_at(prop(sheet), 102, beat=beat) == color


def test_a_phase_puts_it_ahead(sheet: Path) -> None:
    assert color_at(replace(prop(sheet), phase=1), 102) == BLUE


def test_what_drifts_has_moved_so_many_pixels_a_beat(sheet: Path) -> None:
    assert color_at(replace(prop(sheet), drift=20.0), 142, beat=2.0) == RED


def test_what_plays_once_is_gone_after_its_last_cel(sheet: Path) -> None:
    once = replace(prop(sheet), from_beat=4.0, once=True)
    assert [color_at(once, 102, beat=beat) for beat in (3.9, 4.0, 5.0, 6.0)] == [BLACK, RED, BLUE, BLACK]


def test_a_mirrored_thing_is_drawn_mirrored(sheet: Path) -> None:
    mirrored = prop(sheet, flips=(True, False, False))
    assert [color_at(mirrored, x) for x in (100, 103)] == [RED, BLACK]


def test_a_thing_whose_picture_is_gone_is_told_and_not_drawn(sheet: Path) -> None:
    sheet.unlink()
    layer_pictures = Pictures((sheet.parent,))
    layer = PropLayer(LayerFacts("things", 1.0), (prop(sheet),), layer_pictures)
    layer.draw(pygame.Surface((640, 360), 0, 32), WHOLE, Lens(0.0), 0.0)
    assert any("sheet.png" in problem for problem in layer_pictures.problems)
