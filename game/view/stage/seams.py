"""What hides the seam between two places: a pier that the runner passes, and a wall that passes the camera at a door.

Both move with the camera and are placed so that nothing covers the fighter within a beat of a cue.
"""

from functools import lru_cache

import numpy as np
import pygame

from game.content.look import ColorGrade
from game.view.canvas.color import Color
from game.view.canvas.lens import HEIGHT, WIDTH
from game.view.canvas.particles import chance

ABUTMENT_PX = 132
"""Width of the pier between two streets."""
ABUTMENT_FOOT = 302
"""Screen row of the pier's foot."""
DOOR_PX = 980
"""Width of the passing wall, px."""
COURSE_PX = 14
"""Height of a course of stones, px."""
STONE_PX = 30
"""Width of a stone, px."""


def draw_abutment(target: pygame.Surface, column: int, color_grade: ColorGrade) -> None:
    """Draw the pier behind the runner, with its middle at `column`."""
    left = column - ABUTMENT_PX // 2
    if -ABUTMENT_PX < left < WIDTH:
        target.blit(masonry(ABUTMENT_PX, ABUTMENT_FOOT, color_grade.dark, color_grade.edge), (left, 0))


def draw_door(target: pygame.Surface, left: int, before: ColorGrade, after: ColorGrade) -> None:
    """Draw the wall that passes the camera at a door, in the dark color of the place behind it."""
    dark = before.dark if left > (WIDTH - DOOR_PX) / 2 else after.dark
    target.fill(dark, (left, 0, DOOR_PX, HEIGHT))
    for edge, color_grade in ((left, before), (left + DOOR_PX, after)):
        if -60 < edge < WIDTH + 60:
            jamb = jamb_of(color_grade.dark, color_grade.edge, edge == left)
            target.blit(jamb, (edge - (0 if edge == left else jamb.get_width()), 0))


@lru_cache(maxsize=16)
def masonry(width: int, height: int, dark: Color, edge: Color) -> pygame.Surface:
    """Return a wall of stones in shadow, rim-lit on its right side."""
    wall = pygame.Surface((width, height), 0, 32)
    wall.fill(dark)
    for course in range(height // COURSE_PX + 1):
        x = -(course % 2) * STONE_PX // 2
        while x < width:
            roll = chance(course, x + 64, 5)
            color_grade = tuple(min(255, round(part * (1.15 + 0.55 * roll) + 4 + 5 * roll)) for part in dark)
            stone = pygame.Rect(x, course * COURSE_PX, STONE_PX - 1, COURSE_PX - 1)
            wall.fill(color_grade, stone)
            lit = tuple(min(255, round(part * 1.5 + 10)) for part in dark)
            wall.fill(lit, (stone.x, stone.y, stone.w, 1))
            x += STONE_PX
    _rim(wall, edge)
    return wall


def _rim(wall: pygame.Surface, edge: Color) -> None:
    width, height = wall.get_size()
    for depth, share in enumerate((0.8, 0.42, 0.2, 0.1)):
        light = tuple(round(part * share) for part in edge)
        wall.fill(light, (width - 1 - depth, 0, 1, height), special_flags=pygame.BLEND_RGB_MAX)
        faint = tuple(round(part * share * 0.4) for part in edge)
        wall.fill(faint, (depth, 0, 1, height), special_flags=pygame.BLEND_RGB_MAX)


@lru_cache(maxsize=16)
def jamb_of(dark: Color, edge: Color, leading: bool) -> pygame.Surface:
    """Return the edge of the passing wall, out of focus: a gradient from the light outside to the wall's dark color."""
    width = 26
    ramp = np.linspace(1.0, 0.0, width) ** 2.4
    if not leading:
        ramp = ramp[::-1]
    colors = np.array(dark) + (np.array(edge) * 0.5 - np.array(dark)).clip(0) * ramp[:, None]
    jamb = pygame.Surface((width, HEIGHT), 0, 32)
    pixels = pygame.surfarray.pixels3d(jamb)
    pixels[:] = colors[:, None, :].astype(np.uint8)
    del pixels
    return jamb
