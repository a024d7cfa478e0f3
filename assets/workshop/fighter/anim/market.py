"""The market: over crates, under goods, round vendors, and an orange out of the air. Half as fast again as the yard."""
from __future__ import annotations

from ..clips import Clip, Sheet
from ..form import FORMS, Form
from . import moves
from .run import Gait, Track, gait_for, run_clip

GAIT = Gait(speed=144, stance=0.245, land=18.0, lift=1.5, kick=1.5, bounce=1.15, lean=8, chest=6, swing=1.08)


def clips() -> list[Clip]:
    """Return every clip of the market."""
    made: list[Clip] = []
    for form in FORMS:
        made += _clips(form, Track(gait_for(GAIT, form)))
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


SHEET = Sheet("market", "market", clips, ground_speed=144, sources=("anim/run", "anim/moves", "anim/market"))
