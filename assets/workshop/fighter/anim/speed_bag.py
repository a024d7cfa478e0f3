"""The speed bag: fists roll before the face; each strike is a short drop of the hand's heel."""
from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction

from ..clips import RESTING, Clip, Figure, Sheet, Shot, even
from ..curves import cyclic
from ..form import FORMS, LOOSE, Form, posture
from ..skeleton import Pose, add, over, pose
from ..space import turn_y, turn_z
from ..wardrobe import TANK_TOP
from .boxing import grounded
from .punches import BALL

# Under raised arms a vest has a lit belly below a shaded chest: in cotton of far apart tones that reads as bare skin.
VEST = TANK_TOP.but(cloth="EYEWHITE", rib="EYEWHITE")
YAW = -38.0
TIMES = tuple(Fraction(n, 24) for n in (-5, -3, -1, 0, 2, 4, 6))
BEATS = tuple(Fraction(n, 24) for n in (2, 2, 1, 2, 2, 2, 2))
SWIVEL = (51, 178)  # px from the ground point, right and up, at this sheet's scale


@dataclass(frozen=True)
class Carriage:
    """How he stands under the bag: height of the hips, how far apart (px), where elbows point, height of the fists."""

    height: float
    apart: float
    elbow: tuple[float, float, float]
    fists: float
    chest: float


CARRIAGES = {"stiff": Carriage(40.0, 5.0, (0.1, -1.0, 0.02), 61.5, 4.0),
             "loose": Carriage(42.0, 9.0, (0.15, -0.75, 0.6), 64.0, 3.0),
             "proud": Carriage(42.4, 13.0, (0.05, 0.05, 1.0), 65.5, -2.0)}


@dataclass(frozen=True)
class Slip:
    """How a strike goes wrong: fist above or below the bag (px), wrist, and how chest and head give way (degrees)."""

    high: float = 0.0
    wrist: float = 0.0
    lean: float = 0.0
    nod: float = 0.0
    roll: float = 0.0
    idle: float = 0.0


TRUE, EARLY, LATE = (Slip(), Slip(5.5, 55.0, -17.0, -20.0, -9.0, -2.0), Slip(-7.0, -40.0, 17.0, 20.0, 9.0, -12.0))


def _stand(form: Form) -> Pose:
    how = CARRIAGES[form.name]
    x, y, z = how.elbow
    return pose(hip=(0, how.height, 0), pelvis=(0, 2, 0), chest=(0, how.chest, 0), head=(-10, -5, 0),
                r_foot=(-how.apart, 4.5, 5), r_step=(0, 0, -25), l_foot=(how.apart, 4.5, -4), r_plant=1, l_plant=1,
                r_elbow=(x, y, z), l_elbow=(x, y, -z), r_wrist=(70, 0), l_wrist=(70, 0),
                r_fist=(15.5, how.fists, 4.5), l_fist=(15.5, how.fists, -4.5))


def _roll(side: str, q: float, form: Form) -> dict:
    """Return one fist on its small vertical oval; q = 0 is nearest the bag."""
    sign, size = (1 if side == "r" else -1), form.drive
    a, fists = 2 * math.pi * q, CARRIAGES[form.name].fists + 1.0
    return {f"{side}_fist": (15.6 + 2.6 * size * math.cos(a), fists + 3.4 * size * math.sin(a + 0.6),
                             sign * (4.4 - 0.6 * math.cos(a)))}


def _idle(n: int, count: int, form: Form) -> Pose:
    t = n / count
    body = over(_stand(form), **_roll("r", t * 2, form), **_roll("l", t * 2 + 0.5, form))
    down = (0.5 + 0.5 * math.cos(2 * math.pi * t)) ** 1.5
    late, d = math.sin(2 * math.pi * t), 0.45 + 0.55 * form.drive
    body = add(body, hip=(0.9 * late * d, (-2.4 * down + 0.5) * d, 0.8 * late * d), pelvis=(3 * late * d, 0, 0),
               chest=(5 * late * d, 1.6 * down, 0), breath=1.4 * late, r_fist=(0, -1.6 * down * d, 0),
               l_fist=(0, -1.6 * down * d, 0))
    return _carried(body, form)


def _carried(body: Pose, form: Form) -> Pose:
    """Return him carried in `form`, legs long enough for his stance; the bag hangs where it hangs, so fists stay."""
    return grounded(posture(body, form, 0.8))


