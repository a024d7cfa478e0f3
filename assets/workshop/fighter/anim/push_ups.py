"""One-arm push-ups, facing right: the fist stands on its knuckles and never leaves the canvas.

Position tracks run from frame 0 (arm straight) to the last (chest down); the game picks the frame by position.
"""
from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction

from ..clips import RESTING, Clip, Figure, Sheet, Shot, even
from ..form import FORMS, LOOSE, Form
from ..skeleton import Pose, add, mirror, mix, over, pose
from ..wardrobe import SHIRTLESS, Look

YAW = -16.0
STEPS = 13
FIST_HEIGHT = 6.4  # wrist above the canvas when the knuckles stand on it
LOOK: Look = SHIRTLESS
TOES = -36.0  # the ankles, px behind the ground point
TOE_HEIGHT = 8.9  # and above it: the toes stand where the knuckles do
LEG = 38.62  # a leg all but straight, seen from the side


def _on_toes(body: Pose) -> Pose:
    """Return the pose with its hips where straight legs put them: the body turns about the toes, which do not slide."""
    _, y, z = body["hip"]
    ankle = float(body["r_foot"][1])
    return over(body, hip=(TOES + math.sqrt(LEG**2 - (y - ankle) ** 2), y, z))


def _right(t: float, form: Form) -> Pose:
    """Return the right-arm push-up; t = 0 arm straight, 1 chest down. The left arm lies behind his back."""
    d = form.drive
    pike = 7.4 if d < 1 else 0.0  # stiff: seat in the air, back rounded, head hanging; proud: one line, chest open
    low = 8.6 if d < 1 else 10.2
    turn = 6 if d < 1 else 12 if d == 1 else 15
    arch = 17 if d < 1 else 0 if d == 1 else -8
    return pose(hip=(-2 + 1.5 * t, 24.6 + pike - low * t, 0),
                pelvis=(turn * 0.5, 67.5 + 13.5 * t + 1.6 * pike, 0),
                chest=(turn, -2 + 2 * t + arch, 0),
                head=(-10, (52 if d == 1 else 90 if d < 1 else 30) - 6 * t, 0), look=-15,
                r_foot=(TOES, TOE_HEIGHT, 9), r_step=(-66, 58, 0), l_foot=(TOES, TOE_HEIGHT, -10), l_step=(-66, 58, 0),
                r_plant=1, r_set=1, r_fist=(20.5, FIST_HEIGHT, 5), r_elbow=(-1, 0.5, 0.5), r_wrist=(90, 0),
                l_hand=(-7, -13, 3), l_elbow=(-0.8, -0.3, -1), l_shoulder=(-1, 0, 0), l_wrist=(0, 0), breath=1 - 2 * t,
                brow=-1 if t > 0.5 or d < 1 else 0, mouth=1 if t > 0.75 else 0, eyes=0 if d < 1 and t > 0.8 else 1)


def _one(side: str, t: float, form: Form) -> Pose:
    """Return the push-up on either arm; the left arm's stands a little nearer, so that the fist is seen."""
    body = _right(t, form)
    if side == "r":
        return body
    flipped = mirror(body)
    return over(flipped, head=body["head"], look=-15, l_fist=(21.5, FIST_HEIGHT, -5))


def _fault(side: str, t: float, word: str) -> Pose:
    """Return a push-up gone wrong: early he falls into it, head first; late the hips sag and the trunk twists."""
    body, sign = _one(side, t, LOOSE), 1 if side == "r" else -1
    if word == "early":
        return add(body, hip=(0, 9.0 * t, 0), pelvis=(0, 7 * t, 0), chest=(0, 21 * t, -sign * 6 * t),
                   head=(0, 36 * t, 0), **{f"{side}_shoulder": (-1.0 * t, 2.4 * t, 0)}, brow=1)
    shaken = 1.0 if t > 0.2 else t / 0.2
    return add(body, hip=(0, -4.4 * shaken, 0), pelvis=(sign * 8 * shaken, -4 * shaken, 0),
               chest=(sign * 18 * shaken, -13 * shaken, sign * 10 * shaken), head=(0, -30 * shaken, 0),
               **{f"{side}_shoulder": (0, 3.4 * shaken, 0)}, mouth=1, brow=-1)


def _shot(body: Pose, planted: tuple[str, ...]) -> Shot:
    return Shot((Figure(_on_toes(body) if planted else body, LOOK),), YAW, planted=planted)


def _track_clip(name: str, word: str, poses: list[Pose]) -> Clip:
    """Return a track of positions of the `word` arm, from straight to chest down."""
    shots = tuple(_shot(body, ("left_foot", "right_foot", f"{word}_hand")) for body in poses)
    lowest = Fraction(STEPS - 1, STEPS)
    return Clip(name, shots, even(STEPS), False, lowest, ((lowest, f"{word}_hand"),), facts=(("track", 1),))


def _track(side: str, form: Form) -> Clip:
    word = "left" if side == "l" else "right"
    return _track_clip(f"{word}.{form.name}", word, [_one(side, n / (STEPS - 1), form) for n in range(STEPS)])


def _idle(n: int, form: Form) -> Pose:
    air = math.sin(2 * math.pi * n / 10)
    return add(_right(0.04 + 0.03 * max(0.0, math.cos(2 * math.pi * n / 10)), form), breath=air,
               chest=(0, 0.8 * air, 0))


