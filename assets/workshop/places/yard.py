"""The railroad yard at dawn: the sun low behind the tracks, frost, boxcars with light in the gaps, the elevated far off.

61 m in eight bars. Rhythm: cars (0-14 m), the wide gap with the sun and the signal bridge (14-27), tank and hoppers
(27-42), open tracks and the cabin (42-54), the caboose, then the brick abutment of the overpass that is the seam.
"""
from functools import lru_cache

import numpy as np

from . import things
from .colour import Array, blend, colour, gradient, hexed, smooth
from .film import Look, develop, fog, steps
from .life import el_train, fire, pigeon, steam, write_all
from .motifs import city_hall, clouds, lattice, person, polar, skyline, smoke, water_tank
from .noise import fbm, value_noise
from .relief import Relief, hang
from .relight import Daylight, light
from .rolling import BOXCARS, boxcar, caboose, flatcar, hopper, tank_car
from .scene import Scene
from .stage import HEIGHT, HORIZON, LEAD, Painted, Place, Plane, Window, ground_y, scale
from .strip import Light, Traced, strip
from .textures import ballast, boards, brick, ramp, weather

LOOK = Look(.82, '#1e3050', '#ffd8a0', .30, .10, 1.02, .03, 1.03, .8)
SUN = Light((.20, .205, 1), '#ffb878', 9, '#5a6490', .9, '#2a2022', .4, 6, 6)
SUN_X, SUN_Y = 392, 170
LENGTH = 3072
MID, NEAR = 12.7, 3.9
ROWS = {'mid': (120, 300), 'near': (20, 312), 'lane': (0, 384)}


def glow_at(w: Window, reach: float) -> Array:
    """How near each column is to the sun on the screen when the column is in the middle third; 0..1 across the layer."""
    if w.factor > .1:
        return np.ones((1, w.width), np.float32)
    x = w.column(LENGTH / 2 - LEAD, SUN_X)
    return np.exp(-np.abs(np.arange(w.width) - x) / reach).astype(np.float32)[None]


def haze_tint(w: Window, k: float = 1.0) -> Array:
    """The colour of the air: warm towards the sun, lilac away from it."""
    g = glow_at(w, 190)[..., None] if w.factor <= .1 else np.full((1, w.width, 1), .55, np.float32)
    return (colour('#8c8c98') * (1 - g) + colour('#ffc884') * 1.15 * g) * k


def sky(w: Window) -> Painted:
    h = HORIZON + 24
    sx = w.column(LENGTH / 2 - LEAD, SUN_X)
    d, _ = polar(h, w.width, (sx, SUN_Y / .8))
    yy, xx = np.mgrid[0:h, 0:w.width].astype(np.float32)
    d = np.hypot(xx - sx, (yy - SUN_Y) * 1.25)
    base = gradient([(0, '#1f3350'), (.22, '#375069'), (.44, '#6c7684'), (.64, '#a58a80'), (.82, '#dca474'), (1, '#f4c07a')], yy / HORIZON)
    out = blend(base, colour('#ffc070') * 1.5, np.exp(-d / 92) * .85)
    lit = np.exp(-d / 190)
    for band, seed, cell, cover in (((10, 110), 4, (230, 12), .50), ((96, 196), 44, (120, 5), .52)):
        cl = clouds(h, w.width, band, seed, cell, cover, 18)
        cl = steps(cl, 7)
        under = gradient([(0, '#34445e'), (.35, '#7c6672'), (.7, '#e29064'), (1, '#ffd696')], np.clip(lit * 1.15 - (cl - .4) * .25, 0, 1))
        out = blend(out, under, np.clip(cl * 1.1, 0, .85))
        rim = np.clip(cl - np.roll(cl, -2, 0), 0, 1) * 2.2
        out = out + colour('#ffb070') * (rim * lit * .9)[..., None]
    out = out + colour('#fff0c0') * (np.exp(-(np.hypot(xx - sx, yy - SUN_Y) / 15) ** 4) * 5)[..., None]
    for a, b, y, k in ((40, 230, 74, .5), (430, 560, 52, .35)):      # vapour trails, just lit
        trail = np.exp(-((yy - y + (xx - a) * .07) / 1.3) ** 2) * smooth(a, a + 60, xx) * smooth(b + 60, b, xx)
        out = out + colour('#ffb890') * (steps(trail, 4) * k * .35)[..., None]
    return Painted(develop(out, LOOK), np.ones((h, w.width), bool))


