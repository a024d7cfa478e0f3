"""One-arm push-ups, counted by claps and chalk: the tally stands at 27 when he comes into frame, and ends at fifty."""

from fractions import Fraction

from game.sim.actions import Verb
from game.sim.autoplay import perfect_taps
from game.sim.cue_rules import CueRules
from game.sim.rules import Minigame
from game.sim.spec import CueKind, Hold, MinigameSpec

REPS_BEFORE = 27
"""Push-ups on the chalk tally when he comes into frame."""
REPS_WANTED = 50
"""Push-ups on the tally at the end."""
SHAKES_FROM = 40
"""Push-ups from which on his arm shakes."""

SPEC = MinigameSpec(
    id="push_ups",
    title="Push-ups",
    cues=(
        CueKind(
            "lower",
            (Verb.LEFT, Verb.RIGHT),
            "the press goes down on that arm, the release pushes up",
            seen_lead=Fraction(1),
            hold=Hold.RELEASED,
        ),
        CueKind("clap", (Verb.UP,), "off the floor, a clap between two push-ups", seen_lead=Fraction(1)),
    ),
    max_presses_per_second=4.0,
    practice_key="7",
    standing=True,
    reps=REPS_WANTED - REPS_BEFORE,
)


class PushUpRules(CueRules):
    """Push-ups and claps: all of it is what cues share. Missed ones count too, so the tally always ends at fifty."""


MINIGAME = Minigame(SPEC, PushUpRules, perfect_taps)
