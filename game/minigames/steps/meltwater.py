"""Draws meltwater on the stairs, reflecting the sky, on treads that have a cue."""

import pygame

from game.view.film.draw_context import DrawContext

WATER = (84, 128, 190)
"""Color of the water."""
GLEAM = (250, 252, 255)
"""Color of the sky's reflection."""
DRIP = (136, 138, 160)
"""Factor by which the wet riser is darkened."""


def draw_meltwater(context: DrawContext, corner: tuple[int, int], size: tuple[int, int], drip: int) -> None:
    """Draw water on a tread of `size` px, running `drip` px down its riser."""
    (x, y), (width, height) = corner, size
    for row in range(height):
        inset = width // 8 if row in (0, height - 1) and height > 2 else 0
        context.target.fill(WATER, (x + inset, y + row, width - 2 * inset, 1))
    context.target.fill(GLEAM, (x + width // 5, y + height // 2, width * 3 // 5, 1))
    for row in range(drip):
        inset = width * (2 + 5 * row // drip) // 16
        context.target.fill(DRIP, (x + inset, y + height + row, width - 2 * inset, 1), pygame.BLEND_RGB_MULT)
