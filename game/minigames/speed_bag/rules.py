"""Hands like a metronome: each strike sends the bag through three rebounds, a triplet, and it is back for the next."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from game.sim.actions import Verb
from game.sim.autoplay import perfect_taps
from game.sim.chart import SectionChart
from game.sim.cue_rules import CueRules, Slot
from game.sim.events import Event, Judged
from game.sim.judge import CLEAN, Grade
from game.sim.rules import Minigame, RunContext
from game.sim.spec import CueKind, MinigameSpec, Rhythm
from game.timing.units import Micros

SPEC = MinigameSpec(
    id="speed_bag",
    title="Speed bag",
    cues=(
        CueKind(
            "strike",
            (Verb.LEFT, Verb.RIGHT),
            "a fist strikes the bag; hands come in pairs",
            seen_lead=Fraction(1),
        ),
    ),
    max_presses_per_second=7.0,
    practice_key="4",
    standing=True,
    rhythm=Rhythm.REPEATS,
)


@dataclass(frozen=True, slots=True)
class SpeedBagState:
    """The bag after the last strike: struck when and how well, or hanging still after a miss."""

    struck_us: Micros
    grade: Grade
    hand: Verb | None


class SpeedBagRules(CueRules):
    """The bag remembers only how it was struck last."""

    def __init__(self, section: SectionChart, context: RunContext) -> None:
        super().__init__(section, context)
        self._state = SpeedBagState(section.start_us, Grade.PERFECT, None)

    def on_judged(self, slot: Slot, judged: Judged) -> Iterable[Event]:
        """Send the bag swinging, crooked or straight; a miss lets it hang."""
        hand = None if judged.grade is Grade.MISS else judged.verb
        self._state = SpeedBagState(judged.time_us, judged.grade, hand)
        return ()

    @property
    def state(self) -> SpeedBagState:
        """The bag."""
        return self._state


def comes_off_straight(state: SpeedBagState) -> bool:
    """Whether the bag rebounds in its plane; early or late it wobbles for a beat."""
    return state.grade in CLEAN


MINIGAME = Minigame(SPEC, SpeedBagRules, perfect_taps)
