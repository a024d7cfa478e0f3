"""The gym's board: cork in a wooden frame, and photographs pinned to it."""

import pygame

from game.view.canvas.color import Color
from game.view.ui.fonts import Face, Fonts
from game.view.ui.ui_colors import CREAM, NIGHT, RUST, SUN

CORK: tuple[Color, ...] = ((92, 62, 40), (84, 56, 36), (101, 69, 45), (76, 50, 33))
"""Colors of the cork's grains."""
FRAME: Color = (54, 33, 24)
"""The wooden frame."""
FRAME_LIT: Color = (86, 54, 38)
"""The frame's upper edge."""
FRAME_WIDTH = 6
"""Width of the frame, px."""
PAPER: Color = (226, 214, 190)
"""The paper of a photograph."""
UNEXPOSED: Color = (58, 44, 38)
"""A photograph that has not been taken."""
CARD = (112, 90)
"""Width and height of a photograph with its margins, px."""
PICTURE = pygame.Rect(4, 4, 104, 58)
"""Rectangle of the picture on its card, px."""
STRIP_HEIGHT = 16
"""Height of the dark strip for medals at the foot of a card, px."""
PIN: Color = (176, 62, 56)
"""The head of a pin."""


def paint_board(size: tuple[int, int]) -> pygame.Surface:
    """Return an empty board: the same on every launch."""
    board = pygame.Surface(size, 0, 32)
    board.fill(CORK[0])
    for y in range(0, size[1], 2):
        for x in range(0, size[0], 2):
            mixed = (x * 374761393 + y * 668265263) & 0xFFFFFFFF
            mixed = ((mixed ^ (mixed >> 13)) * 1274126177) & 0xFFFFFFFF
            grain = mixed >> 28
            if grain < 6:
                board.fill(CORK[1 + grain // 2], (x, y, 2, 1 + grain % 2))
    pygame.draw.rect(board, FRAME, board.get_rect(), FRAME_WIDTH)
    board.fill(FRAME_LIT, (0, 0, size[0], 1))
    board.fill(NIGHT, (FRAME_WIDTH, FRAME_WIDTH, size[0] - 2 * FRAME_WIDTH, 2))
    return board


def draw_card(
    canvas: pygame.Surface, fonts: Fonts, at: tuple[int, int], title: str, photograph: pygame.Surface | None
) -> None:
    """Draw a photograph with its title, pinned to the board; `photograph` is as large as `PICTURE`, or None."""
    card = pygame.Rect(at, CARD)
    shadow = pygame.Surface(CARD)
    shadow.set_alpha(110)
    canvas.blit(shadow, card.move(2, 3))
    canvas.fill(PAPER, card)
    place = PICTURE.move(at)
    canvas.fill(UNEXPOSED, place)
    if photograph is not None:
        canvas.blit(photograph, place)
    pygame.draw.rect(canvas, NIGHT, place, 1)
    canvas.fill(UNEXPOSED, (card.x + 2, card.bottom - STRIP_HEIGHT - 2, card.width - 4, STRIP_HEIGHT))
    canvas.blit(fonts.line(title, Face.SMALL, NIGHT), (card.x + 6, place.bottom + 2))
    pygame.draw.circle(canvas, NIGHT, (card.centerx + 1, card.y + 3), 3)
    pygame.draw.circle(canvas, PIN, (card.centerx, card.y + 2), 3)
    canvas.fill(CREAM, (card.centerx - 1, card.y + 1, 1, 1))


def draw_chosen(canvas: pygame.Surface, at: tuple[int, int]) -> None:
    """Draw the frame of the chosen card."""
    pygame.draw.rect(canvas, RUST, pygame.Rect(at, CARD).inflate(4, 4), 2)
    pygame.draw.rect(canvas, SUN, pygame.Rect(at, CARD).inflate(6, 6), 1)
