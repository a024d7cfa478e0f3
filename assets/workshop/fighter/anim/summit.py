"""The summit: he arrives facing us, turns to the city, and raises his arms, seen from behind against the skyline.

The turn ends with his back to us: the player looks where he looks.
"""
# ruff: noqa: C408 - tables of named channels read better as keywords
from __future__ import annotations

import math
from fractions import Fraction

from ..clips import Clip, Figure, Sheet, Shot, even
from ..curves import once, once_pose
from ..form import FORMS, PROUD, Form
from ..skeleton import Pose, add, mix, over, pose

BACK = 98.0
FRONT = -64.0
SCALE = 1.36
FEET = ("left_foot", "right_foot")


def _stand() -> Pose:
    return pose(hip=(0, 42.4, 0), pelvis=(0, 0, 0), chest=(0, 2, 0), head=(0, 0, 0), r_foot=(-3, 4.5, 8),
                l_foot=(3, 4.5, -8), r_step=(0, 0, -12),
                l_step=(0, 0, 12), r_hand=(3, -22.5, 6), l_hand=(3, -22.5, -6), r_elbow=(-0.8, -0.2, 1),
                l_elbow=(-0.8, -0.2, -1),
                r_wrist=(70, 0), l_wrist=(70, 0))


def _breathing(n: int, count: int, deep: float) -> dict:
    air = math.sin(2 * math.pi * n / count)
    return dict(chest=(0, -1.8 * air * deep, 0), hip=(0, 0.5 * air * deep, 0), r_shoulder=(0, 0.9 * air * deep, 0),
                l_shoulder=(0, 0.9 * air * deep, 0), breath=1.4 * air * deep)


def _turn(t: float) -> tuple[Pose, float]:
    """Return pose and camera turn: two steps round, head first, shoulders after, hands still in fists from the run."""
    yaw = float(once([(0, FRONT), (0.12, FRONT + 4), (0.8, BACK + 4), (1, BACK)], t)[0])
    lead = math.sin(math.pi * min(1.0, t * 1.1)) if t < 0.91 else 0.0
    spent = 1 - t
    lift = lambda at: max(0.0, math.sin(math.pi * (t - at) / 0.3)) if at < t < at + 0.3 else 0.0  # noqa: E731 - one curve, used twice
    body = add(_stand(), chest=(10 * lead, 12 * spent, 0), head=(20 * lead, 10 * spent, 0),
               hip=(0, -2.2 * spent - 0.8 * lead, 0),
               l_foot=(2 * lead, 5 * lift(0.12), 0), r_foot=(-2 * lead, 5 * lift(0.5), 0),
               l_step=(-20 * lift(0.12), 0, 0),
               r_step=(-20 * lift(0.5), 0, 0), r_hand=(5 * spent, 7 * spent, -2 * spent),
               l_hand=(5 * spent, 7 * spent, 2 * spent))
    return over(body, mouth=1 if spent > 0.4 else 0), yaw


def _jab(t: float, side: str) -> Pose:
    """A punch at the sky over the city: up and out to its own side, so that it is seen from behind."""
    s = 1 if side == "r" else -1
    out = float(once([(-0.2, 0), (-0.1, -0.25), (0, 1), (0.05, 1.05), (0.25, 0)], t)[0])
    ready = dict(r_hand=(8, -4, 2), l_hand=(8, -4, -2), r_elbow=(-0.5, -1, 0.8), l_elbow=(-0.5, -1, -0.8))
    body = over(_stand(), **ready)
    thrown = over(body, **{f"{side}_hand": (8, 19, s * 12), f"{side}_elbow": (0, -0.6, s * 1.0),
                           f"{side}_shoulder": (1.5, 3.0, 0)})
    made = mix(body, thrown, out)
    return add(made, chest=(s * 12 * out, 0, -s * 7 * out), pelvis=(s * 5 * out, 0, 0), hip=(0, -1.2 + 1.0 * out, 0))


