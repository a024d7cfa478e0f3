"""The picture is scaled by whole numbers and stands in the middle of any window."""

import numpy as np
import pygame
import pytest

from game.platform.window.presenter import PlainPresenter, letterbox
from game.platform.window.window import Window
from game.storage.settings import PictureSettings


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
    window = Window(PictureSettings())
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


@pytest.mark.parametrize("asked_before", [1, 2, 5, 9])
def test_a_window_that_is_resized_while_a_picture_is_laid_shows_it_whole_at_the_new_size(asked_before: int) -> None:
    pygame.display.init()
    window = pygame.Window("", (1280, 720))
    presenter = PlainPresenter(window)
    picture, asked = pygame.Surface((640, 360), 0, 32), 0
    picture.fill((200, 40, 40))

    def ask() -> None:
        nonlocal asked
        asked += 1
        if asked == asked_before:
            window.size = (2000, 1100)

    for _ in range(3):
        presenter.compose(picture, (np.zeros((360, 640), np.uint8), [(0.3, 0.3)]), ask)
        presenter.flip()
    shown = window.get_surface()
    assert shown.get_size() == (2000, 1100)
    assert shown.get_bounding_rect() == shown.get_rect()
    corners = [(40, 10), (1959, 10), (40, 1089), (1959, 1089)]
    assert {shown.get_at(corner)[:3] for corner in corners} == {(200, 40, 40)}
    assert shown.get_at((39, 9))[:3] == shown.get_at((1960, 1090))[:3] == (0, 0, 0)
    window.destroy()
