"""The market at sunrise: shop fronts and stalls in the shade, and at each side street the low sun bursts in.

115 m in ten bars. From under the overpass (0-2 m): block A (2-24), a side street (24-31), block B (31-54) with the fire
barrel in a gap (54-59) under the washing, block C (59-77), the little square (77-88), block D (88-106), and the stone
viaduct whose arch leads down to the river (106-115).
"""

from functools import lru_cache

import numpy as np

from .colour import Array, blend, colour, gradient, smooth
from .film import Look, develop, fog, steps
from .goods import (
    APPLES,
    LEMONS,
    ORANGES,
    TOMATO,
    pile,
    valance,
)
from .life import fire, laundry, pigeon, steam, write_all
from .market_scene import FRONTS, KERB, OPEN, STREET, WALL, scene
from .motifs import clouds, skyline, water_tank
from .noise import fbm
from .relief import Relief, hang
from .relight import Daylight, light
from .stage import HEIGHT, HORIZON, LEAD, Painted, Place, Plane, Window, ground_y, scale
from .strip import Light, Traced, strip
from .textures import boards
from .wet import from_row, mirrored, puddles

LOOK = Look(0.92, "#1a3050", "#ffe0a8", 0.30, 0.09, 1.04, 0.03, 1.03, 0.9)
SUN = Light((0.34, 0.33, 0.84), "#ffc880", 10, "#7c98cc", 0.80, "#3a3230", 0.3, 4, 7)
SUN_X, SUN_Y = 420, 140
LENGTH = 5760


def air(w: Window, k: float = 1.0) -> Array:
    return colour("#e8bc84") * 0.95 * k


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
    skyline(r, HORIZON - 6, 21, (9, 24), (20, 62), tanks=0.4)
    for x, tall in ((140, 132), (520, 118), (860, 140)):
        r.poly([(x - 9, HORIZON - tall + 34), (x, HORIZON - tall), (x + 9, HORIZON - tall + 34)], "#000000")
        r.rect(x - 7, HORIZON - tall + 30, 14, 120, "#000000")
        r.rect(x - 1, HORIZON - tall - 8, 2, 10, "#000000")
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
            r.rect(x, foot - tall, wide, tall, tone, 4)
            r.rect(x - 1, foot - tall, wide + 2, 3, "#3a2c28", 6)
            r.rect(x + wide * 0.7, foot - tall - 9, 6, 10, "#4a3028", 5)
            r.rect(x, foot - tall + 5, wide, 2, "#8a7660", 5)
            r.rect(x, foot - 3.2 * k, wide, 2, "#8a7660", 5)
            r.rect(x + wide - 2, foot - tall, 2, tall, "#3a2c28", 6)
            for q in range(3):
                for y in np.arange(foot - tall + 0.9 * k, foot - k, 2.7 * k):
                    wx = x + wide * (0.14 + 0.28 * q)
                    glow = colour("#ffb860") * 0.8 if rng.random() < 0.22 else None
                    r.rect(wx, y, 0.7 * k, 1.3 * k, "#e09a50" if glow is not None else "#38404c", 2, glow)
                    r.rect(wx, y + 0.6 * k, 0.7 * k, 1, "#8a7660", 4)
                    r.rect(wx - 1, y + 1.3 * k, 0.7 * k + 2, 1, "#b0a48c", 5)
            x += wide
    r.rect(0, foot - 1, w.width, h, "#a88860", 1, colour("#ffca88") * 0.35)
    for y in range(int(foot), h, 2):
        r.rect(0, y, w.width, 1, "#8a6c4c", 1, colour("#ffca88") * 0.25)
    lit = light(r, Daylight((0.25, -0.6, -0.1), "#ffc880", 1.4, "#8c98b4", "#5a4838", 0.62, 1.0, 30))
    yy = np.mgrid[0:h, 0 : w.width][0]
    img = blend(lit, air(w), np.clip(haze + 0.25 * smooth(foot - 70, foot, yy), 0, 0.92))
    return Painted(develop(img, LOOK), r.a > 0.5)


def lane_far(w: Window) -> Painted:
    return _row(w, 40.0, 7, 1.1, 0.62)


def lane_middle(w: Window) -> Painted:
    return _row(w, 19.0, 3, 0.5, 0.40)


def _slab(w: Window, slab: int, rows: tuple[int, int]) -> tuple[Array, Traced]:
    t = strip(scene(), SUN, w, slab, rows, 15)
    lin = t.light("#5c84c8", 0.20, 0.3)
    return fog(lin, t.depth, air(w), 23, 34, 0.9), t


@lru_cache(maxsize=2)
def _fronts(w: Window) -> tuple[Array, np.ndarray]:
    lin, t = _slab(w, 1, (0, 306))
    return rim(lin, t.hit, 0.5, t.normal[..., 1] < 0.5), t.hit


