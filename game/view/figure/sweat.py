"""Sweat: as he warms, his skin shines. The middle of each lit patch of it goes bright, first small, then wider.

Nothing is stored for it but where a sheet's palette has his skin: the patches are found in the picture itself.
"""

from bisect import bisect_right

import numpy as np
import numpy.typing as npt
import pygame

from game.timing.units import US_PER_SECOND, Micros
from game.view.canvas.pictures import cached_by_picture

WARM_FROM_US = (36 * US_PER_SECOND, 70 * US_PER_SECOND, 104 * US_PER_SECOND)
"""From then on he is warm, wet, and streaming: out of the market, at the bags, at the push-ups."""
WET_SLOT = 255
"""The palette's last color, which no sheet uses."""
BRIGHT = (10, 14, 22)
"""What wet skin has beyond the mean of its lightest tone and its rim: the cool of the sky in it."""
DEEP_PX = {True: (3, 2, 1), False: (2, 1, 1)}
"""How far inside a lit patch the shine begins, by step: on a figure of twice the running size, and on a runner."""
LARGE_PIXELS_PER_METRE = 75.0

Mask = npt.NDArray[np.bool_]


def sheen_at(song_us: Micros) -> int:
    """Return how wet he is at a moment of the song: 0 dry to 3."""
    return bisect_right(WARM_FROM_US, song_us)


@cached_by_picture(maxsize=192)
def glistening(picture: pygame.Surface, skin: tuple[int, int], deep_px: int) -> pygame.Surface:
    """Return a picture whose lit skin shines where it is `deep_px` inside a patch.

    `skin` holds the palette's places of the skin's lightest tone and of its rim.
    """
    copy = picture.copy()
    light, hot = skin
    pixels = pygame.surfarray.pixels2d(copy)
    lit = (pixels == light) | (pixels == hot)
    core = lit & (pixels == light)
    for _ in range(deep_px):
        core &= _surrounded(lit)
        lit = core
    pixels[core] = WET_SLOT
    del pixels
    palette = [tuple(color[:3]) for color in copy.get_palette()]
    mixed = zip(palette[light], palette[hot], BRIGHT, strict=True)
    palette[WET_SLOT] = tuple(min(255, (a + b) // 2 + more) for a, b, more in mixed)
    copy.set_palette(palette)
    copy.set_colorkey(picture.get_colorkey() and 0)
    return copy


def _surrounded(mask: Mask) -> Mask:
    """Return the pixels whose four neighbours are in the mask too."""
    inner = np.zeros_like(mask)
    inner[1:-1, 1:-1] = mask[:-2, 1:-1] & mask[2:, 1:-1] & mask[1:-1, :-2] & mask[1:-1, 2:]
    return inner
