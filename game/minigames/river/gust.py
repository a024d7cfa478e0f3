"""A gust on the quay: spray and leaves driven against the runner."""

from functools import lru_cache
from math import pi, sin

import pygame

from game.sim.chart import Cue
from game.view.canvas.particles import chance
from game.view.film.draw_context import DrawContext

STREAKS = 72
"""Streaks of spray in a gust."""
SPRAY = (255, 254, 248)
"""Color of spray."""
LEAVES = ((96, 62, 38), (142, 96, 52), (70, 58, 48), (226, 218, 200))
"""Colors of the leaves and paper that a gust carries."""
GUST_AFTER_BEATS = 1.0
"""Duration of a gust after its cue, in beats."""


def draw_gust(context: DrawContext, cue: Cue) -> None:
    """Draw spray and leaves driven against him, growing over the lead and gone a beat after the cue."""
    lead = float(cue.kind.lead)
    into = context.now.beat - float(cue.beat) + lead
    if not 0 <= into < lead + GUST_AFTER_BEATS:
        return
    strength = min(1.0, into / lead) if into < lead else 1 - (into - lead) / GUST_AFTER_BEATS
    for index in range(round(STREAKS * strength)):
        speed = 1.2 + chance(cue.id, index, 1)
        x = round(760 - (into * 640 * speed + 900 * chance(cue.id, index, 2)) % 960)
        row = 150 + 190 * chance(cue.id, index, 3)
        if index % 2:
            context.target.blit(wind_band(70 + 50 * (index % 3)), (x, round(row)))
        else:
            flutter = 12 * sin(into * 12 + index)
            context.target.fill(LEAVES[index % len(LEAVES)], (x, round(row + flutter), 5 - index % 3, 2 + index % 2))


@lru_cache(maxsize=4)
def wind_band(length: int) -> pygame.Surface:
    """Return a band of driven spray: bright in its middle, faded at its ends."""
    band = pygame.Surface((length, 3), pygame.SRCALPHA, 32)
    for x in range(length):
        lit = round(150 * sin(pi * x / length))
        band.fill((*SPRAY, lit), (x, 1, 1, 1))
        band.fill((*SPRAY, lit // 3), (x, 0, 1, 1))
        band.fill((*SPRAY, lit // 3), (x, 2, 1, 1))
    return band
