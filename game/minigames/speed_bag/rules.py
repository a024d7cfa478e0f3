"""Hands like a metronome: each strike sends the bag through three rebounds, a triplet, and it is back for the next."""

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
    """A strike each with the hand that is wanted: all of it is what cues share."""


MINIGAME = Minigame(SPEC, SpeedBagRules, perfect_taps)
