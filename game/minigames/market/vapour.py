"""Vapour from the gratings between the stalls: thin wisps that rise, spread and fade, gold in the sun and blue in the
shade.
"""

from functools import lru_cache
from math import sin

import numpy as np
import pygame

from game.view.canvas.color import Color
from game.view.canvas.lens import WIDTH
from game.view.canvas.particles import chance
from game.view.film.draw_context import DrawContext
from game.view.place.map_layers import Layer
from game.view.place.place import Place

GRATING = "steam-"
"""Beginning of the names of the marks at which vapour rises."""
OVER = "folk"
"""Layer over which it is drawn: stalls and people are behind it."""
PUFFS = 26
"""Puffs of a grating."""
LIFE_S = 3.4
"""Time in which a puff rises and fades, in seconds."""
RISE_PX, WIND_PX, CURL_PX = 92, 26, 5.0
"""How high a puff rises, how far the wind takes it, and how far it curls to either side, px."""
RADII_PX = (4, 17)
"""Radius of a puff at its start and at its end, px."""
OPACITY = 92
"""Opacity of the middle of a puff at its thickest, 0 to 255."""
FULL_AT = 0.16
"""Share of its life at which it is thickest."""
OPACITY_STEPS = 9
"""Steps of its opacity."""
IN_SHADE, IN_SUN = (158, 168, 196), (255, 224, 170)
"""Colors of the vapour."""
LIGHT_STEPS = 3
"""Steps between both."""
ASIDE_PX = 60
"""So far outside of the picture a grating's vapour is not seen, px."""


class Vapour:
    """The gratings of a place."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._gratings = [mark for name, mark in sorted(place.marks.items()) if name.startswith(GRATING)]

    def draw(self, context: DrawContext, layer: Layer) -> None:
        """Draw the vapour of the gratings in view, over the layer that it belongs to."""
        if layer.facts.name != OVER:
            return
        placed = context.in_place(context.lens, self._place)
        for number, mark in enumerate(self._gratings):
            x, row = context.lens.column(mark.x, mark.parallax), context.lens.row(mark.row)
            if -ASIDE_PX < x < WIDTH + ASIDE_PX:
                sun = round(LIGHT_STEPS * (1.0 - placed.depth_of_shade(x + context.lens.x)))
                for puff in range(PUFFS):
                    _draw_puff(context, (x, row), (number, puff), sun)


def _draw_puff(context: DrawContext, at: tuple[int, int], puff: tuple[int, int], sun: int) -> None:
    """Draw a puff, given by its grating's number and its own, over a screen position."""
    seed = 64 * puff[0] + puff[1]
    turns = context.now.us / 1e6 / LIFE_S + (puff[1] + 0.7 * chance(seed, 0, 1)) / PUFFS
    age, life = turns % 1.0, int(turns)
    opacity = round(OPACITY_STEPS * min(1.0, age / FULL_AT) * (1.0 - age) ** 1.2)
    if opacity <= 0:
        return
    radius = round(RADII_PX[0] + (RADII_PX[1] - RADII_PX[0]) * age)
    curl = CURL_PX * (0.3 + age) * sin(6.0 * age + 6.3 * chance(seed, life, 2))
    x = at[0] + WIND_PX * age**1.6 + curl + 6 * (chance(seed, life, 3) - 0.5)
    row = at[1] - RISE_PX * age**0.9 * (0.7 + 0.3 * chance(seed, life, 4))
    context.target.blit(wisp(radius, light_of(sun), opacity), (round(x) - radius, round(row) - radius))


@lru_cache(maxsize=LIGHT_STEPS + 1)
def light_of(sun: int) -> Color:
    """Return the vapour's color, `sun` of `LIGHT_STEPS` in the sun."""
    red, green, blue = (round(dim + (lit - dim) * sun / LIGHT_STEPS) for dim, lit in zip(IN_SHADE, IN_SUN, strict=True))
    return red, green, blue


@lru_cache(maxsize=256)
def wisp(radius: int, color: Color, opacity: int) -> pygame.Surface:
    """Return a puff without an edge, `opacity` of `OPACITY_STEPS` thick in its middle."""
    side = np.arange(2 * radius + 1) - radius
    away = np.hypot(side[:, None], side[None, :]) / (radius + 0.5)
    puff = pygame.Surface((2 * radius + 1, 2 * radius + 1), pygame.SRCALPHA, 32)
    puff.fill(color)
    alpha = pygame.surfarray.pixels_alpha(puff)
    alpha[:] = (np.clip(1.0 - away**2, 0, 1) ** 1.5 * OPACITY * opacity / OPACITY_STEPS).astype(np.uint8)
    del alpha
    return puff
