"""The smear of the summit's turn."""

import numpy as np
import pygame

from game.minigames.summit.whip_pan import smear_from, smeared_at
from game.sim.chart import Difficulty
from game.timing.units import ms
from game.view.canvas.lens import HEIGHT, WIDTH
from tests import shipped
from tests.view.conftest import Screening


def columns() -> pygame.Surface:
    """Return a picture of light and dark stripes, 10 px wide."""
    picture = pygame.Surface((WIDTH, HEIGHT), 0, 32)
    for left in range(0, WIDTH, 20):
        picture.fill((255, 255, 255), (left, 0, 10, HEIGHT))
    return picture


def contrast(picture: pygame.Surface) -> float:
    return float(np.ptp(pygame.surfarray.array3d(picture)[100:540, HEIGHT // 2, 0].astype(int)))


def test_a_standing_camera_sees_every_column() -> None:
    picture = columns()
    assert smeared_at(picture, 0.0) is picture


def test_the_light_and_dark_of_columns_run_together_in_the_fastest_part_of_the_turn() -> None:
    assert contrast(smeared_at(columns(), 600.0)) < 40 < contrast(smeared_at(columns(), 150.0))


def test_the_museum_keeps_its_light_from_the_last_stair_to_the_turn() -> None:
    screening = Screening(shipped.chart(Difficulty.NORMAL))
    start_us = screening.chart.sections[-1].start_us
    last, first = (
        pygame.surfarray.array3d(screening.look(start_us + beside))[:, 20:200].mean(axis=(0, 1))
        for beside in (-ms(20), ms(20))
    )

    assert np.abs(last - first).max() < 9
    assert last[0] > last[2] + 30 and first[0] > first[2] + 30


def test_what_the_camera_turns_to_runs_together_only_from_its_edge_on_and_stands_sharp_at_the_end() -> None:
    fast, standing = columns(), columns()
    smear_from(fast, 320, 600.0)
    smear_from(standing, 320, 20.0)

    left, right = (pygame.surfarray.array3d(fast)[part, HEIGHT // 2, 0].astype(int) for part in _halves())
    assert np.ptp(left) == 255 and np.ptp(right) < 40
    assert pygame.image.tobytes(standing, "RGB") == pygame.image.tobytes(columns(), "RGB")


def _halves() -> tuple[slice, slice]:
    return slice(0, 320), slice(400, 560)
