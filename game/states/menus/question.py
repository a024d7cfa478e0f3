"""A question that a menu asks before it does what cannot be undone."""

from collections.abc import Callable
from dataclasses import dataclass

import pygame

from game.view.ui.fonts import Face, Fonts
from game.view.ui.menu import Column, Row, draw_rows
from game.view.ui.text import Style, wrapped, write
from game.view.ui.ui_colors import SUN

LINE = 14
"""Height of a line of the sentence, px."""
ROWS_BELOW = 10
"""Distance between the sentence and the answers, px."""
SENTENCE_INDENT = 10
"""Distance of the sentence from the left edge of the menu's column, px."""


@dataclass(frozen=True, slots=True)
class Question:
    """Two answers: `no` comes first and changes nothing, `yes` calls `on_yes`."""

    sentence: str
    no: str
    yes: str
    on_yes: Callable[[], None]

    def rows(self) -> tuple[Row, Row]:
        """Return the answers."""
        return (Row(self.no), Row(self.yes))


def draw_question(canvas: pygame.Surface, fonts: Fonts, question: Question, chosen: int, column: Column) -> None:
    """Draw the sentence and its answers at the top of a menu's column."""
    for place, line in enumerate(_lines(fonts, question, column)):
        at = (column.left + SENTENCE_INDENT, column.top + place * LINE)
        write(canvas, fonts, line, at, Style(Face.BODY, SUN))
    draw_rows(canvas, fonts, question.rows(), chosen, answers_of(fonts, question, column))


def answers_of(fonts: Fonts, question: Question, column: Column) -> Column:
    """Return the column of the answers below the sentence."""
    lines = _lines(fonts, question, column)
    return Column(column.left, column.top + len(lines) * LINE + ROWS_BELOW, column.width)


def _lines(fonts: Fonts, question: Question, column: Column) -> list[str]:
    return wrapped(fonts, question.sentence, Face.BODY, column.width - 2 * SENTENCE_INDENT)
