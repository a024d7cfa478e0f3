"""The old trainer: hat, cardigan, towel, glasses, a stick. He faces left, toward the fighter, across the heavy bag."""
# ruff: noqa: C408 - tables of named channels read better as keywords
from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction

from ... import props
from ...clips import Clip, Figure, Sheet, Shot, even
from ...curves import once
from ...skeleton import Build, Pose, add, mix, over, pose
from ...wardrobe import Look

OLD = Look(Build(half_shoulders=9.0, bulk=0.96), top="cardigan", cloth="CARDIGAN", rib="CARDRIB", bottom="OLIVE",
           bottom_rib="OLIVERIB", hat="porkpie",
           hat_cloth="FELT", hat_band="CUFF", hair="GREY", skin="PALE", stub="PALESTUB", sole="SHOE", hand="PALE",
           hood=False, moustache=False,
           glasses=True, belly=1.6)
FACING = -146.0
FEET = ("left_foot", "right_foot")


def _stand() -> Pose:
    """Bent a little with years, both hands on the stick."""
    return pose(hip=(0, 41.6, 0), pelvis=(0, 6, 0), chest=(0, 17, 0), head=(-6, 5, 0), r_foot=(-4, 4.5, 6),
                l_foot=(4, 4.5, -6), r_hand=(12, -12, -4),
                l_hand=(11, -13, 5), r_elbow=(-1, -0.3, 0.9), l_elbow=(-1, -0.3, -0.9), r_wrist=(90, 0),
                l_wrist=(40, 0))


def _beat(t: float, sharp: float = 3.0) -> float:
    return max(0.0, math.cos(2 * math.pi * t)) ** sharp


def _idle(t: float) -> Pose:
    air = math.sin(math.pi * t)
    return add(_stand(), chest=(0, -1.4 * air, 0), hip=(0, -0.5 * _beat(t), 0), breath=air,
               l_step=(9 * _beat(t), 0, 0), head=(0, 2 * _beat(t), 0))


def _stick(t: float) -> Pose:
    """One beat: the stick comes down on the beat, his head with it."""
    up = float(once([(0, 0), (0.08, -0.1), (0.5, 0.9), (0.72, 1), (0.95, 0.1), (1, 0)], t)[0])
    body = over(_stand(), l_hand=(5, -19, -4))
    raised = over(body, r_hand=(15, -3, 2), r_elbow=(-0.6, -0.8, 0.8))
    return add(mix(body, raised, up), head=(0, 8 * _beat(t, 4), 0), chest=(0, 3 * _beat(t), 0),
               hip=(0, -0.8 * _beat(t), 0))


CALLS: dict[str, dict] = {
    "call_high_left": dict(l_hand=(21, 11, 5), l_elbow=(-0.2, -0.7, -0.9), l_shoulder=(2, 3, 0), chest=(-14, 6, 0),
                           r_hand=(5, -17, 4)),
    "call_high_right": dict(r_hand=(20, 12, -3), r_elbow=(-0.2, -0.7, 0.9), r_shoulder=(2, 3, 0), chest=(14, 6, 0),
                            l_hand=(5, -17, -4)),
    "call_low": dict(r_hand=(23, 4, -2), r_elbow=(-0.4, -0.8, 0.8), hip=(-1, 32.5, 0), pelvis=(4, 20, 0),
                     chest=(16, 26, 0), l_hand=(2, -14, -6)),
    "call_under": dict(r_hand=(22, -5, -3), l_hand=(21, -6, 2), hip=(-1, 28.0, 0), pelvis=(0, 18, 0), chest=(0, 14, 0),
                       r_elbow=(-0.3, -1, 0.6), l_elbow=(-0.3, -1, -0.6), head=(-6, -10, 0), r_wrist=(150, 0),
                       l_wrist=(150, 0)),
}
CALL_TIMES = tuple(Fraction(n, 24) for n in (-5, -3, -1, 0, 2, 4, 7, 10))
CALL_BEATS = tuple(Fraction(n, 24) for n in (2, 2, 1, 2, 2, 3, 3, 2))


