"""The summit: he turns, and there is the whole city at noon. The Parkway runs straight from his feet to City Hall.

Layers of a slow dolly: the camera's left edge goes from -256 to 0; the composition is centred at -128. The fighter stands at
screen x 320, feet at row 330 of the map, about 120 px tall, so that the tower stands between his raised arms.
"""
import math
from pathlib import Path

import numpy as np

from .colour import Array, blend, colour, gradient, smooth
from .film import Look, bloom, filmic, god_rays, split_tone
from .life import Strip, write_all
from .noise import fbm, value_noise
from .relief import Relief
from .relight import Daylight, light
from .stage import HEIGHT, WIDTH, Painted, Place, Plane, Window
from .steps_far import bare_tree
from .summit_city import BASE, city_hall, roofs, towers
from .textures import ashlar, ramp

CENTRE, SUN_X, SUN_Y, FEET = -128, 486, 66, 330
LOOK = Look(.82, '#1c3464', '#ffe4b0', .22, .12, 1.02, .03, 1.06)
DAY = Daylight((.55, -.62, -.10), '#ffdca8', 1.25, '#8ea8c8', '#6a6058', .72, 1.0, 30, 2., (.3, .2, .1))
WARM, COOL = '#f2d6a4', '#aab8be'


def _at(window: Window, screen: float) -> int:
    return round(window.column(CENTRE, screen))


def _glow(window: Window) -> Array:
    """How warm the haze is at each column, (1, w): most under the sun."""
    x = np.arange(window.width) - _at(window, SUN_X)
    return np.exp(-np.abs(x) / 240).astype(np.float32)[None]


def _print(lin: Array, mask: np.ndarray) -> Painted:
    return Painted(split_tone(filmic(bloom(np.where(mask[..., None], lin, 0), .6), LOOK.exposure), LOOK), mask)


def _hazed(r: Relief, window: Window, amount: 'float | Array', day: Daylight = DAY) -> Painted:
    """Light a relief and put the noon haze before it."""
    glow = _glow(window)
    haze = blend(np.broadcast_to(colour(COOL) * .82, (*glow.shape, 3)), colour(WARM) * .98, glow)
    return _print(blend(light(r, day), np.broadcast_to(haze, r.rgb.shape), np.broadcast_to(np.asarray(amount, np.float32), r.a.shape)), r.a > .5)


def sky(window: Window) -> Painted:
    """Blue overhead to honey at the roofs; long clouds lit from the sun's side; the sun and its rays."""
    w = window.width
    yy, xx = np.mgrid[0:HEIGHT, 0:w].astype(np.float32)
    d = np.hypot(xx - _at(window, SUN_X), yy - SUN_Y)
    lin = gradient([(0, '#2c5484'), (.30, '#5c8cac'), (.58, '#a2bcbe'), (.82, '#ecdcb6'), (1, '#ffdfaa')], yy / BASE)
    lin = blend(lin, colour('#ffe4b0') * 1.2, np.exp(-d / 80) * .72)
    warp = (fbm(HEIGHT, w, 200, 60, 38, 3) - .5) * 46
    rows = np.clip(yy * 1.25 + warp, 0, HEIGHT - 1).astype(int)
    dense = fbm(HEIGHT, w, 250, 24, 31, 4, .52)[rows, xx.astype(int)]
    cover = np.clip((dense - .47) * 4, 0, 1) * smooth(212, 150, yy) * smooth(-60, 30, yy)
    edge = np.clip(cover - np.roll(cover, (3, -4), (0, 1)), -1, 1)
    lit = gradient([(0, '#8496ae'), (.4, '#d6c8b2'), (.75, '#fff0d0'), (1, '#fffaf0')], np.clip(.42 + edge * 1.2 + .5 * np.exp(-d / 170), 0, 1))
    lin = blend(lin, lit * (1 + .25 * np.exp(-d / 100))[..., None], np.round(np.clip(cover * 1.25, 0, .92) * 9) / 9)
    lin = lin + colour('#fff6d8') * (np.exp(-(d / 15) ** 4) * 4)[..., None]
    rays = god_rays(np.clip(lin - 1.0, 0, 3), (_at(window, SUN_X), SUN_Y), 72, .98, .85)
    lin = lin + rays * colour('#ffe0b0') * .30
    return Painted(split_tone(filmic(bloom(lin, .7), LOOK.exposure), LOOK), np.ones(d.shape, bool))


