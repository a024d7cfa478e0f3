"""The color grade's tint by form, and the lift of its shadows. Tints are near white, because places are painted in
their own light.
"""

import pygame

from game.content.look import ColorGrade
from game.content.look_values import Color
from game.view.canvas.easing import clamp

TINT_CURVE = 2.0
"""Exponent of the tint's change: the initial band is tinted nearer to the highest than to the lowest."""


def tint_at(color_grade: ColorGrade, warmth: float) -> Color:
    """Return the tint that multiplies the picture at a warmth of 0.0 to 3.0."""
    share = 1.0 - clamp(1.0 - warmth / 3.0) ** TINT_CURVE
    red, green, blue = (round(c + (w - c) * share) for c, w in zip(color_grade.cool, color_grade.warm, strict=True))
    return red, green, blue


def draw_grade(target: pygame.Surface, color_grade: ColorGrade, warmth: float) -> None:
    """Multiply the target's clip by the tint at a warmth of 0.0 to 3.0, and add the lift: lights and shadows can have
    colors of their own.
    """
    target.fill(tint_at(color_grade, warmth), special_flags=pygame.BLEND_RGB_MULT)
    if any(color_grade.lift):
        target.fill(color_grade.lift, special_flags=pygame.BLEND_RGB_ADD)
