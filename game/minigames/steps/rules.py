"""The steps: seventy-two stairs in strict left and right, and leaps over two stairs on the brass accents."""

from fractions import Fraction

from game.sim.actions import Verb
from game.sim.autoplay import perfect_taps
from game.sim.cue_rules import CueRules
from game.sim.rules import Minigame
from game.sim.spec import CueKind, MinigameSpec

STAIRS = 72
"""Number of stairs."""

SPEC = MinigameSpec(
    id="steps",
    title="The steps",
    cues=(
        CueKind(
            "step",
            (Verb.LEFT, Verb.RIGHT),
            "a step, strictly alternating; `reps` stairs",
            seen_lead=Fraction(1),
            alternates=True,
        ),
        CueKind(
            "leap",
            (Verb.LEFT, Verb.RIGHT),
            "both stairs of this beat in one leap",
            seen_lead=Fraction(1),
            chord=True,
        ),
    ),
    max_presses_per_second=9.0,
    practice_key="T",
    reps=STAIRS,
    carries_theme=True,
)


class StepsRules(CueRules):
    """Alternating steps and leaps by the shared cue rules. A missed stair counts as climbed too."""


MINIGAME = Minigame(SPEC, StepsRules, perfect_taps)
