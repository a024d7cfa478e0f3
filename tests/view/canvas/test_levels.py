"""Pictures of a few levels, looked up in a table."""

import numpy as np
import pygame

from game.view.canvas.levels import MOST, levels_of, light_table, looked_up, veil_table
from game.view.canvas.light import glow_of

ORANGE = (240, 120, 40)


def test_a_light_has_its_color_at_the_highest_level_and_nothing_at_the_lowest() -> None:
    light = looked_up(levels_of(np.array([[0.0, 0.5, 1.0]])), light_table(ORANGE, 0.5))
    assert [light.get_at((column, 0))[:3] for column in range(3)] == [(0, 0, 0), (60, 30, 10), (120, 60, 20)]


def test_no_level_of_a_light_is_more_than_half_a_tone_from_its_share_of_the_color() -> None:
    levels = np.arange(MOST + 1, dtype=np.uint8)[None, :]
    shown = pygame.surfarray.array3d(looked_up(levels, light_table(ORANGE, 1.0)))[:, 0]
    assert np.abs(shown - np.linspace(0.0, 1.0, MOST + 1)[:, None] * np.array(ORANGE)).max() <= 0.5


def test_a_veil_has_one_color_and_grows_opaque_with_the_level() -> None:
    veil = looked_up(np.array([[0, 1, 4]], np.uint8), veil_table(ORANGE, 200.0, 4), pygame.SRCALPHA)
    assert [tuple(veil.get_at((column, 0))) for column in range(3)] == [(*ORANGE, 0), (*ORANGE, 50), (*ORANGE, 200)]


def test_rows_and_columns_stay_what_they_are() -> None:
    levels = np.zeros((2, 5), np.uint8)
    levels[1, 4] = MOST
    picture = looked_up(levels, light_table(ORANGE, 1.0))
    assert picture.get_size() == (5, 2)
    assert picture.get_at((4, 1))[:3] == ORANGE


def test_a_glow_is_alike_on_all_sides_and_fades_outwards() -> None:
    light = pygame.surfarray.array3d(glow_of(20, ORANGE, 16)).astype(int)
    assert (
        (light == light[::-1]).all() and (light == light[:, ::-1]).all() and (light == light.transpose(1, 0, 2)).all()
    )
    outwards = light[20:, 20].sum(axis=1)
    assert outwards[0] > 0.9 * sum(ORANGE) and (np.diff(outwards) <= 0).all() and outwards[-1] < 5
