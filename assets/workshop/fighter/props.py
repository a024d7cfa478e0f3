"""Things that move: bags, beef, the ball, crates, oranges, bricks. Units as everywhere: px at 50 px a metre."""
from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import numpy as np

from .clay import Clay, Drape, Stuff
from .palette import MAT
from .space import Matrix, Vector, turn_x, turn_y, turn_z, vec

Thing = Callable[[Clay], None]
FREE = 90  # group of free-standing things
Point = Callable[..., Vector]


def _hung(angle: float) -> tuple[Matrix, Point]:
    """Return the frame of something hanging from the origin at `angle` degrees (positive swings to the right)."""
    frame = turn_z(angle)
    return frame, lambda x, y, z=0.0: frame @ vec(x, y, z)


def _chain(clay: Clay, at: Point, frame: Matrix, length: float) -> None:
    for link in range(int(length / 2.6)):
        turned = frame @ turn_y(90 * (link % 2))
        clay.ball(at(0, -1.4 - 2.6 * link), turned, (1.15, 1.75, 0.5), Stuff(MAT["METAL"], FREE, 20, 0))


def speed_bag(angle: float, squash: float = 0.0) -> Thing:
    """The speed bag on its swivel: a pear of leather; `squash` flattens it against the fist."""
    def build(clay: Clay) -> None:
        frame, at = _hung(angle)
        leather = Stuff(MAT["LEATHER"], FREE + 1, 21, 2.0)
        clay.cone(vec(0, 1.2, 0), vec(0, -1.0, 0), (1.2, 0.9), Stuff(MAT["METAL"], FREE, 20, 0))
        clay.cone(at(0, -1.2), at(0, -4.5), (0.7, 1.1), leather)
        wide, tall = 4.9 * (1 - 0.22 * squash), 6.4 * (1 + 0.06 * squash)
        clay.cone(at(0, -5), at(0.8 * squash, -11), (1.4, 3.8), leather.but(k=3.0))
        clay.ball(at(1.2 * squash, -12.6), frame, (wide, tall, 4.9 * (1 + 0.12 * squash)), leather.but(k=3.0))
        clay.cone(at(0, -18.6), at(0, -19.6), (0.9, 0.5), leather.but(k=1.0))
        seam = Stuff(MAT["TAPE"], FREE + 1, 21, 0, 0, True)
        for turn in (-52, 8, 68):
            side = turn_y(turn)
            previous = None
            for y in np.linspace(-4, -18.6, 8):
                r = 5.2 * np.sqrt(max(0.02, 1 - ((y + 12.6) / 6.9) ** 2)) if y < -8 else 1.6 + (-4 - y) * 0.62
                point = at(1.2 * squash, y) + frame @ side @ vec(0, 0, r)
                if previous is not None:
                    clay.cone(previous, point, (0.36, 0.36), seam)
                previous = point
    return build


def board(clay: Clay) -> None:
    """The drum the speed bag rebounds from."""
    clay.ball(vec(0, 3.2, 0), np.eye(3), (21, 1.9, 16), Stuff(MAT["WOOD"], FREE, 20, 0))
    clay.ball(vec(0, 3.6, 0), np.eye(3), (21.6, 1.0, 16.6), Stuff(MAT["METAL"], FREE, 20, 0, 0.1))
    for x in (-12, 12):
        clay.cone(vec(x, 4, -4), vec(x * 0.9, 17, -12), (1.2, 1.2), Stuff(MAT["METAL"], FREE + 1, 22, 0))


def heavy_bag(angle: float, dent: tuple[float, float] = (0.0, 0.0)) -> Thing:
    """The heavy bag on its chain; dent = (depth px, height down the bag 0 to 1) pressed into the left side."""
    def build(clay: Clay) -> None:
        frame, at = _hung(angle)
        depth, where = dent
        _chain(clay, at, frame, 26)
        for s in (-1, 1):
            clay.cone(at(0, -26.5), at(s * 5.4, -34, 4), (0.55, 0.55), Stuff(MAT["METAL"], FREE, 20, 0))
            clay.cone(at(0, -26.5), at(s * 5.4, -34, -4), (0.55, 0.55), Stuff(MAT["METAL"], FREE, 20, 0))
        leather = Stuff(MAT["LEATHER"], FREE + 1, 21, 1.2)
        centre = -35.0 - 46.0 * where

        def push(y: float) -> float:
            return depth * float(np.exp(-((y - centre) / 6.5) ** 2))

        spine = []
        for y in np.linspace(-43.0, -75.0, 15):  # slices, so that a blow bends and bulges it
            bulge = 0.3 * depth * float(np.exp(-((abs(y - centre) - 11) / 6) ** 2))
            spine.append((at(push(y) * 0.8, y), 8.9 - push(y) * 0.5 + bulge))
        for (upper, r0), (lower, r1) in pairwise(spine):
            clay.cone(upper, lower, (r0, r1), leather, Drape(0.08, 0.4, 1))
        clay.ball(at(0, -36.0), frame, (8.7, 2.4, 8.7), leather.but(k=3.0))
        clay.ball(at(0.8 * push(-79.0), -82.0), frame, (8.6, 2.8, 8.6), leather.but(k=3.0))
        _bag_marks(clay, at, frame, push)
        if depth:
            _bag_creases(clay, at, (depth, centre))
    return build


def _bag_creases(clay: Clay, at: Point, dent: tuple[float, float]) -> None:
    """Folds that the leather throws out of a dent, thinning away from the fist."""
    depth, centre = dent
    fold = Stuff(MAT["HAIR"], FREE + 1, 21, 0, 0, True)
    width = 0.22 * depth
    for rise, fall in ((7.5, 4.0), (3.0, 1.0), (-3.0, -1.0), (-7.5, -4.0)):
        clay.cone(at(-6.0 + depth, centre + rise * 0.4, 5.0), at(1.0 + 0.5 * depth, centre + rise + fall, 8.6),
                  (width, 0.5 * width), fold)


