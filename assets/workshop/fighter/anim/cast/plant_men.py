"""The men of the plant, in the depth of the hall: one carries sides of beef across to the door, one hoses the floor,
and a foreman checks his list.
"""
from __future__ import annotations

import math

from ...carcass import beef
from ...clay import Clay, Stuff
from ...clips import Clip, Extra, Figure, Sheet, Shot, even
from ...palette import MAT
from ...skeleton import Build, Pose, pose
from ...space import turn_z, vec
from ...wardrobe import Look

PORTER = Look(Build(half_shoulders=11.2, bulk=1.14), top="shirt", cloth="APRON", rib="TAPE", bottom="BLACK",
              bottom_rib="BLACK", hat="hood", hat_cloth="APRON", hat_band="APRON", skin="DARK", stub="DARKSTUB",
              hand="DARK", hood=False, towel=False, sole="SHOE")
HOSER = Look(Build(half_shoulders=9.2, bulk=0.96), top="sweat", cloth="DENIM", rib="FELT", bottom="OLIVE",
             bottom_rib="OLIVERIB", hat="knit", hat_cloth="YELLOW", hat_band="YELLOW", skin="PALE", stub="PALESTUB",
             hand="YELLOW", hood=False, towel=False, apron="OLIVE", sole="SHOE")
FOREMAN = Look(Build(half_shoulders=9.4), top="coat", cloth="APRON", rib="TAPE", bottom="BROWN", bottom_rib="BROWNRIB",
               hat="porkpie", hat_cloth="FELT", hat_band="BLACK", skin="PALE", stub="PALE", hand="PALE", hood=False,
               towel=False, glasses=True, skirt=14.0, belly=1.4, sole="SHOE")
FRAMES = 12
SCALE = 1.38  # px a unit at the depth of the second rail
REACH = 14.6  # units from the hip to the porter's foot as it lands


def _step(t: float) -> tuple[float, float, float]:
    """Where a foot is at a share of the cycle: ahead of the hip and over the ground, units, and its pitch, degrees. On
    the ground it goes back evenly, as far in each picture as the man goes ahead.
    """
    t %= 1.0
    if t < 0.5:
        return REACH * (1 - 4 * t), 0.0, 0.0
    swung = (t - 0.5) * 2
    return -REACH * math.cos(math.pi * swung), 5.0 * math.sin(math.pi * swung), -26 * math.sin(math.pi * swung) ** 2


def _carries(t: float) -> Pose:
    """Two steps a cycle, bent under the side on his shoulder, a hand up to it."""
    walk = math.sin(2 * math.pi * t)
    (right, right_up, right_pitch), (left, left_up, left_pitch) = _step(t + 0.25), _step(t + 0.75)
    return pose(hip=(0, 38.9 + 0.8 * abs(walk), 0), pelvis=(4 * walk, 6, 0), chest=(-4 * walk, 10, -3), head=(0, 2, 8),
                r_foot=(right, 4.5 + right_up, 5), l_foot=(left, 4.5 + left_up, -5),
                r_step=(right_pitch, 0, 0), l_step=(left_pitch, 0, 0),
                r_hand=(8, 12, 4), r_elbow=(0.5, -0.7, 1), r_shoulder=(0, 2.5, 0), r_open=1,
                l_hand=(4 + 9 * walk, -19, -7), l_elbow=(-1, -0.3, -0.6))


def _on_his_shoulder(clay: Clay, joints: dict) -> None:
    """A small side lies across his shoulder, its shank ahead."""
    view, place, size = clay.view, clay.place, clay.size
    lying = turn_z(-82)
    at = joints["r_shoulder"] + vec(26.0, 9.5, 1.0)
    clay.view, clay.size, clay.place = view @ lying, 0.52 * size, lying.T @ (at * size + place)
    beef(0.0, 1)(clay)
    clay.view, clay.place, clay.size = view, place, size


