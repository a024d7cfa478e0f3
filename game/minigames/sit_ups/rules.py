"""Sit-ups over the ring apron: press to come up, hold, release to hang again; twist at the top."""

from dataclasses import dataclass
from fractions import Fraction

from game.sim.actions import Verb
from game.sim.autoplay import perfect_taps
from game.sim.cue_rules import CuePhase, CueRules
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
        ),
        CueKind(
            "twist",
            (Verb.LEFT, Verb.RIGHT),
            "held at the top, he twists to that side",
            seen_lead=Fraction(1),
            during_hold=True,
        ),
    ),
    max_presses_per_second=3.0,
    practice_key="6",
    standing=True,
)


@dataclass(frozen=True, slots=True)
class SitUpState:
    """Whether he is up, and how many times he has come up."""

    up: bool
    done: int


class SitUpRules(CueRules):
    """A held sit-up is a man held up."""

    @property
    def state(self) -> SitUpState:
        """Up or hanging."""
        ups = [slot for slot in self.slots if slot.cue.is_hold]
        return SitUpState(
            up=any(slot.stage is CuePhase.HELD for slot in ups),
            done=sum(slot.stage is CuePhase.DONE for slot in ups),
        )


MINIGAME = Minigame(SPEC, SitUpRules, perfect_taps)
