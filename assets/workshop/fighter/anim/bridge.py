"""Under the bridge: the same run in half light, a stand, and steps taken one at a time when the player takes them.

A step runs from the hold on one foot, through push-off and flight, to the other foot's landing (the contact) and its
hold: the pose he waits in until the next press.
"""
from __future__ import annotations

import math
from dataclasses import replace
from fractions import Fraction

from ..clips import Clip, Figure, Sheet, Shot, even
from ..form import FORMS, LOOSE
from ..skeleton import Pose, add, mix, over, pose
from . import moves
from .market import GAIT
from .missteps import ALWAYS, EARLY, FAULTS, LATE, Fault, amiss, gone_wrong
from .run import Gait, Track, gait_for, planted, run_clip, run_pose

SIXTEENTH = Fraction(1, 16)
FALTER = Fault("miss", (6.0, 20.0, 30.0), (-2.0, -6.0), (6.0, -20.0, 5.0), -1.0)  # the knee gives, the head drops
AMISS = {"early": EARLY, "late": LATE, "miss": FALTER}
HOLDS = {"early": 0.1}  # by fault, where a tone that is held longer crawls less
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
    made += [_step("left", 1.0), _step("right", 0.5)]
    for word, landing in (("left", 1.0), ("right", 0.5)):
        made += [_landing(f"step_{word}_{name}", word, landing, fault) for name, fault in AMISS.items()]
    track = Track(gait_for(GAIT, LOOSE))
    made.append(run_clip("join", track, _emerge))
    made += [run_clip(f"join_{fault.name}", track, gone_wrong(_emerge, fault, ALWAYS)) for fault in FAULTS]
    return [*made, lost_clip("join_miss", track)]


def _landing(name: str, word: str, landing: float, fault: Fault) -> Clip:
    """Return a landing beside its moment, from the contact on: he holds himself as the fault has it."""
    gait, count = gait_for(GAIT, LOOSE), 4
    shots = []
    for n in range(count):
        body = amiss(run_pose(landing + n / 16, gait), (0.8, 1.0, 1.0, 0.9)[n], fault)
        shots.append(Shot((Figure(body),), gait.yaw, planted=planted((landing + n / 16) % 1.0, gait)))
    return Clip(name, tuple(shots), (SIXTEENTH,) * count, False, Fraction(0), ((Fraction(0), f"{word}_foot"),),
                hold=HOLDS.get(fault.name, 0.05))


def _emerge(body: Pose, phase: float) -> Pose:
    """Out into the light: the chest opens, the chin goes up, the arms swing wide."""
    full = moves.pulse([(0, 0.55), (0.2, 1), (0.7, 1), (1, 0.55)], phase)
    wide = over(body, r_hand=(5, -10, 17), l_hand=(7, -10, -17), r_elbow=(-1, 0.1, 1), l_elbow=(-1, 0.1, -1))
    return add(mix(body, wide, 0.7 * full), chest=(0, -15 * full, 0), pelvis=(0, -5 * full, 0), head=(0, -20 * full, 0),
               breath=2.0 * full, hip=(0, 1.0 * full, 0))


def lost_clip(name: str, track: Track) -> Clip:
    """Return the missed join: he trips over the edge of the light and runs on bent, head low, out of breath."""
    def lost(body: Pose, phase: float) -> Pose:
        low = moves.pulse([(0, 0), (0.2, 1), (0.72, 0.9), (1, 0)], phase)
        hung = over(body, r_hand=(4, -22, 4), l_hand=(6, -21, -4), r_elbow=(-0.8, 0, 1), l_elbow=(-0.8, 0, -1))
        return add(mix(moves.stumble(body, phase, LOOSE), hung, 0.55 * low), head=(0, 34 * low, 0),
                   chest=(0, 8 * low, 0), r_shoulder=(1.0, 2.2 * low, 0), l_shoulder=(1.0, 2.2 * low, 0))
    return replace(run_clip(name, track, lost, "left_foot"), loop=False, contact=None)


SHEET = Sheet("bridge", "bridge", clips, ground_speed=144,
              sources=("anim/run", "anim/moves", "anim/missteps", "anim/market", "anim/bridge"))
