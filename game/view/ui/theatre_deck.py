"""The theatre's controls over the picture: bar and time, and for each replay its figures, keys and early and late."""

from dataclasses import dataclass

import pygame

from game.sim.actions import Verb
from game.timing.units import US_PER_SECOND, Micros
from game.view.ui.fonts import Face, Fonts
from game.view.ui.input_strip import StripMark, draw_keys, draw_strip
from game.view.ui.menu import draw_plate, shade
from game.view.ui.text import Align, Style, write
from game.view.ui.ui_colors import CREAM, FADED, NIGHT, RULE, SUN

BAR = pygame.Rect(20, 326, 600, 8)
"""The bar of the whole run, px."""
REACH = BAR.inflate(12, 14)
"""Where a click is one on the bar, px."""
DECK_TOP = 316
"""Upper edge of the controls, px."""


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
    draw_keys(canvas, fonts, side.held, (left + 128, top + 12))
    draw_strip(canvas, fonts, side.marks, (left + 258, top + 26))


def clock_words(time_us: Micros) -> str:
    """Return a time as minutes, seconds and tenths."""
    tenths = max(0, time_us) * 10 // US_PER_SECOND
    return f"{tenths // 600}:{tenths // 10 % 60:02d}.{tenths % 10}"
