"""The results of a finished run: figures on the left, sections and the histogram of timing errors on the right.

The middle is left to the picture: he stands there with his arms raised.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, pstdev

import pygame

from game.view.canvas.color import Color
from game.view.ui.fonts import Face, Fonts
from game.view.ui.medals import draw_medal, draw_star
from game.view.ui.menu import draw_plate
from game.view.ui.text import Align, Style, wrapped, write
from game.view.ui.ui_colors import CLEAN, CREAM, EARLY, EMBER, FADED, LATE, MISSED, RULE, RUST, SUN

FIGURES = pygame.Rect(10, 14, 232, 218)
"""Rectangle of the figures, px."""
TABLE = pygame.Rect(412, 14, 218, 206)
"""Rectangle of the table of sections, px."""
CHART = pygame.Rect(412, 224, 218, 108)
"""Rectangle of the histogram, px."""
MARGIN = 8
"""Distance of text from the edge of its plate, px."""
ROW = 15
"""Height of a row, px."""
REACH_MS = 135
"""Timing error at the histogram's ends, in milliseconds."""
BIN_MS = 5
"""Width of a bin, in milliseconds."""
GRADES: tuple[tuple[str, Color], ...] = (
    ("perfect", SUN),
    ("great", CLEAN),
    ("good", CREAM),
    ("sloppy", LATE),
    ("missed", MISSED),
)
"""Name and color of the grades of a judgement, best first."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One section: its score, or its time in Road work, and the difference to its best so far as it is written, empty
    without one. `ahead`: whether it is as good or better; `gold`: whether a time is the section's best ever."""

    name: str
    figure: str
    lead: str
    grade: str
    ahead: bool = False
    gold: bool = False


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """All texts and figures of a run's results. Errors are in real milliseconds, negative when early.

    `grades` are the numbers of judgements of each grade, best first; `by_hand` the errors of the left and right hand.
    """

    rank: str
    score: int
    accuracy_permyriad: int
    dead_on: int
    best_streak: int
    standing: str
    outside: str
    """Closing line that invites the player to run outside."""
    advice: str
    rows: tuple[SheetRow, ...]
    errors_ms: tuple[float, ...]
    grades: tuple[int, ...] = ()
    by_hand: tuple[tuple[float, ...], tuple[float, ...]] = ((), ())
    time: str = ""
    """The in-game time of Road work, which takes the place of the score."""


def draw_sheet(canvas: pygame.Surface, fonts: Fonts, sheet: ScoreSheet) -> None:
    """Draw all of it."""
    _figures(canvas, fonts, sheet)
    _sections(canvas, fonts, sheet.rows)
    _histogram(canvas, fonts, sheet)


def _figures(canvas: pygame.Surface, fonts: Fonts, sheet: ScoreSheet) -> None:
    draw_plate(canvas, FIGURES)
    left, right, width = FIGURES.x + MARGIN, FIGURES.right - MARGIN, FIGURES.w - 2 * MARGIN
    write(canvas, fonts, sheet.rank.upper(), (left, 21), Style(Face.HEAD, CREAM))
    canvas.fill(RUST, (left, 41, width, 2))
    _lines(canvas, fonts, sheet.outside, (left, 46), Style(Face.SMALL, SUN))
    write(canvas, fonts, sheet.time or f"{sheet.score:,}", (left, 70), Style(Face.HEAD, SUN))
    lines = (
        ("accuracy", f"{sheet.accuracy_permyriad / 100:.2f} %"),
        ("dead-on", str(sheet.dead_on)),
        ("score", f"{sheet.score:,}") if sheet.time else ("best streak", str(sheet.best_streak)),
    )
    for place, (name, value) in enumerate(lines):
        top = 92 + place * 13
        if name == "dead-on":
            draw_star(canvas, (left + 66, top + 3))
        write(canvas, fonts, name, (left, top), Style(Face.BODY, FADED))
        write(canvas, fonts, value, (right, top), Style(Face.BODY, CREAM, Align.RIGHT))
    _grades(canvas, fonts, sheet.grades, (left, 134))
    _lines(canvas, fonts, sheet.standing, (left, 164), Style(Face.SMALL, EMBER))
    if sheet.advice:
        write(canvas, fonts, "next", (left, 190), Style(Face.SMALL, EMBER))
        _lines(canvas, fonts, sheet.advice, (left, 201), Style(Face.BODY, SUN))


