"""Under the stone bridge by the river: arches shrink and part unevenly until there is only the dark, then light.

46 m in four bars: broad arches with the river in them (0-14 m), lower and farther apart (14-27), a grating and a slit
(27-40), and from 42 m the great arch of daylight that is the seam to the gym. No arch stands on the beat.
"""

from functools import lru_cache

import numpy as np

from .bridge_scene import ARCHES, BACK_WALL, FRONT, scene
from .colour import Array, blend, colour, gradient, smooth
from .film import Look, develop, fog, steps
from .life import caustics, drip, glints, scull, write_all
from .motifs import clouds, skyline
from .noise import fbm, value_noise
from .relief import Relief
from .relight import Daylight, light
from .stage import HEIGHT, HORIZON, LEAD, Painted, Place, Plane, Window, ground_y, scale
from .strip import Light, Traced, strip
from .textures import ashlar
from .wet import from_row, mirrored, puddles

LOOK = Look(0.86, "#16283c", "#ffe8bc", 0.32, 0.09, 0.98, 0.03, 1.05, 0.9)
SUN = Light((0.36, 0.40, 0.84), "#ffd8a4", 10, "#7c98b4", 0.75, "#3a3a3a", 0.3, 5, 10)
SUN_X, SUN_Y = 360, 150
LENGTH = 2304


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
        back.disc(x + rng.uniform(-6, 6), hz - 14, rng.uniform(12, 30), rng.uniform(12, 26), "#8a8470")
    skyline(back, hz - 12, 5, (10, 26), (16, 40), "#857f70", tanks=0.3, stacks=0.2)
    deck, yy = hz - 64, np.mgrid[0:h, 0 : w.width][0]
    xx = np.mgrid[0:h, 0 : w.width][1]
    bay = 84
    u = (xx % bay - bay / 2) / (bay / 2 - 5)
    spandrel = (yy >= deck) & (yy < deck + 9 + 40 * (1 - np.sqrt(np.clip(1 - u * u, 0, 1))) + (np.abs(u) >= 1) * 90)
    back.mask(0, 0, spandrel, "#6e675a", 3)
    back.rect(0, deck - 3, w.width, 3, "#7c7464", 5)
    for x in range(0, w.width, 14):
        back.rect(x, deck - 7, 1, 4, "#7c7464", 4)
    for k in range(9):
        x, wide = 170 + k * 56 + int(rng.integers(-12, 13)), 30 + int(rng.integers(0, 24))
        tone = ("#6a4a3a", "#5a5248", "#74604a", "#4e5452")[k % 4]
        r.rect(x, hz - 19, wide, 22, tone, 4)
        r.poly([(x - 3, hz - 19), (x + wide / 2, hz - 34), (x + wide + 3, hz - 19)], "#4a4440", 6)
        if k % 3 == 0:
            r.rect(x + wide - 8, hz - 38, 4, 14, tone, 5)
        r.rect(x + 4, hz - 10, 10, 12, "#2c2824", 3)
        for q in (18, 26):
            r.rect(x + q, hz - 13, 4, 5, "#ffe0a0", 3, colour("#ffd890") * 0.8)
    for x in (150, 420, 700):
        r.rect(x, hz - 3, 34, 3, "#8a7c64", 5)
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


def _slab(w: Window, slab: int, rows: tuple[int, int]) -> tuple[Array, Traced]:
    t = strip(scene(), SUN, w, slab, rows, 18)
    lin = t.light("#5c7490", 0.52, 0.4)
    return fog(lin, t.depth, colour("#c8b890") * 0.6, 24, 90, 0.2), t


@lru_cache(maxsize=2)
def _arcades(w: Window, slab: int) -> tuple[Array, np.ndarray]:
    lin, t = _slab(w, slab, (0, 304 if slab == 1 else 312))
    mask = t.hit
    under = mask & ~np.roll(mask, -1, 0) & np.roll(mask, 1, 0) & (np.mgrid[0:HEIGHT, 0 : w.width][0] < 290)
    side = (mask & ~np.roll(mask, -1, 1)) | (mask & ~np.roll(mask, 1, 1))
    upright = t.normal[..., 1] < 0.5
    lin = lin + colour("#ffe0ac") * (((under & upright) * 0.55) + (side & upright) * 0.30)[..., None]
    lin = _river_light(w, lin, upright & mask)
    return (lin * _dusk(w)[None, :, None]).astype(np.float32), mask


def _river_light(w: Window, lin: Array, upright: np.ndarray) -> Array:
    """What the water throws up on the stone: warm about each arch, in soft bands, fading with distance."""
    yy, xx = np.mgrid[0:HEIGHT, 0 : w.width].astype(np.float32)
    near = np.zeros(lin.shape[:2], np.float32)
    for cx, spring, rad in ARCHES:
        d = np.hypot(xx - w.px(cx), (yy - (ground_y(FRONT) - spring * w.scale)) * 1.1) / w.scale - rad
        near = np.maximum(near, np.exp(-np.clip(d, 0, None) / 1.1) * min(1, rad / 2.6))
    bands = 0.7 + 0.5 * fbm(HEIGHT, w.width, 46, 10, 17, 3)
    return (lin + (lin * 1.4 + 0.008) * colour("#ffe0b0") * (near * bands * upright)[..., None]).astype(np.float32)