def far_city(window: Window) -> Painted:
    return _hazed(roofs(window.width, 5, 5, 24), window, .70)


def city(window: Window) -> Painted:
    yy = np.mgrid[0:HEIGHT, 0:window.width][0]
    return _hazed(towers(window.width, lambda x: _at(window, x)), window, .40 + .3 * smooth(BASE - 60, BASE + 8, yy))


def hall(window: Window) -> Painted:
    yy = np.mgrid[0:HEIGHT, 0:window.width][0]
    return _hazed(city_hall(window.width, _at(window, 320)), window, .13 + .40 * smooth(BASE - 90, BASE + 8, yy))


# ---- the Parkway: depth by rows, one band a layer

def _depth(row: float) -> float:
    """Relative distance of the ground at a row: 1 at row 292."""
    return (292 - 205) / max(row - 205, 1.)


def band(top: int, end: int):
    """A painter for rows of the Parkway: roadway on the axis, verges with snow, paths, curbs, parked cars."""
    def paint(window: Window) -> Painted:
        h, w = HEIGHT, window.width
        yy, xx = np.mgrid[0:h, 0:w].astype(np.float32)
        deep = (292 - 205) / np.clip(yy - 205, 1, None)
        across = (xx - _at(window, 320)) / 320 * deep      # 1 at the picture's edge on row 292
        along = np.log(deep) * 14
        far = 1 - np.exp(-(deep - 1) / 4.2)
        grass = gradient([(0, '#5c5a38'), (.5, '#7a7448'), (1, '#988a58')], np.round(np.clip(fbm(h, w, 46, 4, 5, 4) * 1.6 - .3, 0, 1) * 4) / 4)
        snow = value_noise(h, w, 40, 3, 9) * .5 + value_noise(h, w, 90, 6, 19) * .5 > .62
        out = np.where(snow[..., None], colour('#d4dce6'), grass)
        a = np.abs(across)
        road = gradient([(0, '#7c766e'), (1, '#8c857a')], np.round(value_noise(h, w, 60, 2, 3) * 3) / 3)
        for low, high, paved in ((0., .52, road), (.78, .98, np.broadcast_to(colour('#a39a88'), road.shape)), (1.5, 1.9, road)):
            out = np.where(((a >= low) & (a < high))[..., None], paved, out)
        for edge in (.52, .78, .98, 1.5, 1.9):
            out = np.where((np.abs(a - edge) < .014)[..., None], colour('#cfc4ac'), out)
        dash = (np.abs(a - .26) < .006) & ((along % 1.) < .5)
        out = np.where((dash | (np.abs(a) < .005))[..., None], colour('#e0d8c0'), out)
        rows = ((a > 1.02) & (a < 1.3) & ((along * 1.7) % 1 < .42))     # shadows of the trees lie towards us
        out = np.where(rows[..., None], out * .62, out)
        lin = out * (colour('#ffdca8') * 1.1 + colour('#8ea8c8') * .42)
        glint = np.exp(-np.abs(xx - _at(window, SUN_X - 60)) / 120) * (value_noise(h, w, 26, 1.5, 77) > .68) * (a < .52)
        lin = lin + colour('#ffe0b0') * (glint * .35)[..., None]
        glow = np.broadcast_to(_glow(window), far.shape)
        haze = blend(np.broadcast_to(colour(COOL) * .8, (h, w, 3)), colour(WARM) * .95, glow)
        lin = blend(lin, haze, np.clip(far * .95, 0, .9))
        mask = np.broadcast_to((yy >= top) & (yy < end), far.shape)
        return _print(lin.astype(np.float32), mask)
    return paint


