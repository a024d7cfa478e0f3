"""The vault in metres: two rows of arches, what people left under them, the wall at the start."""

import math
from functools import lru_cache

import numpy as np

from ..built.scene import Scene
from ..paint.colour import colour
from ..paint.lettering import write
from ..paint.noise import fbm, value_noise
from ..paint.relief import Relief
from ..paint.textures import ashlar, cobble, weather
from ..stage import scale
from ..things import furniture, quay
from ..things.goods import crates

FRONT, BACK_WALL = 4.0, 10.5
# centre, springing and radius of each arch, metres; uneven on purpose
ARCHES = (
    (-9.0, 1.4, 3.6),
    (-0.6, 1.5, 3.4),
    (7.4, 1.3, 3.9),
    (15.2, 1.2, 2.9),
    (21.0, 1.1, 2.1),
    (27.6, 1.0, 1.5),
    (34.8, 1.2, 0.62),
    (46.8, 2.2, 4.6),
)
LAMPS = ((24.7, 3.85), (31.7, 3.2), (38.0, 3.1))
"""The lamps in cages on the near wall: where on it and how high, metres."""
TREES = ((-4.4, 2), (11.4, 1), (49.9, 0))
"""The bare trees on the quay, beyond the railing: where, metres, and which."""
STONE = ("#3c3a38", "#4a4644", "#585350", "#66605a")


def _arcade(ppm: float, span: tuple[float, float], tall: float, seed: int) -> Relief:
    """A wall of cut stone with the arches left open, their rings of voussoirs, moss, soot and streaks of lime."""
    w, h = int((span[1] - span[0]) * ppm), int(tall * ppm)
    r = Relief(w, h)
    r.texture(
        0,
        0,
        weather(
            weather(ashlar(w, h, (26, 13), STONE, "#201e1e", seed, 0.5), "#24301e", 0.6, seed + 4, (40, 46)),
            "#8c8a80",
            0.35,
            seed + 9,
            (7, 90),
        ),
        2,
    )
    yy, xx = np.mgrid[0:h, 0:w]
    for cx, spring, rad in ARCHES:
        px, py, pr = (cx - span[0]) * ppm, h - spring * ppm, rad * ppm
        d = np.hypot(xx - px, yy - py)
        ang = np.arctan2(py - yy, xx - px)
        ring = (d >= pr) & (d < pr + 14) & (yy < py + 2)
        n = max(9, int(pr * math.pi / 12))
        part = ang / math.pi * n
        tone = ((np.floor(part) * 7919) % 13) / 13
        table = np.array([colour(c) for c in (*STONE, "#746d66", "#827a70")])
        r.put((0, h, 0, w, ring), table[np.clip((tone * 6).astype(int), 0, 5)], 4 + tone)
        joint = ring & ((np.abs(part - np.round(part)) < 0.07) | (d > pr + 12.6))
        r.put((0, h, 0, w, joint), "#1a1818", 1)
        r.a[((d < pr) & (yy < py + 1)) | ((np.abs(xx - px) < pr) & (yy >= py))] = 0
    return r


@lru_cache(maxsize=1)
def scene() -> Scene:
    s = Scene()
    ms = s.paint(
        weather(
            ashlar(512, 512, (24, 12), ("#34302e", "#403b38", "#4c4642", "#58514b"), "#1a1818", 8, 0.5),
            "#2c3824",
            0.4,
            3,
        ),
        ppm=26,
    )
    dark = s.paint(ashlar(512, 512, (26, 13), ("#2a2726", "#34302e", "#3e3936"), "#141313", 18), ppm=24)
    setts, z = cobble(1024, 512, (13, 8), ("#4a4a50", "#5a5a60", "#6a686a", "#7a7674"), "#1c1c20", 6)
    road = s.paint((setts, z), ppm=34, gloss=1.2, sharp=16, bump=0.9)
    s.slab = 3
    s.box((-60, -1, -9), (120, 0, 3.0), road)
    flank = s.paint(
        weather(
            ashlar(1536, 512, (36, 16), ("#4a4644", "#57524e", "#645e58", "#746c64"), "#2a2826", 18, 0.5),
            "#2c3424",
            0.5,
            13,
            (40, 60),
        ),
        ppm=44,
    )
    s.box((-60, 0, 1.9), (-0.7, 9, 3.0), flank)  # the viaduct's flank: the market ends on its other side
    s.box((-0.7, 0, 1.5), (1.2, 9, 2.4), flank)
    s.slab = 2
    s.box((-60, -1, 3.0), (120, 0, 7.5), road)
    s.card((-24, 0, FRONT), (90, 9), s.paint(_arcade(scale(FRONT), (-24, 66), 9, 3), ppm=scale(FRONT)))
    _things(s)
    s.slab = 1
    s.box((-60, -1, 7.5), (120, 0, 13.0), road)
    s.card((-24, 0, BACK_WALL), (90, 9), s.paint(_arcade(scale(BACK_WALL), (-24, 66), 9, 5), ppm=scale(BACK_WALL)))
    for cx, spring, rad in ARCHES:
        s.cylinder(2, (cx, spring, 0), -rad, (FRONT, BACK_WALL), ms)
    _railing(s)
    for x, kind in TREES:
        s.card((x - 3.2, 0, 12.4), (6.4, 8.4), s.paint(quay.tree(190, 250, kind), ppm=29.7))
    s.slab = 9  # what shuts out the sky above and behind the lens, never drawn
    s.box((-60, 6.6, -4), (41.5, 9, FRONT), dark)
    s.box((-60, 0, -17), (41.5, 9, -16.6), dark)
    s.lamp((-14, 4.8, -1), "#ff9a48", 5.5, 13, 0.1)
    for x, y in LAMPS:
        s.lamp((x, y, 2.9), "#e8a860", 0.5, 4, 0.1)
    for x, power in ((0.0, 9.0), (16.0, 7.0), (33.0, 5.0)):
        s.lamp((x, 3, -13), "#5878a0", power, 26, 0.3, 0)
    return s


