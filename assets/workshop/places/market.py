"""The market at sunrise: shop fronts and stalls in the shade, and at each side street the low sun bursts in.

115 m in ten bars. From under the overpass (0-2 m): block A (2-24), a side street (24-31), block B (31-54) with the fire
barrel in a gap (54-59) under the washing, block C (59-77), the little square (77-88), block D (88-106), and the stone
viaduct whose arch leads down to the river (106-115).
"""
from functools import lru_cache

import numpy as np

from . import things
from .colour import Array, blend, colour, gradient, smooth
from .film import Look, develop, fog, steps
from .goods import (
    APPLES,
    AUBERGINE,
    BREAD,
    CABBAGE,
    CHEESE,
    FISH,
    GRAPES,
    LEMONS,
    LETTUCE,
    ORANGES,
    POTATO,
    TOMATO,
    awning_cloth,
    barrel,
    crates,
    hanging,
    pile,
    valance,
)
from .houses import BLUE, BROWN, CREAM, DARK, GREEN, RED, Front, house
from .life import fire, laundry, pigeon, steam, write_all
from .motifs import clouds, person, skyline, water_tank
from .noise import fbm
from .relief import Relief, hang
from .relight import Daylight, light
from .scene import Scene
from .stage import HEIGHT, HORIZON, LEAD, Painted, Place, Plane, Window, ground_y, scale
from .strip import Light, Traced, strip
from .textures import ashlar, boards, brick, cobble, weather
from .wet import mirrored, puddles

LOOK = Look(.92, '#1a3050', '#ffe0a8', .30, .09, 1.04, .03, 1.03, .9)
SUN = Light((.34, .33, .84), '#ffc880', 10, '#7c98cc', .80, '#3a3230', .3, 4, 7)
SUN_X, SUN_Y = 420, 140
LENGTH = 5760
WALL, STALLS = 7.2, 3.8
FRONTS, STREET = scale(WALL), scale(STALLS)
OPEN = ((24.0, 31.0), (54.2, 59.0), (77.0, 88.0))       # side streets, metres

BLOCKS = (
    (2.4, (Front(150, 2, 'brick', DARK, 'MEATS', '#24382e'), Front(168, 2, 'brick', RED, 'FISH & CLAMS', '#20344a', shutters='#24402f'),
           Front(138, 1, 'stucco', CREAM, 'CHEESE', '#5a2420'), Front(156, 2, 'brick', BROWN, 'BREAD', '#4a341c', '#c0b498'),
           Front(120, 1, 'boards', GREEN, 'COFFEE', '#33241c'))),
    (31.2, (Front(160, 2, 'brick', RED, 'PRODUCE', '#2c4630', '#c4b898'), Front(146, 1, 'brick', DARK, 'EGGS', '#4a1c1c'),
            Front(176, 2, 'stucco', BLUE, 'POULTRY', '#4a2c1c', '#d0c8b4'), Front(140, 2, 'brick', BROWN, 'SPICES', '#5a3a18', shutters='#5a2a20'),
            Front(160, 1, 'brick', RED, 'PASTA', '#1c3a44'))),
    (59.2, (Front(152, 1, 'boards', CREAM, 'OLIVES', '#2c3a24'), Front(164, 2, 'brick', DARK, 'FISH', '#1c3450', '#b8b0a4'),
            Front(140, 2, 'brick', RED, 'HARDWARE', '#3a2a20'), Front(148, 1, 'stucco', GREEN, 'FRUIT', '#5a2424'))),
    (88.2, (Front(158, 2, 'brick', BROWN, 'BAKERY', '#6a3020', '#c8bca0'), Front(138, 1, 'brick', RED, 'CRABS', '#20404a', shutters='#203a44'),
            Front(170, 2, 'brick', DARK, 'MEATS', '#4a1c18'), Front(134, 1, 'stucco', CREAM, 'TEA', '#24402c'))),
)
SELL: dict[str, tuple[list, str]] = {
    'MEATS': ([POTATO, CABBAGE, APPLES], 'sausage'), 'FISH & CLAMS': ([FISH, LEMONS, FISH], 'fish'), 'CHEESE': ([CHEESE, GRAPES, CHEESE], 'cheese'),
    'BREAD': ([BREAD, BREAD, LEMONS], 'garlic'), 'COFFEE': ([POTATO, LEMONS, ORANGES], 'garlic'), 'PRODUCE': ([ORANGES, CABBAGE, TOMATO, LEMONS], 'garlic'),
    'EGGS': ([LETTUCE, POTATO, CABBAGE], 'fowl'), 'POULTRY': ([APPLES, LETTUCE, POTATO], 'fowl'), 'SPICES': ([TOMATO, LEMONS, AUBERGINE], 'garlic'),
    'PASTA': ([TOMATO, BREAD, AUBERGINE], 'sausage'), 'OLIVES': ([GRAPES, LEMONS, GRAPES], 'cheese'), 'FISH': ([FISH, LEMONS, FISH], 'fish'),
    'HARDWARE': ([POTATO, APPLES, ORANGES], 'garlic'), 'FRUIT': ([ORANGES, APPLES, GRAPES, LEMONS], 'garlic'), 'BAKERY': ([BREAD, APPLES, BREAD], 'sausage'),
    'CRABS': ([TOMATO, LEMONS, FISH], 'fish'), 'TEA': ([LETTUCE, ORANGES, LEMONS], 'garlic')}
