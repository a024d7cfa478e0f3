"""The speed bag: a steady strike on the beat; the bag rebounds three times (a triplet) and is back for the
next strike.
"""

from fractions import Fraction

from game.sim.actions import Verb
from game.sim.autoplay import perfect_taps
from game.sim.cue_rules import CueRules
from game.sim.rules import Minigame
from game.sim.spec import CueKind, MinigameSpec, Rhythm

SPEC = MinigameSpec(
    id="speed_bag",
    title="Speed bag",
    cues=(
        CueKind(
            "strike",
            (Verb.LEFT, Verb.RIGHT),
            "a fist strikes the bag; hands come in pairs",
            seen_lead=Fraction(1),
        ),
    ),
    max_presses_per_second=7.0,
    practice_key="4",
    standing=True,
    rhythm=Rhythm.REPEATS,
)


class SpeedBagRules(CueRules):
    """A strike with the wanted hand, by the shared cue rules."""


MINIGAME = Minigame(SPEC, SpeedBagRules, perfect_taps)
