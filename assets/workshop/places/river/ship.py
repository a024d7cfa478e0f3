"""The four-masted barque at her quay, bow to the left, 1572 px from the bowsprit to the taffrail; no name, no port."""

import math

import numpy as np

from ..paint.colour import colour
from ..paint.noise import fbm
from ..paint.relief import Relief, hang

LENGTH, WATER = 1572, 292
MASTS = ((356, 18, 1), (664, 12, 1), (972, 16, 1), (1268, 44, 0))
ROPE, SPAR, DARK_SPAR = "#2a2622", "#a07c4c", "#5a4630"
CANVAS = "#d8ccb0"


def sheer(x: float) -> float:
    """Row of the rail at x."""
    t = (x - 830) / 740
    return 256 - 15 * t * t * (1.3 if t < 0 else 1.0)


def barque(w: int, h: int, left: float) -> tuple[Relief, Relief]:
    """Hull, houses, masts and canvas; and the rigging on a sheet of its own. `left`: column of the bowsprit's tip."""
    r, lines = Relief(w, h), Relief(w, h)
    _hull(r, left)
    _deck(r, left)
    for i, mast in enumerate(MASTS):
        _mast(r, left, mast, i)
    _rigging(lines, left)
    return r, lines


def _hull(r: Relief, left: float) -> None:
    n = fbm(r.h, r.w, 34, 7, 4, 4)
    xs = np.arange(128, LENGTH - 6, 4)
    outline = [
        (left + 118, sheer(118) - 8),
        *((left + x, sheer(x)) for x in xs),
        (left + LENGTH, sheer(LENGTH) - 4),
        (left + LENGTH - 10, 262),
        (left + LENGTH - 46, 276),
        (left + LENGTH - 70, WATER + 4),
        (left + 166, WATER + 4),
        (left + 148, 276),
    ]
    r.poly(outline, "#1c2026", lambda y, _x: 10 - np.clip((y - 256) / 40.0, 0, 1) * 3)
    rust = (r.a > 0.5) & (np.mgrid[0 : r.h, 0 : r.w][0] > 270) & (n > 0.60)
    r.rgb[rust] = colour("#43291f")
    for x in range(132, LENGTH - 4):
        y = sheer(x)
        r.rect((left + x, y, 1, 2), "#c8a868", 12)
        if 150 < x < LENGTH - 40:
            r.rect((left + x, y + 10, 1, 11), "#d0c8b4", 10, colour("#d0c8b4") * 0.16)
            if x % 30 < 12:
                r.rect((left + x, y + 12, 1, 7), "#16181c", 10)
            if x % 30 in (0, 12):
                r.rect((left + x, y + 12, 1, 7), "#8a8474", 11)
    r.rect((left + 158, WATER - 7, LENGTH - 232, 11), "#6a2c22", 9)
    for x in range(170, LENGTH - 90, 58):
        r.rect((left + x, sheer(x) + 23, 3, 3), "#d8b870", 11, colour("#ffd890") * 0.5)
    r.line((left + 2, 203), (left + 140, 246), SPAR, 12, 5)
    r.line((left, 201), (left + 70, 224), "#c8a468", 13, 2)
    r.poly(
        [(left + 118, 240), (left + 138, 246), (left + 150, 268), (left + 140, 262)], "#b89858", 13
    )  # figurehead's scroll
    r.disc((left + 122, 238, 4, 5), "#d8bc80", 14)


