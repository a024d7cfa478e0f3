import pygame
import pytest

from game.view.figure.sun_rim import RIM_STEPS, SunRim, draw_sun_rim, sun_rim

OUTER, INNER = (60, 30, 10), (160, 120, 40)
BODY = pygame.Rect(4, 3, 10, 20)


def a_body() -> pygame.Surface:
    picture = pygame.Surface((20, 30), pygame.SRCALPHA, 32)
    picture.fill((40, 40, 50), BODY)
    return picture


@pytest.mark.parametrize(
    ("side", "outermost", "other"), [(1, BODY.right - 1, BODY.left), (-1, BODY.left, BODY.right - 1)]
)
def test_the_side_that_the_sun_is_on_is_lit_and_the_other_is_not(side: int, outermost: int, other: int) -> None:
    light = sun_rim(a_body(), SunRim(side, OUTER, INNER), RIM_STEPS)
    row = BODY.centery
    assert light.get_at((outermost, row))[:3] == OUTER
    assert light.get_at((outermost - side, row))[:3] == INNER
    assert light.get_at((outermost - 2 * side, row))[:3] == light.get_at((other, row))[:3] == (0, 0, 0)
    assert light.get_at((BODY.centerx, BODY.top))[:3] == OUTER, "what faces up is lit too"


def test_nothing_beside_a_body_is_lit_and_half_the_strength_is_half_the_light() -> None:
    target, body = pygame.Surface((20, 30), 0, 32), a_body()
    draw_sun_rim(target, body, (0, 0), SunRim(1, OUTER, INNER), RIM_STEPS // 2)
    assert target.get_at((BODY.right - 2, BODY.centery))[:3] == tuple(part // 2 for part in INNER)
    outside = pygame.mask.from_threshold(target, (0, 0, 0), (1, 1, 1))
    outside.invert()
    assert BODY.contains(outside.get_bounding_rects()[0])
    draw_sun_rim(target, body, (0, 0), SunRim(1, OUTER, INNER), 0)
    assert target.get_at((BODY.right - 2, BODY.centery))[:3] == tuple(part // 2 for part in INNER)
