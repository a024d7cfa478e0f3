"""The shapes on a PlayStation controller's buttons, by the labels that stand for them."""

import pygame

from game.view.canvas.color import Color

PAD_SHAPES = ("Cross", "Circle", "Square", "Triangle")
"""Labels of buttons that are drawn as their shapes."""


def draw_pad_shape(target: pygame.Surface, shape: str, middle: tuple[int, int], reach: int, ink: Color) -> None:
    """Draw a shape that reaches so many pixels from its middle; its lines are thicker where it is large."""
    (x, y), width = middle, 1 + reach // 4
    match shape:
        case "Cross":
            arm = reach - 1
            for way in (-1, 1):
                pygame.draw.line(target, ink, (x - arm, y - arm * way), (x + arm, y + arm * way), width)
        case "Circle":
            pygame.draw.circle(target, ink, middle, reach, width)
        case "Square":
            side = 2 * reach - 1
            pygame.draw.rect(target, ink, (x - reach + 1, y - reach + 1, side, side), width)
        case _:
            points = ((x, y - reach), (x - reach, y + reach - 1), (x + reach, y + reach - 1))
            pygame.draw.polygon(target, ink, points, width)
