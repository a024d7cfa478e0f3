"""The small reward of a press or release that was dead on: a ring of sparks, and a glow that is gone in a fifth of a
second.

The glow covers less than two hundredths of the picture: far from what counts as a flash.
"""

import pygame

from game.sim.events import Judged
from game.view.canvas.light import glow_of
from game.view.canvas.particles import STAR, Burst
from game.view.film.draw_context import DrawContext

GLOW_S, GLOW_PX, GLOW_STEPS = 0.22, 30, 14
GLOW = (255, 206, 122)
SEED = 11


def draw_reward(context: DrawContext, judged: Judged, at: tuple[float, float], scale: float = 1.0) -> None:
    """Draw the reward at a place's pixel, `scale` times as large as beside a runner; nothing unless it was dead on."""
    age = context.seconds_since(judged.time_us)
    if not judged.dead_on or age < 0:
        return
    step = round(GLOW_STEPS * (1.0 - age / GLOW_S) ** 1.5) if age < GLOW_S else 0
    if step:
        radius = round(GLOW_PX * scale)
        corner = (context.lens.column(at[0]) - radius, context.lens.row(at[1]) - radius)
        context.target.blit(glow_of(radius, GLOW, step), corner, special_flags=pygame.BLEND_RGB_ADD)
    context.burst(STAR, Burst(age, (round(at[0]), round(at[1])), judged.cue_id + SEED, 1.2, scale=1.1 * scale))
