"""The museum steps, from behind, so that left is left.

A step clip is drawn in the frame of the stair it lands on: the ground point is that stair's tread at his landing foot.
Before the contact he bears on the stair below (`rise` px lower, a tread back); after it he is carried onto the new one.
 The game moves him up by `rise` for every stair; the clips then join. The leap of two stairs is in leap.py.
"""
# ruff: noqa: C408 - tables of named channels read better as keywords
from __future__ import annotations

import math
from dataclasses import replace
from fractions import Fraction

from ..clips import Clip, Figure, Sheet, Shot, even
from ..curves import once
from ..form import FORMS, LOOSE, Form, posture
from ..lights import LIGHTS
from ..skeleton import Pose, add, mirror, mix, over, pose
from ..space import vec
from .leap import RISE, SCALE, SOLES, STAIR, YAW, leap_clip, place_foot
from .run import Gait, gait_for, run_pose

TREAD = 13.0  # units forward for one stair
TWELFTH = Fraction(1, 12)
RUN_UP = Gait(speed=150, stance=0.24, land=16, lift=5, kick=2, bounce=1.1, lean=11, chest=6, swing=1.1, nod=0, yaw=0)
MOST_HEEL = -52.0  # degrees: a foot that hung straight down would show its sole as a slab before the leg
STEP_TIMES = (-3, -2, -1, 0, 1, 2)  # twelfths of a beat from the landing


def _carried_down(t: float) -> float:
    """Return how far (units) a stair has sunk in the picture `t` beats from the landing, as the picture climbs."""
    return 2 * STAIR * t


def _step(t: float, form: Form) -> Pose:
    """Return the left step at `t` beats from its landing. A planted foot sinks with its stair as the picture climbs."""
    rise, tread = STAIR, TREAD
    d, span = form.drive, 0.25
    u = (t + span) / (2 * span)  # 0 = a quarter beat before the landing, 1 = a quarter after
    knee = 2.5 if d < 1 else 10.0 if d == 1 else 15.0
    # the foot that lands: knee high, then down on the tread, and there it stays
    x = float(once([(0, -tread * 0.95), (0.30, -2.0), (0.5, 0), (1, 0)], u)[0])
    y = float(once([(0, 4.0 - rise * 0.2), (0.25, knee + 2), (0.5, 0)], u)[0]) if u < 0.5 else -_carried_down(t)
    l_foot, l_step = place_foot((x + 3, y), float(once([(0, -40), (0.28, -8), (0.5, 0), (1, 0)], u)[0]), -3.2)
    # the foot that pushes off from the stair below, trails, and swings up for the next
    rx = float(once([(0, -tread), (0.55, -tread), (0.78, -tread - 6), (1, -tread * 0.95 + tread)], u)[0])
    ry = float(once([(0.5, -rise), (0.78, -rise * 0.6 + 11), (1, 4.0 - rise * 0.2)], u)[0])
    ry = -rise - _carried_down(t) if u < 0.5 else ry
    heel = float(once([(0, 0), (0.2, -8), (0.55, -52), (0.78, -58), (1, -40)], u)[0])
    r_foot, r_step = place_foot((rx + 3, ry), heel, 3.2, max(0.0, -heel) if u < 0.6 else 0.0)
    hip_x = float(once([(0, -tread * 0.95), (0.5, -tread * 0.42), (1, -tread * 0.0)], u, (vec(tread), vec(tread)))[0])
    hip_y = float(once([(0, 39.6 - rise * 0.5), (0.3, 41.4 - rise * 0.5), (0.5, 38.2 - rise * 0.2),
                        (0.66, 37.2 - rise * 0.25), (1, 39.6 - rise * 0.5)], u)[0])
    swing = math.cos(math.pi * (u - 0.5))
    hard = 0.5 if d < 1 else 1.0 if d == 1 else 1.3
    # from behind a thigh shows by the knee that opens, the hip that rises with it and the weight over the other leg
    rising = float(once([(0, 0.35), (0.25, 1), (0.5, 0.3), (0.75, 0)], u)[0])
    leaving = float(once([(0.5, 0), (0.8, 0.5), (1, 0.35)], u)[0])
    sway = float(once([(0, 0.6), (0.25, 1.6), (0.5, 0.2), (0.72, -1.5), (1, -0.6)], u)[0])
    body = pose(hip=(hip_x, hip_y, sway * hard), pelvis=(-11 * swing * hard, 12, (9 * rising - 6 * leaving) * hard),
                chest=(27 * swing * hard, 9, (-7 * swing - 5 * rising) * hard), l_knee=12 + 24 * rising,
                r_knee=12 + 24 * leaving, head=(0, 0, 0), l_foot=l_foot, l_step=l_step, r_foot=r_foot, r_step=r_step,
                **_arms(u, d))
    return posture(body, form)


