"""What hangs over and stands before the market: wires and bulbs, lit haze, the dark edges near the lens."""

import numpy as np

from ..paint.colour import blend, colour, smooth
from ..paint.film import develop
from ..paint.noise import fbm
from ..paint.palette import BAYER4
from ..paint.relief import Relief, hang
from ..paint.relight import Daylight, light
from ..paint.textures import boards
from ..stage import HEIGHT, Painted, Window
from ..things.goods import (
    APPLES,
    LEMONS,
    ORANGES,
    TOMATO,
    pile,
    valance,
)
from .light import LENGTH, LOOK, air, shade_air
from .scene import OPEN

REACH = 2.2
"""So far the light of a side street reaches into the haze beside it, metres."""
IN_SHADE, IN_SUN = 0.28, -0.10
"""Opacity of the haze in the shade, and what the sun adds to it."""
VEIL_STEPS = 24
"""Steps of its opacity, dithered."""


def overhead(w: Window) -> Painted:
    """Wires and strings of bulbs across the street, and a banner or two."""
    r, rng = Relief(w.width, 190), np.random.default_rng(3)
    x = -40.0
    while x < w.width:
        nxt = x + rng.uniform(190, 330)
        a, b = rng.uniform(26, 80), rng.uniform(26, 80)
        pts = hang((x, a), (nxt, b), rng.uniform(12, 34), 40)
        inside = w.px(3) < x and nxt < w.px(105)
        if inside:
            r.curve(pts, "#14141a", 1)
            if rng.random() < 0.62:
                for px, py in pts[2:-2:3]:
                    r.rect((px, py + 1, 2, 3), "#ffd890", 2, colour("#ffcc80") * 2.4)
            if rng.random() < 0.4:
                r.wire((x, a + 30), (nxt, b + 24), 14, "#14141a", 1)
        x = nxt
    return Painted(develop(r.rgb * 0.8 + r.glow, LOOK), r.a > 0.5)


def veil(w: Window) -> Painted:
    """Haze behind the lane, gold where the sun comes in and blue in the shade; thinning upwards over half the houses'
    shops, dithered at its foot, gone before the wall at either end.
    """
    yy, xx = np.mgrid[0:HEIGHT, 0 : w.width]
    x = (np.arange(w.width) + w.left - (1 - w.factor) * 320) / w.scale
    away = np.min([np.maximum(0, np.maximum(a - x, x - b)) for a, b in OPEN], 0)[None]
    sunlit = np.exp(-((away / REACH) ** 2))
    inside = (smooth(1.5, 7.0, x) * smooth(106.0, 100.0, x))[None]
    rising = smooth(190, 296, yy) * smooth(322, 304, yy)
    thick = rising * (0.75 + 0.5 * fbm(HEIGHT, w.width, 150, 20, 55, 3)) * (IN_SHADE + IN_SUN * sunlit) * inside
    m = np.floor(np.clip(thick, 0, 0.6) * VEIL_STEPS + BAYER4[yy % 4, xx % 4] / 16) / VEIL_STEPS
    tint = blend(np.broadcast_to(shade_air(), (HEIGHT, w.width, 3)), air(w), np.broadcast_to(sunlit, m.shape))
    return Painted(develop(tint, LOOK), m > 0, m.astype(np.float32))


def front(w: Window) -> Painted:
    """Near the lens, low: crates' tops and heaped fruit in the dark; from above, awnings' edges and hanging lamps."""
    r, rng = Relief(w.width, HEIGHT), np.random.default_rng(11)
    x, k = w.column(120, 0), 0
    while x < w.column(LENGTH - 1000, 640):
        n = int(rng.integers(1, 4))
        for i in range(n):
            r.texture(
                x + i * 92, 352 - (i % 2) * 4, boards(88, 40, 9, ("#3a2c20", "#463627", "#52402e"), int(x) % 97 + i), 8
            )
            r.paste(
                pile(84, 18, [*(ORANGES, APPLES, LEMONS, TOMATO)[k % 4 :], LEMONS], k * 3 + i, 4.6),
                x + 2 + i * 92,
                340 - (i % 2) * 4,
            )
            k += 1
        x += n * 92 + rng.uniform(700, 1500)
    for cam in (600, 1900, 3300, 4300):
        x = w.column(cam, 640)
        tones = ("#241a18", "#2e2622")
        r.paste(valance(170, tones, 19), x, 22)
        r.rect((x, 0, 170, 24), "#1c1514", 4)
        for q in (30, 84, 138):
            r.rect((x + q, 32, 2, 14), "#14110f", 3)
            r.disc((x + q + 1, 54, 7, 10), "#2a1c10", 6)
    lit = light(
        r, Daylight((0.5, -0.75, -0.12), "#ffb870", 0.9, "#4c5c80", "#1c1614", 0.55, 0.9, 30, occlusion=(0, 0, 0))
    )
    return Painted(develop(lit * 0.8, LOOK), r.a > 0.5)
