"""A player's keys as they are pressed, and how early and late the hits were: for the theatre and for videos of runs."""

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.sim.actions import Verb
from game.sim.judge import SLOPPY_WINDOW_US
from game.timing.units import US_PER_MS, Micros
from game.view.ui.fonts import Face, Fonts
from game.view.ui.text import Align, Style, write
from game.view.ui.ui_colors import CLEAN, CREAM, EARLY, FADED, LATE, MISSED, NIGHT, RULE, SUN

KEY = 18
"""Width and height of a key that is lit, px."""
KEYS = ((Verb.LEFT, (0, 20)), (Verb.UP, (20, 0)), (Verb.DOWN, (20, 20)), (Verb.RIGHT, (40, 20)))
"""The four keys and where they lie, px."""
SIGNS = {Verb.LEFT: "L", Verb.RIGHT: "R", Verb.UP: "U", Verb.DOWN: "D"}
"""What is written on them."""
HALF_PX = 60
"""Half the width of the strip of early and late, px."""
CLEAN_US = 45 * US_PER_MS
"""Hits within this are drawn as clean: the window of great."""


@dataclass(frozen=True, slots=True)
class StripMark:
    """A hit on the strip: how far off in song time, None for a miss, and how fresh, 1 down to 0."""

    offset_us: Micros | None
    fresh: float


def draw_keys(canvas: pygame.Surface, fonts: Fonts, held: frozenset[Verb], at: tuple[int, int]) -> None:
    """Draw the four keys from a corner on, those that are down lit: 58 by 38 px."""
    for verb, (x, y) in KEYS:
        key = pygame.Rect(at[0] + x, at[1] + y, KEY, KEY)
        lit = verb in held
        pygame.draw.rect(canvas, SUN if lit else NIGHT, key, border_radius=3)
        pygame.draw.rect(canvas, CREAM if lit else FADED, key, 1, border_radius=3)
        tint = NIGHT if lit else FADED
        write(canvas, fonts, SIGNS[verb], (key.centerx, key.y + 5), Style(Face.SMALL, tint, Align.CENTRE))


def draw_strip(canvas: pygame.Surface, fonts: Fonts, marks: Sequence[StripMark], middle: tuple[int, int]) -> None:
    """Draw early and late around a point, a stroke for each hit."""
    x, y = middle
    canvas.fill(RULE, (x - HALF_PX, y, 2 * HALF_PX + 1, 6))
    for mark in marks:
        share = 1.0 if mark.offset_us is None else max(-1.0, min(1.0, mark.offset_us / SLOPPY_WINDOW_US))
        height = 4 + round(10 * mark.fresh)
        canvas.fill(_tint(mark.offset_us), (x + round(share * HALF_PX) - 1, y + 3 - height // 2, 3, height))
    canvas.fill(CREAM, (x, y - 2, 1, 10))
    write(canvas, fonts, "early", (x - HALF_PX, y + 16), Style(Face.SMALL, EARLY))
    write(canvas, fonts, "late", (x + HALF_PX, y + 16), Style(Face.SMALL, LATE, Align.RIGHT))


def _tint(offset_us: Micros | None) -> tuple[int, int, int]:
    if offset_us is None:
        return MISSED
    if abs(offset_us) <= CLEAN_US:
        return CLEAN
    return EARLY if offset_us < 0 else LATE
