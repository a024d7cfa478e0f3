"""Wet ground: puddles as holes in the road's layer, and upside-down layers below it that keep their own parallax."""

import numpy as np
from scipy import ndimage as ndi

from ..stage import HEIGHT, Painted
from .colour import Array, blend, colour
from .film import Look, develop
from .noise import fbm, value_noise


def mirrored(
    img: Array, hit: np.ndarray, base: float, seed: int, look: Look, sky: str | None = None, dim: float = 0.62
) -> Painted:
    """What stands on row `base` (linear light), upside down, darker, rippled; where nothing stands, the sky's tint."""
    out, mask = np.zeros_like(img), np.zeros_like(hit)
    for y in range(int(base), HEIGHT):
        wave = np.round((value_noise(1, img.shape[1], 9, 1, seed + y)[0] - 0.5) * (y - base) / 11).astype(int)
        cols = np.clip(np.arange(img.shape[1]) + wave, 0, img.shape[1] - 1)
        src = max(0, int(2 * base) - y)
        out[y], mask[y] = img[src, cols], hit[src, cols]
    out = blend(out * dim, colour("#2a3448") * 0.5, 0.18)
    if sky:
        out = np.where(mask[..., None], out, colour(sky) * 0.8)
        mask = np.zeros_like(mask)
        mask[int(base) :] = True
    return Painted(develop(out, look), mask)


def from_row(painted: Painted, row: float) -> Painted:
    """Nothing above `row`: a mirror must not cover the dry ground behind the road."""
    mask = painted.mask.copy()
    mask[: int(row)] = False
    return Painted(painted.rgb, mask)


def puddles(
    ground: np.ndarray, top: float, seed: int, level: "float | Array" = 0.555
) -> tuple[np.ndarray, np.ndarray, Array]:
    """Holes below row `top` where the ground is wetter than `level`, their darker rims, and the wetness 0..1 itself."""
    h, w = ground.shape
    yy = np.mgrid[0:h, 0:w][0]
    wet = fbm(h, w, 150, 11, seed, 4) + (value_noise(h, w, 7, 3, seed + 1) - 0.5) * 0.05
    hole = ground & (yy > top) & (wet > level) & ~((yy % 8 == 0) & (wet < level + 0.045))
    return hole, ndi.binary_dilation(hole) & ~hole & ground, wet
