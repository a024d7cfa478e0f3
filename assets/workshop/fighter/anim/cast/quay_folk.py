"""The people of the quay: seven of their own build, clothes and business, on the boards between the runner and the
water. Four are always there; the others come out for who runs well.
"""
from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from ...clay import Clay, Drape, Stuff
from ...clips import Clip, Extra, Figure, Sheet, Shot, even
from ...palette import MAT
from ...skeleton import Build, Pose, over, pose
from ...space import vec
from ...wardrobe import Look

ANGLER = Look(Build(half_shoulders=9.6, bulk=1.04), top="coat", cloth="OLIVE", rib="OLIVERIB", bottom="BLACK",
              bottom_rib="BLACK", hat="porkpie", hat_cloth="BROWN", hat_band="BLACK", skin="PALE", stub="PALESTUB",
              hand="PALE", hood=False, towel=False, skirt=11.0, beard="GREY", sole="SHOE")
DOCKER = Look(Build(half_shoulders=11.4, bulk=1.16), top="shirt", cloth="FLANNEL", rib="CARDRIB", bottom="DENIM",
              bottom_rib="FELT", hat="knit", hat_cloth="FELT", hat_band="FELT", skin="DARK", stub="DARKSTUB",
              hand="DARK", hood=False, towel=False, belly=1.2, sole="SHOE")
FISHWIFE = Look(Build(half_shoulders=8.4, bulk=1.1), top="coat", cloth="TEAL", rib="FELT", bottom="TEAL",
                bottom_rib="FELT", hat="scarf", hat_cloth="PINK", hair="HAIR", skin="PALE", stub="PALE", hand="PALE",
                hood=False, towel=False, moustache=False, belly=2.2, apron="CANVAS", skirt=25.0, sole="SHOE")
PILOT = Look(Build(half_shoulders=10.2), top="coat", cloth="CANVAS", rib="BROWN", bottom="BLACK", bottom_rib="BLACK",
             hat="flat", hat_cloth="BLACK", hat_band="APRON", skin="SKIN", stub="STUB", hand="SKIN", hood=False,
             towel=False, skirt=6.0, sole="SHOE")
DECKHAND = Look(Build(half_shoulders=9.0, bulk=0.92), top="sweat", cloth="APRON", rib="FELT", bottom="FELT",
                bottom_rib="FELT", hat="knit", hat_cloth="APRON", hat_band="APRON", skin="DARK", stub="DARK",
                hand="DARK", hood=False, towel=False, moustache=False, sole="SHOE")
STUDENT = Look(Build(half_shoulders=7.6, bulk=0.9), top="coat", cloth="YELLOW", rib="BROWN", bottom="DENIM",
               bottom_rib="DENIM", hat="tails", hair="BROWN", skin="PALE", stub="PALE", hand="PALE", hood=False,
               towel=False, moustache=False, young=True, sole="SHOE")
GRANDFATHER = Look(Build(half_shoulders=8.6, bulk=0.98, head=1.05), top="cardigan", cloth="CARDIGAN", rib="CARDRIB",
                   bottom="BROWN", bottom_rib="BROWNRIB", hat="balding", hair="GREY", skin="PALE", stub="PALESTUB",
                   hand="PALE", hood=False, towel=False, glasses=True, belly=3.0, sole="SHOE")
FRAMES = 10


@dataclass(frozen=True)
class Person:
    """One of them: clothes, which way they stand (degrees, 0 along the lane), size, the movement and its beats."""

    look: Look
    turn: float
    size: float
    moved: Callable[[float], Pose]
    beats: int
    held: Callable[[float], tuple[Extra, ...]] = lambda _: ()


def _stand(t: float, bend: float = 3.0) -> Pose:
    sway = math.sin(2 * math.pi * t)
    return pose(hip=(0, 42.8, 0.9 * sway), pelvis=(3 * sway, 0, 2 * sway), chest=(-2 * sway, bend, -2 * sway),
                r_foot=(-3, 4.5, 6), l_foot=(3, 4.5, -6), breath=sway)


def _angles(t: float) -> Pose:
    """Both hands on the rod; he lifts its tip now and then."""
    lift = max(0.0, math.sin(2 * math.pi * t)) ** 3
    return over(_stand(t, 8), r_hand=(13, -12 + 3 * lift, -2), l_hand=(17, -10 + 4 * lift, 3),
                head=(0, 10 - 6 * lift, 0), r_elbow=(-0.8, -0.8, 0.6), l_elbow=(-0.6, -1, -0.6))


def _rod(t: float) -> tuple[Extra, ...]:
    bite = max(0.0, math.sin(2 * math.pi * t)) ** 3

    def build(clay: Clay, joints: dict) -> None:
        hand = joints["l_palm"]
        tip = hand + vec(52, 26 + 5 * bite, 0)
        clay.cone(hand - vec(12, 6, 0), tip, (0.9, 0.45), Stuff(MAT["WOOD"], 95, 37, 0))
        clay.cone(tip, tip + vec(3, -44, 0), (0.3, 0.3), Stuff(MAT["ROPE"], 96, 38, 0))
    return (build,)


