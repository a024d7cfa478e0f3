"""What the summit's layers share: the composition's columns, the noon light, the haze under the sun, the print."""

import numpy as np

from ..paint.colour import Array, blend, colour
from ..paint.film import Look, bloom, filmic, split_tone
from ..paint.relief import Relief
from ..paint.relight import Daylight, light
from ..stage import Painted, Window

CENTRE, SUN_X, SUN_Y, FEET = -128, 556, 46, 330
ABOVE = 96
"""Rows of sky over the map's top: seen before the camera has risen."""
LOOK = Look(0.92, "#1c3c74", "#fff0d0", 0.18, 0.04, 1.22, 0.02, 1.06)
DAY = Daylight((0.62, -0.62, 0.40), "#fff0d0", 1.25, "#9cc0f0", "#8a8478", 0.62, 1.0, 30, 2.0, (0.3, 0.2, 0.1))
WARM, COOL = "#ffe8b8", "#a4d2f2"


def at(window: Window, screen: float) -> int:
    return round(window.column(CENTRE, screen))


def glow_at(window: Window) -> Array:
    """How warm the haze is at each column, (1, w): most under the sun."""
    x = np.arange(window.width) - at(window, SUN_X)
    return 0.7 * np.exp(-np.abs(x) / 170).astype(np.float32)[None]


def printed(lin: Array, mask: np.ndarray) -> Painted:
    return Painted(split_tone(filmic(bloom(np.where(mask[..., None], lin, 0), 0.6), LOOK.exposure), LOOK), mask)


def hazed(r: Relief, window: Window, amount: "float | Array", day: Daylight = DAY) -> Painted:
    """Light a relief and put the noon haze before it."""
    glow = glow_at(window)
    haze = blend(np.broadcast_to(colour(COOL) * 0.92, (*glow.shape, 3)), colour(WARM) * 0.98, glow)
    return printed(
        blend(
            light(r, day),
            np.broadcast_to(haze, r.rgb.shape),
            np.broadcast_to(np.asarray(amount, np.float32), r.a.shape),
        ),
        r.a > 0.5,
    )
