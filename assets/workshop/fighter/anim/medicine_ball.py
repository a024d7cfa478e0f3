"""The medicine ball: he leans back on his elbows on the apron (y = 0 is its top) and takes the ball on the stomach."""
from __future__ import annotations

import math
from fractions import Fraction

from ..clips import MOVING, RESTING, Clip, Figure, Sheet, Shot, even
from ..curves import once
from ..form import FORMS, LOOSE, Form
from ..skeleton import Pose, add, mix, over, pose
from ..wardrobe import SHIRTLESS

YAW = -24.0
BRACE_TIMES = (-4, -2, -1, 0, 1, 2, 4, 7, 10)  # twenty-fourths of a beat from the impact
BRACE_BEATS = (2, 1, 1, 1, 1, 2, 3, 3, 2)


def _lean(form: Form) -> Pose:
    """Propped on both elbows, knees up, eyes on the ball."""
    d = form.drive
    back = -66 if d < 1 else -64 if d == 1 else -62
    return pose(hip=(2, 7.6, 0), pelvis=(0, back - 14, 0), chest=(0, 22, 0), head=(-10, 0 if d < 1 else -10, 0),
                look=-10, r_foot=(28, 4.5, 7),
                l_foot=(31, 4.5, -7), r_knee=10, l_knee=10, r_plant=1, l_plant=1, r_fist=(-5.5, 4.0, 15),
                l_fist=(-4.5, 4.0, -14),
                r_elbow=(-0.9, -1, 0.25), l_elbow=(-0.9, -1, -0.25), r_wrist=(90, 0), l_wrist=(90, 0),
                r_shoulder=(0.6, 1.5 + 0.5 * (d < 1), 0), l_shoulder=(0.6, 1.5 + 0.5 * (d < 1), 0),
                brow=-1 if d < 1 else 0)


def _idle(n: int, form: Form) -> Pose:
    t = n / 12
    air, down = math.sin(2 * math.pi * t), max(0.0, math.cos(2 * math.pi * t)) ** 2
    return add(_lean(form), breath=1.2 * air, chest=(0, -1.2 * air - 1.2 * down, 0), hip=(0, 0.25 * air, 0))


def _brace(t: float, form: Form) -> Pose:
    """Hard as a board at 0; the proud man does not move at all, the stiff one rocks."""
    tight = float(once([(-0.2, 0), (-0.04, 1), (0.1, 1), (0.42, 0)], t)[0])
    rock = float(once([(-0.05, 0), (0.03, 1), (0.12, 0.6), (0.35, 0)],
                      t)[0]) * (2.0 if form.drive < 1 else 1.0 if form.drive == 1 else 0.5)
    body = add(_lean(form), chest=(0, 5 * tight + 2 * rock, 0), pelvis=(0, 2 * tight - 1.5 * rock, 0),
               head=(0, 9 * tight, 0), hip=(-0.6 * rock, -0.5 * rock, 0),
               r_shoulder=(0.8 * tight, 1.0 * tight, 0), l_shoulder=(0.8 * tight, 1.0 * tight, 0), breath=-1.5 * tight)
    return over(body, eyes=0 if -0.06 < t < 0.1 else 1, brow=-1, mouth=1 if 0.05 < t < 0.2 else 0)


def _hurt(t: float, deep: float) -> Pose:
    """The ball sinks in: the body folds round it, feet come up, breath goes. deep 1 = folded, 0.5 = flinched."""
    sink = float(once([(-0.12, -0.15), (0, 0.25), (0.12, 1), (0.34, 0.9), (0.8, 0)], t)[0]) * deep
    body = _lean(LOOSE)
    clutch = over(body, r_fist=(7, 14, 7), l_fist=(8, 14, -6), r_elbow=(-0.6, -0.6, 1), l_elbow=(-0.6, -0.6, -1))
    folded = mix(body, clutch, min(1.0, max(0.0, sink) * (1.0 if deep > 0.8 else 0.0)))
    folded = add(folded, chest=(0, 40 * sink, 0), pelvis=(0, 14 * sink, 0), head=(0, 36 * sink, 0),
                 hip=(1.5 * sink, -0.6 * sink, 0),
                 r_foot=(-6 * sink, 8 * sink, 0), l_foot=(-5 * sink, 10 * sink, 0), r_step=(14 * sink, 0, 0),
                 l_step=(18 * sink, 0, 0))
    return over(folded, eyes=0 if 0 < t < 0.5 else 1, mouth=1 if -0.02 < t < 0.7 else 0, brow=1)


def _wince(t: float) -> Pose:
    """Too late: hard only when the ball has gone in; he is rolled on to his far elbow, one hand on the ribs."""
    rolled = float(once([(-0.12, 0), (0.02, 0.3), (0.14, 1), (0.4, 0.85), (0.8, 0)], t)[0])
    body = _lean(LOOSE)
    held = over(body, r_fist=(-2, 15, 12), r_elbow=(-0.6, -0.3, 1))
    turned = add(mix(body, held, min(1.0, rolled * 1.3)), chest=(-22 * rolled, -10 * rolled, -16 * rolled),
                 pelvis=(-8 * rolled, -4 * rolled, 0), head=(-10 * rolled, -25 * rolled, 0),
                 r_foot=(-2 * rolled, 9 * rolled, 0), r_step=(20 * rolled, 0, 0), hip=(-1.0 * rolled, 0.4 * rolled, 0))
    return over(turned, eyes=0 if 0.05 < t < 0.4 else 1, mouth=1 if -0.02 < t < 0.6 else 0, brow=-1)


def _clip(name: str, poses: list[Pose], beats: tuple[Fraction, ...], contact: Fraction | None) -> Clip:
    shots = tuple(Shot((Figure(p, SHIRTLESS),), YAW) for p in poses)
    loops = name.startswith("idle")
    return Clip(name, shots, beats, loops, contact, () if contact is None else ((contact, "ball"),),
                hold=RESTING if loops else MOVING)


def clips() -> list[Clip]:
    """Return every clip of the medicine ball."""
    beats = tuple(Fraction(n, 24) for n in BRACE_BEATS)
    hit = Fraction(1, 6)
    made: list[Clip] = []
    for form in FORMS:
        made.append(_clip(f"idle.{form.name}", [_idle(n, form) for n in range(12)], even(12), None))
        made.append(_clip(f"brace.{form.name}", [_brace(n / 24, form) for n in BRACE_TIMES], beats, hit))
    times = [-4 + 2 * n for n in range(12)]
    made.append(_clip("flinch", [_hurt(n / 24, 0.5) for n in times], even(12), Fraction(1, 6)))
    # a miss is known only when the ball has gone in: he is folded round it at once
    made.append(_clip("fold", [_hurt((n + 5) / 24, 1.0) for n in times], even(12), None))
    made.append(_clip("brace_late", [_wince(n / 24) for n in times], even(12), Fraction(1, 6)))
    return made


SHEET = Sheet("medicine_ball", "gym", clips, scale=2.0, samples=3, sources=("anim/medicine_ball",))
