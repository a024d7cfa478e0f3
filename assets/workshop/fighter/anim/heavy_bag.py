"""The heavy bag: jab, cross, body, uppercut, each with its own silhouette; the jammed wrist; the swing at air."""
# ruff: noqa: C408 - tables of named channels read better as keywords
from __future__ import annotations

from fractions import Fraction

from ..clips import Clip, Sheet
from ..form import FORMS, LOOSE
from . import punches
from .boxing import Stage, Timing, idle_clip, reach, strike_clip

STAGE = Stage()
SWIVEL = (95, 226)  # px from the ground point, right and up: hung there, the bag meets the fists
OFF_TIMES = tuple(Fraction(n, 24) for n in (-8, -6, -4, -2, 0, 2, 4, 7, 10, 14, 18, 22))
OFF_BEATS = tuple(Fraction(n, 24) for n in (2, 2, 2, 2, 2, 2, 3, 3, 4, 4, 4, 2))


def jammed() -> punches.Keys:
    """The cross lands bent: the wrist folds, the shoulder is driven back, the face shows it, the hand is nursed."""
    far = reach(LOOSE)
    keys = punches.cross(far)
    hurt = dict(hip=(-1.0, 37.6, 0), chest=(-6, 16, 0), pelvis=(-6, 8, 0), r_fist=(24, 52, 9), l_fist=(23, 53, 1),
                r_shoulder=(-0.6, 1.8, 0), r_wrist=(60, 50), head=(-24, 20, 0), eyes=0, mouth=1, brow=-1)
    shake = dict(hurt, r_fist=(20, 46, 11), r_wrist=(60, 10), l_fist=(18, 56, -2))
    keys[3] = (0.07, dict(keys[3][1], r_fist=(far - 4, 57, 6), r_wrist=(0, 55), hip=(3.0, 36.8, 0),
                          r_shoulder=(-0.4, 2.4, 0),
                          eyes=0, head=(-14, 10, 0)))
    return [*keys[:4], (0.26, hurt), (0.46, shake), (0.62, dict(hurt, r_wrist=(60, 0), r_fist=(18, 53, 8)))]


def swing_at_air() -> punches.Keys:
    """A miss: nothing is there; he is pulled off his feet by his own arm."""
    far = reach(LOOSE)
    keys = punches.cross(far)
    fallen = dict(hip=(13, 35.0, 0), chest=(34, 30, 8), pelvis=(26, 16, 0), r_fist=(far + 1, 50, -6),
                  l_fist=(10, 44, -13), **punches.heel(-50, 8), head=(-14, 25, 0), brow=1, mouth=1)
    return [*keys[:2], (0.0, dict(keys[2][1], r_fist=(far - 1, 58, -1))), (0.14, fallen),
            (0.40, dict(fallen, hip=(7, 35.6, 0), chest=(10, 22, 4), r_fist=(26, 46, 6), l_fist=(17, 52, -9)))]


def clips() -> list[Clip]:
    """Return every clip at the heavy bag."""
    made: list[Clip] = []
    for form in FORMS:
        made.append(idle_clip(form, STAGE))
        for punch in (punches.jab, punches.cross, punches.body, punches.uppercut):
            made.append(strike_clip(f"{punch.__name__}.{form.name}", punch(reach(form)), form, STAGE))
    slow = Timing(OFF_TIMES, OFF_BEATS)
    made.append(strike_clip("off", jammed(), LOOSE, STAGE, slow))
    made.append(strike_clip("miss", swing_at_air(), LOOSE, STAGE, slow))
    return made


SHEET = Sheet("heavy_bag", "gym", clips, scale=2.0, samples=3,
              sources=("anim/boxing", "anim/punches", "anim/heavy_bag"),
              facts={"swivel": SWIVEL})