def _dusk(w: Window) -> Array:
    """How much light is left along the way: least about 36 m."""
    x = (np.arange(w.width) + w.left - (1 - w.factor) * 320) / w.scale
    return (1 - 0.62 * smooth(16, 34, x) * smooth(43.5, 39.5, x)).astype(np.float32)


def back_arcade(w: Window) -> Painted:
    lin, hit = _arcades(w, 1)
    return Painted(develop(blend(lin, colour("#d8c498") * 0.5, 0.07), LOOK), hit)


def front_arcade(w: Window) -> Painted:
    lin, hit = _arcades(w, 2)
    return Painted(develop(lin, LOOK), hit)


def burst(w: Window) -> Painted:
    """Behind the great arch at the end there is no river any more, only light."""
    x0 = w.px(40.4)
    h = 304
    yy, xx = np.mgrid[0:h, 0 : w.width].astype(np.float32)
    d = np.hypot((xx - w.px(47.5)) / 1.2, yy - 190)
    img = gradient([(0, "#fff4d8"), (0.4, "#ffdfae"), (0.75, "#f2bc80"), (1, "#d89a5c")], np.clip(d / 190, 0, 1)) * 0.92
    rays = np.cos(np.arctan2(yy - 150, xx - w.px(48.5)) * 26) > 0.6
    img = np.where(rays[..., None], img * 1.06, img)
    motes = np.random.default_rng(3).random((h, w.width)) > 0.9988
    img = np.where(motes[..., None], colour("#ffffff") * 1.3, img)
    ragged = xx > x0 + 14 * value_noise(h, w.width, 9, 14, 4)
    return Painted(develop(img, LOOK), ragged)


def mirror_back(w: Window) -> Painted:
    lin, hit = _arcades(w, 1)
    return from_row(mirrored(lin, hit, ground_y(BACK_WALL), 60, LOOK, "#e8d4a4"), ground_y(3.0))


def mirror_front(w: Window) -> Painted:
    lin, hit = _arcades(w, 2)
    upright = hit & (np.mgrid[0:HEIGHT, 0 : w.width][0] < ground_y(FRONT) - 1)
    return from_row(mirrored(lin, upright, ground_y(FRONT) - 1, 90, LOOK, None, 0.5), ground_y(3.0))


def road(w: Window) -> Painted:
    lin, t = _slab(w, 3, (0, HEIGHT))
    ground = t.hit & (t.normal[..., 1] > 0.4) & (t.depth < 30)
    dry = 0.3 * smooth(170, 70, np.arange(w.width) + w.left)[None]
    hole, rimmed, wet = puddles(ground, ground_y(3.0) + 3, 5, 0.53 + dry)
    lin = lin * _dusk(w)[None, :, None]
    lin = np.where(rimmed[..., None], lin * 0.5, lin * (1 - 0.3 * smooth(0.44, 0.53, wet) * ground)[..., None])
    return Painted(develop(lin, LOOK), t.hit & ~hole)


def shafts(w: Window) -> Painted:
    """Light that falls in through each arch, leaning with the sun; added."""
    h = HEIGHT
    yy, xx = np.mgrid[0:h, 0 : w.width].astype(np.float32)
    out = np.zeros((h, w.width), np.float32)
    foot = ground_y(FRONT)
    for cx, spring, rad in ARCHES[2:]:
        k = w.scale
        lean = -(foot + 34 - yy) * -0.34
        x = xx - (w.px(cx) + lean - 40)
        top = foot - (spring + rad) * k
        inside = np.abs(x) < rad * k * np.clip((yy - top + 60) / 80, 0, 1)
        out = np.maximum(
            out,
            inside
            * smooth(top - 30, top + 60, yy)
            * smooth(foot + 44, foot - 30, yy)
            * (0.5 + 0.7 * fbm(h, w.width, 40, 90, 7, 3)),
        )
    tint = develop(np.broadcast_to(colour("#ffdca4") * 0.9, (h, w.width, 3)), LOOK)
    amount = steps(np.clip(out * 0.16 * _dusk(w)[None], 0, 0.3), 24)
    return Painted(tint, amount > 0, amount)