CLOTHS = (('#8a2a22', '#d0c4a4'), ('#24503c', '#c8bc9c'), ('#2a4468', '#c8c0a8'), ('#7a5a22', '#cfc29c'), ('#5a2a44', '#d0c0b0'), ('#3a5a5a', '#c8c4b0'))


# ------------------------------------------------------------------ sky and distance
def air(w: Window, k: float = 1.0) -> Array:
    return colour('#e8bc84') * .95 * k


def sky(w: Window) -> Painted:
    h = HORIZON + 30
    yy, xx = np.mgrid[0:h, 0:w.width].astype(np.float32)
    sx = w.column(LENGTH / 2 - LEAD, SUN_X)
    d = np.hypot(xx - sx, (yy - SUN_Y) * 1.1)
    out = gradient([(0, '#5c7894'), (.3, '#8c9ca4'), (.55, '#d8bc90'), (.8, '#f4cc90'), (1, '#ffdca0')], yy / HORIZON)
    out = blend(out, colour('#fff0c8') * 1.7, np.exp(-d / 80) * .9)
    cl = steps(clouds(h, w.width, (0, 150), 4, (150, 12), .5, 20), 6)
    out = blend(out, gradient([(0, '#8c98a8'), (.6, '#f0c8a0'), (1, '#fff0d0')], np.clip(np.exp(-d / 170) * 1.2, 0, 1)), cl * .75)
    out = out + colour('#ffd8a0') * (np.clip(cl - np.roll(cl, -2, 0), 0, 1) * np.exp(-d / 200) * .8)[..., None]
    out = out + colour('#fff6dc') * (np.exp(-(d / 17) ** 4) * 4)[..., None]
    return Painted(develop(out, LOOK), np.ones((h, w.width), bool))


def distance(w: Window) -> Painted:
    """Far roofs, tanks and a steeple or two, nearly the colour of the air."""
    h = HORIZON + 30
    r = Relief(w.width, h)
    skyline(r, HORIZON - 6, 21, (9, 24), (20, 62), tanks=.4)
    for x, tall in ((140, 132), (520, 118), (860, 140)):
        r.poly([(x - 9, HORIZON - tall + 34), (x, HORIZON - tall), (x + 9, HORIZON - tall + 34)], '#000000')
        r.rect(x - 7, HORIZON - tall + 30, 14, 120, '#000000')
        r.rect(x - 1, HORIZON - tall - 8, 2, 10, '#000000')
    for x in (300, 700):
        water_tank(r, x, HORIZON - 54, 3, '#000000')
    yy = np.mgrid[0:h, 0:w.width][0]
    img = blend(np.broadcast_to(colour('#a08468'), (h, w.width, 3)), air(w), .45 + .4 * smooth(HORIZON - 60, HORIZON, yy))
    return Painted(develop(img, LOOK), (r.a > .5) | (yy > HORIZON - 10))