def city(w: Window) -> Painted:
    """Far roofs in two depths with City Hall's tower, gas holder, stacks and their smoke."""
    h, hz = HORIZON + 20, HORIZON
    r, near = Relief(w.width, h), Relief(w.width, h)
    mid = w.column(LENGTH / 2 - LEAD, 0)
    skyline(r, hz - 4, 3, (10, 34), (10, 34))
    city_hall(r, mid + 214, hz + 6, 112)
    for x, tall, wide in ((40, 60, 20), (68, 48, 16), (150, 62, 22), (176, 50, 18), (268, 56, 18), (300, 44, 24), (560, 58, 20), (640, 50, 26)):
        r.rect(mid + x, hz - tall, wide, tall + 8, '#000000')
    skyline(near, hz - 2, 9, (14, 46), (6, 22), tanks=.35, stacks=.3)
    for x, tall in ((96, 84), (116, 70), (470, 66), (600, 90), (622, 74), (-60, 60)):
        near.rect(mid + x, hz - tall, 5, tall, '#000000')
        near.rect(mid + x - 1, hz - tall, 7, 2, '#000000')
    for i in range(6):
        near.poly([(mid + 480 + i * 15, hz - 16), (mid + 491 + i * 15, hz - 30), (mid + 495 + i * 15, hz - 16)], '#000000')
    near.disc(mid + 676, hz - 12, 26, 30, '#000000')
    near.disc(mid + 20, hz - 10, 22, 24, '#000000')
    yy = np.mgrid[0:h, 0:w.width][0]
    air = haze_tint(w)
    img = np.where((near.a > .5)[..., None], air * .30 + hexed('#3a3040') * .25, air * .46 + hexed('#50465a') * .2) * np.ones((h, 1, 1))
    img = blend(img, air * .62, smooth(hz - 46, hz, yy) * .5)
    mask = (r.a > .5) | (near.a > .5) | (yy > hz - 8)
    for x, y, drift, seed in ((99, hz - 84, 110, 1), (603, hz - 90, 96, 2), (473, hz - 66, 90, 3), (-57, hz - 60, 110, 5)):
        m = smoke(h, w.width, (mid + x, y), 46, drift, seed)
        lit = gradient([(0, '#6a5a74'), (1, '#ffc890')], np.clip(glow_at(w, 150) * .9 + .15 * np.roll(m, 3, 0), 0, 1))
        img, mask = np.where((m > .3)[..., None], blend(img, lit, .35 + m * .5), img), mask | (m > .3)
    img[r.a + near.a == 0] = blend(img, air * .8, .3)[r.a + near.a == 0]
    return Painted(develop(img, LOOK), mask)


def elevated(w: Window) -> Painted:
    """The elevated railway on its bents, and the low town under it; 7 px a metre."""
    h, s = HORIZON + 30, w.scale
    r = Relief(w.width, h)
    rng = np.random.default_rng(12)
    skyline(r, HORIZON + 4, 31, (18, 52), (12, 30), '#4a4450', tanks=.25, stacks=.2)
    for x in range(0, w.width, 9):
        if rng.random() < .5:
            r.rect(x, HORIZON - rng.integers(2, 16), 2, 2, None, None, colour('#ffb860') * (.8 if rng.random() < .4 else 0))
    deck, c, dk = HORIZON - 34, '#2c2631', '#221d26'
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
    for k, x in enumerate((210, 640, 930)):      # station houses on the line
        r.rect(x, deck - 22, 64, 18, '#3a323c', 4)
        r.poly([(x - 6, deck - 22), (x + 32, deck - 31), (x + 70, deck - 22)], '#2a242c', 5)
        for i in range(5):
            r.rect(x + 6 + i * 12, deck - 17, 6, 7, '#c89858', 3, colour('#ffb860') * 1.2)
    yy = np.mgrid[0:h, 0:w.width][0]
    r.rect(0, HORIZON + 2, w.width, 40, '#5c4c48', 1)
    lit = light(r, Daylight((.1, -.6, -.1), '#ffb878', .9, '#7c7486', '#3a3034', .7, 1.0, 0))
    img = blend(lit, haze_tint(w), .42 + .3 * smooth(HORIZON - 30, HORIZON + 4, yy))
    return Painted(develop(img, LOOK), (r.a > .5))


