"""The pieces of a wide picture that show something: a third of a layer does, and transparent pixels cost as much.

Each piece has pixels of its own. In the whole picture a row of it lies thousands of bytes from the next, and nearly
every one has to be waited for: a third of the time of a blit.

Every band of columns is cut into its runs of rows with visible pixels; runs of neighbouring bands become one piece
where that costs less than another blit. Pieces never overlap, so that they can be blended.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt
import pygame

BAND_PX = 64
"""Width of a band, px."""
BANDS = 10
"""Bands of a chunk: no piece reaches over its end."""
GAP_ROWS = 24
"""Runs of rows with a smaller gap between them are one."""
SPARE_PX = 8000
"""Transparent pixels that cost as much as another blit, about 1.2 us, and its cover where layers float."""
Rows = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece: its pixels, and where they are in the whole picture."""

    picture: pygame.Surface
    area: pygame.Rect


class Pieces:
    """The pieces of a picture, by chunk."""

    def __init__(self, picture: pygame.Surface, copied: Callable[[pygame.Surface], pygame.Surface]) -> None:
        """`copied` returns the pixels to keep of a part of the picture, which shares the picture's own."""
        shown = rows_shown(picture)
        chunks = range(0, shown.shape[1], BANDS)
        limits = picture.get_rect()
        areas = (_merged(shown[:, begin : begin + BANDS], begin * BAND_PX, limits) for begin in chunks)
        self._by_chunk = [[Piece(copied(picture.subsurface(area)), area) for area in chunk] for chunk in areas]

    @property
    def bytes_held(self) -> int:
        """Return the bytes of all pieces."""
        pictures = [piece.picture for piece in chain.from_iterable(self._by_chunk)]
        return sum(picture.get_pitch() * picture.get_height() for picture in pictures)

    def between(self, first: int, end: int) -> list[Piece]:
        """Return the pieces that reach into the columns from `first` up to `end` of the picture."""
        width = BAND_PX * BANDS
        near = self._by_chunk[max(0, first // width) : max(0, -(-end // width))]
        return [piece for piece in chain.from_iterable(near) if piece.area.left < end and piece.area.right > first]


def rows_shown(picture: pygame.Surface) -> Rows:
    """Return which rows show something in each band of columns: rows by bands.

    The pixels are copied: a view would lock the picture while numpy lets another thread run, and a map that is reloaded
    meanwhile draws the same pictures.
    """
    width, height = picture.get_size()
    bands = -(-width // BAND_PX)
    shown = np.zeros((height, bands * BAND_PX), np.bool_)
    key = picture.get_colorkey()
    if picture.get_flags() & pygame.SRCALPHA:
        np.greater(pygame.surfarray.array_alpha(picture).T, 0, out=shown[:, :width])
    elif key is not None:
        np.not_equal(pygame.surfarray.array2d(picture).T, picture.map_rgb(key), out=shown[:, :width])
    else:
        shown[:, :width] = True
    found: Rows = np.logical_or.reduce(shown.reshape(height, bands, BAND_PX), axis=2)
    return found


def _merged(shown: Rows, left: int, limits: pygame.Rect) -> list[pygame.Rect]:
    """Return the pieces of one chunk, which begins at column `left`."""
    pieces: list[pygame.Rect] = []
    for band in range(shown.shape[1]):
        begin = left + band * BAND_PX
        runs = [pygame.Rect(begin, top, BAND_PX, end - top).clip(limits) for top, end in _runs(shown[:, band])]
        for number, run in enumerate(runs):
            others = runs[:number] + runs[number + 1 :]
            for place, piece in enumerate(pieces):
                whole = piece.union(run)
                apart = whole.collidelist(others) == whole.collidelist(pieces[:place] + pieces[place + 1 :]) == -1
                if piece.right == begin and apart and _size(whole) - _size(piece) - _size(run) <= SPARE_PX:
                    pieces[place] = whole
                    break
            else:
                pieces.append(run)
    return pieces


def _runs(shown: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return first and end of the runs of rows that show something."""
    rows = np.flatnonzero(shown)
    if not len(rows):
        return []
    breaks = np.flatnonzero(np.diff(rows) > GAP_ROWS)
    firsts, lasts = np.append(rows[0], rows[breaks + 1]), np.append(rows[breaks], rows[-1])
    return list(zip(firsts.tolist(), (lasts + 1).tolist(), strict=True))


def _size(rect: pygame.Rect) -> int:
    return rect.width * rect.height
