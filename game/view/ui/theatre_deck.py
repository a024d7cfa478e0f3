"""The theatre's controls over the picture: bar and time, and for each replay its figures, keys and early and late."""

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.sim.actions import Verb
from game.sim.judge import SLOPPY_WINDOW_US
from game.timing.units import US_PER_MS, US_PER_SECOND, Micros
from game.view.ui.fonts import Face, Fonts
from game.view.ui.menu import draw_plate, shade
from game.view.ui.text import Align, Style, write
from game.view.ui.ui_colors import CLEAN, CREAM, EARLY, FADED, LATE, MISSED, NIGHT, RULE, SUN

BAR = pygame.Rect(20, 326, 600, 8)
"""The bar of the whole run, px."""
REACH = BAR.inflate(12, 14)
"""Where a click is one on the bar, px."""
DECK_TOP = 316
"""Upper edge of the controls, px."""
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


@dataclass(frozen=True, slots=True)
class Side:
    """What is shown of one replay. `lead` is that over the other, in points, at this moment; None where it is alone."""

    name: str
    score: int
    streak: int
    held: frozenset[Verb]
    marks: tuple[StripMark, ...]
    lead: int | None = None


@dataclass(frozen=True, slots=True)
class Deck:
    """What is shown of the whole: shares of the bar, times and words."""

    share: float
    sections: tuple[float, ...]
    time_us: Micros
    length_us: Micros
    section: str
    speed: str
    playing: bool


def share_at(at: tuple[int, int]) -> float:
    """Return the share of the bar at a position, 0 to 1."""
    return max(0.0, min(1.0, (at[0] - BAR.x) / BAR.width))


def draw_deck(canvas: pygame.Surface, fonts: Fonts, deck: Deck) -> None:
    """Draw the bar with a notch at every section, the time, the section's name and the speed."""
    shade(canvas, pygame.Rect(0, DECK_TOP, 640, 360 - DECK_TOP), 200)
    canvas.fill(RULE, BAR)
    canvas.fill(SUN, (BAR.x, BAR.y, round(BAR.width * deck.share), BAR.height))
    for share in deck.sections:
        canvas.fill(NIGHT, (BAR.x + round(BAR.width * share), BAR.y, 1, BAR.height))
    knob = (BAR.x + round(BAR.width * deck.share), BAR.centery)
    pygame.draw.circle(canvas, CREAM, knob, 5)
    words = f"{clock_words(deck.time_us)} of {clock_words(deck.length_us)}   {deck.section}"
    write(canvas, fonts, words, (BAR.x, DECK_TOP + 1), Style(Face.SMALL, CREAM))
    state = deck.speed if deck.playing else f"paused, {deck.speed}"
    write(canvas, fonts, state, (BAR.right, DECK_TOP + 1), Style(Face.SMALL, FADED, Align.RIGHT))


def draw_side(canvas: pygame.Surface, fonts: Fonts, side: Side, at: tuple[int, int]) -> None:
    """Draw a replay's name, score, streak and lead, its keys and its strip, from a corner on: 330 by 64 px."""
    left, top = at
    draw_plate(canvas, pygame.Rect(left, top, 330, 64))
    write(canvas, fonts, side.name, (left + 10, top + 8), Style(Face.BODY, SUN))
    write(canvas, fonts, f"{side.score:,}", (left + 10, top + 24), Style(Face.BODY, CREAM))
    write(canvas, fonts, f"streak {side.streak}", (left + 10, top + 40), Style(Face.SMALL, FADED))
    if side.lead is not None:
        tint = SUN if side.lead >= 0 else FADED
        write(canvas, fonts, f"{side.lead:+,}", (left + 118, top + 40), Style(Face.BODY, tint, Align.RIGHT))
    _keys(canvas, fonts, side.held, (left + 128, top + 12))
    _strip(canvas, fonts, side.marks, (left + 258, top + 26))


def clock_words(time_us: Micros) -> str:
    """Return a time as minutes, seconds and tenths."""
    tenths = max(0, time_us) * 10 // US_PER_SECOND
    return f"{tenths // 600}:{tenths // 10 % 60:02d}.{tenths % 10}"


def _keys(canvas: pygame.Surface, fonts: Fonts, held: frozenset[Verb], at: tuple[int, int]) -> None:
    for verb, (x, y) in KEYS:
        key = pygame.Rect(at[0] + x, at[1] + y, KEY, KEY)
        lit = verb in held
        pygame.draw.rect(canvas, SUN if lit else NIGHT, key, border_radius=3)
        pygame.draw.rect(canvas, CREAM if lit else FADED, key, 1, border_radius=3)
        tint = NIGHT if lit else FADED
        write(canvas, fonts, SIGNS[verb], (key.centerx, key.y + 5), Style(Face.SMALL, tint, Align.CENTRE))


def _strip(canvas: pygame.Surface, fonts: Fonts, marks: Sequence[StripMark], middle: tuple[int, int]) -> None:
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
