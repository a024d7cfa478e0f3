"""The railroad yard at dawn: low sun behind the tracks, frost, boxcars with light in the gaps, the elevated far off.

61 m in eight bars. Rhythm: cars (0-14 m), the wide gap with the sun and the signal bridge (14-27), tank and hoppers
(27-42), open tracks and the cabin (42-54), the caboose, then the brick abutment of the overpass that is the seam.
"""

import numpy as np

from .colour import Array, blend, colour, gradient, hexed, smooth
from .film import Look, develop, fog, steps
from .life import el_train, fire, pigeon, steam, write_all
from .motifs import city_hall, clouds, lattice, polar, skyline, smoke, water_tank
from .noise import fbm
from .relief import Relief, hang
from .relight import Daylight, light
from .stage import HEIGHT, HORIZON, LEAD, Painted, Place, Plane, Window, ground_y, scale
from .strip import Light, Traced, strip
from .textures import ramp
from .yard_scene import MID, NEAR, scene

LOOK = Look(0.82, "#1e3050", "#ffd8a0", 0.30, 0.10, 1.02, 0.03, 1.03, 0.8)
SUN = Light((0.20, 0.205, 1), "#ffb878", 9, "#5a6490", 0.9, "#2a2022", 0.4, 6, 6)
SUN_X, SUN_Y = 392, 170
LENGTH = 3072
ROWS = {"mid": (120, 300), "near": (20, 312), "lane": (0, 384)}


def glow_at(w: Window, reach: float) -> Array:
    """How near each column is to the sun on the screen, halfway along the place; 0..1 across the layer."""
    if w.factor > 0.1:
        return np.ones((1, w.width), np.float32)
    x = w.column(LENGTH / 2 - LEAD, SUN_X)
    return np.exp(-np.abs(np.arange(w.width) - x) / reach).astype(np.float32)[None]


def haze_tint(w: Window, k: float = 1.0) -> Array:
    """The colour of the air: warm towards the sun, lilac away from it."""
    g = glow_at(w, 190)[..., None] if w.factor <= 0.1 else np.full((1, w.width, 1), 0.55, np.float32)
    return (colour("#8c8c98") * (1 - g) + colour("#ffc884") * 1.15 * g) * k


def sky(w: Window) -> Painted:
    h = HORIZON + 24
    sx = w.column(LENGTH / 2 - LEAD, SUN_X)
    d, _ = polar(h, w.width, (sx, SUN_Y / 0.8))
    yy, xx = np.mgrid[0:h, 0 : w.width].astype(np.float32)
    d = np.hypot(xx - sx, (yy - SUN_Y) * 1.25)
    base = gradient(
        [(0, "#1f3350"), (0.22, "#375069"), (0.44, "#6c7684"), (0.64, "#a58a80"), (0.82, "#dca474"), (1, "#f4c07a")],
        yy / HORIZON,
    )
    out = blend(base, colour("#ffc070") * 1.5, np.exp(-d / 92) * 0.85)
    lit = np.exp(-d / 190)
    for band, seed, cell, cover in (((10, 110), 4, (230, 12), 0.50), ((96, 196), 44, (120, 5), 0.52)):
        cl = clouds(h, w.width, band, seed, cell, cover, 18)
        cl = steps(cl, 7)
        under = gradient(
            [(0, "#34445e"), (0.35, "#7c6672"), (0.7, "#e29064"), (1, "#ffd696")],
            np.clip(lit * 1.15 - (cl - 0.4) * 0.25, 0, 1),
        )
        out = blend(out, under, np.clip(cl * 1.1, 0, 0.85))
        rim = np.clip(cl - np.roll(cl, -2, 0), 0, 1) * 2.2
        out = out + colour("#ffb070") * (rim * lit * 0.9)[..., None]
    out = out + colour("#fff0c0") * (np.exp(-((np.hypot(xx - sx, yy - SUN_Y) / 15) ** 4)) * 5)[..., None]
    for a, b, y, k in ((40, 230, 74, 0.5), (430, 560, 52, 0.35)):  # vapour trails, just lit
        trail = np.exp(-(((yy - y + (xx - a) * 0.07) / 1.3) ** 2)) * smooth(a, a + 60, xx) * smooth(b + 60, b, xx)
        out = out + colour("#ffb890") * (steps(trail, 4) * k * 0.35)[..., None]
    return Painted(develop(out, LOOK), np.ones((h, w.width), bool))


