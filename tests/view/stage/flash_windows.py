"""Counts flashes for each place of the picture.

A flash is counted in a window of ten degrees of view (213 x 120 px at 640 x 360) where at least a quarter of its cells
of 16 px change their relative luminance by 0.10 or more in one direction within 1/30 s (the darker side under 0.80),
and later back. A red flash is the same of a saturated red: red at least 0.8 of all light, and 320 times what it has
over green and blue changes by 20 or more (WCAG 2.2, general flash and red flash thresholds).
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
RED_SHARE, RED_SCALE, RED_STEP = 0.8, 320.0, 20.0
WITHIN_A_SECOND = 30
"""A change is one within this part of a second."""
Field = npt.NDArray[np.float64]


def cells_of(picture: pygame.Surface) -> Field:
    """Return the mean relative luminance of each cell."""
    cells: Field = _light_of(picture) @ np.array([0.2126, 0.7152, 0.0722])
    return cells


def red_cells_of(picture: pygame.Surface) -> Field:
    """Return how red each cell is, 0 to 320; 0 where its red is not saturated."""
    light = _light_of(picture)
    red, all_light = light[..., 0], light.sum(axis=-1)
    return np.where(red >= RED_SHARE * all_light, RED_SCALE * np.maximum(0.0, 2 * red - all_light), 0.0)


LINEAR = np.array([c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in np.arange(256) / 255.0])
"""Linear light of each sRGB value."""


def _light_of(picture: pygame.Surface) -> Field:
    """Return the mean linear light of each cell, by channel."""
    light = LINEAR[pygame.surfarray.pixels3d(picture)[: CELLS[0] * CELL_PX, : CELLS[1] * CELL_PX]]
    cells: Field = light.reshape(CELLS[0], CELL_PX, CELLS[1], CELL_PX, 3).mean(axis=(1, 3))
    return cells


class WindowedFlashes:
    """Counts the flashes of every window; frames come at a constant rate."""

    def __init__(self, frames_per_second: int, step: float = STEP, darker_under: float = DARKER_UNDER) -> None:
        self._step, self._darker_under = step, darker_under
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
        dark_enough = np.minimum(cells, before) < self._darker_under
        up, down = (_shares((side * (cells - before) >= self._step) & dark_enough) >= LEAST_SHARE for side in (1, -1))
        way = up.astype(np.int8) - down.astype(np.int8)
        changed = (way != 0) & (way != self._direction)
        self._direction = np.where(changed, way, self._direction)
        self._changes.append(changed)
        most = int(np.sum(self._changes, axis=0).max()) // 2
        if most > self.worst:
            self.worst, self.worst_at = most, frame


def red_flashes(frames_per_second: int) -> WindowedFlashes:
    """Return a counter of red flashes, for the cells of `red_cells_of`."""
    return WindowedFlashes(frames_per_second, RED_STEP, darker_under=RED_SCALE)


def _shares(cells: npt.NDArray[np.bool_]) -> Field:
    """Return the share of set cells of each window."""
    views = np.lib.stride_tricks.sliding_window_view(cells, WINDOW_CELLS)
    shares: Field = views.mean(axis=(2, 3))
    return shares
