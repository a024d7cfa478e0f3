"""The speed bag: fists roll before the face; each strike is a short drop of the hand's heel."""
from __future__ import annotations

import math
from fractions import Fraction

from ..clips import Clip, Figure, Sheet, Shot, even
from ..curves import cyclic
from ..form import FORMS, LOOSE, Form
from ..skeleton import Pose, add, over, pose
from ..space import turn_y, turn_z
from ..wardrobe import TANK_TOP
from .boxing import carried
from .punches import BALL

YAW = -38.0
TIMES = tuple(Fraction(n, 24) for n in (-5, -3, -1, 0, 2, 4, 6))
BEATS = tuple(Fraction(n, 24) for n in (2, 2, 1, 2, 2, 2, 2))
SWIVEL = (51, 178)  # px from the ground point, right and up, at this sheet's scale


def _stand() -> Pose:
    return pose(hip=(0, 42, 0), pelvis=(0, 2, 0), chest=(0, 3, 0), head=(-10, -5, 0), r_foot=(-9, 4.5, 5),
                r_step=(0, 0, -25),
                l_foot=(9, 4.5, -4), r_plant=1, l_plant=1, r_elbow=(0.15, -1, 0.45), l_elbow=(0.15, -1, -0.45),
                r_wrist=(70, 0),
                l_wrist=(70, 0), r_fist=(15.5, 64, 4.5), l_fist=(15.5, 64, -4.5))


def _roll(side: str, q: float, size: float) -> dict:
    """Return one fist on its small vertical oval; q = 0 is nearest the bag."""
    sign = 1 if side == "r" else -1
    a = 2 * math.pi * q
    return {f"{side}_fist": (15.6 + 2.6 * size * math.cos(a), 65.0 + 3.4 * size * math.sin(a + 0.6),
                             sign * (4.4 - 0.6 * math.cos(a)))}


def _idle(n: int, count: int, form: Form) -> Pose:
    t = n / count
    body = over(_stand(), **_roll("r", t * 2, form.drive), **_roll("l", t * 2 + 0.5, form.drive))
    down = (0.5 + 0.5 * math.cos(2 * math.pi * t)) ** 1.5
    late, d = math.sin(2 * math.pi * t), 0.45 + 0.55 * form.drive
    body = add(body, hip=(0.9 * late * d, (-2.4 * down + 0.5) * d, 0.8 * late * d), pelvis=(3 * late * d, 0, 0),
               chest=(5 * late * d, 1.6 * down, 0), breath=1.4 * late, r_fist=(0, -1.6 * down * d, 0),
               l_fist=(0, -1.6 * down * d, 0))
    return carried(body, form)


def _strike(side: str, t: float, form: Form, off: float) -> Pose:
    """Return the strike at `t` beats from the hit. `off` > 0 strikes crookedly: high, wrist bent, shoulders askew."""
    sign = 1 if side == "r" else -1
    q = t / 0.6
    x = cyclic([(-0.35, 15.4), (-0.14, 18.4), (0, 22.2), (0.12, 22.9), (0.28, 18.0), (0.45, 15.4)], q, 0.9)[0]
    y = cyclic([(-0.35, 64.5), (-0.14, 73.0), (0, 73.6), (0.12, 69.6), (0.28, 64.4), (0.45, 63.6)], q, 0.9)[0]
    near = _held(t)
    wound = math.exp(-((t + 0.13) / 0.055) ** 2)  # just before: the knees give and the trunk winds the other way
    other = "l" if side == "r" else "r"
    fists = {f"{side}_fist": (x + 1.6 * off * near, y + 3.4 * off * near,
                              sign * (1.6 + 2.6 * (1 - near) + 4.0 * off * near)),
             f"{side}_shoulder": (2.2 * near, 1.6 * near, 0), f"{side}_wrist": (70, 45 * off * near)}
    body = over(_stand(), **fists, **_roll(other, t * 1.5 + 0.45, form.drive))
    # stiff strikes with the arm alone and leans after it; proud turns from the feet up
    turn, bow, step = (5, 9, 0.3) if form.drive < 1 else (20, 0, 2.0) if form.drive == 1 else (28, -6, 2.8)
    swing = near - 0.55 * wound
    body = add(body, chest=(sign * turn * swing, bow * near, -4 * off * near),
               pelvis=(sign * 0.5 * turn * swing, 0, 0),
               hip=(step * swing, step * (0.35 * near - 1.2 * wound), -sign * 0.8 * step * near),
               head=(0, 0, 10 * off * near), brow=-1.0 * off, mouth=0.7 * off * near)
    return carried(_on_the_ball(body, side, (-7.5 * step * near, 4.0 * step * near)), form)


def _held(t: float) -> float:
    """Return the share of the blow at `t` beats from the hit: full from the hit for a tenth of a beat."""
    return max(0.0, 1 + t * 5 if t < 0 else min(1.0, 1 - (t - 0.1) * 6))


def _on_the_ball(body: Pose, side: str, turned: tuple[float, float]) -> Pose:
    """Raise the heel on the striking side by a pitch and turn it inwards (degrees); the ball stays where it stands."""
    pitch, inward = turned
    sign = 1 if side == "r" else -1
    before, turn = body[f"{side}_foot"], float(body[f"{side}_step"][2])
    after = turn + sign * inward
    ball = before + turn_y(turn - sign * 6) @ BALL
    ankle = ball - turn_y(after - sign * 6) @ turn_z(pitch) @ BALL
    return over(body, **{f"{side}_foot": ankle, f"{side}_step": (pitch, -pitch, after)})


def _strike_clip(name: str, side: str, form: Form, off: float) -> Clip:
    shots = tuple(Shot((Figure(_strike(side, float(t), form, off), TANK_TOP),), YAW,
                       planted=("left_foot", "right_foot")) for t in TIMES)
    word = "left_hand" if side == "l" else "right_hand"
    return Clip(name, shots, BEATS, False, Fraction(5, 24), ((Fraction(5, 24), word),))


def _miss(n: int) -> Pose:
    """Hands come up empty and hang before him while he looks at the bag."""
    t = n / 10
    drop = math.sin(math.pi * min(1.0, t * 1.3)) if t < 0.77 else 0.0
    return add(_stand(), r_fist=(2 * drop, -7 * drop, 2 * drop), l_fist=(4 * drop, -5 * drop, -2 * drop),
               chest=(0, 7 * drop, 0),
               head=(0, 5 * drop, 10 * drop), brow=drop)


def clips() -> list[Clip]:
    """Return every clip at the speed bag."""
    made: list[Clip] = []
    for form in FORMS:
        shots = tuple(Shot((Figure(_idle(n, 12, form), TANK_TOP),), YAW,
                           planted=("left_foot", "right_foot")) for n in range(12))
        made.append(Clip(f"idle.{form.name}", shots, even(12), True))
        for side, word in (("l", "left"), ("r", "right")):
            made.append(_strike_clip(f"strike_{word}.{form.name}", side, form, 0.0))
    for side, word in (("l", "left"), ("r", "right")):
        made.append(_strike_clip(f"strike_{word}_off", side, LOOSE, 1.0))
    made.append(Clip("miss", tuple(Shot((Figure(_miss(n), TANK_TOP),), YAW) for n in range(10)), even(10)))
    return made


SHEET = Sheet("speed_bag", "gym", clips, scale=2.0, samples=3,
              sources=("anim/boxing", "anim/punches", "anim/speed_bag"), facts={"swivel": SWIVEL})
