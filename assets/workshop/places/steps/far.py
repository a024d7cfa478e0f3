"""The far part of the climb: temple, wings, terrace wall and trees, traced once for every place the camera can be.

What is far moves little between two stairs, so one picture a stair, slid by the fraction, is smooth; the stairs before
it are drawn by rows. Metres as in `steps_geometry`.
"""

import math

import numpy as np

from ..built.scene import Scene
from ..built.strip import Light, view
from ..paint.colour import Array, colour
from ..paint.film import Look, develop, fog
from ..paint.relief import Relief
from ..paint.textures import ashlar, planks
from .geometry import FOCAL, HORIZON, STAIRS, TEMPLE_Z, TOP_Y, TOP_Z, WIDTH, Eye
from .pediment import frieze, pediment
from .stairs import SKY, SKY_POWER, SUN, SUN_POWER, SUN_TINT

FAR, SHADE = 1, 2
RUN_UP_STOPS = (-10.5, -7.0, -3.5)  # metres
NEAR_FROM = 32  # stairs from which on a picture is painted for each
LOOK = Look(0.80, "#1c3464", "#ffe4b8", 0.24, 0.12, 1.0, 0.03, 1.06, 0.6)
PALE = ("#97886c", "#a69678", "#b4a486", "#c0b092", "#cabb9e")


class _Stone:
    """Materials of the temple."""

    def __init__(self, s: Scene) -> None:
        flutes = Relief(64, 64)
        for x in range(0, 64, 4):
            flutes.rect((x, 0, 4, 64), "#c4b698", 1)
            flutes.rect((x, 0, 1, 64), "#94886c", 0)
        self.shaft = s.paint(flutes, ppm=8, bump=0.5)
        self.wall = s.paint(ashlar(512, 256, (26, 12), PALE, "#6a5e4a", 2), ppm=10, bump=0.5)
        self.fine = s.paint(ashlar(512, 256, (18, 9), PALE, "#74684f", 5), ppm=9, bump=0.4)
        self.dark = s.paint(ashlar(256, 256, (20, 12), ("#4a3a2c", "#564434", "#62503c"), "#2e241c", 3), ppm=8)
        self.roof = s.paint(planks(128, 128, 4, ("#4a6460", "#56706a", "#627c74"), 3, "#36504c"), ppm=6)
        self.step = s.paint(
            ashlar(512, 64, (60, 64), ("#a69c8c", "#b2a896", "#beb4a2", "#c8c0ae"), "#837a6a", 9), ppm=20, bump=0.3
        )
        self.pediment, self.small = s.paint(pediment(290, 52), ppm=10), s.paint(pediment(240, 43), ppm=10)
        self.frieze, self.bronze = s.paint(frieze(264, 20), ppm=10), s.paint("#3c3026", gloss=0.3)
        self.gold = s.paint("#c8963c", gloss=0.5)