def city(w: Window) -> Painted:
    """Far roofs in two depths with City Hall's tower, gas holder, stacks and their smoke."""
    h, hz = HORIZON + 20, HORIZON
    r, near = Relief(w.width, h), Relief(w.width, h)
    mid = w.column(LENGTH / 2 - LEAD, 0)
    skyline(r, hz - 4, 3, (10, 34), (10, 34))
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
        r.rect(mid + x, hz - tall, wide, tall + 8, "#000000")
    skyline(near, hz - 2, 9, (14, 46), (6, 22), tanks=0.35, stacks=0.3)
    for x, tall in ((96, 84), (116, 70), (470, 66), (600, 90), (622, 74), (-60, 60)):
        near.rect(mid + x, hz - tall, 5, tall, "#000000")
        near.rect(mid + x - 1, hz - tall, 7, 2, "#000000")
    for i in range(6):
        near.poly(
            [(mid + 480 + i * 15, hz - 16), (mid + 491 + i * 15, hz - 30), (mid + 495 + i * 15, hz - 16)], "#000000"
        )
    near.disc(mid + 676, hz - 12, 26, 30, "#000000")
    near.disc(mid + 20, hz - 10, 22, 24, "#000000")
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


def elevated(w: Window) -> Painted:
    """The elevated railway on its bents, and the low town under it; 7 px a metre."""
    h, s = HORIZON + 30, w.scale
    r = Relief(w.width, h)
    rng = np.random.default_rng(12)
    skyline(r, HORIZON + 4, 31, (18, 52), (12, 30), "#4a4450", tanks=0.25, stacks=0.2)
    for x in range(0, w.width, 9):
        if rng.random() < 0.5:
            r.rect(
                x,
                HORIZON - rng.integers(2, 16),
                2,
                2,
                None,
                None,
                colour("#ffb860") * (0.8 if rng.random() < 0.4 else 0),
            )
    deck, c, dk = HORIZON - 34, "#2c2631", "#221d26"
    r.rect(0, deck, w.width, 6, c, 3)
    for x in range(0, w.width, 8):
        r.line((x, deck + 6), (x + 8, deck + 12), dk, 3)
        r.line((x + 8, deck + 6), (x, deck + 12), dk, 3)
    r.rect(0, deck + 12, w.width, 2, c, 3)
    for x in range(14, w.width, round(14 * s)):
        for leg in (0, 20):
            r.rect(x + leg, deck, 4, 50, c, 3)
        r.rect(x, deck + 24, 24, 2, c, 3)
        r.line((x + 3, deck + 26), (x + 21, HORIZON + 6), dk, 3)
        r.line((x + 21, deck + 26), (x + 3, HORIZON + 6), dk, 3)
        r.rect(x + 8, deck - 18, 1, 18, dk, 3)
        r.rect(x + 5, deck - 18, 7, 1, dk, 3)
    for x in range(0, w.width, 5):
        r.rect(x, deck - 4, 1, 4, c, 3)
    r.rect(0, deck - 5, w.width, 1, c, 3)
    for _k, x in enumerate((210, 640, 930)):  # station houses on the line
        r.rect(x, deck - 22, 64, 18, "#3a323c", 4)
        r.poly([(x - 6, deck - 22), (x + 32, deck - 31), (x + 70, deck - 22)], "#2a242c", 5)
        for i in range(5):
            r.rect(x + 6 + i * 12, deck - 17, 6, 7, "#c89858", 3, colour("#ffb860") * 1.2)
    yy = np.mgrid[0:h, 0 : w.width][0]
    r.rect(0, HORIZON + 2, w.width, 40, "#5c4c48", 1)
    lit = light(r, Daylight((0.1, -0.6, -0.1), "#ffb878", 0.9, "#7c7486", "#3a3034", 0.7, 1.0, 0))
    img = blend(lit, haze_tint(w), 0.42 + 0.3 * smooth(HORIZON - 30, HORIZON + 4, yy))
    return Painted(develop(img, LOOK), (r.a > 0.5))


