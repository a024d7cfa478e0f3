"""Value noise with fixed seeds: the only randomness a texture is made of."""

import numpy as np

from .colour import Array


def value_noise(h: int, w: int, sx: float, sy: float, seed: int = 0) -> Array:
    """Smooth noise 0..1 of cells sx by sy px; wraps in x, so that strips tile."""
    rng = np.random.default_rng(seed)
    gh, gw = int(h / sy) + 3, max(1, round(w / sx))
    grid = rng.random((gh, gw)).astype(np.float32)
    grid = np.concatenate([grid, grid[:, :2] if gw > 1 else np.repeat(grid, 2, 1)], 1)
    y, x = (np.arange(h) / sy)[:, None], (np.arange(w) * gw / w)[None]
    yi, xi = y.astype(int), x.astype(int)
    fy, fx = y - yi, x - xi
    fy, fx = fy * fy * (3 - 2 * fy), fx * fx * (3 - 2 * fx)
    top = grid[yi, xi] * (1 - fx) + grid[yi, xi + 1] * fx
    low = grid[yi + 1, xi] * (1 - fx) + grid[yi + 1, xi + 1] * fx
    return (top * (1 - fy) + low * fy).astype(np.float32)


def fbm(h: int, w: int, sx: float, sy: float, seed: int = 0, octaves: int = 4, gain: float = 0.5) -> Array:
    """Octaves of value noise, 0..1, biggest cells sx by sy px."""
    out, amp, total = np.zeros((h, w), np.float32), 1.0, 0.0
    for i in range(octaves):
        out += amp * value_noise(h, w, max(1, sx / 2**i), max(1, sy / 2**i), seed + 17 * i)
        total += amp
        amp *= gain
    return (out / total).astype(np.float32)
