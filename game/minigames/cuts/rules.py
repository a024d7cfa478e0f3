"""The cuts: half a bar, later one beat, of each earlier exercise. Cue kinds are borrowed through the manifest and
written `yard.lift`, `meat.straight`; this module imports no other exercise.
"""

from fractions import Fraction

from game.sim.autoplay import perfect_taps
from game.sim.cue_rules import CueRules
from game.sim.rules import Minigame
from game.sim.spec import CallKind, MinigameSpec

SPEC = MinigameSpec(
    id="cuts",
    title="Cuts",
    cues=(),
    calls=(CallKind("cut", "the picture cuts to another place on this beat", map_class="Cut", heard=False),),
    max_presses_per_second=8.5,
    practice_key="C",
    borrows=True,
    approach_beats=Fraction(0),
)


class CutsRules(CueRules):
    """Judges by the shared cue rules; every cue keeps the verb and hold of its own exercise."""


MINIGAME = Minigame(SPEC, CutsRules, perfect_taps)
