"""Down to few colours: k-means in OKLab, and Bayer dither between two neighbours where the picture is flat."""

import numpy as np
from numba import njit
from scipy import ndimage as ndi

from .colour import Array, from_oklab, oklab, to_linear, to_srgb

BAYER4 = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]], np.float32)
_WEIGHT = np.array([1, 1.6**0.5, 1.6**0.5])  # hue counts a little more than lightness


def palette_of(img: Array, mask: np.ndarray, k: int, seed: int = 1) -> Array:
    """k colours of the masked pixels, display-linear, dark to light; big flats weigh less than their area."""
    lab = oklab(np.clip(img[mask], 0, 1))
    cells = np.round(lab / np.array([0.02, 0.012, 0.012])).astype(np.int64)
    key = (cells[:, 0] * 4096 + cells[:, 1] + 512) * 4096 + cells[:, 2] + 512
    _, index, count = np.unique(key, return_index=True, return_counts=True)
    pts, weight = lab[index] * _WEIGHT, count.astype(np.float64) ** 0.45
    rng = np.random.default_rng(seed)
    if len(pts) <= k:
        centres = pts
    else:
        centres = pts[rng.choice(len(pts), k, replace=False, p=weight / weight.sum())]
        for _ in range(24):
            own = ((pts[:, None] - centres[None]) ** 2).sum(-1).argmin(1)
            total = np.bincount(own, weight, k)
            for c in range(3):
                centres[:, c] = np.bincount(own, weight * pts[:, c], k) / np.maximum(total, 1e-9)
            for j in np.flatnonzero(total == 0):
                centres[j] = pts[rng.choice(len(pts), p=weight / weight.sum())]
    lab = centres / _WEIGHT
    linear = np.clip(from_oklab(lab[np.argsort(lab[:, 0])].astype(np.float32)), 0, 1)
    return to_linear(np.round(to_srgb(linear) * 255) / 255)


def flatness(img: Array, low: float = 0.012, high: float = 0.035) -> Array:
    """1 where the local spread of luma is small (sky, fog), 0 on texture."""
    luma = to_srgb(img) @ np.array([0.3, 0.59, 0.11], np.float32)
    mean = ndi.uniform_filter(luma, 7)
    spread = np.sqrt(np.clip(ndi.uniform_filter(luma * luma, 7) - mean * mean, 0, None))
    t = np.clip((spread - low) / (high - low), 0, 1)
    return (1 - t * t * (3 - 2 * t)).astype(np.float32)


@njit(cache=True)
def _pick(lab, pal, bayer, strength, mask, out):
    h, w, _ = lab.shape
    for y in range(h):
        for x in range(w):
            if not mask[y, x]:
                continue
            near, first = 1e9, 0
            for p in range(pal.shape[0]):
                d = (lab[y, x, 0] - pal[p, 0]) ** 2 + 1.6 * (
                    (lab[y, x, 1] - pal[p, 1]) ** 2 + (lab[y, x, 2] - pal[p, 2]) ** 2
                )
                if d < near:
                    near, first = d, p
            out[y, x] = first
            if strength[y, x] <= 0:
                continue
            best, second, part = near, first, 0.0
            for p in range(pal.shape[0]):
                e0, e1, e2 = pal[p, 0] - pal[first, 0], pal[p, 1] - pal[first, 1], pal[p, 2] - pal[first, 2]
                l2 = e0 * e0 + 1.6 * (e1 * e1 + e2 * e2)
                if p == first or l2 > 0.02:
                    continue
                q0, q1, q2 = lab[y, x, 0] - pal[first, 0], lab[y, x, 1] - pal[first, 1], lab[y, x, 2] - pal[first, 2]
                t = min(0.5, (q0 * e0 + 1.6 * (q1 * e1 + q2 * e2)) / (l2 + 1e-9))
                if t <= 0:
                    continue
                d = (q0 - t * e0) ** 2 + 1.6 * ((q1 - t * e1) ** 2 + (q2 - t * e2) ** 2) + l2 * 0.06
                if d < best:
                    best, second, part = d, p, t
            if second != first and (bayer[y % 4, x % 4] + 0.5) / 16 < part * strength[y, x]:
                out[y, x] = second


def quantise(img: Array, mask: np.ndarray, palette: Array, dither: float = 0.9) -> np.ndarray:
    """Index of each masked pixel's colour; two-colour Bayer only where the picture is flat."""
    out = np.zeros(mask.shape, np.int32)
    strength = flatness(img) * dither if dither else np.zeros(mask.shape, np.float32)
    _pick(oklab(np.clip(img, 0, 1)), oklab(palette), BAYER4, np.ascontiguousarray(strength, np.float32), mask, out)
    return out
