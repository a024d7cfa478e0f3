"""What a moderator wants to see in the video of a run: its times, which run it is, and what was pressed.

Drawn above everything that happens, and nothing is drawn over it.
"""

from dataclasses import dataclass

import pygame

from game.sim.actions import Verb
from game.view.ui.fonts import Face, Fonts
from game.view.ui.input_strip import StripMark, draw_keys, draw_strip
from game.view.ui.menu import draw_plate
from game.view.ui.text import Align, Style, write
from game.view.ui.ui_colors import CREAM, FADED, SUN

TIMES = pygame.Rect(4, 4, 196, 46)
"""Where the times stand, px."""
INPUTS = pygame.Rect(204, 4, 232, 46)
"""Where keys, early and late stand, px."""
BESTS = pygame.Rect(440, 4, 196, 46)
"""Where attempt and best runs stand, px."""
IDENTITY = pygame.Rect(4, 344, 632, 14)
"""Where it is said which run this is, px."""


@dataclass(frozen=True, slots=True)
class SpeedrunFigures:
    """What is shown, in words but for keys and hits. `first` is what counts: in-game time, or points in the montage;
    `split` is that of the last section, against `ahead` or behind."""

    first: str
    real_time: str
    split: str
    ahead: bool
    attempt: str
    best: str
    sum_of_best: str
    identity: str
    held: frozenset[Verb]
    marks: tuple[StripMark, ...]


def draw_speedrun(canvas: pygame.Surface, fonts: Fonts, figures: SpeedrunFigures) -> None:
    """Draw three plates along the upper edge, and a line along the lower one."""
    for plate in (TIMES, INPUTS, BESTS, IDENTITY):
        draw_plate(canvas, plate)
    left, top = TIMES.x + 10, TIMES.y + 7
    write(canvas, fonts, figures.first, (left, top), Style(Face.BODY, SUN))
    write(canvas, fonts, f"real {figures.real_time}", (left, top + 13), Style(Face.SMALL, CREAM))
    write(canvas, fonts, figures.split, (left, top + 25), Style(Face.BODY, SUN if figures.ahead else FADED))
    draw_keys(canvas, fonts, figures.held, (INPUTS.x + 10, INPUTS.y + 4))
    draw_strip(canvas, fonts, figures.marks, (INPUTS.x + 154, INPUTS.y + 14))
    right = BESTS.right - 10
    for row, words in enumerate((figures.attempt, figures.best, figures.sum_of_best)):
        write(canvas, fonts, words, (right, top + 13 * row), Style(Face.SMALL, CREAM, Align.RIGHT))
    write(canvas, fonts, figures.identity, (IDENTITY.x + 10, IDENTITY.y + 3), Style(Face.SMALL, CREAM))
