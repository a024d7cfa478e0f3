"""The dust that hangs in the gym's sun: beams before the middle of the room, thinned where a figure stands."""

import numpy as np

from ..paint.close import Close, shafts
from ..paint.colour import Array, blend, colour, smooth
from ..paint.noise import fbm
from ..stage import HEIGHT, Painted, Window
from .light import OPENING
from .scene import RING
from .sunbeams import sunbeams

DUST, SUNBEAM = "#ffd9a0", "#ffb350"
"""Colors of the dust everywhere, and of that in the shafts at the heavy bag."""
SUN_TINT = "#ffdca8"
BEAM_LEAN = 0.9
"""Columns that a beam moves to the right for each row that it comes down."""
# middle of the figure on the screen, camera centre (m), row, half width, half height of the calm behind it
POCKETS = (
    (305.0, 3.3, 215.0, 95.0, 95.0),
    (305.0, 9.4, 215.0, 105.0, 95.0),
    (235.0, 14.9, 235.0, 110.0, 80.0),
    (320.0, 19.0, 225.0, 130.0, 60.0),
    (235.0, 23.3, 225.0, 120.0, 60.0),
)


def pocket(window: Window) -> Array:
    """1 where a station wants its figure clear of what is behind; columns as its own camera sees them."""
    yy, xx = np.mgrid[0:HEIGHT, 0 : window.width].astype(np.float32)
    out = np.zeros_like(xx)
    for middle, camera, row, wide, tall in POCKETS:
        x = window.column(camera * 100 - 320, middle)
        out = np.maximum(out, smooth(1.35, 0.7, np.hypot((xx - x) / wide, (yy - row) / tall)))
    return out


def _beams(window: Window) -> Array:
    """How strongly each pixel's line of light comes through: panes and bars part the sun into beams, which lean as the
    patches on the floor do."""
    yy, xx = np.mgrid[0:HEIGHT, 0 : window.width].astype(np.float32)
    across = xx - BEAM_LEAN * (yy - HEIGHT)
    width = int(window.width + BEAM_LEAN * HEIGHT) + 2
    parts = fbm(1, width, 26, 1, 17, 2)[0]
    return 0.12 + 1.5 * smooth(0.42, 0.66, parts[np.clip(across, 0, width - 1).astype(int)])


def dust(window: Window) -> Painted:
    """The shafts before the middle of the room, as a veil to be added; in steps, thin behind the stations."""
    lit = shafts(window, 0.3, 5.2, OPENING) * _beams(window) * (1 - 0.72 * pocket(window))
    yy, xx = np.mgrid[0:HEIGHT, 0 : window.width].astype(np.float32)
    ring = [Close(window).px(x) for x in RING]
    before = smooth(ring[0] - 12, ring[0] + 12, xx) * smooth(ring[1] + 12, ring[1] - 12, xx) * smooth(250, 266, yy)
    sun = 0.55 * sunbeams(window) * (1 - 0.1 * pocket(window))
    alpha = np.round(np.clip(lit * (1 - before) * 0.10 + sun, 0, 0.5) * 40) / 40
    golden = np.round(np.clip(sun / np.maximum(alpha, 0.025), 0, 1) * 8) / 8
    return Painted(blend(colour(DUST), colour(SUNBEAM), golden), alpha > 0, alpha.astype(np.float32))
