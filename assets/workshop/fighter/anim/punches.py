"""The punches, as keys in beats from contact. Each starts from the hips: back, launch, contact, through, home."""
# ruff: noqa: C408 - tables of named channels read better as keywords
from __future__ import annotations

import numpy as np

from ..space import turn_y, turn_z, vec

Keys = list[tuple[float, dict]]

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


def jab(reach: float = SURFACE, height: float = 62.0) -> Keys:
    """Left, straight from the guard: short, snapped, the shoulder covers the chin."""
    return [(-0.12, dict(hip=(-2.2, 38.8, 0), chest=(8, 8, 0), pelvis=(2, 5, 0), l_fist=(15.5, 60.5, -5),
                         r_fist=(12.5, 60.5, 6))),
            (0.0, dict(hip=(4.6, 38.2, 0), chest=(-26, 12, 0), pelvis=(-14, 8, 0), l_fist=(reach, height, -1),
                       l_shoulder=(2.6, 2.2, 0),
                       l_elbow=(-0.3, -0.8, -0.7), r_fist=(10.5, 60, 7), l_wrist=(0, 0), mouth=1)),
            (0.06, dict(hip=(5.4, 38.0, 0), chest=(-29, 13, 0), pelvis=(-15, 8, 0), l_fist=(reach + 1.5, height, -1),
                        l_shoulder=(3.0, 2.4, 0), r_fist=(10, 60, 7), mouth=1)),
            (0.20, dict(hip=(2, 39.0, 0), chest=(-12, 10, 0), pelvis=(-9, 6, 0), l_fist=(24, 62.5, -4),
                        l_shoulder=(0.8, 0.6, 0),
                        r_fist=(11.5, 59.5, 7), mouth=0))]


def cross(reach: float = SURFACE, height: float = 61.0) -> Keys:
    """Right, straight: the rear heel drives, the hips turn, the whole side goes through."""
    return [(-0.16, dict(hip=(-4.6, 37.4, 0), chest=(-24, 11, 0), pelvis=(-16, 6, 0), r_fist=(3.5, 57.0, 11),
                         l_fist=(18, 62, -4),
                         r_shoulder=(-2.2, 0.6, 0), **REAR_FLAT)),
            (-0.07, dict(hip=(1.5, 36.6, 0), chest=(-6, 13, 0), pelvis=(8, 8, 0), r_fist=(14, 58, 8),
                         r_elbow=(-0.8, -0.8, 0.8),
                         **heel(-22, -8))),
            (0.0, dict(hip=(7.6, 37.2, 0), chest=(24, 15, 0), pelvis=(22, 10, 0), r_fist=(reach, height, 3),
                       l_fist=(11, 60, -4),
                       r_shoulder=(3.0, 1.8, 0), r_elbow=(-0.4, -0.5, 1), r_wrist=(0, 0), mouth=1, brow=-1,
                       **REAR_HEEL)),
            (0.09, dict(hip=(9.0, 37.0, 0), chest=(29, 17, 0), pelvis=(25, 11, 0),
                        r_fist=(reach + 3.0, height + 0.4, 1),
                        l_fist=(10, 60, -4), r_shoulder=(3.4, 1.6, 0), **heel(-46, 8),
                        mouth=1)),
            (0.26, dict(hip=(3.4, 38.4, 0), chest=(8, 11, 0), pelvis=(4, 7, 0), r_fist=(22, 60, 6), l_fist=(15, 61, -4),
                        r_shoulder=(0.6, 0.4, 0), **heel(-16, -14), mouth=0, brow=0))]


def body(reach: float = SURFACE, height: float = 41.0) -> Keys:
    """Down: he drops at the knees and drives the left under the ribs."""
    return [(-0.15, dict(hip=(-2.5, 34.6, 0), chest=(16, 14, 6), pelvis=(8, 8, 0), l_fist=(9, 48, -11),
                         r_fist=(13, 57.5, 5),
                         l_shoulder=(-1.6, -0.6, 0), l_elbow=(-0.9, -0.6, -0.8))),
            (-0.06, dict(hip=(2.5, 31.6, 0), chest=(2, 20, 8), pelvis=(-4, 12, 0), l_fist=(16, 43, -12),
                         l_elbow=(-0.8, 0.1, -1))),
            (0.0, dict(hip=(6.4, 30.6, 0), chest=(-22, 24, 10), pelvis=(-18, 14, 0), l_fist=(reach, height, -2),
                       r_fist=(15, 52.0, 6),
                       l_shoulder=(2.6, 0.6, 0), l_elbow=(-0.5, 0.1, -1), l_wrist=(0, 0), head=(-14, 15, 0), mouth=1,
                       brow=-1)),
            (0.09, dict(hip=(7.4, 30.4, 0), chest=(-27, 25, 10), pelvis=(-20, 14, 0),
                        l_fist=(reach + 3.0, height + 0.6, 0),
                        r_fist=(15, 52, 6), l_shoulder=(3.0, 0.6, 0), head=(-14, 15, 0), mouth=1)),
            (0.26, dict(hip=(2.6, 35.6, 0), chest=(-8, 14, 3), pelvis=(-9, 8, 0), l_fist=(22, 53, -6),
                        r_fist=(13.5, 57, 6.5),
                        l_shoulder=(0.4, 0.2, 0), head=(-14, 10, 0), mouth=0, brow=0))]


