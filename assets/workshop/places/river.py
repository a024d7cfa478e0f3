"""The river in the high morning: open water, works and a bridge far off, the four-masted ship from bow to stern.

123 m of quay in eight bars; the ship's layer scrolls so that her bowsprit enters with the first beat and her taffrail
leaves with the last. Along the quay: the plant's wall (0-4 m), casks and crates (6-24), the gangway's foot (31-37), the
harbour crane (46-54), nets (62-70), a row of lamps and benches (74-92), flags (95-103), the first trees of the parkway.
"""

import math

import numpy as np

from .colour import Array, blend, colour, gradient, smooth
from .film import Look, develop, fog, steps
from .life import flag, glints, gull, streamer, write_all
from .motifs import clouds, lattice, skyline, smoke, water_tank
from .noise import fbm, value_noise
from .relief import Relief, hang, round_height
from .relight import Daylight, light
from .river_scene import K, scene
from .ship import WATER, barque, jibs
from .stage import HEIGHT, HORIZON, LEAD, Painted, Place, Plane, Window
from .strip import Light, strip
from .textures import boards

LOOK = Look(0.80, "#1c3450", "#ffe4b4", 0.26, 0.11, 1.0, 0.03, 1.06, 0.8)
SUN = Light((0.20, 0.40, 0.90), "#ffd49a", 6.0, "#7c94b4", 0.9, "#3a3632", 0.4, 4, 6)
DAY = Daylight((0.45, -0.62, -0.10), "#ffdca4", 1.55, "#8ca4bc", "#4c4c50", 0.55, 1.1, 44, 2.0, (0.3, 0.2, 0.1))
SUN_X, SUN_Y = 438, 96
LENGTH, SHIP = 6144, 0.36


def air(w: Window) -> Array:
    """Haze: golden under the sun, blue-grey away from it; only the slow layers know where the sun is."""
    if w.factor > 0.2:
        return np.broadcast_to(colour("#cdbb98") * 0.95, (1, w.width, 3)).astype(np.float32)
    x = w.column(LENGTH / 2 - LEAD, SUN_X)
    g = np.exp(-np.abs(np.arange(w.width) - x) / 250)[None, :, None]
    return (colour("#9cacb0") * 0.85 * (1 - g) + colour("#ffd8a0") * g).astype(np.float32)


def sky(w: Window) -> Painted:
    h = HORIZON + 4
    yy, xx = np.mgrid[0:h, 0 : w.width].astype(np.float32)
    sx = w.column(LENGTH / 2 - LEAD, SUN_X)
    d = np.hypot(xx - sx, (yy - SUN_Y) * 1.1)
    out = gradient(
        [(0, "#42688a"), (0.3, "#7499ac"), (0.6, "#b8c0b4"), (0.82, "#ead2a6"), (1, "#ffdca0")], yy / HORIZON
    )
    out = blend(out, colour("#ffecc0") * 1.6, np.exp(-d / 95) * 0.85)
    for band, seed, cell, cover in (((-20, 120), 52, (220, 20), 0.50), ((70, 190), 71, (140, 7), 0.54)):
        cl = steps(clouds(h, w.width, band, seed, cell, cover, 30), 7)
        under = gradient(
            [(0, "#7c92a4"), (0.5, "#d4c4ac"), (1, "#fff4d8")], np.clip(np.exp(-d / 210) * 0.95 + 0.34 * (1 - cl), 0, 1)
        )
        out = blend(out, under, np.clip(cl, 0, 0.85))
        out = out + colour("#ffe8c0") * (np.clip(cl - np.roll(cl, 2, 0), 0, 1) * 0.35)[..., None]
    out = out + colour("#fff6d8") * (np.exp(-((d / 14) ** 4)) * 4)[..., None]
    return Painted(develop(out, LOOK), np.ones((h, w.width), bool))


