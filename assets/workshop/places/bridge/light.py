"""The light under the bridge: its print, its sun, how much of it is left along the way; and how long the way is, px."""

import numpy as np

from ..built.strip import Light
from ..paint.colour import Array, smooth
from ..paint.film import Look
from ..stage import Window

LOOK = Look(0.86, "#16283c", "#ffe8bc", 0.32, 0.09, 0.98, 0.03, 1.05, 0.9)
SUN = Light((0.36, 0.40, 0.84), "#ffd8a4", 10, "#7c98b4", 0.75, "#3a3a3a", 0.3, 5, 10)
SUN_X, SUN_Y = 360, 150
LENGTH = 2304


def dusk(w: Window) -> Array:
    """How much light is left along the way: least about 36 m."""
    x = (np.arange(w.width) + w.left - (1 - w.factor) * 320) / w.scale
    return (1 - 0.62 * smooth(16, 34, x) * smooth(43.5, 39.5, x)).astype(np.float32)