def far(w: Window) -> Painted:
    """The far tracks: lines of cars, lighting towers, coaling tower, portals, a switcher's plume; 15 px a metre."""
    h = 296
    r, rng = Relief(w.width, h), np.random.default_rng(5)
    foot = round(ground_y(36))
    tone = ramp(
        ("#2c2426", "#3a3030", "#4a3e3a", "#5c4c44"), np.clip(fbm(h, w.width, 60, 4, 3, 4) * 1.3 - 0.15, 0, 0.99)
    )
    r.rect(0, HORIZON + 1, w.width, h - HORIZON, tone[HORIZON + 1 :], 1)
    snow = fbm(h, w.width, 90, 5, 31, 4) > 0.56
    r.mask(0, 0, snow & (np.mgrid[0:h, 0 : w.width][0] > HORIZON + 3), "#9aa0b8", 1.4)
    for z in (20, 24, 31, 44, 60, 100):
        r.rect(0, ground_y(z), w.width, 1, "#d8a878", 2, colour("#ffb070") * 0.35)
    x = 30
    while x < w.width:
        n = int(rng.integers(1, 4))
        for _ in range(n):
            base = ("#5a2c22", "#3a4238", "#4a3424", "#603026", "#3c3a38")[int(rng.integers(0, 5))]
            r.rect(x, foot - 62, 188, 50, base, 4)
            for i in range(0, 188, 9):
                r.rect(x + i, foot - 60, 1, 46, colour(base) * 0.6, 3)
                r.rect(x + i + 1, foot - 60, 1, 46, colour(base) * 1.3, 4, colour("#c87848") * 0.10)
            for i in range(3):
                r.rect(x + 10, foot - 54 + i * 5, 20 - 5 * i, 2, "#a89c8c", 4)
            if rng.random() < 0.4:
                r.rect(x + 80, foot - 58, 26, 42, "#d8a060", 3, colour("#ffb870") * 0.8)
            r.rect(x + 2, foot - 63, 60 + int(rng.integers(0, 90)), 1, "#b8c0d4", 6)
            r.rect(x, foot - 64, 188, 2, "#2a2226", 5)
            r.rect(x + 76, foot - 60, 36, 46, colour(base) * 1.25, 5)
            for wx in (14, 30, 150, 166):
                r.disc(x + wx, foot - 6, 6, 6, "#1c181a", 4)
            r.rect(x + 4, foot - 12, 180, 4, "#1e1a1c", 4)
            x += 196
        x += int(rng.integers(260, 640))
    for x in range(60, w.width, 330):  # catenary portals across the tracks
        lattice(r, (x, foot - 150), (x + 6, foot), 7, "#2a2228")
        lattice(r, (x + 120, foot - 150), (x + 126, foot), 7, "#2a2228")
        lattice(r, (x, foot - 136), (x + 126, foot - 126), 9, "#2a2228")
        for q in (30, 62, 94):
            r.rect(x + q, foot - 126, 1, 10, "#2a2228", 3)
            r.rect(x + q - 2, foot - 117, 5, 3, "#4a3c38", 3)
    _landmarks(r, w, foot)
    yy = np.mgrid[0:h, 0 : w.width][0]
    lit = light(r, Daylight((0.1, -0.55, -0.16), "#ffb878", 1.3, "#6a6c90", "#3a3030", 0.62, 1.0, 30))
    mist = steps(smooth(HORIZON - 40, HORIZON + 12, yy) * (0.6 + 0.5 * fbm(h, w.width, 120, 14, 8, 3)), 12)
    img = blend(blend(lit, haze_tint(w), 0.10), haze_tint(w, 0.95), np.clip(mist * 0.34, 0, 0.42))
    mask = r.a > 0.5
    for cam, seed in ((700, 4), (2300, 9)):
        m = smoke(h, w.width, (w.column(cam, 420), foot - 60), 120, 130, seed, (5, 26))
        show = (m > 0.25) & ~mask
        img = np.where(show[..., None], blend(haze_tint(w), gradient([(0, "#8a7480"), (1, "#ffd8a0")], m), 0.8), img)
        mask = mask | show
    return Painted(develop(rim(img, r.a > 0.5, "#ffc890", 0.7), LOOK), mask)


