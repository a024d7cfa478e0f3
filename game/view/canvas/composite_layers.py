"""Sub-pixel layer compositing: records which layer each pixel of a picture belongs to, and each layer's offset, so that
the window can place every layer at its own fraction of a pixel.

A picture is drawn once, back to front, on one canvas; wherever a layer ends, the pixels that have changed are assigned
to it. Pixels of one layer keep their grid, so nothing shimmers, and the fighter has a layer of his own: he hardly moves
on the screen while the ground scrolls.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import floor
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pygame

from game.view.canvas.covers import Cover, Mask, Owners, cover_of
from game.view.canvas.lens import HEIGHT, WIDTH, Lens

Pixels: TypeAlias = npt.NDArray[np.uint32]
Offset: TypeAlias = tuple[float, float]
"""Offset of a layer to the right and down from whole pixels, -0.5 up to 0.5."""
LayerMap: TypeAlias = tuple[Owners, Sequence[tuple[float, float]]]
"""The layer of each pixel (rows by columns, nearer layers have higher numbers), and each layer's offset."""
Parts: TypeAlias = Sequence[tuple[pygame.Surface, pygame.Rect]]
"""Parts of a picture, and where they are in it."""
MOST_PLANES = 255
"""Greatest number of layers."""
WHOLE_PICTURE = pygame.Rect(0, 0, WIDTH, HEIGHT)
"""Rectangle of the whole picture."""


PlacedCover: TypeAlias = tuple[Owners, Cover | None, tuple[slice, slice]]
"""The owners of the pixels that a part covers, its cover, and what of the cover is in view."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Parts of a picture on the canvas with the picture's corner at a pixel, and their covers there."""

    parts: Parts
    at: tuple[int, int]
    clip: pygame.Rect
    covers: list[PlacedCover]


class CompositeLayers:
    """Base class without sub-pixel layers: everything is at whole pixels."""

    def enter(self, lens: Lens, x: float, parallax: float = 1.0, parallax_y: float = 1.0) -> Lens:
        """Begin a layer for what is drawn next, at column `x` of a map layer of these parallaxes; return the lens to
        draw with.
        """
        return lens

    def enter_at(self, lens: Lens, x: float, row: float) -> Lens:
        """Begin a layer at a lane's pixel, with fractions; return the lens to draw with."""
        return lens

    def hang(self, column: float, row: float) -> None:
        """Begin a layer at a screen position, in pixels with fractions."""

    def hang_rows(self, first: int, offsets: Sequence[Offset]) -> None:
        """Begin a layer for each row from `first` on, with these offsets."""

    def paste(self, place: tuple[float, float], picture: pygame.Surface) -> None:
        """Assign a just blitted picture to a layer at the exact position of its upper left corner. What is drawn next
        is translucent, until a layer begins.
        """
        self.paste_parts(place, ((picture, picture.get_rect()),))

    def paste_parts(self, place: tuple[float, float], parts: Parts) -> None:
        """Assign just blitted parts of a picture to a layer at the exact position of the picture's upper left
        corner.
        """

    def seal(self, drawn: pygame.Rect = WHOLE_PICTURE) -> None:
        """Until another layer begins, what is drawn is translucent: its pixels keep the layer behind. All that the
        current layer has drawn lies in the area `drawn`.
        """

    def finish(self) -> None:
        """Finish the picture; what is drawn later is in front of all layers, at whole pixels."""


WHOLE = CompositeLayers()
"""The shared instance without sub-pixel layers."""


