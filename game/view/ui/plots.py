"""Plots printed on paper, as one would frame them: hits by hand, spread by section, and the trend over attempts."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pygame

from game.view.canvas.color import Color
from game.view.ui.fonts import Face, Fonts
from game.view.ui.text import Align
from game.view.ui.ui_colors import NIGHT, RUST

PAPER: Color = (231, 220, 197)
"""The paper."""
INK: Color = (45, 31, 27)
"""Lettering and axes."""
PALE: Color = (196, 180, 152)
"""Grid lines, and bars that are not the point."""
BLUE: Color = (0, 92, 148)
"""The left hand, and what comes early."""
ORANGE: Color = (156, 66, 0)
"""The right hand, and what comes late."""
FRAME: Color = (60, 40, 30)
"""The frame around the paper."""
FRAME_WIDTH = 5
"""Width of the frame, px."""
STEP_MS = 5
"""Width of a histogram's column, ms."""
REACH_MS = 100
"""Where a histogram's axis ends on both sides, ms."""
GRID_MS = 25
"""Distance of an axis's grid lines, ms."""


@dataclass(frozen=True, slots=True)
class SectionSpread:
    """One line of a bar plot: mean and spread of the hits of a section, ms."""

    name: str
    bias_ms: float
    spread_ms: float


def draw_paper(canvas: pygame.Surface, fonts: Fonts, rect: pygame.Rect, title: str, note: str) -> None:
    """Draw a framed sheet with a title and a note at its foot."""
    canvas.fill(NIGHT, rect.move(3, 4))
    canvas.fill(FRAME, rect)
    sheet = rect.inflate(-2 * FRAME_WIDTH, -2 * FRAME_WIDTH)
    canvas.fill(PAPER, sheet)
    pygame.draw.rect(canvas, INK, sheet.inflate(-8, -8), 1)
    ink(canvas, fonts, title.upper(), (sheet.centerx, sheet.y + 14), Align.CENTRE, Face.HEAD)
    canvas.fill(RUST, (sheet.centerx - 30, sheet.y + 34, 60, 2))
    ink(canvas, fonts, note, (sheet.centerx, sheet.bottom - 18), Align.CENTRE)


def draw_hands(canvas: pygame.Surface, fonts: Fonts, rect: pygame.Rect, hands: Mapping[str, Mapping[int, int]]) -> None:
    """Draw the columns of the left hand upwards and of the right hand downwards from one axis of milliseconds.

    `hands`: for "left" and "right", the number of hits by their columns' lower edges in ms.
    """
    tallest = max((count for columns in hands.values() for count in columns.values()), default=0) or 1
    half = rect.height // 2 - 6
    width = rect.width * STEP_MS / (2 * REACH_MS)
    _axis(canvas, fonts, rect, REACH_MS)
    for name, tint, way in (("left", BLUE, -1), ("right", ORANGE, 1)):
        for edge_ms, count in hands.get(name, {}).items():
            if not -REACH_MS <= edge_ms < REACH_MS:
                continue
            height = max(1, round(count / tallest * half))
            top = rect.centery - height if way < 0 else rect.centery + 1
            canvas.fill(tint, (_across(rect, edge_ms) + 1, top, max(1, round(width) - 1), height))
        ink(canvas, fonts, f"{name} hand", (rect.x, rect.centery + way * half - 4), tint=tint)
    canvas.fill(INK, (rect.x, rect.centery, rect.width, 1))


def draw_bars(canvas: pygame.Surface, fonts: Fonts, rect: pygame.Rect, bars: Sequence[SectionSpread]) -> None:
    """Draw for each section a bar from one spread below its mean to one above, and a mark at the mean."""
    plot = pygame.Rect(rect.x + 96, rect.y, rect.width - 96 - 56, rect.height)
    step = rect.height / max(1, len(bars))
    farthest_ms = max((abs(bar.bias_ms) + bar.spread_ms for bar in bars), default=0)
    reach_ms = min(REACH_MS, max(2 * GRID_MS, math.ceil(farthest_ms / GRID_MS) * GRID_MS))
    _axis(canvas, fonts, plot, reach_ms)
    for place, bar in enumerate(bars):
        y = rect.y + round(step * (place + 0.5))
        ink(canvas, fonts, bar.name, (rect.x, y - 4))
        left, right = (_across(plot, bar.bias_ms + way * bar.spread_ms, reach_ms) for way in (-1, 1))
        tint = BLUE if bar.bias_ms < 0 else ORANGE
        canvas.fill(tint, (left, y - 2, max(2, right - left), 5))
        canvas.fill(PAPER, (_across(plot, bar.bias_ms, reach_ms), y - 2, 1, 5))
        ink(canvas, fonts, f"{bar.spread_ms:.0f} ms", (rect.right, y - 4), Align.RIGHT)


def draw_trend(canvas: pygame.Surface, fonts: Fonts, rect: pygame.Rect, accuracies: Sequence[float]) -> None:
    """Draw accuracies, 0 to 1, the oldest at the left, with a line through them."""
    lowest = min((*accuracies, 0.9)) // 0.1 * 0.1
    for percent in range(round(lowest * 100), 101, 10):
        y = _up(rect, lowest, percent / 100)
        canvas.fill(PALE, (rect.x, y, rect.width, 1))
        ink(canvas, fonts, f"{percent} %", (rect.x - 5, y - 4), Align.RIGHT)
    step = rect.width / max(1, len(accuracies) - 1)
    points = [(rect.x + round(place * step), _up(rect, lowest, value)) for place, value in enumerate(accuracies)]
    for before, after in pairwise(points):
        pygame.draw.line(canvas, RUST, before, after, 2)
    for point in points:
        pygame.draw.circle(canvas, PAPER, point, 4)
        pygame.draw.circle(canvas, RUST, point, 3)
    canvas.fill(INK, (rect.x, rect.bottom, rect.width, 1))


def ink(
    canvas: pygame.Surface,
    fonts: Fonts,
    words: str,
    at: tuple[int, int],
    align: Align = Align.LEFT,
    face: Face = Face.SMALL,
    tint: Color = INK,
) -> None:
    """Draw dark lettering on paper, without the shadow that text on pictures has."""
    line = fonts.line(words, face, tint)
    canvas.blit(line, (at[0] - round(line.get_width() * align.value), at[1]))


def _axis(canvas: pygame.Surface, fonts: Fonts, rect: pygame.Rect, reach_ms: int) -> None:
    """Draw the grid of an axis of milliseconds, and which side of it is early."""
    for at_ms in range(-reach_ms, reach_ms + 1, GRID_MS):
        x = _across(rect, at_ms, reach_ms)
        canvas.fill(INK if at_ms == 0 else PALE, (x, rect.y, 1, rect.height))
        ink(canvas, fonts, f"{at_ms:+}" if at_ms else "0", (x, rect.bottom + 3), Align.CENTRE)
    ink(canvas, fonts, "ms early", (rect.x, rect.bottom + 14))
    ink(canvas, fonts, "ms late", (rect.right, rect.bottom + 14), Align.RIGHT)


def _across(rect: pygame.Rect, at_ms: float, reach_ms: int = REACH_MS) -> int:
    share = (max(-reach_ms, min(reach_ms, at_ms)) + reach_ms) / (2 * reach_ms)
    return rect.x + round(share * (rect.width - 1))


def _up(rect: pygame.Rect, lowest: float, value: float) -> int:
    return rect.bottom - round((value - lowest) / (1.0 - lowest) * rect.height)