def _strike(side: str, t: float, form: Form, slip: Slip) -> Pose:
    """Return the strike at `t` beats from the hit; `slip` says how it goes wrong."""
    sign = 1 if side == "r" else -1
    q = t / 0.6
    x = cyclic([(-0.35, 15.4), (-0.14, 18.4), (0, 22.2), (0.12, 22.9), (0.28, 18.0), (0.45, 15.4)], q, 0.9)[0]
    y = cyclic([(-0.35, 64.5), (-0.14, 73.0), (0, 73.6), (0.12, 69.6), (0.28, 64.4), (0.45, 63.6)], q, 0.9)[0]
    near = _held(t)
    wound = math.exp(-((t + 0.13) / 0.055) ** 2)  # just before: the knees give and the trunk winds the other way
    other, askew = "l" if side == "r" else "r", abs(slip.high) / 5.5
    fists = {f"{side}_fist": (x + 1.6 * askew * near, y + slip.high * near,
                              sign * (1.6 + 2.6 * (1 - near) + 4.0 * askew * near)),
             f"{side}_shoulder": (2.2 * near, 1.6 * near, 0), f"{side}_wrist": (70, slip.wrist * near)}
    body = add(over(_stand(form), **fists, **_roll(other, t * 1.5 + 0.45, form)),
               **{f"{other}_fist": (0.3 * slip.idle * near, slip.idle * near, 0)})
    # stiff strikes with the arm alone and leans after it; proud turns from the feet up
    turn, bow, step = (5, 9, 0.3) if form.drive < 1 else (20, 0, 2.0) if form.drive == 1 else (28, -6, 2.8)
    swing = near - 0.55 * wound
    body = add(body, chest=(sign * turn * swing, (bow + slip.lean) * near, slip.roll * near),
               pelvis=(sign * 0.5 * turn * swing, 0.3 * slip.lean * near, 0),
               hip=(step * swing + 0.16 * slip.lean * near, step * (0.35 * near - 1.2 * wound) - 1.5 * askew * near,
                    -sign * 0.8 * step * near),
               head=(0, slip.nod * near, slip.roll * near), brow=-askew, mouth=0.7 * askew * near)
    return _carried(_on_the_ball(body, side, (-7.5 * step * near, 4.0 * step * near)), form)


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


def _strike_clip(name: str, side: str, form: Form, slip: Slip) -> Clip:
    shots = tuple(Shot((Figure(_strike(side, float(t), form, slip), VEST),), YAW,
                       planted=("left_foot", "right_foot")) for t in TIMES)
    word = "left_hand" if side == "l" else "right_hand"
    return Clip(name, shots, BEATS, False, Fraction(5, 24), ((Fraction(5, 24), word),))


def _miss(n: int) -> Pose:
    """Both hands come up empty and hang at his sides while he looks at the bag, back bent, mouth open."""
    t = n / 12
    drop = min(1.0, t * 5) if t < 0.55 else max(0.0, 1 - (t - 0.55) / 0.38)
    drop = drop * drop * (3 - 2 * drop)
    return add(_stand(LOOSE), r_fist=(-9 * drop, -27 * drop, 5 * drop), l_fist=(-7 * drop, -26 * drop, -5 * drop),
               chest=(-8 * drop, 16 * drop, 0), pelvis=(0, 5 * drop, 0), hip=(-2 * drop, -2.0 * drop, 0),
               head=(0, -10 * drop, 10 * drop), brow=drop, mouth=0.8 * drop, r_shoulder=(0, -1.2 * drop, 0),
               l_shoulder=(0, -1.2 * drop, 0))


def clips() -> list[Clip]:
    """Return every clip at the speed bag."""
    made: list[Clip] = []
    for form in FORMS:
        shots = tuple(Shot((Figure(_idle(n, 12, form), VEST),), YAW,
                           planted=("left_foot", "right_foot")) for n in range(12))
        made.append(Clip(f"idle.{form.name}", shots, even(12), True, hold=RESTING))
        for side, word in (("l", "left"), ("r", "right")):
            made.append(_strike_clip(f"strike_{word}.{form.name}", side, form, TRUE))
    for side, word in (("l", "left"), ("r", "right")):
        made += [_strike_clip(f"strike_{word}_early", side, LOOSE, EARLY),
                 _strike_clip(f"strike_{word}_late", side, LOOSE, LATE)]
    made.append(Clip("miss", tuple(Shot((Figure(_miss(n), VEST),), YAW) for n in range(12)), even(12)))
    return made


SHEET = Sheet("speed_bag", "gym", clips, scale=2.0, samples=3,
              sources=("anim/boxing", "anim/punches", "anim/speed_bag"), facts={"swivel": SWIVEL})
