"""What form does to the print, above each place's own tint: a poor run is pale, grained, closed in and unsteady; a
great one is open, still, and full of warm light.

Everything follows from the warmth: the form's band, eased, 0.0 to 3.0. It changes on barlines and over most of a
second, so that nothing here can flash.
"""

from functools import lru_cache

import numpy as np
import pygame

from game.content.look import ColorGrade
from game.timing.units import Micros
from game.view.canvas.color import Color
from game.view.canvas.easing import clamp
from game.view.canvas.lens import HEIGHT, WIDTH
from game.view.film.film_print import fade_to_grey, grain, vignette

MOST = 3.0
PALE, PALE_UNDER = 0.44, 2.0
"""How much of the color is gone at the lowest band, and from which warmth on none is."""
POOR_VIGNETTE = 0.30
GLOW_FROM, GLOW_STEPS, GLOW_CURVE = 1.1, 6, 0.7
"""From this warmth on the place's own warm light comes in."""
GLOW_AT, GLOW_REACH = (0.56, 0.20), (0.74, 0.92)
"""Where it comes from and how far it reaches, in shares of the picture."""
COARSE_UNDER, COARSE_LATER_US = 0.9, 17_000
BARS_PX = (9, -4)
"""What the bars gain on a poor run, and lose on a great one."""
UNREST = (1.9, 0.35)
"""How much the operator's hand trembles on a poor and on a great run."""


def develop(target: pygame.Surface, color_grade: ColorGrade, warmth: float) -> None:
    """Take color out of a poor run's picture, let warm light into a great one's, and close in its corners."""
    fade_to_grey(target, PALE * max(0.0, 1.0 - warmth / PALE_UNDER) ** 2.4)
    step = round(GLOW_STEPS * clamp((warmth - GLOW_FROM) / (MOST - GLOW_FROM)) ** GLOW_CURVE)
    if step:
        target.blit(glow_sheet(color_grade.glow, step), (0, 0), special_flags=pygame.BLEND_RGB_ADD)
    vignette(target, color_grade.vignette + POOR_VIGNETTE * _poorness(warmth))


def coarse_grain(target: pygame.Surface, now_us: Micros, warmth: float) -> None:
    """Add the film's grain, and a second layer of it on a poor run."""
    grain(target, now_us)
    if warmth < COARSE_UNDER:
        grain(target, now_us + COARSE_LATER_US + 1_000_000)


def bars_px(warmth: float) -> float:
    """Return how many pixels the letterbox's bars gain."""
    return BARS_PX[1] + (BARS_PX[0] - BARS_PX[1]) * _poorness(warmth)


def unrest(warmth: float) -> float:
    """Return how much the operator's hand trembles."""
    return UNREST[1] + (UNREST[0] - UNREST[1]) * _poorness(warmth)


def _poorness(warmth: float) -> float:
    """Return 1.0 at the lowest band, well under half at the one a run begins in, 0.0 at the highest."""
    return float(clamp(1.0 - warmth / MOST) ** 1.8)


@lru_cache(maxsize=24)
def glow_sheet(color: Color, step: int) -> pygame.Surface:
    """Return a place's warm light at so many sixths of its strength: a wide glow from above, gone at the feet."""
    xs = (np.arange(WIDTH) / WIDTH - GLOW_AT[0]) / GLOW_REACH[0]
    ys = (np.arange(HEIGHT) / HEIGHT - GLOW_AT[1]) / GLOW_REACH[1]
    fall = np.clip(1.0 - np.hypot(xs[:, None], ys[None, :]), 0.0, 1.0) ** 1.4 * step / GLOW_STEPS
    sheet = pygame.Surface((WIDTH, HEIGHT), 0, 32)
    pixels = pygame.surfarray.pixels3d(sheet)
    pixels[:] = np.round(fall[:, :, None] * np.array(color)).astype(np.uint8)
    del pixels
    return sheet
