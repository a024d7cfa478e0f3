"""Sit-ups over the apron's edge. The ground point is the edge itself: y = 0 is the apron's top, the void is left."""
from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction

from ..clay import Clay, Stuff
from ..clips import MOVING, RESTING, Clip, Extra, Figure, Sheet, Shot, even
from ..form import FORMS, LOOSE, Form
from ..head import BOTH, SKULL
from ..palette import MAT
from ..skeleton import Pose, add, mix, over, pose
from ..space import vec
from ..wardrobe import SHIRTLESS

YAW = -20.0
FEET = ("left_foot", "right_foot")
FACE = 6  # the part of skin that is his face
CHIN_DEGREES, CHIN_UP = 32.0, 0.5  # hanging, his chin is drawn in so far that eye and brow are seen; gone so far up


def _eyes(body: Pose) -> Extra:
    """Return brows of clay, drawn down or raised as he does, and the white below them: they turn with a head that
    hangs, where painted ones, which keep to the picture's rows, are lost in its shade. There they are heavier too.
    """
    lift, hung = float(body["brow"][0]), min(1.0, max(0.0, (-40 - body["pelvis"][1] - body["chest"][1]) / 60))

    def build(clay: Clay, joints: dict) -> None:
        dark, white = Stuff(MAT["EYE"], SKULL, FACE, 0, 0, True), Stuff(MAT["EYEWHITE"], SKULL, FACE, 0, 0, True)
        head, tilt = joints["head"], joints["tilt"]
        for side in BOTH:
            inner = vec(5.7 + 0.2 * hung, 1.8 + 0.5 * lift, (1.3 - 0.5 * hung) * side)
            outer = vec(4.5, 2.1 + 0.1 * lift, 3.7 * side)
            clay.cone(head + tilt @ inner, head + tilt @ outer, (0.75 + 0.15 * hung, 0.55 + 0.1 * hung), dark)
            white_of = (0.7 + 0.1 * hung, 0.7 + 0.25 * hung, 1.15 + 0.25 * hung)
            if float(body["eyes"][0]) > 0.5:
                clay.ball(head + tilt @ vec(4.95, 0.3, 2.2 * side), tilt, white_of, white)
    return build


def _body(t: float, form: Form) -> Pose:
    """Return him at `t`: 0 hanging head down over the edge, 1 sitting up. Arms are crossed, the face turned to us."""
    d = form.drive
    reach = 0.84 if d < 1 else 1.0 if d == 1 else 1.06
    up = t * reach
    pelvis, chest = -100 + 30 * up, -42 + (116 if d <= 1 else 112) * up
    curl = math.sin(math.pi * min(1.0, max(0.0, t)))
    chest += (22 if d < 1 else 12) * curl  # he curls up, neck and ribs first
    spine = pelvis + chest
    nod = spine + 14 - 4 * up + (12 if d < 1 else 0) + (10 * curl) + CHIN_DEGREES * max(0.0, 1.0 - up / CHIN_UP)
    return pose(hip=(4.5, 7.4 + 2.0 * up, 0), pelvis=(0, pelvis, 0), chest=(0, chest, 0), head=(0, nod, 0), look=-40,
                r_foot=(34, 5.6, 6), l_foot=(35, 5.6, -6),
                r_step=(24, 0, 0), l_step=(24, 0, 0), r_knee=8, l_knee=8, r_hand=(9.0, -1.5, -9.0),
                l_hand=(10.0, 0.5, 9.0),
                r_elbow=(0.3, -1, 0.9), l_elbow=(0.3, -1, -0.9), r_wrist=(30, 0), l_wrist=(30, 0), breath=1 - 2 * t,
                brow=-1 if 0.1 < t < 0.95 else 0, mouth=1 if 0.25 < t < 0.9 else 0)


def _hang(n: int, form: Form) -> Pose:
    air = math.sin(2 * math.pi * n / 12)
    return add(_body(0.015 * (1 + air), form), breath=air, hip=(0, 0.2 * air, 0))


def _top(n: int, form: Form) -> Pose:
    air = math.sin(2 * math.pi * n / 8)
    return add(_body(1.0 - 0.012 * (1 + air), form), breath=air)


