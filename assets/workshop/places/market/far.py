"""What is behind the market: the sky with the sun, far roofs, the houses down the side streets."""

import numpy as np

from ..paint.colour import blend, colour, gradient, smooth
from ..paint.film import develop, steps
from ..paint.motifs import Roofs, clouds, skyline, water_tank
from ..paint.relief import Relief
from ..paint.relight import Daylight, light
from ..stage import HORIZON, LEAD, Painted, Window, ground_y
from .light import LENGTH, LOOK, SUN_X, SUN_Y, air
from .scene import OPEN


def sky(w: Window) -> Painted:
    h = HORIZON + 30
    yy, xx = np.mgrid[0:h, 0 : w.width].astype(np.float32)
    sx = w.column(LENGTH / 2 - LEAD, SUN_X)
    d = np.hypot(xx - sx, (yy - SUN_Y) * 1.1)
    out = gradient(
        [(0, "#5c7894"), (0.3, "#8c9ca4"), (0.55, "#d8bc90"), (0.8, "#f4cc90"), (1, "#ffdca0")], yy / HORIZON
    )
    out = blend(out, colour("#fff0c8") * 1.7, np.exp(-d / 80) * 0.9)
    cl = steps(clouds(h, w.width, (0, 150), 4, (150, 12), 0.5, 20), 6)
    out = blend(
        out,
        gradient([(0, "#8c98a8"), (0.6, "#f0c8a0"), (1, "#fff0d0")], np.clip(np.exp(-d / 170) * 1.2, 0, 1)),
        cl * 0.75,
    )
    out = out + colour("#ffd8a0") * (np.clip(cl - np.roll(cl, -2, 0), 0, 1) * np.exp(-d / 200) * 0.8)[..., None]
    out = out + colour("#fff6dc") * (np.exp(-((d / 17) ** 4)) * 4)[..., None]
    return Painted(develop(out, LOOK), np.ones((h, w.width), bool))


def distance(w: Window) -> Painted:
    """Far roofs, tanks and a steeple or two, nearly the colour of the air."""
    h = HORIZON + 30
    r = Relief(w.width, h)
    skyline(r, HORIZON - 6, 21, Roofs((9, 24), (20, 62), tanks=0.4))
    for x, tall in ((140, 132), (520, 118), (860, 140)):
        r.poly([(x - 9, HORIZON - tall + 34), (x, HORIZON - tall), (x + 9, HORIZON - tall + 34)], "#000000")
        r.rect((x - 7, HORIZON - tall + 30, 14, 120), "#000000")
        r.rect((x - 1, HORIZON - tall - 8, 2, 10), "#000000")
    for x in (300, 700):
        water_tank(r, x, HORIZON - 54, 3, "#000000")
    yy = np.mgrid[0:h, 0 : w.width][0]
    img = blend(
        np.broadcast_to(colour("#a08468"), (h, w.width, 3)), air(w), 0.45 + 0.4 * smooth(HORIZON - 60, HORIZON, yy)
    )
    return Painted(develop(img, LOOK), (r.a > 0.5) | (yy > HORIZON - 10))


def _row(w: Window, z: float, seed: int, inset: float, haze: float) -> Painted:
    """Houses further down the side streets, as their end walls beside the opening; the ground between them."""
    h = round(ground_y(z)) + 14
    r, rng, k = Relief(w.width, h), np.random.default_rng(seed), w.scale
    foot = ground_y(z)
    edges = [-60.0, *(v for a, b in OPEN for v in (a + inset, b - inset)), 200.0]
    for a, b in zip(edges[::2], edges[1::2], strict=False):
        x = w.px(a)
        stop = w.px(b)
        while x < stop - 4:
            wide = min(stop - x, rng.uniform(4.2, 5.4) * k)
            tall = rng.uniform(6.4, 9.4) * k
            tone = ("#5e3a2c", "#6a4634", "#56423a", "#74503c", "#7a6a58")[int(rng.integers(0, 5))]
            r.rect((x, foot - tall, wide, tall), tone, 4)
            r.rect((x - 1, foot - tall, wide + 2, 3), "#3a2c28", 6)
            r.rect((x + wide * 0.7, foot - tall - 9, 6, 10), "#4a3028", 5)
            r.rect((x, foot - tall + 5, wide, 2), "#8a7660", 5)
            r.rect((x, foot - 3.2 * k, wide, 2), "#8a7660", 5)
            r.rect((x + wide - 2, foot - tall, 2, tall), "#3a2c28", 6)
            for q in range(3):
                for y in np.arange(foot - tall + 0.9 * k, foot - k, 2.7 * k):
                    wx = x + wide * (0.14 + 0.28 * q)
                    glow = colour("#ffb860") * 0.8 if rng.random() < 0.22 else None
                    r.rect((wx, y, 0.7 * k, 1.3 * k), "#e09a50" if glow is not None else "#38404c", 2, glow)
                    r.rect((wx, y + 0.6 * k, 0.7 * k, 1), "#8a7660", 4)
                    r.rect((wx - 1, y + 1.3 * k, 0.7 * k + 2, 1), "#b0a48c", 5)
            x += wide
    r.rect((0, foot - 1, w.width, h), "#a88860", 1, colour("#ffca88") * 0.35)
    for y in range(int(foot), h, 2):
        r.rect((0, y, w.width, 1), "#8a6c4c", 1, colour("#ffca88") * 0.25)
    lit = light(r, Daylight((0.25, -0.6, -0.1), "#ffc880", 1.4, "#8c98b4", "#5a4838", 0.62, 1.0, 30))
    yy = np.mgrid[0:h, 0 : w.width][0]
    img = blend(lit, air(w), np.clip(haze + 0.25 * smooth(foot - 70, foot, yy), 0, 0.92))
    return Painted(develop(img, LOOK), r.a > 0.5)


def lane_far(w: Window) -> Painted:
    return _row(w, 40.0, 7, 1.1, 0.62)


def lane_middle(w: Window) -> Painted:
    return _row(w, 19.0, 3, 0.5, 0.40)
