"""What is seen through the arches: the sky, the far bank, the river."""

import numpy as np

from ..paint.colour import blend, colour, gradient, smooth
from ..paint.film import develop, steps
from ..paint.motifs import clouds
from ..paint.noise import value_noise
from ..paint.relief import Relief
from ..paint.relight import Daylight, light
from ..stage import HORIZON, LEAD, Painted, Window
from .light import LENGTH, LOOK, SUN_X, SUN_Y


def sky(w: Window) -> Painted:
    h = HORIZON + 4
    yy, xx = np.mgrid[0:h, 0 : w.width].astype(np.float32)
    sx = w.column(LENGTH / 2 - LEAD, SUN_X)
    d = np.hypot(xx - sx, yy - SUN_Y)
    out = gradient([(0, "#6c8498"), (0.45, "#a8b0ac"), (0.8, "#ecd4a8"), (1, "#ffe2ac")], yy / 236)
    out = blend(out, colour("#fff0c8") * 1.15, np.exp(-d / 95) * 0.8)
    cl = steps(clouds(h, w.width, (60, 220), 12, (130, 9), 0.52), 5)
    out = blend(out, colour("#fff0d0"), cl * 0.5)
    return Painted(develop(out, LOOK), np.ones((h, w.width), bool))


def far_bank(w: Window) -> Painted:
    """Wooded ridges, and the rowing clubs before them; all in the river's mist."""
    h, hz = HORIZON + 2, HORIZON
    back, r, rng = Relief(w.width, h), Relief(w.width, h), np.random.default_rng(3)
    for ridge, tone, step in ((58, "#a4aaa4", 11), (34, "#80847a", 8)):
        for x in range(-20, w.width + 20, step):
            top = ridge * (0.72 + 0.2 * np.sin(x / 87 + ridge) + 0.08 * np.sin(x / 31)) + rng.uniform(-3, 3)
            back.disc((x, hz - top + 8, rng.uniform(8, 15), rng.uniform(7, 11)), tone)
            back.rect((x - 8, hz - top + 8, 16, top), tone)
    x, k = 150.0, 0
    while x < min(w.width, 760):
        if rng.random() < 0.42:
            _bare_crown(r, x + 8, hz, rng)
            x += 16
        x += CLUBS[k % len(CLUBS)](r, x, hz) + float(rng.integers(4, 15))
        k += 1
    for x in (150, 420, 700):
        r.rect((x, hz - 3, 34, 3), "#8a7c64", 5)
    day = Daylight((0.5, -0.5, -0.12), "#ffdca4", 1.0, "#98a4ac", "#5a5450", 0.7, 1.0, 0)
    yy, xx = np.mgrid[0:h, 0 : w.width].astype(np.float32)
    sunlit = np.exp(-np.abs(xx - w.column(LENGTH / 2 - LEAD, SUN_X)) / 210)
    mist = blend(np.broadcast_to(colour("#b4bec0"), (h, w.width, 3)), colour("#f0d8a8"), sunlit)
    img = np.where((r.a > 0.5)[..., None], light(r, day), blend(light(back, day), mist, 0.56))
    img = blend(img, mist, 0.2 + 0.34 * smooth(hz - 14, hz + 2, yy))
    return Painted(develop(img, LOOK), (r.a + back.a) > 0.5)


def _bare_crown(r: Relief, x: float, foot: int, rng: np.random.Generator) -> None:
    """A bare tree on the bank: a trunk and a fan of twigs."""
    tall = float(rng.uniform(24, 38))
    r.line((x, foot), (x, foot - tall * 0.5), "#4c4840", 5, 1.6)
    for q in range(9):
        angle = (q - 4) * 0.24 + float(rng.uniform(-0.1, 0.1))
        reach = tall * float(rng.uniform(0.5, 0.72))
        tip = (x + reach * np.sin(angle), foot - tall * 0.4 - reach * np.cos(angle))
        r.line((x, foot - tall * (0.3 + 0.02 * q)), tip, "#5c564a", 4)


def _lit(r: Relief, x: float, y: float) -> None:
    r.rect((x, y, 3, 4), "#ffe0a0", 3, colour("#ffd890") * 0.8)


def _gabled(r: Relief, x: float, foot: int) -> float:
    """A wide club with a cross gable and a balcony."""
    r.rect((x, foot - 20, 52, 22), "#6a4a3a", 4)
    r.poly([(x - 3, foot - 20), (x + 8, foot - 30), (x + 44, foot - 30), (x + 55, foot - 20)], "#4a4440", 6)
    r.poly([(x + 14, foot - 20), (x + 26, foot - 38), (x + 38, foot - 20)], "#7c5a46", 7)
    r.rect((x - 2, foot - 13, 56, 1), "#b0a088", 8)
    for q in (6, 24, 42):
        r.rect((x + q - 2, foot - 9, 9, 11), "#2c2824", 3)
    _lit(r, x + 25, foot - 29)
    return 52


