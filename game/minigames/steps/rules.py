"""Seventy-two stairs: strict left and right, and two at once where the horns stab."""

from dataclasses import dataclass
from fractions import Fraction

from game.sim.actions import Verb
from game.sim.autoplay import perfect_taps
from game.sim.cue_rules import CuePhase, CueRules
from game.sim.rules import Minigame
from game.sim.spec import CueKind, MinigameSpec

STAIRS = 72
"""Stairs from the street to the top."""

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
    opens_theme=True,
)


@dataclass(frozen=True, slots=True)
class StepsState:
    """Stairs climbed: every cue that has passed counts, for he always arrives."""

    stairs: int
    last_foot: Verb | None


class StepsRules(CueRules):
    """A miss stumbles and scrambles back; the stairs go by all the same."""

    @property
    def state(self) -> StepsState:
        """Stairs and foot."""
        stairs = sum(slot.cue.reps for slot in self.slots if slot.stage is CuePhase.DONE)
        return StepsState(min(STAIRS, stairs), self.last_hand)


MINIGAME = Minigame(SPEC, StepsRules, perfect_taps)
