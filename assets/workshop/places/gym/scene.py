"""The gym built for the tracer: shell, ring, bags, lockers, lamps. Metres; the lane is z = 0, the wall z = 7.6."""

from itertools import pairwise

import numpy as np

from ..built.scene import Scene
from ..paint.close import Close
from ..paint.colour import colour
from ..paint.relief import Relief
from ..paint.relight import bake
from ..stage import Window
from . import paper as gym_paper
from .kit import Kit
from .light import HEAD, PANE_ROWS, SASHES, SILL, WALL_Z, pane_kind
from .wall import TOP, painted

# slabs of depth: each becomes a layer (the floor and ceiling bands are slabs of their own)
WALL, BACK, HALL, MID, NEAR, PLATFORM, FLOOR, CEILING = 1, 2, 3, 4, 5, 6, 20, 40
FLOOR_EDGES = (7.5, 5.25, 3.15, 1.65, 0.45, -0.45, -1.2, -2.25)  # multiples of a board: bands slide along their gaps
CEILING_EDGES = (7.6, 5.2, 2.8)
RING = (14.6, 23.4)
APRON, RING_BACK, RING_FRONT = 0.8, 4.0, -1.2
BEAM_Y, HOOK = 2.84, (9.85, 2.76)
STATION_KEYS = (
    (1.2, -2.4, 7.0),
    (7.2, -2.4, 7.0),
    (13.2, -2.8, 7.0),
    (17.4, -2.8, 3.5),
    (22.6, -2.8, 5.5),
    (28.4, -2.4, 7.0),
)
RING_LAMP = (19.0, 1.8)  # x and depth, over the push-ups
SPEED_BAG = (3.55, 1.84)  # the swivel, 65 px right of the man at 2.9 m and 184 px over his feet, as his sheet has it


def _shell(s: Scene, k: Kit, window: Window) -> None:
    """Floor and ceiling in bands, the wall with its windows cut out, ends."""
    left, right = -8.0, 36.0
    for i, (far, near) in enumerate(pairwise(FLOOR_EDGES)):
        s.slab = FLOOR + i
        s.box((left, -0.2, near), (right, 0, far + (0.6 if i == 0 else 0)), k.floor)
    s.slab = 99
    s.box((left, -0.2, -12), (right, 0, FLOOR_EDGES[-1]), k.floor)
    s.box((left, 0, -12.2), (right, TOP, -12), k.brick)
    s.box((left, TOP, -12), (right, TOP + 0.2, CEILING_EDGES[-1]), k.timber)
    for x in (left, right):
        s.box((x - 0.2, 0, -12), (x, TOP, WALL_Z), k.brick)
    for i, (far, near) in enumerate(pairwise(CEILING_EDGES)):
        s.slab = CEILING + i
        s.box((left, TOP, near), (right, TOP + 0.2, far + 0.5), k.tin)
    shot = Close(window)
    wall = painted(shot.scale, shot.snapped(left + 1.5))
    s.slab = WALL
    mat = s.paint(wall.paper, ppm=shot.scale, bump=0.6)
    edges = [wall.left, *[v for w in SASHES for v in (w.left, w.right)], wall.left + wall.paper.w / shot.scale]

    def piece(x0: float, y0: float, x1: float, y1: float) -> None:
        s.box((x0, y0, WALL_Z), (x1, y1, WALL_Z + 0.3), mat, k.timber, k.brick, (x0 - wall.left, TOP - y1))

    for a, b in zip(edges[0::2], edges[1::2], strict=True):
        piece(a, 0, b, TOP)
    for i, w in enumerate(SASHES):
        piece(w.left, 0, w.right, SILL)
        piece(w.left, HEAD, w.right, TOP)
        # glass lets the sun by, only what is opaque casts
        s.quad((w.left, SILL, WALL_Z + 0.05), (w.right - w.left, 0, 0), (0, HEAD - SILL, 0), _cut(s, wall, w), 0)
        s.slab = 99
        s.quad((w.left, SILL, WALL_Z + 0.08), (w.right - w.left, 0, 0), (0, HEAD - SILL, 0), _bars(s, i), 1)
        s.slab = WALL


def _bars(s: Scene, i: int) -> int:
    """What of a window stops the sun: bars, painted and boarded panes."""
    n = SASHES[i].columns
    r = Relief(n * 12, PANE_ROWS * 12)
    for c in range(n):
        for line in range(PANE_ROWS):
            r.rect((c * 12, line * 12, 1, 12), "#202020")
            r.rect((c * 12, line * 12, 12, 1), "#202020")
            if pane_kind(i, c, line) in (5, 6):
                r.rect((c * 12, line * 12, 12, 12), "#202020")
    return s.paint(r, ppm=27)


