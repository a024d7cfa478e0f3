"""Menus drawn over the picture: rows with a rust band on the chosen one, key hints at the bottom, notices
at the top.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pygame

from game.view.canvas.color import Color
from game.view.ui.fonts import Face, Fonts
from game.view.ui.pad_shapes import PAD_SHAPES, draw_pad_shape
from game.view.ui.text import Align, Style, wrapped, write
from game.view.ui.ui_colors import CREAM, EMBER, FADED, NIGHT, RULE, RUST, SUN

ROW_HEIGHT = 17
"""Height of a row, px."""
BAND_HEIGHT = 15
"""Height of the chosen row's band, px."""
AGLET = 3
"""Width of the bright end of the band, px."""
HINT_TOP = 343
"""Screen row of the key hints."""
HINTS_LEFT = 20
"""Left edge of the first of them, px."""
HINT_GAP = 16
"""Distance between two of them, px."""
CAP_HEIGHT = 11
"""Height of a keycap, px."""
CAP_COLUMN = 24
"""Indent of a row's text when keycaps are shown, px."""
SHAPE_REACH = 3
"""How far the shape on a keycap reaches from its middle, px."""
ARROW_ROOM = 10
"""Width that an arrow takes, px."""
SHADE_ALPHA = 170
"""Opacity of the shade behind text, 0 to 255."""
PANEL_ALPHA = 226
"""Opacity of a menu's background, 0 to 255."""
PLATE_ALPHA = 222
"""Opacity of a plate, 0 to 255: all text but the dimmest has a contrast of 4.5 to 1 on it over a white picture."""
PERFORATION = 16
"""Width of the film strip's perforated edge, px."""
HOLE = (8, 10)
"""Width and height of a perforation, px."""
HOLE_STEP = 18
"""Distance between perforations, px."""
DUSK_ALPHA = 190
"""Opacity of the title's background at its left edge, 0 to 255."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a menu. `value` is right-aligned; `moves`: left and right change it; `key` chooses it at once."""

    label: str
    value: str = ""
    moves: bool = False
    heading: bool = False
    key: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """Position of a menu: left, top, width, the number of visible rows, and the first of them."""

    left: int
    top: int
    width: int
    seen: int = 12
    first: int = 0


@dataclass(frozen=True, slots=True)
class KeyHelp:
    """A key and its function on this screen."""

    key: str
    does: str


def shade(canvas: pygame.Surface, rect: pygame.Rect, alpha: int = SHADE_ALPHA) -> None:
    """Darken a part of the picture so that text on it is legible."""
    veil = pygame.Surface(rect.size)
    veil.fill(NIGHT)
    veil.set_alpha(alpha)
    canvas.blit(veil, rect)


def paint_panel(width: int) -> pygame.Surface:
    """Return the background of a menu: a strip of film whose perforation shows the picture."""
    panel = pygame.Surface((width + PERFORATION, 360), pygame.SRCALPHA)
    panel.fill((*NIGHT, PANEL_ALPHA))
    panel.fill((*NIGHT, 255), (width, 0, PERFORATION, 360))
    for top in range(5, 360, HOLE_STEP):
        pygame.draw.rect(panel, (0, 0, 0, 0), (width + 4, top, *HOLE), border_radius=2)
    panel.fill((*RULE, 255), (width, 0, 1, 360))
    return panel


def paint_dusk(width: int) -> pygame.Surface:
    """Return the background of the title: dark at the left, transparent at `width`."""
    dusk = pygame.Surface((width, 360), pygame.SRCALPHA)
    for x in range(width):
        dusk.fill((*NIGHT, round(DUSK_ALPHA * (1 - x / width) ** 1.4)), (x, 0, 1, 360))
    return dusk


def draw_plate(canvas: pygame.Surface, rect: pygame.Rect) -> None:
    """Draw a dark plate with a thin frame, the background of tables."""
    shade(canvas, rect, PLATE_ALPHA)
    pygame.draw.rect(canvas, RULE, rect, 1)


def draw_rows(canvas: pygame.Surface, fonts: Fonts, rows: Sequence[Row], chosen: int, column: Column) -> None:
    """Draw the visible rows; more of them above or below are told by an arrow."""
    first = column.first
    for place, row in enumerate(rows[first : first + column.seen]):
        top = column.top + place * ROW_HEIGHT
        if row.heading:
            _heading(canvas, fonts, row, column, top)
        else:
            _row(canvas, fonts, (row, first + place == chosen), column, top)
    right = column.left + column.width
    if first > 0:
        _arrow(canvas, (right - 5, column.top - 7), -1)
    if first + column.seen < len(rows):
        _arrow(canvas, (right - 5, column.top + column.seen * ROW_HEIGHT), 1)


def scrolled(column: Column, rows: Sequence[Row], chosen: int) -> Column:
    """Return the column with its rows moved no further than it takes to show the chosen one and a heading above it: a
    row that is pointed at stays where it is."""
    top = chosen - 1 if chosen and rows[chosen - 1].heading else chosen
    first = min(max(column.first, chosen - column.seen + 1), top)
    return replace(column, first=max(0, min(first, len(rows) - column.seen)))


def row_at(count: int, column: Column, at: tuple[int, int]) -> int | None:
    """Return the place of the visible row at a position, of `count` rows, or None."""
    if not column.left <= at[0] < column.left + column.width or at[1] < column.top:
        return None
    line = (at[1] - column.top) // ROW_HEIGHT
    place = column.first + line
    return place if line < column.seen and place < count else None


