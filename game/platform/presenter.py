"""Brings the small picture onto the window: whole-numbered scaling, black bars around it.

With a GPU the picture is uploaded as one texture; without, it is scaled into the window's surface. SDL's software
renderer is never used (46 ms for what a plain surface does in one), and neither waits for the screen: waiting would
keep the devices unasked.
"""

from collections.abc import Callable, Iterable
from typing import Protocol, TypeAlias

import pygame
from pygame._sdl2 import video

PICTURE_SIZE = (640, 360)
Laid: TypeAlias = tuple[pygame.Surface, float, float]
"""A picture and where its left top corner lies, in pixels of the small picture, with fractions."""
Pictures: TypeAlias = Iterable[Laid]
"""What a window shows, back to front: the first is opaque and as large as the picture, others may have holes."""
Poll: TypeAlias = Callable[[], None]
OVERHANG_PX = 2
"""So much wider than the picture one of them may be."""
BARS = (0, 0, 0)
SLOW_PRESENT_MS = 5.0
"""A renderer that takes longer than this draws in software after all."""


def letterbox(window: tuple[int, int]) -> pygame.Rect:
    """Return where the picture goes in a window of that size: the largest whole scale, or, in a tiny one, what fits."""
    width, height = PICTURE_SIZE
    scale = min(window[0] // width, window[1] // height)
    if scale >= 1:
        size = (width * scale, height * scale)
    else:
        fit = min(window[0] / width, window[1] / height)
        size = (max(1, int(width * fit)), max(1, int(height * fit)))
    return pygame.Rect(((window[0] - size[0]) // 2, (window[1] - size[1]) // 2), size)


class Presenter(Protocol):
    """Shows pictures in a window."""

    name: str

    def compose(self, pictures: Pictures, poll: Poll) -> None:
        """Bring pictures to the window's size, out of sight, calling `poll` between them."""
        ...

    def flip(self) -> None:
        """Show what was composed: the one moment in which the devices cannot be asked."""
        ...

    def resized(self) -> None:
        """The window has another size."""
        ...


class Collage:
    """Lays pictures on a larger surface: the first scaled to fit, the others at its pixels nearest to their place."""

    def __init__(self, target: pygame.Surface) -> None:
        self._target = target
        self._scale = target.get_width() / PICTURE_SIZE[0]
        size = (round((PICTURE_SIZE[0] + OVERHANG_PX) * self._scale), target.get_height())
        self._buffer = pygame.Surface(size, pygame.SRCALPHA, 32)

    def lay(self, pictures: Pictures, poll: Poll) -> None:
        """Lay them, calling `poll` between them."""
        scale = self._scale
        for number, (picture, x, y) in enumerate(pictures):
            if number == 0:
                pygame.transform.scale(picture, self._target.get_size(), self._target)
            else:
                size = (round(picture.get_width() * scale), round(picture.get_height() * scale))
                part = self._buffer.subsurface((0, 0), size)
                pygame.transform.scale(picture, size, part)
                self._target.blit(part, (round(x * scale), round(y * scale)))
            poll()


class PlainPresenter:
    """Scales into the window's own surface."""

    name = "plain surface"

    def __init__(self, window: pygame.Window) -> None:
        self._window = window
        self.resized()

    def resized(self) -> None:
        """Take the window's new surface."""
        self._surface = self._window.get_surface()
        self._surface.fill(BARS)
        self._collage = Collage(self._surface.subsurface(letterbox(self._surface.get_size())))

    def compose(self, pictures: Pictures, poll: Poll) -> None:
        """Scale into the window's surface."""
        if self._surface.get_size() != tuple(self._window.size):
            self.resized()
        self._collage.lay(pictures, poll)

    def flip(self) -> None:
        """Show the surface."""
        self._window.flip()


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
        self._ground = video.Texture(self._renderer, PICTURE_SIZE, streaming=True, scale_quality=0)
        self._over: list[video.Texture] = []
        self.resized()

    def resized(self) -> None:
        """Take the window's new size."""
        self._target = letterbox(self._window.size)

    def compose(self, pictures: Pictures, poll: Poll) -> None:
        """Upload and draw."""
        self._renderer.clear()
        self._renderer.set_viewport(self._target)
        scale = self._target.width / PICTURE_SIZE[0]
        for number, (picture, x, y) in enumerate(pictures):
            width, height = picture.get_size()
            texture = self._ground if number == 0 else self._texture_over(number - 1)
            area = pygame.Rect(0, 0, width, height)
            texture.update(picture, area)
            corner = (round(x * scale), round(y * scale))
            texture.draw(srcrect=area, dstrect=pygame.Rect(corner, (round(width * scale), round(height * scale))))
            poll()
        self._renderer.set_viewport(None)

    def _texture_over(self, number: int) -> video.Texture:
        """Return a texture with holes of its own: one that is still to be drawn must not be filled anew."""
        while len(self._over) <= number:
            size = (PICTURE_SIZE[0] + OVERHANG_PX, PICTURE_SIZE[1])
            texture = video.Texture(self._renderer, size, depth=32, streaming=True, scale_quality=0)
            texture.blend_mode = pygame.BLENDMODE_BLEND
            self._over.append(texture)
        return self._over[number]

    def flip(self) -> None:
        """Let the GPU show it."""
        self._renderer.present()
