"""The market: over crates, under goods, round vendors, and an orange out of the air. Half as fast again as the yard."""
from __future__ import annotations

from ..clips import Clip, Sheet
from ..form import FORMS, LOOSE, Form
from . import moves
from .missteps import FAULTS, FROM_THE_LEAP, Fault, gone_wrong
from .run import Gait, Track, answer_clip, gait_for, run_clip

GAIT = Gait(speed=144, stance=0.245, land=18.0, lift=1.5, kick=1.5, bounce=1.15, lean=8, chest=6, swing=1.08)


def clips() -> list[Clip]:
    """Return every clip of the market."""
    made: list[Clip] = []
    for form in FORMS:
        made += _clips(form, Track(gait_for(GAIT, form)))
    for fault in FAULTS:
        made += _amiss(fault)
    return made


def _amiss(fault: Fault) -> list[Clip]:
    """Return every dodge and both catches with a fault in them."""
    track = Track(gait_for(GAIT, LOOSE), count=12)
    dodges = {"hop": (lambda b, t: moves.hop(b, t, LOOSE), "air"),
              "duck": (lambda b, t: moves.duck(b, t, LOOSE), "head")}
    for side, word in (("l", "left"), ("r", "right")):
        dodges[f"slip_{word}"] = (lambda b, t, s=side: moves.slip(b, t, s), f"{word}_hand")
    made = [run_clip(f"{name}_{fault.name}", track, gone_wrong(lay, fault, FROM_THE_LEAP), key)
            for name, (lay, key) in dodges.items()]
    for side, word, other in (("l", "left", "r"), ("r", "right", "l")):
        made.append(answer_clip(f"catch_{word}_{fault.name}", Track(track.gait),
                                gone_wrong(lambda b, t, s=side: moves.catch(b, t, s), fault, hands=(other,)),
                                f"{word}_hand"))
    return made


def _clips(form: Form, track: Track) -> list[Clip]:
    made = [run_clip(f"run.{form.name}", track),
            moves.hop_clip(f"hop.{form.name}", track, form),
            run_clip(f"duck.{form.name}", track, lambda b, t: moves.duck(b, t, form), "head"),
            moves.stumble_clip(f"stumble.{form.name}", track, form)]
    for side, word in (("l", "left"), ("r", "right")):
        made.append(run_clip(f"slip_{word}.{form.name}", track, lambda b, t, s=side: moves.slip(b, t, s),
                             f"{word}_hand"))
        made.append(run_clip(f"catch_{word}.{form.name}", track, lambda b, t, s=side: moves.catch(b, t, s),
                             f"{word}_hand"))
    return made


SHEET = Sheet("market", "market", clips, ground_speed=144,
              sources=("anim/run", "anim/moves", "anim/missteps", "anim/market"))
