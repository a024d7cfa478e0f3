"""Before the first bar: he crouches and laces his shoe, then takes up his bricks and is off."""

from __future__ import annotations

import math
from fractions import Fraction

from ..clips import Clip, Sheet, even, shoot
from ..curves import once_pose
from ..skeleton import Pose, mix, over, pose
from .run import WRIST, run_pose
from .yard import GAIT

LACE_FRAMES, RISE_FRAMES = 24, 12


def _crouch() -> Pose:
    return pose(hip=(-6, 25.5, 0), pelvis=(-6, 34, 0), chest=(-4, 34, 0), head=(-10, 30, 0), r_foot=(9, 4.5, 4),
                r_step=(0, 0, 0),
                l_foot=(-22, 8.6, -5), l_step=(-62, 58, 0), r_knee=10, l_knee=4, r_plant=1, l_plant=1,
                r_fist=(15.0, 10.5, 5.5),
                l_fist=(15.5, 10.5, 1.5), r_elbow=(-0.4, -0.6, 1), l_elbow=(-0.2, -0.5, -1), r_wrist=(40, 0),
                l_wrist=(40, 0))


def _lace(beat: float) -> Pose:
    """Three beats: cross the laces, draw them tight (on each beat a tug), breathe."""
    tug = max(0.0, math.cos(2 * math.pi * beat)) ** 3
    cross = math.sin(math.pi * beat * 2)
    air = math.sin(2 * math.pi * beat / 3)
    base = _crouch()
    return over(base, r_fist=(15.0 - 3.2 * tug + 0.9 * cross, 10.2 + 4.4 * tug, 5.0 + 2.6 * tug),
                l_fist=(15.6 + 2.6 * tug - 0.9 * cross, 10.2 + 4.0 * tug, 2.4 - 2.4 * tug),
                chest=(-4, 34 - 2.5 * air - 2.5 * tug, 0), hip=(-6, 25.5 + 0.4 * air, 0), breath=air,
                eyes=0 if 1.42 < beat < 1.58 else 1)


def _rise(t: float) -> Pose:
    """One beat: hands to the bricks, a look up, and away."""
    down, start = _crouch(), run_pose(0.97, GAIT)
    keys = [(0.0, dict(down)),
            (0.20, dict(over(down, r_fist=(8, 6.5, 12), l_fist=(13, 6.5, -9), hip=(-5, 25.0, 0), head=(-10, 25, 0),
                             r_wrist=(WRIST, 0),
                             l_wrist=(WRIST, 0)))),
            (0.46, dict(over(down, hip=(0, 31, 0), pelvis=(-6, 30, 0), chest=(0, 24, 0), head=(-10, 5, 0), r_plant=0.4,
                             l_plant=0.4,
                             r_fist=(10, 18, 10), l_fist=(16, 18, -8), l_foot=(-23, 10, -4), l_step=(-60, 50, 0)))),
            (0.74, dict(over(mix(down, start, 0.75), hip=(4, 40.5, 0), r_foot=(-12, 7, 4), r_step=(-24, 24, 0),
                             l_foot=(10, 21, -4),
                             l_step=(-26, 0, 0), r_plant=0, l_plant=0, pelvis=(0, 16, 0), chest=(0, 12, 0)))),
            (1.0, dict(start))]
    made = once_pose(keys, t)
    grip = 1 if t >= 0.2 else 0
    return over(made, r_grip=grip, l_grip=grip)


def clips() -> list[Clip]:
    """Return the lead-in's clips."""
    lace = shoot([_lace(3 * n / LACE_FRAMES) for n in range(LACE_FRAMES)])
    rise = shoot([_rise((n + 0.5) / RISE_FRAMES) for n in range(RISE_FRAMES)])
    return [Clip("lace", lace, even(LACE_FRAMES, 3), True, None, tuple((Fraction(b), "right_hand") for b in range(3))),
            Clip("rise", rise, even(RISE_FRAMES))]


SHEET = Sheet("start", "dawn", clips, sources=("anim/run", "anim/yard", "anim/start"))
