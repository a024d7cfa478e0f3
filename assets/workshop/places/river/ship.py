"""The four-masted barque out in the stream, whole from taffrail to bowsprit, dark against the light; no name, no port.

Her bow is to the right: she goes the runner's way. All measures are px of her own plane.
"""

import math
from itertools import pairwise

import numpy as np

from ..paint.colour import colour
from ..paint.life import Strip, plain
from ..paint.noise import value_noise
from ..paint.relief import Relief, hang

LENGTH, WATER = 466, 263
HULL = 398
MASTS = ((62, 48, 0), (148, 26, 1), (238, 20, 1), (326, 28, 1))
"""Of each mast: its place from the stern, its top's row, and whether it carries yards."""
YARDS = ((186, 44), (160, 41), (137, 37), (110, 32), (84, 26), (60, 19))
"""Height over the rail and half length of each yard, from the lowest up, measured down from 246."""
SET = ((1, 1), (1, 2), (2, 1), (2, 2), (2, 3), (3, 2), (3, 3))
"""Sails that are set: mast and yard over them."""
ROPE, SPAR, BLACK = "#4a5058", "#2e2c30", "#141b26"


def sheer(x: float) -> float:
    """Row of the rail at x."""
    t = (x - 170) / 230
    return 240 - (9 if t > 0 else 6) * t * t


def barque(w: int, h: int, left: float) -> tuple[Relief, Relief]:
    """Hull, houses, masts and canvas; and the rigging on a sheet of its own. `left`: column of her taffrail."""
    r, lines = Relief(w, h), Relief(w, h)
    _hull(r, left)
    _deck(r, left)
    for number, mast in enumerate(MASTS):
        _mast(r, left, mast, number)
    _jibs(r, left)
    _rigging(lines, left)
    return r, lines


def _hull(r: Relief, left: float) -> None:
    rail = [(left + x, sheer(x)) for x in range(0, HULL + 1, 4)]
    keel = [(HULL - 8, 250), (HULL - 18, WATER + 2), (26, WATER + 2), (14, 256), (2, 248)]
    r.poly([*rail, *((left + x, y) for x, y in keel)], BLACK, 8)
    for x in range(2, HULL - 2):
        y = sheer(x)
        r.rect((left + x, y, 1, 1), "#8a7a58", 10)
        if 12 < x < HULL - 16:
            r.rect((left + x, y + 7, 1, 1), "#5c646e", 9)
            if x % 13 == 4:
                r.rect((left + x, y + 10, 2, 2), "#e8b868", 9, colour("#ffc870") * 0.5)
    r.rect((left + 24, WATER - 3, HULL - 42, 5), "#4a2622", 8)
    r.line((left + HULL - 6, 231), (left + LENGTH, 209), SPAR, 12, 3)
    r.poly(
        [(left + HULL - 8, 231), (left + HULL + 4, 229), (left + HULL - 2, 243), (left + HULL - 8, 248)], "#8a6c3c", 10
    )


def _deck(r: Relief, left: float) -> None:
    """Poop and forecastle, houses with lit windows, boats in davits, men at the rail."""
    for x in range(4, HULL - 4, 3):
        r.rect((left + x, sheer(x) - 3, 1, 3), SPAR, 8)
    for x, wide, tall in ((10, 40, 7), (96, 34, 8), (182, 36, 9), (268, 34, 8), (350, 40, 7)):
        y = sheer(x + wide / 2) - tall
        r.rect((left + x, y, wide, tall), "#5c5648", 8)
        r.rect((left + x - 1, y - 1, wide + 2, 1), "#b8a47c", 10)
        for q in range(x + 3, x + wide - 4, 6):
            r.rect((left + q, y + 2, 3, 2), "#ffd890", 7, colour("#ffc870") * 0.7)
    for x in (134, 222, 308):
        y = sheer(x) - 9
        r.poly([(left + x, y), (left + x + 20, y), (left + x + 17, y + 4), (left + x + 3, y + 4)], "#c8c0ac", 12)
    for x in (20, 33, 88, 172, 258, 344, 380):
        r.rect((left + x, sheer(x) - 8, 2, 8), "#1a1c24", 12)