def far(w: Window) -> Painted:
    """The far tracks: lines of cars, lighting towers, coaling tower, catenary portals, a switcher's plume; 15 px a metre."""
    h = 296
    r, rng = Relief(w.width, h), np.random.default_rng(5)
    foot = round(ground_y(36))
    tone = ramp(('#2c2426', '#3a3030', '#4a3e3a', '#5c4c44'), np.clip(fbm(h, w.width, 60, 4, 3, 4) * 1.3 - .15, 0, .99))
    r.rect(0, HORIZON + 1, w.width, h - HORIZON, tone[HORIZON + 1:], 1)
    snow = fbm(h, w.width, 90, 5, 31, 4) > .56
    r.mask(0, 0, snow & (np.mgrid[0:h, 0:w.width][0] > HORIZON + 3), '#9aa0b8', 1.4)
    for z in (20, 24, 31, 44, 60, 100):
        r.rect(0, ground_y(z), w.width, 1, '#d8a878', 2, colour('#ffb070') * .35)
    x = 30
    while x < w.width:
        n = int(rng.integers(1, 4))
        for _ in range(n):
            base = ('#5a2c22', '#3a4238', '#4a3424', '#603026', '#3c3a38')[int(rng.integers(0, 5))]
            r.rect(x, foot - 62, 188, 50, base, 4)
            for i in range(0, 188, 9):
                r.rect(x + i, foot - 60, 1, 46, colour(base) * .6, 3)
                r.rect(x + i + 1, foot - 60, 1, 46, colour(base) * 1.3, 4, colour('#c87848') * .10)
            for i in range(3):
                r.rect(x + 10, foot - 54 + i * 5, 20 - 5 * i, 2, '#a89c8c', 4)
            if rng.random() < .4:
                r.rect(x + 80, foot - 58, 26, 42, '#d8a060', 3, colour('#ffb870') * .8)
            r.rect(x + 2, foot - 63, 60 + int(rng.integers(0, 90)), 1, '#b8c0d4', 6)
            r.rect(x, foot - 64, 188, 2, '#2a2226', 5)
            r.rect(x + 76, foot - 60, 36, 46, colour(base) * 1.25, 5)
            for wx in (14, 30, 150, 166):
                r.disc(x + wx, foot - 6, 6, 6, '#1c181a', 4)
            r.rect(x + 4, foot - 12, 180, 4, '#1e1a1c', 4)
            x += 196
        x += int(rng.integers(260, 640))
    for x in range(60, w.width, 330):       # catenary portals across the tracks
        lattice(r, (x, foot - 150), (x + 6, foot), 7, '#2a2228')
        lattice(r, (x + 120, foot - 150), (x + 126, foot), 7, '#2a2228')
        lattice(r, (x, foot - 136), (x + 126, foot - 126), 9, '#2a2228')
        for q in (30, 62, 94):
            r.rect(x + q, foot - 126, 1, 10, '#2a2228', 3)
            r.rect(x + q - 2, foot - 117, 5, 3, '#4a3c38', 3)
    _landmarks(r, w, foot)
    yy = np.mgrid[0:h, 0:w.width][0]
    lit = light(r, Daylight((.1, -.55, -.16), '#ffb878', 1.3, '#6a6c90', '#3a3030', .62, 1.0, 30))
    mist = steps(smooth(HORIZON - 40, HORIZON + 12, yy) * (.6 + .5 * fbm(h, w.width, 120, 14, 8, 3)), 12)
    img = blend(blend(lit, haze_tint(w), .10), haze_tint(w, .95), np.clip(mist * .34, 0, .42))
    mask = r.a > .5
    for cam, seed in ((700, 4), (2300, 9)):
        m = smoke(h, w.width, (w.column(cam, 420), foot - 60), 120, 130, seed, (5, 26))
        show = (m > .25) & ~mask
        img = np.where(show[..., None], blend(haze_tint(w), gradient([(0, '#8a7480'), (1, '#ffd8a0')], m), .8), img)
        mask = mask | show
    return Painted(develop(rim(img, r.a > .5, '#ffc890', .7), LOOK), mask)


