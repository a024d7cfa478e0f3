"""The unlocked looks of the print: dusk instead of daylight, and black and white."""

import pygame

from game.view.canvas.color import Color
from game.view.canvas.options import UnlockableLook

DUSK: Color = (176, 150, 196)
"""What dusk multiplies a place with a sun by."""
AFTERGLOW: Color = (20, 4, 8)
"""What dusk adds to its shadows."""


def draw_looks(target: pygame.Surface, looks: frozenset[UnlockableLook], has_sun: bool) -> None:
    """Draw the looks over a finished picture. `has_sun`: whether the sun shines on the place; dusk falls only there."""
    if UnlockableLook.DUSK in looks and has_sun:
        target.fill(DUSK, special_flags=pygame.BLEND_RGB_MULT)
        target.fill(AFTERGLOW, special_flags=pygame.BLEND_RGB_ADD)
    if UnlockableLook.BLACK_AND_WHITE in looks:
        pygame.transform.grayscale(target, target)