def _arms(u: float, drive: float) -> dict:
    """Arms against legs: when the left foot lands the right fist is forward; they cross at both ends.

    Seen from behind, a stiff man's elbows stay at his ribs and a proud man's swing wide.
    """
    a = math.sin(math.pi * u)  # 0 at the ends, 1 at the landing
    s = 0.5 if drive < 1 else 1.0 if drive == 1 else 1.4
    out = 0.35 if drive < 1 else 0.9 if drive == 1 else 1.5
    forward, back = (6 + 8.5 * s * a, -14 + 9 * s * a), (5 - 11 * s * a, -16.5 - 1.5 * a)
    wide = -2.0 if drive < 1 else 0.0 if drive == 1 else 2.0
    return dict(r_hand=(*forward, 2 - 3 * a + wide), l_hand=(*back, -3 - 2.5 * a - wide), r_elbow=(-1, -0.35, out),
                l_elbow=(-1, -0.35, -out), r_wrist=(90, 0), l_wrist=(90, 0))


def _amiss(body: Pose, t: float, fault: str) -> Pose:
    """Return a left step that caught the edge: early he is tipped to the other side, late he sinks over the foot."""
    share = float(once([(-0.1, 0), (0.0, 1), (0.12, 1), (0.3, 0.5)], t)[0])
    if fault == "early":
        tipped = over(body, r_hand=(2, -3, 20), r_elbow=(0, 0.4, 1), l_hand=(5, -12, -8))
        return add(mix(body, tipped, share), pelvis=(0, 0, 10 * share), chest=(0, -4 * share, 22 * share),
                   head=(0, -10 * share, 15 * share), hip=(0, 2.5 * share, 4.5 * share))
    sunk = over(body, l_hand=(2, -19, -11), r_hand=(3, -19, 10), l_elbow=(-0.4, 0, -1), r_elbow=(-0.4, 0, 1))
    return add(mix(body, sunk, share), pelvis=(0, 14 * share, -7 * share), chest=(0, 22 * share, -14 * share),
               head=(0, 30 * share, -10 * share), hip=(0, -6.5 * share, -3.0 * share))


def _step_clip(name: str, form: Form, foot: str, fault: str = "") -> Clip:
    shots = []
    standing = "right_foot" if foot == "left_foot" else "left_foot"
    for n in STEP_TIMES:
        body = _step(n / 12, form)
        body = _amiss(body, n / 12, fault) if fault else body
        body = mirror(body) if foot == "right_foot" else body
        shots.append(Shot((Figure(body, extras=SOLES),), YAW, planted=(foot,) if n >= 0 else (standing,)))
    return Clip(name, tuple(shots), (TWELFTH,) * len(shots), False, Fraction(1, 4), ((Fraction(1, 4), foot),),
                hold=0.05, facts=(("stairs", 1),))


