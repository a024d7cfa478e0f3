"""The shafts of sun at the heavy bag: light of each window that comes down through the dust of the room."""

import numpy as np

from ..paint.close import EYE, HORIZON, factor
from ..paint.colour import Array, smooth
from ..stage import HEIGHT, Window
from .light import HEAD, SASHES, SILL, WALL_Z

CAMERA = 9.4
"""Middle of the picture at the heavy bag, metres: only from there do the shafts meet their windows."""
LEAN = 1.16
"""Columns that a shaft moves to the right for each row: from a window to its light on the floor."""
REACH_PX = (250.0, 400.0)
"""Distances from the middle of the picture between which the shafts are lost."""
FADE_ROWS = 190.0
"""Rows on which a shaft has lost two thirds of its light."""
FIRST_ROWS = (102.0, 140.0)
"""Rows between which a shaft begins to be seen below its window's head."""
FLOOR_ROWS = (290.0, 326.0)
"""Rows between which a shaft ends on the floor."""
BARS = ((0.06, 0.16, 0.5), (0.24, 0.42, 0.8), (0.52, 0.84, 1.0), (0.89, 0.94, 0.6))
"""Beams of a shaft: from and to, as shares of its width, and how bright each is."""
BETWEEN = 0.06
"""Light between the beams."""
GROWN = 0.45
"""Share of the window's height that a line must have seen of it to be as bright as can be."""
SOFT = 0.014
"""Softness of a beam's edges, as a share of the shaft's width."""


def _wall_row(height: float) -> float:
    return HORIZON - (height - EYE) * 100 * factor(WALL_Z)


def _wall_column(metres: float) -> float:
    return 320 + (metres - CAMERA) * 100 * factor(WALL_Z)


def _shaft(x: Array, y: Array, left: float, right: float) -> Array:
    """Return the light of a window from `left` to `right` at the picture's columns x and rows y, 0 to 1."""
    head, sill = _wall_row(HEAD), _wall_row(SILL)
    since = np.maximum(np.maximum((x - right) / LEAN, y - sill), 0)
    until = np.minimum((x - left) / LEAN, y - head)
    light = np.clip((until - since) / (GROWN * (sill - head)), 0, 1) * np.exp(-since / FADE_ROWS)
    across = (x - LEAN * (y - head) - left + LEAN * (sill - head)) / (right - left + LEAN * (sill - head))
    beams = sum(
        bright * smooth(a - SOFT, a + SOFT, across) * smooth(b + SOFT, b - SOFT, across) for a, b, bright in BARS
    )
    return (light * (BETWEEN + (1 - BETWEEN) * beams)).astype(np.float32)


def sunbeams(window: Window) -> Array:
    """Return how bright the shafts are in each pixel of a plane, 0 to 1."""
    yy, xx = np.mgrid[0:HEIGHT, 0 : window.width].astype(np.float32)
    x = xx - window.column(CAMERA * 100 - 320, 0)
    lit = np.zeros_like(x)
    for sash in SASHES:
        lit += _shaft(x, yy, _wall_column(sash.left), _wall_column(sash.right))
    lit *= smooth(REACH_PX[1], REACH_PX[0], np.abs(x - 320))
    lit *= smooth(FIRST_ROWS[0], FIRST_ROWS[1], yy) * smooth(FLOOR_ROWS[1], FLOOR_ROWS[0], yy)
    return np.clip(lit, 0, 1).astype(np.float32)
