"""Where he stands: the stairs' head, wet stone with the sun in it, balustrades, and the urns that frame the picture."""

import math

import numpy as np

from ..paint.colour import Array, blend, colour, gradient, smooth
from ..paint.noise import fbm
from ..paint.relief import Relief
from ..paint.relight import Daylight, light
from ..paint.textures import ramp
from ..stage import HEIGHT, Painted, Window
from .light import SUN_X, at, printed


def _balustrade(r: Relief, a: int, b: int, foot: int) -> None:
    """Balusters between two posts, seen against the light."""
    r.rect((a, foot - 30, b - a, 5), "#9c8a68", 12)
    r.rect((a, foot - 31, b - a, 1), "#e8d4a4", 13)
    r.rect((a, foot - 5, b - a, 6), "#94825e", 12)
    for x in range(a + 4, b - 5, 11):
        for y in range(foot - 25, foot - 4):
            t = (y - foot + 25) / 21
            half = 1.6 + 2.6 * math.sin(min(1.0, t * 1.25) * math.pi) if t < 0.8 else 2.2
            r.rect((x + 3 - half, y, half * 2, 1), "#8c7a5c", 10)
            r.rect((x + 2 + half, y, 1, 1), "#e8d4a4", 11)
    for x in (a, b):
        r.rect((x - 7, foot - 36, 14, 38), "#988664", 15)
        r.rect((x + 6, foot - 34, 1, 36), "#ecd8a8", 16)
        r.rect((x - 9, foot - 38, 18, 4), "#b4a078", 17)
        r.rect((x - 9, foot - 39, 18, 1), "#f0dcac", 18)


def _casts(lit: Array, window: Window, edge: int) -> None:
    """Shadows of urns and posts, thrown to the left and towards us."""
    yy, xx = np.mgrid[edge:HEIGHT, 0 : window.width].astype(np.float32)
    for screen, wide in ((196, 8), (444, 8), (548, 30)):
        x = at(window, screen) - (yy - edge) * 0.75
        dark = np.abs(xx - x) < wide * (1 + (yy - edge) / 90)
        lit[edge:] *= (1 - 0.42 * dark)[..., None]


def terrace(window: Window) -> Painted:
    """The top stairs falling away, then the wet stone he stands on: the sun lies on it in pieces."""
    r, w = Relief(window.width, HEIGHT), window.width
    edge = 298
    for k in range(5):
        y = edge - 15 + k * 3
        r.rect((0, y, w, 3), colour("#c8b898") * (0.72 + 0.07 * k), 2 + k)
        r.rect((0, y, w, 1), "#efe2c6", 3 + k)
    yy, xx = np.mgrid[edge:HEIGHT, 0:w].astype(np.float32)
    u = (xx - at(window, 320)) / (yy - 205) * 100
    v = np.log((yy - 205) / 93.0) * 9
    seam = (u % 40 < 40 * 62 / (yy - 205) / 40) | (v % 1 < 0.10)
    cell = (np.floor(u / 40) * 7 + np.floor(v) * 13) % 5 / 5
    tone = np.clip(0.18 + cell * 0.4 + (fbm(HEIGHT - edge, w, 70, 14, 3, 4) - 0.5) * 0.7, 0, 0.99)
    base = ramp(["#c4a470", "#d0b27c", "#dabc8a", "#e4ca9a", "#eedaae"], tone)
    wet = fbm(HEIGHT - edge, w, 120, 9, 23, 4) + 0.17 * np.exp(
        -(((xx - at(window, 320)) / 105) ** 2) - ((yy - 320) / 22) ** 2
    )
    pool = wet > 0.60
    r.put((edge, HEIGHT, 0, w, np.ones(yy.shape, bool)), np.where(seam[..., None], colour("#8a7a62"), base), 8)
    for a, b in ((70, 196), (444, 570)):
        _balustrade(r, at(window, a), at(window, b), edge + 3)
    lit = light(
        r, Daylight((0.50, -0.80, 0.42), "#fff0d0", 2.0, "#a8c8f4", "#8c8478", 0.75, 1.0, 40, 4.0, (0.2, 0.2, 0.2))
    )
    sky_in = gradient([(0, "#c8e0f2"), (0.35, "#64a4e0"), (1, "#3070c0")], (yy - edge) / (HEIGHT - edge))
    lit[edge:] = np.where(pool[..., None], blend(lit[edge:], sky_in, 0.66), lit[edge:])
    near = 0.8 * np.exp(-np.abs(xx - at(window, SUN_X)) / 80)
    ripple = fbm(HEIGHT - edge, w, 34, 2.2, 77, 3)
    for limit, power in ((0.74, 0.22), (0.84, 0.35), (0.93, 0.5)):  # nearer the sun's column more of the stone glitters
        lit[edge:] += colour("#fff0d0") * ((ripple + near * 0.46 > limit) * power * near)[..., None]
    _casts(lit, window, edge)
    lit *= (1 - 0.26 * smooth(330, 384, np.mgrid[0:HEIGHT, 0:w][0]))[..., None]
    return printed(lit, r.a > 0.5)


def _wreath(r: Relief, x: int, y: int) -> None:
    """A ring of laurel in the pedestal's panel."""
    for k in range(22):
        a = k / 22 * 2 * math.pi
        cx, cy = x + 20 * math.cos(a), y + 20 * math.sin(a)
        r.line(
            (cx - 4 * math.sin(a) - 2, cy + 4 * math.cos(a)),
            (cx + 4 * math.sin(a) + 2, cy - 4 * math.cos(a)),
            "#bca678",
            21,
            3,
        )


def front(window: Window) -> Painted:
    """Urns on their pedestals left and right: dark, edged with sun."""
    r = Relief(window.width, HEIGHT)
    for screen in (36, 604):
        x = at(window, screen)
        r.rect((x - 50, 296, 100, 92), "#beac88", 18)
        r.rect((x - 56, 288, 112, 10), "#decea8", 22)
        r.rect((x - 38, 310, 76, 60), "#ae9a78", 15)
        r.rect((x - 34, 314, 68, 70), "#c6b48e", 17)
        _wreath(r, x, 346)
        r.rect((x - 15, 278, 30, 11), "#a8987c", 22)
        for y in range(224, 279):
            t = (y - 224) / 54
            half = float(np.interp(t, (0, 0.12, 0.3, 0.5, 0.7, 0.85, 1), (30, 25, 27, 30, 26, 14, 10)))
            r.rect(
                (x - half, y, half * 2, 1),
                "#c8b690",
                lambda _y, xx, x=x, q=half: 24 + np.sqrt(np.clip(q * q - (xx + 0.5 - x) ** 2, 0, None)) * 0.8,
            )
        r.rect((x - 35, 220, 70, 6), "#decea8", 40)
        r.rect(
            (x - 27, 241, 54, 2),
            "#beb090",
            lambda _y, xx, x=x: 27 + np.sqrt(np.clip(784 - (xx + 0.5 - x) ** 2, 0, None)) * 0.8,
        )
    lit = light(
        r, Daylight((0.66, -0.66, 0.21), "#fff0d0", 2.2, "#94bcf0", "#8a7c6c", 0.66, 1.0, 60, 4.0, (0.3, 0.3, 0.3))
    )
    return printed(lit, r.a > 0.5)