def far_bank(w: Window) -> Painted:
    """Works on the other side: sheds, tanks, gantries, stacks with steam; trees between."""
    h, hz = HORIZON + 3, HORIZON
    r, rng = Relief(w.width, h), np.random.default_rng(8)
    skyline(r, hz, 8, (12, 36), (3, 15), "#5a6064", tanks=0.3, stacks=0.35)
    for x in range(0, w.width, 37):
        r.disc(x + rng.uniform(-8, 8), hz - 1, rng.uniform(8, 22), rng.uniform(4, 9), "#4a5450", 2)
    for x in (120, 470, 820, 1080):
        for i in range(4):
            r.disc(x + i * 19, hz - 7, 8, 10, "#6a6e6e", 3)
            r.rect(x + i * 19 - 8, hz - 7, 16, 10, "#6a6e6e", 3)
    for x, tall in ((60, 52), (72, 46), (330, 60), (610, 48), (624, 56), (960, 54), (1130, 44)):
        r.rect(x, hz - tall, 4, tall, "#525a60", 3)
        r.rect(x - 1, hz - tall, 6, 2, "#525a60", 3)
        r.rect(x, hz - tall + 6, 4, 3, "#9a5a4a", 3)
    for x in (250, 720, 1190):
        lattice(r, (x, hz - 34), (x + 5, hz), 5, "#4c545a")
        lattice(r, (x - 22, hz - 38), (x + 44, hz - 33), 6, "#4c545a")
        r.line((x + 2, hz - 48), (x + 44, hz - 38), "#4c545a", 2)
    water_tank(r, 540, hz - 20, 2, "#525a60")
    lit = light(r, Daylight((0.5, -0.5, -0.12), "#ffdca4", 1.0, "#8ca4bc", "#4c4c50", 0.7, 1.0, 0))
    yy = np.mgrid[0:h, 0 : w.width][0]
    img = blend(lit, air(w), np.clip(0.52 + 0.25 * smooth(hz - 30, hz + 3, yy), 0, 0.9))
    mask = r.a > 0.5
    for x, y, seed in ((62, hz - 52, 2), (332, hz - 60, 4), (626, hz - 56, 6), (962, hz - 54, 7)):
        m = smoke(h, w.width, (x, y), 34, 74, seed, (3, 11))
        show = (m > 0.25) & ~mask
        img = np.where(show[..., None], blend(air(w), colour("#fff2dc"), m * 0.8), img)
        mask = mask | show
    return Painted(develop(img, LOOK), mask)


def bridge(w: Window) -> Painted:
    """The suspension bridge over the whole reach, pale with distance."""
    h, hz = HORIZON + 2, HORIZON
    r, c = Relief(w.width, h), "#4c6470"
    deck, towers = hz - 46, (w.column(1500, 420), w.column(4700, 420))
    for tx in towers:
        for dx in (0, 22):
            r.rect(tx + dx, hz - 134, 7, 136, c, 3)
        for k in range(5):
            y = hz - 126 + k * 18
            r.line((tx + 6, y), (tx + 22, y + 16), c, 2)
            r.line((tx + 22, y), (tx + 6, y + 16), c, 2)
            r.rect(tx, y, 29, 2, c, 3)
        r.rect(tx - 3, hz - 137, 35, 4, c, 4)
        r.rect(tx - 6, hz - 9, 41, 12, "#7c7c74", 4)
    r.rect(0, deck, w.width, 5, c, 3)
    for x in range(0, w.width, 6):
        r.line((x, deck + 5), (x + 6, deck + 10), c, 2)
    r.rect(0, deck + 10, w.width, 1, c, 2)
    spans = (
        (towers[0] - 400, deck, towers[0] + 14, hz - 134, 16),
        (towers[0] + 14, hz - 134, towers[1] + 14, hz - 134, 80),
        (towers[1] + 14, hz - 134, towers[1] + 420, deck, 16),
    )
    for x0, y0, x1, y1, sag in spans:
        for i in range(int(x1 - x0)):
            t = i / (x1 - x0)
            y = y0 + (y1 - y0) * t + sag * 4 * t * (1 - t)
            r.rect(x0 + i, y, 1, 2, c, 2)
            if int(x0 + i) % 7 == 0:
                r.rect(x0 + i, y, 1, max(1, deck - y), colour(c) * 1.15, 1)
    for x in range(30, w.width, 90):
        r.rect(x, deck - 3, 5, 3, ("#8a8478", "#6a4a44", "#58646c")[x % 3], 4)
    lit = light(r, Daylight((0.5, -0.5, -0.12), "#ffdca4", 1.0, "#8ca4bc", "#4c4c50", 0.7, 1.0, 0))
    return Painted(develop(blend(lit, air(w), 0.46), LOOK), r.a > 0.5)