def _deck(r: Relief, left: float) -> None:
    """Rails, houses, boats in davits, a few of the crew."""
    for x in range(140, LENGTH - 8, 4):
        r.rect((left + x, sheer(x) - 8, 1, 8), "#6a5c48", 8)
    for x in range(136, LENGTH - 6):
        r.rect((left + x, sheer(x) - 9, 1, 1), "#a08c64", 9)
    for x, wide, tall in ((170, 120, 14), (450, 110, 20), (750, 128, 21), (1060, 116, 20), (1380, 150, 18)):
        y = sheer(x + wide / 2) - tall
        r.rect((left + x, y, wide, tall), "#a89878", 8)
        r.rect((left + x - 4, y - 3, wide + 8, 3), "#c8b894", 10)
        for q in range(x + 9, x + wide - 9, 16):
            r.rect((left + q, y + 5, 7, 6), "#ffd890", 7, colour("#ffc870") * 0.8)
            r.rect((left + q - 1, y + 4, 9, 1), "#6a5c44", 9)
    for x in (560, 880, 1180):
        y = sheer(x) - 20
        r.poly([(left + x, y), (left + x + 58, y), (left + x + 50, y + 10), (left + x + 8, y + 10)], "#e0d8c4", 13)
        r.rect((left + x, y - 1, 58, 2), "#8a6a44", 14)
        for q in (8, 48):
            r.curve([(left + x + q, y + 18), (left + x + q, y - 10), (left + x + q + 5, y - 13)], "#d8d0b8", 14)
    for x, tone in (
        (212, "#2c3444"),
        (330, "#5a3a30"),
        (712, "#3a3a34"),
        (728, "#24303c"),
        (1030, "#4a3a44"),
        (1330, "#2c3430"),
        (1480, "#3c2c28"),
    ):
        y = sheer(x)
        r.rect((left + x, y - 18, 5, 12), tone, 12)
        r.rect((left + x + 1, y - 22, 3, 4), "#9a6c50", 13)


