"""The picture is scaled by whole numbers and stands in the middle of any window."""

import pygame
import pytest

from game.platform.presenter import letterbox
from game.platform.window import Window
from game.storage.settings import Picture


@pytest.mark.parametrize(
    ("window", "rect"),
    [
        ((640, 360), (0, 0, 640, 360)),
        ((1280, 720), (0, 0, 1280, 720)),
        ((1366, 768), (43, 24, 1280, 720)),
        ((1280, 800), (0, 40, 1280, 720)),
        ((1920, 1080), (0, 0, 1920, 1080)),
        ((1919, 1080), (319, 180, 1280, 720)),
        ((3440, 1440), (440, 0, 2560, 1440)),
        ((320, 180), (0, 0, 320, 180)),
        ((500, 900), (0, 309, 500, 281)),
        ((1, 1), (0, 0, 1, 1)),
    ],
)
def test_the_largest_whole_scale_in_the_middle(window: tuple[int, int], rect: tuple[int, int, int, int]) -> None:
    assert letterbox(window) == pygame.Rect(rect)


def test_a_window_opens_shows_and_closes() -> None:
    window = Window(Picture())
    window.canvas.fill((10, 20, 30))
    window.compose(lambda: None)
    window.flip()
    window.set_full_screen(True)
    window.compose(lambda: None)
    window.flip()
    window.set_full_screen(False)
    window.compose(lambda: None)
    window.flip()
    assert window.canvas.get_size() == (640, 360)
    assert window.presenter_name == "plain surface"
    window.close()
