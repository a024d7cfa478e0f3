"""One-arm push-ups, counted by claps and chalk: the tally stands at 27 when he comes into frame, and ends at fifty."""

from dataclasses import dataclass
from fractions import Fraction

from game.sim.actions import Verb
from game.sim.autoplay import perfect_taps
from game.sim.cue_rules import CuePhase, CueRules
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


@dataclass(frozen=True, slots=True)
class PushUpState:
    """The chalk tally, the arm that is down now (None: at the top), and whether the arm shakes."""

    reps: int
    arm: Verb | None
    shaking: bool


class PushUpRules(CueRules):
    """Every push-up that has passed is counted: time never stops, and he gets to fifty."""

    @property
    def state(self) -> PushUpState:
        """The tally and the arm."""
        reps = REPS_BEFORE + sum(slot.cue.reps for slot in self.slots if slot.stage is CuePhase.DONE)
        arm = next((slot.held_verb for slot in self.slots if slot.stage is CuePhase.HELD), None)
        return PushUpState(reps, arm, reps >= SHAKES_FROM)


MINIGAME = Minigame(SPEC, PushUpRules, perfect_taps)