def _cut(s: Scene, wall: object, w: object) -> int:
    """The part of the wall's relief that is a window, as a material of its own."""
    x0, x1, y0, y1 = wall.x(w.left), wall.x(w.right), wall.y(HEAD), wall.y(SILL)
    r = Relief(x1 - x0, y1 - y0)
    for f in ("rgb", "glow", "a", "z"):
        setattr(r, f, getattr(wall.paper, f)[y0:y1, x0:x1].copy())
    return s.paint(r, ppm=wall.ppm)


def _beams(s: Scene, k: Kit) -> None:
    s.slab = BACK
    s.box((-8, 3.66, 5.1), (36, TOP, 5.3), k.timber)
    s.slab = MID
    s.box((-8, 3.62, 2.7), (36, TOP, 2.9), k.timber)
    for x in np.arange(-5, 35, 4.2):
        s.slab = BACK
        s.box((x - 0.09, 0, 6.9), (x + 0.09, 3.7, 7.1), k.iron) if int(x * 10) % 3 == 0 else None


def _heavy_bag(s: Scene, k: Kit, at: tuple[float, float], mat: int, length: float) -> None:
    x, z = at
    s.cylinder(1, (x, 0, z), 0.2, (2.15 - length, 2.15), mat)
    s.cylinder(1, (x, 0, z), 0.21, (2.08, 2.16), k.dark)
    s.cylinder(1, (x, 0, z), 0.21, (2.15 - length, 2.2 - length), k.dark)
    s.cylinder(1, (x, 0, z), 0.018, (2.16, TOP), k.steel)


def _hall(s: Scene, k: Kit) -> None:
    """What stands along the wall and hangs in the back."""
    s.slab = BACK
    for x in (-1.0, 0.0, 6.55, 13.1, 14.1, 26.0, 31.6):
        s.box((x, 0, 6.6), (x + 1.0, 1.85, 7.2), k.locker)
    for x in (6.9, 13.6):
        s.box((x, 1.85, 6.7), (x + 0.5, 2.1, 7.1), k.wood)
        s.cylinder(2, (x + 0.75, 1.98, 0), 0.13, (6.7, 7.1), k.oxblood)
    for x in (8.5, 16.4, 20.6, 23.9):
        s.box((x, 0.42, 6.2), (x + 1.7, 0.48, 6.7), k.wood)
        for dx in (0.1, 1.54):
            s.box((x + dx, 0, 6.25), (x + dx + 0.06, 0.42, 6.65), k.steel)
    s.box((9.0, 0.48, 6.3), (9.3, 0.62, 6.6), k.towel)
    s.slab = HALL
    for x, z, mat, n in (
        (-1.6, 4.4, k.black, 1.2),
        (0.05, 4.9, k.tan, 1.25),
        (5.6, 4.6, k.oxblood, 1.2),
        (6.9, 5.0, k.tan, 1.3),
        (11.7, 4.6, k.black, 1.2),
        (12.9, 5.0, k.tan, 1.25),
        (25.6, 4.8, k.oxblood, 1.2),
        (27.2, 4.4, k.tan, 1.3),
    ):
        _heavy_bag(s, k, (x, z), mat, n)
    s.box((25.9, 0.5, 4.4), (27.9, 0.78, 5.2), k.oxblood)
    for x in (26.0, 27.7):
        s.box((x, 0, 4.5), (x + 0.08, 0.5, 5.1), k.wood)


