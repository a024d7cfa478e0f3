"""What the summit's layers share: the composition's columns, the noon light, the haze under the sun, the print."""

import numpy as np

from ..paint.colour import Array, blend, colour
from ..paint.film import Look, bloom, filmic, split_tone
from ..paint.relief import Relief
from ..paint.relight import Daylight, light
from ..stage import Painted, Window

CENTRE, SUN_X, SUN_Y, FEET = -128, 486, 66, 330
LOOK = Look(0.82, "#1c3464", "#ffe4b0", 0.22, 0.12, 1.02, 0.03, 1.06)
DAY = Daylight((0.55, -0.62, -0.10), "#ffdca8", 1.25, "#8ea8c8", "#6a6058", 0.72, 1.0, 30, 2.0, (0.3, 0.2, 0.1))
WARM, COOL = "#f2d6a4", "#aab8be"


def at(window: Window, screen: float) -> int:
    return round(window.column(CENTRE, screen))


def glow_at(window: Window) -> Array:
    """How warm the haze is at each column, (1, w): most under the sun."""
    x = np.arange(window.width) - at(window, SUN_X)
    return np.exp(-np.abs(x) / 240).astype(np.float32)[None]


def printed(lin: Array, mask: np.ndarray) -> Painted:
    return Painted(split_tone(filmic(bloom(np.where(mask[..., None], lin, 0), 0.6), LOOK.exposure), LOOK), mask)


def hazed(r: Relief, window: Window, amount: "float | Array", day: Daylight = DAY) -> Painted:
    """Light a relief and put the noon haze before it."""
    glow = glow_at(window)
    haze = blend(np.broadcast_to(colour(COOL) * 0.82, (*glow.shape, 3)), colour(WARM) * 0.98, glow)
    return printed(
        blend(
            light(r, day),
            np.broadcast_to(haze, r.rgb.shape),
            np.broadcast_to(np.asarray(amount, np.float32), r.a.shape),
        ),
        r.a > 0.5,
    )
