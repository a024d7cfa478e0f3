"""The hit effect of a dead-on press or release: a ring of sparks, and a glow that fades in a fifth of a second.
Runners' other clean hits throw sparks of half the size.

The glow covers less than a fiftieth of the picture: far below the area that counts as a flash.
"""

import pygame

from game.sim.events import Judged
from game.view.canvas.light import glow_of
from game.view.canvas.particles import STAR, Burst
from game.view.canvas.timing_error import is_clean
from game.view.film.draw_context import DrawContext

GLOW_S = 0.22
"""Duration of the glow, in seconds."""
GLOW_PX = 30
"""Radius of the glow, px."""
GLOW_STEPS = 14
"""Steps of its strength."""
GLOW = (255, 206, 122)
"""Color of the glow."""
HALF = 0.5
"""Size of the sparks of a clean hit that is not dead on, beside a runner's."""
SEED = 11
"""Seed of the sparks."""


def draw_reward(context: DrawContext, judged: Judged, at: tuple[float, float], scale: float = 1.0) -> None:
    """Draw the effect at a place's pixel, `scale` times as large as beside a runner; nothing unless the judgement is
    dead on.
    """
    age = context.seconds_since(judged.time_us)
    if not judged.dead_on or age < 0:
        return
    step = round(GLOW_STEPS * (1.0 - age / GLOW_S) ** 1.5) if age < GLOW_S else 0
    if step:
        radius = round(GLOW_PX * scale)
        corner = (context.lens.column(at[0]) - radius, context.lens.row(at[1]) - radius)
        context.target.blit(glow_of(radius, GLOW, step), corner, special_flags=pygame.BLEND_RGB_ADD)
    context.burst(STAR, Burst(age, (round(at[0]), round(at[1])), judged.cue_id + SEED, 1.2, scale=1.1 * scale))


def draw_runner_reward(context: DrawContext, judged: Judged, at: tuple[float, float], scale: float = 1.0) -> None:
    """Draw a runner's hit effect at a place's pixel: that of a dead-on hit, or for any other clean one sparks of half
    the size without the glow.
    """
    draw_reward(context, judged, at, scale)
    age = context.seconds_since(judged.time_us)
    if is_clean(judged) and not judged.dead_on and age >= 0:
        spot = (round(at[0]), round(at[1]))
        context.burst(STAR, Burst(age, spot, judged.cue_id + SEED, 1.2 * HALF, scale=1.1 * HALF * scale))
