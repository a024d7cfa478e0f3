"""Sweat: highlights in the middle of each lit patch of skin, small at first, larger later in the song.

The patches are found in the picture itself, by the palette entries that the sheet names as skin.
"""

from bisect import bisect_right

import numpy as np
import numpy.typing as npt
import pygame

from game.timing.units import US_PER_SECOND, Micros
from game.view.canvas.pictures import cached_by_picture

WARM_FROM_US = (36 * US_PER_SECOND, 70 * US_PER_SECOND, 104 * US_PER_SECOND)
"""Song times from which the skin is warm, wet and streaming, in microseconds: after the market, at the bags, at the
push-ups.
"""
WET_SLOT = 255
"""Palette entry of the highlight: the last one, which no sheet uses."""
BRIGHT = (10, 14, 22)
"""Difference of the highlight from the mean of the skin's lightest tone and its rim: a cool reflection of the sky."""
DEEP_PX = {True: (3, 2, 1), False: (2, 1, 1)}
"""Depth inside a lit patch at which the highlight begins, px by step: for figures of twice the running size, and for
runners.
"""
LARGE_PIXELS_PER_METRE = 75.0
"""Scale from which on a figure counts as large, px a metre."""

Mask = npt.NDArray[np.bool_]


def sweat_at(song_us: Micros) -> int:
    """Return the wetness at a song time: 0 dry to 3."""
    return bisect_right(WARM_FROM_US, song_us)


@cached_by_picture(maxsize=192)
def glistening(picture: pygame.Surface, skin: tuple[int, int], deep_px: int) -> pygame.Surface:
    """Return a picture whose lit skin has highlights where it is `deep_px` inside a patch.

    `skin` holds the palette entries of the skin's lightest tone and of its rim.
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
