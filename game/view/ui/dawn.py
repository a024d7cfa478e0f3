"""Draws a plain dawn over rails from bands of color: shown in the first second, before the art is loaded."""

import pygame

from game.view.canvas.color import Color

SIZE = (640, 360)
"""Width and height of the picture, px."""
HORIZON = 238
"""Row of the horizon."""
SKY = (
    (20, 14, 18),
    (36, 24, 32),
    (52, 34, 42),
    (78, 50, 50),
    (118, 72, 56),
    (166, 104, 66),
    (213, 150, 92),
    (244, 196, 138),
)
"""Colors of the sky from the zenith down."""
GROUND = ((52, 38, 34), (36, 26, 25), (24, 17, 17), (16, 11, 12))
"""Colors of the ground from the horizon down."""
BAYER = ((0, 8, 2, 10), (12, 4, 14, 6), (3, 11, 1, 9), (15, 7, 13, 5))
"""Ordered-dither matrix, 4x4."""
SUN_AT = (452, 226)
"""Position of the sun."""
SUN_RADIUS = 15
"""Radius of the sun, px."""


def paint_dawn() -> pygame.Surface:
    """Return the picture, 640x360."""
    canvas = pygame.Surface(SIZE, 0, 32)
    _bands(canvas, SKY, 0, HORIZON)
    _bands(canvas, GROUND, HORIZON, SIZE[1])
    pygame.draw.circle(canvas, (255, 232, 190), SUN_AT, SUN_RADIUS)
    _skyline(canvas)
    for foot in (-260, 120, 700, 1180):
        pygame.draw.aaline(canvas, (120, 84, 62), (SUN_AT[0], HORIZON), (foot, SIZE[1]))
    return canvas


def _bands(canvas: pygame.Surface, tones: tuple[Color, ...], top: int, bottom: int) -> None:
    """Fill from `top` to `bottom` with colors that blend into each other by ordered dithering."""
    for y in range(top, bottom):
        depth = (y - top) / (bottom - top) * (len(tones) - 1)
        color_grade, rest = int(depth), depth - int(depth)
        row = BAYER[y % 4]
        canvas.fill(tones[color_grade], (0, y, SIZE[0], 1))
        for column in range(4):
            if rest * 16 > row[column] + 0.5:
                for x in range(column, SIZE[0], 4):
                    canvas.set_at((x, y), tones[color_grade + 1])


def _skyline(canvas: pygame.Surface) -> None:
    """Draw roofs and poles in front of the sky."""
    left = 0
    for index in range(40):
        width = 10 + index * 37 % 19
        height = 6 + index * 53 % 23
        canvas.fill((58, 38, 36), (left, HORIZON - height, width, height))
        left += width
    for x in range(40, SIZE[0], 96):
        canvas.fill((34, 22, 24), (x, HORIZON - 62, 2, 62))
        canvas.fill((34, 22, 24), (x - 9, HORIZON - 56, 20, 2))
