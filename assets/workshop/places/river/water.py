"""The river's water: swell, the sun's road on it, and what floats or stands in it between the ship and the quay."""

import math

import numpy as np

from ..paint.colour import Array, blend, colour, gradient, smooth
from ..paint.film import develop
from ..paint.noise import value_noise
from ..paint.relief import Relief, round_height
from ..paint.relight import light
from ..paint.textures import boards
from ..stage import HORIZON, LEAD, Painted, Window
from .light import DAY, LENGTH, LOOK, SUN_X, air


def water(w: Window, rows: tuple[int, int], seed: int) -> Array:
    """Swell in dashes that widen towards us: the sky's gold far off, its blue near, deep blue in the troughs."""
    h = rows[1]
    out = np.zeros((h, w.width, 3), np.float32)
    for y in range(rows[0], rows[1]):
        near = (y - HORIZON) / 60
        base = gradient([(0, "#dccfae"), (0.14, "#86aab8"), (0.5, "#4680a0"), (1, "#285a7e")], np.float32(near))
        wide = 8 + 60 * near
        n = (
            value_noise(1, w.width, wide, 1, seed + y)[0] * 0.7
            + value_noise(1, w.width, wide / 3, 1, seed * 3 + y)[0] * 0.3
        )
        row = np.tile(base, (w.width, 1))
        row[n > 0.60] = gradient([(0, "#c2ccc4"), (1, "#78a8bc")], np.float32(near))
        row[n < 0.36] = colour("#1f4a6c") * (0.9 - 0.25 * near) + colour("#c0bca0") * (0.30 * (1 - near))
        row[n > 0.79] = colour("#f6eedc")
        out[y] = row
    return out


def far_water(w: Window) -> Painted:
    img = water(w, (HORIZON, 300), 11)
    yy = np.mgrid[0:300, 0 : w.width][0]
    img = blend(img, air(w), smooth(264, HORIZON - 2, yy) * 0.45)
    return Painted(develop(img, LOOK), yy >= HORIZON)


def _road(w: Window, rows: tuple[int, int]) -> Painted:
    h = rows[1]
    x, mask = np.arange(w.width), np.zeros((h, w.width), bool)
    sx = w.column(LENGTH / 2 - LEAD, SUN_X)
    for y in range(rows[0], h):
        k = y - HORIZON
        n = value_noise(1, w.width, 3 + k * 0.14, 1, y + 500)[0]
        mask[y] = n * np.exp(-np.abs(x - sx) / (56 + k * 1.6)) > 0.38 - 0.16 * math.exp(-k / 14)
    img = np.broadcast_to(colour("#fff0cc") * 1.7, (h, w.width, 3))
    return Painted(develop(img, LOOK), mask)


def glitter(w: Window) -> Painted:
    """The sun's road on the water: it keeps to the sun, whatever the water does."""
    return _road(w, (HORIZON + 1, 278))


def near_glitter(w: Window) -> Painted:
    """The same road between the ship and the quay."""
    return _road(w, (294, 309))


def near_water(w: Window) -> Painted:
    """Between her and the quay: water, pilings, a tug, a lighter, a rowing boat, drifting ice."""
    h = 316
    r, rng = Relief(w.width, h), np.random.default_rng(6)
    for cam in (150, 4500):
        _tug(r, w.column(cam, 420), 296)
    x = w.column(3700, 400)
    r.poly([(x, 276), (x + 230, 276), (x + 222, 300), (x + 8, 300)], "#4a3a30", 6)
    r.rect((x, 274, 230, 3), "#8a7a60", 8)
    for q in range(10, 200, 34):
        r.texture(x + q, 256, boards(28, 19, 5, ("#5c4a34", "#6c583e", "#7c684a"), q), 8)
    x = w.column(5100, 360)
    r.poly([(x, 288), (x + 64, 288), (x + 54, 300), (x + 8, 300)], "#7a3028", 6)
    r.rect((x, 287, 64, 2), "#d8c8a0", 8)
    for x in np.arange(30, w.width, 210):
        x = x + rng.uniform(-50, 50)
        for q in (0, 12, 7):
            tall = rng.uniform(24, 40)
            r.rect((x + q, 304 - tall, 7, tall + 12), "#3c342c", round_height(x + q + 3.5, 3.5, 6))
            r.rect((x + q, 303 - tall, 7, 2), "#c8d0d8", 12)
    for _ in range(46):
        x, y, wide = rng.uniform(0, w.width), rng.uniform(290, 306), rng.uniform(10, 40)
        r.poly(
            [(x, y), (x + wide * 0.3, y - 2), (x + wide * 0.8, y - 1.4), (x + wide, y + 1), (x + wide * 0.5, y + 2)],
            "#c4d0d8",
            2,
        )
    lit = light(r, DAY)
    lit = blend(lit, air(w), 0.10)
    swell = water(w, (HORIZON, h), 57)
    yy = np.mgrid[0:h, 0 : w.width][0]
    body = r.a > 0.5
    img = np.where(body[..., None], lit, swell)
    return Painted(develop(img, LOOK), body | (yy >= 294))


def _tug(r: Relief, x: float, y: float) -> None:
    r.poly(
        [
            (x, y - 18),
            (x + 30, y - 16),
            (x + 150, y - 18),
            (x + 160, y - 26),
            (x + 152, y + 6),
            (x + 10, y + 6),
            (x - 2, y - 8),
        ],
        "#242830",
        8,
    )
    r.rect((x, y - 19, 158, 2), "#b0784a", 10)
    for q in range(8, 150, 18):
        r.disc((x + q, y - 8, 5, 6), "#141416", 10)
    r.rect((x + 50, y - 44, 66, 27), "#8a3428", 8)
    r.rect((x + 78, y - 66, 40, 24), "#d0c4a8", 9)
    for q in range(82, 114, 9):
        r.rect((x + q, y - 61, 7, 9), "#2c3844", 8)
    r.rect((x + 74, y - 69, 48, 3), "#8a7a5c", 11)
    r.rect((x + 56, y - 78, 16, 36), "#2a2a2c", round_height(x + 64, 8, 9, 0.7))
    r.rect((x + 56, y - 70, 16, 8), "#b8a070", 15)
    r.line((x + 98, y - 69), (x + 98, y - 112), "#5a4630", 10, 2)
    r.line((x + 98, y - 104), (x + 20, y - 18), "#2a2622", 9)