@lru_cache(maxsize=2)
def _stalls(w: Window) -> tuple[Array, np.ndarray]:
    lin, t = _slab(w, 2, (0, 316))
    return rim(lin, t.hit, 0.5, t.normal[..., 1] < 0.5), t.hit


def rim(img: Array, mask: np.ndarray, amount: float, upright: np.ndarray) -> Array:
    """Low sun on whatever stands and has nothing of its own layer behind its upper edge."""
    thick = mask & np.roll(mask, -1, 0) & np.roll(mask, -2, 0)
    up = thick & ~np.roll(mask, 1, 0) & upright
    up[0] = False
    return (img + colour("#ffc884") * (up * amount)[..., None]).astype(np.float32)


def burst(w: Window, img: Array, reach: float, amount: float) -> Array:
    """Air lit by the sun about the side streets: warms walls and folk near an opening."""
    x = (np.arange(w.width) + w.left - (1 - w.factor) * 320) / w.scale
    near = np.max([np.exp(-((np.maximum(0, np.maximum(a - x, x - b)) / reach) ** 2)) for a, b in OPEN], 0)
    yy = np.mgrid[0 : img.shape[0], 0:1][0]
    return blend(img, air(w, 1.1), near[None] * smooth(40, 230, yy) * amount)


def fronts(w: Window) -> Painted:
    lin, hit = _fronts(w)
    return Painted(develop(burst(w, lin, 2.6, 0.42), LOOK), hit)


def stalls(w: Window) -> Painted:
    lin, hit = _stalls(w)
    return Painted(develop(burst(w, lin, 1.6, 0.22), LOOK), hit)


def mirror_fronts(w: Window) -> Painted:
    return from_row(mirrored(*_fronts(w), ground_y(WALL) + 1, 40, LOOK, "#f0c890"), ground_y(KERB))


def mirror_stalls(w: Window) -> Painted:
    return from_row(mirrored(*_stalls(w), ground_y(2.4) - 1, 80, LOOK), ground_y(KERB))


def road(w: Window) -> Painted:
    """Wet setts; in the puddles the layer has holes, through which the mirrored fronts are seen."""
    lin, t = _slab(w, 3, (0, HEIGHT))
    ground = t.hit & (t.normal[..., 1] > 0.4) & (t.depth < 30)
    x = (np.arange(w.width) + w.left) / 50
    dry = 0.3 * (smooth(4.6, 2.4, x) + smooth(103.0, 105.6, x))[None]
    hole, rimmed, wet = puddles(ground, ground_y(KERB) + 3, 23, 0.555 + dry)
    lin = np.where(
        rimmed[..., None],
        lin * 0.6 + colour("#8c98b8") * 0.05,
        lin * (1 - 0.25 * smooth(0.46, 0.55, wet) * ground)[..., None],
    )
    return Painted(develop(lin, LOOK), t.hit & ~hole)


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
                    r.rect(px, py + 1, 2, 3, "#ffd890", 2, colour("#ffcc80") * 2.4)
            if rng.random() < 0.4:
                r.wire((x, a + 30), (nxt, b + 24), 14, "#14141a", 1)
        x = nxt
    return Painted(develop(r.rgb * 0.8 + r.glow, LOOK), r.a > 0.5)


def veil(w: Window) -> Painted:
    """Warm haze behind the lane, thickest where the sun comes in."""
    yy = np.mgrid[0:HEIGHT, 0 : w.width][0]
    x = (np.arange(w.width) + w.left - (1 - w.factor) * 320) / w.scale
    sunlit = np.max([np.exp(-((np.maximum(0, np.maximum(a - x, x - b)) / 3.2) ** 2)) for a, b in OPEN], 0)[None]
    inside = (smooth(1.0, 4.0, x) * smooth(107.0, 104.0, x))[None]
    m = (
        smooth(226, 280, yy)
        * smooth(322, 308, yy)
        * (0.45 + 0.75 * fbm(HEIGHT, w.width, 150, 20, 55, 3))
        * (0.42 + 0.02 * sunlit)
        * inside
    )
    tint = blend(
        np.broadcast_to(colour("#232a3c") * 0.8, (HEIGHT, w.width, 3)), air(w), np.broadcast_to(sunlit, m.shape)
    )
    return Painted(develop(tint, LOOK), m > 0, steps(np.clip(m, 0, 0.5), 16))


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
        r.rect(x, 0, 170, 24, "#1c1514", 4)
        for q in (30, 84, 138):
            r.rect(x + q, 32, 2, 14, "#14110f", 3)
            r.disc(x + q + 1, 54, 7, 10, "#2a1c10", 6)
    lit = light(
        r, Daylight((0.5, -0.75, -0.12), "#ffb870", 0.9, "#4c5c80", "#1c1614", 0.55, 0.9, 30, occlusion=(0, 0, 0))
    )
    return Painted(develop(lit * 0.8, LOOK), r.a > 0.5)


