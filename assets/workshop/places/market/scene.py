"""The market street in metres: fronts, stalls and sellers, the life at the kerb, a wall at either end."""

from functools import lru_cache

import numpy as np

from ..built.scene import Scene
from ..paint.motifs import person
from ..paint.textures import ashlar, boards, brick, weather
from ..stage import scale
from ..things import furniture
from ..things.goods import (
    awning_cloth,
    barrel,
    crates,
    hanging,
    pile,
    valance,
)
from ..things.setts import PPM, street_setts
from .ends import ends
from .houses import DARK, Front, house
from .shops import BLOCKS, CLOTHS, SELL

WALL, STALLS = 7.2, 3.8
KERB = 2.1
FRONTS, STREET = scale(WALL), scale(STALLS)
OPEN = ((24.0, 31.0), (54.2, 59.0), (77.0, 88.0))  # side streets, metres


@lru_cache(maxsize=1)
def scene() -> Scene:
    s = Scene()
    _paving(s)
    s.slab = 1
    plain = weather(brick(512, 384, DARK, "#5a4a40", 68, 0.8), "#2a2624", 0.5, 68)
    s.box((-6.0, 0, WALL), (BLOCKS[0][0], 7.4, WALL + 8), s.paint(plain, ppm=FRONTS))  # no sky beside the overpass
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
            _stall(s, x + 0.12, x + front.width / FRONTS - 1.15, front, k)
            x += front.width / FRONTS
            k += 1
    _street_life(s)
    s.slab = 3
    ends(s)
    for x in np.arange(0, 120, 24.0):
        s.lamp((float(x), 7, -17), "#7c9cd8", 260, 60, 0.3, 0)
    return s


def _paving(s: Scene) -> None:
    road = s.paint(street_setts(), ppm=PPM, gloss=0.9, sharp=20, bump=0.9)
    flags = s.paint(
        ashlar(512, 256, (54, 40), ("#5a5856", "#646260", "#6e6c6a"), "#3a3836", 5, 0.25), ppm=34, gloss=0.3, sharp=20
    )
    curb = s.paint(ashlar(512, 16, (48, 16), ("#6a6864", "#787470"), "#3a3836", 3, 0.2), ppm=40)
    s.slab = 3
    s.box((-40, -1, -9), (160, 0, KERB), road)
    s.slab = 2
    s.box((-40, -1, KERB), (160, 0.10, 2.3), curb)
    s.box((-40, -1, 2.3), (160, 0.08, 7.35), flags)
    s.slab = 1
    for a, b in OPEN:
        s.box((a - 1, -1, 6.9), (b + 1, 0, 15), road)


def _front(s: Scene, x: float, front: Front, k: int) -> None:
    r = house(front, 3 + k * 2 + (k % 3))
    mat = s.paint(r, ppm=FRONTS)
    side = s.paint(
        weather(
            brick(256, 384, front.tones if front.wall == "brick" else DARK, "#5a4a40", 70 + k, 0.8), "#2a2624", 0.5, k
        ),
        ppm=FRONTS,
    )
    wide, tall = r.w / FRONTS, r.h / FRONTS
    s.box((x, 0, WALL), (x + wide, tall, WALL + 8), mat, side, side)
    trim = s.paint(front.trim)
    s.box((x - 0.05, tall - 0.42, WALL - 0.40), (x + wide + 0.05, tall - 0.05, WALL), trim)


def _stall(s: Scene, x0: float, x1: float, front: Front, k: int) -> None:
    """Awning, three tiers of goods, what hangs, bulbs, the seller."""
    rng, wide = np.random.default_rng(100 + k), x1 - x0
    *two, stripe = CLOTHS[(k * 3) % len(CLOTHS)]
    tones = (two[0], two[1])
    w = int(wide * STREET)
    low = 2.35 + 0.14 * (k % 4)
    s.quad((x0, low, 3.3), (wide, 0, 0), (0, 0.75, 3.6), s.paint(awning_cloth(w, 44, tones, k, stripe), ppm=STREET))
    s.card((x0, low - 13 / STREET, 3.28), (wide, 13 / STREET), s.paint(valance(w, tones, stripe), ppm=STREET))
    pole = s.paint("#3a3630", gloss=0.3)
    for x in (x0 + 0.06, x1 - 0.06):
        s.cylinder(1, (x, 0, 3.4), 0.035, (0, low), pole)
    kinds, what = SELL[front.name]
    wood = s.paint(boards(128, 64, 7, ("#4c3826", "#5c4630", "#6c543a", "#7c6246"), k), ppm=STREET)
    for t in range(3):
        z, y = 3.45 + t * 0.55, 0.56 + t * 0.27
        s.box((x0 + 0.25, 0 if t == 0 else 0.4, z), (x1 - 0.2, y, z + 0.55), wood)
        goods = pile(int((wide - 0.45) * STREET), 16, kinds[t % 2 :] + kinds[: t % 2], k * 10 + t)
        s.card((x0 + 0.25, y - 0.08, z - 0.01), (wide - 0.45, 16 / STREET), s.paint(goods, ppm=STREET))
    s.card(
        (x0 + 0.2, low - 0.05 - 34 / STREET, 3.9),
        (wide - 0.4, 34 / STREET),
        s.paint(hanging(int((wide - 0.4) * STREET), k, what), ppm=STREET),
        0,
    )
    bulb = s.paint("#ffffff", "#ffd890", 8)
    for f in (0.28, 0.74):
        x = x0 + wide * f
        s.ball((x, low - 0.12, 4.2), (0.07, 0.09, 0.07), bulb)
        s.lamp((x, low - 0.2, 4.0), "#ffb060", 1.7, 5, 0.1)
    coat = ("#5a6068", "#7a3a2c", "#4a4438", "#384858", "#6a5c48")[k % 5]
    who = person(k, coat, "#c8c4b8", ("cap", "knit", "brim")[k % 3], 4 if k % 2 else 0)
    x = x0 + wide * rng.uniform(0.3, 0.7)
    s.card((x, 0.18, 5.3), (44 / 42, 78 / 42), s.paint(who, ppm=42))


