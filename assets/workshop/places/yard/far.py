"""The yard's far planes: the elevated railway, distant cars and strings of them running to the sun, portals, masts."""

import numpy as np

from ..paint.colour import blend, colour, gradient, smooth
from ..paint.film import develop, steps
from ..paint.motifs import Roofs, lattice, skyline, smoke
from ..paint.noise import fbm
from ..paint.relief import Relief
from ..paint.relight import Daylight, light
from ..stage import HORIZON, Painted, Window, ground_y
from .light import LOOK, haze_tint, rim


def elevated(w: Window) -> Painted:
    """The elevated railway on its bents, and the low town under it; 7 px a metre."""
    h, s = HORIZON + 30, w.scale
    r = Relief(w.width, h)
    rng = np.random.default_rng(12)
    skyline(r, HORIZON + 4, 31, Roofs((18, 52), (12, 30), 0.25, 0.2), "#4a4450")
    for x in range(0, w.width, 9):
        if rng.random() < 0.5:
            r.rect(
                (x, HORIZON - rng.integers(2, 16), 2, 2),
                None,
                None,
                colour("#ffb860") * (0.8 if rng.random() < 0.4 else 0),
            )
    deck, c, dk = HORIZON - 34, "#2c2631", "#221d26"
    r.rect((0, deck, w.width, 6), c, 3)
    for x in range(0, w.width, 8):
        r.line((x, deck + 6), (x + 8, deck + 12), dk, 3)
        r.line((x + 8, deck + 6), (x, deck + 12), dk, 3)
    r.rect((0, deck + 12, w.width, 2), c, 3)
    for x in range(14, w.width, round(14 * s)):
        for leg in (0, 20):
            r.rect((x + leg, deck, 4, 50), c, 3)
        r.rect((x, deck + 24, 24, 2), c, 3)
        r.line((x + 3, deck + 26), (x + 21, HORIZON + 6), dk, 3)
        r.line((x + 21, deck + 26), (x + 3, HORIZON + 6), dk, 3)
        r.rect((x + 8, deck - 18, 1, 18), dk, 3)
        r.rect((x + 5, deck - 18, 7, 1), dk, 3)
    for x in range(0, w.width, 5):
        r.rect((x, deck - 4, 1, 4), c, 3)
    r.rect((0, deck - 5, w.width, 1), c, 3)
    for _k, x in enumerate((210, 640, 930)):  # station houses on the line
        r.rect((x, deck - 22, 64, 18), "#3a323c", 4)
        r.poly([(x - 6, deck - 22), (x + 32, deck - 31), (x + 70, deck - 22)], "#2a242c", 5)
        for i in range(5):
            r.rect((x + 6 + i * 12, deck - 17, 6, 7), "#c89858", 3, colour("#ffb860") * 1.2)
    yy = np.mgrid[0:h, 0 : w.width][0]
    r.rect((0, HORIZON + 2, w.width, 40), "#5c4c48", 1)
    lit = light(r, Daylight((0.1, -0.6, -0.1), "#ffb878", 0.9, "#7c7486", "#3a3034", 0.7, 1.0, 0))
    img = blend(lit, haze_tint(w), 0.42 + 0.3 * smooth(HORIZON - 30, HORIZON + 4, yy))
    return Painted(develop(img, LOOK), (r.a > 0.5))


