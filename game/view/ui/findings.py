"""What keeps changed maps from being played, listed over the picture."""

from collections.abc import Sequence

import pygame

from game.view.ui.fonts import Face, Fonts
from game.view.ui.menu import draw_plate
from game.view.ui.text import Style, wrapped, write
from game.view.ui.ui_colors import CREAM, EMBER, SUN

TOP = 30
"""Upper edge of the list, px: a notice of one line stands above it."""
LINE_PX = 11
"""Distance of two lines, px."""
LINES_EACH = 2
"""Most lines of a finding; what is longer is cut off."""
TITLE = "Not reloaded:"


def draw_findings(canvas: pygame.Surface, fonts: Fonts, findings: Sequence[str]) -> None:
    """Draw the findings at the top, in the order of the list."""
    lines = [(TITLE, SUN)]
    for finding in findings:
        whole = wrapped(fonts, finding, Face.SMALL, 590)
        kept = whole[:LINES_EACH]
        if len(whole) > LINES_EACH:
            kept[-1] += " ..."
        lines += [(line if place == 0 else f"   {line}", CREAM) for place, line in enumerate(kept)]
    height = 8 + LINE_PX * len(lines)
    draw_plate(canvas, pygame.Rect(8, TOP, 624, height))
    canvas.fill(EMBER, (8, TOP, 2, height))
    for place, (line, tint) in enumerate(lines):
        write(canvas, fonts, line, (20, TOP + 4 + LINE_PX * place), Style(Face.SMALL, tint))
