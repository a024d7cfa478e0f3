"""The partner with the medicine ball: bald, broad, in an old green sweatshirt. He faces left, toward the fighter."""
from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction

from ... import props
from ...clips import Clip, Extra, Figure, Sheet, Shot, even
from ...curves import once
from ...skeleton import Build, Pose, add, mix, over, pose
from ...wardrobe import Look

BIG = Look(Build(half_shoulders=10.6, bulk=1.08), cloth="OLIVE", rib="OLIVERIB", bottom="BROWN", bottom_rib="BROWNRIB",
           hat="balding", skin="DARK",
           stub="DARKSTUB", hand="DARK", hood=False, towel=False, belly=1.0)
FACING = -148.0
BALL: tuple[Extra, ...] = (props.held_ball,)
FEET = ("left_foot", "right_foot")


def _chest() -> Pose:
    return pose(hip=(0, 40.8, 0), pelvis=(0, 2, 0), chest=(0, 3, 0), head=(-6, 15, 0), r_foot=(-7, 4.5, 8),
                l_foot=(7, 4.5, -8), r_hand=(13.5, -11, -3.5),
                l_hand=(13.5, -11, 3.5), r_elbow=(-0.6, -1, 0.9), l_elbow=(-0.6, -1, -0.9), r_wrist=(90, 0),
                l_wrist=(90, 0), r_open=1, l_open=1)


def _overhead() -> Pose:
    """The ball is behind his head, not on top of it: there it would look like one."""
    return over(_chest(), r_hand=(-7, 19, -2), l_hand=(-7, 19, 2), r_elbow=(0.2, 0.4, 1), l_elbow=(0.2, 0.4, -1),
                r_shoulder=(-1, 3, 0), l_shoulder=(-1, 3, 0), chest=(0, -12, 0), head=(-6, 15, 0), hip=(0, 41.6, 0))


def _breathe(body: Pose, t: float, deep: float = 1.0) -> Pose:
    air = math.sin(2 * math.pi * t)
    down = max(0.0, math.cos(4 * math.pi * t)) ** 3
    return add(body, chest=(0, -1.2 * air * deep, 0), hip=(0, -0.7 * down, 0), breath=air * deep)


def _throw(t: float) -> tuple[Pose, bool]:
    """Down on him with the whole back; the ball leaves the hands at the clip's contact.

    Returns the pose, and whether he still holds the ball.
    """
    down = over(_chest(), r_hand=(18, -13, -3), l_hand=(18, -13, 3), chest=(0, 38, 0), pelvis=(0, 16, 0),
                hip=(-3, 36.5, 0), head=(-6, 25, 0),
                r_shoulder=(2, -1, 0), l_shoulder=(2, -1, 0), mouth=1)
    go = float(once([(0, 0), (0.14, -0.12), (0.34, 1), (0.55, 1.02), (1, 0.1)], t)[0])
    if t >= 0.5:
        return mix(_chest(), down, go), False
    return _swung(2 * go) if go < 0.5 else mix(_ahead(), down, 2 * go - 1), t < 0.24


def _swung(share: float) -> Pose:
    """From behind his head to straight ahead, by the highest way: the ball goes over his face, never across it."""
    top = over(_overhead(), r_hand=(6, 24.5, -2), l_hand=(6, 24.5, 2), chest=(0, -4, 0), r_shoulder=(1, 4, 0),
               l_shoulder=(1, 4, 0))
    return mix(_overhead(), top, 2 * share) if share < 0.5 else mix(top, _ahead(), 2 * share - 1)


def _ahead() -> Pose:
    """Half-way of the throw, arms out long."""
    return over(_overhead(), r_hand=(21.5, 6, -3), l_hand=(21.5, 6, 3), chest=(0, 8, 0), pelvis=(0, 6, 0),
                hip=(0, 40.2, 0), head=(-6, 10, 0), r_shoulder=(2, 2, 0), l_shoulder=(2, 2, 0))


def _freeze(t: float) -> Pose:
    """The feint: he starts the throw and stops dead, eyes on the fighter."""
    go = min(1.0, t * 6)
    return over(_swung(0.95 * go), brow=1, mouth=0)


def _clap(t: float) -> Pose:
    """Kneeling by the canvas, clapping the count."""
    apart = float(once([(0, 0), (0.1, 0.15), (0.5, 1), (0.75, 0.9), (1, 0)], t)[0])
    return pose(hip=(-5, 25.0, 0), pelvis=(0, 10, 0), chest=(0, 16 - 3 * apart, 0), head=(-6, 15, 0),
                r_foot=(-24, 8.6, 8), r_step=(-60, 56, 0),
                l_foot=(9, 4.5, -8), r_hand=(14, -7, -9.0 + 10 * apart), l_hand=(14, -7, 9.0 - 10 * apart),
                r_elbow=(-0.6, -0.8, 1),
                l_elbow=(-0.6, -0.8, -1), r_open=1, l_open=1, r_wrist=(90, 0), l_wrist=(90, 0),
                mouth=1 if apart < 0.4 else 0)


def _shots(make: Callable[[float], Pose], count: int, extras: tuple[Extra, ...] = BALL) -> tuple[Shot, ...]:
    return tuple(Shot((Figure(make(n / count), BIG, turn=FACING, extras=extras),), 0.0,
                      planted=FEET) for n in range(count))


def clips() -> list[Clip]:
    """Return every clip of the partner."""
    throwing = []
    for n in range(12):
        body, holds = _throw(n / 12)
        throwing.append(Shot((Figure(body, BIG, turn=FACING, extras=BALL if holds else ()),), 0.0, planted=FEET))
    release = Fraction(3, 12)
    return [Clip("ball_chest", _shots(lambda t: _breathe(_chest(), t), 16), even(16, 2), True),
            Clip("ball_overhead", _shots(lambda t: _breathe(_overhead(), t, 0.6), 16), even(16, 2), True),
            Clip("throw", tuple(throwing), even(12), False, release, ((release, "ball"),)),
            Clip("freeze", _shots(_freeze, 10), even(10)),
            Clip("kneel_clap", _shots(_clap, 12, ()), even(12), True, Fraction(0), ((Fraction(0), "right_hand"),))]


SHEET = Sheet("partner", "gym_lamp", clips, scale=2.0, samples=3, sources=("anim/cast/partner",))
