"""The one lamp over the push-ups, drawn over the haze behind him: its mouth, its glow, and the light that it throws
down to the canvas. On a good run it is hot, on a poor one it is cold and dim.
"""

from functools import lru_cache

import numpy as np
import pygame

from game.view.canvas.color import Color
from game.view.canvas.easing import clamp
from game.view.canvas.light import Lamp, glow_of
from game.view.film.draw_context import DrawContext

COLD: Color = (96, 112, 150)
"""Color of its light at the lowest form."""
HOT: Color = (255, 180, 96)
"""Color of its light at the highest form."""
BURNS_FROM, BURNS_TO = 0.2, 2.4
"""Warmth at which it is coldest and hottest."""
STEPS = 6
"""Steps between cold and hot, so that few pictures are cached."""
MOUTH_PX = (66, 7)
"""Width and height of its mouth, px."""
MOUTH: tuple[Color, Color] = ((150, 164, 190), (255, 240, 200))
"""Color of the mouth, cold and hot."""
GLOW_PX = 84
"""Radius of the glow about it, px."""
GLOW_SIXTEENTHS = (3, 9)
"""Strength of the glow, cold and hot, in sixteenths."""
CONE_PX = (300, 172)
"""Width of the light at its foot and its length, px."""
CONE_LIGHT = (0.08, 0.26)
"""How bright the light is under the mouth, cold and hot, 0 to 1."""
LEFT_AT_FOOT = 0.1
"""Share of it that is left where it ends."""
BANDS = 12
"""Steps of the light across its cone."""


def load_ring_lamp() -> None:
    """Compute the light of every step now, so that no frame waits for it."""
    for step in range(STEPS + 1):
        light_cone(step)


def draw_ring_lamp(context: DrawContext, lamp: Lamp) -> None:
    """Draw the light of the lamp over the ring, as warm as the run."""
    step = round(STEPS * clamp((context.warmth - BURNS_FROM) / (BURNS_TO - BURNS_FROM)))
    x, row = context.lens.column(lamp.x, lamp.parallax), context.lens.row(lamp.row)
    cone = light_cone(step)
    context.target.blit(cone, (x - cone.get_width() // 2, row), special_flags=pygame.BLEND_RGB_ADD)
    glow = glow_of(GLOW_PX, _between(COLD, HOT, step), round(_mixed(*GLOW_SIXTEENTHS, step)))
    context.target.blit(glow, (x - GLOW_PX, row - GLOW_PX), special_flags=pygame.BLEND_RGB_ADD)
    mouth = pygame.Rect((0, 0), MOUTH_PX).move(x - MOUTH_PX[0] // 2, row - MOUTH_PX[1] // 2)
    pygame.draw.ellipse(context.target, _between(*MOUTH, step), mouth)


@lru_cache(maxsize=STEPS + 1)
def light_cone(step: int) -> pygame.Surface:
    """Return the light below the mouth to be added, at a step from cold to hot."""
    width, length = CONE_PX
    down = ((np.arange(length) + 0.5) / length)[None, :]
    half = (MOUTH_PX[0] + (width - MOUTH_PX[0]) * down) / 2
    across = np.abs(np.arange(width) - width / 2 + 0.5)[:, None] / half
    inside = np.round(np.clip(1.0 - across**2, 0.0, 1.0) * BANDS) / BANDS
    light = inside * (1.0 - (1.0 - LEFT_AT_FOOT) * down) * _mixed(*CONE_LIGHT, step)
    cone = pygame.Surface(CONE_PX, 0, 32)
    pixels = pygame.surfarray.pixels3d(cone)
    pixels[:] = (light[..., None] * np.array(_between(COLD, HOT, step))).astype(np.uint8)
    del pixels
    return cone


def _mixed(cold: float, hot: float, step: int) -> float:
    return cold + (hot - cold) * step / STEPS


def _between(cold: Color, hot: Color, step: int) -> Color:
    red, green, blue = (round(_mixed(a, b, step)) for a, b in zip(cold, hot, strict=True))
    return red, green, blue