def _row(w: Window, z: float, seed: int, inset: float, haze: float) -> Painted:
    """Houses further down the side streets, as their end walls beside the opening; the ground between them."""
    h = round(ground_y(z)) + 14
    r, rng, k = Relief(w.width, h), np.random.default_rng(seed), w.scale
    foot = ground_y(z)
    edges = [-60.0, *(v for a, b in OPEN for v in (a + inset, b - inset)), 200.0]
    for a, b in zip(edges[::2], edges[1::2]):
        x = w.px(a)
        stop = w.px(b)
        while x < stop - 4:
            wide = min(stop - x, rng.uniform(4.2, 5.4) * k)
            tall = rng.uniform(6.4, 9.4) * k
            tone = ('#5e3a2c', '#6a4634', '#56423a', '#74503c', '#7a6a58')[int(rng.integers(0, 5))]
            r.rect(x, foot - tall, wide, tall, tone, 4)
            r.rect(x - 1, foot - tall, wide + 2, 3, '#3a2c28', 6)
            r.rect(x + wide * .7, foot - tall - 9, 6, 10, '#4a3028', 5)
            r.rect(x, foot - tall + 5, wide, 2, '#8a7660', 5)
            r.rect(x, foot - 3.2 * k, wide, 2, '#8a7660', 5)
            r.rect(x + wide - 2, foot - tall, 2, tall, '#3a2c28', 6)
            for q in range(3):
                for y in np.arange(foot - tall + .9 * k, foot - k, 2.7 * k):
                    wx = x + wide * (.14 + .28 * q)
                    glow = colour('#ffb860') * .8 if rng.random() < .22 else None
                    r.rect(wx, y, .7 * k, 1.3 * k, '#e09a50' if glow is not None else '#38404c', 2, glow)
                    r.rect(wx, y + .6 * k, .7 * k, 1, '#8a7660', 4)
                    r.rect(wx - 1, y + 1.3 * k, .7 * k + 2, 1, '#b0a48c', 5)
            x += wide
    r.rect(0, foot - 1, w.width, h, '#a88860', 1, colour('#ffca88') * .35)
    for y in range(int(foot), h, 2):
        r.rect(0, y, w.width, 1, '#8a6c4c', 1, colour('#ffca88') * .25)
    lit = light(r, Daylight((.25, -.6, -.1), '#ffc880', 1.4, '#8c98b4', '#5a4838', .62, 1.0, 30))
    yy = np.mgrid[0:h, 0:w.width][0]
    img = blend(lit, air(w), np.clip(haze + .25 * smooth(foot - 70, foot, yy), 0, .92))
    return Painted(develop(img, LOOK), r.a > .5)


def lane_far(w: Window) -> Painted:
    return _row(w, 40.0, 7, 1.1, .62)


def lane_middle(w: Window) -> Painted:
    return _row(w, 19.0, 3, .5, .40)


# ------------------------------------------------------------------ the traced street
@lru_cache(maxsize=1)
def scene() -> Scene:
    s = Scene()
    _paving(s)
    s.slab = 1
    k = 0
    for x, fronts in BLOCKS:
        for front in fronts:
            _front(s, x, front, k)
            x += front.width / FRONTS
            k += 1
    s.slab = 2
    k = 0
    for x, fronts in BLOCKS:
        for front in fronts:
            _stall(s, x + .12, x + front.width / FRONTS - 1.15, front, k)
            x += front.width / FRONTS
            k += 1
    _street_life(s)
    s.slab = 3
    _ends(s)
    for x in np.arange(0, 120, 24.0):
        s.lamp((float(x), 7, -17), '#7c9cd8', 260, 60, .3, 0)
    return s