def _street_life(s: Scene) -> None:
    """At the kerb: crates, barrels, lamp posts, hydrant, shoppers, men at the fire, a handcart, hampers."""
    k = STREET
    rng = np.random.default_rng(8)
    for i, x in enumerate(
        (3.0, 9.2, 10.4, 16.8, 23.2, 31.6, 38.4, 42.8, 43.9, 53.4, 60.3, 66.5, 70.2, 76.2, 88.8, 93.4, 99.6, 104.6)
    ):
        r = crates(int(rng.integers(1, 5)), i)
        s.card((x, 0, 2.7 + 0.2 * (i % 2)), (r.w / k, r.h / k), s.paint(r, ppm=k))
    for i, x in enumerate((6.4, 20.4, 34.8, 50.0, 62.6, 73.0, 96.2, 102.2)):
        s.card((x, 0, 2.8), (30 / k, 38 / k), s.paint(barrel(i), ppm=k))
        s.card((x + 0.75, 0, 3.0), (30 / k, 38 / k), s.paint(barrel(i + 3), ppm=k))
    post = s.paint("#1e1c1e", gloss=0.3)
    for x in (23.6, 47.0, 76.6, 88.4):
        s.cylinder(1, (x, 0, 2.6), 0.07, (0, 6.4), post)
        s.box((x - 1.1, 6.3, 2.55), (x, 6.37, 2.65), post)
        s.ball((x - 1.1, 6.2, 2.6), (0.24, 0.14, 0.24), post)
    folk = (
        (7.6, "#3a3630", "brim", 0),
        (14.4, "#5a3a34", "knit", 5),
        (26.2, "#3a3630", "cap", 0),
        (28.7, "#4c3a30", "knit", 3),
        (36.6, "#44505c", "cap", 0),
        (46.0, "#5c4c3c", "brim", 0),
        (55.2, "#3c3a44", "cap", 0),
        (57.6, "#4a3a2c", "knit", 4),
        (64.8, "#4a4438", "brim", 0),
        (79.6, "#3a3c40", "cap", 2),
        (78.0, "#54382c", "knit", 0),
        (87.9, "#44403a", "brim", 0),
        (91.6, "#503c38", "knit", 0),
        (98.0, "#3c4448", "cap", 4),
    )
    for i, (x, coat, hat, reach) in enumerate(folk):
        who = person(20 + i, coat, None, hat, reach)
        s.card((x, 0, 2.55 + 0.1 * (i % 3)), (44 / 42, 78 / 42), s.paint(who.flipped() if i % 2 else who, ppm=42))
    drum = furniture.drum()
    for x in (27.6, 56.5, 81.2):
        s.card((x, 0, 2.5), (26 / k * 1.1, 36 / k * 1.1), s.paint(drum, ppm=k))
        s.lamp((x + 0.35, 1.4, 2.2), "#ff8a34", 7.5, 9, 0.1)
    s.card((82.4, 0, 3.0), (214 / k, 112 / k), s.paint(furniture.van(), ppm=k))
    s.card((68.0, 0, 2.6), (96 / k, 60 / k), s.paint(furniture.cart(), ppm=k))
    s.card((33.6, 0, 2.5), (18 / k, 32 / k), s.paint(furniture.hydrant(), ppm=k))
    s.card((100.8, 0, 2.5), (18 / k, 32 / k), s.paint(furniture.hydrant(), ppm=k))
    for x, text in (
        (12.4, ("FRESH", "CLAMS", "89¢")),
        (40.6, ("SWEET", "ORANGES", "10¢")),
        (61.8, ("OLIVES", "5 LB $2", "")),
        (94.6, ("HOT", "ROLLS", "25¢")),
    ):
        s.card((x, 0, 2.7), (40 / k, 50 / k), s.paint(furniture.board(text), ppm=k))