def _landmarks(r: Relief, w: Window, foot: int) -> None:
    """Coaling tower, water tank, lighting masts and a switcher at their places along the way."""
    c = "#3a2e2e"
    x = w.column(420, 470)
    r.rect(x, foot - 150, 70, 62, c, 5)
    r.poly([(x - 4, foot - 150), (x + 35, foot - 178), (x + 74, foot - 150)], "#2a2226", 6)
    for q in range(4, 70, 6):
        r.rect(x + q, foot - 150, 1, 62, "#2a2024", 4)
    for q, y in ((12, 140), (32, 140), (52, 140), (32, 116)):
        r.rect(x + q, foot - y, 7, 10, "#e0b070", 3, colour("#ffc070") * 0.7)
    lattice(r, (x + 70, foot - 120), (x + 150, foot - 112), 8, "#2a2226")
    r.line((x + 150, foot - 116), (x + 176, foot), "#2a2226", 4, 3)
    for leg in (2, 24, 46, 64):
        r.rect(x + leg, foot - 90, 5, 90, c, 5)
    lattice(r, (x + 4, foot - 60), (x + 66, foot - 40), 20, "#2a2226")
    r.poly([(x + 20, foot - 88), (x + 50, foot - 88), (x + 38, foot - 66), (x + 30, foot - 66)], "#2a2226", 6)
    water_tank(r, w.column(1500, 250), foot - 90, 8, "#4a3a34")
    for cam, sx in ((0, 120), (1000, 380), (2100, 120), (2700, 500)):
        x = w.column(cam, sx)
        lattice(r, (x, foot - 196), (x + 5, foot), 8, "#2a2428")
        r.rect(x - 8, foot - 200, 22, 3, "#2a2428", 4)
        for q in (-7, -1, 5, 11):
            r.rect(x + q, foot - 197, 3, 3, "#ffe0a0", 4, colour("#ffd890") * 1.6)
    x = w.column(2300, 410)  # the switcher
    r.rect(x - 60, foot - 44, 74, 32, "#26282c", 6)
    r.rect(x - 64, foot - 66, 30, 54, "#2c2e32", 6)
    r.rect(x - 58, foot - 60, 16, 12, "#ffc878", 5, colour("#ffb050") * 1.4)
    r.rect(x + 4, foot - 58, 8, 16, "#1e2024", 6)
    for wx in (-50, -30, -8, 8):
        r.disc(x + wx, foot - 6, 7, 7, "#141214", 5)
    r.disc(x + 15, foot - 34, 3, 3, "#fff0c0", 7, colour("#fff0c0") * 3)


def rim(img: Array, mask: np.ndarray, tint: str, amount: float) -> Array:
    """Light from behind on upper edges and, fainter, on the right-hand ones."""
    thick = mask & np.roll(mask, -1, 0) & np.roll(mask, -2, 0)  # a wire or a lath has no upper side to be lit
    up, right = thick & ~np.roll(mask, 1, 0), mask & np.roll(mask, 1, 1) & np.roll(mask, 2, 1) & ~np.roll(mask, -1, 1)
    up[0], right[:, -1] = False, False
    edge = up * 1.0 + right * 0.55
    return (img + colour(tint) * (edge * amount)[..., None]).astype(np.float32)


def _slab(w: Window, slab: int, rows: tuple[int, int], fog_start: float) -> tuple[Array, Traced]:
    t = strip(scene(), SUN, w, slab, rows, 26)
    lin = t.light("#6a70a0", 0.20, 1.0)
    lin = fog(lin, t.depth, haze_tint(w, 0.8), fog_start, 120)
    return lin, t


def middle(w: Window) -> Painted:
    lin, t = _slab(w, 1, ROWS["mid"], 16)
    yy = np.mgrid[0:HEIGHT, 0 : w.width][0]
    upright = t.hit & (t.depth < BACK_OF_CARS)
    lin = rim(lin, t.hit, "#ffb472", 1.1)
    mist = smooth(222, 300, yy) * (0.2 + 0.9 * fbm(HEIGHT, w.width, 150, 16, 15, 3))
    mist = np.where(upright, mist * 0.62, mist)
    lin = blend(lin, haze_tint(w, 0.95), np.clip(steps(mist, 14) * 0.66, 0, 0.6))
    return Painted(develop(lin, LOOK), t.hit)


