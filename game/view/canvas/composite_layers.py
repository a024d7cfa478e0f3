"""Planes of one picture that lie at fractions of a pixel: what makes the camera float at the window's resolution.

A picture is drawn once, back to front, on one canvas. A floating picture also notes, wherever one plane ends and the
next begins, which pixels have changed: in the end every pixel is known to belong to one plane, and the window lays each
plane at its own fraction of a pixel. Pixels of one plane keep their grid, so nothing shimmers, and the fighter has a
plane of his own: he hardly moves on the screen while the ground runs under him.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from math import floor
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pygame

from game.view.canvas.lens import HEIGHT, WIDTH, Lens

Pixels: TypeAlias = npt.NDArray[np.uint32]
Owners: TypeAlias = npt.NDArray[np.uint8]
Mask: TypeAlias = npt.NDArray[np.bool_]
Offset: TypeAlias = tuple[float, float]
"""How far a plane lies to the right of and below the picture's pixels, -0.5 up to 0.5."""
LayerMap: TypeAlias = tuple[Owners, Sequence[Offset]]
"""Which plane each pixel belongs to (rows by columns, nearer planes have higher numbers), and where each plane lies."""
MOST_PLANES = 255
WHOLE_PICTURE = pygame.Rect(0, 0, WIDTH, HEIGHT)


class CompositeLayers:
    """One plane only: everything at whole pixels."""

    def enter(self, lens: Lens, x: float, parallax: float = 1.0, parallax_y: float = 1.0) -> Lens:
        """Let what is drawn next hang on column `x` of a layer of these parallaxes; return the lens to draw it with."""
        return lens

    def enter_at(self, lens: Lens, x: float, row: float) -> Lens:
        """Let what is drawn next hang on a lane's pixel, with fractions; return the lens to draw it with."""
        return lens

    def hang(self, column: float, row: float) -> None:
        """Let what is drawn next hang on a point of the screen, in pixels with fractions."""

    def hang_rows(self, first: int, offsets: Sequence[Offset]) -> None:
        """Let what is drawn next hang on planes of their own, row by row from row `first` on."""

    def paste(self, place: tuple[float, float], picture: pygame.Surface, part: pygame.Rect | None = None) -> None:
        """Tell that a picture, or a part of it, was just blitted with its left top corner at the whole pixel next to a
        point of the screen: it hangs on that point. Whatever is drawn next is a veil until a plane is entered."""

    def seal(self) -> None:
        """Until another plane is entered all that is drawn is a veil: it belongs to whatever lies behind it."""

    def finish(self) -> None:
        """The picture is complete; what is drawn later lies before all planes, at whole pixels."""


WHOLE = CompositeLayers()


