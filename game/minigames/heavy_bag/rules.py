"""Placing shots: the trainer slaps the bag in four places, the next bar answers in the same rhythm."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from game.sim.actions import Verb
from game.sim.autoplay import perfect_taps
from game.sim.chart import SectionChart
from game.sim.cue_rules import CueRules, Slot
from game.sim.events import Event, Judged
from game.sim.judge import MAX_POINTS
from game.sim.rules import Minigame, RunContext
from game.sim.spec import CallKind, CueKind, MinigameSpec
from game.timing.units import Micros

CALL_LEAD = Fraction(4)
"""Beats: the call comes a bar ahead of its answer."""
HARD_CALL_LEAD = Fraction(2)
"""Beats: on hard charts the calls last half a bar."""
SEEN_LEAD = Fraction(31, 8)
"""Beats ahead that the place the trainer slaps is told apart."""

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
    max_presses_per_second=5.0,
    practice_key="5",
    standing=True,
    answer_beats=(CALL_LEAD, HARD_CALL_LEAD),
)


@dataclass(frozen=True, slots=True)
class HeavyBagState:
    """The last shot: when, which, and how hard (0 to 1000). The view lets the pendulum return on the beat."""

    struck_us: Micros
    kind: str
    force: int


class HeavyBagRules(CueRules):
    """The bag is a pendulum that is struck on its return; how hard is how exact."""

    def __init__(self, section: SectionChart, context: RunContext) -> None:
        super().__init__(section, context)
        self._state = HeavyBagState(section.start_us, "", 0)

    def on_judged(self, slot: Slot, judged: Judged) -> Iterable[Event]:
        """Put the shot's place and force into the bag."""
        if judged.offset_us is not None:
            self._state = HeavyBagState(judged.time_us, judged.kind, min(MAX_POINTS, judged.points))
        return ()

    @property
    def state(self) -> HeavyBagState:
        """The bag."""
        return self._state


MINIGAME = Minigame(SPEC, HeavyBagRules, perfect_taps)
