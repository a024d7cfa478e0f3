"""The punches, as keys in beats from contact. Each starts from the hips: back, launch, contact, through, home."""
# ruff: noqa: C408 - tables of named channels read better as keywords
from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..space import turn_y, turn_z, vec

Keys = list[tuple[float, dict]]


@dataclass(frozen=True)
class Blow:
    """A punch: the side that throws it, its keys, and how far his arm is straightened when it lands.

    `extension` is the share of the arm's length from shoulder to wrist (0.99 is an elbow of 165 degrees); the hips go
    as far as that asks. 0 leaves the hips where the keys have them.
    """

    side: str
    keys: Keys
    extension: float = 0.0

    def out_of(self, beat: float, wound: dict) -> Blow:
        """Return the same blow out of a held wind-up."""
        return replace(self, keys=[(beat, wound), *self.keys])


BALL = vec(5.6, -2.0, 0)  # the ball of the foot from the ankle, foot's frame (limbs.py)
OUTWARD = -6.0  # degrees the right foot turns out by itself (skeleton.py)


def _rear_ball() -> np.ndarray:
    return vec(-13, 5.0, 5) + turn_y(-25 + OUTWARD) @ turn_z(-6) @ BALL


def heel(pitch: float, turn: float) -> dict:
    """Return the rear foot raised to `pitch` degrees (negative: heel up) and turned; its ball stays where it stands."""
    ankle = _rear_ball() - turn_y(turn + OUTWARD) @ turn_z(pitch) @ BALL
    return dict(r_step=(pitch, -pitch, turn), r_foot=tuple(ankle))


REAR_HEEL = heel(-42, 6)
REAR_FLAT = heel(-6, -25)
SURFACE = 41.0  # where the bag's skin meets the fist, px ahead of him at 50 px a metre


def jab(reach: float = SURFACE, height: float = 63.0) -> Blow:
    """Left, straight from the guard: the rear foot pushes, the shoulder covers the chin, the right stays home."""
    blow = dict(hip=(6.6, 37.4, 0), chest=(-32, 12, 0), pelvis=(-18, 8, 0), l_fist=(reach, height, -1),
                l_shoulder=(3.4, 3.0, 0), l_elbow=(-0.3, -0.8, -0.7), r_fist=(14, 59.5, 5), l_wrist=(0, 0),
                head=(-14, 10, 0), mouth=1, brow=-1, **heel(-22, -16))
    keys = [(-0.21, dict(hip=(-4.2, 36.8, 0), chest=(14, 9, 0), pelvis=(6, 5, 0), l_fist=(13.0, 59.5, -6),
                         r_fist=(12.5, 60.5, 6), l_shoulder=(-1.6, 0.4, 0), head=(-14, 10, 0), **REAR_FLAT)),
            (-0.08, dict(hip=(2.4, 36.6, 0), pelvis=(-10, 7, 0), chest=(-6, 12, 0), l_fist=(21, 61.5, -4),
                         **heel(-14, -20))),
            (0.0, blow),
            (0.10, dict(blow, hip=(7.2, 37.2, 0), chest=(-34, 13, 0), l_fist=(reach + 1.5, height, -1))),
            (0.21, dict(blow, hip=(7.4, 37.2, 0), chest=(-36, 13, 0), l_fist=(reach + 3.0, height - 0.6, 0))),
            (0.42, dict(hip=(1.4, 38.4, 0), chest=(-12, 10, 0), pelvis=(-9, 6, 0), l_fist=(23, 62.5, -4),
                        l_shoulder=(0.8, 0.6, 0), r_fist=(11.5, 59.5, 7), head=(-14, 5, 0), mouth=0, brow=0,
                        **heel(-8, -23)))]
    return Blow("l", keys, 0.99)


