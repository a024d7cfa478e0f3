"""The arc in three postures: stiff, loose, proud. A posture is laid over any movement; movements also scale by it."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .skeleton import Pose, add


@dataclass(frozen=True)
class Form:
    """How the man carries himself. Degrees and px; `drive` scales how far and hard he moves."""

    name: str
    drive: float
    lean: float
    nod: float
    shrug: float
    forward: float
    height: float
    chest: float
    brow: float


STIFF = Form("stiff", 0.72, 16, 20, 3.6, 2.6, -2.4, -0.6, -1)
LOOSE = Form("loose", 1.0, 0, 0, 0.0, 0.0, 0.0, 0.0, 0)
PROUD = Form("proud", 1.22, -9, -12, -1.4, -1.8, 1.2, 2.0, 0)
FORMS = (LOOSE, STIFF, PROUD)


def posture(pose: Pose, form: Form, share: float = 1.0) -> Pose:
    """Return `pose` carried in `form`: shoulders up and head down when stiff, chest open and head up when proud."""
    lift = (form.forward * share, form.shrug * share, 0)
    return add(pose, chest=(0, form.lean * share, 0), head=(0, form.nod * share, 0), r_shoulder=lift, l_shoulder=lift,
               hip=(0, form.height * share, 0), breath=form.chest * share, brow=form.brow * share)


def each_form(make: Callable[[Form], object]) -> list:
    """Return what `make` returns for every form."""
    return [make(form) for form in FORMS]