def _paving(s: Scene) -> None:
    setts, z = cobble(1024, 512, (13, 8), ('#343236', '#403e42', '#4e4c50', '#5c5a5e'), '#17161a', 4)
    worn = fbm(512, 1024, 160, 60, 12, 4)
    setts = setts * (1 - .35 * smooth(.5, .62, worn))[..., None]
    road = s.paint((setts.astype(np.float32), z), ppm=36, gloss=.9, sharp=20, bump=.9)
    flags = s.paint(ashlar(512, 256, (54, 40), ('#5a5856', '#646260', '#6e6c6a'), '#3a3836', 5, .25), ppm=34, gloss=.3, sharp=20)
    curb = s.paint(ashlar(512, 16, (48, 16), ('#6a6864', '#787470'), '#3a3836', 3, .2), ppm=40)
    s.slab = 3
    s.box((-40, -1, -9), (160, 0, 2.1), road)
    s.slab = 2
    s.box((-40, -1, 2.1), (160, .10, 2.3), curb)
    s.box((-40, -1, 2.3), (160, .08, 6.9), flags)
    s.slab = 1
    for a, b in OPEN:
        s.box((a - 1, -1, 6.9), (b + 1, 0, 15), road)


def _front(s: Scene, x: float, front: Front, k: int) -> None:
    r = house(front, 3 + k * 2 + (k % 3))
    mat = s.paint(r, ppm=FRONTS)
    side = s.paint(weather(brick(256, 384, front.tones if front.wall == 'brick' else DARK, '#5a4a40', 70 + k, .8), '#2a2624', .5, k), ppm=FRONTS)
    wide, tall = r.w / FRONTS, r.h / FRONTS
    s.box((x, 0, WALL), (x + wide, tall, WALL + 8), mat, side, side)
    trim = s.paint(front.trim)
    s.box((x - .05, tall - .42, WALL - .40), (x + wide + .05, tall - .05, WALL), trim)


def _stall(s: Scene, x0: float, x1: float, front: Front, k: int) -> None:
    """Awning, three tiers of goods, what hangs, bulbs, the seller."""
    rng, wide = np.random.default_rng(100 + k), x1 - x0
    tones = CLOTHS[k % len(CLOTHS)]
    w = int(wide * STREET)
    low = 2.35 + .2 * (k % 2)
    s.quad((x0, low, 3.3), (wide, 0, 0), (0, .75, 3.6), s.paint(awning_cloth(w, 44, tones, k), ppm=STREET))
    s.card(x0, low - 13 / STREET, 3.28, wide, 13 / STREET, s.paint(valance(w, tones), ppm=STREET))
    pole = s.paint('#3a3630', gloss=.3)
    for x in (x0 + .06, x1 - .06):
        s.cylinder(1, (x, 0, 3.4), .035, (0, low), pole)
    kinds, what = SELL[front.name]
    wood = s.paint(boards(128, 64, 7, ('#4c3826', '#5c4630', '#6c543a', '#7c6246'), k), ppm=STREET)
    for t in range(3):
        z, y = 3.45 + t * .55, .56 + t * .27
        s.box((x0 + .25, 0 if t == 0 else .4, z), (x1 - .2, y, z + .55), wood)
        goods = pile(int((wide - .45) * STREET), 16, kinds[t % 2:] + kinds[:t % 2], k * 10 + t)
        s.card(x0 + .25, y - .08, z - .01, wide - .45, 16 / STREET, s.paint(goods, ppm=STREET))
    s.card(x0 + .2, low - .05 - 34 / STREET, 3.9, wide - .4, 34 / STREET, s.paint(hanging(int((wide - .4) * STREET), k, what), ppm=STREET), 0)
    bulb = s.paint('#ffffff', '#ffd890', 8)
    for f in (.28, .74):
        x = x0 + wide * f
        s.ball((x, low - .12, 4.2), (.07, .09, .07), bulb)
        s.lamp((x, low - .2, 4.0), '#ffb060', 1.7, 5, .1)
    coat = ('#5a6068', '#7a3a2c', '#4a4438', '#384858', '#6a5c48')[k % 5]
    who = person(k, coat, '#c8c4b8', ('cap', 'knit', 'brim')[k % 3], 4 if k % 2 else 0)
    x = x0 + wide * rng.uniform(.3, .7)
    s.card(x, .18, 5.3, 44 / 42, 78 / 42, s.paint(who, ppm=42))