def _landmarks(r: Relief, w: Window, foot: int) -> None:
    """Coaling tower, water tank, lighting masts and a switcher at their places along the way."""
    c = '#3a2e2e'
    x = w.column(420, 470)
    r.rect(x, foot - 150, 70, 62, c, 5)
    r.poly([(x - 4, foot - 150), (x + 35, foot - 178), (x + 74, foot - 150)], '#2a2226', 6)
    for q in range(4, 70, 6):
        r.rect(x + q, foot - 150, 1, 62, '#2a2024', 4)
    for q, y in ((12, 140), (32, 140), (52, 140), (32, 116)):
        r.rect(x + q, foot - y, 7, 10, '#e0b070', 3, colour('#ffc070') * .7)
    lattice(r, (x + 70, foot - 120), (x + 150, foot - 112), 8, '#2a2226')
    r.line((x + 150, foot - 116), (x + 176, foot), '#2a2226', 4, 3)
    for leg in (2, 24, 46, 64):
        r.rect(x + leg, foot - 90, 5, 90, c, 5)
    lattice(r, (x + 4, foot - 60), (x + 66, foot - 40), 20, '#2a2226')
    r.poly([(x + 20, foot - 88), (x + 50, foot - 88), (x + 38, foot - 66), (x + 30, foot - 66)], '#2a2226', 6)
    water_tank(r, w.column(1500, 250), foot - 90, 8, '#4a3a34')
    for cam, sx in ((0, 120), (1000, 380), (2100, 120), (2700, 500)):
        x = w.column(cam, sx)
        lattice(r, (x, foot - 196), (x + 5, foot), 8, '#2a2428')
        r.rect(x - 8, foot - 200, 22, 3, '#2a2428', 4)
        for q in (-7, -1, 5, 11):
            r.rect(x + q, foot - 197, 3, 3, '#ffe0a0', 4, colour('#ffd890') * 1.6)
    x = w.column(2300, 410)      # the switcher
    r.rect(x - 60, foot - 44, 74, 32, '#26282c', 6)
    r.rect(x - 64, foot - 66, 30, 54, '#2c2e32', 6)
    r.rect(x - 58, foot - 60, 16, 12, '#ffc878', 5, colour('#ffb050') * 1.4)
    r.rect(x + 4, foot - 58, 8, 16, '#1e2024', 6)
    for wx in (-50, -30, -8, 8):
        r.disc(x + wx, foot - 6, 7, 7, '#141214', 5)
    r.disc(x + 15, foot - 34, 3, 3, '#fff0c0', 7, colour('#fff0c0') * 3)


def rim(img: Array, mask: np.ndarray, tint: str, amount: float) -> Array:
    """Light from behind on upper edges and, fainter, on the right-hand ones."""
    thick = mask & np.roll(mask, -1, 0) & np.roll(mask, -2, 0)      # a wire or a lath has no upper side to be lit
    up, right = thick & ~np.roll(mask, 1, 0), mask & np.roll(mask, 1, 1) & np.roll(mask, 2, 1) & ~np.roll(mask, -1, 1)
    up[0], right[:, -1] = False, False
    edge = up * 1.0 + right * .55
    return (img + colour(tint) * (edge * amount)[..., None]).astype(np.float32)


# ------------------------------------------------------------------ the traced scene
@lru_cache(maxsize=1)
def scene() -> Scene:
    s = Scene()
    ground = s.paint(_ground(), ppm=32, bump=.9)
    for slab, z0, z1 in ((3, -9, 3.0), (2, 3.0, 8.2), (1, 8.2, 25)):
        s.slab = slab
        s.box((-60, -1, z0), (140, 0, z1), ground)
    _tracks(s)
    s.slab = 1
    _consist(s)
    s.slab = 2
    _lineside(s)
    s.slab = 3
    _abutment(s)
    s.lamp((3, 9, -22), '#98a4c8', 1500, 90, .3, 0)
    s.lamp((52, 9, -22), '#98a4c8', 1500, 90, .3, 0)
    return s