def _mast(r: Relief, left: float, mast: tuple[int, int, int], number: int) -> None:
    place, top, square = mast
    x, foot = left + place, sheer(place)
    for y0, y1, wide in ((top + 66, foot, 3), (top + 26, top + 70, 2), (top, top + 30, 1)):
        r.rect((x - wide // 2, y0, wide, y1 - y0), SPAR, 11)
    for y, wide in ((top + 68, 9), (top + 30, 6)):
        r.rect((x - wide / 2, y, wide, 2), SPAR, 13)
    if not square:
        r.line((x, 226), (x - 66, 221), SPAR, 13, 2)
        r.line((x, 128), (x - 46, 106), SPAR, 13, 2)
        return
    for k, (up, half) in enumerate(YARDS):
        y = 26 + up + (top - 20) * 0.4
        if (number, k) in SET:
            below = 26 + YARDS[k - 1][0] + (top - 20) * 0.4
            _sail(r, (x, y + 2), (half * 0.92, YARDS[k - 1][1] * 0.9), below - y - 4)
        r.rect((x - half, y, 2 * half, 2), SPAR, 15)
        if (number, k) not in SET:
            for q in range(-half + 3, half - 3):
                tall = 1.6 + 0.7 * math.sin(q * 0.9 + k) + (1 - abs(q) / half)
                r.rect((x + q, y - tall, 1, tall), "#c8baa0" if q % 7 else "#8c8070", 14)


def _sail(r: Relief, at: tuple[float, float], halves: tuple[float, float], tall: float) -> None:
    """A square sail with the sun through it: cloths, a belly, its foot arched."""
    for dy in range(int(tall)):
        t = dy / tall
        half = halves[0] + (halves[1] - halves[0]) * t - 2 * math.sin(t * math.pi)
        for q in range(int(-half), int(half)):
            u = q / half
            if dy > tall - 4 * (1 - u * u):
                continue
            shade = 0.86 + 0.14 * math.cos(u * 2.2 - 0.6) - 0.18 * t - 0.07 * (int(q + half) % 9 == 0)
            tone = colour("#ffedc4") * shade
            r.rect((at[0] + q, at[1] + dy, 1, 1), tone, 14 + 3 * (1 - u * u), tone * 0.62)


def _jibs(r: Relief, left: float) -> None:
    """Three headsails between foremast and bowsprit, the sun through them."""
    for head, tack, clew, shade in (
        ((329, 62), (462, 205), (388, 214), 1.0),
        ((330, 104), (438, 213), (374, 220), 0.9),
    ):
        stamp = r.poly_stamp([(left + x, y) for x, y in (head, tack, clew)])
        if stamp:
            yy, xx = np.mgrid[stamp[0] : stamp[1], stamp[2] : stamp[3]]
            cloth = np.where((xx + yy // 2) % 11 == 0, shade * 0.88, shade)
            tone = colour("#fff0cc") * cloth[..., None]
            r.put(stamp, tone, 6, tone * 0.6)


def _rigging(r: Relief, left: float) -> None:
    """Shrouds with ratlines, stays from mast to mast."""
    for number, (place, top, _square) in enumerate(MASTS):
        x, foot = left + place, sheer(place)
        for side in (-1, 1):
            for k in range(3):
                r.line((x + side * (8 + k * 5), foot), (x + side, top + 68), ROPE, 1)
            r.line((x + side * 26, foot), (x, top + 28), ROPE, 1)
        for y in range(top + 78, int(foot), 5):
            t = (y - top - 68) / (foot - top - 68)
            r.line((x - 18 * t, y), (x + 18 * t, y), ROPE, 1)
        after = MASTS[number + 1] if number < 3 else None
        if after:
            r.line((left + after[0], after[1] + 30), (x, sheer(place) - 40), ROPE, 1)
            r.line((left + after[0], after[1] + 4), (x, top + 60), ROPE, 1)
    x = left + MASTS[3][0]
    for y, end in ((30, (464, 208)), (60, (450, 211)), (98, (430, 217))):
        r.line((x, y), (left + end[0], end[1]), ROPE, 1)
    r.line((left + 62, 50), (left + 2, 234), ROPE, 1)


DRESSED = {
    "dressing": ((MASTS[3][0], 28), (LENGTH, 207), 20),
    "dressing-2": ((2, 232), (MASTS[0][0], 50), 18),
}
"""Her lines of flags, for who runs well: both ends, px from her stern, and how many flags."""
BUNTING = ("#c83a30", "#f0e8d4", "#2c5cac", "#e8b030", "#f0e8d4", "#2f7a4c")


def dressing_at(name: str) -> tuple[int, int]:
    """Upper left corner of a line's sprite, px from her stern and row."""
    (x0, y0), (x1, y1), _ = DRESSED[name]
    return min(x0, x1) - 6, min(y0, y1) - 6


def dressing(name: str) -> Strip:
    """A line of flags that stream and flap, each in its own time."""
    (x0, y0), (x1, y1), count = DRESSED[name]
    left, top = dressing_at(name)
    size = (abs(x1 - x0) + 14, abs(y1 - y0) + 14)
    frames = []
    for k in range(6):
        r = Relief(*size)
        points = hang((x0 - left, y0 - top), (x1 - left, y1 - top), -6, count)
        for (ax, ay), (bx, by) in pairwise(points):
            r.line((ax, ay), (bx, by), ROPE, 1)
        for n, (fx, fy) in enumerate(points[1:-1]):
            for dx in range(5):
                lift = math.sin(1.3 * dx - 2 * math.pi * (k / 6 + n * 0.37)) * (0.4 + 0.22 * dx)
                shade = 0.78 + 0.3 * math.cos(1.3 * dx - 2 * math.pi * (k / 6 + n * 0.37))
                r.rect((fx - dx, fy + 1 + lift, 1, 4), colour(BUNTING[n % len(BUNTING)]) * shade, 2)
        frames.append(plain(r))
    return frames, "1/4"


def sailor(arms: tuple[tuple[int, int], ...], tones: tuple[str, str]) -> Strip:
    """A man at the rail from the waist up, at her scale: his arm, or both, go through `arms` (px from the shoulder).

    tones: those of his jacket and his cap.
    """
    frames = []
    for x, y in arms:
        r = Relief(11, 13)
        r.rect((4, 7, 3, 6), tones[0], 4)
        r.rect((4, 4, 3, 3), "#c08a68", 5)
        r.rect((4, 3, 3, 1), tones[1], 6)
        for side in (1, -1) if y > 3 else (1,):
            shoulder = (5.5 + side * 1.6, 8.0)
            hand = (shoulder[0] + side * x, shoulder[1] - y)
            r.line(shoulder, hand, tones[0], 6, 1)
            r.rect((hand[0] - 0.5, hand[1] - 1, 1, 1), "#d8a684", 7)
        frames.append(plain(r))
    return frames, "1/4"


def crew() -> dict[str, Strip]:
    """The men who wave to him: one with an arm from side to side, one with both arms up and down."""
    return {
        "sailor": sailor(((0, 6), (1, 5), (3, 4), (4, 3), (3, 4), (1, 5)), ("#22304a", "#f0ead8")),
        "sailor-2": sailor(((2, 5), (3, 4), (3, 2), (2, -2), (3, 2), (3, 4)), ("#6a2c26", "#20242e")),
    }


CREW = (
    (20, 0, 0),
    (33, 1, 2),
    (58, 0, 4),
    (172, 0, 1),
    (244, 1, 5),
    (250, 0, 3),
    (318, 0, 2),
    (344, 1, 0),
    (392, 0, 5),
)
"""Where they stand: px from her stern, which of both, and the frame they begin at."""


def reflection(left: float, w: int, rows: range) -> np.ndarray:
    """Where her dark lies on the water: broken into dashes that widen towards us, (h, w)."""
    mask = np.zeros((rows.stop, w), bool)
    for y in rows:
        near = (y - rows.start) / len(rows)
        dashes = value_noise(1, w, 7 + 16 * near, 1, y + 900)[0] > 0.30 + 0.5 * near
        x = np.arange(w) - left
        mask[y] = dashes & (x > 22 + 10 * near) & (x < HULL - 14 - 20 * near)
    return mask