def _street_life(s: Scene) -> None:
    """At the kerb: crates, barrels, lamp posts, hydrant, shoppers, men at the fire, a handcart, hampers."""
    k = STREET
    rng = np.random.default_rng(8)
    for i, x in enumerate((3.0, 9.2, 10.4, 16.8, 23.2, 31.6, 38.4, 42.8, 43.9, 53.4, 60.3, 66.5, 70.2, 76.2, 88.8, 93.4, 99.6, 104.6)):
        r = crates(int(rng.integers(1, 5)), i)
        s.card(x, 0, 2.7 + .2 * (i % 2), r.w / k, r.h / k, s.paint(r, ppm=k))
    for i, x in enumerate((6.4, 20.4, 34.8, 50.0, 62.6, 73.0, 96.2, 102.2)):
        s.card(x, 0, 2.8, 30 / k, 38 / k, s.paint(barrel(i), ppm=k))
        s.card(x + .75, 0, 3.0, 30 / k, 38 / k, s.paint(barrel(i + 3), ppm=k))
    post = s.paint('#1e1c1e', gloss=.3)
    for x in (23.6, 47.0, 76.6, 88.4):
        s.cylinder(1, (x, 0, 2.6), .07, (0, 6.4), post)
        s.box((x - 1.1, 6.3, 2.55), (x, 6.37, 2.65), post)
        s.ball((x - 1.1, 6.2, 2.6), (.24, .14, .24), post)
    folk = ((7.6, '#3a3630', 'brim', 0), (14.4, '#5a3a34', 'knit', 5), (26.2, '#3a3630', 'cap', 0), (28.7, '#4c3a30', 'knit', 3), (36.6, '#44505c', 'cap', 0),
            (46.0, '#5c4c3c', 'brim', 0), (55.2, '#3c3a44', 'cap', 0), (57.6, '#4a3a2c', 'knit', 4), (64.8, '#4a4438', 'brim', 0),
            (79.6, '#3a3c40', 'cap', 2), (82.6, '#54382c', 'knit', 0), (85.6, '#44403a', 'brim', 0), (91.6, '#503c38', 'knit', 0), (98.0, '#3c4448', 'cap', 4))
    for i, (x, coat, hat, reach) in enumerate(folk):
        who = person(20 + i, coat, None, hat, reach)
        s.card(x, 0, 2.55 + .1 * (i % 3), 44 / 42, 78 / 42, s.paint(who.flipped() if i % 2 else who, ppm=42))
    drum = things.drum()
    for x in (27.6, 56.5, 81.2):
        s.card(x, 0, 2.5, 26 / k * 1.1, 36 / k * 1.1, s.paint(drum, ppm=k))
        s.lamp((x + .35, 1.4, 2.2), '#ff8a34', 7.5, 9, .1)
    s.card(68.0, 0, 2.6, 96 / k, 60 / k, s.paint(things.cart(), ppm=k))
    s.card(33.6, 0, 2.5, 18 / k, 32 / k, s.paint(things.hydrant(), ppm=k))
    s.card(100.8, 0, 2.5, 18 / k, 32 / k, s.paint(things.hydrant(), ppm=k))
    for x, text in ((12.4, ('FRESH', 'CLAMS', '89¢')), (40.6, ('SWEET', 'ORANGES', '10¢')), (61.8, ('OLIVES', '5 LB $2', '')), (94.6, ('HOT', 'ROLLS', '25¢'))):
        s.card(x, 0, 2.7, 40 / k, 50 / k, s.paint(things.board(text), ppm=k))


def _ends(s: Scene) -> None:
    """The overpass behind (its brick side) and the stone viaduct before the river; both hide the change of place."""
    wall = s.paint(weather(brick(1024, 512, ('#33201e', '#402824', '#4e302a', '#5c3a32'), '#4a403c', 21, .8), '#2a2a2c', .6, 5), ppm=44)
    pier = s.paint(weather(ashlar(256, 512, (26, 13), ('#5a5450', '#68605a', '#766c64'), '#3a3634', 8, .5), '#3a3836', .5, 3), ppm=44)
    s.box((-30, 0, 1.9), (1.9, 9, 6.0), wall)
    for x in (-12.4, -8.0, -3.6, .9):
        s.box((x - .25, 0, 1.6), (x + .9, 9, 2.0), pier)
    s.box((-30, 4.6, 1.4), (2.1, 5.1, 2.0), pier)
    s.lamp((-1.2, 3.9, 1.2), '#ffb060', 3.2, 6, .3)
    s.lamp((107.6, 3.7, 1.0), '#ffb060', 2.6, 6, .3)
    bulb = s.paint('#ffffff', '#ffd890', 6)
    s.ball((-1.2, 4.05, 1.55), (.14, .12, .14), bulb)
    s.ball((107.6, 3.85, 1.5), (.14, .12, .14), bulb)
    stone = s.paint(weather(ashlar(1536, 512, (36, 16), ('#4a4644', '#57524e', '#645e58', '#746c64'), '#2a2826', 18, .5), '#2c3424', .5, 13, (40, 60)), ppm=44)
    s.box((106.2, 0, 1.9), (140, 9, 6.0), stone)
    s.box((105.9, 0, 1.5), (107.0, 9, 2.0), pier)
    s.box((105.6, 5.6, 1.3), (140, 6.1, 2.0), pier)
    for x in (109.4, 116.4):
        s.card(x, 0, 1.88, 6.0, 5.4, s.paint(_blind_arch(), ppm=44))


