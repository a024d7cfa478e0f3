"""The run: one cycle of a whole beat, left foot down at 0 and right at 1/2, built so that a planted foot cannot slide.

The stance foot is moved backwards by exactly the ground's speed; the swing is a spline that leaves and meets it at
that same speed. Other modules lay their actions over the cycle.
"""
# ruff: noqa: C408 - tables of named channels read better as keywords
from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np

from ..clips import Clip, Figure, Shot, even
from ..curves import cyclic, once
from ..form import Form
from ..skeleton import SIDES, Pose, add, pose
from ..space import turn_z, vec
from ..wardrobe import SWEATSUIT, Look

BALL = vec(5.6, -2.0, 0)  # the ball of the foot from the ankle, foot's frame (limbs.py)
BALL_HEIGHT = 2.5
WRIST = 90.0  # palms face each other, so that a brick lies along the run
FOOTFALLS = ((Fraction(0), "left_foot"), (Fraction(1, 2), "right_foot"))


@dataclass(frozen=True)
class Gait:
    """A way of running. `speed` is px of ground a beat as seen on the screen; lengths px, angles degrees.

    `pinch` draws the elbows to the ribs (1) or lets them out (below 0).
    """

    speed: float
    stance: float = 0.30
    land: float = 17.0
    lift: float = 0.0
    kick: float = 0.0
    hip: float = 42.0
    bounce: float = 1.0
    lean: float = 7.0
    chest: float = 6.0
    twist: float = 27.0
    swing: float = 1.0
    hands: float = 0.0
    nod: float = 5.0
    shrug: float = 0.0
    open: float = 0.0
    pinch: float = 0.0
    yaw: float = -22.0
    width: float = 3.0

    def ground(self) -> float:
        """Return px of ground a cycle in the world: the camera's turn foreshortens the screen's."""
        return self.speed / math.cos(math.radians(self.yaw))


def _stance(gait: Gait, q: float) -> tuple[np.ndarray, np.ndarray]:
    """Return ankle (x, y) and foot (pitch, toe) while the foot carries him; q from 0 to the stance's share."""
    u = q / gait.stance
    pitch = float(once([(0, 7), (0.16, 0), (0.48, 0), (1, -50)], u, (None, vec(-110)))[0])
    ball = vec(gait.land - gait.ground() * q, BALL_HEIGHT + max(0.0, math.sin(math.radians(pitch))) * 9, 0)
    ankle = ball - turn_z(pitch) @ BALL
    return ankle[:2], vec(pitch, max(0.0, -pitch))


def _swing(gait: Gait, q: float) -> tuple[np.ndarray, np.ndarray]:
    """Return ankle and foot while the leg swings through."""
    u = (q - gait.stance) / (1 - gait.stance)
    (off, off_foot), (on, on_foot) = _stance(gait, gait.stance), _stance(gait, 0.0)
    k, up = gait.kick, gait.lift
    keys = [(0, off), (0.13, (off[0] - 5.0, 15 + k * 0.4)), (0.29, (-23.0, 24.0 + k)),
            (0.44, (-11.0, 26.6 + k + up * 0.2)),
            (0.58, (3.5 + up * 0.3, 24.4 + up * 0.8)), (0.70, (14.5 + up * 0.2, 19.6 + up)),
            (0.82, (20.4, 13.4 + up * 0.7)),
            (0.93, (max(on[0] + 5.5, 17.0), 8.4 + up * 0.25)), (1, on)]
    feet = [(0, off_foot), (0.13, (-68, 20)), (0.29, (-84, 4)), (0.44, (-66, 0)), (0.58, (-36, 0)), (0.70, (-14, 0)),
            (0.82, (4, 0)), (0.93, (12, 0)), (1, on_foot)]
    rate = 1 - gait.stance
    slide = -gait.ground() * rate
    return once(keys, u, (vec(slide, 70 * rate), vec(slide, -45 * rate))), once(feet, u)


def leg(gait: Gait, q: float) -> tuple[np.ndarray, np.ndarray]:
    """Return ankle (x, y) from below the hip and foot (pitch, toe) at `q` of this leg's cycle (0 = it lands)."""
    q %= 1.0
    return _stance(gait, q) if q <= gait.stance else _swing(gait, q)


def _arm(gait: Gait, swing: float, sign: float) -> dict:
    """Return the arm's channels; swing 0 = fist foremost, 1/2 = elbow hindmost."""
    s = gait.swing
    x = cyclic([(0, 6 + 8.5 * s), (0.25, 6.5), (0.5, 5 - 10.0 * s), (0.75, 4.0)], swing)[0]
    y = cyclic([(0, -12 + 5.5 * s), (0.25, -15.5), (0.5, -18.0), (0.75, -17)], swing)[0] + gait.hands
    z = cyclic([(0, -2.5), (0.25, 2), (0.5, 4.5), (0.75, 2.5)], swing)[0]
    out = cyclic([(0, 0.5), (0.5, 0.25)], swing)[0] - 0.45 * gait.pinch
    forward = cyclic([(0, 1.2 * s), (0.5, -1.2 * s)], swing)[0]
    up = cyclic([(0, 0.2), (0.5, 0.6)], swing)[0]
    return dict(hand=(x, y, sign * z), elbow=(-1, -0.35, sign * out), wrist=(WRIST, 0),
                shoulder=(forward - gait.open, up + gait.shrug, 0))