def cross(reach: float = SURFACE, height: float = 60.0) -> Blow:
    """Right, straight: the rear heel drives, the hips turn, the whole side goes through."""
    blow = dict(hip=(8.2, 36.8, 0), chest=(25, 13, 0), pelvis=(24, 11, 0), r_fist=(reach, height, 3),
                l_fist=(17, 59.5, -3), r_shoulder=(3.4, 2.4, 0), r_elbow=(-0.4, -0.5, 1), r_wrist=(0, 0),
                head=(-14, 15, 0), mouth=1, brow=-1, **REAR_HEEL)
    keys = [(-0.23, dict(hip=(-6.4, 35.6, 0), chest=(-30, 9, 0), pelvis=(-20, 5, 0), r_fist=(0.5, 57.0, 11),
                         l_fist=(20, 62, -3), r_shoulder=(-2.8, 0.4, 0), r_elbow=(-1, -0.5, 0.7),
                         head=(-14, 10, 0), **REAR_FLAT)),
            (-0.09, dict(hip=(3.2, 35.6, 0), chest=(-14, 13, 0), pelvis=(10, 8, 0), r_fist=(8, 57.5, 10),
                         r_shoulder=(-1.0, 1.0, 0), **heel(-26, -6))),
            (0.0, blow),
            (0.10, dict(blow, hip=(8.8, 36.6, 0), chest=(28, 14, 0), r_fist=(reach + 2.0, height + 0.2, 2))),
            (0.21, dict(blow, hip=(10.4, 36.2, 0), chest=(35, 16, 0), pelvis=(29, 12, 0),
                        r_fist=(reach + 5.0, height - 0.6, -1), **heel(-50, 10))),
            (0.45, dict(hip=(3.8, 37.6, 0), chest=(8, 12, 0), pelvis=(4, 7, 0), r_fist=(21, 59, 7),
                        l_fist=(15, 61, -4), r_shoulder=(0.6, 0.4, 0), r_elbow=(-0.6, -0.9, 0.6), head=(-14, 10, 0),
                        mouth=0, brow=0, **heel(-16, -14)))]
    return Blow("r", keys, 0.995)


def body(reach: float = SURFACE, height: float = 40.0) -> Blow:
    """Down: he drops at the knees and drives the left under the ribs."""
    blow = dict(hip=(7.6, 28.6, 0), chest=(-26, 25, 10), pelvis=(-20, 14, 0), l_fist=(reach, height, -2),
                r_fist=(16, 50.0, 6), l_shoulder=(3.0, 0.6, 0), l_elbow=(-0.5, 0.1, -1), l_wrist=(0, 0),
                head=(-14, 15, 0), mouth=1, brow=-1, **heel(-26, -10))
    keys = [(-0.23, dict(hip=(-4.6, 34.0, 0), chest=(24, 16, 8), pelvis=(12, 8, 0), l_fist=(7, 47, -12),
                         r_fist=(14, 57.0, 5), l_shoulder=(-2.0, -0.8, 0), l_elbow=(-0.9, -0.6, -0.8),
                         head=(-14, 10, 0), **REAR_FLAT)),
            (-0.09, dict(hip=(2.6, 30.0, 0), chest=(6, 21, 9), pelvis=(-6, 12, 0), l_fist=(14, 41, -13),
                         l_elbow=(-0.8, 0.1, -1), **heel(-14, -16))),
            (0.0, blow),
            (0.10, dict(blow, hip=(8.2, 28.4, 0), chest=(-29, 25, 10), l_fist=(reach + 2.0, height + 0.4, -1))),
            (0.21, dict(blow, hip=(9.2, 28.6, 0), chest=(-34, 25, 10), pelvis=(-23, 14, 0),
                        l_fist=(reach + 5.0, height + 1.0, 1))),
            (0.46, dict(hip=(2.6, 34.6, 0), chest=(-8, 15, 3), pelvis=(-9, 8, 0), l_fist=(22, 53, -6),
                        r_fist=(13.5, 57, 6.5), l_shoulder=(0.4, 0.2, 0), head=(-14, 10, 0), mouth=0, brow=0,
                        **heel(-8, -23)))]
    return Blow("l", keys, 0.975)


def uppercut(reach: float = SURFACE, height: float = 62.0) -> Blow:
    """Up: he sinks, then legs, hips and fist rise together and his chest opens to the roof."""
    blow = dict(hip=(8.8, 35.6, 0), chest=(20, 4, 6), pelvis=(22, 6, 0), r_fist=(reach, height + 3.0, 4),
                l_fist=(16, 58, -4), r_shoulder=(2.4, 2.6, 0), r_elbow=(-0.2, -1, 0.6), r_wrist=(120, 0),
                head=(-14, -5, 0), mouth=1, brow=-1, **REAR_HEEL)
    keys = [(-0.24, dict(hip=(-4.0, 31.4, 0), chest=(-28, 20, -8), pelvis=(-18, 10, 0), r_fist=(8.0, 38.0, 11),
                         l_fist=(19, 58, -5), r_shoulder=(-1.0, -2.4, 0), r_elbow=(-1, -0.5, 0.6),
                         head=(-14, 10, 0), **REAR_FLAT)),
            (-0.09, dict(hip=(2.4, 34.0, 0), chest=(-8, 13, -4), pelvis=(8, 7, 0), r_fist=(18, 41.0, 9),
                         r_elbow=(-0.8, -0.9, 0.5), **heel(-22, -8))),
            (0.0, blow),
            (0.10, dict(blow, hip=(8.8, 36.4, 0), chest=(22, 1, 7), r_fist=(reach, height + 5.0, 3))),
            (0.23, dict(blow, hip=(7.0, 38.6, 0), chest=(27, -7, 9), pelvis=(24, 2, 0),
                        r_fist=(reach - 11.0, height + 15.0, 2), r_shoulder=(2.4, 5.4, 0), r_elbow=(0.1, -1, 0.6),
                        head=(-14, -10, 0), **heel(-52, 8))),
            (0.48, dict(hip=(2.8, 39.6, 0), chest=(6, 6, 2), pelvis=(3, 5, 0), r_fist=(17, 61.5, 6),
                        l_fist=(15.5, 61, -5), r_shoulder=(0.4, 0.8, 0), head=(-14, 0, 0), mouth=0, brow=0,
                        **heel(-16, -14)))]
    return Blow("r", keys, 0.965)


