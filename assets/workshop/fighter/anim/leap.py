"""The leap of two stairs, from behind: crouch, burst, a long way through the air with both feet off the stone, landing.

Its clip runs from a quarter beat before the press to a quarter after the landing, which is half a beat after the press.
The ground point is where he would be if he ran: it climbs a stair each half beat, and so the stairs he stands on sink.
"""
# ruff: noqa: C408 - tables of named channels read better as keywords
from __future__ import annotations

from fractions import Fraction

from ..clay import Clay, Stuff
from ..clips import Clip, Extra, Figure, Shot
from ..curves import once, once_pose
from ..form import Form, posture
from ..palette import MAT
from ..skeleton import Pose, add, over, pose
from ..space import turn_z, vec
from .run import BALL

YAW = 94.0
SCALE = 1.36
RISE = 10  # px on the screen for one stair
LANDS = 0.5  # beats from the press to the landing
TIMES = tuple(range(-6, 17))  # twenty-fourths of a beat from the press: he moves too far in a twelfth
STAIR = RISE / SCALE


def _tread(clay: Clay, joints: dict) -> None:
    """The dark heel and the dark ball under each sole, shown with every heel: a plain sole is a bar beside his leg."""
    for side, group, part in (("r", 41, 14), ("l", 51, 15)):
        tread = Stuff(MAT["SHOE"], group, part, 0, 0.3, True)
        foot, toe = joints[f"{side}_sole"], joints[f"{side}_toe"]
        ball = joints[f"{side}_ankle"] + foot @ vec(5.6, -2.0, 0)
        clay.box(joints[f"{side}_ankle"] + foot @ vec(-1.9, -4.6, 0), foot, (2.4, 0.7, 2.3, 0.6), tread)
        clay.box(ball + toe @ vec(0.9, -2.65, 0), toe, (4.3, 0.7, 2.3, 0.6), tread)


SOLES: tuple[Extra, ...] = (_tread,)


def place_foot(ball: tuple[float, float], pitch: float, z: float, toe: float = 0.0) -> tuple[tuple, tuple]:
    """Return ankle and foot channels that put the ball of the foot at (x, y)."""
    ankle = vec(ball[0], ball[1] + 2.5, 0) - turn_z(pitch) @ BALL
    return (ankle[0], ankle[1], z), (pitch, toe, 0)


def _below(t: float) -> float:
    """Return the height of the stair he leaps from, which sinks as the picture climbs."""
    return -STAIR * (1 + 2 * t)


def _above(t: float) -> float:
    """Return the height of the stair he lands on: that of the ground point at the landing."""
    return STAIR * 2 * (LANDS - t)


def _legs(t: float, height: float) -> dict:
    """Return the feet: both on the stair, both tucked high behind the knees, the left down first, the right after."""
    tucked = 13.0 + height
    ly = float(once([(0.0, _below(0.0)), (0.12, tucked * 0.7), (0.27, tucked), (0.40, 11.0), (LANDS, 0.0)], t)[0])
    ry = float(once([(0.03, _below(0.03)), (0.16, tucked * 0.6), (0.32, tucked + 2.0), (0.46, 15.0), (0.58, 8.0),
                     (0.75, 3.0)], t)[0])
    ly = _below(t) if t < 0.0 else _above(t) if t > LANDS else ly
    ry = _below(t) if t < 0.03 else ry
    pitch = float(once([(-0.12, 0), (0.0, -46), (0.14, -78), (0.3, -52), (0.42, -10), (LANDS, 0)], t)[0])
    behind = float(once([(-0.12, 0), (0.03, -50), (0.18, -84), (0.34, -62), (0.5, -30), (0.62, -48),
                         (0.75, -40)], t)[0])
    l_foot, l_step = place_foot((2.0, ly), pitch, -4.4, max(0.0, -pitch) if t < 0.02 else 0.0)
    r_foot, r_step = place_foot((-3.0, ry), behind, 4.4, max(0.0, -behind) if t < 0.04 else 0.0)
    return dict(l_foot=l_foot, l_step=l_step, r_foot=r_foot, r_step=r_step)