def _ground() -> tuple[Array, Array]:
    """Cinders, dirt and patches of snow; 32 m by 17 m."""
    w, h = 1024, 544
    stones, z = ballast(w, h, ('#1e1a1c', '#2a2426', '#383032', '#463c3a', '#544842'), 3, 3.4)
    dirt = ramp(('#1c1718', '#241e1e', '#2c2524', '#342b29'), np.clip(fbm(h, w, 60, 40, 5, 4) * 1.3 - .15, 0, .99))
    bare = fbm(h, w, 120, 30, 8, 3) > .5
    rgb, z = np.where(bare[..., None], stones, dirt), np.where(bare, z * .8, value_noise(h, w, 4, 4, 6) * 1.2)
    drift = fbm(h, w, 70, 15, 31, 5, .58)
    snow, deep = drift > .56, drift > .60
    rgb = np.where(snow[..., None], colour('#8e98b4'), rgb)
    rgb = np.where(deep[..., None], colour('#b4bcd0'), rgb)
    return rgb.astype(np.float32), np.where(snow, 2.4 + value_noise(h, w, 5, 5, 77), z).astype(np.float32)


def _tracks(s: Scene) -> None:
    """Tracks along the way on their beds, one crossover through the lane, a plank crossing."""
    rail, web = s.paint('#8a6a58', '#e0a878', .34, gloss=1.2, sharp=5), s.paint('#2a2020')
    w, h = 640, 96
    bed, rng = Relief(w, h), np.random.default_rng(4)
    bed.texture(0, 0, ballast(w, h, ('#221c1e', '#30292a', '#40373a', '#524846', '#665a52'), 9, 4))
    for x in range(0, w, 20):
        off, tone = int(rng.integers(-2, 3)), ('#241b1a', '#2c221f', '#352824')[int(rng.integers(0, 3))]
        bed.rect(x + 3, 8 + off, 11, 78, tone, 3)
        for k in range(3):
            bed.rect(x + 3, 14 + k * 22 + int(rng.integers(0, 10)), 11, 1, '#181214', 2)
    frost = fbm(h, w, 26, 12, 41, 4) > .60
    bed.mask(0, 0, frost, '#a8b0c8', 4)
    mat = s.paint(bed, ppm=32, bump=.8)
    for z, slab in ((-3.6, 3), (1.2, 3), (5.0, 2), (10.6, 1), (15.5, 1), (20.5, 1)):
        s.slab = slab
        s.box((-60, -.5, z), (140, .04, z + 2.6), mat)
        for e in (.58, 2.02):
            s.box((-60, 0, z + e - .04), (140, .15, z + e + .04), web, rail)
    s.slab = 3
    for a, b in ((8.5, 19.0), (30.5, 41.0)):       # crossovers through the lane
        for e in (.58, 2.02):
            for lift in (.15,):
                s.quad((a, lift, 1.2 + e - .05), (b - a, 0, -4.8), (0, 0, .12), rail)
    wood = s.paint(boards(192, 192, 12, ('#4a3c38', '#5a4a42', '#6a584c', '#786656'), 7), ppm=40)
    for x in (22.6, 47.0):      # plank crossings, level with the rails
        s.box((x, 0, -3.9), (x + 2.8, .13, 3.0), wood)


def _consist(s: Scene) -> None:
    """Cars at 12.7 m in an order with gaps, each a card with wheels, so that light comes through under them."""
    def car(x: float, r: Relief) -> float:
        s.card(x, 0, MID, r.w / scale(MID), r.h / scale(MID), s.paint(r, ppm=scale(MID)))
        return x + r.w / scale(MID) + .55
    x = -13.4
    order = ('b0', 'b1', 9.0, 'tank', 'hop', 7.5, 'b4', 'flat2', 3.0, 'cab', 12.0, 'b2', 'b5')
    for k, item in enumerate(order):
        if isinstance(item, float):
            x += item
        elif item.startswith('b'):
            x = car(x, boxcar(BOXCARS[int(item[1])], k))
        else:
            make = {'flat2': lambda: flatcar(3), 'tank': lambda: tank_car(2), 'hop': lambda: hopper(1),
                    'cab': lambda: caboose(4)}[item]
            x = car(x, make())


