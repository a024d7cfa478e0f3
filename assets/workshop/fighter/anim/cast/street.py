"""The street's people: eight vendors, each of another build and dress, and the men at the fire."""
from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction

from ...clips import Clip, Figure, Sheet, Shot, even
from ...curves import once
from ...skeleton import Build, Pose, add, mix, over, pose
from ...wardrobe import Look

BUTCH = Look(Build(half_shoulders=10.4, bulk=1.06), top="coat", cloth="DENIM", rib="FELT", bottom="BROWN",
             bottom_rib="BROWNRIB", hat="flat",
             hat_cloth="CARDIGAN", hat_band="CARDRIB", hair="GREY", skin="PALE", stub="PALESTUB", beard="GREY",
             hand="PALE", hood=False,
             towel=False, belly=3.0, apron="APRON", skirt=6.0, sole="SHOE")
WIDOW = Look(Build(half_shoulders=8.2, bulk=1.0), top="coat", cloth="TEAL", rib="FELT", bottom="FELT",
             bottom_rib="FELT", hat="scarf", hat_cloth="YELLOW", hair="HAIR",
             skin="PALE", stub="PALE", hand="PALE", hood=False, towel=False, moustache=False, belly=2.6, apron="PINK",
             skirt=15.0, sole="SHOE")
TRAMP = Look(Build(), top="coat", cloth="BROWN", rib="BROWNRIB", bottom="OLIVE", bottom_rib="OLIVERIB", hat="knit",
             hat_cloth="OLIVE", hat_band="FELT",
             skin="DARK", stub="DARKSTUB", hand="GREY", hood=False, towel=False, skirt=9.0, sole="SHOE")
DOCKER = Look(Build(bulk=1.05), top="shirt", cloth="FLANNEL", rib="CARDRIB", bottom="DENIM", bottom_rib="FELT",
              hat="flat", hat_cloth="FELT",
              hat_band="BLACK", skin="PALE", stub="PALESTUB", hand="PALE", hood=False, towel=False, belly=1.6,
              sole="SHOE")
FISHMONGER = Look(Build(half_shoulders=9.4, bulk=0.96), top="sweat", cloth="CARDIGAN", rib="CARDRIB", bottom="BLACK",
                  bottom_rib="BLACK", hat="knit", hat_cloth="FELT", hat_band="FELT", skin="DARK", stub="DARK",
                  hand="DARK", hood=False, towel=False, moustache=False, apron="TAPE", sole="SHOE")
GROCER = Look(Build(half_shoulders=10.8, bulk=1.12), top="shirt", cloth="APRON", rib="TAPE", bottom="FELT",
              bottom_rib="FELT", hat="balding", hair="BROWN", skin="SKIN", stub="STUB", hand="SKIN", hood=False,
              towel=False, belly=3.6, apron="LEAF", sole="SHOE")
GRANDMOTHER = Look(Build(half_shoulders=7.8, bulk=0.98, head=1.06), top="coat", cloth="FLANNEL", rib="CARDRIB",
                   bottom="FELT", bottom_rib="FELT", hat="long", hair="GREY", skin="PALE", stub="PALE",
                   hand="PALE", hood=False, towel=False, moustache=False, glasses=True, belly=2.8, apron="APRON",
                   skirt=12.0, sole="SHOE")
FLOWER_SELLER = Look(Build(half_shoulders=7.6, bulk=0.9, head=1.04), top="cardigan", cloth="YELLOW", rib="CARDRIB",
                     bottom="PINK", bottom_rib="PINK", hat="scarf", hat_cloth="LEAF", hair="BROWN", skin="SKIN",
                     stub="SKIN", hand="SKIN", hood=False, towel=False, moustache=False, apron="TAPE", skirt=17.0,
                     sole="SHOE")
PORTER = Look(Build(half_shoulders=11.4, bulk=1.2), top="tank", cloth="DENIM", rib="FELT", bottom="CANVAS",
              bottom_rib="BROWNRIB", hat="flat", hat_cloth="TEAL", hat_band="FELT", skin="DARK", stub="DARKSTUB",
              beard="BLACK", hand="GREY", hood=False, towel=True, belly=2.0, sole="SHOE")
CLOCKMENDER = Look(Build(half_shoulders=8.8, bulk=0.92), top="coat", cloth="CANVAS", rib="BROWNRIB", bottom="BLACK",
                   bottom_rib="BLACK", hat="porkpie", hat_cloth="GREY", hat_band="BLACK", hair="GREY", skin="PALE",
                   stub="PALESTUB", beard="GREY", glasses=True, hand="PALE", hood=False, towel=False, skirt=11.0,
                   sole="SHOE")
TO_THE_STREET = -118.0  # facing left and toward the viewer
FEET = ("left_foot", "right_foot")


