"""Draws meltwater on the stair of a cue: a pool on the tread that mirrors the sky, and a stain that runs over the nose.

Told by light as well as by color: the pool is darker than the stone in the sun and lighter than it in the shade, so
that it is also seen by those who do not tell blue from yellow. The sky's glint runs along the nose from both ends of
the pool, and its halves meet on the beat.
"""

from functools import lru_cache
from typing import TypeAlias

import numpy as np
import pygame

POOL = (118, 142, 176)
"""Color of the sky in the pool."""
FAR_SIDE = (92, 116, 152)
"""Color of the pool at its far side, where it mirrors the stair behind it."""
STAIN = (16, 22, 40)
"""Color of the wet stone."""
STAIN_COVER = 0.66
"""Share of the stone that the stain covers under the nose; less towards its end."""
GLINT = (255, 255, 250)
"""Color of the glint."""
GLINT_PX = 2
"""Height of the glint, px."""
WIDTH_STEP_PX = 4
"""Steps of a patch's width, px, so that few are computed."""
POOL_SHARE = 0.9
"""Share of a patch's width that the pool takes: beyond its ends the stone is damp."""
WetShare: TypeAlias = "np.ndarray[tuple[int, ...], np.dtype[np.float64]]"
_LOBES = ((0.9, 0.2, 0.16), (2.1, 2.4, 0.22), (3.8, 0.9, 0.12))
"""How far the pool hangs over the nose: cycles over its width, phase in radians, share of the riser."""
_SEEPS = ((1.4, 1.3, 0.22), (3.1, 0.3, 0.26), (6.7, 2.0, 0.14))
"""How far the stain runs below that, likewise."""


def draw_meltwater(
    target: pygame.Surface, corner: tuple[int, int], size: tuple[int, int], drip: int, closed: float
) -> None:
    """Draw water on a tread of `size` px, running down `drip` px of riser; `closed` 0 to 1: how far the halves of the
    glint have come together.
    """
    (x, y), tread = corner, size[1]
    width = max(WIDTH_STEP_PX, size[0] // WIDTH_STEP_PX * WIDTH_STEP_PX)
    target.blit(wet_patch(width, tread, drip), (x, y))
    inset = round(width * (1.0 - POOL_SHARE) / 2)
    long, row = round((width / 2 - inset) * closed), y + tread - GLINT_PX + 1
    if long > 0:
        target.fill(GLINT, (x + inset, row, long, GLINT_PX))
        target.fill(GLINT, (x + width - inset - long, row, long, GLINT_PX))


@lru_cache(maxsize=512)
def wet_patch(width: int, tread: int, drip: int) -> pygame.Surface:
    """Return the pool and its stain, without the glint: `tread` + `drip` rows."""
    patch = pygame.Surface((width, tread + drip), pygame.SRCALPHA, 32)
    share = ((np.arange(width) + 0.5) / width)[:, None]
    down = np.arange(tread + drip, dtype=np.float64)[None, :] + 0.5
    round_of_stain, round_of_pool = _round(share, 1.0), _round(share, POOL_SHARE)
    hangs = drip * _waves(_LOBES, share)
    on_pool = (down >= tread * (1.0 - round_of_pool) * 0.8) & (down < (tread + hangs) * round_of_pool)
    runs = (tread + hangs + 1.0 + drip * _waves(_SEEPS, share)) * np.sqrt(round_of_stain)
    on_stain = (down >= tread * (1.0 - round_of_stain)) & (down < runs)
    fades = 1.0 - 0.5 * np.clip((down - tread) / max(1, drip), 0.0, 1.0)
    far = np.clip((down - 0.5) / max(1, tread - 1), 0.0, 1.0)[..., None]
    water = np.array(FAR_SIDE) * (1.0 - far) + np.array(POOL) * far
    pixels, covers = pygame.surfarray.pixels3d(patch), pygame.surfarray.pixels_alpha(patch)
    pixels[:] = np.where(on_pool[..., None], water, np.array(STAIN)).astype(np.uint8)
    covers[:] = (255 * np.where(on_pool, 1.0, np.where(on_stain, STAIN_COVER * fades, 0.0))).astype(np.uint8)
    return patch


def _round(share: WetShare, long: float) -> WetShare:
    """Return the thickness, 0 to 1, of a blunt lens that takes the middle `long` of a width, at shares of it."""
    return np.clip(1.0 - np.abs((2.0 * share - 1.0) / long) ** 3.2, 0.0, 1.0)


def _waves(waves: tuple[tuple[float, float, float], ...], share: WetShare) -> WetShare:
    """Return the sum of squared sines at shares of a length."""
    summed = np.zeros_like(share)
    for cycles, phase, high in waves:
        summed += high * np.sin(np.pi * cycles * share + phase) ** 2
    return summed
