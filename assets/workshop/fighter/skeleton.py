"""The skeleton: from a pose (named channels) to joints in the world.

Channels, each a vector; `r_` is the right (near) side, `l_` the left, written once here:
  hip (x, y, z)                pelvis / chest (yaw, lean, roll), chest relative to pelvis
  head (yaw, nod, roll)        in the world, so that the head stays steady while the body works
  look                         degrees the face turns about the head's own up (negative: to the viewer)
  r_foot (x, y, z)             the ankle        r_step (pitch, toe, turn) of the foot
  r_hand (x, y, z)             wrist from the shoulder, in the chest's frame
  r_fist (x, y, z)             wrist in the world, taken instead of r_hand by the share r_plant (0 to 1)
  r_elbow (x, y, z)            where the elbow points   r_shoulder (x, y, z) offset   r_wrist (twist, cock) degrees
  r_open                       hand: 0 fist, 1 open     r_grip 1 = round a brick
  r_set                        1 = the hand keeps upright in the world, as a fist planted on the floor
  r_knee                       degrees the knee opens outwards
  breath, eyes (1 open, 0 shut), brow (-1 down, 1 up), mouth (0 to 1), hood (bounce)
"""
# ruff: noqa: C408 - tables of named channels read better as keywords
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from .space import Matrix, Vector, reach, turn_x, turn_y, turn_z, vec

Pose = dict[str, Vector]
SIDES = (("r", 1.0), ("l", -1.0))


@dataclass(frozen=True)
class Build:
    """Bone lengths in px at 50 px a metre, and how wide the figure stands in hip and shoulder.

    `bulk` and `yoke` are factors: how thick the limbs and trunk are, and how broad the cloth lies over the shoulders.
    """

    thigh: float = 20.0
    shin: float = 19.0
    upper_arm: float = 13.6
    forearm: float = 12.2
    half_shoulders: float = 9.6
    half_hips: float = 4.5
    spine: float = 1.0
    head: float = 1.0
    bulk: float = 1.0
    yoke: float = 1.0


def pose(**channels: Sequence[float] | float) -> Pose:
    """Return a whole pose: a relaxed stand, with the given channels over it."""
    base: dict[str, Sequence[float] | float] = dict(
        hip=(0, 42.6, 0), pelvis=(0, 0, 0), chest=(0, 3, 0), head=(0, 0, 0), look=0,
        breath=0, eyes=1, brow=0, mouth=0, hood=0)
    for side, sign in SIDES:
        base |= {f"{side}_foot": (-5 * sign, 4.5, 6 * sign), f"{side}_step": (0, 0, 0), f"{side}_knee": 12,
                 f"{side}_hand": (4, -23, 6 * sign), f"{side}_fist": (0, 0, 0), f"{side}_plant": 0,
                 f"{side}_elbow": (-1, -0.2, 0.6 * sign), f"{side}_shoulder": (0, 0, 0), f"{side}_wrist": (0, 0),
                 f"{side}_open": 0, f"{side}_grip": 0, f"{side}_set": 0}
    unknown = set(channels) - set(base)
    if unknown:
        raise ValueError(f"no such pose channel: {sorted(unknown)}; see the list in skeleton.py")
    return {name: np.atleast_1d(np.asarray(value, float)) for name, value in (base | channels).items()}


def over(base: Mapping[str, Vector], **channels: Sequence[float] | float) -> Pose:
    """Return `base` with some channels replaced."""
    return dict(base) | {n: np.atleast_1d(np.asarray(v, float)) for n, v in channels.items()}


def add(base: Mapping[str, Vector], **channels: Sequence[float] | float) -> Pose:
    """Return `base` with amounts added to some channels."""
    return dict(base) | {n: base[n] + np.atleast_1d(np.asarray(v, float)) for n, v in channels.items()}


def mix(a: Mapping[str, Vector], b: Mapping[str, Vector], share: float) -> Pose:
    """Return the pose `share` of the way from `a` to `b`."""
    return {name: a[name] * (1 - share) + b[name] * share for name in a}


