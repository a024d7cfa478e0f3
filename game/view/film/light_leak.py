"""Light leaks: light at an edge of the picture that announces a cue of the cuts, on the side of its verb.

It fades in and out slowly and stays at the edge, so that it is no flash.
"""

from collections.abc import Sequence
from functools import lru_cache
from math import pi, sin, tau
from typing import TypeAlias

import numpy as np
import pygame

from game.sim.actions import Verb
from game.sim.chart import Cue
from game.view.canvas.lens import HEIGHT, WIDTH
from game.view.figure.performer import Now

REACH_PX = 96
"""Greatest depth of the light from the edge, px."""
SHORTEST = 0.3
"""Share of that depth where it reaches in least."""
CYCLES = (0.7, 1.3, 2.9)
"""Waves of its depth along the picture's height."""
BENDS = {Verb.LEFT: 0.4, Verb.RIGHT: 2.2, Verb.UP: 1.1, Verb.DOWN: 3.6}
"""Phase of the waves at each edge."""
TONE = (226, 132, 62)
"""Color of the light at the edge."""
FADES = (0.9, 1.2, 1.5)
"""Powers of the strength by which its red, green and blue fade: it is no saturated red anywhere."""
STEPS = 8
"""Steps of its strength."""
LEAST_STEP = STEPS // 2
"""The least strength at which it shows, in these steps."""
LEAK_BEATS = 1.0
"""Beats before a cue at which it fades in."""
GONE_BEATS = 0.25
"""Beats after a cue in which it fades out."""

Field: TypeAlias = "np.ndarray[tuple[int, ...], np.dtype[np.float64]]"


def draw_leaks(target: pygame.Surface, cues: Sequence[Cue], now: Now) -> None:
    """Add the light of every coming cue, at the left, right, upper or lower edge."""
    for cue in cues:
        into = now.beat - float(cue.beat) + LEAK_BEATS
        if not 0 <= into < LEAK_BEATS + GONE_BEATS:
            continue
        strength = sin(pi * into / (LEAK_BEATS + GONE_BEATS))
        for verb in cue.verbs:
            leak, at = leak_of(verb, round(LEAST_STEP + (STEPS - LEAST_STEP) * strength))
            target.blit(leak, at, special_flags=pygame.BLEND_RGB_ADD)


@lru_cache(maxsize=4 * STEPS)
def leak_of(verb: Verb, step: int) -> tuple[pygame.Surface, tuple[int, int]]:
    """Return the light of a verb's edge at a strength of `STEPS`, and its position: tongues of uneven depth, as where
    light has crept into a camera, the inner part redder.
    """
    across = verb in (Verb.LEFT, Verb.RIGHT)
    long = HEIGHT if across else WIDTH
    share = _tongues(long, BENDS[verb]) * step / STEPS
    color = np.stack([part * share**power for part, power in zip(TONE, FADES, strict=True)], -1)
    color = color if across else color.transpose(1, 0, 2)
    if verb is Verb.RIGHT:
        color = color[::-1]
    elif verb is Verb.DOWN:
        color = color[:, ::-1]
    leak = pygame.Surface(color.shape[:2], 0, 32)
    pygame.surfarray.blit_array(leak, color.astype(np.uint8))
    at = {Verb.RIGHT: (WIDTH - REACH_PX, 0), Verb.DOWN: (0, HEIGHT - REACH_PX)}.get(verb, (0, 0))
    return leak, at


def _tongues(long: int, bend: float) -> Field:
    """Return the strength of the light, 0 to 1, by its depth from an edge and its place along it."""
    along = np.arange(long) / HEIGHT
    waves: Field = np.mean([np.sin(tau * cycles * along + bend * cycles) for cycles in CYCLES], axis=0)
    reach = REACH_PX * (SHORTEST + (1 - SHORTEST) * (0.5 + 0.5 * waves))
    depth = (np.arange(REACH_PX) + 0.5)[:, None]
    strength: Field = np.clip(1 - depth / reach[None, :], 0.0, 1.0) ** 1.6
    return strength
