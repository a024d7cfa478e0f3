"""The heavy bag: jab, cross, body, uppercut, each with its own silhouette, and each gone wrong in three ways."""
from __future__ import annotations

from ..clips import Clip, Sheet
from ..form import FORMS, LOOSE
from ..wardrobe import TANK_TOP
from . import faults, punches
from .boxing import Stage, idle_clip, reach, strike_clip

# the vest of the speed bag, which he has just come from: one white mass, no lit belly that jumps with the arms
STAGE = Stage(look=TANK_TOP.but(cloth="EYEWHITE", rib="EYEWHITE"))
SWIVEL = (95, 226)  # px from the ground point, right and up: hung there, the bag meets the fists
PUNCHES = (punches.jab, punches.cross, punches.body, punches.uppercut)


def clips() -> list[Clip]:
    """Return every clip at the heavy bag."""
    made: list[Clip] = []
    for form in FORMS:
        made.append(idle_clip(form, STAGE))
        made += [strike_clip(f"{punch.__name__}.{form.name}", punch(reach(form)), form, STAGE) for punch in PUNCHES]
    for punch in PUNCHES:
        name, clean = punch.__name__, punch(reach(LOOSE))
        miss = faults.missed_upward if punch is punches.uppercut else faults.missed
        made += [strike_clip(f"{name}_early", faults.early(clean), LOOSE, STAGE, faults.FAULT),
                 strike_clip(f"{name}_late", faults.late(clean), LOOSE, STAGE, faults.FAULT),
                 strike_clip(f"{name}_miss", miss(clean), LOOSE, STAGE, faults.MISS)]
    return made


SHEET = Sheet("heavy_bag", "gym", clips, scale=2.0, samples=3,
              sources=("anim/boxing", "anim/punches", "anim/faults", "anim/heavy_bag"),
              facts={"swivel": SWIVEL})