def far(w: Window) -> Painted:
    """The far tracks: lines of cars, lighting towers, coaling tower, portals, a switcher's plume; 15 px a metre."""
    h = 296
    r, rng = Relief(w.width, h), np.random.default_rng(5)
    foot = round(ground_y(36))
    strings = ((-120, 150, 1), (420, 250, 1), (900, 560, -1), (1330, 210, 1), (1900, 585, -1), (2500, 190, 1))
    for cam, sx, away in strings:
        _string(r, w.column(cam, sx), foot, away, int(rng.integers(0, 1000)))
    for x in range(60, w.width, 330):  # catenary portals across the tracks
        lattice(r, (x, foot - 150), (x + 6, foot), 7, "#2a2228")
        lattice(r, (x + 120, foot - 150), (x + 126, foot), 7, "#2a2228")
        lattice(r, (x, foot - 136), (x + 126, foot - 126), 9, "#2a2228")
        for q in (30, 62, 94):
            r.rect((x + q, foot - 126, 1, 10), "#2a2228", 3)
            r.rect((x + q - 2, foot - 117, 5, 3), "#4a3c38", 3)
    _landmarks(r, w, foot)
    yy = np.mgrid[0:h, 0 : w.width][0]
    lit = light(r, Daylight((0.1, -0.55, -0.16), "#ffb878", 1.3, "#6a6c90", "#3a3030", 0.62, 1.0, 30))
    mist = steps(smooth(HORIZON - 50, HORIZON + 20, yy) * (0.7 + 0.5 * fbm(h, w.width, 120, 14, 8, 3)), 12)
    img = blend(blend(lit, haze_tint(w), 0.16), haze_tint(w, 0.95), np.clip(mist * 0.44, 0, 0.5))
    mask = r.a > 0.5
    for cam, seed in ((700, 4), (2300, 9)):
        m = smoke(h, w.width, (w.column(cam, 420), foot - 60), 120, 130, seed, (5, 26))
        show = (m > 0.25) & ~mask
        img = np.where(show[..., None], blend(haze_tint(w), gradient([(0, "#8a7480"), (1, "#ffd8a0")], m), 0.8), img)
        mask = mask | show
    return Painted(develop(rim(img, r.a > 0.5, "#ffc890", 0.7), LOOK), mask)


def _landmarks(r: Relief, w: Window, foot: int) -> None:
    """Water tanks, lighting masts and a switcher at their places along the way."""
    _tank(r, w.column(560, 90), foot)
    _coaling(r, w.column(1500, 250), foot)
    for cam, sx in ((0, 120), (1000, 380), (2100, 120), (2700, 500)):
        x = w.column(cam, sx)
        lattice(r, (x, foot - 196), (x + 5, foot), 8, "#2a2428")
        r.rect((x - 8, foot - 200, 22, 3), "#2a2428", 4)
        for q in (-7, -1, 5, 11):
            r.rect((x + q, foot - 197, 3, 3), "#ffe0a0", 4, colour("#ffd890") * 1.6)
    x = w.column(2300, 410)  # the switcher
    r.rect((x - 60, foot - 44, 74, 32), "#26282c", 6)
    r.rect((x - 64, foot - 66, 30, 54), "#2c2e32", 6)
    r.rect((x - 58, foot - 60, 16, 12), "#ffc878", 5, colour("#ffb050") * 1.4)
    r.rect((x + 4, foot - 58, 8, 16), "#1e2024", 6)
    for wx in (-50, -30, -8, 8):
        r.disc((x + wx, foot - 6, 7, 7), "#141214", 5)
    r.disc((x + 15, foot - 34, 3, 3), "#fff0c0", 7, colour("#fff0c0") * 3)


def _coaling(r: Relief, x: float, foot: float) -> None:
    """A coaling tower over a track: a square bin on posts, a sloping conveyor up to its head, chutes to one side."""
    top, under, c = foot - 128, foot - 74, "#3a302e"
    r.poly([(x - 92, foot), (x - 84, foot), (x + 8, top - 12), (x + 2, top - 20)], "#332a2a", 5)
    for q in range(-80, 0, 16):
        r.rect((x + q, foot - (q + 92) * 1.42, 2, (q + 92) * 1.42), "#2a2226", 3)
    for leg in (4, 24, 46, 66):
        r.rect((x + leg, under, 4, 74), "#2c2428", 4)
    for a, b in ((4, 46), (24, 66)):
        r.line((x + a, foot - 4), (x + b, under), "#2a2226", 4, 1)
    r.rect((x, top, 74, under - top), c, 7)
    for q in range(4, 74, 10):
        r.rect((x + q, top + 2, 1, under - top - 4), "#2a2224", 8)
    r.poly([(x, under), (x + 74, under), (x + 58, under + 16), (x + 16, under + 16)], "#2e2626", 6)
    r.line((x + 70, under + 4), (x + 92, under + 30), "#2a2226", 6, 3)
    r.rect((x + 16, top - 26, 34, 26), "#352c2a", 8)
    r.poly([(x + 12, top - 26), (x + 33, top - 36), (x + 54, top - 26)], "#2a2224", 9)
    r.rect((x + 36, top - 20, 8, 8), "#ffc878", 7, colour("#ffb050") * 1.2)


