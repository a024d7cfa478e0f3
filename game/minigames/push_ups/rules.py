"""One-arm push-ups with claps, counted on a tally that starts at 27 and ends at fifty."""

from fractions import Fraction

from game.sim.actions import Verb
from game.sim.autoplay import perfect_taps
from game.sim.cue_rules import CueRules
from game.sim.rules import Minigame
from game.sim.spec import CueKind, Hold, MinigameSpec

REPS_BEFORE = 27
"""Count on the chalk tally at the start."""
REPS_WANTED = 50
"""Count on the tally at the end."""
SHAKES_FROM = 40
"""Count from which on his arm shakes."""

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
            label="Push-up",
        ),
        CueKind("clap", (Verb.UP,), "off the floor, a clap between two push-ups", seen_lead=Fraction(1)),
    ),
    max_presses_per_second=4.0,
    practice_key="7",
    standing=True,
    reps=REPS_WANTED - REPS_BEFORE,
)


class PushUpRules(CueRules):
    """Push-ups and claps by the shared cue rules. Missed ones count too, so the tally always ends at fifty."""


MINIGAME = Minigame(SPEC, PushUpRules, perfect_taps)