def _blind_arch() -> Relief:
    """The viaduct's arch: dark vault, ring of cut stones, a gleam of the river far inside."""
    w, h = 264, 238
    r = Relief(w, h)
    yy, xx = np.mgrid[0:h, 0:w]
    cx, cy, rad = w / 2, 132.0, 112.0
    d = np.where(yy < cy, np.hypot(xx - cx, yy - cy), np.abs(xx - cx))
    ang = np.arctan2(cy - yy, xx - cx)
    k = np.floor(ang / np.pi * 21)
    tones = np.array([colour(c) for c in ('#57524e', '#645e58', '#746c64', '#807870')])[(np.abs(k) * 7 % 4).astype(int)]
    ring = (d >= rad) & (d < rad + 17) & (yy < cy + 2)
    joint = ring & ((np.abs(ang / np.pi * 21 - np.round(ang / np.pi * 21)) < .06) | (d > rad + 15.6))
    r.mask(0, 0, ring, '#6a645e', 4)
    r.rgb[ring] = tones[ring]
    r.mask(0, 0, joint, '#2a2826', 1)
    inside = d < rad
    r.mask(0, 0, inside, '#0c0c10', 0)
    r.mask(0, 0, inside & (d > rad - 8) & (xx < cx), '#1c1c20', 1)
    return r


def _slab(w: Window, slab: int, rows: tuple[int, int]) -> tuple[Array, Traced]:
    t = strip(scene(), SUN, w, slab, rows, 15)
    lin = t.light('#5c84c8', .20, .3)
    return fog(lin, t.depth, air(w), 23, 34, .9), t


@lru_cache(maxsize=2)
def _fronts(w: Window) -> tuple[Array, np.ndarray]:
    lin, t = _slab(w, 1, (0, 306))
    return lin, t.hit


@lru_cache(maxsize=2)
def _stalls(w: Window) -> tuple[Array, np.ndarray]:
    lin, t = _slab(w, 2, (0, 316))
    upright = t.hit & (t.normal[..., 1] < .5)
    return rim(lin, upright, .5) if upright.any() else lin, t.hit


def rim(img: Array, mask: np.ndarray, amount: float) -> Array:
    """Low sun on whatever has the open sky behind it."""
    thick = mask & np.roll(mask, -1, 0) & np.roll(mask, -2, 0)
    up = thick & ~np.roll(mask, 1, 0)
    up[0] = False
    return (img + colour('#ffc884') * (up * amount)[..., None]).astype(np.float32)


def burst(w: Window, img: Array, reach: float, amount: float) -> Array:
    """Air lit by the sun about the side streets: warms walls and folk near an opening."""
    x = (np.arange(w.width) + w.left - (1 - w.factor) * 320) / w.scale
    near = np.max([np.exp(-(np.maximum(0, np.maximum(a - x, x - b)) / reach) ** 2) for a, b in OPEN], 0)
    yy = np.mgrid[0:img.shape[0], 0:1][0]
    return blend(img, air(w, 1.1), near[None] * smooth(40, 230, yy) * amount)


def fronts(w: Window) -> Painted:
    lin, hit = _fronts(w)
    return Painted(develop(burst(w, rim(lin, hit, .5), 2.6, .42), LOOK), hit)


