"""The yard in metres: tracks, the cars with gaps between them, what stands by the line, the overpass."""

from functools import lru_cache

import numpy as np

from ..built.scene import Scene
from ..paint.colour import Array, colour
from ..paint.motifs import lattice
from ..paint.noise import fbm, value_noise
from ..paint.relief import Relief
from ..paint.textures import ballast, boards, brick, ramp, weather
from ..stage import scale
from ..things import furniture
from ..things.setts import PPM, street_setts
from . import fireside
from .rolling_stock import BOXCARS, boxcar, caboose, hopper, tank_car

MID, NEAR = 12.7, 3.9
CROSSINGS = (22.6, 47.0)
"""Where the plank crossings begin, metres."""
STREET_FROM, SEAM = 57.2, 61.44  # metres: where the paving begins, and where the market's own 0 is


@lru_cache(maxsize=1)
def scene() -> Scene:
    s = Scene()
    ground = s.paint(_ground(), ppm=32, bump=0.9)
    for slab, z0, z1 in ((3, -9, 3.0), (2, 3.0, 8.2), (1, 8.2, 25)):
        s.slab = slab
        s.box((-60, -1, z0), (STREET_FROM if slab == 3 else 140, 0, z1), ground)
    s.slab = 3
    paving = s.paint(street_setts(), ppm=PPM, gloss=0.4, sharp=20, bump=0.9)
    s.box((STREET_FROM, -1, -9), (140, 0, 3.0), paving, shift=(-SEAM, 0))
    _tracks(s)
    s.slab = 1
    _consist(s)
    s.slab = 2
    _lineside(s)
    s.slab = 3
    _abutment(s)
    s.lamp((3, 9, -22), "#98a4c8", 1500, 90, 0.3, 0)
    s.lamp((52, 9, -22), "#98a4c8", 1500, 90, 0.3, 0)
    return s


def _ground() -> tuple[Array, Array]:
    """Cinders, dirt and patches of snow; 32 m by 17 m."""
    w, h = 1024, 544
    stones, z = ballast(w, h, ("#1e1a1c", "#2a2426", "#383032", "#463c3a", "#544842"), 3, 3.4)
    dirt = ramp(("#1c1718", "#241e1e", "#2c2524", "#342b29"), np.clip(fbm(h, w, 60, 40, 5, 4) * 1.3 - 0.15, 0, 0.99))
    bare = fbm(h, w, 120, 30, 8, 3) > 0.5
    rgb, z = np.where(bare[..., None], stones, dirt), np.where(bare, z * 0.8, value_noise(h, w, 4, 4, 6) * 1.2)
    drift = fbm(h, w, 70, 15, 31, 5, 0.58)
    snow, deep = drift > 0.56, drift > 0.60
    rgb = np.where(snow[..., None], colour("#8e98b4"), rgb)
    rgb = np.where(deep[..., None], colour("#b4bcd0"), rgb)
    return rgb.astype(np.float32), np.where(snow, 2.4 + value_noise(h, w, 5, 5, 77), z).astype(np.float32)


def _tracks(s: Scene) -> None:
    """Tracks along the way on their beds, one crossover through the lane, a plank crossing."""
    rail, web = s.paint("#8a6a58", "#e0a878", 0.34, gloss=1.2, sharp=5), s.paint("#2a2020")
    w, h = 640, 96
    bed, rng = Relief(w, h), np.random.default_rng(4)
    bed.texture(0, 0, ballast(w, h, ("#221c1e", "#30292a", "#40373a", "#524846", "#665a52"), 9, 4))
    for x in range(0, w, 20):
        off, tone = int(rng.integers(-2, 3)), ("#241b1a", "#2c221f", "#352824")[int(rng.integers(0, 3))]
        bed.rect((x + 3, 8 + off, 11, 78), tone, 3)
        for k in range(3):
            bed.rect((x + 3, 14 + k * 22 + int(rng.integers(0, 10)), 11, 1), "#181214", 2)
    frost = fbm(h, w, 26, 12, 41, 4) > 0.60
    bed.mask(0, 0, frost, "#a8b0c8", 4)
    mat = s.paint(bed, ppm=32, bump=0.8)
    for z, slab in ((-3.6, 3), (1.2, 3), (5.0, 2), (10.6, 1), (15.5, 1), (20.5, 1)):
        s.slab = slab
        end = STREET_FROM if slab == 3 else 140
        s.box((-60, -0.5, z), (end, 0.04, z + 2.6), mat)
        for e in (0.58, 2.02):
            s.box((-60, 0, z + e - 0.04), (end, 0.15, z + e + 0.04), web, rail)
    s.slab = 3
    for a, b in ((8.5, 19.0), (30.5, 41.0)):  # crossovers through the lane
        for e in (0.58, 2.02):
            for lift in (0.15,):
                s.quad((a, lift, 1.2 + e - 0.05), (b - a, 0, -4.8), (0, 0, 0.12), rail)
    for x in CROSSINGS:
        _crossing(s, x)