def _mast(r: Relief, left: float, mast: tuple[int, int, int], i: int) -> None:
    x, top, square = mast
    x = left + x
    foot = sheer(mast[0])
    for y0, y1, wide, tone in (
        (top + 128, foot, 7, "#b88c54"),
        (top + 60, top + 136, 5, "#a87e4c"),
        (top, top + 68, 3, "#94704a"),
    ):
        r.rect((x - wide // 2, y0, wide, y1 - y0), tone, lambda _y, xx, x=x, wide=wide: 11 + wide / 2 - np.abs(xx - x))
    for y, wide in ((top + 130, 22), (top + 64, 14)):
        r.rect((x - wide / 2, y, wide, 3), "#3c3020", 14)
    if not square:
        r.line((x + 2, 214), (x + 170, 202), DARK_SPAR, 13, 4)
        r.line((x + 2, top + 86), (x + 120, top + 44), DARK_SPAR, 13, 3)
        for q in range(6, 160):
            r.rect((x + q, 207 - q * 0.07, 1, 6), CANVAS, 13)
        return
    yards = ((206, 88), (178, 82), (152, 76), (116, 66), (88, 58), (60, 48))
    for k, (dy, half) in enumerate(yards):
        y = top + dy - 14
        full = (i, k) in ((0, 3), (0, 4), (1, 2), (1, 3), (2, 3))
        if full:
            _sail(r, x, y + 4, half * 0.94, yards[k - 1][1] * 0.94, top + yards[k - 1][0] - 20 - y, i + k)
        r.rect((x - half, y, half * 2, 3), DARK_SPAR, 15)
        r.rect((x - half, y, half * 2, 1), "#8a6c48", 16)
        if not full:
            for q in range(int(-half * 0.92), int(half * 0.92)):
                tall = 3 + 1.2 * math.sin(q * 0.45 + k) + (1 - abs(q) / half) * 2.4
                r.rect((x + q, y - tall, 1, tall), CANVAS if (q + k) % 9 else "#9a8c70", 14 + math.sin(q * 0.45 + k))


def _sail(r: Relief, x: float, y: float, top: float, foot: float, tall: float, seed: int) -> None:
    """A square sail with the sun through it: seams, reef points, a belly's shading."""
    for dy in range(int(tall)):
        t = dy / tall
        half = top + (foot - top) * t - 5 * math.sin(t * math.pi)
        for q in range(int(-half), int(half)):
            u = q / half
            belly = 0.80 + 0.20 * math.cos(u * 2.2 + 0.5) - 0.16 * t + 0.05 * math.sin(t * 7 + u * 3 + seed)
            arch = 7 * (1 - u * u) * (t > 0.86) * (t - 0.86) / 0.14
            if dy > tall - arch:
                continue
            tone = colour("#f6e2b4") * belly * (0.90 if int(q + half) % 15 == 0 else 1)
            r.rect((x + q, y + dy, 1, 1), tone, 14 + 5 * (1 - u * u) * math.sin(t * math.pi), tone * 0.72)
    for q in range(int(-top * 0.8), int(top * 0.8), 8):
        r.rect((x + q, y + tall * 0.28, 1, 4), "#8a7a58", 18)


def _rigging(r: Relief, left: float) -> None:
    for i, (mx, top, square) in enumerate(MASTS):
        x, foot = left + mx, sheer(mx) - 6
        for side in (-1, 1):
            for k in range(5):
                r.line((x + side * (16 + k * 8), foot), (x + side * 2, top + 132), ROPE, 1)
            for k in range(3):
                r.line((x + side * (8 - k), top + 130), (x, top + 60 - k * 10), ROPE, 1)
            for y in range(top + 144, int(foot), 6):
                t = (y - top - 132) / (foot - top - 132)
                r.line((x + side * (2 + 14 * t), y), (x + side * (2 + 46 * t), y), ROPE, 1)
            r.line((x + side * (62 if side > 0 else 50), foot), (x, top + 64), ROPE, 1)
            r.line((x + side * (74 if side > 0 else 58), foot), (x, top + 8), ROPE, 1)
        if i < 3:
            nx, ntop, _ = MASTS[i + 1]
            for a, b in ((top + 6, ntop + 62), (top + 64, ntop + 128), (top + 130, sheer(nx) - 12)):
                r.line((left + nx, a + ntop - top), (x + 4, b if b > 160 else b + 6), ROPE, 1)
        if square:
            for dy, half in ((206, 88), (152, 76), (88, 58)):
                for side in (-1, 1):
                    r.line((x + side * half, top + dy - 14), (x, top + dy - 46), ROPE, 1)
                    nx = left + (MASTS[i + 1][0] if i < 3 else mx + 200)
                    r.line((x + side * half, top + dy - 13), (nx - 10, top + dy + 24), ROPE, 1) if side > 0 else None
    fx = left + MASTS[0][0]
    for a, b, y in ((24, 4, 204), (64, 34, 213), (92, 66, 222), (130, 100, 233)):
        r.line((fx, a), (left + b, y), ROPE, 1)
    jx = left + MASTS[3][0]
    r.line((jx, 50), (left + LENGTH - 6, sheer(LENGTH) - 8), ROPE, 1)
    r.line((jx + 120, 88), (left + LENGTH - 30, sheer(LENGTH) - 8), ROPE, 1)
    flags = hang((fx, 22), (left + MASTS[1][0], 16), 16, 22)
    for k, (x, y) in enumerate(flags[1:-1]):
        r.rect((x, y, 6, 5), ("#b83a30", "#e0d8c4", "#2c4c8c", "#d8a830")[k % 4], 2)


def jibs(r: Relief, left: float) -> None:
    """Two headsails hung out to dry, the sun through them."""
    for (ax, ay), (bx, by), (cx, cy), k in (
        ((346, 78), (60, 210), (176, 222), 0),
        ((350, 138), (112, 230), (236, 230), 1),
    ):
        stamp = r.poly_stamp([(left + ax, ay), (left + bx, by), (left + cx, cy)])
        if stamp:
            yy, xx = np.mgrid[stamp[0] : stamp[1], stamp[2] : stamp[3]]
            shade = 0.86 - 0.14 * k + 0.12 * np.sin((xx + yy * 0.7) * 0.05)
            shade = np.where((xx + yy // 2) % 17 == 0, shade * 0.9, shade)
            tone = colour("#f4e0b0") * shade[..., None]
            r.put(stamp, tone, 6, tone * 0.70)
