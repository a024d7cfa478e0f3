"""The side of beef: straights on the press, hooks held and released; each hit sounds again as an echo after a delay.

Three sloppy hits in a row hurt the knuckles.
"""

from collections.abc import Iterable
from fractions import Fraction

from game.sim.actions import HANDS
from game.sim.autoplay import perfect_taps
from game.sim.chart import SectionChart
from game.sim.cue_rules import CueRules
from game.sim.events import Echoed, Event, Flinched, Judged, Part
from game.sim.judge import Grade
from game.sim.rules import Minigame, RunContext
from game.sim.slot import Slot
from game.sim.spec import CallKind, CueKind, Hold, MinigameSpec
from game.timing.units import Micros

SLOPPY_BEFORE_HURT = 3
"""Number of sloppy hits in a row after which the knuckles hurt."""
SEEN_LEAD = Fraction(7, 8)
"""Beats ahead that the view shows which hand is next: the neighbouring carcass swings."""

SPEC = MinigameSpec(
    id="meat",
    title="Packing plant",
    cues=(
        CueKind("straight", HANDS, "a straight into the beef", seen_lead=SEEN_LEAD),
        CueKind("hook", HANDS, "the press winds up, the release is the punch", seen_lead=SEEN_LEAD, hold=Hold.PUNCH),
    ),
    calls=(
        CallKind(
            "echo",
            "the room repeats the hits of as many beats just before it; leave it room",
            has_length=True,
            heard=False,
            quiet_length=True,
        ),
    ),
    max_presses_per_second=8.0,
    practice_key="9",
    standing=True,
)


class MeatRules(CueRules):
    """Schedules the echo of each hit and counts sloppy hits in a row."""

    def __init__(self, section: SectionChart, context: RunContext) -> None:
        super().__init__(section, context)
        self._sloppy_run = 0
        self._echoes: list[Echoed] = []

    def on_judged(self, slot: Slot, judged: Judged) -> Iterable[Event]:
        """Schedule the echo of a hit; return the hurt-knuckles event on the third sloppy hit in a row."""
        if slot.cue.is_hold and judged.part is Part.PRESS:
            return ()
        if judged.offset_us is not None:
            self._remember_echo(judged)
        sloppy = judged.grade is Grade.SLOPPY
        self._sloppy_run = self._sloppy_run + 1 if sloppy else 0
        if self._sloppy_run < SLOPPY_BEFORE_HURT:
            return ()
        self._sloppy_run = 0
        return (Flinched(judged.time_us, self.section.index, "knuckles"),)

    def next_deadline(self) -> Micros | None:
        """Return the time of the next cue to close or echo to sound."""
        due = super().next_deadline()
        times = [echo.time_us for echo in self._echoes[:1]] + ([] if due is None else [due])
        return min(times, default=None)

    def on_deadline(self, time_us: Micros) -> list[Event]:
        """Emit the echoes that are due, close cues."""
        events: list[Event] = [echo for echo in self._echoes if echo.time_us <= time_us]
        self._echoes = [echo for echo in self._echoes if echo.time_us > time_us]
        return events + super().on_deadline(time_us)

    def _remember_echo(self, judged: Judged) -> None:
        for zone in self.section.calls:
            length = zone.end_us - zone.time_us
            if zone.time_us - length <= judged.time_us < zone.time_us:
                self._echoes.append(Echoed(judged.time_us + length, self.section.index, judged.cue_id))


MINIGAME = Minigame(SPEC, MeatRules, perfect_taps)
