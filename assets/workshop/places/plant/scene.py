"""The packing plant for the tracer: tiled hall, rails of beef in four depths, tubes, frosted coils, a door of day."""

from collections.abc import Callable
from itertools import pairwise

import numpy as np

from ..built.scene import Scene
from ..paint.close import Close
from ..paint.colour import Array, blend, colour, smooth
from ..paint.lettering import write
from ..paint.noise import fbm
from ..paint.relief import Relief, round_height
from ..paint.relight import bake
from ..paint.textures import planks, wall_tiles
from ..stage import Window
from .beef import beef

WALL, FARROW, HALLROW, MIDROW, NEAR, FLOOR, CEILING = 1, 2, 3, 4, 5, 20, 40
WALL_Z, TOP, LEFT, RIGHT = 7.6, 4.0, -7.5, 23.5
DOOR, DOOR_TOP = (10.7, 12.9), 3.2
FLOOR_EDGES = (7.5, 5.0, 3.0, 1.5, 0.3, -0.7, -2.25)
CEILING_EDGES = (7.6, 5.0, 2.8)
ROWS = {FARROW: 6.4, HALLROW: 4.5, MIDROW: 2.6}
TUBE_Y = {FARROW: 3.22, HALLROW: 3.56}
HOOK = (8.15, 3.0)  # the struck side's hook: x and height at the lane
STAND = 7.0


def opens(x: Array, y: Array) -> Array:
    """Sun through the doorway's strips, 0 to 1."""
    strip = 0.75 + 0.25 * (np.floor((x - DOOR[0]) * 5) % 2)
    return np.where((x > DOOR[0]) & (x < DOOR[1]) & (y > 0) & (y < DOOR_TOP), strip, 0).astype(np.float32)


def _wall(ppm: float, left: float, right: float) -> Relief:
    """White tile gone green with cold: dado, drips of rust, frost under the coils, signs, a clock, a hose."""
    w, h = int((right - left) * ppm), int(TOP * ppm) + 1
    r = Relief(w, h)
    tile = wall_tiles(w, h, 9, ("#8ca6a6", "#9ab2b0", "#a8bebb", "#b6cac5"), "#5a7070", 3)
    r.texture(0, 0, tile)
    y = round((TOP - 1.35) * ppm)
    r.rect((0, y, w, 7), "#2c5e5e", 0.8)
    r.rgb[y + 7 :] *= np.array([0.62, 0.78, 0.80], np.float32)
    yy = np.mgrid[0:h, 0:w][0]
    rust = np.round(smooth(0.58, 0.76, fbm(h, w, 14, 70, 8, 4)) * 4) / 4 * 0.45
    r.rgb = blend(r.rgb, colour("#6a4028"), rust * smooth(h, h * 0.3, yy)).astype(np.float32)
    frost = np.round(smooth(0.35, 0.7, fbm(h, w, 40, 26, 12, 4) * smooth(90, 0, yy)) * 4) / 4
    r.rgb = blend(r.rgb, colour("#dceef2"), frost * 0.8).astype(np.float32)
    r.rgb *= (1 - 0.4 * smooth(h - 40, h, yy))[..., None]
    r.rect((0, h - 14, w, 14), "#36484a", 2)

    def x(m: float) -> int:
        return round((m - left) * ppm)

    _signs(r, x, ppm)
    return r


