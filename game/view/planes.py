"""Planes of one picture that lie at fractions of a pixel: what makes the camera float at the window's resolution.

A picture is drawn once, back to front, on one canvas. A floating picture also notes, wherever one plane ends and the
next begins, which pixels have changed: in the end every pixel is known to belong to one plane, and the window lays each
plane at its own fraction of a pixel. Pixels of one plane keep their grid, so nothing shimmers, and the fighter has a
plane of his own: he hardly moves on the screen while the ground runs under him.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import replace
from math import floor
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pygame

from game.view.lens import HEIGHT, WIDTH, Lens

Pixels: TypeAlias = npt.NDArray[np.uint32]
Owners: TypeAlias = npt.NDArray[np.uint8]
Mask: TypeAlias = npt.NDArray[np.bool_]
Laid: TypeAlias = tuple[pygame.Surface, float, float]
"""A picture, opaque or with holes, and where its left top corner lies in pixels of the small picture."""
MOST_PLANES = 16
OPAQUE = np.uint32(0xFF000000)


class Planes:
    """One plane only: everything at whole pixels."""

    def enter(self, lens: Lens, x: float, parallax: float = 1.0) -> Lens:
        """Let what is drawn next hang on column `x` of a layer of this parallax; return the lens to draw it with."""
        return lens

    def veil(self) -> AbstractContextManager[None]:
        """Within it is drawn what shines through: it belongs to whatever lies behind it."""
        return nullcontext()

    def seal(self) -> None:
        """Nothing more is put into the planes: only the print follows, over all of them."""

    def finish(self) -> None:
        """The picture is complete."""


class FloatingPlanes(Planes):
    """Planes made anew for each picture; `wanted` says whether the window can show fractions of a pixel."""

    def __init__(self, wanted: Callable[[], bool]) -> None:
        self.wanted = wanted
        self._before = pygame.Surface((WIDTH, HEIGHT), 0, 32)
        self._canvas = self._before
        self._holed = pygame.Surface((WIDTH + 2, HEIGHT), pygame.SRCALPHA, 32)
        self._owner: Owners = np.zeros((HEIGHT, WIDTH), np.uint8)
        """The number of the plane that each pixel belongs to."""
        self._offsets: list[tuple[float, float]] = []
        self._open = self._finished = False

    def begin(self, canvas: pygame.Surface) -> None:
        """Begin a picture on a canvas."""
        self._canvas = canvas
        self._owner.fill(0)
        self._offsets = [(0.0, 0.0)]
        self._open, self._finished = True, False

    def enter(self, lens: Lens, x: float, parallax: float = 1.0) -> Lens:
        """End a plane where the offset changes."""
        offset = (fraction(x - lens.x * parallax), fraction(-lens.y))
        if offset != self._offsets[-1] and len(self._offsets) < MOST_PLANES:
            self._note()
            self._before.blit(self._canvas, (0, 0))
            self._offsets.append(offset)
        across, down = self._offsets[-1]
        return replace(lens, fraction_x=across, fraction_y=down)

    @contextmanager
    def veil(self) -> Iterator[None]:
        """Keep the pixels with their owners."""
        self._note()
        yield
        self._before.blit(self._canvas, (0, 0))

    def seal(self) -> None:
        """End the last plane."""
        if self._open and len(self._offsets) > 1:
            self._note()
            self._open = False

    def finish(self) -> None:
        """Keep the canvas as it is now: what is drawn on it later lies before all planes, at whole pixels."""
        if not self._open:
            self._before.blit(self._canvas, (0, 0))
            self._offsets.append((0.0, 0.0))
            self._finished = True

    def laid(self, canvas: pygame.Surface) -> Iterator[Laid]:
        """Give the planes of the picture on this canvas, back to front: the first opaque, the others with holes.

        Every picture is good until the next is asked for. A canvas that no floating picture was drawn on since `begin`
        is given alone.
        """
        if not self._finished or canvas is not self._canvas:
            yield canvas, 0.0, 0.0
            return
        self._note()
        self._finished = False
        _spread(_pixels(canvas), _pixels(self._before), self._owner, 0)
        yield self._before, 0.0, 0.0
        for number in range(1, len(self._offsets)):
            plane = self._plane(number)
            if plane is not None:
                yield plane

    def _note(self) -> None:
        """Give the pixels that have changed to the present plane."""
        if len(self._offsets) > 1:
            changed = _pixels(self._canvas) != _pixels(self._before)
            np.copyto(self._owner, np.uint8(len(self._offsets) - 1), where=changed)

    def _plane(self, number: int) -> Laid | None:
        """Return a plane as a picture with holes, or None where nothing of it is seen.

        Where it reaches the picture's side it goes on for one more pixel: no gap opens beside a plane that lies further
        in.
        """
        area = _bounds(self._owner == number).inflate(2, 0).clip((0, 0, WIDTH, HEIGHT))
        if not area.height:
            return None
        here = (slice(area.top, area.bottom), slice(area.left, area.right))
        owner, canvas = self._owner[here], _pixels(self._canvas)[here]
        pixels = _pixels(self._holed)[area.top : area.bottom, area.left : area.right + 2]
        inside = pixels[:, 1:-1]
        np.multiply(canvas | OPAQUE, owner == number, out=inside)
        _spread(inside, inside, owner, number)
        pixels[:, 0] = pixels[:, 1] if area.left == 0 else 0
        pixels[:, -1] = pixels[:, -2] if area.right == WIDTH else 0
        part = self._holed.subsurface((area.left, area.top, area.width + 2, area.height))
        across, down = self._offsets[number]
        return part, area.left - 1 + across, area.top + down


def fraction(place: float) -> float:
    """Return how far a place lies from the nearest whole pixel, from -0.5 up to 0.5."""
    return place - floor(place + 0.5)


def _pixels(surface: pygame.Surface) -> Pixels:
    """Return a surface's pixels by row and column, as a view."""
    return pygame.surfarray.pixels2d(surface).T.view(np.uint32)


def _spread(source: Pixels, target: Pixels, owner: Owners, number: int) -> None:
    """Let a plane go on for one pixel to either side beneath what hides it: there it comes to light."""
    mine, above = owner == number, owner > number
    right, left = mine[:, :-1] & above[:, 1:], mine[:, 1:] & above[:, :-1]
    edge = source[:, 1:][left]
    target[:, 1:][right] = source[:, :-1][right]
    target[:, :-1][left] = edge


def _bounds(mask: Mask) -> pygame.Rect:
    """Return what a mask covers; empty where it covers nothing."""
    rows = np.flatnonzero(mask.any(axis=1))
    if not len(rows):
        return pygame.Rect(0, 0, 0, 0)
    columns = np.flatnonzero(mask[rows[0] : rows[-1] + 1].any(axis=0))
    left, top = int(columns[0]), int(rows[0])
    return pygame.Rect(left, top, int(columns[-1]) + 1 - left, int(rows[-1]) + 1 - top)