def _water(w: Window, rows: tuple[int, int], seed: int) -> Array:
    """Swell in dashes that widen towards us: sky above, teal in the troughs."""
    h = rows[1]
    out = np.zeros((h, w.width, 3), np.float32)
    for y in range(rows[0], rows[1]):
        near = (y - HORIZON) / 60
        base = gradient([(0, "#e8d6ae"), (0.25, "#a8b0a8"), (0.6, "#6c8488"), (1, "#48646c")], np.float32(near))
        wide = 8 + 60 * near
        n = (
            value_noise(1, w.width, wide, 1, seed + y)[0] * 0.7
            + value_noise(1, w.width, wide / 3, 1, seed * 3 + y)[0] * 0.3
        )
        row = np.tile(base, (w.width, 1))
        row[n > 0.60] = gradient([(0, "#f4e0b8"), (1, "#8ca4a4")], np.float32(near))
        row[n < 0.36] = colour("#3c5660") * (0.9 - 0.3 * near) + colour("#c8b890") * (0.34 * (1 - near))
        row[n > 0.74] = colour("#f8e8c4")
        out[y] = row
    return out


def far_water(w: Window) -> Painted:
    img = _water(w, (HORIZON, 276), 11)
    yy = np.mgrid[0:276, 0 : w.width][0]
    img = blend(img, air(w), smooth(266, HORIZON - 2, yy) * 0.6)
    return Painted(develop(img, LOOK), yy >= HORIZON)


def glitter(w: Window) -> Painted:
    """The sun's road on the water: it keeps to the sun, whatever the water does."""
    h = 306
    x, mask = np.arange(w.width), np.zeros((h, w.width), bool)
    sx = w.column(LENGTH / 2 - LEAD, SUN_X)
    for y in range(HORIZON + 1, h):
        k = y - HORIZON
        n = value_noise(1, w.width, 3 + k * 0.12, 1, y + 500)[0]
        mask[y] = n * np.exp(-np.abs(x - sx) / (26 + k * 1.1)) > 0.50 - 0.16 * math.exp(-k / 14)
    img = np.broadcast_to(colour("#fff0cc") * 1.5, (h, w.width, 3))
    return Painted(develop(img, LOOK), mask)


def ship(w: Window) -> Painted:
    """She and the water she lies in, with her reflection."""
    h = 304
    left = w.column(-LEAD, 640) + 2
    r, lines = barque(w.width, h, left)
    jibs(r, left)
    lit = light(r, DAY)
    stays = light(
        lines, Daylight((0.5, -0.5, 0.1), "#ffdca4", 0.8, "#8ca4bc", "#4c4c50", 0.8, 1.0, 0, occlusion=(0, 0, 0))
    )
    body, rope = r.a > 0.5, lines.a > 0.5
    edge = body & np.roll(body, -1, 0) & np.roll(body, -2, 0) & ~np.roll(body, 1, 0)
    lit = lit + colour("#ffe0b0") * (edge * 0.5)[..., None]
    yy = np.mgrid[0:h, 0 : w.width][0]
    lit = blend(lit, air(w), 0.04 + 0.05 * smooth(220, 292, yy))
    img = np.where(body[..., None], lit, blend(stays, air(w), 0.22))
    water = _water(w, (HORIZON, h), 31)
    for y in range(WATER - 2, h):
        src = 2 * (WATER + 1) - y - int((y - WATER) * 1.6)
        wave = np.round((value_noise(1, w.width, 9, 1, y)[0] - 0.5) * (3 + (y - WATER) * 0.6)).astype(int)
        cols = np.clip(np.arange(w.width) + wave, 0, w.width - 1)
        ours = (
            body[src, cols]
            & (np.mgrid[0:1, 0 : w.width][1][0] % 1 == 0)
            & (value_noise(1, w.width, 11, 1, y + 77)[0] < 0.78)
        )
        water[y] = np.where(ours[:, None], img[src, cols] * 0.55 + colour("#34484e") * 0.25, water[y])
    sea = (yy >= 274) & ~body
    return Painted(develop(np.where(sea[..., None], water, img), LOOK), body | rope | sea)