def _signs(r: Relief, x: Callable[[float], int], ppm: float) -> None:
    def y(height: float) -> int:
        return round((TOP - height) * ppm)

    for m, height, lines, paper, ink in (
        (9.4, 2.75, ("KEEP DOOR", "CLOSED"), "#8a2420", "#e8dcc0"),
        (3.0, 2.6, ("NO SMOKING",), "#d0ccb8", "#1c3040"),
        (-0.2, 2.7, ("WASH HANDS",), "#d0ccb8", "#20402c"),
        (14.8, 2.6, ("HARD HATS",), "#c8a83c", "#241c14"),
    ):
        wide, tall = 68, 8 + 11 * len(lines)
        r.rect((x(m), y(height), wide, tall), "#c8c4b0", 1)
        r.rect((x(m) + 1, y(height) + 1, wide - 2, tall - 2), paper, 1)
        for i, text in enumerate(lines):
            write(r, (x(m) + (wide - len(text) * 6) // 2, y(height) + 5 + 11 * i), text, ink)
    c, d = x(5.1), y(3.0)
    r.disc((c, d, 14, 14), "#2c3438", 3)
    r.disc((c, d, 12, 12), "#dce0d4", 3.5)
    r.line((c, d), (c, d - 8), "#1c1c1c", width=1.6)
    r.line((c, d), (c - 5, d + 4), "#1c1c1c")
    for k in range(5):
        r.disc((x(1.2), y(1.9), 15 - 2 * k, 18 - 2.4 * k), ("#3a2c2a", "#54403a")[k % 2], 3 + k)
    for m in (-2.2, 2.1, 6.6, 13.6, 17.4):
        r.rect((x(m), 0, 7, r.h), "#58696c", round_height(x(m) + 3, 3.2, 4))
        r.rect((x(m) - 1, 20, 9, 60), "#cfe2e8", 8)


class Kit:
    """Materials of the plant."""

    def __init__(self, s: Scene) -> None:
        n = fbm(480, 480, 70, 40, 7, 4)
        slab = blend(np.broadcast_to(colour("#33464a"), (480, 480, 3)), colour("#54686a"), np.round(n * 5) / 5)
        slab = blend(slab, colour("#5a2420"), np.round(smooth(0.62, 0.78, fbm(480, 480, 60, 40, 29, 4)) * 3) / 3 * 0.45)
        groove = np.mgrid[0:480, 0:480][1] % 96 < 1
        self.floor = s.paint(
            (
                np.where(groove[..., None], slab * 0.5, slab).astype(np.float32),
                np.where(groove, -1.0, 0.0).astype(np.float32),
            ),
            ppm=48,
            gloss=0.8,
            sharp=26,
            bump=0.4,
        )
        self.steel, self.dark = s.paint("#66757a", gloss=1.0, sharp=18), s.paint("#2a3336")
        self.rail = s.paint(self._rail(), ppm=60, gloss=0.15, sharp=12)
        self.zinc, self.frost = s.paint("#7e8c8e", gloss=0.9, sharp=14), s.paint("#cfe0e6", gloss=0.2)
        self.ceiling = s.paint(planks(240, 240, 20, ("#4a585c", "#526266", "#5a6a6e"), 8, "#30393c"), ppm=48)
        self.coil = s.paint(self._coil(), ppm=60)
        self.tube, self.hood = s.paint("#ffffff", "#cfeef4", 5.0), s.paint("#6c787a")
        self.wood = s.paint(planks(96, 96, 10, ("#7a6450", "#8a7460", "#9a8470"), 3), ppm=60)
        self.tile = s.paint(
            wall_tiles(216, 216, 9, ("#8ca6a6", "#9ab2b0", "#a8bebb", "#b6cac5"), "#5a7070", 5), ppm=60, gloss=0.3
        )
        self.sides = [s.paint(beef(k, int(k % 3 == 1)), ppm=77, gloss=0.3, sharp=10, bump=0.9) for k in range(12)]

    @staticmethod
    def _rail() -> Relief:
        """A hanging rail with frost lying on it and icicles of it."""
        r = Relief(240, 10)
        r.rect((0, 0, 240, 10), "#5a686c", 0)
        cover = fbm(10, 240, 16, 4, 3, 3)
        r.rgb = np.where(((np.mgrid[0:10, 0:240][0] < 4) & (cover > 0.40))[..., None], colour("#a8bcc4"), r.rgb).astype(
            np.float32
        )
        return r

    @staticmethod
    def _coil() -> Relief:
        """Pipes of the cooling coils, thick with frost."""
        r = Relief(240, 40)
        r.rect((0, 0, 240, 40), "#39474b", 0)
        for y in range(1, 40, 8):
            r.rect(
                (0, y, 240, 6),
                "#a9bec6",
                lambda yy, _x, y=y: 3 + np.sqrt(np.clip(9 - (yy + 0.5 - y - 3) ** 2, 0, None)),
            )
        lump = fbm(40, 240, 14, 6, 4, 3)
        r.rgb = np.where((lump > 0.52)[..., None], colour("#e6f2f6"), r.rgb).astype(np.float32)
        return bake(r)


def _shell(s: Scene, k: Kit, window: Window) -> None:
    left, right = LEFT, RIGHT
    for i, (far, near) in enumerate(pairwise(FLOOR_EDGES)):
        s.slab = FLOOR + i
        s.box((left, -0.2, near), (right, 0, far + (0.6 if i == 0 else 0)), k.floor)
    s.slab = 99
    s.box((left, -0.2, -12), (right, 0, FLOOR_EDGES[-1]), k.floor)
    s.box((left, TOP, -12), (right, TOP + 0.2, CEILING_EDGES[-1]), k.ceiling)
    for x in (left, right):
        s.box((x - 0.2, 0, -12), (x, TOP, WALL_Z), k.tile)
    s.box((left, 0, -12.2), (right, TOP, -12), k.tile)
    for i, (far, near) in enumerate(pairwise(CEILING_EDGES)):
        s.slab = CEILING + i
        s.box((left, TOP, near), (right, TOP + 0.2, far + 0.5), k.ceiling)
        for x in np.arange(left, right, 2.6):
            s.box((x, TOP - 0.16, near), (x + 0.14, TOP, far), k.hood)
    shot, s.slab = Close(window), WALL
    x0 = shot.snapped(left + 0.4)
    mat = s.paint(_wall(shot.scale, x0, right), ppm=shot.scale, bump=0.6, gloss=0.2, sharp=12)

    def piece(a: float, low: float, b: float, high: float) -> None:
        s.box((a, low, WALL_Z), (b, high, WALL_Z + 0.3), mat, k.tile, k.tile, (a - x0, TOP - high))

    piece(x0, 0, DOOR[0], TOP)
    piece(DOOR[1], 0, right, TOP)
    piece(DOOR[0], DOOR_TOP, DOOR[1], TOP)
    for a, b in ((DOOR[0] - 0.14, DOOR[0]), (DOOR[1], DOOR[1] + 0.14)):
        s.box((a, 0, WALL_Z - 0.08), (b, DOOR_TOP + 0.14, WALL_Z + 0.3), k.steel)
    s.box((DOOR[0], DOOR_TOP, WALL_Z - 0.08), (DOOR[1], DOOR_TOP + 0.14, WALL_Z + 0.3), k.steel)
    s.box(
        (DOOR[1] + 0.16, 0.02, WALL_Z - 0.22), (DOOR[1] + 2.3, DOOR_TOP, WALL_Z - 0.1), k.zinc
    )  # the sliding door, open


def _row(s: Scene, k: Kit, slab: int, xs: list[float], seed: int) -> None:
    """A rail along x with its sides; each a little its own."""
    rng, z, s.slab = np.random.default_rng(seed), ROWS[slab], slab
    rail = 3.42
    s.box((LEFT, rail, z - 0.04), (RIGHT, rail + 0.14, z + 0.04), k.rail)
    for x in np.arange(-7.0, RIGHT, 2.8):
        s.box((x, rail + 0.14, z - 0.03), (x + 0.07, TOP, z + 0.03), k.dark)
    for x in xs:
        x += rng.normal(0, 0.06)
        tall = 2.45 * rng.uniform(0.95, 1.04)
        wide, top = tall * 0.52, rail - 0.28
        s.cylinder(2, (x, rail + 0.07, 0), 0.09, (z - 0.08, z + 0.08), k.steel)
        s.cylinder(1, (x, 0, z), 0.022, (top - 0.06, rail + 0.05), k.steel)
        s.card((x - wide / 2, top - tall, z), (wide, tall), k.sides[int(rng.integers(0, 12))])


def _rows(s: Scene, k: Kit) -> None:
    _row(s, k, FARROW, [*np.arange(-7.34, 5.9, 0.98), 9.6, *np.arange(13.6, 22.5, 0.98)], 4)
    _row(s, k, HALLROW, [-3.9, -2.8, -1.8, -0.7, 0.4, 1.4, 2.5, 3.5, 4.6, 10.1, 13.2, 14.3, 15.4, 16.4, 17.5, 18.6], 5)
    _row(s, k, MIDROW, [-3.6, -2.3, -1.1, 0.2, 1.5, 2.8, 4.0, 11.6, 14.1, 15.4, 16.6, 17.9], 6)
    s.slab = NEAR  # the rail he works at; the struck side itself is a sprite
    s.box((LEFT, HOOK[1] + 0.26, 0.02), (RIGHT, HOOK[1] + 0.42, 0.12), k.rail)
    for x in np.arange(-6.2, RIGHT, 3.2):
        s.box((x, HOOK[1] + 0.42, 0.04), (x + 0.08, TOP, 0.10), k.dark)
    for x in (HOOK[0], HOOK[0] + 3.6, HOOK[0] - 4.3, HOOK[0] - 5.2):
        s.cylinder(2, (x, HOOK[1] + 0.34, 0), 0.12, (-0.02, 0.16), k.steel)
        s.box((x - 0.03, HOOK[1] + 0.04, 0.04), (x + 0.03, HOOK[1] + 0.3, 0.10), k.steel)


def _gear(s: Scene, k: Kit) -> None:
    """Columns, coils, tubes; a block with its cleaver, a scale, churns, crates, a cart."""
    s.slab = FARROW
    for x in (-3.2, 5.2, 14.6):
        s.box((x - 0.26, 0, 5.6), (x + 0.26, TOP, 6.1), k.tile)
    s.slab = HALLROW
    for x in (-2.6, 2.6, 7.9, 13.2, 17.6):
        s.box((x - 1.1, 3.66, 5.2), (x + 1.1, 3.9, 5.35), k.coil)
    for x, z, slab in (
        (-1.4, 5.6, FARROW),
        (3.6, 5.6, FARROW),
        (6.5, 5.6, FARROW),
        (15.0, 5.6, FARROW),
        (0.6, 3.6, HALLROW),
        (6.0, 3.6, HALLROW),
        (11.6, 3.6, HALLROW),
        (16.5, 3.6, HALLROW),
    ):
        s.slab = slab
        y = TUBE_Y[slab]
        s.box((x - 0.75, y + 0.04, z - 0.1), (x + 0.75, y + 0.12, z + 0.1), k.hood)
        s.cylinder(0, (0, y, z), 0.035, (x - 0.7, x + 0.7), k.tube)
        for dx in (-0.4, 0.4):
            s.cylinder(1, (x + dx, 0, z), 0.014, (y + 0.12, TOP), k.dark)
            s.lamp((x + dx, y - 0.13, z), "#b8dce4", 1.35 if slab == FARROW else 1.2, 8, 0.12, 0.3)
    s.slab = NEAR
    s.box((3.3, 0.74, 1.5), (4.7, 0.92, 2.3), k.wood)
    for x in (3.35, 4.55):
        s.box((x, 0, 1.55), (x + 0.1, 0.74, 2.25), k.steel)
    s.box((3.9, 0.92, 1.8), (4.25, 0.95, 1.95), k.steel)
    s.box((4.22, 0.93, 1.83), (4.45, 0.96, 1.9), k.wood)
    for x, z in ((5.35, 1.4), (5.8, 1.7)):
        s.cylinder(1, (x, 0, z), 0.2, (0, 0.62), k.zinc)
        s.cylinder(1, (x, 0, z), 0.22, (0.58, 0.66), k.zinc)
    s.box((11.4, 0, 1.2), (12.4, 0.5, 1.9), k.wood)
    s.box((11.55, 0.5, 1.25), (12.3, 0.95, 1.85), k.wood)
    s.box((13.6, 0.3, 1.2), (15.2, 0.9, 2.0), k.zinc)
    for x in (13.8, 15.0):
        s.cylinder(2, (x, 0.16, 0), 0.16, (1.15, 1.3), k.dark)
    # lamps of the film: a cold key from above before the man, a wide fill
    for x in (1.0, 6.2, 9.6, 15.0):
        s.lamp((x, 3.6, -1.8), "#cfe8f2", 3.6, 7, 0.1, 0)
    for x in (0, 9, 18):
        s.lamp((x, 3.0, -11), "#7fa8bc", 40, 40, 0.3, 0)


def build(wall_window: Window) -> Scene:
    """The whole plant; the wall is painted on `wall_window`'s pixels."""
    s = Scene()
    k = Kit(s)
    _shell(s, k, wall_window)
    _rows(s, k)
    _gear(s, k)
    return s


def without_floor(s: Scene) -> Scene:
    """The same room for a mirrored camera under the floor."""
    out = Scene()
    out.materials, out.quads, out.cyls, out.ells, out.lamps = s.materials, s.quads, s.cyls, s.ells, s.lamps
    out.boxes = [b for b in s.boxes if b[0][4] > 0.01]
    return out