class FloatingLayers(CompositeLayers):
    """Layers recorded anew for each picture; `wanted` says whether the window can show fractions of a pixel."""

    def __init__(self, wanted: Callable[[], bool]) -> None:
        self.wanted = wanted
        self._before = pygame.Surface((WIDTH, HEIGHT), 0, 32)
        self._canvas = self._before
        self._owner: Owners = np.zeros((HEIGHT, WIDTH), np.uint8)
        """The number of each pixel's layer."""
        self._row_numbers: Owners = np.zeros((HEIGHT, 1), np.uint8)
        """Scratch buffer: the numbers of layers by row."""
        self._number: Owners | np.uint8 = np.uint8(0)
        """The number of the current layer, or those of the layers by row."""
        self._area = WHOLE_PICTURE
        """The area drawn on: the canvas's clip, or the rows of layers by row."""
        self._covered: Mask = np.zeros((HEIGHT, WIDTH), np.bool_)
        self._stamp: Owners = np.zeros((HEIGHT, WIDTH), np.uint8)
        """Scratch buffer: allocating it many times a picture costs more than the work."""
        self._placed: dict[int, Placed] = {}
        """The parts that this picture shows, by the identity of their sequence."""
        self._placed_before: dict[int, Placed] = {}
        """Those of the picture before: most layers stand still for several pictures, and need not be placed again."""
        self._offsets: list[Offset] = []
        self._open = self._finished = False

    def begin(self, canvas: pygame.Surface) -> None:
        """Begin a picture on a canvas."""
        self._canvas = canvas
        self._owner.fill(0)
        self._placed_before, self._placed = self._placed, {}
        self._number = np.uint8(0)
        self._area = WHOLE_PICTURE
        self._offsets = [(0.0, 0.0)]
        self._open, self._finished = True, False

    def enter(self, lens: Lens, x: float, parallax: float = 1.0, parallax_y: float = 1.0) -> Lens:
        """End the current layer where the offset changes."""
        return self._hung(lens, x + lens.shift - lens.x * parallax, -lens.y * parallax_y)

    def enter_at(self, lens: Lens, x: float, row: float) -> Lens:
        """End the current layer where the offset changes."""
        return self._hung(lens, x + lens.shift - lens.x, row - lens.y)

    def _hung(self, lens: Lens, column: float, row: float) -> Lens:
        self.hang(column, row)
        return Lens(lens.x, lens.y, lens.shift, fraction(column), fraction(row))

    def hang(self, column: float, row: float) -> None:
        """End the current layer where the offset changes."""
        offset = (fraction(column), fraction(row))
        clip = self._canvas.get_clip()
        if offset != self._offsets[-1] or not self._open or clip != self._area:
            self._turn(clip)
            self._number = np.uint8(self._number_of(offset))

    def hang_rows(self, first: int, offsets: Sequence[Offset]) -> None:
        """End the current layer, and begin one for every row; nothing is drawn on other rows."""
        shown = range(max(0, first), min(HEIGHT, first + len(offsets)))
        self._turn(self._canvas.get_clip().clip((0, shown.start, WIDTH, len(shown))))
        for row in shown:
            if row == shown[0] or offsets[row - first] != offsets[row - first - 1]:
                number = self._number_of(offsets[row - first])
            self._row_numbers[row] = number
        self._number = self._row_numbers

    def paste_parts(self, place: tuple[float, float], parts: Parts) -> None:
        """Assign the parts' pixels to a layer of their own: cheaper than comparing the canvas."""
        at, clip = (floor(place[0] + 0.5), floor(place[1] + 0.5)), self._canvas.get_clip()
        last = self._placed_before.get(id(parts))
        if last is None or last.at != at or last.clip != clip:
            last = Placed(parts, at, clip, self._covers_at(at, clip, parts))
        self._placed[id(parts)] = last
        self._stamp_covers(place, last.covers)

    def paste(self, place: tuple[float, float], picture: pygame.Surface) -> None:
        """Assign a picture to a layer of its own."""
        at = floor(place[0] + 0.5), floor(place[1] + 0.5)
        self._stamp_covers(place, self._covers_at(at, self._canvas.get_clip(), ((picture, picture.get_rect()),)))

    def _stamp_covers(self, place: tuple[float, float], covers: Sequence[PlacedCover]) -> None:
        """Assign what covers the canvas to a new layer with a corner at an exact position."""
        self.seal()
        if not covers:
            return
        number = self._number_of((fraction(place[0]), fraction(place[1])))
        for owner, cover, shown in covers:
            if cover is None:
                owner.fill(number)
            else:
                np.maximum(owner, cover.stamped(number)[shown], out=owner)

    def _covers_at(self, at: tuple[int, int], clip: pygame.Rect, parts: Parts) -> list[PlacedCover]:
        """Return the covers of the parts that are in view with the picture's corner at a pixel."""
        covers: list[PlacedCover] = []
        for picture, part in parts:
            placed = part.move(at)
            seen = placed.clip(clip)
            if seen:
                shown = _slices(seen.move(-placed.left, -placed.top))
                covers.append((self._owner[_slices(seen)], cover_of(picture), shown))
        return covers

    def seal(self, drawn: pygame.Rect = WHOLE_PICTURE) -> None:
        """End the current layer."""
        if self._open:
            self._area = self._area.clip(drawn)
            self._note()
            self._open = False

    def finish(self) -> None:
        """Store a copy of the finished canvas."""
        self.seal()
        self._keep(WHOLE_PICTURE)
        self._finished = True

    def layer_map(self, canvas: pygame.Surface) -> LayerMap | None:
        """Return the layers of the picture on this canvas.

        None where no picture with layers was drawn on it since `begin`. Can be asked for once a picture.
        """
        if not self._finished or canvas is not self._canvas:
            return None
        self._finished = False
        self._number = np.uint8(self._number_of((0.0, 0.0)))
        self._note()
        return self._owner, self._offsets

    def _turn(self, area: pygame.Rect) -> None:
        """End the current layer and begin another in an area."""
        self.seal()
        self._keep(area)
        self._open = True

    def _number_of(self, offset: Offset) -> int:
        """Return the number of a new layer, or the last where there are too many."""
        if len(self._offsets) < MOST_PLANES:
            self._offsets.append(offset)
        return len(self._offsets) - 1

    def _note(self) -> None:
        """Assign the changed pixels to the current layer.

        Its number is higher than all before, so a maximum of both does it: four times as fast as a masked copy.
        """
        if len(self._offsets) > 1:
            area = _slices(self._area)
            changed, owner = self._covered[area], self._owner[area]
            np.not_equal(pixels_of(self._canvas)[area], pixels_of(self._before)[area], out=changed)
            number = self._number[area[0]] if isinstance(self._number, np.ndarray) else self._number
            stamp = self._stamp[area]
            np.multiply(changed.view(np.uint8), number, out=stamp)
            np.maximum(owner, stamp, out=owner)

    def _keep(self, area: pygame.Rect) -> None:
        """Store a copy of an area of the canvas, which is drawn on next."""
        self._before.blit(self._canvas, area, area)
        self._area = area


def fraction(place: float) -> float:
    """Return the distance of a position from the nearest whole pixel, from -0.5 up to 0.5."""
    return place - floor(place + 0.5)


def pixels_of(surface: pygame.Surface) -> Pixels:
    """Return a view of a surface's pixels by row and column."""
    return pygame.surfarray.pixels2d(surface).T.view(np.uint32)


def _slices(area: pygame.Rect) -> tuple[slice, slice]:
    """Return an area as slices of rows and columns."""
    return slice(area.top, area.bottom), slice(area.left, area.right)