def _bag_marks(clay: Clay, at: Point, frame: Matrix, push: Callable[[float], float]) -> None:
    tape, worn, seam = (Stuff(MAT[name], FREE + 1, 21, 0, 0, True) for name in ("TAPE", "CANVAS", "HAIR"))
    for y in (-52.0, -57.5):
        clay.ball(at(0, y), frame, (10.8, 1.5, 10.8), tape)
    clay.ball(at(-4, -45, 7.6), frame, (3.6, 4.6, 2.4), worn)
    clay.ball(at(-5, -67, 7.0), frame, (3.0, 5.0, 2.4), worn)
    along = [at(3.4 + 0.8 * push(y), y, 8.4 - 0.4 * push(y)) for y in np.linspace(-35.0, -82.0, 9)]
    for upper, lower in pairwise(along):
        clay.cone(upper, lower, (0.55, 0.55), seam)
    for y in (-40.5, -77.0):
        clay.ball(at(0, y), frame, (10.0, 0.45, 10.0), seam)


def ball(centre: tuple[float, float, float] = (0, 0, 0), spin: float = 0.0, squash: float = 0.0) -> Thing:
    """The medicine ball: panels of old leather sewn together."""
    def build(clay: Clay) -> None:
        c, frame = vec(*centre), turn_z(spin)
        leather = Stuff(MAT["LEATHER"], FREE, 31, 0)
        clay.ball(c, np.eye(3), (7.6 * (1 + 0.1 * squash), 7.6 * (1 - 0.26 * squash), 7.6), leather)
        seam, lace = (Stuff(MAT[name], FREE, 31, 0, 0, True) for name in ("HAIR", "TAPE"))
        for tip in (0, 60, 120):
            clay.ball(c, frame @ turn_z(tip) @ turn_x(24), (8.6, 0.32, 8.6), seam)
        clay.cone(c + frame @ vec(-2.2, 2.4, 7.0), c + frame @ vec(2.2, 2.4, 7.0), (0.7, 0.7), lace)
    return build


def held_ball(clay: Clay, joints: dict) -> None:
    """The medicine ball between the palms of whoever holds it."""
    middle = (joints["r_palm"] + joints["l_palm"]) / 2
    ahead = joints["ribs"] @ vec(1, 0.1, 0)
    ball(tuple(middle + ahead * 2.5))(clay)


def orange(spin: float) -> Thing:
    """An orange, a little larger than life so that it can be followed."""
    def build(clay: Clay) -> None:
        skin = Stuff(MAT["ORANGE"], FREE, 32, 0)
        clay.ball(vec(0, 0, 0), np.eye(3), (3.0, 2.9, 3.0), skin)
        clay.ball(turn_z(spin) @ vec(1.6, 1.8, 1.8), turn_z(spin), (0.9, 0.9, 0.9),
                  skin.but(mat=MAT["LEAF"], paint=1.0))
    return build


def crate(tilt: float = 0.0, fruit: int = 7) -> Thing:
    """A slatted crate of oranges; `tilt` rocks it on its corner."""
    def build(clay: Clay) -> None:
        frame = turn_z(tilt)
        lift = abs(np.sin(np.radians(tilt))) * 13
        wood = Stuff(MAT["WOOD"], FREE, 33, 0)
        at = lambda x, y, z=0.0: frame @ vec(x, y, z) + vec(0, lift, 0)  # noqa: E731 - a local frame
        clay.box(at(0, 9, 0), frame, (12.0, 8.4, 7.4, 0.5), wood.but(mat=MAT["HAIR"]))
        for row in range(3):
            clay.box(at(0, 3.0 + 5.8 * row, 7.8), frame, (13.0, 2.2, 0.7, 0.3), wood.but(group=FREE + 1))
            clay.box(at(12.6, 3.0 + 5.8 * row, 0), frame, (0.7, 2.2, 7.6, 0.3), wood.but(group=FREE + 1))
        for x in (-11.6, 0, 11.6):
            clay.box(at(x, 8.8, 8.6), frame, (1.5, 8.8, 0.6, 0.3), wood.but(group=FREE + 2, part=34))
        for n in range(fruit):
            x, z = -9.0 + 3.1 * n, (2.5, -2.5)[n % 2]
            clay.ball(at(x, 17.6 + (n * 7 % 3) * 0.5, z), np.eye(3), (3.1, 3.0, 3.1),
                      Stuff(MAT["ORANGE"], FREE + 3 + n, 35 + n % 2, 0))
    return build


def brick(clay: Clay) -> None:
    """A brick lying on its bed."""
    clay.box(vec(0, 2.4, 0), turn_y(12), (6.9, 2.5, 2.9, 0.4), Stuff(MAT["BRICK"], FREE, 12, 0))


def stick(clay: Clay, joints: dict) -> None:
    """The trainer's stick: from above his right hand toward the floor before him."""
    palm, down = joints["r_palm"], vec(0.22, -1.0, 0.05)
    wood = Stuff(MAT["WOOD"], 70, 36, 0)
    clay.cone(palm - down * 3.5, palm + down * 43.0, (1.0, 0.8), wood)
    clay.cone(palm + down * 42.0, palm + down * 44.0, (1.0, 1.0), Stuff(MAT["METAL"], 70, 36, 0, 0.2))
    clay.ball(palm - down * 3.8, np.eye(3), (1.5, 1.3, 1.5), Stuff(MAT["HAIR"], 70, 36, 0))