def _railing(s: Scene) -> None:
    iron = s.paint("#2a2420", gloss=0.5)
    for x in np.arange(-22, 62, 1.4):
        s.box((x - 0.05, 0, 11.9), (x + 0.05, 1.05, 12.0), iron)
    for y in (0.55, 1.05):
        s.box((-24, y, 11.93), (64, y + 0.06, 11.97), iron)


def _things(s: Scene) -> None:
    """What people leave under a bridge: letters, a bicycle, tyres, a boat, crates, a gauge of floods."""
    k = scale(3.6)
    rng = np.random.default_rng(9)
    for x, y, text, size in (
        (23.3, 2.5, "PHILLY '76", (2, 3)),
        (36.2, 1.6, "J + M", (2, 2)),
        (30.0, 2.1, "KEEP ON", (2, 2)),
        (38.6, 2.5, "NO SWIMMING", (1, 1)),
        (25.6, 1.5, "ROW", (2, 2)),
    ):
        r = Relief(150, 40)
        write(r, (2, 4), text, ("#e0d8c4", "#d88464", "#a0bcc8")[int(rng.integers(0, 3))], scale=size, bold=size[0] > 2)
        r.a *= value_noise(40, 150, 3, 3, int(x)) > 0.08
        r.rgb *= (0.6 + 0.6 * fbm(40, 150, 6, 6, 4, 3))[..., None]
        s.card((x, y, FRONT - 0.03), (150 / k, 40 / k), s.paint(r, ppm=k), 0)
    for x, r in (
        (-4.2, crates(2, 3)),
        (4.0, furniture.tyres()),
        (11.8, _skiff()),
        (18.0, furniture.bicycle()),
        (24.0, crates(3, 7)),
        (31.6, furniture.pipes()),
        (37.0, furniture.tyres()),
    ):
        s.card((x, 0, 3.5), (r.w / k, r.h / k), s.paint(r, ppm=k))
    for x, y in LAMPS:
        s.card((x - 0.2, y - 0.3, FRONT - 0.06), (16 / k, 22 / k), s.paint(_cage_lamp(), ppm=k), 0)
    gauge = Relief(14, 120)
    gauge.rect((0, 0, 14, 120), "#c8c0a8", 4)
    for i in range(12):
        gauge.rect((0, i * 10, 7 if i % 2 else 12, 2), "#2a2422", 5)
        if i % 2 == 0:
            write(gauge, (9, i * 10 + 3), str(9 - i // 2), "#2a2422", small=1)
    s.card((25.4, 0, FRONT - 0.04), (14 / k, 120 / k), s.paint(gauge, ppm=k), 0)


def _skiff() -> Relief:
    """A rowing boat turned over on two trestles: strakes that run together at stem and stern, and a keel."""
    r = Relief(140, 46)
    for leg in (30, 102):
        r.line((leg, 26), (leg - 6, 46), "#2e2824", 4, 2)
        r.line((leg, 26), (leg + 6, 46), "#2e2824", 4, 2)
        r.rect((leg - 9, 33, 18, 2), "#3a322c", 5)
    tones = ("#8a3a2c", "#7c3428", "#6e2e24", "#d0c4a8", "#5c564e")
    for column in range(4, 137):
        along = (column - 70) / 66
        keel, rail = 8 + 9 * along**4 + 3 * abs(along), 30 - 7 * max(0.0, along) ** 2 - 2 * along**2
        r.rect((column, keel - 1.5, 1, 2), "#2a1c18", 14)
        for strake, tone in enumerate(tones):
            top = keel + (rail - keel) * strake / len(tones)
            low = keel + (rail - keel) * (strake + 1) / len(tones)
            r.rect((column, top, 1, max(1, low - top)), tone, 12 - 2 * strake)
            r.rect((column, low - 1, 1, 1), "#2a1c18", 9 - 2 * strake)
    return r


def _cage_lamp() -> Relief:
    """A bulkhead lamp: a bracket, a glass, the cage around it."""
    r = Relief(16, 22)
    r.rect((5, 0, 6, 5), "#2c2a28", 4)
    r.rect((3, 4, 10, 2), "#3a3632", 5)
    r.disc((8, 12, 4, 6), "#c8a468", 4, colour("#ffc878") * 0.5)
    for x in (3, 7, 11):
        r.rect((x, 6, 1, 13), "#2c2a28", 6)
    for y in (10, 15):
        r.rect((3, y, 10, 1), "#2c2a28", 6)
    r.rect((4, 19, 8, 1), "#2c2a28", 6)
    return r