BACK_OF_CARS = 15.5 + MID + 0.4


def wires(w: Window) -> Painted:
    """Catenary over the near masts, against the sky; and its droppers."""
    r = Relief(w.width, 200)
    for x in (-8.0, 3.5, 17.0, 30.5, 44.0, 57.5):
        a, b = w.px(x + 2.7), w.px(x + 13.5 + 2.7)
        if x > 50:
            b = w.px(62)
        top, low = ground_y(NEAR) - 290 + 14, ground_y(NEAR) - 238 + 14
        for pts, c in ((hang((a, top), (b, top), 16), "#1c1820"), (hang((a, top - 34), (b, top - 34), 10), "#2a242c")):
            r.curve(pts, c, 1)
        r.line((a, low), (b, low), "#1c1820", 1)
        for k in range(1, 9):
            t = k / 9
            r.line((a + (b - a) * t, top + 64 * t * (1 - t)), (a + (b - a) * t, low), "#2a2430", 1)
    return Painted(develop(r.rgb * 1.4 + hexed("#3a2a2a") * 0.4, LOOK), r.a > 0.5)


def near(w: Window) -> Painted:
    lin, t = _slab(w, 2, ROWS["near"], 17)
    yy = np.mgrid[0:HEIGHT, 0 : w.width][0]
    lin = rim(lin, t.hit, "#ffb472", 0.9)
    ground = t.normal[..., 1] > 0.5
    mist = smooth(262, 300, yy) * (0.5 + 0.7 * fbm(HEIGHT, w.width, 170, 10, 25, 3)) * np.where(ground, 1, 0.5)
    lin = blend(lin, haze_tint(w, 0.62), np.clip(steps(mist, 12) * 0.32, 0, 0.4))
    return Painted(develop(lin, LOOK), t.hit)


def lane(w: Window) -> Painted:
    lin, t = _slab(w, 3, ROWS["lane"], 19)
    yy = np.mgrid[0:HEIGHT, 0 : w.width][0]
    mist = smooth(340, 310, yy) * (t.normal[..., 1] > 0.5) * (0.5 + 0.6 * fbm(HEIGHT, w.width, 170, 9, 35, 3))
    mist = mist * np.clip((w.px(56.8) - np.arange(w.width)) / 120, 0, 1)[None]
    lin = blend(lin, haze_tint(w, 0.42), np.clip(steps(mist, 12) * 0.5, 0, 0.5))
    return Painted(develop(rim(lin, t.hit & (t.normal[..., 1] < 0.5), "#ffb472", 0.25), LOOK), t.hit)


def veil(w: Window) -> Painted:
    """Lit ground mist between the lane and the near tracks: mixed in, in sixteen steps."""
    yy = np.mgrid[0:HEIGHT, 0 : w.width][0]
    m = smooth(222, 284, yy) * smooth(330, 316, yy) * (0.15 + 1.0 * fbm(HEIGHT, w.width, 190, 22, 55, 3))
    end = np.clip((w.px(57.5) - np.arange(w.width)) / 90, 0, 1)[None]
    tint = develop(np.broadcast_to(haze_tint(w, 1.05), (HEIGHT, w.width, 3)), LOOK)
    return Painted(tint, m > 0, steps(np.clip(m * 0.72 * end, 0, 0.7), 16))


def front(w: Window) -> Painted:
    """Weeds, a fence and trackside iron near the lens: nearly black, rim-lit, low or at long intervals."""
    h = HEIGHT
    r, rng = Relief(w.width, h), np.random.default_rng(4)
    ragged = 376 - (fbm(1, w.width, 60, 1, 3, 4)[0] * 10)
    for x in range(w.width):
        r.rect(x, ragged[x], 1, 20, "#120e16", 3)
    tufts = np.cumsum(rng.exponential(46, 200)) - 60
    for x0 in tufts[tufts < w.width]:
        for _ in range(int(rng.integers(3, 12))):
            x, tall, lean = x0 + rng.normal(0, 14), rng.uniform(7, 26), rng.normal(0, 6)
            r.curve([(x, 380), (x + lean * 0.3, 380 - tall * 0.6), (x + lean, 376 - tall)], "#14101a", 2)
            if rng.random() < 0.3:
                r.disc(x + lean, 376 - tall, 1.6, 2.4, "#1c1620", 3)
    for cam in (330, 1500, 2300):  # a signal bridge's underside passes overhead, clear of the lane
        x = w.column(cam, 620)
        lattice(r, (x, 0), (x + 220, 26), 22, "#141018")
        for q in (40, 150):
            r.rect(x + q, 26, 4, 22, "#141018", 4)
            r.rect(x + q - 8, 48, 20, 30, "#17131a", 5)
    lit = light(r, Daylight((0.1, -0.8, -0.1), "#ffa060", 1.0, "#3a3c60", "#181014", 0.5, 1.2, 30, occlusion=(0, 0, 0)))
    return Painted(develop(lit, LOOK), r.a > 0.5)