def stalls(w: Window) -> Painted:
    lin, hit = _stalls(w)
    return Painted(develop(burst(w, lin, 1.6, .22), LOOK), hit)


def mirror_fronts(w: Window) -> Painted:
    return mirrored(*_fronts(w), ground_y(WALL) + 1, 40, LOOK, '#f0c890')


def mirror_stalls(w: Window) -> Painted:
    return mirrored(*_stalls(w), ground_y(2.4) - 1, 80, LOOK)


def road(w: Window) -> Painted:
    """Wet setts; in the puddles the layer has holes, through which the mirrored fronts are seen."""
    lin, t = _slab(w, 3, (0, HEIGHT))
    ground = t.hit & (t.normal[..., 1] > .4) & (t.depth < 30)
    x = (np.arange(w.width) + w.left) / 50
    hole, rimmed, wet = puddles(ground & ((x > 2.6) & (x < 105.4))[None], ground_y(2.1) + 3, 23)
    lin = np.where(rimmed[..., None], lin * .6 + colour('#8c98b8') * .05, lin * (1 - .25 * smooth(.46, .55, wet) * ground)[..., None])
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
            r.curve(pts, '#14141a', 1)
            if rng.random() < .62:
                for px, py in pts[2:-2:3]:
                    r.rect(px, py + 1, 2, 3, '#ffd890', 2, colour('#ffcc80') * 2.4)
            if rng.random() < .4:
                r.wire((x, a + 30), (nxt, b + 24), 14, '#14141a', 1)
        x = nxt
    return Painted(develop(r.rgb * .8 + r.glow, LOOK), r.a > .5)


def veil(w: Window) -> Painted:
    """Warm haze behind the lane, thickest where the sun comes in."""
    yy = np.mgrid[0:HEIGHT, 0:w.width][0]
    x = (np.arange(w.width) + w.left - (1 - w.factor) * 320) / w.scale
    sunlit = np.max([np.exp(-(np.maximum(0, np.maximum(a - x, x - b)) / 3.2) ** 2) for a, b in OPEN], 0)[None]
    inside = (smooth(1.0, 4.0, x) * smooth(107.0, 104.0, x))[None]
    m = smooth(226, 280, yy) * smooth(322, 308, yy) * (.45 + .75 * fbm(HEIGHT, w.width, 150, 20, 55, 3)) * (.42 + .02 * sunlit) * inside
    tint = blend(np.broadcast_to(colour('#232a3c') * .8, (HEIGHT, w.width, 3)), air(w), np.broadcast_to(sunlit, m.shape))
    return Painted(develop(tint, LOOK), m > 0, steps(np.clip(m, 0, .5), 16))


def front(w: Window) -> Painted:
    """Near the lens, low: crates' tops and heaped fruit in the dark; from above, awnings' edges and hanging lamps."""
    r, rng = Relief(w.width, HEIGHT), np.random.default_rng(11)
    x, k = w.column(120, 0), 0
    while x < w.column(LENGTH - 1000, 640):
        n = int(rng.integers(1, 4))
        for i in range(n):
            r.texture(x + i * 92, 352 - (i % 2) * 4, boards(88, 40, 9, ('#3a2c20', '#463627', '#52402e'), int(x) % 97 + i), 8)
            r.paste(pile(84, 18, [ORANGES, APPLES, LEMONS, TOMATO][k % 4:] + [LEMONS], k * 3 + i, 4.6), x + 2 + i * 92, 340 - (i % 2) * 4)
            k += 1
        x += n * 92 + rng.uniform(700, 1500)
    for cam in (600, 1900, 3300, 4300):
        x = w.column(cam, 640)
        tones = ('#241a18', '#2e2622')
        r.paste(valance(170, tones, 19), x, 22)
        r.rect(x, 0, 170, 24, '#1c1514', 4)
        for q in (30, 84, 138):
            r.rect(x + q, 32, 2, 14, '#14110f', 3)
            r.disc(x + q + 1, 54, 7, 10, '#2a1c10', 6)
    lit = light(r, Daylight((.5, -.75, -.12), '#ffb870', .9, '#4c5c80', '#1c1614', .55, .9, 30, occlusion=(0, 0, 0)))
    return Painted(develop(lit * .8, LOOK), r.a > .5)


