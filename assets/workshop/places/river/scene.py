"""The quay in metres: boards and coping, bollards, cargo, landmarks, the plant's wall."""

from functools import lru_cache

import numpy as np

from ..built.scene import Scene
from ..paint.colour import colour, smooth
from ..paint.noise import fbm
from ..paint.relief import Relief
from ..paint.textures import ashlar, boards, brick, planks, weather
from ..stage import scale
from ..things import quay
from ..things.goods import barrel, crates
from .trees import bare_tree

QUAY = 2.8
K = scale(QUAY)
TREES = (
    (107.3, 1, 240, 288),
    (113.4, 13, 230, 262),
    (118.0, 10, 250, 290),
    (126.2, 26, 260, 306),
    (130.6, 27, 230, 276),
)
"""Foot (m along the quay), seed and size (px) of the first trees: at the cut the bridge's tower is seen between two."""


@lru_cache(maxsize=1)
def scene() -> Scene:
    s = Scene()
    wood = s.paint(
        weather(planks(1024, 512, 17, ("#4a4038", "#584c42", "#665a4e", "#746658"), 7), "#2c2826", 0.5, 5, (60, 20)),
        ppm=36,
        bump=0.7,
    )
    stone = s.paint(
        ashlar(1024, 256, (46, 20), ("#6a6862", "#787670", "#86827a", "#928e84"), "#3a3836", 9, 0.4), ppm=40
    )
    s.slab = 2
    s.box((-60, 0, -9), (180, 0.0 + 0.001, 2.2), _decking(s))
    s.box((-60, -1, 2.2), (180, 0.0, 3.2), wood)
    s.slab = 1
    s.box((-60, -1, 2.4), (180, 0.16, 3.2), stone)
    s.box((-60, -3, 3.2), (180, -0.2, 3.4), stone)
    _edge(s)
    _cargo(s)
    _landmarks(s)
    s.slab = 2
    _plant_wall(s)
    for x in np.arange(0, 130, 26.0):
        s.lamp((float(x), 7, -17), "#88a0d0", 240, 60, 0.3, 0)
    return s


def _decking(s: Scene) -> int:
    """Boards across the quay with frost in drifts, rail and rings let in."""
    w, h = 2048, 512
    rgb, z = boards(w, h, 12, ("#241f1d", "#2c2724", "#36302b", "#403830"), 7)
    damp = fbm(h, w, 200, 40, 15, 4)
    rgb = rgb * (1 - 0.4 * smooth(0.5, 0.66, damp))[..., None]
    frost = fbm(h, w, 110, 16, 41, 5) > 0.625
    rgb = np.where(frost[..., None], colour("#666e80"), rgb)
    for y in (150, 190):  # rails for the crane
        rgb[y : y + 4], z[y : y + 4] = colour("#6a5a4c"), 2
    return s.paint((rgb.astype(np.float32), np.where(frost, 2, z).astype(np.float32)), ppm=40, bump=0.6)


def _edge(s: Scene) -> None:
    """Bollards with their hawsers, rings, ladder heads, a railing in stretches."""
    iron, cap = s.paint("#2c2a2a", gloss=0.6, sharp=10), s.paint("#b8c4d0")
    rope = s.paint("#a8946c")
    for x in np.arange(3.0, 116, 7.6):
        s.cylinder(1, (x, 0, 2.9), 0.17, (0.1, 0.56), iron)
        s.cylinder(1, (x, 0, 2.9), 0.24, (0.56, 0.66), iron)
        s.cylinder(1, (x, 0, 2.9), 0.22, (0.66, 0.69), cap)
        for y in (0.24, 0.32, 0.40):
            s.cylinder(1, (x, 0, 2.9), 0.21, (y, y + 0.05), rope)
    for a, b in ((72.0, 93.0), (104.0, 126.0)):
        for x in np.arange(a, b, 1.5):
            s.box((x, 0, 3.1), (x + 0.06, 1.05, 3.16), iron)
        for y in (0.55, 1.03):
            s.box((a, y, 3.1), (b, y + 0.05, 3.16), iron)


