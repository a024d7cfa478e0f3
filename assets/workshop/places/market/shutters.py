"""What closes the market on a poor run: shutters before the shops, blinds on their doors, drawn curtains upstairs, and
canvas let down before the stalls.

Windows are found in the painted fronts by their lamplight, so that it fits whatever window was drawn; painted at the
same place, and as far in the haze as the wall under the window is.
"""

import json
from pathlib import Path

import numpy as np
from PIL import Image
from scipy import ndimage as ndi

from ..export import KEY
from ..paint.colour import Array
from ..stage import Window, ground_y
from .scene import FRONT_OF_STALL, STREET, awning_foot, stalls_along

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
LIT = (140, 82, 80)
"""Red, green, and by how much red exceeds blue, from which on a pixel is a lamp's light behind glass."""
CANVAS = ((74, 78, 90), (86, 90, 102), (98, 100, 110), (60, 64, 78))
"""Tones of the canvas, 0 to 255: its folds, one beside another."""
HEM, ROPE = (44, 48, 60), (120, 112, 100)
FROM_GROUND = 0.22
"""Height over the ground at which the canvas ends, metres."""
FOLD_PX = 7
"""Width of a fold, px."""
SHADE_ROWS = 14
"""Rows under the awning that lie in its shadow."""


def panes(fronts: Array) -> list[tuple[int, int, int, int]]:
    """Boxes (x, y, width, height) of the lit windows of a picture of fronts, 0 to 255."""
    red, green, blue = (fronts[..., k].astype(int) for k in range(3))
    lit = ndi.binary_closing((red > LIT[0]) & (green > LIT[1]) & (red - blue > LIT[2]), np.ones((9, 7)))
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


def write_covers(folder: Path) -> None:
    """covers.png: a plane like stalls.png, empty but for the canvas that is let down before every stall."""
    wide, high = Image.open(folder / "stalls.png").size
    entries = json.loads((folder / "layers.json").read_text(encoding="utf-8"))["layers"]
    placed = next(entry for entry in entries if entry["image"] == "stalls.png")
    window = Window(STREET / 50, placed["x"], wide)
    tones = (*CANVAS, HEM, ROPE, *(tuple(part * 3 // 4 for part in tone) for tone in CANVAS))
    picture = np.zeros((high, wide), np.uint8)
    foot = round(ground_y(FRONT_OF_STALL) - FROM_GROUND * STREET) - placed["y"]
    for number, (left, right) in enumerate(stalls_along()):
        columns = slice(round(window.px(left)) + 2, round(window.px(right)) - 1)
        top = round(ground_y(FRONT_OF_STALL) - (awning_foot(number) - 0.24) * STREET) - placed["y"]
        across = np.arange(columns.stop - columns.start)
        fold = (across + 2 * np.sin(across / 11 + number)).astype(int) // 2 % FOLD_PX
        tone = np.array([0, 1, 1, 2, 1, 0, 3])[fold]
        picture[top:foot, columns] = tone + 1
        picture[top : top + SHADE_ROWS, columns] = tone + 7
        picture[foot - 3 : foot, columns] = 5
        picture[(top + foot) // 2, columns] = 6
    image = Image.fromarray(picture, "P")
    image.putpalette([*KEY, *(int(v) for tone in tones for v in tone)])
    image.save(folder / "covers.png", optimize=True, transparency=0)
