"""The river in the high morning: open water, works and a bridge far off, the four-masted ship whole in the stream.

123 m of quay in eight bars; the ship's layer scrolls so that she is seen whole from beat 11 to beat 19. Along the quay:
the plant's wall (0-4 m), the harbour crane (22-30), casks and crates (6-72), a row of lamps and benches (74-92), nets
(85-93), flags (95-103), the first trees of the parkway.
"""

from dataclasses import replace

import numpy as np

from ..built.strip import strip
from ..paint.colour import blend, colour, gradient, smooth
from ..paint.film import develop, fog, steps
from ..paint.life import flag, glints, gull, streamer, write_all
from ..paint.motifs import Roofs, clouds, lattice, skyline, smoke, water_tank
from ..paint.noise import fbm
from ..paint.relief import Relief, hang
from ..paint.relight import Daylight, light
from ..stage import HEIGHT, HORIZON, LEAD, Painted, Place, Plane, Window
from .light import DAY, LENGTH, LOOK, SHIP, SHIP_ENTERS, SUN, SUN_X, SUN_Y, air
from .scene import K, scene
from .ship import CREW, DRESSED, MASTS, WATER, barque, crew, dressing, dressing_at, reflection, sheer
from .water import far_water, glitter, near_glitter, near_water


def sky(w: Window) -> Painted:
    h = HORIZON + 4
    yy, xx = np.mgrid[0:h, 0 : w.width].astype(np.float32)
    sx = w.column(LENGTH / 2 - LEAD, SUN_X)
    d = np.hypot(xx - sx, (yy - SUN_Y) * 1.1)
    out = gradient(
        [(0, "#2a5a8e"), (0.28, "#5c94b8"), (0.56, "#a6c4c8"), (0.80, "#e6d4ac"), (1, "#ffdc9c")], yy / HORIZON
    )
    out = blend(out, colour("#ffecc0") * 1.6, np.exp(-d / 84) * 0.85)
    for band, seed, cell, cover in (((-20, 120), 52, (220, 20), 0.50), ((70, 190), 71, (140, 7), 0.54)):
        cl = steps(clouds(h, w.width, band, seed, cell, cover, 30), 7)
        under = gradient(
            [(0, "#6c94b4"), (0.5, "#d2ccc0"), (1, "#fff4d8")], np.clip(np.exp(-d / 210) * 0.95 + 0.34 * (1 - cl), 0, 1)
        )
        out = blend(out, under, np.clip(cl, 0, 0.85))
        out = out + colour("#ffe8c0") * (np.clip(cl - np.roll(cl, 2, 0), 0, 1) * 0.35)[..., None]
    out = out + colour("#fff6d8") * (np.exp(-((d / 14) ** 4)) * 4)[..., None]
    return Painted(develop(out, LOOK), np.ones((h, w.width), bool))


def far_bank(w: Window) -> Painted:
    """Works on the other side: sheds, tanks, gantries, stacks with steam; trees between."""
    h, hz = HORIZON + 3, HORIZON
    r, rng = Relief(w.width, h), np.random.default_rng(8)
    skyline(r, hz, 8, Roofs((12, 36), (3, 15), stacks=0.35), "#5a6064")
    for x in range(0, w.width, 37):
        r.disc((x + rng.uniform(-8, 8), hz - 1, rng.uniform(8, 22), rng.uniform(4, 9)), "#4a5450", 2)
    for x in (120, 470, 820, 1080):
        for i in range(4):
            r.disc((x + i * 19, hz - 7, 8, 10), "#6a6e6e", 3)
            r.rect((x + i * 19 - 8, hz - 7, 16, 10), "#6a6e6e", 3)
    for x, tall in ((60, 52), (72, 46), (330, 60), (610, 48), (624, 56), (960, 54), (1130, 44)):
        r.rect((x, hz - tall, 4, tall), "#525a60", 3)
        r.rect((x - 1, hz - tall, 6, 2), "#525a60", 3)
        r.rect((x, hz - tall + 6, 4, 3), "#9a5a4a", 3)
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
            r.rect((tx + dx, hz - 134, 7, 136), c, 3)
        for k in range(5):
            y = hz - 126 + k * 18
            r.line((tx + 6, y), (tx + 22, y + 16), c, 2)
            r.line((tx + 22, y), (tx + 6, y + 16), c, 2)
            r.rect((tx, y, 29, 2), c, 3)
        r.rect((tx - 3, hz - 137, 35, 4), c, 4)
        r.rect((tx - 6, hz - 9, 41, 12), "#7c7c74", 4)
    r.rect((0, deck, w.width, 5), c, 3)
    for x in range(0, w.width, 6):
        r.line((x, deck + 5), (x + 6, deck + 10), c, 2)
    r.rect((0, deck + 10, w.width, 1), c, 2)
    spans = (
        (towers[0] - 400, deck, towers[0] + 14, hz - 134, 16),
        (towers[0] + 14, hz - 134, towers[1] + 14, hz - 134, 80),
        (towers[1] + 14, hz - 134, towers[1] + 420, deck, 16),
    )
    for x0, y0, x1, y1, sag in spans:
        for i in range(int(x1 - x0)):
            t = i / (x1 - x0)
            y = y0 + (y1 - y0) * t + sag * 4 * t * (1 - t)
            r.rect((x0 + i, y, 1, 2), c, 2)
            if int(x0 + i) % 7 == 0:
                r.rect((x0 + i, y, 1, max(1, deck - y)), colour(c) * 1.15, 1)
    for x in range(30, w.width, 90):
        r.rect((x, deck - 3, 5, 3), ("#8a8478", "#6a4a44", "#58646c")[x % 3], 4)
    lit = light(r, Daylight((0.5, -0.5, -0.12), "#ffdca4", 1.0, "#8ca4bc", "#4c4c50", 0.7, 1.0, 0))
    return Painted(develop(blend(lit, air(w), 0.46), LOOK), r.a > 0.5)