def _tank(r: Relief, x: float, foot: float) -> None:
    """A water tank of staves under a cone, high on braced legs; about 11 m tall."""
    wide, under, top = 46, foot - 104, foot - 150
    for leg in (3, 15, 28, 40):
        r.rect((x + leg, under, 3, 104), "#2c2428", 4)
    for a, b in ((under + 34, under + 4), (under + 68, under + 38), (under + 100, under + 72)):
        r.line((x + 4, a), (x + 41, b), "#2c2428", 4, 1)
        r.line((x + 4, b), (x + 41, a), "#2c2428", 4, 1)
        r.rect((x + 3, b, 40, 1), "#2c2428", 4)
    for q in range(wide):
        bulge = 6 + 5 * (1 - (2 * q / (wide - 1) - 1) ** 2) ** 0.5
        r.rect((x + q, top, 1, under - top), colour("#5a4238") * (0.9 + 0.2 * (q // 3 % 2)), bulge)
    for hoop in (6, 16, 26, 36, 44):
        r.rect((x, top + hoop, wide, 1), "#2a2024", 9)
    r.poly([(x - 4, top), (x + wide / 2, top - 22), (x + wide + 4, top)], "#3a2c2c", 8)
    r.rect((x + wide / 2 - 1, top - 26, 2, 5), "#2a2024", 8)
    r.rect((x + wide + 2, top + 8, 2, 142), "#2c2428", 4)


def _string(r: Relief, x: float, foot: float, away: int, seed: int) -> None:
    """A string of cars on a track that runs to the sun: the end of the last one, and the sides dwindling behind it.

    `away` is the side of the end on which the sides are seen: 1 to its right, -1 to its left.
    """
    base = ("#5a2c22", "#3a4238", "#4a3424", "#603026")[seed % 4]
    cars, wide, tall = 5, 46, 62
    near, reach = x + (wide if away > 0 else 0), 128
    for k in range(cars - 1, -1, -1):
        a, b = 1 / (1 + k * 0.42), 1 / (1 + (k + 0.94) * 0.42)
        xa, xb = (near + away * reach * (1 - q) for q in (a, b))
        fa, fb = (HORIZON + (foot - HORIZON) * q for q in (a, b))
        r.poly([(xa, fa - tall * a), (xb, fb - tall * b), (xb, fb - 10 * b), (xa, fa - 10 * a)], colour(base) * 0.8, 4)
        for q in range(1, 7):
            m = a + (b - a) * q / 7
            mx, mf = near + away * reach * (1 - m), HORIZON + (foot - HORIZON) * m
            r.rect((mx, mf - (tall - 4) * m, 1, (tall - 16) * m), colour(base) * 1.5, 4, colour("#ff9850") * 0.16)
        r.line((xa, fa - tall * a), (xb, fb - tall * b), "#d09060", 5, 1)
        for q in (0.2, 0.8):
            m = a + (b - a) * q
            r.disc((near + away * reach * (1 - m), HORIZON + (foot - HORIZON) * m - 5 * m, 5 * m, 5 * m), "#161214", 4)
    r.rect((x, foot - tall, wide, tall - 10), base, 6)
    r.rect((x + 4, foot - tall + 4, wide - 8, tall - 20), colour(base) * 0.8, 5)
    for q in range(round(foot) - 54, round(foot) - 12, 7):
        r.rect((x + wide - 12, q, 8, 1), "#241c1e", 7)
    r.rect((x - 1, foot - tall - 2, wide + 2, 3), "#b8b4c4", 7)
    r.rect((x + wide // 2 - 4, foot - 16, 8, 8), "#141114", 8)
    for q in (6, wide - 14):
        r.rect((x + q, foot - 10, 8, 10), "#141114", 5)