def sprites(folder: object) -> None:
    write_all(folder, {"el-train": el_train(), "steam": steam(7, "#c8a890"), "fire": fire(5), "pigeon": pigeon()})


FACTS = {
    "grade": {"tint": "#fff4ec", "vignette": 0.34},
    "sun": {"x": SUN_X, "y": SUN_Y, "parallax": 0.02, "rays": "#ffcf90", "strength": 0.55},
    "lights": [
        {
            "x": 12.2 * 40 + 64 + 20,
            "y": 130,
            "parallax": 0.799,
            "colour": "#ff3a20",
            "radius": 26,
            "kind": "lamp",
            "pulse": "beat",
            "power": 0.35,
        },
        {
            "x": 27.6 * 40 + 64,
            "y": 262,
            "parallax": 0.799,
            "colour": "#ff8a34",
            "radius": 70,
            "kind": "fire",
            "pulse": "none",
            "power": 0.35,
        },
        {
            "x": 1936,
            "y": 265,
            "parallax": 0.799,
            "colour": "#ffb050",
            "radius": 60,
            "kind": "lamp",
            "pulse": "none",
            "power": 0.25,
        },
        {
            "x": 60.8 * 50,
            "y": 131,
            "parallax": 1,
            "colour": "#ffb060",
            "radius": 90,
            "kind": "lamp",
            "pulse": "bar",
            "power": 0.3,
        },
    ],
    "props": [
        {
            "sprite": "el-train",
            "x": 720,
            "y": HORIZON - 63,
            "parallax": 0.14,
            "after": "city",
            "drift": -52,
            "from_beat": 8,
            "to_beat": 26,
        },
        {"sprite": "fire", "x": 27.3 * 40 + 62, "y": 218, "parallax": 0.799, "after": "near"},
        {"sprite": "steam", "x": 1953, "y": 90, "parallax": 0.799, "after": "near", "phase": 5},
        {"sprite": "pigeon", "x": 1500, "y": 120, "parallax": 0.55, "after": "middle", "drift": -40},
        {"sprite": "pigeon", "x": 1516, "y": 132, "parallax": 0.55, "after": "middle", "drift": -40, "phase": 2},
    ],
    "seams": {
        "end": {
            "at": LENGTH,
            "cover": [2910, 3400],
            "what": "brick abutment of the overpass; the market begins behind it",
        }
    },
}

PLACE = Place(
    "yard",
    LENGTH,
    (
        Plane("sky", 0.02, sky, colours=80, note="the sun itself is here"),
        Plane("city", 0.06, city, colours=48, note="two depths of roofs, City Hall, stacks"),
        Plane("elevated", 0.14, elevated, colours=48, note="the elevated railway; el-train runs behind its railing"),
        Plane("far", 0.30, far, colours=96, note="far cars, portals, coaling tower, switcher"),
        Plane("middle", scale(MID) / 50, middle, colours=128, note="the cars with light in the gaps"),
        Plane("wires", scale(NEAR) / 50, wires, colours=8, dither=0, note="catenary"),
        Plane("near", scale(NEAR) / 50, near, colours=128, note="masts, signals, cabin, piles of sleepers"),
        Plane("veil", 0.9, veil, veil="mix", note="lit ground mist behind the lane"),
        Plane("lane", 1.0, lane, "ground", colours=128, note="the path between tracks; abutment at the end"),
        Plane("front", 1.35, front, "front", colours=32, note="weeds and iron near the lens"),
    ),
    FACTS,
    sprites,
)
