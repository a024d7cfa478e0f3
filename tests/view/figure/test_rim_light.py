"""Rim light is computed about the lit hand alone, as if the whole picture had been looked at."""

import numpy as np
import pygame
import pytest

from game.view.figure.actor import rim_of

SIZE, REACH = (60, 80), 9


def body() -> pygame.Surface:
    """Return a picture with a solid body that touches the left and upper sides."""
    picture = pygame.Surface(SIZE, pygame.SRCALPHA, 32)
    pygame.draw.ellipse(picture, (200, 160, 120, 255), (-10, -10, 50, 70))
    return picture


def light_over_the_whole(anchor: tuple[int, int], reach: int) -> "np.ndarray[tuple[int, ...], np.dtype[np.int64]]":
    (left, top), light = rim_of(body(), anchor, reach)
    whole = pygame.Surface(SIZE, 0, 32)
    whole.blit(light, (left, top))
    return pygame.surfarray.array3d(whole).astype(np.int64)


@pytest.mark.parametrize("anchor", [(20, 30), (39, 25), (0, 0), (3, 40), (59, 79), (18, 59), (-40, 5)])
def test_the_light_is_that_of_the_whole_picture_near_the_hand(anchor: tuple[int, int]) -> None:
    picture = body()
    solid = np.zeros((SIZE[0] + 2, SIZE[1] + 2), bool)
    solid[1:-1, 1:-1] = pygame.surfarray.array_alpha(picture) > 127
    inside = solid[1:-1, 1:-1]
    edge = inside & ~(solid[1:-1, :-2] & solid[2:, 1:-1] & solid[:-2, 1:-1])
    xs, ys = np.ogrid[: SIZE[0], : SIZE[1]]
    near = np.clip(1.0 - ((xs - anchor[0]) ** 2 + (ys - anchor[1]) ** 2) / REACH**2, 0.0, 1.0)
    wanted = (edge & (near > 0))[:, :, None] * (110, 84, 44) + ((inside * near)[:, :, None] * (34, 26, 16))
    assert (light_over_the_whole(anchor, REACH) == wanted.astype(int)).all()


def test_it_is_no_larger_than_its_reach() -> None:
    assert rim_of(body(), (30, 40), REACH)[1].get_size() == (2 * REACH + 1, 2 * REACH + 1)
