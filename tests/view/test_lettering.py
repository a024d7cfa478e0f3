"""All lettering is large and plain enough to be read: at 1280x720, on any picture."""

import pygame
import pytest

from game.storage.paths import assets_dir
from game.view.canvas.color import Color
from game.view.ui import plots, ui_colors
from game.view.ui.fonts import Face, Fonts
from game.view.ui.menu import draw_plate, paint_panel

LEAST_CONTRAST = 4.5
"""Contrast that WCAG 2.2 asks of text."""
LEAST_LETTER_PX = 9
"""Height of a capital letter at 1280x720, where a pixel of the picture is two of the window's."""
LETTERING = ("CREAM", "FADED", "EMBER", "SUN")
"""Colors of lettering on menus and plates."""


def luminance(color: Color) -> float:
    """Return the relative luminance of a color (WCAG 2.2)."""
    linear = [part / 3294.6 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in color[:3]]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Color, other: Color) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def white_under(draw: str) -> Color:
    """Return what a plate or panel makes of the brightest picture."""
    canvas = pygame.Surface((200, 360), 0, 32)
    canvas.fill((255, 255, 255))
    if draw == "plate":
        draw_plate(canvas, pygame.Rect(0, 0, 100, 100))
    else:
        canvas.blit(paint_panel(100), (0, 0))
    red, green, blue, _ = canvas.get_at((50, 50))
    return red, green, blue


@pytest.mark.parametrize("name", LETTERING)
@pytest.mark.parametrize("ground", ["plate", "panel"])
def test_lettering_stands_out_on_plates_and_panels_over_a_white_picture(name: str, ground: str) -> None:
    assert contrast(getattr(ui_colors, name), white_under(ground)) >= LEAST_CONTRAST


def test_the_chosen_row_is_read_on_its_band() -> None:
    assert contrast(ui_colors.CREAM, ui_colors.RUST) >= LEAST_CONTRAST


@pytest.mark.parametrize("ink", [plots.INK, plots.BLUE, plots.ORANGE])
def test_plots_are_read_on_their_paper(ink: Color) -> None:
    assert contrast(ink, plots.PAPER) >= LEAST_CONTRAST


@pytest.mark.parametrize("face", list(Face))
def test_letters_are_high_enough_at_720p(face: Face) -> None:
    letter = Fonts(assets_dir() / "fonts").line("H", face, ui_colors.CREAM)
    assert 2 * letter.get_bounding_rect().height >= LEAST_LETTER_PX
