"""Medals of sections, laces, and the boot that they lace: small pictures from shapes in code.

The grades differ in shape as well as in color: a ring, a barred disc, a disc with a star, rays around it.
"""

from itertools import pairwise

import pygame

from game.view.canvas.color import Color
from game.view.ui.ui_colors import CREAM, FADED, NIGHT, RUST, SUN

BRONZE: Color = (196, 128, 78)
"""An OK."""
SILVER: Color = (206, 208, 212)
"""A Superb."""
LEATHER: Color = (92, 54, 38)
"""The boot."""
LEATHER_LIT: Color = (134, 82, 54)
"""The boot where light falls on it."""
RADIUS = 5
"""Radius of a medal, px."""
STAR = ((0, -3, 1, 7), (-3, -1, 7, 2), (-1, 0, 3, 3), (-2, 2, 1, 2), (2, 2, 1, 2))
"""Rectangles of a star about its center: left, top, width, height, px."""
BOOT_SIZE = (96, 76)
"""Width and height of the boot, px."""
SHAFT = ((18, 4), (52, 2), (55, 42), (88, 56), (92, 66), (14, 66), (16, 40))
"""Outline of the boot, px."""
EYELETS_TOP = (45, 8)
"""Position of the uppermost eyelet, px."""
EYELETS_FOOT = (68, 53)
"""Position of the lowest eyelet, px."""


def draw_medal(canvas: pygame.Surface, center: tuple[int, int], grade: str, starred: bool) -> None:
    """Draw the medal of a grade; any other grade is an empty place."""
    x, y = center
    match grade:
        case "Perfect":
            if starred:
                for dx, dy in ((-7, 0), (7, 0), (0, -7), (0, 7), (-5, -5), (5, -5), (-5, 5), (5, 5)):
                    canvas.fill(SUN, (x + dx, y + dy, 1, 1))
            pygame.draw.circle(canvas, SUN, center, RADIUS)
            draw_star(canvas, center, RUST)
        case "Superb":
            pygame.draw.circle(canvas, SILVER, center, RADIUS)
            canvas.fill(NIGHT, (x - 3, y - 1, 7, 1))
            canvas.fill(NIGHT, (x - 3, y + 1, 7, 1))
        case "OK":
            pygame.draw.circle(canvas, BRONZE, center, RADIUS, 2)
        case _:
            canvas.fill(FADED, (x - 1, y, 3, 1))


def draw_star(canvas: pygame.Surface, center: tuple[int, int], tint: Color = SUN) -> None:
    """Draw a small star."""
    for dx, dy, width, height in STAR:
        canvas.fill(tint, (center[0] + dx, center[1] + dy, width, height))


def draw_bow(canvas: pygame.Surface, center: tuple[int, int], tint: Color = CREAM) -> None:
    """Draw a lace that is tied to a small bow."""
    x, y = center
    for side in (-1, 1):
        pygame.draw.lines(canvas, tint, True, ((x, y), (x + 3 * side, y - 2), (x + 3 * side, y + 1)))
        canvas.fill(tint, (x + 2 * side, y + 2, 1, 2))


def draw_boot(canvas: pygame.Surface, at: tuple[int, int], laced: int, eyelets: int) -> None:
    """Draw a boot of `eyelets` pairs of eyelets with its upper left corner at `at`: the lowest `laced` are laced, and a
    bow is tied where all are."""
    left, top = at
    outline = [(left + x, top + y) for x, y in SHAFT]
    pygame.draw.polygon(canvas, LEATHER, outline)
    pygame.draw.lines(canvas, LEATHER_LIT, False, outline[1:4], 3)
    pygame.draw.polygon(canvas, NIGHT, outline, 1)
    canvas.fill(NIGHT, (left + 13, top + 66, 81, 5))
    canvas.fill(NIGHT, (left + 13, top + 70, 26, 4))
    places = [_eyelets(at, place / max(1, eyelets - 1)) for place in range(eyelets)]
    for left_eye, right_eye in places:
        canvas.fill(NIGHT, (*left_eye, 2, 2))
        canvas.fill(NIGHT, (*right_eye, 2, 2))
    for (lower_left, lower_right), (upper_left, upper_right) in pairwise(places[:laced]):
        pygame.draw.line(canvas, FADED, lower_left, upper_right)
        pygame.draw.line(canvas, CREAM, lower_right, upper_left)
    if laced:
        pygame.draw.line(canvas, CREAM, *places[0])
    if laced == eyelets:
        draw_bow(canvas, (places[-1][1][0] - 3, places[-1][1][1] - 3), SUN)


def _eyelets(at: tuple[int, int], height: float) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return a pair of eyelets at a height from the foot, 0, to the top, 1."""
    x = at[0] + round(EYELETS_FOOT[0] + (EYELETS_TOP[0] - EYELETS_FOOT[0]) * min(1.0, height * 1.6))
    y = at[1] + round(EYELETS_FOOT[1] + (EYELETS_TOP[1] - EYELETS_FOOT[1]) * height)
    return (x - 8, y), (x + 2, y - 1)
