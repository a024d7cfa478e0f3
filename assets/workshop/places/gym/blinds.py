"""What closes the gym's windows on a poor run: blinds of old sacking, drawn to the sill, the day a glow in them."""

from pathlib import Path

import numpy as np
from PIL import Image

from ..export import KEY
from ..paint.close import factor
from ..paint.noise import fbm
from .light import HEAD, SASHES, SILL, WALL_Z
from .wall import TOP

OPEN = (2, 6)
"""Windows over which no blind is drawn."""
TONES = np.array([(30, 30, 34), (42, 42, 46), (54, 54, 57), (66, 65, 66), (80, 78, 76), (98, 95, 90), (132, 127, 118)])
"""Sacking from its folds to where the day shows through, and the slit of day beside it."""
ROLLER, HEM = 0, 1
"""Tones of the roller at the top and of the hem."""
RAGGED_PX = 5
"""Rows by which the hem rises and falls."""
LEFT_PX = 194
"""Column of the wall's picture at the screen's left edge of the room's first pixel."""


def _blind(width: int, height: int, seed: int) -> np.ndarray:
    """Return the tones of one blind, rows by columns; -1 where there is none: its hem is not straight."""
    rows, columns = np.mgrid[0:height, 0:width]
    folds = np.sin(columns / 5.5 + 1.6 * fbm(height, width, 40, 14, seed, 2)) * 0.7
    glow = 1.0 - np.abs(rows / height - 0.45) * 1.2
    cloth = np.clip(np.round(2.2 + folds + 1.3 * glow + 0.9 * (fbm(height, width, 12, 9, seed + 1, 2) - 0.5)), 1, 5)
    cloth[:4] = ROLLER
    cloth[3] = 4
    hem = height - 2 - np.round(RAGGED_PX * fbm(1, width, 26, 1, seed + 2, 2)[0]).astype(int)
    cloth[rows >= hem - 3] = HEM
    cloth[:, 0] = cloth[:, -1] = 6
    cloth[rows >= hem] = -1
    return cloth.astype(int)


def write_blinds(folder: Path) -> None:
    """blinds.png: a plane like wall.png, empty but for what closes its windows."""
    with Image.open(folder / "wall.png") as wall:
        size = wall.size
    out = np.zeros((size[1], size[0]), np.uint8)
    scale = 100 * factor(WALL_Z)
    top, bottom = round((TOP - HEAD) * scale), round((TOP - SILL) * scale)
    for number, sash in enumerate(SASHES):
        if number in OPEN:
            continue
        left, right = (round(LEFT_PX + (1 - factor(WALL_Z)) * 320 + x * scale) for x in (sash.left, sash.right))
        a, b = max(0, left), min(size[0], right)
        if a >= b:
            continue
        tones = _blind(right - left, bottom - top, 70 + 7 * number)[:, a - left : b - left]
        out[top:bottom, a:b] = tones + 1
    image = Image.fromarray(out, "P")
    image.putpalette([*KEY, *(int(part) for tone in TONES for part in tone)])
    image.save(folder / "blinds.png", optimize=True, transparency=0)