def _row_of(deep: float) -> float:
    return 205 + (292 - 205) / deep


def avenue(first: float, last: float, n: int, seed: int):
    """A painter for both rows of trees, with flags between, from relative depth `last` to `first`."""
    def paint(window: Window) -> Painted:
        r = Relief(window.width, HEIGHT)
        far = np.zeros((HEIGHT, window.width), np.float32)
        for i in range(n):
            deep = last * (first / last) ** (i / max(1, n - 1))
            foot, k = _row_of(deep), 1 / deep
            for side in (-1, 1):
                for j, off in enumerate((1.16, 1.72, 2.3)):
                    size = round(132 * k * (1 + .12 * ((i * 3 + j * 5) % 4)))
                    x = _at(window, 320 + side * off * 320 * k)
                    if size > 7 and -size < x < window.width + size:
                        t = bare_tree(round(size * 1.05), size, seed + i * 7 + side * 3 + j, '#54453a')
                        r.paste(t, x - t.w / 2, foot - size)
                if i % 2 == 0:
                    _flag(r, _at(window, 320 + side * .9 * 320 * k), foot, k, i)
        far[:] = np.clip(1 - np.exp(-((first * last) ** .5 - .6) / 3.6), .10, .85)
        return _hazed(r, window, far)
    return paint