def _hauls(t: float) -> Pose:
    """A sack on his shoulder, held with one hand; he shifts under it and calls out with the other arm."""
    shout = max(0.0, math.sin(2 * math.pi * t))
    return over(_stand(t, 6), r_hand=(4, 15, 5), r_elbow=(0.6, -0.4, 1), r_shoulder=(0, 3, 0), r_open=1,
                l_hand=(8 + 8 * shout, -14 + 22 * shout, -9), l_elbow=(-0.4, -1, -0.5), l_open=1,
                mouth=1 if shout > 0.5 else 0, head=(0, 2, 8))


def _sack(t: float) -> tuple[Extra, ...]:
    del t

    def build(clay: Clay, joints: dict) -> None:
        at = joints["r_shoulder"] + vec(-2.0, 7.0, 0)
        cloth = Stuff(MAT["CANVAS"], 95, 37, 2.0)
        clay.cone(at + vec(-9, -2, 0), at + vec(10, 1, 0), (6.4, 5.6), cloth, Drape(0.3, 0.5, 1))
        clay.cone(at + vec(14, 1, 0), at + vec(17, 2.5, 0), (2.0, 3.0), cloth)
    return (build,)


def _waves(t: float) -> Pose:
    side = math.sin(2 * math.pi * t)
    return over(_stand(t * 0.5), r_hand=(3 + 2 * side, 19, 7 + 5 * side), r_elbow=(-0.2, -0.4, 1), r_shoulder=(0, 3, 0),
                r_open=1, l_hand=(6, -14, -3), l_elbow=(-1, -0.6, -0.8), mouth=1 if t < 0.5 else 0)


def _both_arms(t: float) -> Pose:
    """Both arms cross over his head and open, on the beat; up on his toes."""
    up = 0.5 - 0.5 * math.cos(2 * math.pi * t)
    return over(_stand(t), hip=(0, 42.8 + 1.2 * up, 0), r_hand=(2, 20 + 2 * up, 14 - 12 * up),
                l_hand=(2, 20 + 2 * up, -14 + 12 * up), r_elbow=(0, -0.4, 1), l_elbow=(0, -0.4, -1),
                r_shoulder=(0, 3, 0), l_shoulder=(0, 3, 0), r_open=1, l_open=1, mouth=1)


def _jumps(t: float) -> Pose:
    """Off the ground with each beat, a fist up."""
    air = max(0.0, math.sin(2 * math.pi * t))
    return over(_stand(t), hip=(0, 41 + 5 * air, 0), r_foot=(-3, 4.5 + 5 * air, 5), l_foot=(3, 4.5 + 5 * air, -5),
                r_step=(-18 * air, 0, 0), l_step=(-18 * air, 0, 0), r_hand=(4, 12 + 10 * air, 6),
                r_elbow=(0.2, -0.6, 1), l_hand=(6, -8 + 8 * air, -8), l_elbow=(-0.6, -0.6, -1), mouth=1)


def _claps(t: float) -> Pose:
    apart = 0.5 + 0.5 * math.cos(2 * math.pi * t)
    return over(_stand(t * 0.5, 9), r_hand=(15, -4, 1 + 6 * apart), l_hand=(15, -4, -1 - 6 * apart),
                r_elbow=(-0.7, -0.9, 0.8), l_elbow=(-0.7, -0.9, -0.8), r_open=1, l_open=1, head=(0, 4, 0))


def _looks_out(t: float) -> Pose:
    """A hand over his eyes against the sun, the other in his pocket."""
    return over(_stand(t, 1), r_hand=(9, 16.5, 2), r_elbow=(0.6, -0.6, 1), r_shoulder=(0, 2, 0), r_open=1,
                l_hand=(0, -19, -7), l_elbow=(-1, -0.1, -0.9), head=(6 * math.sin(2 * math.pi * t), -3, 0))


PEOPLE = (
    Person(ANGLER, 24.0, 1.0, _angles, 4, _rod),
    Person(DOCKER, -40.0, 1.04, _hauls, 4, _sack),
    Person(PILOT, 62.0, 1.02, _looks_out, 4),
    Person(GRANDFATHER, -128.0, 0.93, _claps, 1),
    Person(FISHWIFE, -62.0, 0.94, _waves, 1),
    Person(DECKHAND, -100.0, 0.98, _both_arms, 2),
    Person(STUDENT, -52.0, 0.88, _jumps, 1),
)


def clips() -> list[Clip]:
    """Return every one's movement, as `person_1` to `person_7`."""
    made = []
    for number, who in enumerate(PEOPLE, 1):
        shots = tuple(Shot((Figure(who.moved(n / FRAMES), who.look, turn=who.turn, size=who.size,
                                   extras=who.held(n / FRAMES)),), 0.0) for n in range(FRAMES))
        made.append(Clip(f"person_{number}", shots, even(FRAMES, who.beats), True))
    return made


SHEET = Sheet("quay_folk", "river", clips, normals=False, sources=("anim/cast/quay_folk",))
