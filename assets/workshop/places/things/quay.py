"""Things that stand about on the quay and along the river, as reliefs."""

import math

import numpy as np

from ..paint.motifs import lattice
from ..paint.relief import Relief, hang, round_height


def coil() -> Relief:
    """A coil of rope."""
    r = Relief(46, 22)
    for i, (rx, y) in enumerate(((22, 15), (21, 12), (20, 9), (17, 7))):
        r.disc((23, y, rx, 6), ("#8a7a58", "#9a8a64", "#a8966c", "#8a7a58")[i], 4 + i * 2)
    r.disc((23, 6, 8, 2.4), "#3a3226", 8)
    return r


def sacks() -> Relief:
    """A pile of sacks."""
    r, rng = Relief(92, 46), np.random.default_rng(4)
    for row, n in ((0, 4), (1, 3), (2, 2)):
        for i in range(n):
            x, y = 12 + row * 11 + i * 22, 38 - row * 13
            r.disc(
                (x, y, 12, 8),
                ("#a08c68", "#8c7a5a", "#b09a74")[int(rng.integers(0, 3))],
                lambda yy, xx, x=x, y=y: 8 - ((xx - x) / 8) ** 2 - ((yy - y) / 5) ** 2,
            )
            r.line((x - 9, y - 5), (x - 11, y - 8), "#6a5a40", 9)
    return r


def gangway() -> Relief:
    """A gangway up to a ship."""
    r = Relief(250, 150)
    r.poly([(0, 138), (6, 130), (244, 14), (250, 22), (12, 146)], "#7a6a50", 6)
    for t in np.linspace(0, 1, 18):
        x, y = 8 + 236 * t, 134 - 118 * t
        r.rect((x, y - 26, 1, 26), "#d0c8b0", 7)
    r.line((8, 108), (244, -10), "#d0c8b0", 7)
    r.line((8, 118), (244, 0), "#a89878", 7)
    r.rect((40, 128, 4, 22), "#4a4038", 5)
    r.rect((2, 138, 30, 12), "#4a4038", 6)
    return r


def crane() -> Relief:
    """A harbour crane with its house and jib."""
    r, c = Relief(380, 330), "#3c4448"
    lattice(r, (40, 190), (52, 330), 12, c)
    lattice(r, (150, 190), (162, 330), 12, c)
    r.rect((30, 182, 144, 12), c, 6)
    r.line((46, 196), (156, 328), c, 4, 2)
    r.line((156, 196), (46, 328), c, 4, 2)
    r.rect((62, 118, 84, 64), "#6a3a2c", 6)
    r.rect((56, 110, 96, 9), "#2c2a2c", 8)
    for x in (70, 112):
        r.rect((x, 130, 24, 20), "#2c3844", 5)
        r.rect((x + 11, 130, 2, 20), "#8a7a60", 7)
    for t in np.linspace(0, 1, 24):
        x, y = 130 + 236 * t, 112 - 104 * t
        r.line((x, y), (x + 10, y - 4 + 10 * (1 - t)), c, 5)
        r.line((x, y + 9 * (1 - t) + 3), (x + 10, y - 4), c, 5)
    r.line((130, 110), (372, 4), c, 6, 2)
    r.line((132, 122), (372, 8), c, 6, 2)
    r.line((90, 60), (372, 6), "#2a2826", 6)
    r.line((90, 60), (98, 112), c, 6, 3)
    r.rect((366, 6, 1, 150), "#2a2826", 5)
    r.poly([(352, 156), (380, 156), (376, 176), (356, 176)], "#5c4a34", 6)
    return r


def nets() -> Relief:
    """Nets hung up to dry."""
    r = Relief(330, 120)
    for x in (6, 112, 218, 322):
        r.rect((x, 6, 4, 114), "#5a4a38", 6)
    for a in (8, 114, 220):
        top = hang((a, 12), (a + 106, 12), 12, 40)
        for i, (x, y) in enumerate(top):
            low = 74 + 14 * math.sin(i * 0.35 + a)
            r.rect((x, y, 1, 1), "#3a342c", 4)
            for q in range(int(y), int(low)):
                if (int(x) + q) % 6 == 0 or (int(x) - q) % 6 == 0:
                    r.rect((x, q, 1, 1), "#4a4a40", 3)
                    r.rect((x + 1, q, 1, 1), "#4a4a40", 3)
        for i in range(0, 40, 6):
            r.disc((top[i][0], top[i][1] + 1, 3, 2.4), "#b06a38", 6)
    return r


def lamp() -> Relief:
    """A quayside lamp post."""
    r = Relief(40, 212)
    r.rect((18, 26, 4, 186), "#1e2226", round_height(20, 2, 5))
    r.rect((13, 196, 14, 16), "#1e2226", 6)
    r.rect((15, 60, 10, 4), "#2a2e32", 7)
    r.poly([(12, 26), (28, 26), (25, 8), (15, 8)], "#e0d8c0", 5)
    r.poly([(11, 9), (29, 9), (20, 0)], "#1e2226", 7)
    r.rect((19, 8, 2, 18), "#1e2226", 6)
    return r


def bench() -> Relief:
    """A bench."""
    r = Relief(84, 40)
    for y in (4, 10, 22):
        r.rect((2, y, 80, 4), "#6a5238", 6)
    for x in (8, 70):
        r.rect((x, 2, 4, 38), "#2a2c2e", 5)
    return r


def mast() -> Relief:
    """A flag mast."""
    r = Relief(10, 300)
    r.rect((4, 4, 3, 296), "#d8d4c8", round_height(5.5, 1.6, 5))
    r.disc((5, 3, 3, 3), "#d8b060", 7)
    return r


def anchor() -> Relief:
    """An old anchor on its stone."""
    r, c = Relief(70, 74), "#2a2c30"
    r.rect((4, 60, 62, 14), "#86827a", 5)
    r.rect((32, 12, 6, 48), c, 8)
    r.rect((20, 18, 30, 5), c, 8)
    r.disc((35, 8, 7, 7), c, 8)
    r.disc((35, 8, 3.4, 3.4), "#86827a", 2)
    r.curve([(10, 40), (16, 54), (35, 61), (54, 54), (60, 40)], c, 8, 5)
    r.poly([(4, 46), (10, 34), (17, 44)], c, 8)
    r.poly([(53, 44), (60, 34), (66, 46)], c, 8)
    return r


def tree(w: int, h: int, seed: int) -> Relief:
    """A bare plane tree with patched bark."""
    r, rng = Relief(w, h), np.random.default_rng(seed + 60)

    def limb(x: float, y: float, angle: float, long: float, thick: float) -> None:
        x1, y1 = x + math.cos(angle) * long, y - math.sin(angle) * long
        r.line((x, y), (x1, y1), "#3c342e" if thick > 3 else "#2e2824", thick + 3, max(1, thick))
        if thick > 3:
            r.line((x - thick * 0.3, y), (x1 - thick * 0.3, y1), "#6a6050", thick + 4, 1)
        if thick < 0.9:
            return
        for _ in range(2 if thick > 1.6 else int(rng.integers(2, 4))):
            limb(x1, y1, angle + rng.normal(0, 0.42), long * rng.uniform(0.68, 0.86), thick * 0.66)

    limb(w / 2, h, math.pi / 2 + rng.normal(0, 0.05), h * 0.26, 9)
    return r
