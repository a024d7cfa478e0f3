"""The sun in the gym: its windows, their panes and what these let through."""

from dataclasses import dataclass

import numpy as np

from ..paint.close import Opening
from ..paint.colour import Array

WALL_Z = 7.6
SUN = (-0.5, 0.38, 0.75)
SILL, HEAD = 1.36, 3.42
PANE = 0.44  # metres, about


@dataclass(frozen=True)
class Sash:
    """A window in the back wall: from x to x, metres."""

    left: float
    right: float

    @property
    def columns(self) -> int:
        return max(2, round((self.right - self.left) / PANE))


SASHES = tuple(
    Sash(a, b)
    for a, b in (
        (-6.2, -4.2),
        (-2.6, 0.8),
        (5.0, 7.2),
        (11.0, 12.2),
        (15.4, 17.2),
        (20.8, 22.6),
        (27.3, 28.6),
        (32.2, 34.2),
    )
)
PANE_ROWS = 4


def pane_kind(sash: int, column: int, line: int) -> int:
    """0 to 4 dusty glass, 5 painted over, 6 boarded, 7 gone: always the same for a pane."""
    roll = np.random.default_rng([sash, column, line, 11]).random()
    return 7 if roll > 0.965 else 6 if roll > 0.93 else 5 if roll > 0.86 else int(roll / 0.86 * 5)


def transmission(x: Array, y: Array) -> Array:
    """Sun that gets through the wall's plane at x, y (metres): 0 at brick, more or less through dusty glass."""
    out = np.zeros(np.broadcast(x, y).shape, np.float32)
    passes = (0.55, 0.7, 0.8, 0.9, 1.0, 0.12, 0.0, 1.25)
    inside = (y > SILL) & (y < HEAD)
    line = np.clip(((HEAD - y) / (HEAD - SILL) * PANE_ROWS), 0, PANE_ROWS - 0.001)
    for i, sash in enumerate(SASHES):
        n = sash.columns
        u = (x - sash.left) / (sash.right - sash.left) * n
        at = inside & (u >= 0) & (u < n)
        if not at.any():
            continue
        table = np.array([[passes[pane_kind(i, c, r)] for c in range(n)] for r in range(PANE_ROWS)], np.float32)
        value = table[line.astype(int) % PANE_ROWS, np.clip(u, 0, n - 1).astype(int)]
        out = np.where(at, value, out)
    return out


OPENING = Opening(SUN, WALL_Z, transmission, 3.95)