def arrow_at(fonts: Fonts, row: Row, column: Column, x: int) -> int:
    """Return which arrow of the chosen row is at a column of the picture: left -1, right 1, neither 0."""
    if not row.moves:
        return 0
    right = column.left + column.width - 2 * ARROW_ROOM
    if x >= right:
        return 1
    left = right - fonts.width(row.value, Face.BODY)
    return -1 if left - 2 * ARROW_ROOM <= x < left else 0


def draw_title(canvas: pygame.Surface, fonts: Fonts, words: str, at: tuple[int, int]) -> None:
    """Draw a screen's title with a rust rule below it."""
    width = write(canvas, fonts, words, at, Style(Face.HEAD, CREAM))
    canvas.fill(RUST, (at[0], at[1] + 20, width, 2))


def draw_hints(canvas: pygame.Surface, fonts: Fonts, hints: Sequence[KeyHelp]) -> None:
    """Draw the key hints along the lower edge."""
    shade(canvas, pygame.Rect(0, HINT_TOP - 3, 640, 20), 190)
    left = HINTS_LEFT
    for hint in hints:
        left += draw_keycap(canvas, fonts, hint.key, (left, HINT_TOP)) + 5
        left += write(canvas, fonts, hint.does, (left, HINT_TOP + 1), Style(Face.SMALL, CREAM)) + HINT_GAP


def hint_at(fonts: Fonts, hints: Sequence[KeyHelp], at: tuple[int, int]) -> int | None:
    """Return the place of the key hint at a position, or None."""
    left = HINTS_LEFT
    for place, hint in enumerate(hints):
        width = keycap_width(fonts, hint.key) + 5 + fonts.width(hint.does, Face.SMALL)
        if left - 4 <= at[0] < left + width + 4 and at[1] >= HINT_TOP - 3:
            return place
        left += width + HINT_GAP
    return None


def keycap_width(fonts: Fonts, key: str) -> int:
    """Return the width of a keycap, px."""
    return 2 * (CAP_HEIGHT // 2 + 1) + 1 if key in PAD_SHAPES else fonts.width(key, Face.SMALL) + 7


def draw_keycap(canvas: pygame.Surface, fonts: Fonts, key: str, at: tuple[int, int], tint: Color = CREAM) -> int:
    """Draw a keycap with its top left corner at `at`; return its width in pixels."""
    if key in PAD_SHAPES:
        return _draw_pad_shape(canvas, key, at, tint)
    width = keycap_width(fonts, key)
    pygame.draw.rect(canvas, tint, (*at, width, CAP_HEIGHT), border_radius=2)
    canvas.blit(fonts.line(key, Face.SMALL, NIGHT), (at[0] + 4, at[1] + 1))
    return width


def _draw_pad_shape(canvas: pygame.Surface, name: str, at: tuple[int, int], tint: Color) -> int:
    """Draw a round button with a shape on it; return its width in pixels."""
    radius = CAP_HEIGHT // 2 + 1
    x, y = at[0] + radius, at[1] + CAP_HEIGHT // 2
    pygame.draw.circle(canvas, tint, (x, y), radius)
    draw_pad_shape(canvas, name, (x, y), SHAPE_REACH, NIGHT)
    return 2 * radius + 1


def draw_notice(canvas: pygame.Surface, fonts: Fonts, sentence: str, top: int) -> None:
    """Draw a notice from a row on, wrapped to as many lines as it needs."""
    lines = wrapped(fonts, sentence, Face.SMALL, 600)
    draw_plate(canvas, pygame.Rect(8, top, 624, 8 + 11 * len(lines)))
    canvas.fill(EMBER, (8, top, 2, 8 + 11 * len(lines)))
    for place, line in enumerate(lines):
        write(canvas, fonts, line, (20, top + 4 + 11 * place), Style(Face.SMALL, SUN))


def _heading(canvas: pygame.Surface, fonts: Fonts, row: Row, column: Column, top: int) -> None:
    width = write(canvas, fonts, row.label, (column.left + 8, top + 5), Style(Face.SMALL, EMBER))
    canvas.fill(RULE, (column.left + 14 + width, top + 9, column.width - width - 22, 1))


def _row(canvas: pygame.Surface, fonts: Fonts, row_chosen: tuple[Row, bool], column: Column, top: int) -> None:
    row, chosen = row_chosen
    if chosen:
        canvas.fill(RUST, (column.left, top, column.width, BAND_HEIGHT))
        canvas.fill(SUN, (column.left, top, AGLET, BAND_HEIGHT))
    left = column.left + 10
    if row.key:
        draw_keycap(canvas, fonts, row.key, (left, top + 2), CREAM if chosen else FADED)
        left += CAP_COLUMN
    write(canvas, fonts, row.label, (left, top + 4), Style(Face.BODY, CREAM))
    right = column.left + column.width - 10
    if row.moves and chosen:
        _arrow_side(canvas, (right, top + 7), 1)
        right -= 10
    tint = CREAM if chosen else FADED
    width = write(canvas, fonts, row.value, (right, top + 4), Style(Face.BODY, tint, Align.RIGHT)) if row.value else 0
    if row.moves and chosen:
        _arrow_side(canvas, (right - width - 9, top + 7), -1)


def _arrow_side(canvas: pygame.Surface, at: tuple[int, int], way: int) -> None:
    x, y = at
    pygame.draw.polygon(canvas, SUN, ((x, y - 3), (x, y + 3), (x + 4 * way, y)))


def _arrow(canvas: pygame.Surface, at: tuple[int, int], way: int) -> None:
    x, y = at
    pygame.draw.polygon(canvas, SUN, ((x - 4, y), (x + 4, y), (x, y + 4 * way)))