def _speed_bag(s: Scene, k: Kit) -> None:
    """Platform of station one: a round board on a timber frame bolted to a post."""
    s.slab = NEAR
    x, y = SPEED_BAG
    s.cylinder(1, (x, 0, 0.25), 0.46, (y + 0.02, y + 0.09), k.wood)
    s.cylinder(1, (x, 0, 0.25), 0.48, (y + 0.09, y + 0.12), k.cream)
    s.cylinder(1, (x, 0, 0.1), 0.05, (y, y + 0.02), k.steel)
    for dz in (-0.05, 0.5):
        s.box((x - 0.35, y + 0.12, 0.1 + dz), (x + 1.18, y + 0.22, 0.2 + dz), k.wood)
    s.box((x + 0.95, 0, 0.5), (x + 1.15, TOP, 0.7), k.wood)
    for i in range(9):  # the brace, in steps of its own width
        s.box(
            (x + 0.55 + i * 0.045, y - 0.38 + 0.05 * (8 - i) - 0.1, 0.52),
            (x + 0.61 + i * 0.045, y + 0.14 - 0.05 * i + 0.02, 0.62),
            k.wood,
        )
    for h in (0.5, 1.4, 2.4):
        s.box((x + 0.93, h, 0.47), (x + 1.17, h + 0.05, 0.5), k.steel)
    s.cylinder(1, (x + 1.32, 0, 0.9), 0.17, (0, 0.32), k.steel)
    s.box((x + 1.5, 0, 1.0), (x + 2.1, 0.42, 1.5), k.wood)
    s.box((x + 1.55, 0.42, 1.05), (x + 1.95, 0.47, 1.4), k.towel)


def _bag_beam(s: Scene, k: Kit) -> None:
    """The beam of station two, on two columns, with a trolley over the hook; more bags wait on it."""
    s.slab = NEAR
    s.box((6.9, BEAM_Y, 0.0), (12.3, BEAM_Y + 0.2, 0.24), k.iron)
    for x in (6.9, 12.1):
        s.box((x, 0, 0.02), (x + 0.2, BEAM_Y, 0.22), k.iron)
        s.box((x - 0.1, 0, -0.05), (x + 0.3, 0.06, 0.3), k.steel)
        s.box((x + 0.02, BEAM_Y + 0.2, 0.05), (x + 0.18, TOP, 0.19), k.iron)
    x, y = HOOK
    s.box((x - 0.12, y + 0.04, 0.02), (x + 0.12, BEAM_Y + 0.03, 0.22), k.steel)
    for dx in (-0.08, 0.08):
        s.cylinder(2, (x + dx, BEAM_Y + 0.02, 0), 0.045, (-0.03, 0.27), k.dark)
    s.cylinder(1, (x, 0, 0.12), 0.03, (y, y + 0.06), k.dark)
    s.slab = MID
    for bx, z, mat in ((7.5, 2.6, k.oxblood), (11.55, 2.4, k.tan)):
        _heavy_bag(s, k, (bx, z), mat, 1.2)


def _ring(s: Scene, k: Kit) -> None:
    x0, x1 = RING
    s.slab = PLATFORM
    s.box((x0, 0, RING_FRONT), (x1, APRON - 0.03, RING_BACK), k.apron, k.canvas)
    s.box((x0 - 0.03, APRON - 0.09, RING_FRONT - 0.03), (x1 + 0.03, APRON, RING_BACK + 0.05), k.cream, k.canvas)
    s.slab = MID
    posts = ((x0 + 0.35, k.red), (x1 - 0.35, k.blue))
    for x, pad in posts:
        s.cylinder(1, (x, 0, 3.7), 0.075, (APRON, APRON + 1.5), k.steel)
        s.box((x - 0.12, APRON + 0.25, 3.55), (x + 0.12, APRON + 1.42, 3.8), pad)
    for i, y in enumerate((0.42, 0.82, 1.22)):
        s.cylinder(0, (0, APRON + y, 3.7), 0.03, (x0 + 0.4, x1 - 0.4), k.redrope if i == 1 else k.rope)
        for x, pad in posts:
            s.box((x - 0.2, APRON + y - 0.06, 3.5), (x + 0.2, APRON + y + 0.06, 3.6), pad)
    s.slab = NEAR
    # a stool and bucket in the red corner, the slate on its easel by the far ropes, steps at the right end
    s.cylinder(1, (15.75, 0, 2.6), 0.2, (APRON + 0.42, APRON + 0.48), k.wood)
    for dx in (-0.13, 0.13):
        s.cylinder(1, (15.75 + dx, 0, 2.6), 0.025, (APRON, APRON + 0.42), k.steel)
    s.cylinder(1, (15.3, 0, 2.2), 0.13, (APRON, APRON + 0.27), k.steel)
    slate = gym_paper.slate(126, 72)
    s.card((20.55, APRON + 0.42, 1.4), (1.26 * 1.14, 0.72 * 1.14), s.paint(slate, ppm=88))
    for dx in (0.1, 1.25):
        s.box((20.55 + dx, APRON, 1.42), (20.62 + dx, APRON + 0.5, 1.48), k.wood)
    for i in range(3):
        s.box((23.42 + 0.26 * i, 0, 1.6), (23.7 + 0.26 * i, APRON - 0.2 - 0.22 * i, 2.8), k.wood)


