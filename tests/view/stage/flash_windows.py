"""Counts flashes for each place of the picture.

A flash is counted in a window of ten degrees of view (213 x 120 px at 640 x 360) where at least a quarter of its cells
of 16 px change their relative luminance by 0.10 or more in one direction within 1/30 s (the darker side under 0.80),
and later back.
"""

from collections import deque

import numpy as np
import numpy.typing as npt
import pygame

CELLS = (40, 22)
CELL_PX = 16
WINDOW_CELLS = (13, 7)
LEAST_SHARE = 0.25
STEP, DARKER_UNDER = 0.10, 0.80
WITHIN_A_SECOND = 30
"""A change is one within this part of a second."""
Field = npt.NDArray[np.float64]


def cells_of(picture: pygame.Surface) -> Field:
    """Return the mean relative luminance of each cell."""
    pixels = pygame.surfarray.array3d(picture)[: CELLS[0] * CELL_PX, : CELLS[1] * CELL_PX] / 255.0
    light = np.where(pixels <= 0.04045, pixels / 12.92, ((pixels + 0.055) / 1.055) ** 2.4)
    seen = light @ np.array([0.2126, 0.7152, 0.0722])
    cells: Field = seen.reshape(CELLS[0], CELL_PX, CELLS[1], CELL_PX).mean(axis=(1, 3))
    return cells


class WindowedFlashes:
    """Counts the flashes of every window; frames come at a constant rate."""

    def __init__(self, frames_per_second: int) -> None:
        self.worst = 0
        self.worst_at = 0
        self._rate = frames_per_second
        self._past: deque[Field] = deque(maxlen=frames_per_second // WITHIN_A_SECOND + 1)
        shape = (CELLS[0] - WINDOW_CELLS[0] + 1, CELLS[1] - WINDOW_CELLS[1] + 1)
        self._direction = np.zeros(shape, np.int8)
        self._changes: deque[npt.NDArray[np.bool_]] = deque(maxlen=frames_per_second)

    def see(self, frame: int, cells: Field) -> None:
        """Take the cells of the next frame."""
        self._past.append(cells)
        before = self._past[0]
        dark_enough = np.minimum(cells, before) < DARKER_UNDER
        up, down = (_shares((side * (cells - before) >= STEP) & dark_enough) >= LEAST_SHARE for side in (1, -1))
        way = up.astype(np.int8) - down.astype(np.int8)
        changed = (way != 0) & (way != self._direction)
        self._direction = np.where(changed, way, self._direction)
        self._changes.append(changed)
        most = int(np.sum(self._changes, axis=0).max()) // 2
        if most > self.worst:
            self.worst, self.worst_at = most, frame


def _shares(cells: npt.NDArray[np.bool_]) -> Field:
    """Return the share of set cells of each window."""
    views = np.lib.stride_tricks.sliding_window_view(cells, WINDOW_CELLS)
    shares: Field = views.mean(axis=(2, 3))
    return shares