def _portico(
    s: Scene, m: _Stone, at: tuple[float, float, float], size: tuple[float, float, float], n: int, pediment: int
) -> None:
    """Columns, frieze, pediment, roof. `at`: middle of the front's foot; `size`: width, column height, radius."""
    (x, y, z), (wide, tall, r) = at, size
    half, deep = wide / 2, 8.0
    s.box((x - half - 1, y - 1.2, z - 1), (x + half + 1, y, z + deep), m.wall)
    for k in range(n):
        cx = x - half + r + (wide - 2 * r) * k / (n - 1)
        s.cylinder(1, (cx, 0, z + r), r, (y + 0.7, y + tall - 1.6), m.shaft)
        s.box((cx - r * 1.15, y, z - 0.1), (cx + r * 1.15, y + 0.7, z + 2 * r), m.fine)
        s.cylinder(1, (cx, 0, z + r), r * 1.18, (y + tall - 1.6, y + tall - 0.9), m.gold)
        s.box((cx - r * 1.35, y + tall - 0.9, z - 0.3), (cx + r * 1.35, y + tall, z + 2.3 * r), m.fine)
    s.box((x - half - 0.3, y + tall, z - 0.2), (x + half + 0.3, y + tall + 2.0, z + deep), m.frieze, m.fine, m.fine)
    s.box((x - half - 1, y + tall + 2.0, z - 0.9), (x + half + 1, y + tall + 2.6, z + deep), m.fine)
    s.box((x - half, y, z + deep), (x + half, y + tall, z + deep + 1), m.dark)
    for k in range(-1, 2):
        s.box(
            (x + k * wide * 0.26 - 1.3, y, z + deep - 0.15),
            (x + k * wide * 0.26 + 1.3, y + tall * 0.52, z + deep),
            m.bronze,
        )
    high = wide * 0.178
    s.card((x - half - 1, y + tall + 2.6, z - 0.6), (wide + 2, high), pediment)
    for i in range(12):
        t = i / 12
        s.box(
            (x - (half + 0.6) * (1 - t), y + tall + 2.6 + high * t, z - 0.2),
            (x + (half + 0.6) * (1 - t), y + tall + 2.6 + high * (t + 1 / 12), z + deep + 26),
            m.roof,
        )


def _window(s: Scene, m: _Stone, x: float) -> None:
    """A tall window in the back wall: a pale surround with a sill and a lintel, its opening deep in the shade."""
    wall = TEMPLE_Z + 9
    s.box((x - 1.1, TOP_Y + 3.6, wall - 0.25), (x + 1.1, TOP_Y + 9.4, wall), m.fine)
    s.box((x - 1.4, TOP_Y + 3.2, wall - 0.6), (x + 1.4, TOP_Y + 3.7, wall), m.fine)
    s.box((x - 1.5, TOP_Y + 9.3, wall - 0.7), (x + 1.5, TOP_Y + 9.9, wall), m.fine)
    s.box((x - 0.65, TOP_Y + 4.1, wall - 0.3), (x + 0.65, TOP_Y + 8.9, wall - 0.2), m.dark)


def bare_tree(w: int, h: int, seed: int, tint: str = "#3a302a") -> Relief:
    """A winter tree by repeated forking."""
    r, rng = Relief(w, h), np.random.default_rng(seed)

    def fork(x: float, y: float, a: float, length: float, thick: float, left: int) -> None:
        x2, y2 = x + math.cos(a) * length, y + math.sin(a) * length
        r.line((x, y), (x2, y2), tint, 1 + thick, max(1, thick))
        if left <= 0 or length < 2.2:
            return
        n = 2 if rng.random() < 0.8 else 3
        for k in range(n):
            fork(
                x2,
                y2,
                a + rng.normal(0, 0.42) + (k - (n - 1) / 2) * 0.55,
                length * rng.uniform(0.66, 0.86),
                thick * 0.68,
                left - 1,
            )

    fork(w / 2, h, -math.pi / 2 + rng.normal(0, 0.05), h * 0.22, w * 0.045, 9)
    return r


