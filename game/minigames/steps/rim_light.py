"""The light along his left side while the shadow's edge passes him: the sun comes from there, round the corner."""

import numpy as np
import pygame

from game.view.canvas.color import Color
from game.view.canvas.easing import clamp
from game.view.canvas.pictures import cached_by_picture

COMES_BEATS = 0.35
"""Beats over which the rim comes, until the edge passes his feet."""
STAYS_BEATS = 0.25
"""Beats for which it stays after that."""
GOES_BEATS = 0.75
"""Beats over which it fades."""
STEPS = 4
"""Steps of its strength, so that few are kept."""
HOT: Color = (255, 190, 96)
"""Light added on the outermost pixel of his left side."""
WARM: Color = (120, 74, 22)
"""Light added on the pixel within that."""


def rim_at(beats: float) -> int:
    """Return the steps of the rim's strength, 0 to `STEPS`, at beats since the shadow's edge passed him."""
    share = clamp(1.0 + beats / COMES_BEATS) if beats < 0 else clamp(1.0 - (beats - STAYS_BEATS) / GOES_BEATS)
    return round(STEPS * share)


@cached_by_picture(maxsize=48)
def left_rim(picture: pygame.Surface, strength: int) -> pygame.Surface:
    """Return the light to add to a picture of him, black where there is none, at 1 to `STEPS` steps of strength."""
    mask = pygame.mask.from_surface(picture)
    solid = pygame.surfarray.array_alpha(mask.to_surface(setcolor=(255,) * 4, unsetcolor=(0,) * 4)) > 0
    outside = np.zeros((solid.shape[0] + 2, solid.shape[1] + 1), bool)
    outside[2:, 1:] = solid
    edge = solid & ~(outside[1:-1, 1:] & outside[2:, :-1])
    within = solid & ~outside[:-2, 1:] & ~edge
    light = pygame.Surface(picture.get_size(), 0, 8)
    tones = [tuple(part * strength // STEPS for part in color) for color in (HOT, WARM)]
    light.set_palette([(0, 0, 0), *tones])
    pygame.surfarray.blit_array(light, edge.astype(np.uint8) + 2 * within.astype(np.uint8))
    return light