def _crossing(s: Scene, x: float) -> None:
    """A plank crossing from x on: worn boards along the way, their ends uneven, the rails free between them."""
    rng = np.random.default_rng(round(10 * x))
    woods = [
        s.paint(boards(192, 24, 24, (dark, light), seed), ppm=40)
        for seed, (dark, light) in enumerate((("#3c322e", "#4a3e38"), ("#54473e", "#64554a"), ("#6c5c4e", "#7e6c5a")))
    ]
    rails = [z + e for z in (-3.6, 1.2) for e in (0.58, 2.02)]
    near = -3.95
    while near < 3.2:
        deep = float(rng.uniform(0.34, 0.46))
        ahead = [rail for rail in rails if near < rail + 0.12 and rail - 0.12 < near + deep]
        if ahead:  # a board ends before the rail, and the next begins beyond its flange
            deep = max(0.0, ahead[0] - 0.12 - near)
        if deep > 0.1:
            left, right = rng.uniform(-0.16, 0.12, 2)
            high = 0.14 + float(rng.uniform(0, 0.05))
            s.box((x + left, 0, near), (x + 2.9 + right, high, near + deep), woods[int(rng.integers(0, 3))])
        near = ahead[0] + 0.12 if ahead else near + deep + 0.09


def _consist(s: Scene) -> None:
    """Cars at 12.7 m in an order with gaps, each a card with wheels, so that light comes through under them."""

    def car(x: float, r: Relief) -> float:
        s.card((x, 0, MID), (r.w / scale(MID), r.h / scale(MID)), s.paint(r, ppm=scale(MID)))
        return x + r.w / scale(MID) + 0.55

    x = -13.4
    order = ("b0", 15.0, "tank", 12.5, "b1", 13.0, "hop", 17.0, "cab", 12.0, "b2", "b5")
    for k, item in enumerate(order):
        if isinstance(item, float):
            x += item
        elif item.startswith("b"):
            x = car(x, boxcar(BOXCARS[int(item[1])], k))
        else:
            make = {
                "tank": lambda: tank_car(2),
                "hop": lambda: hopper(1),
                "cab": lambda: caboose(4),
            }[item]
            x = car(x, make())


def _lineside(s: Scene) -> None:
    """Near the path: catenary masts, signals, switch stands, relay cabin, sleepers in piles, a fire drum."""
    k = scale(NEAR)
    for x in (-8.0, 3.5, 17.0, 30.5, 44.0, 57.5, 71.0):
        m = Relief(150, 330)
        lattice(m, (10, 6), (18, 330), 10, "#211c22")
        m.rect((8, 322, 12, 8), "#4a4444", 5)
        for y, length in ((40, 96), (92, 80)):
            m.rect((16, y, length, 2), "#211c22", 4)
            m.line((18, y - 26), (16 + length, y), "#211c22", 4)
            m.rect((14 + length, y, 2, 14), "#211c22", 4)
            m.rect((12 + length, y + 5, 6, 5), "#5a4a44", 5)
        s.card((x, 0, NEAR), (150 / k, 330 / k), s.paint(m, ppm=k))
    for x, lamp in ((12.2, "#ff3a20"), (39.0, "#30d890")):
        s.card((x, 0, NEAR - 0.4), (44 / k, 210 / k), s.paint(furniture.signal(lamp), ppm=k))
    for x in (9.0, 31.2, 50.8):
        s.card((x, 0, 3.1), (30 / k, 62 / k), s.paint(furniture.switch_stand(), ppm=k))
    s.card((45.2, 0, 5.6), (128 / k, 118 / k), s.paint(fireside.dark_hut(), ppm=k))
    s.lamp((46.6, 1.5, 5.0), "#ffb050", 0.5, 5)
    wood = s.paint(boards(96, 64, 6, ("#2a2020", "#362a26", "#44362e"), 3), ppm=k)
    for x in (5.6, 20.2, 35.4, 53.0):
        for row in range(3):
            s.box((x + row * 0.12, row * 0.26, 3.6), (x + 2.5 - row * 0.12, row * 0.26 + 0.24, 6.0), wood)
    s.card((27.3, 0, 3.5), (30 / k, 24 / k), s.paint(fireside.brazier(), ppm=k))
    s.lamp((27.6, 0.8, 3.2), "#ff8a34", 6, 7, 0.4)


def _abutment(s: Scene) -> None:
    """The overpass at the end: a brick wall that hides the change to the market (61.44 m is the seam)."""
    wall = s.paint(
        weather(brick(1024, 512, ("#33201e", "#402824", "#4e302a", "#5c3a32"), "#4a403c", 21, 0.8), "#2a2a2c", 0.6, 5),
        ppm=44,
    )
    stone = s.paint(
        weather(brick(256, 512, ("#302c2a", "#3a3532", "#443e3a"), "#201e1c", 8, 0.5, (26, 12)), "#3a3836", 0.5, 3),
        ppm=44,
    )
    s.box((58.0, 0, 1.9), (80.0, 9, 6.0), wall)
    for x in (58.0, 62.4, 66.8):
        s.box((x - 0.25, 0, 1.6), (x + 0.9, 9, 2.0), stone)
    s.box((57.6, 4.6, 1.4), (80.0, 5.1, 2.0), stone)
    s.lamp((60.8, 3.9, 1.2), "#ffb060", 3.2, 6, 0.3)
    bulb = s.paint("#ffffff", "#ffd890", 6)
    s.ball((60.8, 4.05, 1.55), (0.14, 0.12, 0.14), bulb)
    iron = s.paint("#1c1a1e")
    s.box((60.3, 4.2, 1.2), (61.3, 4.3, 1.9), iron)