def run_pose(phase: float, gait: Gait) -> Pose:
    """Return the runner at `phase` of the beat."""
    channels: dict = {}
    for side, sign in SIDES:
        start = 0.5 if side == "r" else 0.0
        (x, y), (pitch, toe) = leg(gait, phase - start)
        z = sign * cyclic([(0, gait.width), (0.3, gait.width), (0.6, gait.width + 1.6)], phase - start)[0]
        channels |= {f"{side}_foot": (x, y, z), f"{side}_step": (pitch, toe, 0)}
        channels |= {f"{side}_{n}": v for n, v in _arm(gait, phase - start + 0.5, sign).items()}
    half, b = (phase * 2) % 1, gait.bounce
    height = cyclic([(0, 0.2), (0.16, -2.4 * b), (0.36, -1.0 * b), (0.66, 1.8 * b), (0.84, 2.6 * b)], half)[0]
    turn = -math.cos(2 * math.pi * (phase + 0.03))
    roll = math.sin(2 * math.pi * phase)
    chest = cyclic([(0, 0), (0.2, 3.5), (0.6, -1), (0.8, -2)], half)[0]
    hood = cyclic([(0, 1.1), (0.22, -1.0), (0.55, 0.1), (0.8, 0.9)], half)[0]
    return pose(hip=(0, gait.hip + height, 0), pelvis=(11 * turn, gait.lean, 4 * roll),
                chest=(-gait.twist * turn, gait.chest + chest, -5 * roll), head=(-10, gait.nod, 0), hood=hood * b,
                **channels)


def planted(phase: float, gait: Gait, reach: float = 0.86) -> tuple[str, ...]:
    """Return which feet bear on the ground at `phase` (up to `reach` of the stance: then the toe rolls off)."""
    feet = (("left_foot", 0.0), ("right_foot", 0.5))
    return tuple(name for name, start in feet if (phase - start) % 1.0 <= gait.stance * reach)


@dataclass(frozen=True)
class Track:
    """How a running clip is shot."""

    gait: Gait
    look: Look = SWEATSUIT
    count: int = 16
    bricks: bool = False


Lay = Callable[[Pose, float], Pose]


def run_clip(name: str, track: Track, lay: Lay | None = None, key: str | None = None) -> Clip:
    """Return a one-beat looping clip of the run with an action laid over it; `key` names the part that acts at 0."""
    shots = []
    for n in range(track.count):
        phase = n / track.count
        body = run_pose(phase, track.gait)
        if lay is not None:
            body = lay(body, phase)
        if track.bricks:
            body = add(body, r_grip=1, l_grip=1)
        feet = planted(phase, track.gait) if key != "air" else ()
        shots.append(Shot((Figure(body, track.look),), track.gait.yaw, planted=feet))
    contacts = FOOTFALLS if key is None else ((Fraction(0), key),)
    return Clip(name, tuple(shots), even(track.count), True, None if key is None else Fraction(0), contacts, hold=0.05)


def answer_clip(name: str, track: Track, lay: Lay, key: str) -> Clip:
    """Return half a beat of the run from an action's key pose on: what is seen once its press was judged."""
    whole = run_clip(name, track, lay, key)
    half = track.count // 2
    return replace(whole, shots=whole.shots[:half], beats=whole.beats[:half], loop=False)


def gait_for(base: Gait, form: Form) -> Gait:
    """Return `base` run stiffly or proudly.

    Stiff: hunched, feet skim the ground, the heel does not come up, elbows pinned, head ahead and low. Proud: tall,
    chest open, knees high, heels to the seat, arms swing from the shoulder, chin up.
    """
    d = form.drive
    if d == 1:
        return base
    if d < 1:
        return replace(base, stance=base.stance * 1.04, land=base.land - 4.0, lift=base.lift - 7.0,
                       kick=base.kick - 9.0, hip=base.hip + form.height, bounce=base.bounce * 0.5,
                       lean=base.lean + 5.0, chest=base.chest + form.lean, twist=base.twist * 0.5,
                       swing=base.swing * 0.4, hands=base.hands + 5.0, nod=base.nod + form.nod,
                       shrug=base.shrug + form.shrug, open=base.open - form.forward, pinch=1.0)
    return replace(base, stance=base.stance * 0.95, land=base.land + 1.5, lift=base.lift + 6.5, kick=base.kick + 6.0,
                   hip=base.hip + form.height, bounce=base.bounce * 1.25, lean=base.lean - 3.5,
                   chest=base.chest + form.lean * 0.9, twist=base.twist * 1.15, swing=base.swing * 1.4,
                   hands=base.hands + 0.5, nod=base.nod + form.nod, shrug=base.shrug + form.shrug,
                   open=base.open - form.forward, pinch=-0.5)
