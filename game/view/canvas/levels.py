"""Pictures of a few levels: a plane that says which level each pixel has, the same for every color and strength, and a
table of what a level looks like. Looking a picture up in its table is many times as fast as computing its pixels.
"""

from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pygame

from game.view.canvas.color import Color
from game.view.canvas.composite_layers import pixels_of

Levels: TypeAlias = npt.NDArray[np.uint8]
"""The level of each pixel, rows by columns."""
LevelTable: TypeAlias = npt.NDArray[np.uint32]
"""The pixel of each level: alpha, red, green and blue, from the highest byte down."""
MOST = 255
"""The highest level."""


def levels_of(strength: npt.NDArray[np.float64], most: int = MOST) -> Levels:
    """Return the levels, 0 to `most`, of a strength of 0.0 to 1.0, rows by columns."""
    levels: Levels = np.ascontiguousarray(np.rint(strength * most).astype(np.uint8))
    return levels


def light_table(color: Color, share: float) -> LevelTable:
    """Return the table of a light to be added: nothing at level 0, a share of `color`, 0.0 to 1.0, at the highest."""
    shares, table = np.linspace(0.0, share, MOST + 1), np.zeros(MOST + 1, np.uint32)
    for part, shift in zip(color, (16, 8, 0), strict=True):
        table |= np.rint(shares * part).astype(np.uint32) << np.uint32(shift)
    return table


def veil_table(color: Color, opacity: float, most: int) -> LevelTable:
    """Return the table of a veil to be blended: clear at level 0, `opacity` (0 to 255) of `color` at level `most`."""
    red, green, blue = color
    alphas = (np.arange(most + 1) / most * opacity).astype(np.uint32)
    table: LevelTable = alphas << np.uint32(24) | np.uint32(red << 16 | green << 8 | blue)
    return table


def looked_up(levels: Levels, table: LevelTable, flags: int = 0) -> pygame.Surface:
    """Return the picture of a plane of levels, each looked up in a table."""
    picture = pygame.Surface(levels.shape[::-1], flags, 32)
    np.take(table, levels, out=pixels_of(picture), mode="clip")
    return picture