@dataclass(frozen=True)
class Twist:
    """How a twist goes: share of the turn, how the trunk tips (degrees), how far he falls back, arms flung or not."""

    wide: float = 1.0
    lean: float = 0.0
    fall: float = 0.0
    flung: float = 0.0
    nod: float = 0.0


TWISTS = {"early": Twist(0.45, -20.0, 0.16, 0.0, -20.0), "late": Twist(1.2, 24.0, 0.0, 0.0, 25.0),
          "miss": Twist(-0.35, -10.0, 0.3, 1.0, 10.0)}


def _twist(t: float, sign: float, form: Form, how: Twist | None = None) -> Pose:
    """At the top: elbow across to the other knee and back. sign 1 turns his left side away (twist right)."""
    how = how or Twist()
    go = math.sin(math.pi * t) ** 0.8 if 0 < t < 1 else 0.0
    wide = (40 if form.drive < 1 else 54 if form.drive == 1 else 62) * how.wide
    body = _body(1.0 - how.fall * go, form)
    # the near arm comes across below the chin, and the face turns less, so that it is seen
    low, face = (-11.0, 0.0) if sign > 0 else (0.0, 20.0)
    turned = add(body, chest=(sign * wide * go, (7 + how.lean) * go, 0), head=(sign * face * go, (5 + how.nod) * go, 0),
                 pelvis=(sign * 6 * go * how.wide, 0, 0), r_hand=(0, (6 + low) * go, 3 * go),
                 l_hand=(0, (6 + 0.4 * low) * go, -3 * go), r_elbow=(0, 0.05 * low * go, 0.06 * low * go),
                 mouth=go, brow=1.0 if how.flung else 0.0)
    if how.flung:
        side = "l" if sign > 0 else "r"
        caught = over(turned, **{f"{side}_plant": 1, f"{side}_fist": (-17, 8.0, 13 if side == "r" else -13),
                                 f"{side}_elbow": (-0.6, 0.4, 1 if side == "r" else -1), f"{side}_open": 1})
        turned = over(mix(turned, caught, go), **{f"{side}_open": 1 if go > 0.4 else 0})
    return turned


def _rise_badly(n: int, fault: str) -> Pose:
    """Return frame `n` of eight: early he throws himself up by his arms; late his head hangs and the back lifts last.
    """
    if fault == "early":
        t = (0.35, 0.72, 0.92, 1.04, 0.98, 0.94, 0.98, 1.0)[n]
        thrown = math.sin(math.pi * min(1.0, (n + 1) / 7))
        body = _body(t, LOOSE)
        flung = over(body, r_hand=(17, 8, 2), l_hand=(17, 9, -2), r_elbow=(0.2, -0.8, 1), l_elbow=(0.2, -0.8, -1))
        return add(mix(body, flung, thrown), chest=(0, 16 * thrown, 0), head=(0, -10 * thrown, 0), brow=1)
    t = (0.06, 0.16, 0.3, 0.46, 0.62, 0.78, 0.91, 1.0)[n]
    hung = math.sin(math.pi * t)
    return over(add(_body(t, LOOSE), chest=(0, -26 * hung, 0), head=(0, -55 * hung, 0), r_hand=(-2, -7 * hung, 2),
                    l_hand=(-2, -7 * hung, -2)), mouth=1, eyes=0 if 1 < n < 5 else 1, brow=1)


def _down_badly(t: float) -> Pose:
    """Let go too early: he stops half way, jerks, curled up and teeth set, then sinks."""
    held = (1.0, 0.8, 0.58, 0.56, 0.66, 0.62, 0.5, 0.34, 0.18, 0.0)
    place = min(8.999, t * 9)
    n = int(place)
    now = held[n] + (held[n + 1] - held[n]) * (place - n)
    hard = math.sin(math.pi * min(1.0, t * 1.2))
    return over(add(_body(now, LOOSE), chest=(0, 20 * hard, 0), head=(0, 18 * hard, 0), l_foot=(-3 * hard, 9 * hard, 0),
                    l_step=(18 * hard, 0, 0)), mouth=1, brow=-1, eyes=0 if 0.2 < t < 0.5 else 1)


