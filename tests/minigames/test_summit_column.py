"""The portico's column that passes in the summit's turn: it stands on the floor, and no seam shows below its base."""

import numpy as np
import pygame

from game.minigames.summit.measures import COLUMN_STONE, FEET
from game.minigames.summit.portico_column import FLOORS_MEET_PX, FOOT, SHAFT_ENDS, draw_column, run_floors_together

BROWN, BLUE = (150, 120, 80), (90, 140, 210)


def two_places(edge: int) -> pygame.Surface:
    """Return a picture of one color left of a column and another right of it."""
    picture = pygame.Surface((640, 360), 0, 32)
    picture.fill(BLUE)
    picture.fill(BROWN, (0, 0, edge, 360))
    return picture


def test_the_column_stands_behind_his_feet_on_a_base_that_is_wider_than_its_shaft() -> None:
    picture = pygame.Surface((640, 360), 0, 32)
    draw_column(picture, 320, COLUMN_STONE)
    solid = pygame.surfarray.array3d(picture).max(axis=2) > 60

    assert solid[:, FOOT - 4].sum() > solid[:, SHAFT_ENDS // 2].sum() + 16
    assert not solid[:, FOOT:].any() and FOOT < FEET


def test_one_floor_runs_into_the_other_and_the_view_above_it_keeps_its_edge() -> None:
    picture = two_places(200)
    run_floors_together(picture, 200)
    pixels = pygame.surfarray.array3d(picture).astype(int)

    floor, sky = (np.abs(np.diff(pixels[:, row], axis=0)).max() for row in (340, 100))
    assert floor <= 4 < 50 < sky
    assert tuple(pixels[200 + FLOORS_MEET_PX, 340]) == BLUE


def test_at_either_end_of_the_turn_the_floor_is_left_as_it_is() -> None:
    for edge in (0, 640):
        picture = two_places(320)
        run_floors_together(picture, edge)
        assert pygame.image.tobytes(picture, "RGB") == pygame.image.tobytes(two_places(320), "RGB")