def _right_end(s: Scene, k: Kit) -> None:
    """Station five's corner: balls, a barbell, and beyond it the steel door to the cold."""
    s.slab = NEAR
    for x, z, q, mat in ((25.9, 1.2, 0.19, k.tan), (26.35, 1.4, 0.17, k.black), (26.1, 1.7, 0.2, k.oxblood)):
        s.ball((x, q, z), (q, q, q), mat)
    s.box((26.9, 0, 1.5), (28.3, 0.46, 2.1), k.wood)
    s.cylinder(0, (0, 0.52, 1.8), 0.025, (26.9, 28.5), k.steel)
    for x in (27.05, 28.2):
        s.cylinder(0, (0, 0.52, 1.8), 0.22, (x, x + 0.1), k.dark)
    s.slab = BACK
    door = Relief(96, 148)
    door.rect((0, 0, 96, 148), "#2c3434", 1)
    for i in range(2):
        door.rect((4 + i * 46, 4, 42, 140), "#3c4846", 3)
        for y in (14, 62, 110):
            door.rect((4 + i * 46, y, 42, 4), "#283030", 4)
    door.rect((46, 2, 3, 144), "#1c1410", 0, colour("#bcd4e8") * 1.6)
    door.rect((0, 145, 96, 3), "#1c1410", 0, colour("#bcd4e8") * 1.2)
    s.card((29.3, 0, 7.45), (1.68, 2.6), s.paint(bake(door, 0.6), ppm=57))
    s.lamp((30.1, 0.25, 7.0), "#a8c8e4", 1.6, 4, 0.1, 0.3)


def _lamps(s: Scene, k: Kit) -> None:
    """Bare bulbs down the room and the one lamp over the ring."""
    s.slab = HALL
    for x in (1.2, 7.3, 12.4, 25.2, 29.2):
        s.cylinder(1, (x, 0, 4.2), 0.012, (2.78, TOP), k.dark)
        s.cylinder(1, (x, 0, 4.2), 0.05, (2.76, 2.88), k.dark)
        s.ball((x, 2.68, 4.2), (0.07, 0.09, 0.07), k.bulb)
        s.lamp((x, 2.5, 4.2), "#ffac52", 2.6, 7, 0.14)
    s.slab = NEAR
    x, z = RING_LAMP
    s.cylinder(1, (x, 0, z), 0.02, (3.0, TOP), k.dark)
    s.cylinder(1, (x, 0, z), 0.46, (2.78, 2.88), k.shade)
    s.cylinder(1, (x, 0, z), 0.26, (2.88, 3.08), k.shade)
    s.cylinder(1, (x, 0, z), 0.39, (2.76, 2.779), k.shine)
    s.lamp((x, 2.6, z), "#ffac50", 14.0, 7.0, 0.2)
    # unseen, to wash the wall between the windows
    for x, y, power in (
        (1.7, 3.0, 2.2),
        (4.2, 3.2, 1.6),
        (8.3, 3.1, 1.8),
        (10.2, 2.9, 1.2),
        (13.3, 3.1, 2.2),
        (14.8, 3.1, 1.2),
        (18.0, 3.2, 2.0),
        (19.9, 3.2, 2.0),
        (23.4, 3.0, 1.8),
        (25.4, 3.1, 1.8),
        (29.8, 3.2, 2.0),
    ):
        s.lamp((x, y, 6.3), "#ffb060", power * 0.75, 5, 0.1, 0)
    # a warm key on each station from before and above, and film fill from the camera's side, cool, wide
    for x, z, power in STATION_KEYS:
        s.lamp((x, 2.9, z), "#ffbc78", power, 7, 0.1, 0)
    for x in (-4, 6, 16, 26):
        s.lamp((x, 3.2, -11), "#7f9cd0", 90, 40, 0.3, 0)


def build(wall_window: Window) -> Scene:
    """The whole gym; `wall_window` is the wall layer's window, on whose pixels the wall is painted."""
    s = Scene()
    k = Kit(s)
    _shell(s, k, wall_window)
    _beams(s, k)
    _hall(s, k)
    _speed_bag(s, k)
    _bag_beam(s, k)
    _ring(s, k)
    _right_end(s, k)
    _lamps(s, k)
    return s


SCALE_OF = {WALL: WALL_Z, BACK: 6.0, HALL: 4.6, MID: 3.2, NEAR: 0.6, PLATFORM: 0.0}
