"""The sun's light along one side of a body that it comes from behind: two pixels, added to the drawn picture, so that
it is as bright on a body that stands dark against the sky.
"""

from dataclasses import dataclass

import numpy as np
import pygame

from game.view.canvas.color import Color
from game.view.canvas.pictures import cached_by_picture

RIM_STEPS = 4
"""Steps of a rim's strength, so that few are kept."""


@dataclass(frozen=True, slots=True)
class SunRim:
    """A rim: the side that the sun is on (-1 left, 1 right), and the light added on the outermost pixel of that side
    and of what faces up, and on the pixel within.
    """

    side: int
    outer: Color
    inner: Color


def draw_sun_rim(
    target: pygame.Surface, picture: pygame.Surface, corner: tuple[int, int], rim: SunRim, steps: int
) -> None:
    """Add a rim to a body's picture that was drawn with its upper left corner at a pixel, at 0 to `RIM_STEPS`."""
    if steps > 0:
        target.blit(sun_rim(picture, rim, steps), corner, special_flags=pygame.BLEND_RGB_ADD)


@cached_by_picture(maxsize=96)
def sun_rim(picture: pygame.Surface, rim: SunRim, steps: int) -> pygame.Surface:
    """Return the light to add to a body's picture, black where there is none, at 1 to `RIM_STEPS`."""
    mask = pygame.mask.from_surface(picture)
    solid = pygame.surfarray.array_alpha(mask.to_surface(setcolor=(255,) * 4, unsetcolor=(0,) * 4))[:: -rim.side] > 0
    outside = np.zeros((solid.shape[0] + 2, solid.shape[1] + 1), bool)
    outside[2:, 1:] = solid
    edge = solid & ~(outside[1:-1, 1:] & outside[2:, :-1])
    within = solid & ~outside[:-2, 1:] & ~edge
    light = pygame.Surface(picture.get_size(), 0, 8)
    tones = [tuple(part * steps // RIM_STEPS for part in color) for color in (rim.outer, rim.inner)]
    light.set_palette([(0, 0, 0), *tones])
    pygame.surfarray.blit_array(light, (edge.astype(np.uint8) + 2 * within.astype(np.uint8))[:: -rim.side])
    return light
