"""The yard: run with a brick in each hand; lift them in strict alternation, press both overhead, hop the rail."""

from fractions import Fraction

from game.sim.actions import Verb
from game.sim.autoplay import perfect_taps
from game.sim.cue_rules import CueRules
from game.sim.rules import Minigame
from game.sim.spec import CueKind, MinigameSpec

SPEC = MinigameSpec(
    id="yard",
    title="Rail yard",
    cues=(
        CueKind(
            "lift",
            (Verb.LEFT, Verb.RIGHT),
            "the hand that comes forward lifts its brick, strictly alternating",
            seen_lead=Fraction(1),
            alternates=True,
        ),
        CueKind("press", (Verb.LEFT, Verb.RIGHT), "both bricks go up overhead", seen_lead=Fraction(1), chord=True),
        CueKind(
            "rail",
            (Verb.UP,),
            "a rail is hopped; it sings before the train does",
            lead=Fraction(2),
            seen_lead=Fraction(2),
            obstacle=True,
        ),
    ),
    max_presses_per_second=6.5,
    practice_key="1",
)


class YardRules(CueRules):
    """Alternation, chords and a hop, all by the shared cue rules."""


MINIGAME = Minigame(SPEC, YardRules, perfect_taps)
