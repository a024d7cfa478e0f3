"""The yard's sky before sunrise and the city under it."""

import numpy as np

from ..paint.colour import Array, blend, colour, gradient, hexed, smooth
from ..paint.film import develop, steps
from ..paint.motifs import Roofs, city_hall, clouds, skyline, smoke
from ..paint.relief import Relief
from ..stage import HORIZON, LEAD, Painted, Window
from .light import LENGTH, LOOK, SUN_X, SUN_Y, glow_at, haze_tint


def sky(w: Window) -> Painted:
    """From night blue overhead through rose to gold; banks of cloud lit from below, the sun on the horizon."""
    h = HORIZON + 24
    sx = w.column(LENGTH / 2 - LEAD, SUN_X)
    yy, xx = np.mgrid[0:h, 0 : w.width].astype(np.float32)
    d = np.hypot(xx - sx, (yy - SUN_Y) * 1.25)
    base = gradient(
        [(0, "#16223f"), (0.20, "#2b3558"), (0.42, "#574f72"), (0.62, "#9a6f78"), (0.80, "#dd9668"), (1, "#f8bf72")],
        yy / HORIZON,
    )
    out = blend(base, colour("#ffb864") * 1.5, np.exp(-d / 104) * 0.9)
    lit = np.exp(-d / 210)
    for bank in _BANKS:
        out = _clouded(out, bank, lit)
    out = out + colour("#fff0c0") * (np.exp(-((np.hypot(xx - sx, yy - SUN_Y) / 19) ** 4)) * 6)[..., None]
    return Painted(develop(out, LOOK), np.ones((h, w.width), bool))


_BANKS = (
    ((-30, 96), 4, (330, 40), 0.50, 34),
    ((70, 150), 45, (240, 20), 0.55, 22),
    ((140, 214), 71, (170, 8), 0.57, 8),
)
"""Rows, seed, cell, cover and bend of three banks of cloud, from high and broad to low and thin."""


def _clouded(out: Array, bank: tuple[tuple[int, int], int, tuple[int, int], float, float], lit: Array) -> Array:
    """Lay a bank of cloud over a sky: dark violet bodies, undersides that catch the sun from below."""
    rows, seed, cell, cover, bend = bank
    body = steps(clouds(*out.shape[:2], rows, seed, cell, cover, bend), 6)
    dark = gradient([(0, "#222a4c"), (0.4, "#5c4868"), (0.75, "#b87068"), (1, "#f0b080")], np.clip(lit * 1.3, 0, 1))
    out = blend(out, dark, np.clip(body * 1.1, 0, 0.9))
    under = np.clip(body - np.roll(body, -3, 0), 0, 1) + 0.5 * np.clip(body - np.roll(body, -7, 0), 0, 1)
    fire = gradient([(0, "#8a5878"), (0.35, "#e07860"), (1, "#ffd490")], np.clip(lit * 1.5, 0, 1))
    return blend(out, fire * 1.15, np.clip(under * (0.5 + lit), 0, 0.85))


def city(w: Window) -> Painted:
    """Far roofs in two depths with City Hall's tower, gas holder, stacks and their smoke."""
    h, hz = HORIZON + 20, HORIZON
    r, near = Relief(w.width, h), Relief(w.width, h)
    mid = w.column(LENGTH / 2 - LEAD, 0)
    skyline(r, hz - 4, 3, Roofs((10, 34), (10, 34)))
    city_hall(r, mid + 214, hz + 6, 112)
    for x, tall, wide in (
        (40, 60, 20),
        (68, 48, 16),
        (150, 62, 22),
        (176, 50, 18),
        (268, 56, 18),
        (300, 44, 24),
        (560, 58, 20),
        (640, 50, 26),
    ):
        r.rect((mid + x, hz - tall, wide, tall + 8), "#000000")
    skyline(near, hz - 2, 9, Roofs((14, 46), (6, 22), 0.35, 0.3))
    for x, tall in ((96, 84), (116, 70), (470, 66), (600, 90), (622, 74), (-60, 60)):
        near.rect((mid + x, hz - tall, 5, tall), "#000000")
        near.rect((mid + x - 1, hz - tall, 7, 2), "#000000")
    for i in range(6):
        near.poly(
            [(mid + 480 + i * 15, hz - 16), (mid + 491 + i * 15, hz - 30), (mid + 495 + i * 15, hz - 16)], "#000000"
        )
    near.disc((mid + 676, hz - 12, 26, 30), "#000000")
    near.disc((mid + 20, hz - 10, 22, 24), "#000000")
    yy = np.mgrid[0:h, 0 : w.width][0]
    air = haze_tint(w)
    img = np.where(
        (near.a > 0.5)[..., None], air * 0.30 + hexed("#3a3040") * 0.25, air * 0.46 + hexed("#50465a") * 0.2
    ) * np.ones((h, 1, 1))
    img = blend(img, air * 0.62, smooth(hz - 46, hz, yy) * 0.5)
    mask = (r.a > 0.5) | (near.a > 0.5) | (yy > hz - 8)
    for x, y, drift, seed in (
        (99, hz - 84, 110, 1),
        (603, hz - 90, 96, 2),
        (473, hz - 66, 90, 3),
        (-57, hz - 60, 110, 5),
    ):
        m = smoke(h, w.width, (mid + x, y), 46, drift, seed)
        lit = gradient([(0, "#6a5a74"), (1, "#ffc890")], np.clip(glow_at(w, 150) * 0.9 + 0.15 * np.roll(m, 3, 0), 0, 1))
        img, mask = np.where((m > 0.3)[..., None], blend(img, lit, 0.35 + m * 0.5), img), mask | (m > 0.3)
    img[r.a + near.a == 0] = blend(img, air * 0.8, 0.3)[r.a + near.a == 0]
    return Painted(develop(img, LOOK), mask)
