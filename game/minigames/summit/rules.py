"""The summit: turn to the city, jab, jab, and raise both arms, held to the end of the last chord."""

from fractions import Fraction

from game.sim.actions import Verb
from game.sim.autoplay import perfect_taps
from game.sim.cue_rules import CueRules
from game.sim.rules import Minigame
from game.sim.spec import CueKind, Hold, MinigameSpec

SPEC = MinigameSpec(
    id="summit",
    title="The summit",
    cues=(
        CueKind("turn", (Verb.LEFT, Verb.RIGHT), "he turns to the city", seen_lead=Fraction(7, 8)),
        CueKind("jab", (Verb.LEFT, Verb.RIGHT), "the theme's two eighths, with that fist", seen_lead=Fraction(1)),
        CueKind(
            "raise",
            (Verb.LEFT, Verb.RIGHT),
            "both arms up, held through the last chord, which completes itself",
            seen_lead=Fraction(7, 8),
            hold=Hold.COMPLETES,
            chord=True,
        ),
    ),
    max_presses_per_second=5.0,
    practice_key="U",
    approach_beats=Fraction(0),
    opens_theme=True,
)


class SummitRules(CueRules):
    """Cues by the shared rules; the raise cannot be released too early."""


MINIGAME = Minigame(SPEC, SummitRules, perfect_taps)
