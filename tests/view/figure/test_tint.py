"""A body in another light, and behind the air that lies before it."""

import pygame

from game.view.canvas.color import BLACK, WHITE
from game.view.figure.tint import in_light, tinted

KEY, DARK, MIDDLE, LIGHT = (255, 0, 255), (20, 24, 28), (90, 80, 70), (200, 190, 180)
TINT, AIR = (165, 156, 150), (44, 48, 54)


def figure() -> pygame.Surface:
    """Return a picture of four pixels: a hole and three tones."""
    picture = pygame.Surface((4, 1), 0, 8)
    picture.set_palette([KEY, DARK, MIDDLE, LIGHT])
    picture.set_colorkey(0)
    for number in range(4):
        picture.set_at((number, 0), number)
    return picture


def test_a_body_as_painted_with_no_air_before_it_is_its_own_picture() -> None:
    painted = figure()
    assert in_light(painted, WHITE, BLACK) is painted


def test_air_lifts_every_tone_and_leaves_them_apart() -> None:
    near, far = tinted(figure(), TINT), tinted(figure(), TINT, AIR)
    for number in (1, 2, 3):
        after, before = far.get_at((number, 0)), near.get_at((number, 0))
        assert tuple(after[part] - before[part] for part in range(3)) == AIR


def test_behind_air_a_body_is_as_solid_as_before() -> None:
    ground = pygame.Surface((4, 1), 0, 32)
    shown = []
    for color in ((0, 0, 0), (255, 255, 255)):
        ground.fill(color)
        ground.blit(tinted(figure(), TINT, AIR), (0, 0))
        shown.append([ground.get_at((number, 0))[:3] for number in range(4)])
    assert shown[0][1:] == shown[1][1:]
    assert (shown[0][0], shown[1][0]) == ((0, 0, 0), (255, 255, 255))


def test_a_picture_with_alpha_is_lifted_only_where_it_is() -> None:
    picture = pygame.Surface((2, 1), pygame.SRCALPHA, 32)
    picture.set_at((0, 0), (100, 100, 100, 255))
    ground = pygame.Surface((2, 1), 0, 32)
    ground.blit(tinted(picture, WHITE, AIR), (0, 0))
    assert [ground.get_at((x, 0))[:3] for x in range(2)] == [(144, 148, 154), (0, 0, 0)]
