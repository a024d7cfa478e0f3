"""The picture is scaled by whole numbers and stands in the middle of any window."""

import numpy as np
import pygame
import pytest

from game.platform.window import presenter as presenter_module
from game.platform.window.presenter import PlainPresenter
from game.platform.window.scaling import Scaler, Scaling, is_whole, picture_rect
from game.platform.window.window import Window, fills_better
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
    assert picture_rect(window) == pygame.Rect(rect)


@pytest.mark.parametrize(
    ("window", "rect"),
    [
        ((1280, 720), (0, 0, 1280, 720)),
        ((1366, 768), (0, 0, 1365, 768)),
        ((1280, 800), (0, 40, 1280, 720)),
        ((3440, 1440), (440, 0, 2560, 1440)),
        ((1600, 900), (0, 0, 1600, 900)),
    ],
)
def test_where_it_is_wanted_the_picture_is_as_large_as_fits(
    window: tuple[int, int], rect: tuple[int, int, int, int]
) -> None:
    assert picture_rect(window, Scaling.SHARP) == pygame.Rect(rect)


def test_between_whole_factors_only_the_edges_of_pixels_are_soft() -> None:
    pygame.display.init()
    picture, target = pygame.Surface((640, 360), 0, 32), pygame.Surface((1600, 900), 0, 32)
    picture.fill((255, 255, 255), (1, 1, 1, 1))
    Scaler(target).compose(picture, None, lambda: None)
    assert min(target.get_at((3, 3))[:3]) >= 250
    assert not is_whole(target.get_size()) and is_whole((1280, 720))
    row = [target.get_at((x, 3))[0] for x in range(12)]
    assert row[:2] == [0, 0] and row[6:] == [0] * 6, row
    assert sum(row) == pytest.approx(2.5 * 255, abs=30)


@pytest.mark.parametrize(
    ("desktop", "fills"), [((1280, 720), True), ((1366, 768), False), ((1280, 800), False), ((1024, 600), False)]
)
def test_the_first_launch_fills_a_screen_whose_windows_hold_the_picture_only_once(
    monkeypatch: pytest.MonkeyPatch, desktop: tuple[int, int], fills: bool
) -> None:
    monkeypatch.setattr(pygame.display, "get_desktop_sizes", lambda: [desktop])
    assert fills_better() is fills


def test_a_point_in_the_window_is_one_on_the_canvas() -> None:
    window = Window(PictureSettings())
    shown = picture_rect(window.size)
    scale = shown.width // 640
    assert window.canvas_point((shown.x, shown.y)) == (0, 0)
    assert window.canvas_point((shown.x + 100 * scale + scale - 1, shown.y + 50 * scale)) == (100, 50)
    assert window.canvas_point((shown.x - 1, shown.y))[0] < 0
    window.close()


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


def test_a_larger_surface_where_the_smaller_one_was_is_another_surface(monkeypatch: pytest.MonkeyPatch) -> None:
    pygame.display.init()
    window = pygame.Window("", (1280, 720))
    presenter = PlainPresenter(window)
    monkeypatch.setattr(presenter_module, "_memory_of", lambda surface: (4096, surface.get_size()))
    presenter.resized()
    window.size = (2000, 1100)
    picture = pygame.Surface((640, 360), 0, 32)
    picture.fill((200, 40, 40))

    window.get_surface()
    presenter.compose(picture, None, lambda: None)

    assert window.get_surface().get_at((1959, 1089))[:3] == (200, 40, 40)
    window.destroy()


def test_leaving_full_screen_gives_the_window_its_size_back() -> None:
    window = Window(PictureSettings())
    before = window.size
    window.set_full_screen(wanted=True)
    assert window.size == pygame.display.get_desktop_sizes()[0]
    window.set_full_screen(wanted=False)
    assert window.size == before
    window.close()