def near_water(w: Window) -> Painted:
    """Between her and the quay: water, pilings, a tug, a lighter, a rowing boat, drifting ice."""
    h = 316
    r, rng = Relief(w.width, h), np.random.default_rng(6)
    for cam in (150, 4500):
        _tug(r, w.column(cam, 420), 296)
    x = w.column(2500, 400)
    r.poly([(x, 276), (x + 230, 276), (x + 222, 300), (x + 8, 300)], "#4a3a30", 6)
    r.rect(x, 274, 230, 3, "#8a7a60", 8)
    for q in range(10, 200, 34):
        r.texture(x + q, 256, boards(28, 19, 5, ("#5c4a34", "#6c583e", "#7c684a"), q), 8)
    x = w.column(5100, 360)
    r.poly([(x, 288), (x + 64, 288), (x + 54, 300), (x + 8, 300)], "#7a3028", 6)
    r.rect(x, 287, 64, 2, "#d8c8a0", 8)
    for x in np.arange(30, w.width, 210):
        x = x + rng.uniform(-50, 50)
        for q in (0, 12, 7):
            tall = rng.uniform(24, 40)
            r.rect(x + q, 304 - tall, 7, tall + 12, "#3c342c", round_height(x + q + 3.5, 3.5, 6))
            r.rect(x + q, 303 - tall, 7, 2, "#c8d0d8", 12)
    for _ in range(46):
        x, y, wide = rng.uniform(0, w.width), rng.uniform(290, 306), rng.uniform(10, 40)
        r.poly(
            [(x, y), (x + wide * 0.3, y - 2), (x + wide * 0.8, y - 1.4), (x + wide, y + 1), (x + wide * 0.5, y + 2)],
            "#c4d0d8",
            2,
        )
    lit = light(r, DAY)
    lit = blend(lit, air(w), 0.10)
    water = _water(w, (HORIZON, h), 57)
    yy = np.mgrid[0:h, 0 : w.width][0]
    body = r.a > 0.5
    img = np.where(body[..., None], lit, water)
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
    r.rect(x, y - 19, 158, 2, "#b0784a", 10)
    for q in range(8, 150, 18):
        r.disc(x + q, y - 8, 5, 6, "#141416", 10)
    r.rect(x + 50, y - 44, 66, 27, "#8a3428", 8)
    r.rect(x + 78, y - 66, 40, 24, "#d0c4a8", 9)
    for q in range(82, 114, 9):
        r.rect(x + q, y - 61, 7, 9, "#2c3844", 8)
    r.rect(x + 74, y - 69, 48, 3, "#8a7a5c", 11)
    r.rect(x + 56, y - 78, 16, 36, "#2a2a2c", round_height(x + 64, 8, 9, 0.7))
    r.rect(x + 56, y - 70, 16, 8, "#b8a070", 15)
    r.line((x + 98, y - 69), (x + 98, y - 112), "#5a4630", 10, 2)
    r.line((x + 98, y - 104), (x + 20, y - 18), "#2a2622", 9)


def quay(w: Window) -> Painted:
    t = strip(scene(), SUN, w, 1, (0, 318), 14)
    lin = fog(t.light("#7c94b4", 0.16, 0.6), t.depth, "#cdbb98", 16, 160)
    mask = t.hit
    thick = mask & np.roll(mask, -1, 0) & np.roll(mask, -2, 0)
    edge = (thick & ~np.roll(mask, 1, 0)) * 1.0 + (
        mask & np.roll(mask, 1, 1) & np.roll(mask, 2, 1) & ~np.roll(mask, -1, 1)
    ) * 0.5
    return Painted(develop(lin + colour("#ffe0b0") * (edge * 0.7)[..., None], LOOK), mask)


def deck(w: Window) -> Painted:
    t = strip(scene(), SUN, w, 2, (0, HEIGHT), 14)
    lin = t.light("#7c94b4", 0.14, 1.0)
    yy = np.mgrid[0:HEIGHT, 0 : w.width][0]
    shine = smooth(350, 311, yy) * (t.normal[..., 1] > 0.5) * (fbm(HEIGHT, w.width, 140, 5, 35, 3) > 0.5)
    lin = lin + colour("#ffd8a0") * (steps(shine * 0.12, 40))[..., None]
    return Painted(develop(lin, LOOK), t.hit)


def veil(w: Window) -> Painted:
    """Bright haze off the water, behind the lane."""
    yy = np.mgrid[0:HEIGHT, 0 : w.width][0]
    m = smooth(222, 276, yy) * smooth(318, 306, yy) * (0.3 + 0.9 * fbm(HEIGHT, w.width, 170, 18, 55, 3)) * 0.30
    m = m * smooth(3.6, 7.0, (np.arange(w.width) + w.left - (1 - w.factor) * 320) / w.scale)[None]
    tint = develop(np.broadcast_to(colour("#ecd8b0") * 1.0, (HEIGHT, w.width, 3)), LOOK)
    return Painted(tint, m > 0, steps(np.clip(m, 0, 0.5), 16))


