"""Brace for the ball: exactly on the impact, and not when the partner only pretends."""

from dataclasses import dataclass
from fractions import Fraction

from game.sim.actions import InputEvent, Verb
from game.sim.autoplay import perfect_taps
from game.sim.chart import SectionChart
from game.sim.cue_rules import CueRules
from game.sim.events import Event, Flinched
from game.sim.rules import Minigame, RunContext
from game.sim.spec import CallKind, CueKind, MinigameSpec
from game.timing.units import ms

FEINT_REACH_US = ms(450)
"""A press this near (real time) to where the blow would have been was fooled by the feint."""

SPEC = MinigameSpec(
    id="medicine_ball",
    title="Medicine ball",
    cues=(
        CueKind(
            "brace",
            (Verb.DOWN,),
            "brace; the ball falls from overhead, two beats",
            lead=Fraction(2),
            seen_lead=Fraction(15, 8),
        ),
        CueKind(
            "brace_short",
            (Verb.DOWN,),
            "brace; the ball falls from the chest, one beat",
            seen_lead=Fraction(7, 8),
        ),
    ),
    calls=(
        CallKind(
            "feint",
            "the partner lifts the ball and freezes; it never falls: x is where the blow would be",
            map_class="Feint",
            quiet_reach_us=FEINT_REACH_US,
            cancelled_by=("freezes", Fraction(1)),
        ),
    ),
    max_presses_per_second=3.0,
    practice_key="8",
    standing=True,
)


@dataclass(frozen=True, slots=True)
class MedicineBallState:
    """How many feints fooled him."""

    fooled: int


class MedicineBallRules(CueRules):
    """A press at a feint is a stray that also shows."""

    def __init__(self, section: SectionChart, context: RunContext) -> None:
        super().__init__(section, context)
        self._fooled = 0

    def on_stray(self, event: InputEvent) -> list[Event]:
        """Flinch when the stray press belongs to a feint."""
        reach = self.windows.song_us(FEINT_REACH_US)
        if not any(abs(event.time_us - call.time_us) <= reach for call in self.section.calls):
            return []
        self._fooled += 1
        return [Flinched(event.time_us, self.section.index, "feint")]

    @property
    def state(self) -> MedicineBallState:
        """Feints that worked."""
        return MedicineBallState(self._fooled)


MINIGAME = Minigame(SPEC, MedicineBallRules, perfect_taps)
