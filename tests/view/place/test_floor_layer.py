from pathlib import Path

import pygame
import pytest

from game.content.layers import LayerFacts
from game.view.canvas.composite_layers import WHOLE
from game.view.canvas.lens import HEIGHT, VIEW_Y, WIDTH, Lens
from game.view.canvas.pictures import Pictures
from game.view.place.map_layers import FloorLayer

MARK = (255, 0, 0)
ROWS = 5


@pytest.fixture
def floor(tmp_path: Path) -> FloorLayer:
    picture = pygame.Surface((400, ROWS), 0, 32)
    picture.fill(MARK, (200, 0, 1, ROWS))
    pygame.image.save(picture, tmp_path / "floor.png")
    return FloorLayer(
        LayerFacts("floor", 0.8, y=VIEW_Y, parallax_top=0.2), tmp_path / "floor.png", Pictures((tmp_path,))
    )


def columns_of_the_mark(floor: FloorLayer, lens: Lens) -> list[int]:
    target = pygame.Surface((WIDTH, HEIGHT), 0, 32)
    floor.draw(target, WHOLE, lens, 0.0)
    return [next(x for x in range(WIDTH) if target.get_at((x, row))[:3] == MARK) for row in range(ROWS)]


def test_where_the_camera_begins_the_ground_is_as_it_was_painted(floor: FloorLayer) -> None:
    assert columns_of_the_mark(floor, Lens(0.0, 0.0)) == [200] * ROWS


def test_the_far_row_scrolls_least_and_a_straight_line_stays_straight(floor: FloorLayer) -> None:
    assert columns_of_the_mark(floor, Lens(100.0, 0.0)) == [180, 165, 150, 135, 120]