def mirror(base: Mapping[str, Vector]) -> Pose:
    """Return the same pose with left and right exchanged."""
    flip = {"hip": (1, 1, -1), "pelvis": (-1, 1, -1), "chest": (-1, 1, -1), "head": (-1, 1, -1), "foot": (1, 1, -1),
            "hand": (1, 1, -1), "fist": (1, 1, -1), "elbow": (1, 1, -1), "shoulder": (1, 1, -1), "look": (-1,)}
    swap = {"r": "l", "l": "r"}
    result: Pose = {}
    for name, value in base.items():
        side, _, part = name.partition("_")
        target = f"{swap[side]}_{part}" if part and side in swap else name
        sign = flip.get(part or name)
        result[target] = value * np.array(sign, float) if sign else value
    return result


def _round_to(value: float, step: float) -> float:
    return round(value / step) * step


def _spine(p: Mapping[str, Vector], build: Build) -> dict[str, Vector | Matrix]:
    yaw, lean, roll = p["pelvis"]
    c_yaw, c_lean, c_roll = p["chest"]
    pelvis = turn_y(yaw) @ turn_z(-lean) @ turn_x(roll)
    middle = pelvis @ turn_y(c_yaw * 0.4) @ turn_z(-c_lean * 0.5) @ turn_x(c_roll * 0.5)
    ribs = pelvis @ turn_y(c_yaw) @ turn_z(-c_lean) @ turn_x(c_roll)
    root = p["hip"]
    waist = root + pelvis @ vec(0, 4, 0) * build.spine
    chest = waist + middle @ vec(0, 9, 0) * build.spine
    neck = chest + ribs @ vec(-0.6, 11.5 * build.spine, 0)
    return dict(root=root, pelvis=pelvis, middle=middle, ribs=ribs, waist=waist, chest=chest, neck=neck)


def _arm(p: Mapping[str, Vector], j: dict, side: str, sign: float, build: Build) -> None:
    ribs: Matrix = j["ribs"]
    shoulder = j["chest"] + ribs @ (vec(-0.3, 8.2 * build.spine, sign * build.half_shoulders) + p[f"{side}_shoulder"])
    free = shoulder + ribs @ p[f"{side}_hand"]
    share = float(p[f"{side}_plant"][0])
    target = free * (1 - share) + p[f"{side}_fist"] * share
    pole = ribs @ p[f"{side}_elbow"] * (1 - share) + p[f"{side}_elbow"] * share
    elbow, wrist = reach(shoulder, target, (build.upper_arm, build.forearm), pole)
    j |= {f"{side}_shoulder": shoulder, f"{side}_elbow": elbow, f"{side}_wrist": wrist}


def _leg(p: Mapping[str, Vector], j: dict, side: str, sign: float, build: Build) -> None:
    pitch, toe, turn = p[f"{side}_step"]
    hip = j["root"] + j["pelvis"] @ vec(0, -0.5, sign * build.half_hips)
    pole = turn_y(-sign * float(p[f"{side}_knee"][0]) + turn) @ vec(1, 0.15, 0)
    if p["pelvis"][1] < -35 or p["pelvis"][1] > 60:  # lying or on all fours: knees bend away from the trunk
        pole = j["pelvis"] @ turn_y(-sign * float(p[f"{side}_knee"][0])) @ vec(1, 0, 0)
    knee, ankle = reach(hip, p[f"{side}_foot"], (build.thigh, build.shin), pole)
    foot = turn_y(turn - sign * 6) @ turn_z(pitch)
    j |= {f"{side}_hip": hip, f"{side}_knee": knee, f"{side}_ankle": ankle,
          f"{side}_sole": foot, f"{side}_toe": foot @ turn_z(toe)}


def solve(p: Mapping[str, Vector], build: Build, view: Matrix, px: float = 1.0) -> dict:
    """Return every joint and frame of the pose.

    The head is held to whole pixels (`px` of them a unit, seen through `view`) and to turns of 5 degrees, so that
    the face does not crawl.
    """
    j = _spine(p, build)
    yaw, nod, roll = (_round_to(float(a), 5) for a in p["head"])
    tilt = turn_y(yaw) @ turn_z(-nod) @ turn_x(roll) @ turn_y(_round_to(float(p["look"][0]), 5))
    up = (0.5 * (j["ribs"] @ vec(0, 1, 0)) + 0.5 * (tilt @ vec(0, 1, 0))) * 8.3 * build.head
    seen = view @ (j["neck"] + up + tilt @ vec(1.2, 0, 0))
    seen[:2] = np.round(seen[:2] * px) / px
    j |= dict(tilt=tilt, head=view.T @ seen)
    for side, sign in SIDES:
        _arm(p, j, side, sign, build)
        _leg(p, j, side, sign, build)
    return j