def _flag(r: Relief, x: int, foot: float, k: float, i: int) -> None:
    """A banner of the nations on a pole: plain bands of colour."""
    h, wide, tall = 96 * k, max(2, 22 * k), max(2, 15 * k)
    a, b = (('#b03a30', '#e8e0cc'), ('#2c4c8c', '#d0a030'), ('#2c6a44', '#e8e0cc'), ('#d0a030', '#b03a30'))[i // 2 % 4]
    r.rect(x, foot - h, max(1, round(2 * k)), h, '#6a6660', 2)
    r.rect(x + 1, foot - h, wide, tall, a, 3)
    r.rect(x + 1, foot - h + tall / 3, wide, tall / 3, b, 3)


def monument(window: Window) -> Painted:
    """The rider on his stepped oval, and two basins with their jets, either side of the axis."""
    r = Relief(window.width, HEIGHT)
    for x in (_at(window, 210), _at(window, 430)):
        _fountain(r, x, 262)
    _rider(r, _at(window, 156), 280)
    return _hazed(r, window, .26)


def _fountain(r: Relief, x: int, y: int) -> None:
    r.disc(x, y, 46, 7, '#b8ac94', 4)
    r.disc(x, y - 1, 42, 5, '#7c9aa8', 3, colour('#8cb0c0') * .25)
    for k, (dx, tall) in enumerate(((-24, 18), (-12, 27), (0, 40), (12, 27), (24, 18))):
        for j in range(tall):
            t = j / tall
            spread = 1 + 4 * t * t if k == 2 else 1 + 2.5 * t * t
            bend = dx * .25 * t * t
            for s in (-1, 1):
                r.rect(x + dx + bend + s * spread * ((j * 7) % 3) / 2, y - 3 - j, 1, 1, '#f0f4f4', 6, colour('#fff4dc') * (.5 + .4 * t))
    r.rect(x - 3, y - 9, 6, 8, '#9c907a', 5)


def _rider(r: Relief, x: int, y: int) -> None:
    for k in range(5):
        r.rect(x - 42 + 6 * k, y - 5 * k, 84 - 12 * k, 6, ('#a89c88', '#b8ac96')[k % 2], 3 + k)
    r.rect(x - 16, y - 50, 32, 26, '#9c907c', 10)
    r.rect(x - 19, y - 53, 38, 4, '#c0b49c', 12)
    bronze = '#3a4c42'
    for a, b in (((-9, -66), (-11, -54)), ((-6, -66), (-4, -54)), ((7, -66), (9, -54)), ((10, -67), (15, -61)), ((15, -61), (13, -57))):
        r.line((x + a[0], y + a[1]), (x + b[0], y + b[1]), bronze, 12, 2.4)
    r.disc(x, y - 68, 12, 5, bronze, 12)
    r.poly([(x + 7, y - 68), (x + 12, y - 69), (x + 16, y - 78), (x + 13, y - 80), (x + 8, y - 75)], bronze, 12)
    r.poly([(x + 12, y - 81), (x + 16, y - 80), (x + 21, y - 75), (x + 19, y - 73), (x + 14, y - 76)], bronze, 12)
    r.line((x - 11, y - 69), (x - 15, y - 59), bronze, 12, 2)
    r.rect(x - 3, y - 82, 6, 13, bronze, 13)
    r.line((x, y - 79), (x + 9, y - 74), bronze, 13, 2)
    r.disc(x, y - 85, 2.6, 2.8, bronze, 13)
    r.poly([(x - 5, y - 86), (x, y - 90), (x + 5, y - 86)], bronze, 13)


def _balustrade(r: Relief, a: int, b: int, foot: int) -> None:
    """Balusters between two posts, seen against the light."""
    r.rect(a, foot - 30, b - a, 5, '#a89e8a', 12)
    r.rect(a, foot - 31, b - a, 1, '#d8ccb0', 13)
    r.rect(a, foot - 5, b - a, 6, '#9c927e', 12)
    for x in range(a + 4, b - 5, 11):
        for y in range(foot - 25, foot - 4):
            t = (y - foot + 25) / 21
            half = 1.6 + 2.6 * math.sin(min(1., t * 1.25) * math.pi) if t < .8 else 2.2
            r.rect(x + 3 - half, y, half * 2, 1, '#948a78', 10)
    for x in (a, b):
        r.rect(x - 7, foot - 36, 14, 38, '#a49a86', 15)
        r.rect(x - 9, foot - 38, 18, 4, '#b8ae98', 17)


def _casts(lit: Array, window: Window, edge: int) -> None:
    """Shadows of urns and posts, thrown to the left and towards us."""
    yy, xx = np.mgrid[edge:HEIGHT, 0:window.width].astype(np.float32)
    for screen, wide in ((196, 8), (444, 8), (548, 30)):
        x = _at(window, screen) - (yy - edge) * .75
        dark = np.abs(xx - x) < wide * (1 + (yy - edge) / 90)
        lit[edge:] *= (1 - .42 * dark)[..., None]


def terrace(window: Window) -> Painted:
    """The top stairs falling away, then the wet stone he stands on: the sun lies on it in pieces."""
    r, w = Relief(window.width, HEIGHT), window.width
    edge = 298
    for k in range(5):
        y = edge - 15 + k * 3
        r.rect(0, y, w, 3, colour('#8e8678') * (.62 + .08 * k), 2 + k)
        r.rect(0, y, w, 1, '#dccfae', 3 + k)
    yy, xx = np.mgrid[edge:HEIGHT, 0:w].astype(np.float32)
    u = (xx - _at(window, 320)) / (yy - 205) * 100
    v = np.log((yy - 205) / 93.) * 9
    seam = (u % 40 < 40 * 62 / (yy - 205) / 40) | (v % 1 < .10)
    cell = (np.floor(u / 40) * 7 + np.floor(v) * 13) % 5 / 5
    tone = np.clip(.18 + cell * .4 + (fbm(HEIGHT - edge, w, 70, 14, 3, 4) - .5) * .7, 0, .99)
    base = ramp(['#625c56', '#6e6861', '#7b746c', '#888177', '#958d82'], tone)
    wet = fbm(HEIGHT - edge, w, 120, 9, 23, 4) + .17 * np.exp(-((xx - _at(window, 320)) / 105) ** 2 - ((yy - 320) / 22) ** 2)
    pool = wet > .60
    r.put((edge, HEIGHT, 0, w, np.ones(yy.shape, bool)), np.where(seam[..., None], colour('#484440'), base), 8)
    for a, b in ((70, 196), (444, 570)):
        _balustrade(r, _at(window, a), _at(window, b), edge + 3)
    lit = light(r, Daylight((.50, -.80, .22), '#ffd49c', 1.5, '#7c94bc', '#4a443e', .62, 1.0, 40, 4., (.2, .2, .2)))
    sky_in = gradient([(0, '#ecd0a0'), (.35, '#a8b8b8'), (1, '#4a6c94')], (yy - edge) / (HEIGHT - edge))
    lit[edge:] = np.where(pool[..., None], blend(lit[edge:], sky_in, .66), lit[edge:])
    near = np.exp(-np.abs(xx - _at(window, SUN_X)) / 105)
    ripple = fbm(HEIGHT - edge, w, 34, 2.2, 77, 3)
    for limit, power in ((.74, .22), (.84, .35), (.93, .5)):     # nearer the sun's column more of the stone glitters
        lit[edge:] += colour('#ffd8a0') * ((ripple + near * .46 > limit) * power * near)[..., None]
    _casts(lit, window, edge)
    lit *= (1 - .35 * smooth(330, 384, np.mgrid[0:HEIGHT, 0:w][0]))[..., None]
    return _print(lit, r.a > .5)


def _wreath(r: Relief, x: int, y: int) -> None:
    """A ring of laurel in the pedestal's panel."""
    for k in range(22):
        a = k / 22 * 2 * math.pi
        cx, cy = x + 20 * math.cos(a), y + 20 * math.sin(a)
        r.line((cx - 4 * math.sin(a) - 2, cy + 4 * math.cos(a)), (cx + 4 * math.sin(a) + 2, cy - 4 * math.cos(a)), '#b4a88e', 21, 3)


def front(window: Window) -> Painted:
    """Urns on their pedestals left and right: dark, edged with sun."""
    r = Relief(window.width, HEIGHT)
    for screen in (36, 604):
        x = _at(window, screen)
        r.rect(x - 50, 258, 100, 130, '#968e80', 18)
        r.rect(x - 56, 250, 112, 10, '#aca28e', 22)
        r.rect(x - 38, 272, 76, 96, '#948a78', 15)
        r.rect(x - 34, 276, 68, 88, '#a0967f', 17)
        _wreath(r, x, 318)
        r.rect(x - 15, 240, 30, 11, '#a09684', 22)
        for y in range(186, 241):
            t = (y - 186) / 54
            half = float(np.interp(t, (0, .12, .3, .5, .7, .85, 1), (30, 25, 27, 30, 26, 14, 10)))
            r.rect(x - half, y, half * 2, 1, '#9c9280', lambda _y, xx, x=x, q=half: 24 + np.sqrt(np.clip(q * q - (xx + .5 - x) ** 2, 0, None)) * .8)
        r.rect(x - 35, 182, 70, 6, '#b0a692', 40)
        r.rect(x - 27, 203, 54, 2, '#b8ae98', lambda _y, xx, x=x: 27 + np.sqrt(np.clip(784 - (xx + .5 - x) ** 2, 0, None)) * .8)
    lit = light(r, Daylight((.62, -.66, -.16), '#ffd49c', 2.6, '#7c94c0', '#5a4c40', .62, 1.0, 60, 4., (.3, .3, .3)))
    return _print(lit, r.a > .5)


# ---- what moves

WINGS = (((-6, -4), (-3, -2), (0, 0), (3, -2), (6, -4)), ((-6, 0), (-3, -1), (0, 0), (3, -1), (6, 0)), ((-5, 3), (-3, 1), (0, 0), (3, 1), (5, 3)),
         ((-6, 1), (-3, 0), (0, 0), (3, 0), (6, 1)))


def pigeons() -> Strip:
    """A flock that goes up to the right through twelve frames, each bird on its own wing beat."""
    frames, rng = [], np.random.default_rng(9)
    birds = [(rng.uniform(0, 120), rng.uniform(0, 60), rng.uniform(.8, 1.5), int(rng.integers(0, 4)), rng.random()) for _ in range(34)]
    for f in range(12):
        r, t = Relief(360, 230), f / 11
        for x, y, speed, phase, tone in birds:
            px, py = 20 + x + 190 * t * speed, 212 - y * .5 - (40 + 130 * speed * .7) * t ** .8 - y * t
            k = .55 + .45 * (1 - t)
            pts = [(px + dx * k, py + dy * k) for dx, dy in WINGS[(f + phase) % 4]]
            shade = '#3c4450' if tone < .6 else '#8c8c88' if tone < .85 else '#e4dccc'
            r.curve(pts, shade)
            r.rect(px - 1, py, 3, 2, shade)
        frames.append((np.clip(r.rgb, 0, 1), r.a > .5))
    return frames, '1/4'


def sparkle() -> Strip:
    """Light in a fountain's jets, laid over the painted ones."""
    frames, rng = [], np.random.default_rng(4)
    for _ in range(4):
        r = Relief(64, 48)
        for _ in range(26):
            x, y = rng.normal(32, 13), rng.uniform(4, 44)
            r.rect(x, y, 1, 1 + int(rng.random() < .3), '#fffaf0')
        frames.append((np.clip(r.rgb, 0, 1), r.a > .5))
    return frames, '1/4'


def write_sprites(folder: Path) -> None:
    write_all(folder, {'pigeons': pigeons(), 'sparkle': sparkle()})


def _place(screen: float, factor: float) -> int:
    return round(screen + factor * CENTRE)


BANDS = ((216, 224, .11), (224, 233, .15), (233, 244, .21), (244, 258, .30), (258, 274, .42), (274, 300, .62))
PLACE = Place('summit', 256, (
    Plane('sky', .015, sky, colours=110, note='the sun itself is here'),
    Plane('far', .03, far_city, colours=32),
    Plane('city', .06, city, colours=96, dither=.6, note='the skyline of 1976'),
    Plane('hall', .075, hall, colours=80, dither=.6, note='City Hall, tallest, on the axis'),
    *(Plane(f'parkway{i}', f, band(a, b), colours=72, dither=.5, note='a band of the Parkway') for i, (a, b, f) in enumerate(BANDS[:3])),
    Plane('avenue_far', .14, avenue(4.2, 9., 7, 100), colours=48, dither=0),
    *(Plane(f'parkway{i + 3}', f, band(a, b), colours=72, dither=.5, note='a band of the Parkway') for i, (a, b, f) in enumerate(BANDS[3:])),
    Plane('avenue', .26, avenue(2.1, 3.7, 4, 200), colours=64, dither=0),
    Plane('avenue_near', .46, avenue(1.12, 1.85, 4, 300), colours=64, dither=0),
    Plane('monument', .50, monument, colours=64, dither=0, note='the rider, basins and jets'),
    Plane('terrace', 1.0, terrace, 'ground', colours=110, dither=.5),
    Plane('front', 1.25, front, 'front', colours=64, dither=.3, note='urns at the frame'),
), {
    'feet_y': FEET, 'camera_centre_left': CENTRE, 'dolly': {'from': -176, 'to': -80},
    'stations': [{'id': 'summit', 'x': 320 + CENTRE, 'camera': CENTRE, 'camera_centre': CENTRE + WIDTH // 2, 'feet_y': FEET, 'figure_px': 120}],
    'props': [{'sprite': 'pigeons', 'x': _place(150, .5), 'y': 96, 'parallax': .5, 'after': 'monument', 'once': 'turn'},
              *({'sprite': 'sparkle', 'x': _place(x - 32, .50), 'y': 216, 'parallax': .50, 'after': 'monument'} for x in (210, 430))],
    'lights': [{'kind': 'sun', 'x': _place(SUN_X, .015), 'y': SUN_Y, 'parallax': .015, 'colour': '#ffdca0', 'radius': 130, 'power': .12, 'pulse': 'none'}],
    'sun': {'x': _place(SUN_X, .015), 'y': SUN_Y, 'parallax': .015, 'rays': '#ffd8a0', 'strength': .22},
    'grade': {'shadow': '#1c3464', 'light': '#ffe4b0', 'vignette': .28},
}, write_sprites)
