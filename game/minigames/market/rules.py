"""The market: hop crates, duck under goods, slip past people, catch what a vendor throws."""

from fractions import Fraction

from game.sim.actions import Verb
from game.sim.autoplay import perfect_taps
from game.sim.cue_rules import CueRules
from game.sim.rules import Minigame
from game.sim.spec import CueKind, MinigameSpec

SEEN_LEAD = Fraction(2)
"""Beats ahead that an obstacle is well inside the picture (x is time); its sound comes one beat ahead."""

SPEC = MinigameSpec(
    id="market",
    title="Market",
    cues=(
        CueKind("crate", (Verb.UP,), "a crate in the way is hopped", seen_lead=SEEN_LEAD, obstacle=True),
        CueKind(
            "hanging",
            (Verb.DOWN,),
            "hanging goods and poles are ducked under",
            seen_lead=SEEN_LEAD,
            obstacle=True,
            label="Duck",
        ),
        CueKind(
            "slip_left",
            (Verb.LEFT,),
            "he slips left, away from the viewer, past a vendor or dog",
            seen_lead=SEEN_LEAD,
            obstacle=True,
        ),
        CueKind("slip_right", (Verb.RIGHT,), "he slips right, toward the viewer", seen_lead=SEEN_LEAD, obstacle=True),
        CueKind(
            "catch",
            (Verb.RIGHT, Verb.LEFT),
            "a thrown orange is caught, on the off-beat, by the hand of the side it comes from",
            seen_lead=SEEN_LEAD,
        ),
    ),
    max_presses_per_second=4.0,
    practice_key="2",
)


class MarketRules(CueRules):
    """Each cue has its own verb; nothing alternates."""


MINIGAME = Minigame(SPEC, MarketRules, perfect_taps)
