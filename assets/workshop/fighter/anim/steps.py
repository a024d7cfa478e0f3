"""The museum steps, from behind, so that left is left.

A step clip is drawn in the frame of the stair it lands on: the ground point is that stair's tread at his landing foot.
Before the contact he bears on the stair below (`rise` px lower, a tread back); after it he is carried onto the new one.
 The game moves him up by `rise` for every stair; the clips then join.
"""
# ruff: noqa: C408 - tables of named channels read better as keywords
from __future__ import annotations

import math
from fractions import Fraction

from ..clips import Clip, Figure, Sheet, Shot, even
from ..curves import once
from ..form import FORMS, LOOSE, Form, posture
from ..skeleton import Pose, add, mirror, mix, over, pose
from ..space import turn_z, vec
from .run import BALL, Gait, gait_for, run_pose

YAW = 94.0
SCALE = 1.09
RISE = 8  # px on the screen for one stair
TREAD = 13.0  # units forward for one stair
TWELFTH = Fraction(1, 12)
TIMES = (-3, -2, -1, 0, 1, 2)  # twelfths of a beat from the landing


def _place(ball: tuple[float, float], pitch: float, z: float, toe: float = 0.0) -> tuple[tuple, tuple]:
    """Return ankle and foot channels that put the ball of the foot at (x, y)."""
    ankle = vec(ball[0], ball[1] + 2.5, 0) - turn_z(pitch) @ BALL
    return (ankle[0], ankle[1], z), (pitch, toe, 0)


def _step(t: float, form: Form, stairs: int) -> Pose:
    """Return the left step at `t` beats from its landing; `stairs` 2 for a leap."""
    rise, tread = RISE / SCALE * stairs, TREAD * stairs
    d, span = form.drive, 0.25
    u = (t + span) / (2 * span)  # 0 = a quarter beat before the landing, 1 = a quarter after
    knee = (3.5 if d < 1 else 9.5 if d == 1 else 12.5) + 5 * (stairs - 1)
    # the foot that lands: knee high, then down on the tread, and there it stays
    x = float(once([(0, -tread * 0.95), (0.30, -2.0), (0.5, 0), (1, 0)], u)[0])
    y = float(once([(0, 4.0 - rise * 0.2), (0.25, knee + 2), (0.5, 0), (1, 0)], u)[0])
    l_foot, l_step = _place((x + 3, y), float(once([(0, -40), (0.28, -8), (0.5, 0), (1, 0)], u)[0]), -3.2)
    # the foot that pushes off from the stair below, trails, and swings up for the next
    rx = float(once([(0, -tread), (0.55, -tread), (0.78, -tread - 6), (1, -tread * 0.95 + tread)], u)[0])
    ry = float(once([(0, -rise), (0.55, -rise), (0.78, -rise + 11), (1, 4.0 + rise * 0.8)], u)[0])
    heel = float(once([(0, 0), (0.2, -8), (0.55, -52), (0.78, -80), (1, -40)], u)[0])
    r_foot, r_step = _place((rx + 3, ry), heel, 3.2, max(0.0, -heel) if u < 0.6 else 0.0)
    hip_x = float(once([(0, -tread * 0.95), (0.5, -tread * 0.42), (1, -tread * 0.0)], u, (vec(tread), vec(tread)))[0])
    hip_y = float(once([(0, 39.6 - rise), (0.3, 41.6 - rise * 0.55), (0.5, 38.4 - rise * 0.2), (0.66, 37.6),
                        (1, 39.6)], u)[0])
    swing = math.cos(math.pi * (u - 0.5))
    hard = 0.55 if d < 1 else 1.0 if d == 1 else 1.25
    # from behind a thigh shows by the knee that opens, the hip that rises with it and the weight over the other leg
    rising = float(once([(0, 0.35), (0.25, 1), (0.5, 0.3), (0.75, 0)], u)[0])
    leaving = float(once([(0.5, 0), (0.8, 0.5), (1, 0.35)], u)[0])
    sway = float(once([(0, 0.6), (0.25, 1.6), (0.5, 0.2), (0.72, -1.5), (1, -0.6)], u)[0])
    body = pose(hip=(hip_x, hip_y, sway * hard), pelvis=(-11 * swing * hard, 12, (9 * rising - 6 * leaving) * hard),
                chest=(27 * swing * hard, 9, (-7 * swing - 5 * rising) * hard), l_knee=12 + 24 * rising,
                r_knee=12 + 24 * leaving, head=(0, 0, 0), l_foot=l_foot, l_step=l_step, r_foot=r_foot, r_step=r_step,
                **_arms(u, d))
    return posture(body, form)


