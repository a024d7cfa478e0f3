"""What is seen through the arches: the sky, the far bank, the river."""

import numpy as np

from .bridge_light import LENGTH, LOOK, SUN_X, SUN_Y
from .colour import blend, colour, gradient, smooth
from .film import develop, steps
from .motifs import Roofs, clouds, skyline
from .noise import value_noise
from .relief import Relief
from .relight import Daylight, light
from .stage import HORIZON, LEAD, Painted, Window


def sky(w: Window) -> Painted:
    h = HORIZON + 4
    yy, xx = np.mgrid[0:h, 0 : w.width].astype(np.float32)
    sx = w.column(LENGTH / 2 - LEAD, SUN_X)
    d = np.hypot(xx - sx, yy - SUN_Y)
    out = gradient([(0, "#8ca0a8"), (0.5, "#d8ccac"), (1, "#ffe4b0")], yy / 236)
    out = out + colour("#fff0c8") * (np.exp(-d / 50) * 1.2)[..., None]
    cl = steps(clouds(h, w.width, (60, 220), 12, (130, 9), 0.52), 5)
    out = blend(out, colour("#fff0d0"), cl * 0.5)
    return Painted(develop(out, LOOK), np.ones((h, w.width), bool))


def far_bank(w: Window) -> Painted:
    """Boathouses, bare trees, a railway viaduct upstream; all in mist."""
    h, hz = HORIZON + 2, HORIZON
    back, r, rng = Relief(w.width, h), Relief(w.width, h), np.random.default_rng(3)
    for x in range(0, w.width, 19):
        back.disc((x + rng.uniform(-6, 6), hz - 14, rng.uniform(12, 30), rng.uniform(12, 26)), "#8a8470")
    skyline(back, hz - 12, 5, Roofs((10, 26), (16, 40), stacks=0.2), "#857f70")
    deck, yy = hz - 64, np.mgrid[0:h, 0 : w.width][0]
    xx = np.mgrid[0:h, 0 : w.width][1]
    bay = 84
    u = (xx % bay - bay / 2) / (bay / 2 - 5)
    spandrel = (yy >= deck) & (yy < deck + 9 + 40 * (1 - np.sqrt(np.clip(1 - u * u, 0, 1))) + (np.abs(u) >= 1) * 90)
    back.mask(0, 0, spandrel, "#6e675a", 3)
    back.rect((0, deck - 3, w.width, 3), "#7c7464", 5)
    for x in range(0, w.width, 14):
        back.rect((x, deck - 7, 1, 4), "#7c7464", 4)
    for k in range(9):
        x, wide = 170 + k * 56 + int(rng.integers(-12, 13)), 30 + int(rng.integers(0, 24))
        tone = ("#6a4a3a", "#5a5248", "#74604a", "#4e5452")[k % 4]
        r.rect((x, hz - 19, wide, 22), tone, 4)
        r.poly([(x - 3, hz - 19), (x + wide / 2, hz - 34), (x + wide + 3, hz - 19)], "#4a4440", 6)
        if k % 3 == 0:
            r.rect((x + wide - 8, hz - 38, 4, 14), tone, 5)
        r.rect((x + 4, hz - 10, 10, 12), "#2c2824", 3)
        for q in (18, 26):
            r.rect((x + q, hz - 13, 4, 5), "#ffe0a0", 3, colour("#ffd890") * 0.8)
    for x in (150, 420, 700):
        r.rect((x, hz - 3, 34, 3), "#8a7c64", 5)
    day = Daylight((0.5, -0.5, -0.12), "#ffdca4", 1.0, "#98a4ac", "#5a5450", 0.7, 1.0, 0)
    img = np.where((r.a > 0.5)[..., None], light(r, day), blend(light(back, day), colour("#ead6aa"), 0.5))
    img = blend(img, colour("#ead6aa"), 0.26 + 0.3 * smooth(hz - 16, hz + 2, yy))
    return Painted(develop(img, LOOK), (r.a + back.a) > 0.5)


def water(w: Window) -> Painted:
    """The river's near reach in dashes of light."""
    h = 300
    out = np.zeros((h, w.width, 3), np.float32)
    for y in range(HORIZON, h):
        k = (y - HORIZON) / 50
        n = (
            value_noise(1, w.width, 8 + 40 * k, 1, y * 7)[0] * 0.7
            + value_noise(1, w.width, 3 + 12 * k, 1, y * 3 + 1)[0] * 0.3
        )
        row = np.tile(gradient([(0, "#f4deb0"), (0.4, "#b8b4a0"), (1, "#68787a")], np.float32(k)), (w.width, 1))
        row[n < 0.38] = gradient([(0, "#a89c80"), (1, "#44565c")], np.float32(k))
        row[n > 0.64] = colour("#fff0c8") * 1.15
        out[y] = row
    return Painted(develop(out, LOOK), np.mgrid[0:h, 0 : w.width][0] >= HORIZON)