def _hoses(t: float) -> Pose:
    """Both hands on the nozzle, swung slowly from side to side."""
    swing = math.sin(2 * math.pi * t)
    return pose(hip=(0, 42.2, 0.8 * swing), pelvis=(9 * swing, 2, 0), chest=(12 * swing, 8, 0), head=(8 * swing, 10, 0),
                r_foot=(-6, 4.5, 6), l_foot=(6, 4.5, -6), r_hand=(13, -15, 1), l_hand=(9, -14, 4),
                r_elbow=(-0.8, -0.7, 0.9), l_elbow=(-0.8, -0.7, -0.9), breath=swing)


def _water(t: float) -> Extra:
    def build(clay: Clay, joints: dict) -> None:
        nozzle, back = joints["r_palm"], joints["l_palm"]
        rubber, wet = Stuff(MAT["BLACK"], 95, 37, 0), Stuff(MAT["TANK"], 96, 38, 0)
        ahead = joints["ribs"] @ vec(1, 0, 0)
        clay.cone(nozzle, nozzle + ahead * 5 - vec(0, 2, 0), (1.2, 0.8), Stuff(MAT["METAL"], 95, 36, 0))
        for a, b in ((back, vec(-6, 14, 8)), (vec(-6, 14, 8), vec(-14, 1, 10)), (vec(-14, 1, 10), vec(-40, 1, 12))):
            clay.cone(a, b, (1.1, 1.1), rubber)
        start = nozzle + ahead * 6 - vec(0, 2.5, 0)
        for n in range(7):
            share, later = n / 7, (n + 0.55 + 0.4 * math.sin(40 * t + n)) / 7
            arc = [start + ahead * 32 * s - vec(0, (start[1] - 2) * s**1.8, 0) for s in (share, later)]
            clay.cone(arc[0], arc[1], (0.5 + 0.5 * share, 0.5 + 0.6 * share), wet)
    return build


def _lists(t: float) -> Pose:
    """He writes, and looks up from it at what hangs there."""
    looks = 1.0 if 0.55 < t < 0.9 else 0.0
    pen = 0.0 if looks else math.sin(12 * math.pi * t)
    return pose(hip=(0, 42.6, 0.6 * math.sin(2 * math.pi * t)), pelvis=(0, 0, 0), chest=(0, 6, 0),
                head=(18 * looks, 14 - 20 * looks, 0), r_foot=(-3, 4.5, 6), l_foot=(4, 4.5, -6),
                l_hand=(12, -7, 2), l_elbow=(-0.8, -0.9, -0.7), r_hand=(12 + 0.8 * pen, -4 + 0.5 * pen, 1 + pen),
                r_elbow=(-0.7, -0.9, 0.9), breath=0)


def _board(clay: Clay, joints: dict) -> None:
    at = joints["l_palm"] + vec(1.6, 2.4, 0)
    clay.box(at, turn_z(38), (0.4, 6.0, 4.4, 0.2), Stuff(MAT["WOOD"], 95, 36, 0))
    clay.box(at + turn_z(38) @ vec(-0.5, 0, 0), turn_z(38), (0.3, 5.2, 3.8, 0.1), Stuff(MAT["TANK"], 96, 37, 0))


def clips() -> list[Clip]:
    """Return the men at their work."""
    def shots(move, look: Look, turn: float, extras=lambda _: ()) -> tuple[Shot, ...]:  # type: ignore[no-untyped-def]
        return tuple(Shot((Figure(move(n / FRAMES), look, turn=turn, extras=extras(n / FRAMES)),), 0.0)
                     for n in range(FRAMES))

    return [Clip("carry", shots(_carries, PORTER, -12.0, lambda _: (_on_his_shoulder,)), even(FRAMES, 2), True),
            Clip("hose", shots(_hoses, HOSER, -148.0, lambda t: (_water(t),)), even(FRAMES, 4), True),
            Clip("list", shots(_lists, FOREMAN, -132.0, lambda _: (_board,)), even(FRAMES, 4), True)]


SHEET = Sheet("plant_men", "plant", clips, SCALE, 3, normals=False, sources=("carcass", "anim/cast/plant_men"))
