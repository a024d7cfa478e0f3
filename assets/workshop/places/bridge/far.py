"""What is seen through the arches: the sky, the middle of the city, the mills of the far bank, the river."""

from functools import lru_cache

import numpy as np

from ..paint.colour import Array, blend, colour, gradient, smooth
from ..paint.film import develop, steps
from ..paint.motifs import city_hall, clouds, smoke
from ..paint.noise import value_noise
from ..paint.relief import Relief
from ..stage import HORIZON, LEAD, Painted, Window
from . import town
from .light import LENGTH, LOOK, SUN_X, SUN_Y

ARCH_CAMERA = 320
"""Where the camera stands when the second arch is in the middle of the picture, px: what is seen in it is placed so."""
SKY = HORIZON + 4
"""Rows of the sky."""
COLD_AIR, WARM_AIR = "#c2ccce", "#f4deb0"
"""The haze over the river, away from the sun and under it."""


def sky(w: Window) -> Painted:
    yy, xx = np.mgrid[0:SKY, 0 : w.width].astype(np.float32)
    sx = w.column(LENGTH / 2 - LEAD, SUN_X)
    d = np.hypot(xx - sx, yy - SUN_Y)
    out = gradient([(0, "#58728a"), (0.4, "#8a9ca4"), (0.68, "#c8b898"), (0.86, "#ecd09c"), (1, "#ffdea6")], yy / 240)
    out = blend(out, colour("#fff0c8") * 1.15, np.exp(-d / 82) * 0.86)
    cl = steps(clouds(SKY, w.width, (60, 220), 12, (130, 9), 0.52), 5)
    out = blend(out, colour("#fff0d0"), cl * 0.5)
    disc = np.clip(1.3 - d / 15, 0, 1)  # the sun itself, in its mist
    out = blend(out, colour("#fff8e4") * 1.5, steps(disc, 6))
    return Painted(develop(out, LOOK), np.ones((SKY, w.width), bool))


def _air(w: Window, rows: int) -> tuple[Array, Array]:
    """The haze's color, and how far each pixel lies in the sun's glare, 0 to 1."""
    yy, xx = np.mgrid[0:rows, 0 : w.width].astype(np.float32)
    sun = w.column(LENGTH / 2 - LEAD, SUN_X)
    glare = np.exp(-np.hypot((xx - sun) / 190, (yy - SUN_Y) / 120))
    cold, warm = colour(COLD_AIR), colour(WARM_AIR) * 1.05
    return blend(np.broadcast_to(cold, (rows, w.width, 3)), warm, np.clip(glare * 1.3, 0, 1)), glare


def _hazed(w: Window, r: Relief, near: float, wet: float) -> Array:
    """A relief's flat tones in the haze: `near` of them is left at its roofs, `wet` less down by the water."""
    air, glare = _air(w, r.h)
    yy = np.mgrid[0 : r.h, 0 : w.width][0]
    left = near * (1 - 0.10 * glare) - wet * smooth(HORIZON - 40, HORIZON + 2, yy)
    img = blend(air * 0.96, r.rgb * 0.55, np.clip(left, 0, 1))
    high = (r.a > 0.5) & ~(np.roll(r.a, 1, 0) > 0.5)  # roofs catch the light of the sky
    return blend(img, air * 1.1, high * 0.3)


def centre(w: Window) -> Painted:
    """The middle of the city, far off: City Hall with its statue over everything, slabs of offices as high as its
    tower's clock, no higher."""
    r, base = Relief(w.width, SKY), HORIZON + 4
    rng = np.random.default_rng(8)
    hall = w.column(ARCH_CAMERA, 402)
    for dx, tall, wide in (
        (-330, 30, 24),
        (-276, 40, 20),
        (-236, 34, 30),
        (-188, 44, 18),
        (-152, 52, 26),
        (-112, 40, 20),
        (-80, 56, 19),
        (-54, 44, 16),
        (44, 50, 17),
        (66, 60, 22),
        (98, 44, 26),
        (130, 55, 18),
        (166, 38, 30),
        (206, 46, 20),
        (262, 34, 24),
        (310, 28, 30),
    ):
        _slab(r, (hall + dx, base - tall, wide, tall), rng)
    for x in np.arange(0, w.width, 13):
        tall = rng.integers(12, 25)
        r.rect((x, base - tall, 14, tall), "#52565a", 2)
    tower = Relief(w.width, SKY)
    city_hall(tower, hall, base, 84, "#0c0e12")
    tower.disc((hall, base - 49, 2.6, 2.6), "#a09880", 5)  # the clock
    ahead = tower.a > 0.5
    img = np.where(ahead[..., None], _hazed(w, tower, 0.64, 0.34), _hazed(w, r, 0.46, 0.3))
    return Painted(develop(img, LOOK), ahead | (r.a > 0.5))