def _lines(canvas: pygame.Surface, fonts: Fonts, words: str, at: tuple[int, int], style: Style) -> None:
    """Write a sentence on as many lines as it needs."""
    height = 11 if style.face is Face.SMALL else 13
    for place, line in enumerate(wrapped(fonts, words, style.face, FIGURES.w - 2 * MARGIN)):
        write(canvas, fonts, line, (at[0], at[1] + height * place), style)


def _grades(canvas: pygame.Surface, fonts: Fonts, counts: Sequence[int], at: tuple[int, int]) -> None:
    """Draw the number of judgements of each grade, and a bar of their shares above."""
    total, width = sum(counts), FIGURES.w - 2 * MARGIN
    begun = 0
    for place, (count, (name, tint)) in enumerate(zip(counts, GRADES, strict=False)):
        left = at[0] + place * width // len(GRADES)
        write(canvas, fonts, str(count), (left, at[1] + 7), Style(Face.BODY, CREAM))
        canvas.fill(tint, (left, at[1] + 27, 30, 2))
        write(canvas, fonts, name, (left, at[1] + 17), Style(Face.SMALL, FADED))
        if total:
            first, last = at[0] + begun * width // total, at[0] + (begun + count) * width // total
            canvas.fill(tint, (first, at[1], last - first, 4))
        begun += count


def _sections(canvas: pygame.Surface, fonts: Fonts, rows: Sequence[SheetRow]) -> None:
    draw_plate(canvas, TABLE)
    for place, row in enumerate(rows):
        top = TABLE.y + 7 + place * ROW
        write(canvas, fonts, row.name, (TABLE.x + MARGIN, top), Style(Face.SMALL, CREAM))
        score_right = TABLE.x + 132
        write(canvas, fonts, row.figure, (score_right, top), Style(Face.BODY, SUN if row.gold else CREAM, Align.RIGHT))
        lead = Style(Face.SMALL, SUN if row.ahead else FADED, Align.RIGHT)
        write(canvas, fonts, row.lead, (TABLE.x + 164, top), lead)
        if row.gold:
            draw_star(canvas, (TABLE.x + 76, top + 3))
        draw_medal(canvas, (TABLE.x + 174, top + 4), row.grade, starred=False)
        write(canvas, fonts, row.grade, (TABLE.right - 5, top), Style(Face.SMALL, CREAM, Align.RIGHT))


def _histogram(canvas: pygame.Surface, fonts: Fonts, sheet: ScoreSheet) -> None:
    """Draw the hits of the left hand above the axis and those of the right hand below it."""
    draw_plate(canvas, CHART)
    plot = pygame.Rect(CHART.x + MARGIN, CHART.y + 18, CHART.w - 2 * MARGIN, CHART.h - 34)
    columns = [_columns(errors) for errors in sheet.by_hand]
    tallest = max(max(counts) for counts in columns)
    width = plot.w / len(columns[0])
    for counts, way in zip(columns, (-1, 1), strict=True):
        for place, count in enumerate(counts):
            height = round(count / tallest * (plot.h // 2 - 2)) if tallest else 0
            top = plot.centery - height if way < 0 else plot.centery + 1
            at_ms = (place + 0.5) * BIN_MS - REACH_MS
            tint = CLEAN if abs(at_ms) <= 22 else EARLY if at_ms < 0 else LATE
            canvas.fill(tint, (plot.x + round(place * width), top, max(1, round(width) - 1), height))
    canvas.fill(RULE, (plot.x, plot.centery, plot.w, 1))
    canvas.fill(CREAM, (plot.centerx, plot.y, 1, plot.h))
    write(canvas, fonts, "left hand", plot.topleft, Style(Face.SMALL, FADED))
    write(canvas, fonts, "right hand", (plot.x, plot.bottom - 9), Style(Face.SMALL, FADED))
    write(canvas, fonts, "early", (plot.x, CHART.bottom - 12), Style(Face.SMALL, EARLY))
    write(canvas, fonts, "late", (plot.right, CHART.bottom - 12), Style(Face.SMALL, LATE, Align.RIGHT))
    if sheet.errors_ms:
        words = f"mean {fmean(sheet.errors_ms):+.1f} ms, spread {pstdev(sheet.errors_ms):.1f} ms"
        write(canvas, fonts, words, (CHART.centerx, CHART.y + 5), Style(Face.SMALL, CREAM, Align.CENTRE))


def _columns(errors_ms: Sequence[float]) -> list[int]:
    bins = [0] * (2 * REACH_MS // BIN_MS)
    for error in errors_ms:
        place = math.floor((error + REACH_MS) / BIN_MS)
        if 0 <= place < len(bins):
            bins[place] += 1
    return bins