class FloatingLayers(CompositeLayers):
    """Planes made anew for each picture; `wanted` says whether the window can show fractions of a pixel."""

    def __init__(self, wanted: Callable[[], bool]) -> None:
        self.wanted = wanted
        self._before = pygame.Surface((WIDTH, HEIGHT), 0, 32)
        self._canvas = self._before
        self._owner: Owners = np.zeros((HEIGHT, WIDTH), np.uint8)
        """The number of the plane that each pixel belongs to."""
        self._row_numbers: Owners = np.zeros((HEIGHT, 1), np.uint8)
        """The number of the plane that is drawn on, by row."""
        self._area = WHOLE_PICTURE
        """What is drawn on: the canvas's clip, of planes by rows those rows alone."""
        self._covered: Mask = np.zeros((HEIGHT, WIDTH), np.bool_)
        self._stamp: Owners = np.zeros((HEIGHT, WIDTH), np.uint8)
        """Room to work in: to ask for it anew, many times a picture, costs more than the work."""
        self._offsets: list[Offset] = []
        self._open = self._finished = False

    def begin(self, canvas: pygame.Surface) -> None:
        """Begin a picture on a canvas."""
        self._canvas = canvas
        self._owner.fill(0)
        self._row_numbers.fill(0)
        self._area = WHOLE_PICTURE
        self._offsets = [(0.0, 0.0)]
        self._open, self._finished = True, False

    def enter(self, lens: Lens, x: float, parallax: float = 1.0, parallax_y: float = 1.0) -> Lens:
        """End a plane where the offset changes."""
        return self._hung(lens, x + lens.shift - lens.x * parallax, -lens.y * parallax_y)

    def enter_at(self, lens: Lens, x: float, row: float) -> Lens:
        """End a plane where the offset changes."""
        return self._hung(lens, x + lens.shift - lens.x, row - lens.y)

    def _hung(self, lens: Lens, column: float, row: float) -> Lens:
        self.hang(column, row)
        return replace(lens, fraction_x=fraction(column), fraction_y=fraction(row))

    def hang(self, column: float, row: float) -> None:
        """End a plane where the offset changes."""
        offset = (fraction(column), fraction(row))
        clip = self._canvas.get_clip()
        if offset != self._offsets[-1] or not self._open or clip != self._area:
            self._turn(clip)
            self._row_numbers.fill(self._number_of(offset))

    def hang_rows(self, first: int, offsets: Sequence[Offset]) -> None:
        """End a plane, and begin one for every row; nothing is drawn on other rows."""
        shown = range(max(0, first), min(HEIGHT, first + len(offsets)))
        self._turn(self._canvas.get_clip().clip((0, shown.start, WIDTH, len(shown))))
        for row in shown:
            if row == shown[0] or offsets[row - first] != offsets[row - first - 1]:
                number = self._number_of(offsets[row - first])
            self._row_numbers[row] = number

    def paste(self, place: tuple[float, float], picture: pygame.Surface, part: pygame.Rect | None = None) -> None:
        """Give the picture's pixels to a plane of its own: cheaper than to compare what has changed."""
        self.seal()
        part = part or picture.get_rect()
        corner = (floor(place[0] + 0.5), floor(place[1] + 0.5))
        area = pygame.Rect(corner, part.size).clip(self._canvas.get_clip())
        if area:
            number = self._number_of((fraction(place[0]), fraction(place[1])))
            seen = area.move(part.x - corner[0], part.y - corner[1])
            covered = self._covered[: area.height, : area.width]
            _cover(covered, picture, _slices(seen))
            self._claim(_slices(area), covered, np.uint8(number))

    def seal(self) -> None:
        """End the plane that is drawn on."""
        if self._open:
            self._note()
            self._open = False

    def finish(self) -> None:
        """Keep the canvas as it is now."""
        self.seal()
        self._keep(WHOLE_PICTURE)
        self._finished = True

    def parts(self, canvas: pygame.Surface) -> LayerMap | None:
        """Return the planes of the picture on this canvas.

        None where no floating picture was drawn on it since `begin`. A picture can be asked for once.
        """
        if not self._finished or canvas is not self._canvas:
            return None
        self._finished = False
        self._row_numbers.fill(self._number_of((0.0, 0.0)))
        self._note()
        return self._owner, self._offsets

    def _turn(self, area: pygame.Rect) -> None:
        """End the plane that is drawn on; another begins, in an area."""
        self.seal()
        self._keep(area)
        self._open = True

    def _number_of(self, offset: Offset) -> int:
        """Return the number of another plane, the last where there are too many."""
        if len(self._offsets) < MOST_PLANES:
            self._offsets.append(offset)
        return len(self._offsets) - 1

    def _note(self) -> None:
        """Give the pixels that have changed to the plane that is drawn on."""
        if len(self._offsets) > 1:
            area = _slices(self._area)
            changed = self._covered[area]
            np.not_equal(pixels_of(self._canvas)[area], pixels_of(self._before)[area], out=changed)
            self._claim(area, changed, self._row_numbers[area[0]])

    def _claim(self, area: tuple[slice, slice], covered: Mask, number: Owners | np.uint8) -> None:
        """Give the covered pixels of an area to a plane.

        Its number is higher than all before it, so that the higher of two is the nearer: four times as fast as a
        masked copy.
        """
        stamp, owner = self._stamp[: covered.shape[0], : covered.shape[1]], self._owner[area]
        np.multiply(covered.view(np.uint8), number, out=stamp)
        np.maximum(owner, stamp, out=owner)

    def _keep(self, area: pygame.Rect) -> None:
        """Remember how an area of the canvas looks now: it is drawn on next."""
        self._before.blit(self._canvas, area, area)
        self._area = area


def fraction(place: float) -> float:
    """Return how far a place lies from the nearest whole pixel, from -0.5 up to 0.5."""
    return place - floor(place + 0.5)


def pixels_of(surface: pygame.Surface) -> Pixels:
    """Return a surface's pixels by row and column, as a view."""
    return pygame.surfarray.pixels2d(surface).T.view(np.uint32)


def _slices(area: pygame.Rect) -> tuple[slice, slice]:
    """Return an area as rows and columns of an array."""
    return slice(area.top, area.bottom), slice(area.left, area.right)


def _cover(covered: Mask, picture: pygame.Surface, seen: tuple[slice, slice]) -> None:
    """Write where a part of a picture is no hole, by row and column."""
    key = picture.get_colorkey()
    if picture.get_flags() & pygame.SRCALPHA:
        np.greater(pygame.surfarray.pixels_alpha(picture).T[seen], 0, out=covered)
    elif key is None:
        covered.fill(True)
    else:
        np.not_equal(pygame.surfarray.pixels2d(picture).T[seen], picture.map_rgb(key), out=covered)
