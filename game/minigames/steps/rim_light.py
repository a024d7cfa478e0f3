"""The light along his left side while the shadow's edge passes him: the sun comes from there, round the corner."""

from game.view.canvas.easing import clamp
from game.view.figure.sun_rim import RIM_STEPS, SunRim

COMES_BEATS = 0.35
"""Beats over which the rim comes, until the edge passes his feet."""
STAYS_BEATS = 0.25
"""Beats for which it stays after that."""
GOES_BEATS = 0.75
"""Beats over which it fades."""
RIM = SunRim(-1, (255, 190, 96), (120, 74, 22))
"""The light: hot on the outermost pixel of his left side, warm within that."""

IN_THE_SUN = SunRim(-1, (48, 28, 6), (150, 104, 48))
"""The light in full sun: what stands out from the pale stone is his dark outline, so it lies within that."""


def rim_at(beats: float) -> int:
    """Return the steps of the rim's strength, 0 to `RIM_STEPS`, at beats since the shadow's edge passed him."""
    share = clamp(1.0 + beats / COMES_BEATS) if beats < 0 else clamp(1.0 - (beats - STAYS_BEATS) / GOES_BEATS)
    return round(RIM_STEPS * share)
