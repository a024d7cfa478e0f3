"""The river: an open sprint, a breath that fills the chest, a gust he leans into."""
from __future__ import annotations

from ..clips import Clip, Sheet
from ..form import FORMS, Form
from ..skeleton import Pose, add, mix, over
from . import moves
from .run import Gait, Track, gait_for, run_clip

GAIT = Gait(speed=192, stance=0.20, land=19.0, lift=4.5, kick=4.0, hip=41.8, bounce=1.3, lean=11, chest=6, twist=30,
            swing=1.25, hands=1.5, nod=0)


def _breath(body: Pose, phase: float, form: Form) -> Pose:
    """One beat long: arms fall open, chest rises and fills, then the breath goes out."""
    full = moves.pulse([(0, 0), (0.30, 1), (0.55, 1), (1, 0)], phase)
    wide = 6 + 3 * form.drive
    eased = over(body, r_hand=(3, -18, wide), l_hand=(5, -18, -wide), r_elbow=(-1, -0.2, 0.9), l_elbow=(-1, -0.2, -0.9))
    return add(mix(body, eased, full * 0.75), chest=(0, -13 * full, 0), pelvis=(0, -5 * full, 0),
               head=(0, -14 * full, 0),
               r_shoulder=(-1.6 * full, 0.9 * full, 0), l_shoulder=(-1.6 * full, 0.9 * full, 0), breath=2.2 * full,
               mouth=1.0 if phase < 0.35 or phase > 0.6 else 0.0)


def _gust(body: Pose, phase: float, form: Form) -> Pose:
    """Head down into the wind, far arm before the brow; deepest at the cue."""
    deep = moves.pulse([(-0.5, 0.15), (-0.16, 0.85), (0, 1), (0.22, 0.85), (0.5, 0.15)], moves.centred(phase))
    deep *= 1.12 if form.drive < 1 else 0.95
    shield = over(body, l_hand=(15, 5, 3), l_elbow=(0.1, -0.9, -0.9), l_shoulder=(2, 2.5, 0))
    return add(mix(body, shield, deep), pelvis=(0, 12 * deep, 0), chest=(0, 15 * deep, 0), head=(0, 15 * deep, 0),
               hip=(-2 * deep, -3.5 * deep, 0), hood=-1.2 * deep, eyes=-1.0 if deep > 0.7 else 0.0, brow=-1.0)


def clips() -> list[Clip]:
    """Return every clip of the river."""
    made: list[Clip] = []
    for form in FORMS:
        track = Track(gait_for(GAIT, form))
        made += [run_clip(f"sprint.{form.name}", track),
                 run_clip(f"breath.{form.name}", track, lambda b, t, f=form: _breath(b, t, f), "head"),
                 run_clip(f"gust.{form.name}", track, lambda b, t, f=form: _gust(b, t, f), "head"),
                 moves.stumble_clip(f"stumble.{form.name}", track, form)]
    return made


SHEET = Sheet("river", "river", clips, ground_speed=192, sources=("anim/run", "anim/moves", "anim/river"))
