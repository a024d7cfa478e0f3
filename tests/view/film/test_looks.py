"""The unlocked looks of the print."""

import pygame

from game.view.canvas.options import UnlockableLook
from game.view.figure.suit import dyed, dyed_color
from game.view.film.looks import draw_looks

DAY = (200, 150, 100)


def drawn(*looks: UnlockableLook, has_sun: bool = True) -> tuple[int, int, int]:
    picture = pygame.Surface((4, 4), 0, 32)
    picture.fill(DAY)
    draw_looks(picture, frozenset(looks), has_sun)
    red, green, blue, _ = picture.get_at((1, 1))
    return red, green, blue


def test_without_a_look_nothing_changes() -> None:
    assert drawn() == DAY


def test_black_and_white_leaves_no_color() -> None:
    red, green, blue = drawn(UnlockableLook.BLACK_AND_WHITE)
    assert red == green == blue
    assert 140 < red < 180


def test_dusk_falls_where_the_sun_shines_and_nowhere_else() -> None:
    assert sum(drawn(UnlockableLook.DUSK)) < sum(DAY)
    assert drawn(UnlockableLook.DUSK, has_sun=False) == DAY


def test_the_suit_dyes_cloth_and_neither_skin_nor_wraps() -> None:
    red, green, blue = dyed_color((68, 77, 89))
    assert red > green > blue
    for other in ((188, 85, 56), (220, 224, 200), (122, 121, 113)):
        assert dyed_color(other) == other


def test_a_dyed_picture_is_a_copy() -> None:
    picture = pygame.Surface((2, 2), 0, 8)
    picture.set_palette([(68, 77, 89)] * 256)
    assert tuple(dyed(picture).get_at((0, 0)))[:3] == dyed_color((68, 77, 89))
    assert tuple(picture.get_at((0, 0)))[:3] == (68, 77, 89)