def _drop(t: float) -> Pose:
    """Let go too late: he falls back, arms thrown, and bounces once."""
    fall = min(1.0, (t / 0.45) ** 1.6)
    bounce = math.sin(math.pi * (t - 0.45) / 0.3) * 0.09 if 0.45 < t < 0.75 else 0.0
    body = _body(1.0 - fall + bounce, LOOSE)
    flung = over(body, r_hand=(4, 20, 10), l_hand=(5, 20, -10), r_elbow=(0.5, 0.2, 1), l_elbow=(0.5, 0.2, -1))
    return over(mix(body, flung, 0.9 * math.sin(math.pi * min(1, t * 1.15))), mouth=1, eyes=0 if 0.3 < t < 0.7 else 1,
                brow=1)


def _miss(t: float) -> Pose:
    """He hangs, arms loose past his head, for a beat."""
    loose = math.sin(math.pi * min(1.0, t * 1.02)) ** 0.5
    sway = math.sin(2 * math.pi * t * 1.5)
    body = _body(0.0, LOOSE)
    limp = over(body, r_hand=(2 + 2 * sway, 24, 6), l_hand=(3 + 2 * sway, 24, -6), r_elbow=(0.6, 0.2, 1),
                l_elbow=(0.6, 0.2, -1), r_open=1, l_open=1)
    made = over(add(mix(body, limp, loose), chest=(0, -4 * loose, 0)), eyes=0 if 0.15 < t < 0.8 else 1, mouth=1)
    return over(made, r_open=1 if loose > 0.5 else 0, l_open=1 if loose > 0.5 else 0)


def _clip(name: str, poses: list[Pose], beats: tuple[Fraction, ...], contact: Fraction | None = None) -> Clip:
    feet = FEET[1:] if name == "drop_early" else FEET  # he kicks the left one up
    men = [Figure(p, SHIRTLESS, extras=(_eyes(p),)) for p in poses]
    shots = tuple(Shot((man,), YAW, planted=feet) for man in men)
    loops = name.startswith(("hang", "top"))
    return Clip(name, shots, beats, loops, contact, () if contact is None else ((contact, "head"),),
                hold=RESTING if loops else MOVING)


def _ease(t: float) -> float:
    return t * t * (3 - 2 * t)


def clips() -> list[Clip]:
    """Return every clip of the sit-ups."""
    made: list[Clip] = []
    half = Fraction(1, 2)
    for form in FORMS:
        made += [_clip(f"hang.{form.name}", [_hang(n, form) for n in range(12)], even(12)),
                 _clip(f"up.{form.name}", [_body(_ease((n + 1) / 8), form) for n in range(8)], even(8, half),
                       half * 7 / 8),
                 _clip(f"top.{form.name}", [_top(n, form) for n in range(8)], even(8)),
                 _clip(f"down.{form.name}", [_body(1 - _ease((n + 1) / 8), form) for n in range(8)], even(8, half),
                       half * 7 / 8)]
        for word, sign in (("left", -1.0), ("right", 1.0)):
            made.append(_clip(f"twist_{word}.{form.name}", [_twist((n + 1) / 10, sign, form) for n in range(10)],
                              even(10, Fraction(5, 6)), Fraction(1, 3)))
    made += _faults()
    made.append(_clip("drop", [_drop((n + 1) / 12) for n in range(12)], even(12)))
    made.append(_clip("miss", [_miss(n / 12) for n in range(13)], even(13)))
    return made


def _faults() -> list[Clip]:
    """Return the twists and risings that come early, late or not at all, and the letting go that comes early."""
    half, made = Fraction(1, 2), []
    for fault in ("early", "late"):
        made.append(_clip(f"up_{fault}", [_rise_badly(n, fault) for n in range(8)], even(8, half), half * 7 / 8))
    for word, sign in (("left", -1.0), ("right", 1.0)):
        made += [_clip(f"twist_{word}_{fault}", [_twist((n + 1) / 10, sign, LOOSE, how) for n in range(10)],
                       even(10, Fraction(5, 6)), Fraction(1, 3)) for fault, how in TWISTS.items()]
    return [*made, _clip("drop_early", [_down_badly((n + 1) / 10) for n in range(10)], even(10, Fraction(5, 6)))]


SHEET = Sheet("sit_ups", "gym", clips, scale=2.0, samples=3, sources=("anim/sit_ups",))