def _stall(t: float, phase: float = 0.0) -> Pose:
    """Behind a stand: weight from foot to foot, hands rubbing against the cold."""
    sway, rub = math.sin(2 * math.pi * (t + phase)), math.sin(8 * math.pi * t)
    return pose(hip=(0, 43.0, 1.0 * sway), pelvis=(4 * sway, 0, 2 * sway), chest=(-3 * sway, 4, -2 * sway),
                head=(0, 0, 0), r_hand=(11, -12 + rub, -6),
                l_hand=(11, -12 - rub, 6), r_elbow=(-0.8, -0.7, 1), l_elbow=(-0.8, -0.7, -1), r_foot=(-3, 4.5, 6),
                l_foot=(3, 4.5, -6), breath=sway)


def _wave(t: float) -> Pose:
    """An arm up, waved on the beat, mouth open: go on, go on."""
    side = math.sin(2 * math.pi * t)
    return over(add(_stall(t * 0.5), chest=(0, -5, 4)), r_hand=(3 + 2 * side, 18, 7 + 5 * side),
                r_elbow=(-0.2, -0.4, 1), r_shoulder=(0, 3, 0), r_open=1,
                l_hand=(4, -20, -6), mouth=1 if t < 0.5 else 0)


def _throw(t: float) -> Pose:
    """Underarm: he bends, swings back, and the orange leaves his hand at the contact."""
    swing = float(once([(0, 0), (0.3, -1), (0.5, 0.7), (0.62, 1), (1, 0)], t)[0])
    base = _stall(0.0)
    back = over(base, r_hand=(-8, -19, 6), r_elbow=(-1, -0.2, 0.6), chest=(14, 14, 0), hip=(0, 39.5, 0))
    up = over(base, r_hand=(18, 8, 4), r_elbow=(-0.2, -1, 0.6), chest=(-8, -2, 0), r_open=1, r_shoulder=(2, 2, 0),
              mouth=1)
    made = mix(base, back, -swing) if swing < 0 else mix(base, up, swing)
    return over(made, r_open=1 if 0.47 < t < 0.9 else 0)


def _vendor(name: str, look: Look, phase: float, size: float = 1.0) -> Sheet:
    def clips() -> list[Clip]:
        def shots(make: Callable[[float], Pose], count: int) -> tuple[Shot, ...]:
            return tuple(Shot((Figure(make(n / count), look, turn=TO_THE_STREET, size=size),), 0.0,
                              planted=FEET) for n in range(count))

        release = Fraction(1, 2)
        return [Clip("idle", shots(lambda t: _stall(t, phase), 12), even(12, 2), True),
                Clip("wave", shots(_wave, 10), even(10), True),
                Clip("throw_orange", shots(_throw, 12), even(12), False, release, ((release, "right_hand"),))]
    return Sheet(name, "market", clips, sources=("anim/cast/street",))


def _warm(t: float, phase: float) -> Pose:
    rub, air = math.sin(4 * math.pi * t + phase), math.sin(2 * math.pi * t + phase)
    return pose(hip=(0, 41.0, 0), pelvis=(0, 4, 0), chest=(0, 12 + air, 0), head=(0, 10, 0),
                r_hand=(16, -9 + 0.8 * rub, 1), l_hand=(16, -9 - 0.8 * rub, -1),
                r_elbow=(-0.6, -1, 0.7), l_elbow=(-0.6, -1, -0.7), r_open=1, l_open=1, r_foot=(-4, 4.5, 6),
                l_foot=(4, 4.5, -6), breath=air,
                r_shoulder=(0.5, 1.6, 0), l_shoulder=(0.5, 1.6, 0), r_wrist=(0, 0), l_wrist=(0, 0))


def _fire_men() -> list[Clip]:
    shots = tuple(Shot((Figure(_warm(n / 16, 0.0), TRAMP, (-26, 0, 0), -14.0),
                        Figure(_warm(n / 16, 2.1), DOCKER, (26, 0, -3), -158.0)), 0.0, planted=FEET)
                  for n in range(16))
    return [Clip("idle", shots, even(16, 2), True)]


VENDOR_A = _vendor("vendor_a", BUTCH, 0.0)
VENDOR_B = _vendor("vendor_b", WIDOW, 0.35)
VENDOR_C = _vendor("vendor_c", FISHMONGER, 0.6, 1.03)
VENDOR_D = _vendor("vendor_d", GROCER, 0.15, 0.97)
VENDOR_E = _vendor("vendor_e", GRANDMOTHER, 0.8, 0.9)
VENDOR_F = _vendor("vendor_f", FLOWER_SELLER, 0.5, 0.93)
VENDOR_G = _vendor("vendor_g", PORTER, 0.25, 1.07)
VENDOR_H = _vendor("vendor_h", CLOCKMENDER, 0.7, 1.0)
FIRE_MEN = Sheet("fire_men", "market", _fire_men, far_down=False, sources=("anim/cast/street",))
