"""The yard's light: its print, its low sun, the colour of its air, and light from behind on edges."""

import numpy as np

from ..built.strip import Light
from ..paint.colour import Array, colour
from ..paint.film import Look
from ..stage import LEAD, Window

LOOK = Look(0.84, "#1e3050", "#ffd8a0", 0.30, 0.10, 1.04, 0.03, 1.03, 0.8)
SUN = Light((0.20, 0.205, 1), "#ffb878", 9, "#5a6490", 0.9, "#2a2022", 0.4, 6, 6)
SUN_X, SUN_Y = 388, 206
LENGTH = 3072
SKY_FACTOR = 0.006
"""The sun is as good as infinitely far: it stands over the point that the tracks run to."""


def glow_at(w: Window, reach: float) -> Array:
    """How near each column is to the sun on the screen, halfway along the place; 0..1 across the layer."""
    if w.factor > 0.1:
        return np.ones((1, w.width), np.float32)
    x = w.column(LENGTH / 2 - LEAD, SUN_X)
    return np.exp(-np.abs(np.arange(w.width) - x) / reach).astype(np.float32)[None]


def haze_tint(w: Window, k: float = 1.0) -> Array:
    """The colour of the air: warm towards the sun, lilac away from it."""
    g = glow_at(w, 190)[..., None] if w.factor <= 0.1 else np.full((1, w.width, 1), 0.55, np.float32)
    return (colour("#8c8c98") * (1 - g) + colour("#ffc884") * 1.15 * g) * k


def rim(img: Array, mask: np.ndarray, tint: str, amount: float) -> Array:
    """Light from behind on upper edges and, fainter, on the right-hand ones."""
    thick = mask & np.roll(mask, -1, 0) & np.roll(mask, -2, 0)  # a wire or a lath has no upper side to be lit
    up, right = thick & ~np.roll(mask, 1, 0), mask & np.roll(mask, 1, 1) & np.roll(mask, 2, 1) & ~np.roll(mask, -1, 1)
    up[0], right[:, -1] = False, False
    edge = up * 1.0 + right * 0.55
    return (img + colour(tint) * (edge * amount)[..., None]).astype(np.float32)
