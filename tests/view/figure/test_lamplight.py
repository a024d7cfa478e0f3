"""A lamp near by lights the side of a body that faces it, by the sheet's normal map; from afar it lights nobody."""

from pathlib import Path

import pygame
import pytest

from game.errors import ContentError
from game.storage.paths import assets_dir
from game.view.canvas.lens import Lens
from game.view.canvas.light import Lamp
from game.view.figure.lamplight import GAIN, STRENGTHS, Lamplight, lamplight_at, relit
from game.view.figure.sprite_sheet import load_sheet, sheet_from

FIRE = (89, 48, 18)
LEFT, RIGHT, EMPTY = 1, 2, 0
LENS = Lens(1000.0)


@pytest.fixture
def relief() -> pygame.Surface:
    """Return a map of three pixels: nothing, a surface that faces left and one that faces right."""
    made = pygame.Surface((3, 1), 0, 8)
    made.set_palette([(0, 0, 0), (0, 128, 128), (255, 128, 128)] + [(0, 0, 0)] * 253)
    for x, facing in enumerate((EMPTY, LEFT, RIGHT)):
        made.set_at((x, 0), facing)
    return made


def light_from(x: float, beat: float = 0.0, from_beat: float = 0.0) -> Lamplight | None:
    lamp = Lamp(x, 250, 60, FIRE, from_beat=from_beat)
    return lamplight_at([lamp], LENS, (1300.0, 250.0), beat, 1.0)


def test_the_side_that_faces_the_fire_is_lit_and_what_is_empty_stays_black(relief: pygame.Surface) -> None:
    lit = relit(relief, Lamplight(0, 5, FIRE, behind=False))
    assert [sum(lit.get_at((x, 0))[:3]) > 0 for x in range(3)] == [False, False, True]


def test_a_fire_that_is_passed_goes_from_the_right_to_the_left() -> None:
    ahead, behind = light_from(1330.0), light_from(1270.0)
    assert ahead is not None and behind is not None
    assert (ahead.side, behind.side) == (0, 8)


def test_the_nearer_it_is_the_more_it_lights_and_from_afar_it_does_not() -> None:
    near, far = light_from(1310.0), light_from(1390.0)
    assert near is not None and far is not None
    assert near.strength > far.strength
    assert light_from(1600.0) is None


@pytest.mark.parametrize("color", [(255, 184, 120), (255, 255, 255)])
def test_a_lamp_as_bright_as_a_color_can_be_still_gives_colors(
    relief: pygame.Surface, color: tuple[int, int, int]
) -> None:
    lit = relit(relief, Lamplight(0, STRENGTHS, color, behind=False))
    assert lit.get_at((RIGHT, 0))[:3] == tuple(min(255, round(part * GAIN)) for part in color)


def test_a_lamp_that_is_out_lights_nobody() -> None:
    assert light_from(1310.0, beat=9.0, from_beat=10.0) is None


def test_the_fighters_sheets_bring_their_normal_maps() -> None:
    for name in ("yard", "market", "push_ups", "trainer"):
        sheet = load_sheet(assets_dir() / "sprites", name)
        assert all(frame.relief is not None for frame in sheet.frames)
        assert all(frame.relief.get_size() == frame.picture.get_size() for frame in sheet.frames if frame.relief)


def test_a_normal_map_of_another_size_is_named_with_its_mend() -> None:
    with pytest.raises(ContentError, match=r"dog\.normal\.png: .*rebuild the sheet"):
        sheet_from("dog", {}, pygame.Surface((4, 4)), pygame.Surface((4, 5)))


def test_a_sheet_without_a_normal_map_is_as_it_is_painted(tmp_path: Path) -> None:
    for ending in ("json", "png"):
        source = assets_dir() / "sprites" / f"dog.{ending}"
        (tmp_path / source.name).write_bytes(source.read_bytes())
    assert all(frame.relief is None for frame in load_sheet(tmp_path, "dog").frames)
