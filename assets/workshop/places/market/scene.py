"""The market street in metres: fronts, stalls and sellers, the life at the kerb, a wall at either end."""

from functools import lru_cache

import numpy as np

from ..built.scene import Scene
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
from .drum import drum
from .ends import ends
from .houses import DARK, Front, house
from .people import FOLK, HIGH, SELLERS, WIDE, Person, painted
from .people import PPM as BODY_PPM
from .shops import BLOCKS, BOARDS, CLOTHS, SELL

WALL, STALLS = 7.2, 3.8
KERB = 2.1
FRONTS, STREET = scale(WALL), scale(STALLS)
FRONT_OF_STALL = 3.3
"""Depth of the front edge of the awnings, metres."""
OPEN = ((24.0, 31.0), (54.2, 59.0), (77.0, 88.0))  # side streets, metres
FIRES = (27.6, 56.5, 81.2)  # left edges of the drums, metres
AT_THE_STALL = (0.42, 0.58, 0.34, 0.5, 0.63, 0.38)
"""Where along their goods the sellers stand, one after another."""


Sellers = tuple[Person, ...]
Folk = tuple[tuple[float, Person], ...]


@lru_cache(maxsize=2)
def scene(sellers: Sellers = SELLERS, folk: Folk = FOLK) -> Scene:
    """Return the street with these people in it: who keeps the stalls, and who stands where at the kerb, in metres."""
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
    shops = [front for _, fronts in BLOCKS for front in fronts]
    for k, ((left, right), front) in enumerate(zip(stalls_along(), shops, strict=True)):
        _stall(s, left, right, front, k)
        for who in sellers[k : k + 1]:
            _stand(s, who, left + (right - left) * AT_THE_STALL[k % len(AT_THE_STALL)], 0.18, 5.3)
    _street_life(s)
    for i, (x, who) in enumerate(folk):
        _stand(s, who, x, 0, 2.55 + 0.1 * (i % 3))
    s.slab = 3
    ends(s)
    for x in np.arange(0, 120, 24.0):
        s.lamp((float(x), 7, -17), "#7c9cd8", 260, 60, 0.3, 0)
    return s


def stalls_along() -> list[tuple[float, float]]:
    """Return where the stalls begin and end, metres, in the order of the shops."""
    found = []
    for x, fronts in BLOCKS:
        for front in fronts:
            wide = front.width / FRONTS
            found.append((x + 0.12, x + wide - 1.15))
            x += wide
    return found


def awning_foot(number: int) -> float:
    """Return the height of the front edge of a stall's awning, metres."""
    return 2.35 + 0.14 * (number % 4)


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
    """Awning, three tiers of goods, what hangs, bulbs."""
    wide = x1 - x0
    *two, stripe = CLOTHS[(k * 3) % len(CLOTHS)]
    tones = (two[0], two[1])
    w = int(wide * STREET)
    low = awning_foot(k)
    s.quad(
        (x0, low, FRONT_OF_STALL),
        (wide, 0, 0),
        (0, 0.75, 3.6),
        s.paint(awning_cloth(w, 44, tones, k, stripe), ppm=STREET),
    )
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
        s.lamp((x, low - 0.2, 4.0), "#ffb060", 1.35, 5, 0.1)


def _stand(s: Scene, who: Person, x: float, y: float, z: float) -> None:
    """Put somebody there, by the left edge of the picture."""
    s.card((x, y, z), (WIDE / BODY_PPM, HIGH / BODY_PPM), s.paint(painted(who), ppm=BODY_PPM))


def _street_life(s: Scene) -> None:
    """At the kerb: crates, barrels, lamp posts, hydrants, fires in drums, a handcart, hampers."""
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
    burning = drum()
    for x in FIRES:
        s.card((x, 0, 2.5), (26 / k * 1.1, 36 / k * 1.1), s.paint(burning, ppm=k))
        s.lamp((x + 0.35, 1.5, 2.1), "#ff8a34", 9.0, 7, 0.1)
    s.card((82.4, 0, 3.0), (214 / k, 112 / k), s.paint(furniture.van(), ppm=k))
    s.card((68.0, 0, 2.6), (96 / k, 60 / k), s.paint(furniture.cart(), ppm=k))
    s.card((33.6, 0, 2.5), (18 / k, 32 / k), s.paint(furniture.hydrant(), ppm=k))
    s.card((100.8, 0, 2.5), (18 / k, 32 / k), s.paint(furniture.hydrant(), ppm=k))
    for x, text in BOARDS:
        s.card((x, 0, 2.7), (40 / k, 50 / k), s.paint(furniture.board(text), ppm=k))