def _arms(u: float, drive: float) -> dict:
    """Arms against legs: when the left foot lands the right fist is forward; they cross at both ends."""
    a = math.sin(math.pi * u)  # 0 at the ends, 1 at the landing
    s = 0.6 if drive < 1 else 1.0 if drive == 1 else 1.25
    forward, back = (6 + 8.5 * s * a, -14 + 8 * s * a), (5 - 11 * s * a, -16.5 - 1.5 * a)
    return dict(r_hand=(*forward, 2 - 3 * a), l_hand=(*back, -3 - 2.5 * a), r_elbow=(-1, -0.35, 0.9),
                l_elbow=(-1, -0.35, -0.9),
                r_wrist=(90, 0), l_wrist=(90, 0))


def _leap(t: float, form: Form) -> Pose:
    """Two stairs in one bound: the arms go up with it."""
    body = _step(t, form, 2)
    air = max(0.0, 1 - abs(t + 0.1) * 6.5)
    thrown = over(body, r_hand=(9, 6, 8), l_hand=(7, 4, -10), r_elbow=(0.2, -0.8, 1), l_elbow=(0.2, -0.8, -1))
    return add(mix(body, thrown, air), hip=(0, 3.5 * air, 0), r_shoulder=(0, 1.5 * air, 0),
               l_shoulder=(0, 1.5 * air, 0))


def _step_clip(name: str, form: Form, right: bool, leap: bool) -> Clip:
    shots = []
    landing, standing = ("right_foot", "left_foot") if right else ("left_foot", "right_foot")
    for n in TIMES:
        body = _leap(n / 12, form) if leap else _step(n / 12, form, 1)
        body = mirror(body) if right else body
        shots.append(Shot((Figure(body),), YAW, planted=(landing,) if n >= 0 else (standing,) if n < 0 else ()))
    return Clip(name, tuple(shots), (TWELFTH,) * 6, False, Fraction(1, 4), ((Fraction(1, 4), landing),), hold=0.05,
                facts=(("stairs", 2 if leap else 1),))


def _stumble(t: float) -> Pose:
    """The toe catches the edge: he falls on a hand, scrambles, and is up."""
    fall = float(once([(0, 0), (0.22, 1), (0.42, 1), (0.8, 0.2), (1, 0)], t)[0])
    body = _step(-0.25 + 0.001, LOOSE, 1)
    low = over(body, hip=(-9, 26.5, 0), pelvis=(0, 44, 0), chest=(6, 30, 0), head=(0, 25, 0), r_plant=1,
               r_fist=(12, RISE + 3.0, 20), r_open=1,
               r_elbow=(-0.6, 0.2, 1), l_hand=(-2, -14, -12), l_elbow=(-0.6, 0.1, -1))
    made = mix(body, low, fall)
    return over(made, r_open=1 if fall > 0.4 else 0, l_foot=(-2 - 7 * (1 - fall), 4.5 + 4 * (1 - fall), -4),
                l_step=(-8, 0, 0))


def clips() -> list[Clip]:
    """Return every clip of the steps."""
    made: list[Clip] = []
    base = Gait(speed=0, stance=0.24, land=16, lift=5, kick=2, bounce=1.1, lean=11, chest=6, swing=1.1, nod=0, yaw=YAW)
    for form in FORMS:
        gait = gait_for(base, form)
        gait = Gait(**{**vars(gait), "speed": abs(150 * math.cos(math.radians(YAW)))})
        shots = tuple(Shot((Figure(add(run_pose(n / 16, gait), head=(10, 0, 0))),), YAW) for n in range(16))
        made.append(Clip(f"run.{form.name}", shots, even(16), True, None,
                         ((Fraction(0), "left_foot"), (Fraction(1, 2), "right_foot")), hold=0.05))
        made.append(_step_clip(f"step_left.{form.name}", form, False, False))
        made.append(_step_clip(f"step_right.{form.name}", form, True, False))
        made.append(_step_clip(f"leap.{form.name}", form, False, True))
    made.append(Clip("stumble", tuple(Shot((Figure(_stumble((n + 0.5) / 12)),), YAW) for n in range(12)), even(12),
                     False, None,
                     ((Fraction(1, 4), "right_hand"),)))
    return made


SHEET = Sheet("steps", "noon", clips, scale=SCALE, far_down=False, sources=("anim/run", "anim/steps"),
              facts={"rise": RISE})
