"""Form grade: post-processing by form, above each place's own color grade. A poor run is desaturated, grainy, vignetted
and unsteady; a great one is open, steady and warm.

Everything follows from the warmth: the form's band, smoothed, 0.0 to 3.0. It changes on barlines over most of a second,
so that nothing flashes.
"""

from functools import lru_cache

import numpy as np
import pygame

from game.content.look import ColorGrade
from game.timing.units import Micros
from game.view.canvas.color import Color
from game.view.canvas.easing import clamp
from game.view.canvas.lens import HEIGHT, WIDTH
from game.view.canvas.levels import Levels, levels_of, light_table, looked_up
from game.view.film.film_print import fade_to_grey, grain, vignette

MOST = 3.0
"""Highest warmth."""
PALE = 0.44
"""Desaturation at the lowest band, 0 to 1."""
PALE_UNDER = 2.0
"""Warmth from which on there is none."""
POOR_VIGNETTE = 0.30
"""Additional vignette at the lowest band, 0 to 1."""
GLOW_FROM = 1.1
"""Warmth from which on the place's warm light is added."""
GLOW_STEPS = 6
"""Steps of its strength."""
GLOW_CURVE = 0.7
"""Exponent of its growth."""
GLOW_AT = (0.56, 0.20)
"""Center of the light, as shares of the picture."""
GLOW_REACH = (0.74, 0.92)
"""Radii of the light, as shares of the picture."""
COARSE_UNDER = 0.9
"""Warmth below which a second layer of grain is added."""
COARSE_LATER_US = 17_000
"""Time offset of that layer, in microseconds."""
BARS_PX = (9, -4)
"""Change of the letterbox bars' height on a poor and on a great run, px."""
UNREST = (1.9, 0.35)
"""Hand-held camera unrest on a poor and on a great run, as factors."""


def develop(target: pygame.Surface, color_grade: ColorGrade, warmth: float, glow_share: float = 1.0) -> None:
    """Desaturate a poor run's picture, add `glow_share` of the warm light to a great one's, and darken its corners."""
    fade_to_grey(target, PALE * max(0.0, 1.0 - warmth / PALE_UNDER) ** 2.4)
    step = round(GLOW_STEPS * glow_share * clamp((warmth - GLOW_FROM) / (MOST - GLOW_FROM)) ** GLOW_CURVE)
    if step:
        target.blit(glow_sheet(color_grade.glow, step), (0, 0), special_flags=pygame.BLEND_RGB_ADD)
    vignette(target, color_grade.vignette + POOR_VIGNETTE * _poorness(warmth))


def coarse_grain(target: pygame.Surface, now_us: Micros, warmth: float) -> None:
    """Add film grain, and a second layer of it on a poor run."""
    grain(target, now_us)
    if warmth < COARSE_UNDER:
        grain(target, now_us + COARSE_LATER_US + 1_000_000)


def bars_px(warmth: float) -> float:
    """Return the change of the letterbox bars' height, px."""
    return BARS_PX[1] + (BARS_PX[0] - BARS_PX[1]) * _poorness(warmth)


def unrest(warmth: float) -> float:
    """Return the hand-held camera's unrest, as a factor."""
    return UNREST[1] + (UNREST[0] - UNREST[1]) * _poorness(warmth)


def _poorness(warmth: float) -> float:
    """Return 1.0 at the lowest band, well under half at the initial one, 0.0 at the highest."""
    return float(clamp(1.0 - warmth / MOST) ** 1.8)


@lru_cache(maxsize=24)
def glow_sheet(color: Color, step: int) -> pygame.Surface:
    """Return a place's warm light at a step of its strength: a wide glow from above, faded at the feet."""
    return looked_up(_glow_levels(), light_table(color, step / GLOW_STEPS))


@lru_cache(maxsize=1)
def _glow_levels() -> Levels:
    """Return how strong the glow is over the picture."""
    xs = (np.arange(WIDTH) / WIDTH - GLOW_AT[0]) / GLOW_REACH[0]
    ys = (np.arange(HEIGHT) / HEIGHT - GLOW_AT[1]) / GLOW_REACH[1]
    return levels_of(np.clip(1.0 - np.hypot(xs[None, :], ys[:, None]), 0.0, 1.0) ** 1.4)
