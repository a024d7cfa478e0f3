"""Light leaks: light at an edge of the picture that announces a cue of the cuts, on the side of its verb.

It fades in and out slowly and stays at the edge, so that it is no flash.
"""

from functools import lru_cache
from math import pi, sin

import pygame

from game.sim.actions import Verb
from game.sim.chart import Cue
from game.view.canvas.lens import HEIGHT, WIDTH
from game.view.figure.performer import Now

REACH_PX = 104
"""Depth of the light from the edge, px."""
TONE = (236, 108, 40)
"""Color of the light."""
STEPS = 8
"""Steps of its strength."""
LEAK_BEATS = 1.0
"""Beats before a cue at which it fades in."""
GONE_BEATS = 0.25
"""Beats after a cue in which it fades out."""


def draw_leaks(target: pygame.Surface, cues: tuple[Cue, ...], now: Now) -> None:
    """Add the light of every coming cue, at the left, right, upper or lower edge."""
    for cue in cues:
        into = now.beat - float(cue.beat) + LEAK_BEATS
        if not 0 <= into < LEAK_BEATS + GONE_BEATS:
            continue
        strength = 0.5 + 0.5 * sin(pi * into / (LEAK_BEATS + GONE_BEATS))
        for verb in cue.verbs:
            leak, at = leak_of(verb, round(strength * STEPS))
            target.blit(leak, at, special_flags=pygame.BLEND_RGB_ADD)


@lru_cache(maxsize=4 * STEPS)
def leak_of(verb: Verb, step: int) -> tuple[pygame.Surface, tuple[int, int]]:
    """Return the light of a verb's edge at a strength of `STEPS`, and its position."""
    across = verb in (Verb.LEFT, Verb.RIGHT)
    size = (REACH_PX, HEIGHT) if across else (WIDTH, REACH_PX)
    leak = pygame.Surface(size, 0, 32)
    for depth in range(REACH_PX):
        share = (1 - depth / REACH_PX) ** 2 * step / STEPS
        color = tuple(round(part * share) for part in TONE)
        place = depth if verb in (Verb.LEFT, Verb.UP) else REACH_PX - 1 - depth
        leak.fill(color, (place, 0, 1, HEIGHT) if across else (0, place, WIDTH, 1))
    at = {Verb.RIGHT: (WIDTH - REACH_PX, 0), Verb.DOWN: (0, HEIGHT - REACH_PX)}.get(verb, (0, 0))
    return leak, at