def uppercut(reach: float = SURFACE - 0.5, height: float = 62.0) -> Keys:
    """Up: he sinks, then legs, hips and fist rise together and his chest opens to the roof."""
    return [(-0.17, dict(hip=(-2.6, 33.4, 0), chest=(-24, 18, -8), pelvis=(-16, 10, 0), r_fist=(9.5, 41.5, 11),
                         l_fist=(19, 60, -5),
                         r_shoulder=(-0.8, -2.0, 0), r_elbow=(-1, -0.5, 0.6), head=(-14, 10, 0), **REAR_FLAT)),
            (-0.07, dict(hip=(2.0, 35.0, 0), chest=(-4, 12, -4), pelvis=(6, 7, 0), r_fist=(19, 43.5, 8),
                         r_elbow=(-0.8, -0.9, 0.5))),
            (0.0, dict(hip=(5.8, 40.4, 0), chest=(20, 1, 6), pelvis=(20, 4, 0), r_fist=(reach, height - 6.0, 4),
                       l_fist=(12, 59, -5),
                       r_shoulder=(2.2, 2.6, 0), r_elbow=(-0.2, -1, 0.6), r_wrist=(120, 0), head=(-14, -5, 0), mouth=1,
                       brow=-1, **REAR_HEEL)),
            (0.09, dict(hip=(6.6, 42.0, 0), chest=(25, -5, 8), pelvis=(22, 2, 0),
                        r_fist=(reach - 9.0, height + 12.0, 2), l_fist=(11, 59, -5),
                        r_shoulder=(2.4, 4.6, 0), r_elbow=(0.1, -1, 0.6), head=(-14, -10, 0), **heel(-50, 8), mouth=1)),
            (0.28, dict(hip=(2.8, 40.0, 0), chest=(6, 6, 2), pelvis=(3, 5, 0), r_fist=(17, 61.5, 6),
                        l_fist=(15.5, 61, -5),
                        r_shoulder=(0.4, 0.8, 0), **heel(-16, -14), head=(-14, 0, 0),
                        mouth=0, brow=0))]


def hook_left(reach: float = SURFACE + 1.5, height: float = 60.0) -> Keys:
    """The left hook: elbow high, the fist travels round and in."""
    return [(0.0, dict(hip=(5.4, 37.0, 0), chest=(-34, 12, 6), pelvis=(-24, 8, 0), l_fist=(reach, height, 2),
                       r_fist=(12, 60, 6),
                       l_shoulder=(3.0, 1.8, 0), l_elbow=(-0.5, 0.35, -1), l_wrist=(0, 0), mouth=1, brow=-1)),
            (0.10, dict(hip=(6.6, 37.0, 0), chest=(-46, 13, 8), pelvis=(-30, 8, 0), l_fist=(reach + 0.5, height, 8),
                        r_fist=(11, 60, 6),
                        l_shoulder=(3.2, 1.6, 0), mouth=1)),
            (0.28, dict(hip=(2.4, 38.6, 0), chest=(-14, 10, 2), pelvis=(-12, 6, 0), l_fist=(22, 61.5, -2),
                        r_fist=(12, 59.5, 6.5),
                        l_shoulder=(0.6, 0.4, 0), l_elbow=(-0.3, -0.6, -0.6), mouth=0, brow=0))]


def hook_right(reach: float = SURFACE, height: float = 58.0) -> Keys:
    """The right hook out of the wind-up: the heel turns, the elbow is as high as the fist."""
    return [(0.0, dict(hip=(9.0, 36.4, 0), chest=(24, 19, 0), pelvis=(22, 11, 0), r_fist=(reach, height, 4),
                       l_fist=(9, 60, -2),
                       r_shoulder=(3.0, 1.6, 0), r_elbow=(-0.4, 0.15, 1), r_wrist=(0, 0), mouth=1, brow=-1,
                       **heel(-46, 8))),
            (0.10, dict(hip=(10.4, 36.2, 0), chest=(34, 21, 0), pelvis=(27, 12, 0),
                        r_fist=(reach + 4.0, height + 0.6, -2),
                        l_fist=(8, 60, -2), r_shoulder=(3.4, 1.6, 0), **heel(-48, 10),
                        mouth=1)),
            (0.30, dict(hip=(4.2, 38.0, 0), chest=(10, 12, 0), pelvis=(6, 7, 0), r_fist=(21, 59, 7),
                        l_fist=(14, 61, -4),
                        r_shoulder=(0.8, 0.6, 0), **heel(-18, -10), mouth=0, brow=0))]


def wind_left() -> dict:
    """The held wind-up of the left hook: he sinks and turns his back, the fist low behind his far hip."""
    return dict(hip=(3.5, 33.8, 0), chest=(46, 16, 10), pelvis=(22, 9, 0), l_fist=(4, 45, -17), r_fist=(17, 60, 3),
                l_shoulder=(-2.4, -1, 0), l_elbow=(-1, 0.1, -0.8), head=(-14, 10, 0), brow=-1)


def wind_right() -> dict:
    """The held wind-up of the right hook: hips back and down, the shoulder behind him."""
    return dict(hip=(-5.5, 35.4, 0), chest=(-36, 14, 0), pelvis=(-18, 8, 0), r_fist=(-12, 49.5, 13),
                l_fist=(17, 61, -3),
                r_shoulder=(-2.6, 0.4, 0), r_elbow=(-1, 0.25, 0.5), **heel(0, -32), brow=-1)
