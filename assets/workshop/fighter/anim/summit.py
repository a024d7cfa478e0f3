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
FAULTS = ("early", "late", "miss")


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


def _turn(t: float, fault: str = "") -> tuple[Pose, float]:
    """Return pose and camera turn: two steps round, head first, shoulders after, hands still in fists from the run.

    Early he spins too far and is thrown open; late he drags himself round, bent; missed a knee and a hand touch stone.
    """
    over_by = 34 if fault == "early" else 4
    keys = [(0, FRONT), (0.12, FRONT + 4), (0.8, BACK + over_by), (1, BACK)]
    if fault == "early":
        keys = [(0, FRONT), (0.1, FRONT + 20), (0.55, BACK + over_by), (0.75, BACK + over_by), (1, BACK)]
    elif fault:
        keys = [(0, FRONT), (0.3, FRONT + 4), (0.95, BACK), (1, BACK)]
    yaw = float(once(keys, t)[0])
    lead = math.sin(math.pi * min(1.0, t * 1.1)) if t < 0.91 else 0.0
    spent = 1 - t
    lift = lambda at: max(0.0, math.sin(math.pi * (t - at) / 0.3)) if at < t < at + 0.3 else 0.0  # noqa: E731 - one curve, used twice
    body = add(_stand(), chest=(10 * lead, 12 * spent, 0), head=(20 * lead, 10 * spent, 0),
               hip=(0, -2.2 * spent - 0.8 * lead, 0),
               l_foot=(2 * lead, 5 * lift(0.12), 0), r_foot=(-2 * lead, 5 * lift(0.5), 0),
               l_step=(-20 * lift(0.12), 0, 0),
               r_step=(-20 * lift(0.5), 0, 0), r_hand=(5 * spent, 7 * spent, -2 * spent),
               l_hand=(5 * spent, 7 * spent, 2 * spent))
    return over(_turn_amiss(body, lead, fault), mouth=1 if spent > 0.4 or fault else 0), yaw


def _turn_amiss(body: Pose, lead: float, fault: str) -> Pose:
    """Return the turning body with what went wrong, at its worst half way round."""
    if fault == "early":
        flung = over(body, r_hand=(6, 3, 19), l_hand=(2, -6, -21), r_elbow=(0, 0.3, 1), l_elbow=(0, 0.3, -1))
        return add(mix(body, flung, lead), chest=(0, -16 * lead, 14 * lead), head=(0, -15 * lead, 10 * lead),
                   hip=(0, 0, 4 * lead))
    if fault == "late":
        hung = over(body, r_hand=(7, -20, 3), l_hand=(7, -20, -3))
        return add(mix(body, hung, lead), chest=(0, 30 * lead, -6 * lead), pelvis=(0, 12 * lead, 0),
                   head=(0, 35 * lead, 0), hip=(0, -5.0 * lead, 0))
    if fault != "miss":
        return body
    down = over(body, hip=(-4, 25.5, 3), pelvis=(0, 22, 6), chest=(0, 30, 12), head=(0, 30, 10), l_foot=(7, 4.5, -7),
                r_foot=(-19, 7.0, 8), r_step=(-62, 58, -10), r_hand=(8, -21, 12), r_elbow=(-0.4, 0.2, 1), r_open=1,
                l_hand=(7, -15, -3), l_elbow=(-0.6, 0, -1))
    return over(mix(body, down, lead), r_open=1 if lead > 0.5 else 0)


def _jab(t: float, side: str, fault: str = "") -> Pose:
    """A punch at the sky over the city: up and out to its own side, so that it is seen from behind.

    Early the arm is bent and goes sideways; late it pulls him over after it; missed it sinks before it is up.
    """
    s = 1 if side == "r" else -1
    out = float(once([(-0.2, 0), (-0.1, -0.25), (0, 1), (0.05, 1.05), (0.25 if not fault else 0.5, 0)], t)[0])
    ready = dict(r_hand=(8, -4, 2), l_hand=(8, -4, -2), r_elbow=(-0.5, -1, 0.8), l_elbow=(-0.5, -1, -0.8))
    body = over(_stand(), **ready)
    arm = {"": (8, 19, s * 12), "early": (7, 3, s * 17), "late": (9, 15, -s * 5), "miss": (3, -19, s * 13)}[fault]
    elbow = (0.3, -0.2, s * 1.0) if fault == "miss" else (0, -0.6, s * 1.0)
    thrown = over(body, **{f"{side}_hand": arm, f"{side}_elbow": elbow, f"{side}_shoulder": (1.5, 3.0, 0)})
    if fault == "miss":
        thrown = over(thrown, l_hand=(5, -20, -8), r_hand=(5, -20, 8), r_shoulder=(0, -2.0, 0), l_shoulder=(0, -2.0, 0))
    made = mix(body, thrown, out)
    lean, roll, nod, sink = {"": (0, -7, 0, 1.0), "early": (-9, 13, -15, 0.0), "late": (12, -26, 10, -3.0),
                             "miss": (17, 5, 40, -4.0)}[fault]
    return add(made, chest=(s * 12 * out, lean * out, s * roll * out), pelvis=(s * 5 * out, 0, 0.3 * s * roll * out),
               head=(0, nod * out, 0.5 * s * roll * out), hip=(0, -1.2 + sink * out, -0.2 * s * roll * out))


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


