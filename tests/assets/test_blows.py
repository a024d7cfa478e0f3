"""The poses behind the blows: a straight lands on a straight arm, on the bag's skin, and the front foot stays."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np
import pytest

FIGHTER = "assets.workshop.fighter"
boxing: Any = import_module(f"{FIGHTER}.anim.boxing")
punches: Any = import_module(f"{FIGHTER}.anim.punches")
skeleton: Any = import_module(f"{FIGHTER}.skeleton")
FORMS: dict[str, Any] = {form.name: form for form in import_module(f"{FIGHTER}.form").FORMS}
CONTACT_BEATS = (0.0, 2 / 24)
"""The blow is held from the first to the second."""
STRAIGHT_DEGREES, BENT_DEGREES = 165.0, 135.0
NEAR_PX = 1.0


def joints_of(blow: Any, beats: float, form: str) -> Any:
    """Return the joints of a blow so many beats after it lands."""
    pose = boxing.strike_pose(blow, beats, boxing.carried(boxing.guard(), FORMS[form]), FORMS[form])
    return skeleton.solve(pose, skeleton.Build(), np.eye(3))


def cross(form: str) -> Any:
    """Return the right straight as this form throws it."""
    return punches.cross(boxing.reach(FORMS[form]))


def elbow_degrees(joints: Any, side: str) -> float:
    """Return the angle in an elbow: 180 is a straight arm."""
    upper = joints[f"{side}_shoulder"] - joints[f"{side}_elbow"]
    lower = joints[f"{side}_wrist"] - joints[f"{side}_elbow"]
    return float(np.degrees(np.arccos(upper @ lower / np.linalg.norm(upper) / np.linalg.norm(lower))))


@pytest.mark.parametrize("form", ["loose", "proud"])
@pytest.mark.parametrize("beats", CONTACT_BEATS)
def test_a_cross_lands_on_a_straight_arm(form: str, beats: float) -> None:
    assert elbow_degrees(joints_of(cross(form), beats, form), "r") >= STRAIGHT_DEGREES


def test_a_stiff_cross_is_short() -> None:
    assert elbow_degrees(joints_of(cross("stiff"), 0.0, "stiff"), "r") < BENT_DEGREES


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("punch", ["jab", "cross", "body", "uppercut"])
def test_every_form_strikes_the_same_skin(punch: str, form: str) -> None:
    blow = getattr(punches, punch)(boxing.reach(FORMS[form]))
    fist = joints_of(blow, 0.0, form)[f"{blow.side}_wrist"][0] - boxing.BACK[form]
    assert fist == pytest.approx(punches.SURFACE, abs=NEAR_PX)


@pytest.mark.parametrize("form", FORMS)
def test_the_front_foot_stays_where_it_stands(form: str) -> None:
    at = [joints_of(cross(form), beats, form)["l_ankle"] for beats in np.linspace(-0.5, 0.9, 15)]
    assert np.ptp(np.array(at), axis=0).max() < NEAR_PX
