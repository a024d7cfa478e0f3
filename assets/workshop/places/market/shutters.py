"""What closes the market on a poor run: shutters before the shops, blinds on their doors, drawn curtains upstairs.

Found in the painted fronts by their lamplight, so that it fits whatever window was drawn; painted at the same
place, and as far in the haze as the wall under the window is.
"""

from pathlib import Path

import numpy as np
from PIL import Image
from scipy import ndimage as ndi

from ..export import KEY
from ..paint.colour import Array

SHOP_FROM = 40
"""Least width of a shop's window, px; what is narrower is a door below `UPSTAIRS` and a sash above it."""
SHOP_HIGH = 62
UPSTAIRS = 160
"""Row above which windows are those of flats."""
STEEL, EDGE, BAR = (54, 56, 66), (88, 90, 100), (116, 112, 112)
BLIND, CURTAIN, FOLD = (40, 34, 38), (34, 36, 50), (48, 50, 66)
SLAT = 4
"""Height of a slat, px."""
WALL = slice(255, 285)
"""Rows of the dark wall under the windows: whatever blue it has is haze that lies over it."""
CLEAR, HAZED = 34.0, 120.0
"""Its blue without any haze, and in the thickest."""
HAZE = (190, 158, 104)
SMOOTH_PX = 25


def panes(fronts: Array) -> list[tuple[int, int, int, int]]:
    """Boxes (x, y, width, height) of the lit windows of a picture of fronts, 0 to 255."""
    red, green, blue = (fronts[..., k].astype(int) for k in range(3))
    lit = ndi.binary_closing((red > 150) & (green > 85) & (red - blue > 95), np.ones((9, 7)))
    labels, _ = ndi.label(lit)
    found = []
    for number, (rows, columns) in enumerate(ndi.find_objects(labels), 1):
        box = (columns.start, rows.start, columns.stop - columns.start, rows.stop - rows.start)
        if box[2] >= 12 and box[3] >= 18 and (labels[rows, columns] == number).mean() > 0.5:
            found.append(box)
    return sorted(found)


def _closed(width: int, height: int, y: int) -> Array:
    """What closes a window of this size: slats, a blind or curtains."""
    out = np.zeros((height, width, 3), np.float32)
    rows, columns = np.arange(height), np.arange(width)
    if y < UPSTAIRS:
        out[:] = CURTAIN
        out[:, columns % 5 == 2] = FOLD
        out[:, width // 2] = (22, 22, 32)
    elif width < SHOP_FROM:
        out[:] = BLIND
        out[rows % 6 == 0] = (50, 44, 46)
    else:
        out[:] = STEEL
        out[rows % SLAT == 0] = EDGE
        out[rows % SLAT == SLAT - 1] = (36, 38, 46)
        out[:, :2] = out[:, -2:] = (30, 30, 36)
        out[-4:] = BAR
        out[-1:] = (30, 28, 32)
        out[-3:-1, width // 2 - 4 : width // 2 + 4] = (160, 150, 130)
    return out


def write_shutters(folder: Path) -> None:
    """shutters.png: a plane like fronts.png, empty but for what closes its windows."""
    fronts = np.asarray(Image.open(folder / "fronts.png").convert("RGB")).astype(np.float32)
    out = np.zeros_like(fronts)
    solid = np.zeros(fronts.shape[:2], bool)
    wall = ndi.uniform_filter1d(np.median(fronts[WALL, :, 2], axis=0), SMOOTH_PX)
    hazed = np.round(np.clip((wall - CLEAR) / (HAZED - CLEAR), 0, 0.9) * 8)[:, None] / 8
    for x, y, width, lit in panes(fronts):
        upstairs = y < UPSTAIRS
        rows = slice(max(0, y - 30), y + 54) if upstairs else slice(y, y + (lit if width < SHOP_FROM else SHOP_HIGH))
        at = (rows, slice(x - 1, x + width + 1))
        high = fronts[at].shape[0]
        out[at] = _closed(width + 2, high, y) * (1 - hazed[at[1]]) + np.array(HAZE) * hazed[at[1]]
        # Upstairs railings, cats and sashes stand before the curtain: only the light itself goes.
        glow = (fronts[at][..., 0] > 84) & (fronts[at][..., 0] - fronts[at][..., 2] > 50)
        solid[at] |= glow if upstairs else True
    tones, index = np.unique(np.round(out[solid] / 6) * 6, axis=0, return_inverse=True)
    picture = np.zeros(solid.shape, np.uint8)
    picture[solid] = index.reshape(-1) + 1
    assert len(tones) < 256, len(tones)
    image = Image.fromarray(picture, "P")
    image.putpalette([*KEY, *(int(v) for tone in tones for v in tone)])
    image.save(folder / "shutters.png", optimize=True, transparency=0)