def _raise(t: float, fault: str = "") -> Pose:
    """Half a beat: sink, gather the fists at the chest, then up past the ears with the heels almost off the stone.

    Early one arm is up before the other and he tips; late they only get half way, bent; missed they fall, and his head.
    """
    stand, up = _stand(), _arms_up(PROUD)
    gather = over(stand, hip=(0, 38.8, 0), chest=(0, 13, 0), head=(0, 15, 0), r_hand=(9, -13, -2), l_hand=(9, -13, 2),
                  r_elbow=(-0.4, -0.6, 1),
                  l_elbow=(-0.4, -0.6, -1))
    through = over(mix(gather, up, 0.6), r_hand=(12, 9, 9), l_hand=(12, 9, -9), r_elbow=(0.2, -0.5, 1),
                   l_elbow=(0.2, -0.5, -1))
    beyond = add(up, hip=(0, 0.9, 0), r_hand=(0, 1.5, 0), l_hand=(0, 1.5, 0))
    if fault == "early":
        through = over(through, r_hand=(1, 22, 12), l_hand=(4, -14, -15), chest=(0, 0, 22), head=(0, -5, 15),
                       hip=(0, 41, -4))
        beyond = over(up, l_hand=(6, 3, -17), l_elbow=(0, -0.4, -1), chest=(0, -6, 15), hip=(0, 42, -3))
    elif fault == "late":
        through = over(gather, hip=(0, 37.5, 0), chest=(0, 20, 0), head=(0, 30, 0), r_hand=(9, -8, 7),
                       l_hand=(9, -8, -7))
        beyond = over(up, r_hand=(8, 4, 15), l_hand=(8, 4, -15), hip=(0, 40, 0), chest=(0, 12, 0), head=(0, 20, 0),
                      r_elbow=(0, -0.8, 1), l_elbow=(0, -0.8, -1))
    elif fault == "miss":
        through = over(gather, hip=(0, 38, 0), r_hand=(10, -3, 3), l_hand=(10, -3, -3))
        beyond = over(stand, hip=(0, 39.5, 0), chest=(0, 26, 0), pelvis=(0, 6, 0), head=(0, 45, 0), r_hand=(7, -21, 6),
                      l_hand=(7, -21, -6), r_shoulder=(1, -2.4, 0), l_shoulder=(1, -2.4, 0))
        up = add(beyond, hip=(0, 0.6, 0), chest=(0, -3, 0))
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
    made += [clip for fault in FAULTS for clip in _faults(fault)]
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


def _faults(fault: str) -> list[Clip]:
    """Return the turn, the jabs and the raise gone wrong; a missed raise ends with his arms down."""
    count = 16
    turning = [_turn(n / (count - 1), fault) for n in range(count)]
    made = [Clip(f"turn_{fault}", tuple(Shot((Figure(p),), yaw) for p, yaw in turning), even(count), False, Fraction(0),
                 ((Fraction(0), "left_foot"),))]
    for side, word in (("l", "left"), ("r", "right")):
        poses = [_jab((n - 2) / 12, side, fault) for n in range(8)]
        made.append(_clip(f"jab_{word}_{fault}", poses, (Fraction(1, 12),) * 8, (Fraction(1, 6), f"{word}_hand")))
    length = Fraction(3, 4)
    return [*made, _clip(f"raise_{fault}", [_raise((n + 1) / 12, fault) for n in range(12)], even(12, length),
                         (length * 2 / 5, "right_hand"))]


SHEET = Sheet("summit", "summit", clips, scale=SCALE, far_down=False, sources=("anim/summit",))
