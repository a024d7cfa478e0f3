"""The next goal, and the Road work of the day, on plates over the picture of the main menu."""

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
"""Upper edge of the goal's plate, px."""
TODAY_TOP = 96
"""Upper edge of the day's plate, px."""
LINE = 11
"""Height of a line, px."""


def draw_goal(canvas: pygame.Surface, fonts: Fonts, words: str) -> None:
    """Draw a sentence under the word Goal, as high as it has lines."""
    _draw_under(canvas, fonts, "Goal", (TOP, wrapped(fonts, words, Face.SMALL, WIDTH - 20)))


def draw_today(canvas: pygame.Surface, fonts: Fonts, lines: tuple[str, ...]) -> None:
    """Draw what the Road work of the day is."""
    parts = [part for line in lines for part in wrapped(fonts, line, Face.SMALL, WIDTH - 20)]
    _draw_under(canvas, fonts, "Road work of the day", (TODAY_TOP, parts))


def _draw_under(canvas: pygame.Surface, fonts: Fonts, head: str, body: tuple[int, list[str]]) -> None:
    top, lines = body
    plate = pygame.Rect(LEFT, top, WIDTH, LINE * len(lines) + 28)
    draw_plate(canvas, plate)
    write(canvas, fonts, head, (plate.x + 10, plate.y + 8), Style(Face.BODY, SUN))
    for place, line in enumerate(lines):
        write(canvas, fonts, line, (plate.x + 10, plate.y + 21 + LINE * place), Style(Face.SMALL, CREAM))
