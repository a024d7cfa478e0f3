"""Draws text: left, centered or right, with a shadow that keeps it legible on any background."""

from dataclasses import dataclass
from enum import Enum

import pygame

from game.view.canvas.color import Color
from game.view.ui.fonts import Face, Fonts
from game.view.ui.ui_colors import CREAM, NIGHT


class Align(Enum):
    """Which end of the line is at its position."""

    LEFT = 0.0
    CENTRE = 0.5
    RIGHT = 1.0


@dataclass(frozen=True, slots=True)
class Style:
    """Font, color and alignment of a line."""

    face: Face = Face.BODY
    tint: Color = CREAM
    align: Align = Align.LEFT


BODY = Style()
"""Style of body text."""
CENTRED = Style(align=Align.CENTRE)
"""Body text, centered."""
SMALL = Style(Face.SMALL)
"""Style of small text."""


def write(canvas: pygame.Surface, fonts: Fonts, words: str, at: tuple[int, int], style: Style = BODY) -> int:
    """Draw `words` with the top of the line at `at`; return the line's width in pixels."""
    ink = fonts.line(words, style.face, style.tint)
    left = at[0] - round(ink.get_width() * style.align.value)
    canvas.blit(fonts.line(words, style.face, NIGHT), (left + 1, at[1] + 1))
    canvas.blit(ink, (left, at[1]))
    return ink.get_width()


def shortened(fonts: Fonts, words: str, face: Face, width: int) -> str:
    """Return as much of a line as fits into `width` pixels, with three dots in place of the rest."""
    kept = words
    while kept and fonts.width(kept if kept == words else kept + "...", face) > width:
        kept = kept[:-1]
    return kept if kept == words else kept.rstrip() + "..."


def wrapped(fonts: Fonts, words: str, face: Face, width: int) -> list[str]:
    """Return the lines into which `words` break within `width` pixels."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and fonts.width(longer, face) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
