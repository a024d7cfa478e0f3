"""The light over the market: its print, its sun, the colour of its air; and how long the street is, px."""

from ..built.strip import Light
from ..paint.colour import Array, colour
from ..paint.film import Look
from ..stage import Window

LOOK = Look(0.92, "#1a3050", "#ffe0a8", 0.30, 0.09, 1.04, 0.03, 1.03, 0.9)
SUN = Light((0.34, 0.33, 0.84), "#ffc880", 10, "#7c98cc", 0.80, "#3a3230", 0.3, 4, 7)
SUN_X, SUN_Y = 420, 140
LENGTH = 5760


def air(w: Window, k: float = 1.0) -> Array:
    return colour("#e8bc84") * 0.95 * k


def shade_air() -> Array:
    """The air in the houses' shade: the sky's blue, dim."""
    return colour("#5a6888") * 0.42
