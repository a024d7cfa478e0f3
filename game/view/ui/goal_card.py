"""The next goal, on a plate over the picture of the main menu."""

import pygame

from game.view.ui.fonts import Face, Fonts
from game.view.ui.menu import draw_plate
from game.view.ui.text import Style, wrapped, write
from game.view.ui.ui_colors import CREAM, SUN

LEFT = 404
"""Left edge of the plate, px."""
WIDTH = 222
"""Width of the plate, px."""
TOP = 24
"""Upper edge of the plate, px."""
LINE = 11
"""Height of a line, px."""


def draw_goal(canvas: pygame.Surface, fonts: Fonts, words: str) -> None:
    """Draw a sentence under the word Goal, as high as it has lines."""
    lines = wrapped(fonts, words, Face.SMALL, WIDTH - 20)
    plate = pygame.Rect(LEFT, TOP, WIDTH, LINE * len(lines) + 28)
    draw_plate(canvas, plate)
    write(canvas, fonts, "Goal", (plate.x + 10, plate.y + 8), Style(Face.BODY, SUN))
    for place, line in enumerate(lines):
        write(canvas, fonts, line, (plate.x + 10, plate.y + 21 + LINE * place), Style(Face.SMALL, CREAM))