def build() -> Scene:
    """Everything beyond the stairs and, in a slab not seen, the stairs' mass and what shades them."""
    s = Scene(FAR)
    m = _Stone(s)
    _portico(s, m, (0, TOP_Y + 2.5, TEMPLE_Z), (27, 17.5, 1.0), 8, m.pediment)
    for k in range(8):
        s.box((-18, TOP_Y, TEMPLE_Z - 6 + k * 0.5), (18, TOP_Y + 0.31 * (k + 1), TEMPLE_Z + 12), m.step)
    s.box((-66, TOP_Y, TEMPLE_Z + 9), (66, TOP_Y + 16.5, TEMPLE_Z + 30), m.fine)
    s.box((-67, TOP_Y + 16.5, TEMPLE_Z + 8.2), (67, TOP_Y + 18, TEMPLE_Z + 31), m.wall)
    for side in (-1, 1):
        for k in range(5):
            _window(s, m, side * (18.0 + k * 3.4))
        a, b = sorted((side * 36, side * 64))
        s.box((a, TOP_Y, 62), (b, TOP_Y + 15, TEMPLE_Z + 20), m.fine)
        for k in range(6):
            z, x = 66 + k * 5, side * 36
            for mat, proud, wide, low, high in ((m.fine, 0.2, 1.3, 2.6, 9.5), (m.dark, 0.3, 0.8, 3.2, 9.0)):
                near, away = sorted((x, x - side * proud))
                s.box((near, TOP_Y + low, z + 0.8 - wide), (away, TOP_Y + high, z + 0.8 + wide), mat)
        _portico(s, m, (side * 49, TOP_Y + 1.2, 57), (22, 13.5, 0.85), 6, m.small)
        # the terrace wall either side of the stairs' head, with a balustrade
        a, b = sorted((side * 14.5, side * 90))
        s.box((a, -1, TOP_Z + 3), (b, TOP_Y, TOP_Z + 90), m.wall)
        s.box((a, TOP_Y + 1.0, TOP_Z + 3), (b, TOP_Y + 1.25, TOP_Z + 3.7), m.fine)
        for k in range(52):
            x = side * (15 + k * 1.2)
            s.box((x - 0.22, TOP_Y, TOP_Z + 3.1), (x + 0.22, TOP_Y + 1.0, TOP_Z + 3.55), m.fine)
        # lower terrace half way up
        s.box((a if side < 0 else 17.5, -1, 16), (b if side > 0 else -17.5, TOP_Y * 0.46, TOP_Z + 4), m.wall)
    trees = (
        (-24, 21, 11),
        (-31, 23, 13),
        (-40, 26, 12),
        (25, 22, 10),
        (33, 25, 12),
        (42, 27, 13),
        (-20, 30, 8),
        (21, 31, 8),
    )
    for i, (x, z, size) in enumerate(trees):
        s.card((x - size * 0.43, TOP_Y * 0.45, z), (size * 0.86, size), s.paint(bare_tree(180, 210, 20 + i), ppm=18))
    s.slab = SHADE
    s.box((-13, -1, 0), (13, 0.02, TOP_Z), m.step)
    s.box((-13, -1, TOP_Z), (13, TOP_Y, TEMPLE_Z), m.step)
    s.box((-120, -1, -40), (120, 0, 16), m.step)
    s.box((-60, 0, -60), (-27, 17.5, 6.5), m.wall)
    return s


def picture(s: Scene, at: Eye, rays: int = 4) -> tuple[Array, np.ndarray]:
    """The far part from one camera: developed rgb (h, w, 3) and which pixels are it; h ends at the horizon."""
    day = Light(SUN, SUN_TINT, SUN_POWER, SKY, SKY_POWER, "#8a7a62", 0.55, rays=rays, reach=24.0)
    t = view(s, day, (0.0, at.y, at.z, FOCAL, WIDTH / 2, float(HORIZON)), (WIDTH, HORIZON + 40), FAR)
    lin = t.light("#7898d0", 0.05, 0.3)
    lin = np.where(t.hit[..., None], fog(lin, t.depth, colour("#a8bccc") * 0.85, 40, 380, 0.5), 0)
    return develop(lin.astype(np.float32), LOOK), t.hit


def crest(at: Eye) -> float:
    """Row of the stairs' head: below it the far picture is never seen between the cheeks."""
    return at.row(TOP_Y, TOP_Z)


def stops() -> list[tuple[float, float]]:
    """(climbed, approach) of every far picture: few while the temple is far, then one for each stair."""
    up = [*range(2, 15, 2), *range(18, NEAR_FROM, 4), *range(NEAR_FROM, STAIRS + 1)]
    return [(0.0, a) for a in RUN_UP_STOPS] + [(float(k), 0.0) for k in up]
