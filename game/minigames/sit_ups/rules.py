"""Sit-ups over the ring apron: press to come up, hold, release to go down again; twist at the top."""

from fractions import Fraction

from game.sim.actions import Verb
from game.sim.autoplay import perfect_taps
from game.sim.cue_rules import CueRules
from game.sim.rules import Minigame
from game.sim.spec import CueKind, Hold, MinigameSpec

SPEC = MinigameSpec(
    id="sit_ups",
    title="Sit-ups",
    cues=(
        CueKind(
            "sit_up",
            (Verb.UP,),
            "he comes up on the press and hangs again on the release",
            seen_lead=Fraction(1),
            hold=Hold.RELEASED,
            label="Sit-up",
        ),
        CueKind(
            "twist",
            (Verb.LEFT, Verb.RIGHT),
            "held at the top, he twists to that side",
            seen_lead=Fraction(1),
            during_hold=True,
        ),
    ),
    max_presses_per_second=4.0,
    practice_key="6",
    standing=True,
)


class SitUpRules(CueRules):
    """Holds, and twists during them, by the shared cue rules."""


MINIGAME = Minigame(SPEC, SitUpRules, perfect_taps)