def sprites(folder: object) -> None:
    write_all(folder, {'fire': fire(5), 'steam': steam(3, '#d8b890'), 'laundry': laundry(4), 'laundry-2': laundry(9), 'pigeon': pigeon()})


def at_street(x: float) -> float:
    """Column of a world x on the stalls' layer."""
    f = STREET / 50
    return (1 - f) * 320 + x * STREET


F2, F1 = round(STREET / 50, 4), round(FRONTS / 50, 4)
FACTS = {
    'grade': {'tint': '#fff8f0', 'vignette': .34},
    'sun': {'x': SUN_X, 'y': SUN_Y, 'parallax': .02, 'rays': '#ffcc90', 'strength': .6},
    'lights': [*({'x': round(at_street(x + .35)), 'y': 268, 'parallax': F2, 'colour': '#ff8a34', 'radius': 110, 'kind': 'fire', 'pulse': 'none',
                  'power': .35} for x in (27.6, 56.5, 81.2)),
               {'x': -60, 'y': 131, 'parallax': 1, 'colour': '#ffb060', 'radius': 90, 'kind': 'lamp', 'pulse': 'bar', 'power': .3},
               {'x': 5380, 'y': 140, 'parallax': 1, 'colour': '#ffb060', 'radius': 90, 'kind': 'lamp', 'pulse': 'bar', 'power': .3}],
    'props': [*({'sprite': 'fire', 'x': round(at_street(x)) - 1, 'y': 212, 'parallax': F2, 'after': 'stalls', 'phase': i * 3}
                for i, x in enumerate((27.6, 56.5, 81.2))),
              *({'sprite': 'steam', 'x': round(at_street(x)), 'y': 196, 'parallax': F2, 'after': 'stalls', 'phase': i * 5}
                for i, x in enumerate((13.6, 41.6, 72.0, 97.2))),
              *({'sprite': 'laundry' + ('-2' if i % 2 else ''), 'x': round((1 - F1) * 320 + x * FRONTS), 'y': y, 'parallax': F1, 'after': 'fronts', 'phase': i}
                for i, (x, y) in enumerate(((54.3, 60), (54.4, 112), (78.4, 74), (26.0, 52)))),
              *({'sprite': 'pigeon', 'x': 3000 + i * 26, 'y': 90 + i * 9 % 22, 'parallax': F1, 'after': 'fronts', 'drift': -30, 'phase': i}
                for i in range(4))],
    'mirrors': ['mirror-fronts', 'mirror-stalls'],
    'seams': {'start': {'at': 0, 'cover': [-620, 100], 'what': 'the overpass'},
              'end': {'at': LENGTH, 'cover': [5290, 6100], 'what': 'the stone viaduct; the bridge begins behind it'}},
}

PLACE = Place('market', LENGTH, (
    Plane('sky', .02, sky, colours=80, note='the sun itself is here'),
    Plane('distance', .08, distance, colours=48, note='roofs and steeples'),
    Plane('lane-far', scale(40) / 50, lane_far, colours=64, note='far down the side streets'),
    Plane('lane-middle', scale(19) / 50, lane_middle, colours=80, note='down the side streets'),
    Plane('fronts', FRONTS / 50, fronts, colours=220, note='houses and shops'),
    Plane('stalls', STREET / 50, stalls, colours=220, note='pavement, awnings, goods, people'),
    Plane('mirror-fronts', FRONTS / 50, mirror_fronts, 'ground', colours=96, dither=0, note='seen only through the puddles in the road'),
    Plane('mirror-stalls', STREET / 50, mirror_stalls, 'ground', colours=128, dither=0, note='seen only through the puddles in the road'),
    Plane('veil', .95, veil, 'ground', veil='mix', note='lit haze behind the lane'),
    Plane('road', 1.0, road, 'ground', colours=160, note='wet setts with holes for the mirrors; a wall at either end'),
    Plane('overhead', 1.1, overhead, 'back', colours=16, dither=0, note='wires and bulbs'),
    Plane('front', 1.35, front, 'front', colours=48, note='low crates, awning edges'),
), FACTS, sprites)