def _slab(r: Relief, place: tuple[float, float, float, float], rng: np.random.Generator) -> None:
    """A block of offices: bands of windows, a house for the lifts, perhaps a mast."""
    x, y, wide, tall = place
    r.rect(place, "#474b50", 3)
    for row in np.arange(y + 4, y + tall, 4):
        r.rect((x + 2, row, wide - 4, 1), "#666c70", 3)
    r.rect((x + wide * 0.3, y - 4, wide * 0.36, 4), "#474b50", 3)
    if rng.random() < 0.4:
        r.rect((x + wide * 0.5, y - 14, 1, 11), "#474b50", 3)


@lru_cache(maxsize=1)
def _bank(w: Window) -> town.Bank:
    """The far bank's pieces, from upstream to downstream, so that City Hall stands free over low roofs."""
    bank = town.Bank(Relief(w.width, SKY), Relief(w.width, SKY), HORIZON, np.random.default_rng(3))
    at = w.column(ARCH_CAMERA, 0)
    for x, width, storeys in ((-120, 66, 2), (68, 58, 2), (160, 50, 2), (330, 96, 1), (436, 40, 2), (730, 90, 2)):
        town.row_houses(bank, at + x, width, storeys)
    for x, width, storeys, tank in ((-40, 52, 4, 0.5), (210, 62, 4, 0.2), (294, 38, 3, 0.9), (680, 50, 4, 0.4)):
        town.mill(bank, at + x, width, storeys, tank)
    for x, tall in ((28, 62), (40, 54), (278, 70), (366, 46), (790, 58)):
        town.stack(bank, at + x, tall)
    town.gasholder(bank, at + 96, 60, 50, 0.55)
    town.sheds(bank, at + 2, 4)
    town.sheds(bank, at + 396, 4)
    town.power_station(bank, at + 520)
    for x, tall in ((64, 22), (156, 26), (330, 24), (456, 20), (482, 26), (498, 18), (660, 24), (724, 28)):
        town.bare_tree(bank, at + x, tall)
    town.truss_bridge(bank, at - 60, 3)
    town.viaduct(bank, at + 400, 24)
    bank.bodies.rect((0, HORIZON - 2, w.width, 3), "#7c7668", 8)  # the quay
    return bank


def far_bank(w: Window) -> Painted:
    """Mills, stacks, a gasholder, terraces with flat roofs, a power station; the railway along the water."""
    r = _bank(w).bodies
    img, mask = _hazed(w, r, 0.80, 0.34), r.a > 0.5
    air, _ = _air(w, SKY)
    at = w.column(ARCH_CAMERA, 0)
    for x, tall, drift, seed in ((30, 62, -60, 3), (280, 70, -80, 5), (535, 66, -90, 7), (566, 68, -70, 9)):
        plume = smoke(SKY, w.width, (at + x, HORIZON - tall), 34, drift, seed, (2, 9))
        shown = (plume > 0.3) & ~mask
        img = np.where(shown[..., None], blend(air, air * 0.72, 0.3 + 0.4 * plume), img)
        mask = mask | shown
    return Painted(develop(img, LOOK), mask)


def windows(w: Window) -> Painted:
    """The windows of the far bank in which light burns."""
    lit = _bank(w).windows
    return Painted(develop(lit.rgb * 1.1, LOOK), lit.a > 0.5)


def water(w: Window) -> Painted:
    """The river: cold, the far bank's reflection in long broken strokes, and a path of light under the sun."""
    h = 300
    out = np.zeros((h, w.width, 3), np.float32)
    columns = np.arange(w.width)
    sun = w.column(LENGTH / 2 - LEAD, SUN_X)
    for y in range(HORIZON, h):
        k = (y - HORIZON) / 50
        n = (
            value_noise(1, w.width, 8 + 40 * k, 1, y * 7)[0] * 0.7
            + value_noise(1, w.width, 3 + 12 * k, 1, y * 3 + 1)[0] * 0.3
        )
        # The path of light is narrow far out and broad near by.
        sunlit = np.exp(-np.abs(columns - sun) / (60 + 110 * k)).astype(np.float32)
        calm = gradient([(0, "#d4d2c0"), (0.3, "#94aab2"), (1, "#46687c")], np.float32(k))
        row = calm + (colour("#f6deb0") - calm) * sunlit[:, None] * 0.8
        row[n < 0.38] *= gradient([(0, "#c8c4bc"), (1, "#8a949c")], np.float32(k))
        dash = colour("#c4d4d8") + (colour("#fff6dc") * 1.5 - colour("#c4d4d8")) * sunlit[:, None]
        row = np.where((n > 0.66 - 0.14 * sunlit)[:, None], dash, row)
        out[y] = row
    return Painted(develop(out, LOOK), np.mgrid[0:h, 0 : w.width][0] >= HORIZON)