def _lineside(s: Scene) -> None:
    """Near the path: catenary masts, signals, switch stands, relay cabin, sleepers in piles, a fire drum."""
    k = scale(NEAR)
    for x in (-8.0, 3.5, 17.0, 30.5, 44.0, 57.5, 71.0):
        m = Relief(150, 330)
        lattice(m, (10, 6), (18, 330), 10, '#211c22')
        m.rect(8, 322, 12, 8, '#4a4444', 5)
        for y, length in ((40, 96), (92, 80)):
            m.rect(16, y, length, 2, '#211c22', 4)
            m.line((18, y - 26), (16 + length, y), '#211c22', 4)
            m.rect(14 + length, y, 2, 14, '#211c22', 4)
            m.rect(12 + length, y + 5, 6, 5, '#5a4a44', 5)
        s.card(x, 0, NEAR, 150 / k, 330 / k, s.paint(m, ppm=k))
    for x, lamp in ((12.2, '#ff3a20'), (39.0, '#30d890')):
        s.card(x, 0, NEAR - .4, 44 / k, 210 / k, s.paint(things.signal(lamp), ppm=k))
    for x in (9.0, 31.2, 50.8):
        s.card(x, 0, 3.1, 30 / k, 62 / k, s.paint(things.switch_stand(), ppm=k))
    s.card(45.2, 0, 5.6, 128 / k, 118 / k, s.paint(things.cabin(), ppm=k))
    s.lamp((46.6, 1.5, 5.0), '#ffb050', 2.2, 5)
    wood = s.paint(boards(96, 64, 6, ('#2a2020', '#362a26', '#44362e'), 3), ppm=k)
    for x in (5.6, 20.2, 35.4, 53.0):
        for row in range(3):
            s.box((x + row * .12, row * .26, 3.6), (x + 2.5 - row * .12, row * .26 + .24, 6.0), wood)
    drum = s.paint(things.drum(), ppm=k)
    s.card(27.3, 0, 3.5, 26 / k, 36 / k, drum)
    men = ((25.9, 1, '#3a3e48', 'cap'), (28.3, 4, '#4a3630', 'knit'), (48.9, 7, '#40403a', 'cap'), (10.2, 2, '#3c4038', 'brim'))
    for i, (x, seed, coat, hat) in enumerate(men):
        who = person(seed, coat, None, hat, 6 if i == 3 else 0)
        s.card(x, 0, 3.7, 44 / k, 78 / k, s.paint(who.flipped() if i in (1, 3) else who, ppm=k))
    s.lamp((27.6, 1.3, 3.2), '#ff8a34', 6, 7, .4)


def _abutment(s: Scene) -> None:
    """The overpass at the end: a brick wall that hides the change to the market (61.44 m is the seam)."""
    wall = s.paint(weather(brick(1024, 512, ('#33201e', '#402824', '#4e302a', '#5c3a32'), '#4a403c', 21, .8), '#2a2a2c', .6, 5), ppm=44)
    stone = s.paint(weather(brick(256, 512, ('#5a5450', '#68605a', '#766c64'), '#3a3634', 8, .5, (26, 12)), '#3a3836', .5, 3), ppm=44)
    s.box((58.0, 0, 1.9), (80.0, 9, 6.0), wall)
    for x in (58.0, 62.4, 66.8):
        s.box((x - .25, 0, 1.6), (x + .9, 9, 2.0), stone)
    s.box((57.6, 4.6, 1.4), (80.0, 5.1, 2.0), stone)
    s.lamp((60.8, 3.9, 1.2), '#ffb060', 3.2, 6, .3)
    bulb = s.paint('#ffffff', '#ffd890', 6)
    s.ball((60.8, 4.05, 1.55), (.14, .12, .14), bulb)
    iron = s.paint('#1c1a1e')
    s.box((60.3, 4.2, 1.2), (61.3, 4.3, 1.9), iron)


def _slab(w: Window, slab: int, rows: tuple[int, int], fog_start: float) -> tuple[Array, Traced]:
    t = strip(scene(), SUN, w, slab, rows, 26)
    lin = t.light('#6a70a0', .20, 1.0)
    lin = fog(lin, t.depth, haze_tint(w, .8), fog_start, 120)
    return lin, t


