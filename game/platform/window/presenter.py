"""Presents the canvas in the window, with black bars beside it.

With a GPU the picture is uploaded as one texture; without, it is scaled into the window's surface. SDL's software
renderer is never used (46 ms for what a plain surface does in one), and neither waits for the screen: that would
block polling.
"""

from typing import Protocol

import pygame
from pygame._sdl2 import video

from game.platform.window.compositor import PICTURE_SIZE, Compositor, LayerMap, Poll
from game.platform.window.scaling import Scaler, Scaling, is_whole, picture_rect

FINEST_UPLOAD = 3
"""Largest factor by which the canvas is scaled before upload; the GPU scales the rest."""
BARS = (0, 0, 0)
"""Color of the bars."""
SLOW_PRESENT_MS = 5.0
"""A renderer that takes longer than this, in milliseconds, is rendering in software and is not used."""


def finest_upload(scale: int) -> int:
    """Return the largest part of a window's scale that a picture is enlarged by before it is handed to the GPU."""
    return max(part for part in range(1, FINEST_UPLOAD + 1) if max(1, scale) % part == 0)


class Presenter(Protocol):
    """Shows pictures in a window."""

    name: str

    def compose(self, picture: pygame.Surface, layer_map: LayerMap | None, poll: Poll) -> None:
        """Bring a picture to the window's size, out of sight, calling `poll` now and then."""
        ...

    def flip(self) -> None:
        """Show what was composed: the only time in which the devices cannot be polled."""
        ...

    def resized(self) -> None:
        """The window has another size."""
        ...

    def set_scaling(self, scaling: Scaling) -> None:
        """Scale the picture in another way."""
        ...


class _SurfaceGone(Exception):
    """The window's surface was freed while it was drawn on."""


class PlainPresenter:
    """Scales into the window's own surface.

    That surface is freed as soon as a change of the window's size is seen, which is whenever the devices are asked:
    its memory is never touched again without a look at whether it is still the window's.
    """

    name = "plain surface"

    def __init__(self, window: pygame.Window) -> None:
        self._window = window
        self._scaling = Scaling.WHOLE
        self.resized()

    def set_scaling(self, scaling: Scaling) -> None:
        """Scale the picture in another way."""
        self._scaling = scaling
        self.resized()

    def resized(self) -> None:
        """Take the window's new surface."""
        self._surface = self._window.get_surface()
        self._taken = _memory_of(self._surface)
        self._surface.fill(BARS)
        shown = self._surface.subsurface(picture_rect(self._surface.get_size(), self._scaling))
        self._scaler = Scaler(shown)

    def compose(self, picture: pygame.Surface, layer_map: LayerMap | None, poll: Poll) -> None:
        """Scale into the window's surface; where that changes meanwhile, begin anew without asking the devices."""

        def ask() -> None:
            poll()
            if self._is_gone():
                raise _SurfaceGone

        if self._is_gone():
            self.resized()
        try:
            self._scaler.compose(picture, layer_map, ask)
        except _SurfaceGone:
            self.resized()
            self._scaler.compose(picture, layer_map, lambda: None)

    def flip(self) -> None:
        """Show the surface."""
        self._window.flip()

    def _is_gone(self) -> bool:
        return _memory_of(self._surface) != self._taken or self._surface.get_size() != tuple(self._window.size)


def _memory_of(surface: pygame.Surface) -> tuple[int, tuple[int, int]]:
    """Return a surface's address and size: a window's surface is the same object for ever, and a larger one may begin
    where the smaller one was."""
    return surface._pixels_address, surface.get_size()


class GpuPresenter:
    """Uploads the picture as a texture and lets the GPU scale it. Raises pygame.error where no GPU can be had."""

    def __init__(self, window: pygame.Window) -> None:
        drivers = [driver.name for driver in video.get_drivers()]
        index = next((i for i, name in enumerate(drivers) if name != "software"), None)
        if index is None:
            raise pygame.error("no renderer but the software one")
        self.name = f"gpu ({drivers[index]})"
        self._window = window
        self._renderer = video.Renderer(window, index, accelerated=1, vsync=False)
        self._renderer.draw_color = BARS
        self._scaling = Scaling.WHOLE
        self.resized()

    def set_scaling(self, scaling: Scaling) -> None:
        """Scale the picture in another way."""
        self._scaling = scaling
        self.resized()

    def resized(self) -> None:
        """Take the window's new size."""
        self._target = picture_rect(self._window.size, self._scaling)
        fine = finest_upload(self._target.width // PICTURE_SIZE[0])
        self._whole = self._texture(PICTURE_SIZE)
        self._sheet = pygame.Surface((PICTURE_SIZE[0] * fine, PICTURE_SIZE[1] * fine), 0, 32)
        self._compositor = Compositor(self._sheet)
        self._fine = self._texture(self._sheet.get_size())

    def compose(self, picture: pygame.Surface, layer_map: LayerMap | None, poll: Poll) -> None:
        """Upload and draw."""
        self._renderer.clear()
        if layer_map is None:
            self._whole.update(picture)
            self._whole.draw(dstrect=self._target)
        else:
            self._compositor.compose(picture, layer_map, poll)
            self._fine.update(self._sheet)
            poll()
            self._fine.draw(dstrect=self._target)

    def _texture(self, size: tuple[int, int]) -> video.Texture:
        quality = 0 if is_whole(self._target.size) else 1
        return video.Texture(self._renderer, size, streaming=True, scale_quality=quality)

    def flip(self) -> None:
        """Let the GPU show it."""
        self._renderer.present()
