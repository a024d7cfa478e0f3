"""The window and its presenter, full screen on demand."""

import time
from collections.abc import Callable

import numpy as np
import pygame

from game.errors import DeviceError
from game.platform.window.compositor import PICTURE_SIZE, LayerMap, Poll
from game.platform.window.display import is_real_display, open_display
from game.platform.window.presenter import SLOW_PRESENT_MS, GpuPresenter, PlainPresenter, Presenter
from game.platform.window.scaling import Scaling, picture_rect
from game.storage.settings import PictureSettings

TITLE = "Lace Up"
"""Title of the window."""
TITLE_BAR_PX = 48
"""Height reserved for a title bar: at 1280x800 the scale is still 2."""
DEFAULT_FRAME_RATE = 60
"""Frames a second where the display names no rate."""
PROBES = 4
"""Pictures that are presented to measure the time that one takes."""


class Window:
    """One window with a 640x360 picture in it. Raises DeviceError where there is no display."""

    def __init__(self, picture: PictureSettings, icon: pygame.Surface | None = None) -> None:
        self._icon = icon
        _open_display()
        self._wants_gpu = picture.renderer == "gpu" or (picture.renderer == "auto" and is_real_display())
        self._trusts_gpu = picture.renderer == "gpu"
        self._scaling = Scaling(picture.scaling)
        self._window = self._made()
        self._presenter = self._presenter_for()
        self._presenter.set_scaling(self._scaling)
        self.canvas = pygame.Surface(PICTURE_SIZE, 0, 32)
        self.layer_map: Callable[[pygame.Surface], LayerMap | None] = whole
        """Returns the layers of the canvas, or None to scale it as a whole."""
        self.full_screen = False
        self._windowed_size = self._window.size
        """Size of the window before it filled the screen."""
        self.set_frame_rate(picture.frame_rate)
        pygame.mouse.set_visible(True)
        if picture.full_screen:
            self.set_full_screen(wanted=True)

    @property
    def presenter_name(self) -> str:
        """Who shows the picture."""
        return self._presenter.name

    @property
    def size(self) -> tuple[int, int]:
        """The window's size in pixels."""
        return self._window.size

    @property
    def shows_fractions(self) -> bool:
        """Whether a pixel of the picture is more than one of the window's."""
        return self._window.size[0] >= 2 * PICTURE_SIZE[0] and self._window.size[1] >= 2 * PICTURE_SIZE[1]

    def compose(self, poll: Poll) -> None:
        """Bring the canvas to the window's size, out of sight, calling `poll` in between."""
        self._presenter.compose(self.canvas, self.layer_map(self.canvas), poll)

    def flip(self) -> None:
        """Show what was composed."""
        self._presenter.flip()

    def resized(self) -> None:
        """The window has another size."""
        self._presenter.resized()

    def set_full_screen(self, wanted: bool) -> None:
        """Fill the screen, or go back to a window."""
        if wanted:
            if not self.full_screen:
                self._windowed_size = self._window.size
            self._window.size = pygame.display.get_desktop_sizes()[0]  # without a window manager nothing else does it
            self._window.position = (0, 0)
            self._window.set_fullscreen(desktop=True)
        else:
            self._window.set_windowed()
            self._window.size = self._windowed_size
            self._window.position = pygame.WINDOWPOS_CENTERED
        self.full_screen = wanted
        self._presenter.resized()

    def canvas_point(self, at: tuple[int, int]) -> tuple[int, int]:
        """Return the position on the canvas of a position in the window, px; beside the picture it lies outside."""
        shown = picture_rect(self._window.size, self._scaling)
        width, height = PICTURE_SIZE
        return (at[0] - shown.x) * width // shown.width, (at[1] - shown.y) * height // shown.height

    def show_pointer(self, wanted: bool) -> None:
        """Show or hide the pointer of the mouse."""
        pygame.mouse.set_visible(wanted)

    def set_scaling(self, wanted: str) -> None:
        """Scale by whole numbers only, or fill the window with sharp pixels."""
        self._scaling = Scaling(wanted)
        self._presenter.set_scaling(self._scaling)

    def set_frame_rate(self, wanted: int) -> None:
        """Show so many pictures a second; 0 follows the screen."""
        self.frame_rate = wanted or _screen_rate()

    def close(self) -> None:
        """Close the window and the display."""
        self._window.destroy()
        pygame.display.quit()

    def _made(self) -> pygame.Window:
        window = pygame.Window(TITLE, _window_size(), resizable=True)
        window.minimum_size = PICTURE_SIZE
        if self._icon is not None:
            window.set_icon(self._icon)
        return window

    def _presenter_for(self) -> Presenter:
        if self._wants_gpu:
            try:
                gpu = GpuPresenter(self._window)
            except pygame.error:
                return self._plain()
            if self._trusts_gpu or _present_ms(gpu) < SLOW_PRESENT_MS:
                _give_surfaces_a_format()
                return gpu
            del gpu
        return self._plain()

    def _plain(self) -> Presenter:
        """A window that a renderer has touched has no surface any more: begin with a fresh one."""
        if self._wants_gpu:
            self._window.destroy()
            self._window = self._made()
        return PlainPresenter(self._window)


def whole(canvas: pygame.Surface) -> LayerMap | None:
    """Return None: the canvas is scaled as a whole."""
    return None


def _open_display() -> None:
    if not getattr(pygame, "IS_CE", False):
        raise DeviceError("pygame is not pygame-ce: uninstall pygame, then install pygame-ce again")
    open_display()
    pygame.key.stop_text_input()  # SDL begins with it on, and an input method could keep keys from the game


def _window_size() -> tuple[int, int]:
    """Return the largest whole multiple of the picture that the desktop has room for, a title bar included."""
    width, height = pygame.display.get_desktop_sizes()[0]
    scale = min(width // PICTURE_SIZE[0], (height - TITLE_BAR_PX) // PICTURE_SIZE[1])
    return PICTURE_SIZE[0] * max(1, scale), PICTURE_SIZE[1] * max(1, scale)


def fills_better() -> bool:
    """Whether the picture is larger by a whole factor where it fills the screen than in any window there is room for:
    at 1280x720 a window holds it once and the screen twice. The display must be open."""
    width, height = pygame.display.get_desktop_sizes()[0]
    return min(width // PICTURE_SIZE[0], height // PICTURE_SIZE[1]) > 1 and _window_size() == PICTURE_SIZE


def _screen_rate() -> int:
    rates = pygame.display.get_desktop_refresh_rates()
    return rates[0] if rates and rates[0] > 0 else DEFAULT_FRAME_RATE


def _present_ms(presenter: Presenter) -> float:
    picture = pygame.Surface(PICTURE_SIZE, 0, 32)
    still: LayerMap = (np.zeros(PICTURE_SIZE[::-1], np.uint8), [(0.0, 0.0)])
    spent = []
    for _ in range(PROBES):
        begin = time.perf_counter()
        presenter.compose(picture, still, lambda: None)
        presenter.flip()
        spent.append((time.perf_counter() - begin) * 1000)
    return sorted(spent)[PROBES // 2]


def _give_surfaces_a_format() -> None:
    """Create a hidden window, so that `Surface.convert` has a pixel format where there is no window surface."""
    pygame.Window("", (16, 16), hidden=True).get_surface()
