"""Men in the back of the gym, in its dim light: one shadow-boxes, one skips rope."""
from __future__ import annotations

import math
from itertools import pairwise

from ...clay import Clay, Stuff
from ...clips import Clip, Extra, Figure, Sheet, Shot, even
from ...form import LOOSE
from ...palette import MAT
from ...skeleton import Build, Pose, over, pose
from ...space import vec
from ...wardrobe import SHIRTLESS, TANK_TOP
from .. import punches
from ..boxing import carried, guard, strike_pose

BOXER = TANK_TOP.but(build=Build(half_shoulders=9.0, bulk=0.94), cloth="FLANNEL", bottom="BLACK", bottom_rib="BLACK",
                     hat="hair", skin="DARK", stub="DARKSTUB",
                     moustache=False)
SKIPPER = SHIRTLESS.but(build=Build(half_shoulders=10.0), bottom="OLIVE", bottom_rib="OLIVERIB", hat="balding",
                        skin="PALE", stub="PALESTUB")


def _box(t: float) -> Pose:
    """Two beats: a jab, then a cross."""
    base = carried(guard(), LOOSE)
    hits = ((0.0, punches.jab(38)), (1.0, punches.cross(38)))
    at, keys = min(hits, key=lambda hit: abs(((t - hit[0] + 1) % 2) - 1))
    near = ((t - at + 1) % 2) - 1
    return strike_pose(keys, near, base, LOOSE)


def _skip(t: float) -> Pose:
    """A hop a beat, wrists turning the rope."""
    air = max(0.0, math.sin(2 * math.pi * t - 0.4))
    spin = 2 * math.pi * t
    return pose(hip=(0, 42.4 + 3.4 * air, 0), chest=(0, 2, 0), head=(0, 0, 0), r_foot=(-1, 4.5 + 4.4 * air, 4),
                l_foot=(1, 4.5 + 4.4 * air, -4), r_step=(-22 * air, 10 * air, 0),
                l_step=(-22 * air, 10 * air, 0), r_hand=(6 + math.cos(spin), -15 + math.sin(spin), 9),
                l_hand=(6 + math.cos(spin), -15 + math.sin(spin), -9),
                r_elbow=(-1, -0.4, 0.9), l_elbow=(-1, -0.4, -0.9), r_wrist=(0, 0), l_wrist=(0, 0))


def _rope(t: float) -> Extra:
    def build(clay: Clay, joints: dict) -> None:
        rope, a = Stuff(MAT["ROPE"], 95, 37, 0), 2 * math.pi * t + math.pi / 2
        ends = joints["r_palm"], joints["l_palm"]
        bow = vec(math.sin(a) * 34, -math.cos(a) * 42 + 6, 0)
        shares = [n / 12 for n in range(13)]
        points = [ends[0] * (1 - u) + ends[1] * u + bow * math.sin(math.pi * u) ** 0.7 for u in shares]
        for p, q in pairwise(points):
            clay.cone(p, q, (0.4, 0.4), rope)
    return build


def clips() -> list[Clip]:
    """Return both men."""
    box = tuple(Shot((Figure(_box(2 * n / 32), BOXER, turn=-28.0),), 0.0) for n in range(32))
    skip = tuple(Shot((Figure(over(_skip(n / 12)), SKIPPER, turn=-62.0, extras=(_rope(n / 12),)),),
                      0.0) for n in range(12))
    return [Clip("shadow_box", box, even(32, 2), True), Clip("skip_rope", skip, even(12), True)]


SHEET = Sheet("gym_men", "gym_back", clips, scale=2.0, samples=3, normals=False,
              sources=("anim/boxing", "anim/punches", "anim/cast/gym_men"))