def front(w: Window) -> Painted:
    """The frame: the near edge of the vault with its icicles, closing in from beat to beat, gone where the light is."""
    r, rng = Relief(w.width, HEIGHT), np.random.default_rng(4)
    stone = ashlar(w.width, HEIGHT, (44, 22), ("#141416", "#1a1a1c", "#202022"), "#0a0a0c", 3)
    x = (np.arange(w.width) + w.left + 0.35 * 320) / w.scale
    cam = x - 5.1
    top = 26 + 74 * smooth(4, 33, cam) * smooth(41, 37.5, cam) - 26 * smooth(38, 42, cam)
    top = top + 10 * np.sin(x * 0.9) + 5 * np.sin(x * 2.3 + 1)
    low = 382 - 26 * smooth(6, 33, cam) * smooth(41, 37.5, cam)
    yy = np.mgrid[0:HEIGHT, 0 : w.width][0]
    for mask in (yy < (top + 12)[None], yy > (low + 3 * np.sin(x * 3.1))[None]):
        r.put((0, HEIGHT, 0, w.width, mask), stone[0], stone[1] + 6)
    for c in range(0, w.width, 7):
        if rng.random() < 0.55 and top[c] > 18:
            long = rng.uniform(4, 20)
            y = top[c] + 10
            r.poly([(c - 1.6, y), (c + 1.6, y), (c, y + long)], "#7c98ac", 3, colour("#a8c4d0") * 0.14)
    lit = light(
        r, Daylight((0.1, 0.55, -0.12), "#ffd8a0", 0.8, "#2c3c54", "#141418", 0.4, 1.0, 20, occlusion=(0, 0, 0))
    )
    return Painted(develop(lit, LOOK), r.a > 0.5)


def sprites(folder: object) -> None:
    frames, beats = caustics(3)
    dark = [(rgb * mask[..., None], np.ones_like(mask)) for rgb, mask in frames]  # added: black is nothing
    write_all(folder, {"caustics": (dark, beats), "drip": drip(), "glints": glints(5), "scull": scull()})


FW = round(scale(FRONT) / 50, 4)


def _on_wall(x: float) -> int:
    return round((1 - FW) * 320 + x * FW * 50)


FACTS = {
    "grade": {"tint": "#fffcf8", "vignette": 0.42},
    "sun": {"x": SUN_X, "y": SUN_Y, "parallax": 0.02, "rays": "#ffe0b0", "strength": 0.4},
    "lights": [
        {
            "x": _on_wall(47.0),
            "y": 170,
            "parallax": FW,
            "colour": "#ffecc0",
            "radius": 260,
            "kind": "sun",
            "pulse": "none",
            "power": 0.18,
        }
    ],
    "props": [
        *(
            {
                "sprite": "caustics",
                "x": _on_wall(x) - 95,
                "y": y - 14,
                "parallax": FW,
                "after": "front-arcade",
                "blend": "add",
                "phase": i * 3,
            }
            for i, (x, y) in enumerate(
                ((3.2, 96), (7.4, 24), (11.8, 104), (-4.6, 90), (18.2, 120), (15.2, 60), (24.2, 150), (21.0, 110))
            )
        ),
        *(
            {"sprite": "drip", "x": x, "y": 216, "parallax": 1, "after": "road", "phase": i * 5}
            for i, x in enumerate((180, 560, 905, 1190, 1425, 1530, 1790, 1910))
        ),
        *(
            {"sprite": "glints", "x": 300 + dx, "y": 252, "parallax": 0.02, "after": "water", "phase": i * 3}
            for i, dx in enumerate((0, 80))
        ),
        {"sprite": "scull", "x": 700, "y": 252, "parallax": 0.16, "after": "water", "drift": -26},
    ],
    "mirrors": ["mirror-back", "mirror-front"],
    "seams": {
        "start": {"at": 0, "cover": [-620, 60], "what": "the viaduct's stone"},
        "end": {"at": LENGTH, "cover": [2080, 2700], "what": "daylight: nothing but light behind the great arch"},
    },
}

PLACE = Place(
    "bridge",
    LENGTH,
    (
        Plane("sky", 0.02, sky, colours=64, note="mist and sun"),
        Plane("far-bank", 0.08, far_bank, colours=48, note="boathouses, trees, the railway viaduct"),
        Plane("water", 0.16, water, colours=48, note="the river"),
        Plane("back-arcade", scale(BACK_WALL) / 50, back_arcade, colours=128, note="the far row of arches, railing"),
        Plane("burst", 0.70, burst, colours=48, note="the light at the end"),
        Plane("front-arcade", FW, front_arcade, colours=160, note="the near row of arches and what lies about"),
        Plane(
            "mirror-back",
            scale(BACK_WALL) / 50,
            mirror_back,
            "ground",
            colours=64,
            dither=0,
            note="seen only through the puddles",
        ),
        Plane("mirror-front", FW, mirror_front, "ground", colours=64, dither=0, note="seen only through the puddles"),
        Plane("road", 1.0, road, "ground", colours=128, note="wet setts with holes for the mirrors"),
        Plane("shafts", FW, shafts, "ground", veil="add", note="light through the arches"),
        Plane("front", 1.35, front, "front", colours=48, note="the vault's near edge: the frame that closes and opens"),
    ),
    FACTS,
    sprites,
)