def sprites(folder: object) -> None:
    write_all(
        folder,
        {
            "fire": fire(5),
            "steam": steam(3, "#d8b890"),
            "laundry": laundry(4),
            "laundry-2": laundry(9),
            "pigeon": pigeon(),
        },
    )


def at_street(x: float) -> float:
    """Column of a world x on the stalls' layer."""
    f = STREET / 50
    return (1 - f) * 320 + x * STREET


F2, F1 = round(STREET / 50, 4), round(FRONTS / 50, 4)
FACTS = {
    "grade": {"tint": "#fff8f0", "vignette": 0.34},
    "sun": {"x": SUN_X, "y": SUN_Y, "parallax": 0.02, "rays": "#ffcc90", "strength": 0.6},
    "lights": [
        *(
            {
                "x": round(at_street(x + 0.35)),
                "y": 268,
                "parallax": F2,
                "colour": "#ff8a34",
                "radius": 110,
                "kind": "fire",
                "pulse": "none",
                "power": 0.35,
            }
            for x in (27.6, 56.5, 81.2)
        ),
        {
            "x": -32,
            "y": 131,
            "parallax": 1,
            "colour": "#ffb060",
            "radius": 90,
            "kind": "lamp",
            "pulse": "bar",
            "power": 0.3,
        },
        {
            "x": 5380,
            "y": 140,
            "parallax": 1,
            "colour": "#ffb060",
            "radius": 90,
            "kind": "lamp",
            "pulse": "bar",
            "power": 0.3,
        },
    ],
    "props": [
        *(
            {
                "sprite": "fire",
                "x": round(at_street(x)) - 1,
                "y": 212,
                "parallax": F2,
                "after": "stalls",
                "phase": i * 3,
            }
            for i, x in enumerate((27.6, 56.5, 81.2))
        ),
        *(
            {"sprite": "steam", "x": round(at_street(x)), "y": 196, "parallax": F2, "after": "stalls", "phase": i * 5}
            for i, x in enumerate((13.6, 41.6, 72.0, 97.2))
        ),
        *(
            {
                "sprite": "laundry" + ("-2" if i % 2 else ""),
                "x": round((1 - F1) * 320 + x * FRONTS),
                "y": y,
                "parallax": F1,
                "after": "fronts",
                "phase": i,
            }
            for i, (x, y) in enumerate(((54.3, 60), (54.4, 112), (78.4, 74), (26.0, 52)))
        ),
        *(
            {
                "sprite": "pigeon",
                "x": 3000 + i * 26,
                "y": 90 + i * 9 % 22,
                "parallax": F1,
                "after": "fronts",
                "drift": -30,
                "phase": i,
            }
            for i in range(4)
        ),
    ],
    "mirrors": ["mirror-fronts", "mirror-stalls"],
    "seams": {
        "start": {"at": 0, "cover": [-620, 100], "what": "the overpass"},
        "end": {"at": LENGTH, "cover": [5290, 6100], "what": "the stone viaduct; the bridge begins behind it"},
    },
}

PLACE = Place(
    "market",
    LENGTH,
    (
        Plane("sky", 0.02, sky, colours=80, note="the sun itself is here"),
        Plane("distance", 0.08, distance, colours=48, note="roofs and steeples"),
        Plane("lane-far", scale(40) / 50, lane_far, colours=64, note="far down the side streets"),
        Plane("lane-middle", scale(19) / 50, lane_middle, colours=80, note="down the side streets"),
        Plane("fronts", FRONTS / 50, fronts, colours=220, note="houses and shops"),
        Plane("stalls", STREET / 50, stalls, colours=220, note="pavement, awnings, goods, people"),
        Plane(
            "mirror-fronts",
            FRONTS / 50,
            mirror_fronts,
            "ground",
            colours=96,
            dither=0,
            note="seen only through the puddles in the road",
        ),
        Plane(
            "mirror-stalls",
            STREET / 50,
            mirror_stalls,
            "ground",
            colours=128,
            dither=0,
            note="seen only through the puddles in the road",
        ),
        Plane("veil", 0.95, veil, "ground", veil="mix", note="lit haze behind the lane"),
        Plane(
            "road", 1.0, road, "ground", colours=160, note="wet setts with holes for the mirrors; a wall at either end"
        ),
        Plane("overhead", 1.1, overhead, "back", colours=16, dither=0, note="wires and bulbs"),
        Plane("front", 1.35, front, "front", colours=48, note="low crates, awning edges"),
    ),
    FACTS,
    sprites,
)