def hook_left(reach: float = SURFACE, height: float = 60.0) -> Blow:
    """The left hook: elbow high, the fist travels round and in."""
    blow = dict(hip=(6.4, 36.6, 0), chest=(-34, 12, 6), pelvis=(-24, 8, 0), l_fist=(reach - 1.0, height, 2),
                r_fist=(12, 60, 6), l_shoulder=(3.0, 1.8, 0), l_elbow=(-0.5, 0.35, -1), l_wrist=(0, 0),
                head=(-14, 10, 0), mouth=1, brow=-1, **heel(-16, -18))
    keys = [(0.0, blow),
            (0.10, dict(blow, hip=(7.0, 36.6, 0), chest=(-38, 12, 7), l_fist=(reach - 0.5, height, 4))),
            (0.23, dict(blow, hip=(7.6, 36.8, 0), chest=(-50, 13, 8), pelvis=(-32, 8, 0),
                        l_fist=(reach - 1.0, height + 0.6, 11))),
            (0.46, dict(hip=(2.4, 38.2, 0), chest=(-14, 10, 2), pelvis=(-12, 6, 0), l_fist=(22, 61.5, -2),
                        r_fist=(12, 59.5, 6.5), l_shoulder=(0.6, 0.4, 0), l_elbow=(-0.3, -0.6, -0.6),
                        head=(-14, 5, 0), mouth=0, brow=0, **heel(-8, -23)))]
    return Blow("l", keys, 0.94)


def hook_right(reach: float = SURFACE, height: float = 58.0) -> Blow:
    """The right hook out of the wind-up: the heel turns, the elbow is as high as the fist."""
    blow = dict(hip=(9.2, 36.0, 0), chest=(24, 19, 0), pelvis=(22, 11, 0), r_fist=(reach, height, 4),
                l_fist=(17, 59.5, -2), r_shoulder=(3.0, 1.6, 0), r_elbow=(-0.4, 0.15, 1), r_wrist=(0, 0),
                head=(-14, 15, 0), mouth=1, brow=-1, **heel(-46, 8))
    keys = [(0.0, blow),
            (0.10, dict(blow, hip=(10.0, 35.8, 0), chest=(28, 20, 0), r_fist=(reach + 2.0, height, 2))),
            (0.23, dict(blow, hip=(10.4, 35.8, 0), chest=(36, 21, 0), pelvis=(27, 12, 0),
                        r_fist=(reach + 3.0, height - 1.0, -3), **heel(-48, 9))),
            (0.48, dict(hip=(4.2, 37.4, 0), chest=(10, 12, 0), pelvis=(6, 7, 0), r_fist=(21, 59, 7),
                        l_fist=(14, 61, -4), r_shoulder=(0.8, 0.6, 0), head=(-14, 10, 0), mouth=0, brow=0,
                        **heel(-18, -10)))]
    return Blow("r", keys, 0.86)


def wind_left() -> dict:
    """The held wind-up of the left hook: he sinks and turns his back, the fist low behind his far hip."""
    return dict(hip=(3.5, 33.8, 0), chest=(36, 16, 10), pelvis=(18, 9, 0), l_fist=(4, 45, -17), r_fist=(24, 60.5, 4),
                l_shoulder=(-2.4, -1, 0), l_elbow=(-1, 0.1, -0.8), head=(-14, 10, 0), brow=-1)


def wind_right() -> dict:
    """The held wind-up of the right hook: hips back and down, the shoulder behind him."""
    return dict(hip=(-5.5, 35.4, 0), chest=(-36, 14, 0), pelvis=(-18, 8, 0), r_fist=(-12, 49.5, 13),
                l_fist=(17, 61, -3),
                r_shoulder=(-2.6, 0.4, 0), r_elbow=(-1, 0.25, 0.5), **heel(0, -32), brow=-1)