def ship(w: Window) -> Painted:
    """She, against the light, and her dark on the water."""
    h = WATER + 24
    left = w.column(-LEAD, SHIP_ENTERS)
    r, lines = barque(w.width, h, left)
    lit = light(r, replace(DAY, occlusion=(0, 0, 0)))
    body, rope = r.a > 0.5, lines.a > 0.5
    edge = body & np.roll(body, -1, 0) & ~np.roll(body, 1, 0)
    lit = lit * (0.5 + 0.5 * smooth(0.22, 0.55, lit.max(2)))[..., None]  # only her sails let the light through
    lit = blend(lit + colour("#ffe0b0") * (edge * 0.3)[..., None], air(w), 0.07)
    img = np.where(body[..., None], lit, blend(lines.rgb, air(w), 0.34))
    dark = reflection(left, w.width, range(WATER + 1, h)) & ~body
    img = np.where(dark[..., None], colour("#1c3a54") * 0.8, img)
    return Painted(develop(img, LOOK), body | rope | dark)


def quay(w: Window) -> Painted:
    t = strip(scene(), SUN, w, 1, (0, 318), 14)
    lin = fog(t.light("#7c94b4", 0.16, 0.6), t.depth, "#a4b4b8", 16, 160)
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
    m = smooth(222, 276, yy) * smooth(318, 306, yy) * (0.3 + 0.9 * fbm(HEIGHT, w.width, 170, 18, 55, 3)) * 0.22
    m = m * smooth(3.6, 7.0, (np.arange(w.width) + w.left - (1 - w.factor) * 320) / w.scale)[None]
    tint = develop(np.broadcast_to(colour("#d4dcd8") * 1.0, (HEIGHT, w.width, 3)), LOOK)
    return Painted(tint, m > 0, steps(np.clip(m, 0, 0.5), 16))


def front(w: Window) -> Painted:
    """Near the lens: hawsers sweeping down, pulley blocks and a furled edge above; bollard heads and rope below."""
    r, rng = Relief(w.width, HEIGHT), np.random.default_rng(5)
    for cam in (400, 3400, 4400):
        x = w.column(cam, 640)
        for dx, c in ((0, "#2a241e"), (7, "#1c1814")):
            r.curve(hang((x + dx, -4), (x + 330 + dx, 40), 34, 50), c, 10, 2.4)
        r.rect((x + 150, 40, 14, 20), "#241c16", 12)
        r.disc((x + 157, 50, 5, 5), "#4a3a2a", 13)
        r.line((x + 157, 60), (x + 161, 118), "#1c1814", 9)
    x = w.column(100, 0)
    while x < w.width - 100:
        r.disc((x, 378, 60, 12), "#241e18", 6)
        r.disc((x, 374, 46, 9), "#3a3026", 8)
        r.disc((x, 371, 30, 6), "#241e18", 9)
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
            **{name: dressing(name) for name in DRESSED},
            **crew(),
        },
    )


FQ = round(K / 50, 4)
SUN_AT_START = SUN_X + round(0.02 * (LENGTH / 2 - LEAD))
"""Where the painted sun is seen from the first camera position; it stands at SUN_X halfway."""
FACTS = {
    "grade": {"tint": "#fffaf0", "vignette": 0.32},
    "sun": {"x": SUN_AT_START, "y": SUN_Y, "parallax": 0.02, "rays": "#ffe0b0", "strength": 0.4},
    "lights": [],
    "props": [
        *(
            {"sprite": "glints", "x": SUN_AT_START + dx, "y": y, "parallax": 0.02, "after": "glitter", "phase": i * 3}
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
            {
                "sprite": "streamer",
                "x": SHIP_ENTERS - round(SHIP * LEAD) + mast[0] - 47,
                "y": mast[1] - 6,
                "parallax": SHIP,
                "after": "ship",
                "phase": i,
            }
            for i, mast in enumerate(MASTS)
        ),
        *(
            {
                "sprite": ("sailor", "sailor-2")[kind],
                "x": SHIP_ENTERS - round(SHIP * LEAD) + at - 5,
                "y": round(sheer(at)) - 12,
                "parallax": SHIP,
                "after": "ship",
                "phase": phase,
            }
            for at, kind, phase in CREW
        ),
        *(
            {
                "sprite": name,
                "x": SHIP_ENTERS - round(SHIP * LEAD) + dressing_at(name)[0],
                "y": dressing_at(name)[1],
                "parallax": SHIP,
                "after": "ship",
                "phase": i * 3,
            }
            for i, name in enumerate(DRESSED)
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
            colours=120,
            note="the barque, whole from beat 11 to beat 19",
        ),
        Plane("near-water", 0.60, near_water, colours=96, note="pilings, tugs, lighter, ice"),
        Plane("glitter-near", 0.02, near_glitter, colours=8, dither=0, note="the sun's road this side of the ship"),
        Plane("quay", K / 50, quay, colours=160, note="the edge with bollards, cargo, crane, lamps, trees"),
        Plane("veil", 0.95, veil, "ground", veil="mix", note="haze off the water behind the lane"),
        Plane("deck", 1.0, deck, "ground", colours=160, note="boards of the quay; the plant's wall at the start"),
        Plane("front", 1.35, front, "front", colours=32, note="hawsers above, coils below"),
    ),
    FACTS,
    sprites,
)
