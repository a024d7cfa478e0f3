"""The montage itself: half a bar, then a beat, of each exercise so far. It imports none of them: its cue kinds are
borrowed from the manifest and written `yard.lift`, `meat.straight`."""

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
    max_presses_per_second=6.0,
    practice_key="C",
    borrows=True,
    approach_beats=Fraction(0),
    opens_theme=True,
)


class CutsRules(CueRules):
    """Nothing new to learn; every cue keeps the verb and the hold it has at home."""


MINIGAME = Minigame(SPEC, CutsRules, perfect_taps)