def _towered(r: Relief, x: float, foot: int) -> float:
    """A stone club with a round tower under a cone, and a flag on it."""
    r.rect((x, foot - 42, 13, 44), "#5c5a54", 6)
    r.poly([(x - 2, foot - 42), (x + 6.5, foot - 60), (x + 15, foot - 42)], "#46423e", 8)
    r.rect((x + 6, foot - 69, 1, 10), "#46423e", 8)
    r.rect((x + 7, foot - 69, 6, 3), "#8a4a3a", 8)
    r.rect((x + 13, foot - 24, 34, 26), "#66625a", 4)
    r.poly([(x + 13, foot - 24), (x + 20, foot - 33), (x + 42, foot - 33), (x + 49, foot - 24)], "#4c4844", 6)
    for q in (18, 32):
        r.rect((x + q, foot - 9, 10, 11), "#2a2826", 3)
    _lit(r, x + 5, foot - 34)
    _lit(r, x + 36, foot - 18)
    return 49


def _shed(r: Relief, x: float, foot: int) -> float:
    """A low boat shed with three doors under a flat roof."""
    r.rect((x, foot - 14, 44, 16), "#59625e", 4)
    r.rect((x - 1, foot - 16, 46, 2), "#8c8e84", 6)
    for q in (3, 17, 31):
        r.rect((x + q, foot - 9, 10, 11), "#262a2a", 3)
    return 44


def _hipped(r: Relief, x: float, foot: int) -> float:
    """Two storeys of half timber under a hipped roof, two chimneys."""
    r.rect((x, foot - 28, 36, 30), "#9a8a70", 4)
    for q in (0, 9, 18, 27, 34):
        r.rect((x + q, foot - 28, 1.6, 16), "#54443a", 5)
    r.rect((x, foot - 14, 36, 16), "#64503f", 5)
    r.poly([(x - 3, foot - 28), (x + 9, foot - 42), (x + 27, foot - 42), (x + 39, foot - 28)], "#544038", 7)
    for q in (6, 27):
        r.rect((x + q, foot - 49, 4, 12), "#6e4a3c", 8)
    r.rect((x + 12, foot - 9, 12, 11), "#2c2622", 4)
    _lit(r, x + 4, foot - 23)
    _lit(r, x + 29, foot - 23)
    return 36


def _twin(r: Relief, x: float, foot: int) -> float:
    """Two steep gables side by side over a terrace."""
    for q, tone in ((0, "#74604a"), (22, "#665240")):
        r.rect((x + q, foot - 22, 21, 24), tone, 4)
        r.poly([(x + q - 1, foot - 22), (x + q + 10.5, foot - 40), (x + q + 22, foot - 22)], "#423c3a", 6)
        r.rect((x + q + 6, foot - 10, 9, 12), "#2a2624", 3)
        _lit(r, x + q + 9, foot - 24)
    return 43


CLUBS = (_gabled, _towered, _shed, _hipped, _twin, _shed, _gabled, _twin, _hipped, _towered)


def water(w: Window) -> Painted:
    """The river's near reach: cold and blue, with a path of light under the sun."""
    h = 300
    out = np.zeros((h, w.width, 3), np.float32)
    sunlit = np.exp(-np.abs(np.arange(w.width) - w.column(LENGTH / 2 - LEAD, SUN_X)) / 120).astype(np.float32)
    for y in range(HORIZON, h):
        k = (y - HORIZON) / 50
        n = (
            value_noise(1, w.width, 8 + 40 * k, 1, y * 7)[0] * 0.7
            + value_noise(1, w.width, 3 + 12 * k, 1, y * 3 + 1)[0] * 0.3
        )
        calm = gradient([(0, "#c8c8b8"), (0.3, "#8aa4b0"), (1, "#46687c")], np.float32(k))
        row = calm + (colour("#f6deb0") - calm) * sunlit[:, None] * 0.8
        row[n < 0.38] *= gradient([(0, "#d8d8d4"), (1, "#8a949c")], np.float32(k))
        dash = colour("#c4d4d8") + (colour("#fff2cc") * 1.2 - colour("#c4d4d8")) * sunlit[:, None]
        row = np.where((n > 0.66 - 0.1 * sunlit)[:, None], dash, row)
        out[y] = row
    return Painted(develop(out, LOOK), np.mgrid[0:h, 0 : w.width][0] >= HORIZON)
