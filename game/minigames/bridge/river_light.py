"""Reflections of the river on the vault: golden bands that become visible on a great run.

They waver with incommensurable periods in seconds, so that they do not give the beat away.
"""

from functools import lru_cache
from math import pi, sin

import numpy as np
import pygame

from game.timing.units import US_PER_SECOND
from game.view.canvas.easing import clamp
from game.view.canvas.lens import WIDTH
from game.view.canvas.particles import chance
from game.view.film.draw_context import DrawContext

FROM = 1.0
"""Warmth from which on they are visible."""
MOST = 3.0
"""Warmth at which they are brightest."""
STEPS = 6
"""Steps of strength."""
GOLD = (104, 74, 30)
"""Color of the bands."""
SIZE = (150, 46)
"""Width and height of a band, px."""
BANDS = 9
"""Number of bands."""
APART_PX = 118
"""Distance between bands, px."""
PARALLAX = 0.62
"""Parallax of the vault."""
TOP_ROWS = (58, 150)
"""Screen rows in which bands lie."""
WAVER_PX = 9.0
"""Amplitude of the wavering, px."""
WAVER_S = (3.1, 5.3)
"""Periods of the wavering, in seconds."""
SEEN_IN_DARKNESS = 0.4
"""Darkness at which they are fully visible; below it the place's own light outshines them."""


def draw_river_light(context: DrawContext, darkness: float) -> None:
    """Add the bands; their brightness follows the warmth."""
    share = clamp((context.warmth - FROM) / (MOST - FROM))
    step = round(STEPS * share * min(1.0, darkness / SEEN_IN_DARKNESS))
    if step <= 0:
        return
    seconds = context.now.us / US_PER_SECOND
    first = int(context.lens.x * PARALLAX // APART_PX) - 1
    for number in range(first, first + BANDS):
        a, b = chance(number, 1, 7), chance(number, 2, 7)
        x = number * APART_PX + 60 * a + WAVER_PX * sin(2 * pi * (seconds / (WAVER_S[0] + 2 * b) + a))
        row = TOP_ROWS[0] + (TOP_ROWS[1] - TOP_ROWS[0]) * b + 4 * sin(2 * pi * (seconds / (WAVER_S[1] + a) + b))
        left = context.lens.column(x, PARALLAX)
        if -SIZE[0] < left < WIDTH:
            context.target.blit(
                band(step, number % 3), (left, context.lens.row(row)), special_flags=pygame.BLEND_RGB_ADD
            )


@lru_cache(maxsize=3 * STEPS)
def band(step: int, kind: int) -> pygame.Surface:
    """Return a caustic pattern at a strength of `STEPS`, faded at its edges."""
    xs, ys = np.arange(SIZE[0])[:, None] / SIZE[0], np.arange(SIZE[1])[None, :] / SIZE[1]
    edge = np.clip(1.0 - np.hypot(2 * xs - 1, 2 * ys - 1), 0.0, 1.0) ** 0.8
    bent = ys + 0.10 * np.sin(2 * pi * (2.0 * xs + 0.3 * kind)) + 0.05 * np.sin(2 * pi * (5.0 * xs + 0.7 * kind))
    lines = sum(np.exp(-(((bent - place) / 0.055) ** 2)) for place in (0.28, 0.5, 0.74))
    light = edge * np.clip(0.22 + lines, 0.0, 1.0) * step / STEPS
    surface = pygame.Surface(SIZE, 0, 32)
    pixels = pygame.surfarray.pixels3d(surface)
    pixels[:] = (np.round(light * 6) / 6)[:, :, None] * np.array(GOLD)
    del pixels
    return surface
