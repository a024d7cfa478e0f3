"""The river: runs of strict eighths, a held breath at the end of each, and gusts to lean through."""

from fractions import Fraction

from game.sim.actions import Verb
from game.sim.autoplay import perfect_taps
from game.sim.cue_rules import CueRules
from game.sim.rules import Minigame
from game.sim.spec import CueKind, Hold, MinigameSpec

SPEC = MinigameSpec(
    id="river",
    title="River",
    cues=(
        CueKind(
            "stride",
            (Verb.LEFT, Verb.RIGHT),
            "a stride, strictly alternating",
            seen_lead=Fraction(1),
            alternates=True,
        ),
        CueKind(
            "breath",
            (Verb.DOWN,),
            "a breath, held for a beat; letting go begins the next run",
            seen_lead=Fraction(7, 8),
            hold=Hold.RELEASED,
        ),
        CueKind(
            "gust",
            (Verb.UP,),
            "he leans through a gust; flags and rigging show it coming",
            lead=Fraction(2),
            seen_lead=Fraction(5, 4),
            obstacle=True,
        ),
    ),
    max_presses_per_second=8.5,
    practice_key="0",
    carries_theme=True,
)


class RiverRules(CueRules):
    """Alternation and holds by the shared cue rules; after a breath or a gust either foot may begin."""


MINIGAME = Minigame(SPEC, RiverRules, perfect_taps)
