"""The heavy bag, call and response: the trainer slaps the bag in four places, the player answers in the same rhythm a
bar later.
"""

from fractions import Fraction

from game.sim.actions import Verb
from game.sim.autoplay import perfect_taps
from game.sim.cue_rules import CueRules
from game.sim.rules import Minigame
from game.sim.spec import CallKind, CueKind, MinigameSpec

CALL_LEAD = Fraction(4)
"""Beats from a call to its answer: one bar."""
HARD_CALL_LEAD = Fraction(2)
"""Beats from a call to its answer on hard and champion charts: half a bar."""
SEEN_LEAD = Fraction(31, 8)
"""Beats ahead that the view shows where the trainer slaps."""

SPEC = MinigameSpec(
    id="heavy_bag",
    title="Heavy bag",
    cues=(
        CueKind("jab", (Verb.LEFT,), "the left hand, straight, high", lead=CALL_LEAD, seen_lead=SEEN_LEAD),
        CueKind("cross", (Verb.RIGHT,), "the right hand, straight, high", lead=CALL_LEAD, seen_lead=SEEN_LEAD),
        CueKind("body", (Verb.DOWN,), "a shot to the body", lead=CALL_LEAD, seen_lead=SEEN_LEAD),
        CueKind("uppercut", (Verb.UP,), "a fist from below", lead=CALL_LEAD, seen_lead=SEEN_LEAD),
    ),
    calls=(
        CallKind("call_jab", "the trainer slaps the bag high on the left"),
        CallKind("call_cross", "the trainer slaps the bag high on the right"),
        CallKind("call_body", "the trainer slaps the bag low"),
        CallKind("call_uppercut", "the trainer slaps the bag from under"),
    ),
    max_presses_per_second=7.5,
    practice_key="5",
    standing=True,
    answer_beats=(CALL_LEAD, HARD_CALL_LEAD),
)


class HeavyBagRules(CueRules):
    """Four punches, each with its own verb, by the shared cue rules."""


MINIGAME = Minigame(SPEC, HeavyBagRules, perfect_taps)