def _call(name: str, t: float) -> Pose:
    """A slap on the bag at 0: drawn back, struck with the open hand, held a moment, back to the stick."""
    base, hit = _stand(), over(_stand(), **CALLS[name], r_open=1, l_open=1)
    go = float(once([(-0.26, 0), (-0.11, 0.5), (0, 1), (0.05, 1.04), (0.2, 0.85), (0.44, 0)], t)[0])
    back = float(once([(-0.26, 0), (-0.12, 1), (0, 0), (0.44, 0)], t)[0])
    made = mix(base, hit, go)
    striking = [side for side in ("r", "l") if CALLS[name].get(f"{side}_hand", (0,))[0] > 8]
    made = add(made, **{f"{side}_hand": (-7 * back, 2 * back, 0) for side in striking})
    return over(made, r_open=1 if go > 0.2 else 0, l_open=1 if go > 0.2 else 0, mouth=1 if -0.05 < t < 0.2 else 0)


def _nod(t: float) -> Pose:
    """Two beats: he looks, and nods once, slowly. It is the highest praise there is."""
    dip = float(once([(0, 0), (0.3, 0), (0.5, 1), (0.72, 0.1), (1, 0)], t)[0])
    return add(_stand(), head=(0, 22 * dip - 6 * (1 - dip), 0), chest=(0, 3 * dip, 0), brow=1 if dip > 0.3 else 0)


def _kneel(t: float) -> Pose:
    """On one knee at the canvas, counting: the flat hand strikes the boards on the beat."""
    up = float(once([(0, 0), (0.1, 0.1), (0.55, 1), (0.75, 1), (1, 0)], t)[0])
    base = pose(hip=(-5, 25.0, 0), pelvis=(0, 18, 0), chest=(0, 30, 0), head=(-6, 15, 0), r_foot=(-24, 8.6, 6),
                r_step=(-60, 56, 0), l_foot=(9, 4.5, -6),
                l_hand=(11, -15, 0), l_elbow=(-0.8, -0.4, -0.9), r_plant=1, r_fist=(19, 5.5 + 13 * up, 9),
                r_elbow=(-0.6, -0.2, 1), r_wrist=(0, -40),
                r_open=1, mouth=1 if up < 0.3 else 0, breath=up)
    return add(base, chest=(0, -4 * up, 0), head=(0, 6 * _beat(t), 0))


def _shots(make: Callable[[float], Pose], times: list[float], staff: bool = True) -> tuple[Shot, ...]:
    extras = (props.stick,) if staff else ()
    return tuple(Shot((Figure(make(t), OLD, turn=FACING, extras=extras),), 0.0, planted=FEET) for t in times)


def _even(count: int) -> list[float]:
    return [n / count for n in range(count)]


def clips() -> list[Clip]:
    """Return every clip of the trainer."""
    made = [Clip("idle", _shots(lambda t: _idle(2 * t), _even(16)), even(16, 2), True),
            Clip("stick", _shots(_stick, _even(12)), even(12), True, Fraction(0), ((Fraction(0), "right_hand"),)),
            Clip("nod", _shots(_nod, _even(16)), even(16, 2)),
            Clip("kneel_count", _shots(_kneel, _even(12), False), even(12), True, Fraction(0),
                 ((Fraction(0), "right_hand"),))]
    at = sum(CALL_BEATS[:3], Fraction(0))
    for name in CALLS:
        part = "left_hand" if name == "call_high_left" else "right_hand"
        made.append(Clip(name, _shots(lambda t, n=name: _call(n, t), [float(t) for t in CALL_TIMES], False),
                         CALL_BEATS, False, at, ((at, part),)))
    return made


SHEET = Sheet("trainer", "gym", clips, scale=2.0, samples=3, sources=("anim/cast/trainer",))
