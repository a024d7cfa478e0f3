"""The picture of the screen on which the beat is tapped along with a song."""

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.view.ui.fonts import Face, Fonts
from game.view.ui.menu import KeyHelp, draw_hints, draw_title
from game.view.ui.text import Align, Style, write
from game.view.ui.ui_colors import CREAM, FADED, NIGHT, RULE, SUN

MIDDLE = 320
"""Middle of the picture, px."""
PULSE_AT, PULSE_PX = (320, 178), (26, 40)
"""Middle of the disc that answers a tap, and its radius without and with one, px."""


@dataclass(frozen=True, slots=True)
class TapPicture:
    """What is shown: sentences, the large words, how fresh the latest tap is (0 to 1), and what the keys do."""

    sentences: Sequence[str]
    words: str
    pulse: float
    hints: Sequence[KeyHelp]


def draw_tapping(canvas: pygame.Surface, fonts: Fonts, shown: TapPicture) -> None:
    """Draw the screen."""
    canvas.fill(NIGHT)
    draw_title(canvas, fonts, "TAP THE BEAT", (40, 36))
    for row, sentence in enumerate(shown.sentences):
        write(canvas, fonts, sentence, (40, 74 + 14 * row), Style(Face.SMALL, CREAM if row == 0 else FADED))
    radius = round(PULSE_PX[0] + (PULSE_PX[1] - PULSE_PX[0]) * shown.pulse)
    pygame.draw.circle(canvas, SUN if shown.pulse > 0 else RULE, PULSE_AT, radius, 0 if shown.pulse > 0 else 2)
    write(canvas, fonts, shown.words, (MIDDLE, 240), Style(Face.HEAD, CREAM, Align.CENTRE))
    draw_hints(canvas, fonts, shown.hints)