def middle(w: Window) -> Painted:
    lin, t = _slab(w, 1, ROWS['mid'], 16)
    yy = np.mgrid[0:HEIGHT, 0:w.width][0]
    upright = t.hit & (t.depth < BACK_OF_CARS)
    lin = rim(lin, t.hit, '#ffb472', 1.1)
    mist = smooth(222, 300, yy) * (.2 + .9 * fbm(HEIGHT, w.width, 150, 16, 15, 3))
    mist = np.where(upright, mist * .62, mist)
    lin = blend(lin, haze_tint(w, .95), np.clip(steps(mist, 14) * .66, 0, .6))
    return Painted(develop(lin, LOOK), t.hit)


BACK_OF_CARS = 15.5 + MID + .4


def wires(w: Window) -> Painted:
    """Catenary over the near masts, against the sky; and its droppers."""
    r = Relief(w.width, 200)
    for x in (-8.0, 3.5, 17.0, 30.5, 44.0, 57.5):
        a, b = w.px(x + 2.7), w.px(x + 13.5 + 2.7)
        if x > 50:
            b = w.px(62)
        top, low = ground_y(NEAR) - 290 + 14, ground_y(NEAR) - 238 + 14
        for pts, c in ((hang((a, top), (b, top), 16), '#1c1820'), (hang((a, top - 34), (b, top - 34), 10), '#2a242c')):
            r.curve(pts, c, 1)
        r.line((a, low), (b, low), '#1c1820', 1)
        for k in range(1, 9):
            t = k / 9
            r.line((a + (b - a) * t, top + 64 * t * (1 - t)), (a + (b - a) * t, low), '#2a2430', 1)
    return Painted(develop(r.rgb * 1.4 + hexed('#3a2a2a') * .4, LOOK), r.a > .5)


def near(w: Window) -> Painted:
    lin, t = _slab(w, 2, ROWS['near'], 17)
    yy = np.mgrid[0:HEIGHT, 0:w.width][0]
    lin = rim(lin, t.hit, '#ffb472', .9)
    ground = t.normal[..., 1] > .5
    mist = smooth(262, 300, yy) * (.5 + .7 * fbm(HEIGHT, w.width, 170, 10, 25, 3)) * np.where(ground, 1, .5)
    lin = blend(lin, haze_tint(w, .62), np.clip(steps(mist, 12) * .32, 0, .4))
    return Painted(develop(lin, LOOK), t.hit)


def lane(w: Window) -> Painted:
    lin, t = _slab(w, 3, ROWS['lane'], 19)
    yy = np.mgrid[0:HEIGHT, 0:w.width][0]
    mist = smooth(340, 310, yy) * (t.normal[..., 1] > .5) * (.5 + .6 * fbm(HEIGHT, w.width, 170, 9, 35, 3))
    lin = blend(lin, haze_tint(w, .42), np.clip(steps(mist, 12) * .5, 0, .5))
    return Painted(develop(rim(lin, t.hit & (t.normal[..., 1] < .5), '#ffb472', .25), LOOK), t.hit)


def veil(w: Window) -> Painted:
    """Lit ground mist between the lane and the near tracks: mixed in, in sixteen steps."""
    yy = np.mgrid[0:HEIGHT, 0:w.width][0]
    m = smooth(222, 284, yy) * smooth(322, 306, yy) * (.15 + 1.0 * fbm(HEIGHT, w.width, 190, 22, 55, 3))
    end = np.clip((w.px(57.5) - np.arange(w.width)) / 90, 0, 1)[None]
    tint = develop(np.broadcast_to(haze_tint(w, 1.05), (HEIGHT, w.width, 3)), LOOK)
    return Painted(tint, m > 0, steps(np.clip(m * .52 * end, 0, .6), 16))


