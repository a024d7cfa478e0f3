"""The river: an open sprint, a breath that fills the chest, a gust he leans into."""
from __future__ import annotations

from ..clips import Clip, Sheet
from ..form import FORMS, LOOSE, Form
from ..skeleton import Pose, add, mix, over
from . import moves
from .missteps import ALWAYS, EARLY, FAULTS, LATE, Fault, gone_wrong
from .run import Gait, Track, answer_clip, gait_for, run_clip

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
    for fault in FAULTS:
        made += _amiss(fault)
    return made


def _amiss(fault: Fault) -> list[Clip]:
    """Return the sprint out of step, a breath that is snatched or comes too late, a gust that is not met in time."""
    track = Track(gait_for(GAIT, LOOSE))
    wind = _blown if fault is LATE else gone_wrong(lambda b, t: _gust(b, t, LOOSE), EARLY)
    return [run_clip(f"sprint_{fault.name}", track, gone_wrong(None, fault, ALWAYS)),
            run_clip(f"breath_{fault.name}", Track(track.gait, count=12), lambda b, t: _gasp(b, t, fault), "head"),
            answer_clip(f"gust_{fault.name}", track, wind, "head")]


def _blown(body: Pose, phase: float) -> Pose:
    """Caught upright by the gust: chest and chin are blown back, both arms go up, the hips sit behind the feet."""
    t = moves.centred(phase)
    share = moves.pulse([(-0.5, 0), (-0.04, 0), (0, 1), (0.26, 0.9), (0.5, 0)], t)
    shield = over(body, r_hand=(9, 15, 9), l_hand=(12, 13, -6), r_elbow=(0.5, -0.3, 1), l_elbow=(0.5, -0.3, -1))
    return add(mix(body, shield, share), pelvis=(0, -14 * share, 0), chest=(0, -30 * share, 0),
               head=(0, -22 * share, 0), hip=(-6 * share, -3 * share, 0), hood=2.0 * share, mouth=share,
               eyes=-1.0 if share > 0.5 else 0.0, brow=share)


def _gasp(body: Pose, phase: float, fault: Fault) -> Pose:
    """Early the breath is snatched, shoulders at the ears; late he is bent over it, a hand to his side."""
    full = moves.pulse([(0, 0), (0.14, 1), (0.7, 1), (1, 0)], phase)
    if fault is EARLY:
        high = over(body, r_hand=(8, -8, 7), l_hand=(8, -8, -7), r_elbow=(-0.6, -0.2, 1.4), l_elbow=(-0.6, -0.2, -1.4))
        return add(mix(body, high, full), chest=(0, 10 * full, 0), head=(0, -24 * full, 0), mouth=full, brow=full,
                   r_shoulder=(1.0 * full, 4.5 * full, 0), l_shoulder=(1.0 * full, 4.5 * full, 0), breath=-1.0 * full)
    bent = over(body, r_hand=(7, -16, -4), l_hand=(3, -21, -7), r_elbow=(-0.7, -0.2, 1.2))
    return add(mix(body, bent, full), pelvis=(0, 8 * full, 0), chest=(0, 24 * full, 0), head=(0, 26 * full, 0),
               mouth=full, brow=-full, hip=(0, -3 * full, 0), breath=-1.5 * full)


SHEET = Sheet("river", "river", clips, ground_speed=192,
              sources=("anim/run", "anim/moves", "anim/missteps", "anim/river"))
