"""The street upside down in its puddles: drawn out into streaks, dim at the far edge; no line of it is straight."""

import numpy as np

from ..paint.colour import Array, blend, colour, smooth
from ..paint.film import develop
from ..paint.noise import value_noise
from ..stage import HEIGHT, Painted
from .light import LOOK

DIM = 0.62
"""Share of the light that the water gives back."""
SWELL_PX = 9.0
"""Distance by which the waves shift what is mirrored up and down, px, more the nearer it is."""
DEEP_ROWS = 46
"""Over so many rows the mirror gains its light from the far edge on."""
DARK = "#242c3e"
"""The water itself, where little is mirrored."""


def mirrored(img: Array, hit: np.ndarray, base: float, seed: int, sky: Array | None) -> Painted:
    """What stands on row `base` (linear light), upside down; where nothing stands, the sky's tint, or nothing."""
    high, wide = img.shape[:2]
    out, mask = np.zeros_like(img), np.zeros_like(hit)
    swell = value_noise(HEIGHT, wide, 34, 2, seed + 5) - 0.5
    for y in range(int(base), HEIGHT):
        depth = y - base
        across = np.round((value_noise(1, wide, 9, 1, seed + y)[0] - 0.5) * depth / 9).astype(int)
        columns = np.clip(np.arange(wide) + across, 0, wide - 1)
        rows = np.round(2 * base - y + swell[y] * SWELL_PX * min(1.0, 0.5 + depth / 40)).astype(int)
        rows = np.clip(rows, 0, min(int(base), high - 1))
        out[y], mask[y] = img[rows, columns], hit[rows, columns]
    out = out * DIM
    if sky is not None:
        out = np.where(mask[..., None], out, sky)
        mask = np.zeros_like(mask)
        mask[int(base) :] = True
    yy = np.mgrid[0:HEIGHT, 0:wide][0]
    given = smooth(-4, DEEP_ROWS, yy - base + 26 * swell)
    return Painted(develop(blend(np.broadcast_to(colour(DARK), out.shape), out, 0.22 + 0.6 * given), LOOK), mask)
