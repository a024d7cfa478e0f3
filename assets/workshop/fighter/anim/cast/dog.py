"""The dog: a brown street mongrel with his own skeleton. He gallops, and he sits and wags."""
from __future__ import annotations

import math

from ... import props
from ...clay import Clay, Drape, Stuff
from ...clips import Clip, Sheet, Shot, even
from ...palette import MAT
from ...space import Vector, reach, turn_y, vec

BODY, HEAD, LEGS = 80, 81, 82
FUR, PALE, DARK = (MAT[n] for n in ("FUR", "FURPALE", "HAIR"))


def _head(clay: Clay, neck: Vector, at: Vector, gape: float) -> None:
    fur = Stuff(FUR, HEAD, 40, 1.0)
    clay.cone(neck, at, (4.2, 3.4), fur)
    clay.ball(at, turn_y(0), (4.4, 3.9, 3.5), fur)
    clay.cone(at + vec(2.6, -0.8, 0), at + vec(7.0, -1.6, 0), (2.4, 1.5), Stuff(PALE, HEAD, 40, 1.0))
    clay.cone(at + vec(3.0, -2.2, 0), at + vec(6.2, -3.0 - 1.2 * gape, 0), (1.4, 0.9), Stuff(PALE, HEAD, 40, 0.4))
    clay.ball(at + vec(8.2, -1.0, 0), turn_y(0), (1.0, 0.9, 1.0), Stuff(DARK, HEAD, 40, 0))
    if gape > 0.3:
        clay.cone(at + vec(4.4, -2.8, 0.4), at + vec(6.8, -4.6, 0.6), (0.9, 0.8), Stuff(MAT["PINK"], HEAD, 43, 0))
    for s in (1, -1):
        clay.cone(at + vec(-0.8, 3.0, s * 2.4), at + vec(-3.2, 3.4 + gape, s * 4.0), (1.7, 1.0),
                  Stuff(DARK, HEAD, 41, 0.3))
        clay.ball(at + vec(3.3, 1.2, s * 2.5), turn_y(0), (0.9, 0.9, 0.8), Stuff(MAT["EYE"], HEAD, 40, 0, 0, True))


def _leg(clay: Clay, root: Vector, paw: Vector, front: bool, far: bool) -> None:
    knee, end = reach(root, paw, (9.0, 9.0), vec(-1 if front else 1, 0.1, 0))
    group, part = LEGS + (2 if front else 0) + (1 if far else 0), 42 if not far else 3
    fur = Stuff(FUR, group, part, 1.0)
    clay.cone(root, knee, (3.4 if not front else 2.8, 2.0), fur)
    clay.cone(knee, end, (1.9, 1.4), fur)
    clay.cone(end, end + vec(1.8, -0.3, 0), (1.6, 1.3), Stuff(PALE, group, part, 0.5))


def _trunk(clay: Clay, rump: Vector, chest: Vector, wag: float) -> None:
    fur = Stuff(FUR, BODY, 44, 3.0)
    middle = (rump + chest) / 2 + vec(0, 1.2, 0)
    clay.cone(rump, middle, (5.0, 4.8), fur, Drape(0.12, 0.9, 0.4))
    clay.cone(middle, chest, (4.8, 6.2), fur, Drape(0.12, 0.9, 1.4))
    clay.ball(chest + vec(1.5, -3.6, 0), turn_y(0), (3.6, 3.4, 3.6), Stuff(PALE, BODY, 44, 1.5))
    tail = rump + vec(-4.5, 2.0, 0)
    clay.cone(tail, tail + vec(-4, 4.0, 3 * wag), (1.8, 1.4), fur.but(k=1.0))
    clay.cone(tail + vec(-4, 4.0, 3 * wag), tail + vec(-4.5, 8.5, 6 * wag), (1.4, 0.9), Stuff(PALE, BODY, 44, 0.8))


def run(t: float) -> props.Thing:
    """Return the gallop at `t` of its cycle: stretched at 0, gathered at 1/2."""
    def build(clay: Clay) -> None:
        stretch = math.cos(2 * math.pi * t)
        up = 1.6 * math.sin(4 * math.pi * t)
        rump, chest = vec(-10 - 1.6 * stretch, 17.5 + up, 0), vec(8 + 1.6 * stretch, 18.5 - up * 0.6, 0)
        _trunk(clay, rump, chest, 0.4 * math.sin(4 * math.pi * t))
        _head(clay, chest + vec(2, 3, 0), chest + vec(9, 8.5 + 0.8 * math.sin(4 * math.pi * t), 0), 1.0)
        for side, lag in ((1, 0.0), (-1, 0.09)):
            a = 2 * math.pi * (t - lag)
            _leg(clay, chest + vec(0, -3, side * 3), vec(chest[0] + 15 * math.cos(a), 1.7 + max(0.0,
                    7 * math.sin(a + 0.5)), side * 3), True, side < 0)
            _leg(clay, rump + vec(1, -1, side * 3), vec(rump[0] - 13 * math.cos(a),
                                                        1.7 + max(0.0, -7 * math.sin(a + 0.3)), side * 3), False,
                                                        side < 0)
    return build


def sit(t: float) -> props.Thing:
    """Return him sitting, tail wagging on the beat, tongue out."""
    def build(clay: Clay) -> None:
        wag, pant = math.sin(4 * math.pi * t), 0.5 + 0.5 * math.sin(8 * math.pi * t)
        rump, chest = vec(-7, 6.5, 0), vec(3, 20, 0)
        _trunk(clay, rump, chest, wag)
        _head(clay, chest + vec(1, 3, 0), chest + vec(6, 9.5, 0), 0.4 + 0.6 * pant)
        for side in (1, -1):
            _leg(clay, chest + vec(1, -4, side * 3), vec(5, 1.7, side * 3), True, side < 0)
            fur = Stuff(FUR, LEGS + (1 if side < 0 else 0), 42 if side > 0 else 3, 1.5)
            clay.ball(vec(-3, 6, side * 4.4), turn_y(0), (5.4, 5.0, 2.6), fur)
            clay.cone(vec(-3, 2.2, side * 4.6), vec(3, 1.8, side * 4.8), (2.0, 1.6),
                      Stuff(PALE, fur.group, fur.part, 0.6))
    return build


def clips() -> list[Clip]:
    """Return the dog's clips."""
    gallop = tuple(Shot((), -22.0, (run(n / 10),)) for n in range(10))
    seated = tuple(Shot((), -26.0, (sit(n / 12),)) for n in range(12))
    return [Clip("run", gallop, even(10), True, hold=0.03), Clip("sit", seated, even(12), True)]


SHEET = Sheet("dog", "market", clips, sources=("anim/cast/dog",), ground_speed=144)
