"""The plant: straights and hooks into hanging beef; hooks are held wound up until the release."""
from __future__ import annotations

import math
from dataclasses import replace
from fractions import Fraction

from ..clips import Clip, Sheet, Shot, even
from ..form import FORMS, LOOSE, Form
from ..skeleton import Pose, add, over
from ..wardrobe import SWEATSUIT
from . import faults, punches
from .boxing import Stage, Timing, carried, grounded, guard, idle_clip, in_stance, reach, strike_clip

STAGE = Stage(SWEATSUIT)
SWIVEL = (105, 281)  # px from the ground point, right and up: the hook the beef hangs from
BEFORE_JAW, BEYOND_JAW = (22, 59.5, 10), (22, 60, -8)  # the fist that stays home: px ahead, up, toward the viewer
HOOK = Timing(tuple(Fraction(n, 24) for n in (-3, -2, -1, 0, 1, 2, 5, 8, 11, 14, 17)),
              tuple(Fraction(n, 24) for n in (1, 1, 1, 1, 1, 3, 3, 3, 3, 3, 3)))


def _wind(form: Form, side: str) -> Clip:
    """The held wind-up: into it in three frames, then the wound fist trembles; the body is still as a drawn bow."""
    target = punches.wind_left() if side == "l" else punches.wind_right()
    base = carried(guard(), form)
    wound = carried(over(guard(), **target), form)
    shots = []
    for n in range(8):
        share = (0.35, 0.8, 1.05)[n] if n < 3 else 1.0
        body = {name: base[name] + (wound[name] - base[name]) * share for name in base}
        shake = (0.0, 0.5, 1.0, 0.5, 0.0)[n - 3] if n >= 3 else 0.0
        held = add(body, **{f"{side}_fist": (-0.5 * shake, 0.9 * shake, 0)})
        shots.append(Shot((STAGE.figure(in_stance(held, form), form),), STAGE.yaw))
    word = "left" if side == "l" else "right"
    return Clip(f"wind_{word}.{form.name}", tuple(shots), (Fraction(1, 16),) * 3 + (Fraction(1, 8),) * 5,
                facts=(("hold_from", 3),))


def _wind_amiss(side: str, fault: str) -> Clip:
    """The wind-up begun too early: he rocks back, chin up; too late: he is bent low over the front foot."""
    whole = _wind(LOOSE, side)
    lean, sink, nod, ahead = (-20.0, 1.5, -20.0, -5.0) if fault == "early" else (20.0, -5.0, 20.0, 4.0)
    shots = []
    for number, shot in enumerate(whole.shots):
        share = (0.3, 0.7, 1.0)[number] if number < 3 else 1.0
        body = add(shot.figures[0].pose, chest=(0, lean * share, 0), pelvis=(0, 0.3 * lean * share, 0),
                   head=(0, nod * share, 0), hip=(ahead * share, sink * share, 0), mouth=share, brow=share)
        shots.append(Shot((STAGE.figure(grounded(body), LOOSE),), STAGE.yaw))
    word = "left" if side == "l" else "right"
    return replace(whole, name=f"wind_{word}_{fault}", shots=tuple(shots))


def _straight(form: Form, side: str) -> punches.Blow:
    """Return the jab or the cross with the other fist kept clear of the jacket: held close, as bare arms hold it, the
    right is lost in the thick sleeve, as if the arm ended at the elbow, and the left comes out behind the shoulder.
    """
    blow = punches.jab(reach(form), 58) if side == "l" else punches.cross(reach(form), 57)
    kept = {"r_fist": BEFORE_JAW} if side == "l" else {"l_fist": BEYOND_JAW}
    return replace(blow, keys=[(t, {**key, **kept} if 0 <= t < 0.4 else key) for t, key in blow.keys])


def _hook_blow(form: Form, side: str) -> punches.Blow:
    blow = (punches.hook_left if side == "l" else punches.hook_right)(reach(form))
    return blow.out_of(-0.14, punches.wind_left() if side == "l" else punches.wind_right())


def _hook(form: Form, side: str) -> Clip:
    word = "left" if side == "l" else "right"
    return strike_clip(f"hook_{word}.{form.name}", _hook_blow(form, side), form, STAGE, HOOK)


def _faults() -> list[Clip]:
    """Return straights and hooks that come early, late or not at all."""
    made: list[Clip] = []
    blows = {"straight_left": _straight(LOOSE, "l"), "straight_right": _straight(LOOSE, "r"),
             "hook_left": _hook_blow(LOOSE, "l"), "hook_right": _hook_blow(LOOSE, "r")}
    for name, blow in blows.items():
        made += [strike_clip(f"{name}_early", faults.early(blow), LOOSE, STAGE, faults.FAULT),
                 strike_clip(f"{name}_late", faults.late(blow), LOOSE, STAGE, faults.FAULT),
                 strike_clip(f"{name}_miss", faults.missed(blow), LOOSE, STAGE, faults.MISS)]
    return [*made, *(_wind_amiss(side, fault) for side in ("l", "r") for fault in ("early", "late"))]


def _hurt(n: int) -> Pose:
    """One beat: he shakes the hand out, jaw set, and comes back to guard."""
    t = n / 12
    out = math.sin(math.pi * min(1, t * 1.15)) if t < 0.87 else 0.0
    flap = math.sin(2 * math.pi * t * 4) * out
    nursed = add(guard(), hip=(-2.5 * out, -1.0 * out, 0), chest=(-8 * out, 7 * out, 0),
                 r_fist=(8 * out, -16 * out + 3.0 * flap, 6 * out),
                 l_fist=(-3 * out, -6 * out, 1 * out), r_shoulder=(0, 1.6 * out, 0), head=(-12 * out, 18 * out, 0),
                 brow=-out)
    return over(nursed, r_wrist=(60, 55 * flap), r_open=1 if out > 0.25 else 0, eyes=0 if 0.1 < t < 0.45 else 1,
                mouth=1 if 0.1 < t < 0.6 else 0)


def clips() -> list[Clip]:
    """Return every clip in the plant."""
    made: list[Clip] = []
    for form in FORMS:
        made += [idle_clip(form, STAGE),
                 strike_clip(f"straight_left.{form.name}", _straight(form, "l"), form, STAGE),
                 strike_clip(f"straight_right.{form.name}", _straight(form, "r"), form, STAGE)]
        for side in ("l", "r"):
            made += [_wind(form, side), _hook(form, side)]
    hurt = tuple(Shot((STAGE.figure(_hurt(n), LOOSE),), STAGE.yaw) for n in range(12))
    return [*made, *_faults(), Clip("hurt", hurt, even(12))]


SHEET = Sheet("meat", "plant", clips, scale=2.0, samples=3, sources=("anim/boxing", "anim/punches", "anim/faults",
                                                                     "anim/meat"),
              facts={"swivel": SWIVEL})
