"""The smear of the summit's turn."""

import numpy as np
import pygame

from game.minigames.summit.whip_pan import smeared_at
from game.view.canvas.lens import HEIGHT, WIDTH


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
