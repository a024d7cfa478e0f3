"""A large picture of a key, with what it does below."""

import pygame

from game.view.ui.fonts import Face, Fonts
from game.view.ui.pad_shapes import PAD_SHAPES, draw_pad_shape
from game.view.ui.text import Align, Style, write
from game.view.ui.ui_colors import CREAM, NIGHT, RULE

HEIGHT = 28
"""Height of the key's top, px."""
SIDE = 4
"""Height of the key's front side, px."""
LEAST_WIDTH = 32
"""Width of a key with a short label, px."""
WIDEST = 84
"""Width above which a label is written smaller, px."""
SHAPE_REACH = 9
"""How far the shape on a controller's button reaches from its middle, px."""
MARGIN = 16
"""Room left and right of the label together, px."""


def draw_big_keycap(canvas: pygame.Surface, fonts: Fonts, label: str, does: str, middle: tuple[int, int]) -> None:
    """Draw a key whose top has its middle at `middle`, in pixels, and what it does below."""
    face = Face.HEAD if fonts.width(label, Face.HEAD) <= WIDEST else Face.BODY
    width = LEAST_WIDTH if label in PAD_SHAPES else max(LEAST_WIDTH, fonts.width(label, face) + MARGIN)
    top = pygame.Rect(0, 0, width, HEIGHT)
    top.center = middle
    pygame.draw.rect(canvas, NIGHT, top.inflate(4, 4).move(0, SIDE), border_radius=6)
    pygame.draw.rect(canvas, RULE, top.move(0, SIDE), border_radius=5)
    pygame.draw.rect(canvas, CREAM, top, border_radius=5)
    if label in PAD_SHAPES:
        draw_pad_shape(canvas, label, middle, SHAPE_REACH, NIGHT)
    else:
        ink = fonts.line(label, face, NIGHT)
        canvas.blit(ink, ink.get_rect(center=(middle[0] + 1, middle[1] + 1)))
    write(canvas, fonts, does, (middle[0], top.bottom + SIDE + 5), Style(Face.SMALL, CREAM, Align.CENTRE))