def _cargo(s: Scene) -> None:
    k = K
    rng = np.random.default_rng(5)
    for i, x in enumerate((6.2, 7.1, 9.8, 14.4, 19.2, 20.0, 27.0, 42.0, 58.4, 59.3, 68.8, 100.2)):
        r = crates(int(rng.integers(1, 5)), i)
        s.card((x, 0.1, 2.5 + 0.15 * (i % 2)), (r.w / k, r.h / k), s.paint(r, ppm=k))
    for i, x in enumerate((11.2, 12.0, 16.6, 22.8, 43.4, 57.4, 87.2)):
        s.card((x, 0.1, 2.45), (30 / k, 38 / k), s.paint(barrel(i), ppm=k))
    coil = quay.coil()
    for x in (4.8, 25.2, 40.2, 55.2, 71.0, 94.2):
        s.card((x, 0.1, 2.45), (46 / k, 22 / k), s.paint(coil, ppm=k))
    sacks = quay.sacks()
    for x in (17.6, 38.6, 60.8):
        s.card((x, 0.1, 2.5), (92 / k, 46 / k), s.paint(sacks, ppm=k))


def _landmarks(s: Scene) -> None:
    """Harbour crane, nets, lamps with benches, flag masts, an anchor, the first trees."""
    k = K
    s.card((21.0, 0, 2.9), (380 / k, 330 / k), s.paint(quay.crane(), ppm=k))
    s.card((85.0, 0.1, 2.8), (330 / k, 120 / k), s.paint(quay.nets(), ppm=k))
    for x in (5.4, 26.2, 74.6, 81.0, 87.4, 103.6, 110.0):
        s.card((x, 0.1, 2.7), (40 / k, 212 / k), s.paint(quay.lamp(), ppm=k))
    for x in (76.6, 83.0):
        s.card((x, 0.1, 2.55), (84 / k, 40 / k), s.paint(quay.bench(), ppm=k))
    for x in (95.4, 98.6, 101.8):
        s.card((x, 0.1, 2.8), (10 / k, 300 / k), s.paint(quay.mast(), ppm=k))
    s.card((91.8, 0.1, 2.5), (70 / k, 74 / k), s.paint(quay.anchor(), ppm=k))
    for x, seed, w, h in TREES:
        s.card((x - w / 2 / k, 0.1, 2.65), (w / k, h / k), s.paint(bare_tree(w, h, seed), ppm=k))


def _plant_wall(s: Scene) -> None:
    """Where he comes out: the plant's brick flank with its loading door; it hides the change of place."""
    wall = s.paint(
        weather(brick(1024, 512, ("#2a211e", "#322824", "#3c2f2a", "#463630"), "#3e3834", 31, 0.7), "#3a3a3a", 0.5, 5),
        ppm=44,
    )
    stone = s.paint(ashlar(256, 512, (26, 13), ("#6a6660", "#78746c", "#86827a"), "#3a3836", 8, 0.4), ppm=44)
    s.box((-40, 0, 1.9), (3.4, 9, 4.0), wall)
    s.box((2.7, 0, 1.6), (3.6, 9, 2.0), stone)
    s.box((-40, 5.0, 1.5), (3.7, 5.4, 2.0), stone)
    door = Relief(220, 170)
    door.rect((0, 0, 220, 170), "#3a3c40", 4)
    door.texture(8, 8, planks(204, 162, 14, ("#4c5a60", "#566468", "#606e72"), 3), 5)
    for y in (30, 90, 140):
        door.rect((8, y, 204, 7), "#2c2e32", 7)
    door.rect((96, 78, 8, 18), "#b0a890", 9)
    s.card((-4.4, 0, 1.87), (5.0, 3.9), s.paint(door, ppm=44))