def _stumble(t: float) -> Pose:
    """The toe catches the edge: he falls on a hand, scrambles, and is up."""
    fall = float(once([(0, 0), (0.22, 1), (0.42, 1), (0.8, 0.2), (1, 0)], t)[0])
    body = _step(-0.25 + 0.001, LOOSE)
    low = over(body, hip=(-9, 26.5, 0), pelvis=(0, 44, 0), chest=(6, 30, 0), head=(0, 25, 0), r_plant=1,
               r_fist=(12, STAIR + 3.6, 20), r_open=1,
               r_elbow=(-0.6, 0.2, 1), l_hand=(-2, -14, -12), l_elbow=(-0.6, 0.1, -1))
    made = mix(body, low, fall)
    return over(made, r_open=1 if fall > 0.4 else 0, l_foot=(-2 - 7 * (1 - fall), 4.5 + 4 * (1 - fall), -4),
                l_step=(-8, 0, 0))


def _away(phase: float, form: Form) -> Pose:
    """Return the run up to the stairs at `phase`, as it reads from behind.

    Depth is not seen there, so its signs are the heel that comes up behind the knee, the elbow that comes out behind
    the ribs on the other side, the hip that carries and the shoulder that drops over it. A knee that opened would
    swing the whole leg out to the side.
    """
    gait = gait_for(RUN_UP, form)
    # a heel that came up to the seat would leave the knee no way but aside
    body = run_pose(phase, replace(gait, kick=min(gait.kick, RUN_UP.kick), lift=min(gait.lift, RUN_UP.lift)))
    hard = 0.5 if form.drive < 1 else 1.0 if form.drive == 1 else 1.3
    bears = math.cos(2 * math.pi * (phase - 0.12))  # 1 over the left foot, -1 over the right
    body = add(over(body, l_knee=-3, r_knee=-3), hip=(0, 0, -1.7 * bears * hard), pelvis=(0, 0, -4 * bears * hard),
               chest=(0, 0, 9 * bears * hard), head=(10, 0, 0))
    for side, sign, lag in (("l", -1, 0.5), ("r", 1, 0.0)):
        behind = 0.5 + 0.5 * math.cos(2 * math.pi * (phase - lag))  # 1 when this elbow is hindmost
        aside = sign * (2.5 + 4.0 * behind) * hard
        pitch, toe, roll = body[f"{side}_step"]
        body = over(body, **{f"{side}_step": (max(pitch, MOST_HEEL), toe, roll)})
        body = add(body, **{f"{side}_hand": (0, 1.5 * behind, aside - sign * 4.5 * (1 - behind)),
                            f"{side}_elbow": (0, 0.1, sign * 0.6 * hard)})
    return body


def _run_clip(form: Form) -> Clip:
    shots = tuple(Shot((Figure(_away(n / 16, form), extras=SOLES),), YAW) for n in range(16))
    return Clip(f"run.{form.name}", shots, even(16), True, None,
                ((Fraction(0), "left_foot"), (Fraction(1, 2), "right_foot")), hold=0.05)


def clips() -> list[Clip]:
    """Return every clip of the steps."""
    made: list[Clip] = []
    for form in FORMS:
        made.append(_run_clip(form))
        made += [_step_clip(f"step_{word}.{form.name}", form, f"{word}_foot") for word in ("left", "right")]
        made.append(leap_clip(f"leap.{form.name}", form))
    for fault in ("early", "late"):
        made += [_step_clip(f"step_{word}_{fault}", LOOSE, f"{word}_foot", fault) for word in ("left", "right")]
    made += [leap_clip(f"leap_{fault}", LOOSE, fault) for fault in ("early", "late", "miss")]
    made.append(Clip("stumble", tuple(Shot((Figure(_stumble((n + 0.5) / 12), extras=SOLES),), YAW) for n in range(12)),
                     even(12), False, None, ((Fraction(1, 4), "right_hand"),)))
    return made


# The noon of the others with the sun at his left, where it stands over the stairs.
LIGHTS["climb"] = replace(LIGHTS["noon"], name="climb", key=(-0.66, 0.66, 0.36), fill=(0.5, 0.2, 0.8),
                          rim=(-0.8, 0.6), rim_colour="ffe6b4")
SHEET = Sheet("steps", "climb", clips, scale=SCALE, far_down=False, sources=("anim/run", "anim/leap", "anim/steps"),
              facts={"rise": RISE})
