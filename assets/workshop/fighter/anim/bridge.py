"""Under the bridge: the same run in half light, a stand, and steps taken one at a time when the player takes them.

A step runs from the hold on one foot, through push-off and flight, to the other foot's landing (the contact) and its
hold: the pose he waits in until the next press.
"""
from __future__ import annotations

import math
from fractions import Fraction

from ..clips import Clip, Figure, Sheet, Shot, even
from ..form import FORMS, LOOSE
from ..skeleton import Pose, pose
from .market import GAIT
from .run import Gait, Track, gait_for, planted, run_clip, run_pose

SIXTEENTH = Fraction(1, 16)
LEAD = 5  # frames of push-off and flight before the foot lands


def _step(word: str, landing: float) -> Clip:
    gait = gait_for(GAIT, LOOSE)
    shots = []
    for n in range(9):
        phase = landing + (n - LEAD) / 16
        shots.append(Shot((Figure(run_pose(phase, gait)),), gait.yaw, planted=planted(phase % 1.0, gait)))
    at = LEAD * SIXTEENTH
    return Clip(f"step_{word}", tuple(shots), (SIXTEENTH,) * 9, False, at, ((at, f"{word}_foot"),), hold=0.05)


def _stand(n: int) -> Pose:
    air = math.sin(2 * math.pi * n / 12)
    return pose(hip=(0, 41.6 + 0.35 * air, 0), pelvis=(-4, 4, 0), chest=(2, 8 - 2.2 * air, 0), head=(-10, 10, 0),
                breath=air,
                r_hand=(6.5, -20.5, 3), l_hand=(7, -20, -3), r_elbow=(-1, -0.3, 0.7), l_elbow=(-1, -0.3, -0.7),
                r_wrist=(90, 0),
                l_wrist=(90, 0), r_foot=(-8, 4.5, 5), l_foot=(8, 4.5, -5), r_shoulder=(0, 0.7 * air, 0),
                l_shoulder=(0, 0.7 * air, 0), mouth=1 if n in (7, 8, 9) else 0)


def clips() -> list[Clip]:
    """Return every clip of the bridge."""
    made = [run_clip(f"run.{form.name}", Track(gait_for(GAIT, form))) for form in FORMS]
    stand = tuple(Shot((Figure(_stand(n)),), Gait(144).yaw, planted=("left_foot", "right_foot")) for n in range(12))
    made.append(Clip("stand", stand, even(12, 2), True, facts=(("ground_speed", 0),)))
    return [*made, _step("left", 1.0), _step("right", 0.5)]


SHEET = Sheet("bridge", "bridge", clips, ground_speed=144, sources=("anim/run", "anim/market", "anim/bridge"))
