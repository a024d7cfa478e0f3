"""The river's light: its print, its high sun, the colour of its air."""

import numpy as np

from ..built.strip import Light
from ..paint.colour import Array, colour
from ..paint.film import Look
from ..paint.relight import Daylight
from ..stage import LEAD, Window

LOOK = Look(0.80, "#1c3450", "#ffe4b4", 0.26, 0.11, 1.0, 0.03, 1.06, 0.8)
SUN = Light((0.20, 0.40, 0.90), "#ffd49a", 6.0, "#7c94b4", 0.9, "#3a3632", 0.4, 4, 6)
DAY = Daylight((0.45, -0.62, -0.10), "#ffdca4", 1.55, "#8ca4bc", "#4c4c50", 0.55, 1.1, 44, 2.0, (0.3, 0.2, 0.1))
SUN_X, SUN_Y = 438, 96
LENGTH, SHIP, SHIP_ENTERS = 6144, 0.12, 440


def air(w: Window) -> Array:
    """Haze: golden under the sun, blue away from it; only the slow layers know where the sun is."""
    if w.factor > 0.2:
        return np.broadcast_to(colour("#a4b4b8") * 0.9, (1, w.width, 3)).astype(np.float32)
    x = w.column(LENGTH / 2 - LEAD, SUN_X)
    g = np.exp(-np.abs(np.arange(w.width) - x) / 250)[None, :, None]
    return (colour("#86a6b8") * 0.85 * (1 - g) + colour("#ffd8a0") * g).astype(np.float32)
