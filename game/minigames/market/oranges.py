"""Oranges of the market: the rim around one that flies, and those that roll out of a crate he ran into."""

from math import pi, sin

import pygame

from game.sim.events import Judged
from game.view.canvas.particles import chance
from game.view.exercise.props import Prop, ball, draw_prop
from game.view.film.draw_context import DrawContext

SPILLED = 7
"""Oranges that roll out of it."""
ORANGE_MIDDLE_PX = 4
"""Height of an orange's middle over its foot, px."""
RIM = (34, 18, 14)
"""Color of the dark rim that separates it from the stalls."""
ORANGE = ((226, 122, 40), (255, 196, 110))
"""Colors of an orange: body and highlight."""


def draw_rim(context: DrawContext, x: float, row: float) -> None:
    """Draw a dark rim and a highlight around the flying orange, so that it stands out from the stalls."""
    at = (context.lens.column(x), context.lens.row(row) - ORANGE_MIDDLE_PX)
    pygame.draw.circle(context.target, RIM, at, ORANGE_MIDDLE_PX + 3)
    pygame.draw.circle(context.target, ORANGE[1], at, ORANGE_MIDDLE_PX + 2)


def draw_spilled(context: DrawContext, judged: Judged, at: tuple[float, float]) -> None:
    """Draw the oranges that roll out of a crate whose foot is at a place's pixel."""
    since = context.beats_since(judged.time_us)
    for number in range(SPILLED):
        far, high = chance(judged.cue_id, number, 1), chance(judged.cue_id, number, 2)
        rolled = (30 + 110 * far) * (1.0 - (1.0 - min(1.0, since / 1.6)) ** 2)
        hop = (10 + 26 * high) * abs(sin(pi * min(1.0, since * (1.2 + far)))) * max(0.0, 1.0 - since)
        row = at[1] + 4 * number % 9 - 2 - hop
        draw_prop(context, Prop("orange", "spin", since % 0.5), at[0] - 8 + rolled, row, lambda: ball(4, *ORANGE))