def front(w: Window) -> Painted:
    """Near the lens: hawsers sweeping down, pulley blocks and a furled edge above; bollard heads and rope below."""
    r, rng = Relief(w.width, HEIGHT), np.random.default_rng(5)
    for cam in (400, 1500, 2300, 3300, 4300):
        x = w.column(cam, 640)
        for dx, c in ((0, "#2a241e"), (7, "#1c1814")):
            r.curve(hang((x + dx, -4), (x + 330 + dx, 40), 34, 50), c, 10, 2.4)
        r.rect(x + 150, 40, 14, 20, "#241c16", 12)
        r.disc(x + 157, 50, 5, 5, "#4a3a2a", 13)
        r.line((x + 157, 60), (x + 161, 118), "#1c1814", 9)
    x = w.column(100, 0)
    while x < w.width - 100:
        r.disc(x, 378, 60, 12, "#241e18", 6)
        r.disc(x, 374, 46, 9, "#3a3026", 8)
        r.disc(x, 371, 30, 6, "#241e18", 9)
        x += rng.uniform(700, 1500)
    lit = light(r, Daylight((0.4, -0.8, -0.1), "#ffd8a0", 1.0, "#4c6080", "#1c1816", 0.4, 1.1, 30, occlusion=(0, 0, 0)))
    return Painted(develop(lit * 0.8, LOOK), r.a > 0.5)


def sprites(folder: object) -> None:
    write_all(
        folder,
        {
            "gull": gull(),
            "glints": glints(3),
            "flag": flag(("#b83a30", "#e0d8c4", "#2c4c8c")),
            "flag-2": flag(("#d8a830", "#2c4c8c")),
            "streamer": streamer(2),
        },
    )


FQ = round(K / 50, 4)
FACTS = {
    "grade": {"tint": "#fffaf0", "vignette": 0.32},
    "sun": {"x": SUN_X, "y": SUN_Y, "parallax": 0.02, "rays": "#ffe0b0", "strength": 0.4},
    "lights": [],
    "props": [
        *(
            {"sprite": "glints", "x": SUN_X + dx, "y": y, "parallax": 0.02, "after": "glitter", "phase": i * 3}
            for i, (dx, y) in enumerate(((-40, 254), (-100, 262), (20, 262)))
        ),
        *(
            {
                "sprite": "gull",
                "x": 300 + i * 211 % 2700,
                "y": 60 + i * 37 % 120,
                "parallax": 0.3 + 0.05 * (i % 4),
                "after": "ship",
                "phase": i * 2,
                "drift": (-14, 18, -22)[i % 3],
            }
            for i in range(16)
        ),
        *(
            {
                "sprite": "flag" if i != 1 else "flag-2",
                "x": round((1 - FQ) * 320 + x * K) - 34,
                "y": 40,
                "parallax": FQ,
                "after": "quay",
                "phase": i * 2,
            }
            for i, x in enumerate((95.4, 98.6, 101.8))
        ),
        *(
            {"sprite": "streamer", "x": 548 + x, "y": y, "parallax": SHIP, "after": "ship", "phase": i}
            for i, (x, y) in enumerate(((330, 20), (640, 14), (946, 18), (1240, 46)))
        ),
    ],
    "seams": {
        "start": {"at": 0, "cover": [-620, 180], "what": "the plant's brick flank"},
        "end": {"at": LENGTH, "what": "a cut; trees of the parkway"},
    },
}

PLACE = Place(
    "river",
    LENGTH,
    (
        Plane("sky", 0.02, sky, colours=90, note="the sun itself is here"),
        Plane("far-bank", 0.10, far_bank, colours=64, note="works and tanks across the river"),
        Plane("bridge", 0.14, bridge, colours=48, note="the suspension bridge"),
        Plane("far-water", 0.20, far_water, colours=48, note=""),
        Plane("glitter", 0.02, glitter, colours=8, dither=0, note="the sun on the water; glints animate over it"),
        Plane(
            "ship",
            SHIP,
            ship,
            colours=160,
            note="the barque: bowsprit enters with beat 0, taffrail leaves with beat 32",
        ),
        Plane("near-water", 0.60, near_water, colours=96, note="pilings, tugs, lighter, ice"),
        Plane("quay", K / 50, quay, colours=160, note="the edge with bollards, cargo, crane, lamps, trees"),
        Plane("veil", 0.95, veil, "ground", veil="mix", note="haze off the water behind the lane"),
        Plane("deck", 1.0, deck, "ground", colours=160, note="boards of the quay; the plant's wall at the start"),
        Plane("front", 1.35, front, "front", colours=32, note="hawsers above, coils below"),
    ),
    FACTS,
    sprites,
)
