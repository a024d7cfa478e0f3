"""The results of a finished run: figures on the left, sections and the histogram of timing errors on the right."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, pstdev

import pygame

from game.view.canvas.color import Color
from game.view.ui.fonts import Face, Fonts
from game.view.ui.menu import draw_plate
from game.view.ui.text import Align, Style, wrapped, write
from game.view.ui.ui_colors import CLEAN, CREAM, EARLY, EMBER, FADED, LATE, MISSED, RULE, RUST, SUN

LEFT = 24
"""Column of the figures, px."""
WIDTH = 262
"""Width of the figures, px."""
TABLE = pygame.Rect(304, 18, 320, 214)
"""Rectangle of the table of sections, px."""
CHART = pygame.Rect(304, 240, 320, 92)
"""Rectangle of the histogram, px."""
ROW = 15
"""Height of a row, px."""
REACH_MS = 135
"""Timing error at the histogram's ends, in milliseconds."""
BIN_MS = 5
"""Width of a bin, in milliseconds."""
GRADE_MARKS: dict[str, tuple[str, Color]] = {
    "Perfect": ("***", SUN),
    "Superb": ("**", CLEAN),
    "OK": ("*", CREAM),
    "Try again": ("-", MISSED),
}
"""Mark and color of each section grade."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One section. `lead` is the difference to its best so far, or None without one."""

    name: str
    section_score: int
    lead: int | None
    grade: str


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """All texts and figures of a run's results. Errors are in real milliseconds, negative when early."""

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


def draw_sheet(canvas: pygame.Surface, fonts: Fonts, sheet: ScoreSheet) -> None:
    """Draw all of it."""
    _figures(canvas, fonts, sheet)
    _sections(canvas, fonts, sheet.rows)
    _histogram(canvas, fonts, sheet.errors_ms)


def _figures(canvas: pygame.Surface, fonts: Fonts, sheet: ScoreSheet) -> None:
    write(canvas, fonts, sheet.rank.upper(), (LEFT, 24), Style(Face.HEAD, CREAM))
    canvas.fill(RUST, (LEFT, 46, WIDTH, 2))
    write(canvas, fonts, sheet.outside, (LEFT, 53), Style(Face.SMALL, SUN))
    write(canvas, fonts, f"{sheet.score:,}", (LEFT, 72), Style(Face.HEAD, SUN))
    lines = (
        ("accuracy", f"{sheet.accuracy_permyriad / 100:.2f} %"),
        ("dead-on", str(sheet.dead_on)),
        ("best streak", str(sheet.best_streak)),
    )
    for place, (name, value) in enumerate(lines):
        top = 100 + place * 16
        if name == "dead-on":
            _star(canvas, (LEFT + 82, top + 3))
        write(canvas, fonts, name, (LEFT, top), Style(Face.BODY, FADED))
        write(canvas, fonts, value, (LEFT + WIDTH, top), Style(Face.BODY, CREAM, Align.RIGHT))
    for place, line in enumerate(wrapped(fonts, sheet.standing, Face.SMALL, WIDTH)):
        write(canvas, fonts, line, (LEFT, 154 + 11 * place), Style(Face.SMALL, EMBER))
    for place, line in enumerate(wrapped(fonts, sheet.advice, Face.BODY, WIDTH)):
        write(canvas, fonts, line, (LEFT, 182 + 14 * place), Style(Face.BODY, CREAM))


def _sections(canvas: pygame.Surface, fonts: Fonts, rows: Sequence[SheetRow]) -> None:
    draw_plate(canvas, TABLE)
    for place, row in enumerate(rows):
        top = TABLE.y + 11 + place * ROW
        mark, tint = GRADE_MARKS.get(row.grade, ("", CREAM))
        write(canvas, fonts, row.name, (TABLE.x + 8, top), Style(Face.BODY, CREAM))
        write(canvas, fonts, f"{row.section_score:,}", (TABLE.x + 200, top), Style(Face.BODY, CREAM, Align.RIGHT))
        if row.lead is not None:
            ahead = SUN if row.lead >= 0 else FADED
            write(canvas, fonts, f"{row.lead:+,}", (TABLE.x + 238, top), Style(Face.SMALL, ahead, Align.RIGHT))
        stars = mark.count("*")
        for star in range(stars):
            _star(canvas, (TABLE.x + 250 + star * 9, top + 3))
        if not stars:
            canvas.fill(tint, (TABLE.x + 248, top + 3, 8, 2))
        write(canvas, fonts, row.grade, (TABLE.right - 8, top), Style(Face.SMALL, tint, Align.RIGHT))


def _histogram(canvas: pygame.Surface, fonts: Fonts, errors_ms: Sequence[float]) -> None:
    draw_plate(canvas, CHART)
    floor = CHART.bottom - 16
    bins = [0] * (2 * REACH_MS // BIN_MS)
    for error in errors_ms:
        place = math.floor((error + REACH_MS) / BIN_MS)
        if 0 <= place < len(bins):
            bins[place] += 1
    width = (CHART.w - 20) / len(bins)
    tallest = max(bins, default=0)
    for place, count in enumerate(bins):
        centre_ms = (place + 0.5) * BIN_MS - REACH_MS
        tint = CLEAN if abs(centre_ms) <= 22 else EARLY if centre_ms < 0 else LATE
        height = round(count / tallest * (CHART.h - 36)) if tallest else 0
        canvas.fill(tint, (CHART.x + 10 + round(place * width), floor - height, max(1, round(width) - 1), height))
    canvas.fill(RULE, (CHART.x + 10, floor, CHART.w - 20, 1))
    canvas.fill(CREAM, (CHART.centerx, CHART.y + 16, 1, floor - CHART.y - 14))
    write(canvas, fonts, "early", (CHART.x + 10, CHART.bottom - 12), Style(Face.SMALL, EARLY))
    write(canvas, fonts, "late", (CHART.right - 10, CHART.bottom - 12), Style(Face.SMALL, LATE, Align.RIGHT))
    if errors_ms:
        words = f"mean {fmean(errors_ms):+.1f} ms, spread {pstdev(errors_ms):.1f} ms"
        write(canvas, fonts, words, (CHART.centerx, CHART.y + 5), Style(Face.SMALL, CREAM, Align.CENTRE))


def _star(canvas: pygame.Surface, centre: tuple[int, int]) -> None:
    x, y = centre
    for dx, dy, w, h in ((0, -3, 1, 7), (-3, -1, 7, 2), (-1, 0, 3, 3), (-2, 2, 1, 2), (2, 2, 1, 2)):
        canvas.fill(SUN, (x + dx, y + dy, w, h))