def _shake(n: int, form: Form) -> Pose:
    """Past forty: at the top the arm trembles at the elbow; the trunk only sinks and rises, once."""
    swell = 0.5 - 0.5 * math.cos(2 * math.pi * n / 8)
    body = _right(0.12 + 0.07 * swell, form)
    jolt = (0.0, 0.6, 1.0, 0.4, -0.2, -0.8, -1.0, -0.4)[n]
    return add(body, hip=(0, -1.2, 0), head=(0, 10, 0), mouth=1, brow=-1, r_elbow=(0, 0.3 * jolt, 0.3 * jolt),
               eyes=-1 if n in (3, 4, 5) else 0)


def _switch(t: float) -> Pose:
    """From the left arm to the right: both fists down for a moment."""
    left, right = _one("l", 0.0, LOOSE), _one("r", 0.0, LOOSE)
    both = over(right, l_plant=1, l_set=1, l_fist=(21.5, FIST_HEIGHT, -5), l_elbow=(-1, 0.5, -0.5), l_wrist=(90, 0),
                pelvis=(0, 71, 0),
                chest=(0, -2, 0), l_hand=(4, -18, 0), hip=(-2, 25.0, 0))
    return mix(left, both, t * 2) if t < 0.5 else mix(both, right, t * 2 - 1)


@dataclass(frozen=True)
class Spring:
    """How a clap goes: how high he flies, how deep he lands (px), how the trunk rolls, how far the hands miss."""

    high: float = 1.0
    deep: float = 1.0
    roll: float = 0.0
    apart: float = 0.0


CLAPS = {"clap": Spring(), "clap_early": Spring(0.5, 1.3, 26.0, 9.0), "clap_late": Spring(0.65, 2.0, 0.0, 3.0),
         "clap_miss": Spring(0.12, 2.4, -12.0, 8.0)}


def _clap(t: float, spring: Spring) -> Pose:
    """He sinks, bursts off the floor, claps before his chest at 1/2, and lands soft on both fists."""
    both = _switch(0.5)
    air = math.sin(math.pi * min(1.0, max(0.0, (t - 0.24) / 0.52))) ** 0.8 if 0.24 < t < 0.76 else 0.0
    load = math.sin(math.pi * t / 0.28) if t < 0.28 else 0.0
    landed = math.sin(math.pi * (t - 0.72) / 0.28) * spring.deep if t > 0.72 else 0.0
    fly = air * spring.high
    body = add(both, hip=(0, 5.0 * fly - 5.0 * load - 4.2 * landed, 0),
               pelvis=(0, -19 * fly + 4 * load + 3 * landed, 0),
               chest=(0, -6 * fly, spring.roll * air), head=(0, -18 * fly + 8 * landed, 0))
    wide = 5.0 * (1 - fly) + 0.2 + spring.apart * fly
    hands = {f"{side}_fist": (20.5 + 4.5 * fly, FIST_HEIGHT + 19.0 * fly, s * wide)
             for side, s in (("r", 1), ("l", -1))}
    flown = fly > 0.35
    return over(body, **hands, mouth=1 if air > 0.3 else 0, r_open=int(flown), l_open=int(flown),
                r_set=int(not flown), l_set=int(not flown), r_elbow=(-0.5, -0.4, 0.9 * fly + 0.5),
                l_elbow=(-0.5, -0.4, -0.9 * fly - 0.5), brow=1 if spring.high < 0.9 else -1)


def _miss(t: float) -> Pose:
    """The arm gives: he drops to a knee and forearm, hangs his head, pushes himself up again."""
    top = _right(0.25, LOOSE)
    down = over(top, hip=(-7, 21.5, 0), pelvis=(0, 78, 0), chest=(8, 18, 8), head=(-10, 75, 0),
                r_fist=(18.5, FIST_HEIGHT, 6), r_foot=(TOES, TOE_HEIGHT, 9),
                l_foot=(TOES, TOE_HEIGHT, -10), l_plant=1, l_set=1, l_fist=(17, FIST_HEIGHT, -9), l_elbow=(-1, 0.2, -1),
                eyes=0, mouth=1, brow=1)
    fall = 1 - (1 - min(1.0, t / 0.3)) ** 2 if t < 0.3 else 1.0 if t < 0.6 else 1 - (t - 0.6) / 0.4
    return mix(top, down, max(0.0, fall))


def clips() -> list[Clip]:
    """Return every clip of the push-ups."""
    made: list[Clip] = []
    feet = ("left_foot", "right_foot")
    for form in FORMS:
        made += [_track("l", form), _track("r", form)]
        made.append(Clip(f"idle.{form.name}", tuple(_shot(_idle(n, form), feet) for n in range(10)), even(10), True,
                         hold=RESTING))
        made.append(Clip(f"shake.{form.name}", tuple(_shot(_shake(n, form), feet) for n in range(8)),
                         even(8, Fraction(1, 2)), True))
    made.append(Clip("switch", tuple(_shot(_switch(n / 9), feet) for n in range(10)), even(10)))
    made += [Clip(name, tuple(_shot(_clap(n / 16, spring), feet) for n in range(16)), even(16), False, Fraction(1, 2),
                  ((Fraction(1, 2), "left_hand"),)) for name, spring in CLAPS.items()]
    for side, word in (("l", "left"), ("r", "right")):
        made += [_track_clip(f"{word}_{fault}", word, [_fault(side, n / (STEPS - 1), fault) for n in range(STEPS)])
                 for fault in ("early", "late")]
    made.append(Clip("miss", tuple(_shot(_miss(n / 12), ()) for n in range(13)), even(13)))
    return made


SHEET = Sheet("push_ups", "gym", clips, scale=2.0, samples=3, sources=("anim/push_ups",))