def _arms_up(form: Form) -> Pose:
    """The held pose: fists high. Stiff: not quite daring; proud: the whole sky."""
    d = form.drive
    high, wide = (17.5, 10.0) if d < 1 else (22.0, 12.5) if d == 1 else (22.6, 13.5)
    lift = 2.6 if d < 1 else 3.6 if d == 1 else 4.4
    return over(_stand(), hip=(0, 41.4 + (0.0 if d < 1 else 1.2 if d == 1 else 1.9), 0),
                chest=(0, 4 if d < 1 else -6 if d == 1 else -10, 0),
                head=(0, 10 if d < 1 else -15 if d == 1 else -20, 0), r_hand=(1, high, wide), l_hand=(1, high, -wide),
                r_elbow=(0.25 if d >= 1 else 0.8, -0.3, 1), l_elbow=(0.25 if d >= 1 else 0.8, -0.3, -1),
                r_shoulder=(0, lift, -1.5),
                l_shoulder=(0, lift, 1.5), r_wrist=(0, 0), l_wrist=(0, 0),
                r_foot=(-3, 4.5, 8 if d < 1 else 9.5), l_foot=(3, 4.5, -8 if d < 1 else -9.5))


def _raise(t: float) -> Pose:
    """Half a beat: sink, gather the fists at the chest, then up past the ears with the heels almost off the stone."""
    stand, up = _stand(), _arms_up(PROUD)
    gather = over(stand, hip=(0, 38.8, 0), chest=(0, 13, 0), head=(0, 15, 0), r_hand=(9, -13, -2), l_hand=(9, -13, 2),
                  r_elbow=(-0.4, -0.6, 1),
                  l_elbow=(-0.4, -0.6, -1))
    through = over(mix(gather, up, 0.6), r_hand=(12, 9, 9), l_hand=(12, 9, -9), r_elbow=(0.2, -0.5, 1),
                   l_elbow=(0.2, -0.5, -1))
    beyond = add(up, hip=(0, 0.9, 0), r_hand=(0, 1.5, 0), l_hand=(0, 1.5, 0))
    return once_pose([(0, dict(stand)), (0.28, dict(gather)), (0.58, dict(through)), (0.82, dict(beyond)),
                      (1, dict(up))], t)


def _clip(name: str, poses: list[Pose], beats: tuple[Fraction, ...],
          contact: tuple[Fraction, str] | None = None) -> Clip:
    shots = tuple(Shot((Figure(p),), BACK, planted=FEET) for p in poses)
    loop = name.startswith(("idle", "held"))
    return Clip(name, shots, beats, loop, contact[0] if contact else None, (contact,) if contact else ())


def clips() -> list[Clip]:
    """Return every clip of the summit."""
    turning = [_turn(n / 11) for n in range(12)]
    made = [Clip("turn", tuple(Shot((Figure(p),), yaw) for p, yaw in turning), even(12), False, Fraction(0),
                 ((Fraction(0), "left_foot"),)),
            _clip("idle", [add(_stand(), **_breathing(n, 16, 1.0)) for n in range(16)], even(16, 2))]
    beats = (Fraction(1, 12),) * 6
    for side, word in (("l", "left"), ("r", "right")):
        poses = [_jab((n - 2) / 12, side) for n in range(6)]
        made.append(_clip(f"jab_{word}", poses, beats, (Fraction(1, 6), f"{word}_hand")))
    made.append(_clip("raise", [_raise((n + 1) / 10) for n in range(10)], even(10, Fraction(1, 2)),
                      (Fraction(2, 5), "right_hand")))
    for form in FORMS:
        held = [add(_arms_up(form), **_breathing(n, 24, 1.3 if form.drive > 1 else 0.9)) for n in range(24)]
        made.append(_clip(f"held.{form.name}", held, even(24, 4)))
    down = [mix(_arms_up(PROUD), add(_stand(), chest=(0, 5, 0), head=(0, 5, 0)),
                t * t * (3 - 2 * t)) for t in (n / 13 for n in range(14))]
    spread = [over(p, r_hand=p["r_hand"] + (0, 0, 9 * math.sin(math.pi * n / 13)),
                   l_hand=p["l_hand"] - (0, 0, 9 * math.sin(math.pi * n / 13)))
              for n, p in enumerate(down)]
    made.append(_clip("lower_breath", spread, even(14, 2)))
    return made


SHEET = Sheet("summit", "summit", clips, scale=SCALE, far_down=False, sources=("anim/summit",))
