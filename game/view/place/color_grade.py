"""The color grade's tint by form, and the lift of its shadows. Tints are near white, because places are painted in
their own light.
"""

from dataclasses import replace

import pygame

from game.content.look import ColorGrade
from game.content.look_values import Color
from game.view.canvas.easing import clamp
from game.view.canvas.light import tuple_scaled

DIM_BETWEEN = 0.2
"""How much darker the picture is half way between two places: bright windows and shafts that the camera passes with
something dark before them are no flashes then.
"""
TINT_CURVE = 2.0
"""Exponent of the tint's change: the initial band is tinted nearer to the highest than to the lowest."""


def tint_at(color_grade: ColorGrade, warmth: float) -> Color:
    """Return the tint that multiplies the picture at a warmth of 0.0 to 3.0."""
    share = 1.0 - clamp(1.0 - warmth / 3.0) ** TINT_CURVE
    red, green, blue = (round(c + (w - c) * share) for c, w in zip(color_grade.cool, color_grade.warm, strict=True))
    return red, green, blue


def mixed(before: ColorGrade, after: ColorGrade, share: float) -> ColorGrade:
    """Return the grade of a picture on the way from one place's to another's, 0.0 to 1.0: tints, lift and vignette pass
    over, the rest changes half way. On the way the picture is darker.
    """
    light = 1.0 - DIM_BETWEEN * 4.0 * share * (1.0 - share)
    return replace(
        before if share < 0.5 else after,
        cool=tuple_scaled(_between(before.cool, after.cool, share), light),
        warm=tuple_scaled(_between(before.warm, after.warm, share), light),
        lift=_between(before.lift, after.lift, share),
        vignette=before.vignette + (after.vignette - before.vignette) * share,
    )


def _between(before: Color, after: Color, share: float) -> Color:
    red, green, blue = (round(one + (other - one) * share) for one, other in zip(before, after, strict=True))
    return red, green, blue


def draw_grade(target: pygame.Surface, color_grade: ColorGrade, warmth: float) -> None:
    """Multiply the target's clip by the tint at a warmth of 0.0 to 3.0, and add the lift: lights and shadows can have
    colors of their own.
    """
    target.fill(tint_at(color_grade, warmth), special_flags=pygame.BLEND_RGB_MULT)
    if any(color_grade.lift):
        target.fill(color_grade.lift, special_flags=pygame.BLEND_RGB_ADD)
