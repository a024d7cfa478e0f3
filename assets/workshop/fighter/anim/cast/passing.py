"""What passes close before the lens of the gym, large: the trainer from behind, who walks, and a bag that swings."""
from __future__ import annotations

import math
from fractions import Fraction

from ... import props
from ...clips import Clip, Figure, Sheet, Shot, even
from ...skeleton import Pose, pose
from .trainer import OLD

AWAY = 128.0  # degrees he is turned: walking left, his back to the lens
STEPS = 12
SWINGS = tuple(float(n) for n in range(-7, 8))  # degrees
COAT = OLD.but(top="coat", cloth="BLACK", rib="BLACK", skirt=16.0)


def _walk(t: float) -> Pose:
    """Two steps: an old man's walk, weight rolled from side to side, hat steady, one shoulder after the other."""
    swing, roll = math.cos(2 * math.pi * t), math.sin(2 * math.pi * t)
    fall = abs(math.cos(2 * math.pi * t))
    lift_r, lift_l = max(0.0, roll), max(0.0, -roll)
    return pose(hip=(0, 41.2 - 1.1 * fall, 1.2 * roll), pelvis=(7 * swing, 6, 3 * roll), head=(0, 5, 0),
                chest=(-13 * swing, 15, -4 * roll), r_foot=(10 * swing, 4.5 + 4 * lift_r, 6),
                l_foot=(-10 * swing, 4.5 + 4 * lift_l, -6), r_hand=(4 - 8 * swing, -21, 3),
                l_hand=(4 + 8 * swing, -21, -3), r_elbow=(-1, -0.2, 0.7), l_elbow=(-1, -0.2, -0.7),
                r_shoulder=(0, 0.8 * roll, 0), l_shoulder=(0, -0.8 * roll, 0))


def clips() -> list[Clip]:
    """Return the trainer's walk, of two steps, and the bag's swing."""
    walk = tuple(Shot((Figure(_walk(n / STEPS), COAT, turn=AWAY),), 0.0) for n in range(STEPS))
    swing = tuple(Shot((), -22.0, (props.heavy_bag(angle),)) for angle in SWINGS)
    return [Clip("walk", walk, even(STEPS), True),
            Clip("swing", swing, even(len(swing), Fraction(1)), facts=(("angles", SWINGS),))]


SHEET = Sheet("passing", "gym_lamp", clips, scale=6.0, samples=2, normals=False,
              sources=("anim/cast/trainer", "anim/cast/passing"))