def front(w: Window) -> Painted:
    """Weeds, a fence and trackside iron near the lens: nearly black, rim-lit, low or at long intervals."""
    h = HEIGHT
    r, rng = Relief(w.width, h), np.random.default_rng(4)
    ragged = 376 - (fbm(1, w.width, 60, 1, 3, 4)[0] * 10)
    for x in range(w.width):
        r.rect(x, ragged[x], 1, 20, '#120e16', 3)
    tufts = np.cumsum(rng.exponential(46, 200)) - 60
    for x0 in tufts[tufts < w.width]:
        for _ in range(int(rng.integers(3, 12))):
            x, tall, lean = x0 + rng.normal(0, 14), rng.uniform(7, 26), rng.normal(0, 6)
            r.curve([(x, 380), (x + lean * .3, 380 - tall * .6), (x + lean, 376 - tall)], '#14101a', 2)
            if rng.random() < .3:
                r.disc(x + lean, 376 - tall, 1.6, 2.4, '#1c1620', 3)
    for cam in (330, 1500, 2300):      # a signal bridge's underside passes overhead, clear of the lane
        x = w.column(cam, 620)
        lattice(r, (x, 0), (x + 220, 26), 22, '#141018')
        for q in (40, 150):
            r.rect(x + q, 26, 4, 22, '#141018', 4)
            r.rect(x + q - 8, 48, 20, 30, '#17131a', 5)
    lit = light(r, Daylight((.1, -.8, -.1), '#ffa060', 1.0, '#3a3c60', '#181014', .5, 1.2, 30, occlusion=(0, 0, 0)))
    return Painted(develop(lit, LOOK), r.a > .5)


def sprites(folder: object) -> None:
    write_all(folder, {'el-train': el_train(), 'steam': steam(7, '#c8a890'), 'fire': fire(5), 'pigeon': pigeon()})


FACTS = {
    'grade': {'tint': '#fff4ec', 'vignette': .34},
    'sun': {'x': SUN_X, 'y': SUN_Y, 'parallax': .02, 'rays': '#ffcf90', 'strength': .55},
    'lights': [
        {'x': 12.2 * 40 + 64 + 20, 'y': 130, 'parallax': .799, 'colour': '#ff3a20', 'radius': 26, 'kind': 'lamp', 'pulse': 'beat', 'power': .35},
        {'x': 27.6 * 40 + 64, 'y': 262, 'parallax': .799, 'colour': '#ff8a34', 'radius': 70, 'kind': 'fire', 'pulse': 'none', 'power': .35},
        {'x': 1936, 'y': 265, 'parallax': .799, 'colour': '#ffb050', 'radius': 60, 'kind': 'lamp', 'pulse': 'none', 'power': .25},
        {'x': 60.8 * 50, 'y': 131, 'parallax': 1, 'colour': '#ffb060', 'radius': 90, 'kind': 'lamp', 'pulse': 'bar', 'power': .3}],
    'props': [
        {'sprite': 'el-train', 'x': 560, 'y': HORIZON - 63, 'parallax': .14, 'after': 'city', 'drift': -62, 'from_beat': 8, 'to_beat': 24},
        {'sprite': 'fire', 'x': 27.3 * 40 + 62, 'y': 218, 'parallax': .799, 'after': 'near'},
        {'sprite': 'steam', 'x': 1953, 'y': 90, 'parallax': .799, 'after': 'near', 'phase': 5},
        {'sprite': 'pigeon', 'x': 1500, 'y': 120, 'parallax': .55, 'after': 'middle', 'drift': -40},
        {'sprite': 'pigeon', 'x': 1516, 'y': 132, 'parallax': .55, 'after': 'middle', 'drift': -40, 'phase': 2}],
    'seams': {'end': {'at': LENGTH, 'cover': [2910, 3400], 'what': 'brick abutment of the overpass; the market begins behind it'}},
}

PLACE = Place('yard', LENGTH, (
    Plane('sky', .02, sky, colours=80, note='the sun itself is here'),
    Plane('city', .06, city, colours=48, note='two depths of roofs, City Hall, stacks'),
    Plane('elevated', .14, elevated, colours=48, note='the elevated railway; el-train runs behind its railing'),
    Plane('far', .30, far, colours=96, note='far cars, portals, coaling tower, switcher'),
    Plane('middle', scale(MID) / 50, middle, colours=128, note='the cars with light in the gaps'),
    Plane('wires', scale(NEAR) / 50, wires, colours=8, dither=0, note='catenary'),
    Plane('near', scale(NEAR) / 50, near, colours=128, note='masts, signals, cabin, piles of sleepers'),
    Plane('veil', .9, veil, veil='mix', note='lit ground mist behind the lane'),
    Plane('lane', 1.0, lane, 'ground', colours=128, note='the path between tracks; abutment at the end'),
    Plane('front', 1.35, front, 'front', colours=32, note='weeds and iron near the lens'),
), FACTS, sprites)
