"""The butcher in the plant: a stained apron, a white cap; he pushes the sides of beef along their rail."""
from __future__ import annotations

import math
from fractions import Fraction

from ...clay import Clay, Stuff
from ...clips import Clip, Figure, Sheet, Shot, even
from ...palette import MAT
from ...skeleton import Build, Pose, add, pose
from ...space import vec
from ...wardrobe import Look

MAN = Look(Build(half_shoulders=10.8, bulk=1.1), top="shirt", cloth="FLANNEL", rib="CUFF", bottom="BLACK",
           bottom_rib="BLACK", hat="flat", hat_cloth="APRON",
           hat_band="APRON", skin="PALE", stub="PALESTUB", hand="PALE", hood=False, towel=False, belly=2.6,
           apron="APRON", sole="SHOE")
FACING = -140.0
FEET = ("left_foot", "right_foot")


def _stains(clay: Clay, joints: dict) -> None:
    """Blood on the apron, as paint."""
    paint = Stuff(MAT["STAIN"], 11, 18, 0, 0, True)
    waist, mid, root, pelvis = joints["waist"], joints["middle"], joints["root"], joints["pelvis"]
    for spot, size in (((9.5, 3.5, 2.5), 2.6), ((10.0, -1.0, -2.0), 2.0), ((9.0, 5.0, -3.0), 1.3)):
        clay.cone(waist + mid @ vec(*spot), waist + mid @ vec(spot[0], spot[1] - 3, spot[2] + 0.5), (size, size * 0.6),
                  paint)
    clay.cone(root + pelvis @ vec(10, -8, 3), root + pelvis @ vec(9, -13, 3.5), (2.4, 1.4), paint)


def _idle(t: float) -> Pose:
    sway = math.sin(2 * math.pi * t)
    return pose(hip=(0, 42.0, 0.8 * sway), chest=(3 * sway, 3 - sway, -2 * sway), head=(0, 5, 0), r_hand=(9, -14, -4),
                l_hand=(10, -12, 4), r_elbow=(-1, -0.5, 1),
                l_elbow=(-1, -0.5, -1), r_foot=(-4, 4.5, 7), l_foot=(4, 4.5, -7), breath=sway)


def _push(t: float) -> Pose:
    """Two steps a cycle, both palms high on the side of beef, leaning in."""
    walk = math.sin(2 * math.pi * t)
    lift = [max(0.0, math.cos(2 * math.pi * (t + shift))) for shift in (0.0, 0.5)]
    return pose(hip=(0, 39.4 + 0.8 * abs(walk), 0), pelvis=(4 * walk, 14, 0), chest=(-6 * walk, 14, 0), head=(0, 5, 0),
                r_foot=(-6 - 11 * walk, 4.5 + 4 * lift[1], 6),
                l_foot=(-2 + 11 * walk, 4.5 + 4 * lift[0], -6), r_step=(-16 * max(0.0, walk), 0, 0),
                l_step=(-16 * max(0.0, -walk), 0, 0), r_hand=(18, 5, -2),
                l_hand=(19, 3, 2), r_elbow=(-0.5, -1, 0.6), l_elbow=(-0.5, -1, -0.6), r_open=1, l_open=1,
                mouth=1 if walk > 0.5 else 0)


def clips() -> list[Clip]:
    """Return every clip of the butcher."""
    idle = tuple(Shot((Figure(_idle(n / 14), MAN, turn=FACING, extras=(_stains,)),), 0.0,
                      planted=FEET) for n in range(14))
    push = tuple(Shot((Figure(add(_push(n / 14), breath=0), MAN, turn=FACING, extras=(_stains,)),),
                      0.0) for n in range(14))
    return [Clip("idle", idle, even(14, 2), True), Clip("push_beef", push, even(14, 2), True, None,
                                                        ((Fraction(0), "left_foot"), (Fraction(1), "right_foot")))]


SHEET = Sheet("butcher", "plant", clips, scale=2.0, samples=3, sources=("anim/cast/butcher",))