def _leap(t: float, form: Form, fault: str) -> Pose:
    """Return the leap at `t` beats from the press."""
    d = form.drive
    low = 0.55 if fault == "late" else 0.0 if fault == "miss" else 1.0
    height = (5.0 if d < 1 else 10.0 if d == 1 else 13.0) * low
    sunk = 9.0 if fault == "late" else 3.0
    keys = [(-0.25, dict(hip=(-4, 39.6 - STAIR * 0.5, 0), pelvis=(0, 12, 0), chest=(0, 9, 0), **_hung(0.0))),
            (-0.06, dict(hip=(-5, 29.5 - STAIR, 0), pelvis=(0, 26, 0), chest=(0, 24, 0), head=(0, 10, 0),
                         **_hung(1.0))),
            (0.02, dict(hip=(-2, 36.0 - STAIR * 0.6, 0), pelvis=(0, 14, 0), chest=(0, 8, 0), **_thrown(0.45, d))),
            (0.14, dict(hip=(0, 41.0 + height * 0.75, 0), pelvis=(0, 4, 0), chest=(0, -6, 0), head=(0, -15, 0),
                        **_thrown(1.0, d))),
            (0.28, dict(hip=(0, 42.0 + height, 0), pelvis=(0, 8, 0), chest=(0, -4, 0), **_thrown(0.95, d))),
            (0.42, dict(hip=(0, 41.0 + height * 0.3, 0), pelvis=(0, 14, 0), chest=(0, 8, 0), **_thrown(0.5, d))),
            (LANDS, dict(hip=(-2, 36.6, 0), pelvis=(0, 17, 0), chest=(0, 15, 0), **_hung(0.35))),
            (0.59, dict(hip=(-3, 34.6 - sunk - STAIR * 0.2, 0), pelvis=(0, 20 + sunk, 0), chest=(0, 17 + sunk, 0),
                        head=(0, 5 + 2 * sunk, 0), **_hung(0.7))),
            (0.75, dict(hip=(-4, 39.6 - STAIR * 0.5, 0), pelvis=(0, 12, 0), chest=(0, 9, 0), head=(0, 0, 0),
                        **_hung(0.0)))]
    body = over(pose(l_knee=34, r_knee=34, head=(0, 0, 0), r_wrist=(90, 0), l_wrist=(90, 0), **_legs(t, height)),
                **once_pose(keys, t))
    return _wrong(posture(body, form), t, fault)


def _hung(share: float) -> dict:
    """Arms swung down and back by `share`."""
    return dict(r_hand=(5 - 13 * share, -17 - 4 * share, 4 + 5 * share),
                l_hand=(5 - 13 * share, -17 - 4 * share, -4 - 5 * share), r_elbow=(-1, -0.3, 0.9),
                l_elbow=(-1, -0.3, -0.9), r_shoulder=(0, 0, 0), l_shoulder=(0, 0, 0))


def _thrown(share: float, drive: float) -> dict:
    """Arms pumped up and out by `share`: a stiff man hardly opens them."""
    wide, up = (9.0, 0.0) if drive < 1 else (15.0, 7.0) if drive == 1 else (18.0, 11.0)
    y, z = -16 + (16 + up) * share, 4 + wide * share
    return dict(r_hand=(6, y, z), l_hand=(6, y, -z), r_elbow=(0, -0.5 - 0.3 * share, 1), l_elbow=(0, -0.5, -1),
                r_shoulder=(0, 2.6 * share, 0), l_shoulder=(0, 2.6 * share, 0))


def _wrong(body: Pose, t: float, fault: str) -> Pose:
    """Return the leap gone wrong: early a shin catches and tips him over, missed he falls on both hands."""
    if fault == "early":
        tip = float(once([(0.1, 0), (0.34, 0.8), (0.52, 1), (0.75, 0.3)], t)[0])
        return add(over(body, l_elbow=(0, 0.4, -1)), pelvis=(0, 6 * tip, 12 * tip), chest=(0, 8 * tip, 26 * tip),
                   head=(0, 0, 15 * tip), hip=(0, -2 * tip, 5 * tip), l_hand=(0, 9 * tip, -9 * tip),
                   r_hand=(0, -12 * tip, 6 * tip))
    if fault != "miss":
        return body
    fall = float(once([(-0.1, 0), (0.12, 1), (0.42, 1), (0.75, 0)], t)[0])
    down = over(body, hip=(-9, 25.0 - STAIR * 0.6, 0), pelvis=(0, 46, 0), chest=(0, 30, 0), head=(0, 35, 0), r_plant=1,
                l_plant=1, r_fist=(13, 9.0, 15), l_fist=(13, 9.0, -15), r_elbow=(-0.4, 0.2, 1), l_elbow=(-0.4, 0.2, -1),
                l_foot=(-5, 4.5 - STAIR, -5), r_foot=(-9, 4.5 - STAIR, 5), l_step=(-30, 30, 0), r_step=(-30, 30, 0))
    return {name: body[name] * (1 - fall) + down[name] * fall for name in body}


def leap_clip(name: str, form: Form, fault: str = "") -> Clip:
    """Return the leap in a form, or with a fault: `early`, `late` or `miss`."""
    shots = []
    for n in TIMES:
        t = n / 24
        planted = ("left_foot", "right_foot") if t < 0 else ("left_foot",) if t >= LANDS else ()
        man = Figure(_leap(t, form, fault), extras=SOLES)
        shots.append(Shot((man,), YAW, planted=planted if fault != "miss" else ()))
    landing = Fraction(1, 4) + Fraction(1, 2)
    return Clip(name, tuple(shots), (Fraction(1, 24),) * len(shots), False, Fraction(1, 4),
                ((Fraction(1, 4), "right_foot"), (landing, "left_foot")), hold=0.05, facts=(("stairs", 2),))
