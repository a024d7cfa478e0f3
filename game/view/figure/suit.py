"""Dyes the fighter's clothes: his slate-blue cloth becomes a brick-red sweat suit of the same brightness."""

import pygame

from game.view.canvas.color import Color

LEAST_BLUE = 6
"""By how much the blue of a cloth's color is above its red, 0 to 255: skin, wraps and cap are warmer."""
DYE = (1.7, 0.74, 0.66)
"""Red, green and blue of the suit, as factors of the cloth's brightness."""
LUMA = (0.299, 0.587, 0.114)
"""Weights of red, green and blue in brightness (ITU-R BT.601)."""


def dyed(picture: pygame.Surface) -> pygame.Surface:
    """Return a copy of an indexed picture in which the cloth is dyed; a picture without a palette is only copied."""
    copied = picture.copy()
    if copied.get_bitsize() == 8:
        copied.set_palette([dyed_color((color[0], color[1], color[2])) for color in copied.get_palette()])
    return copied


def dyed_color(color: Color) -> Color:
    """Return the color of the suit for a color of the cloth; any other color stays."""
    red, green, blue = color
    if blue - red < LEAST_BLUE or blue < green:
        return color
    brightness = red * LUMA[0] + green * LUMA[1] + blue * LUMA[2]
    red, green, blue = (min(255, round(brightness * factor)) for factor in DYE)
    return red, green, blue
