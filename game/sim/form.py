"""Form: how well the run goes, 0 to 1000. Its bands select posture, arrangement, camera and light."""

from collections.abc import Iterable
from dataclasses import dataclass

from game.sim.events import Event, Judged, SecondWind, SectionBegan, Strayed
from game.sim.judge import CLEAN, Grade

FORM_MAX = 1000
"""Highest form, in thousandths."""
FORM_START = 300
"""Form at the start of a run, in thousandths."""
FORM_CLEAN_GAIN = 31
"""Gain of a clean judgement: 1/32, rounded down to thousandths."""
FORM_MISS_COST = 100
"""Loss of a miss, in thousandths."""
FORM_BAND_FLOORS = (250, 500, 750)
"""Form, in thousandths, from which bands 1, 2 and 3 begin."""
SECOND_WIND_RUN = 8
"""Number of clean judgements in a row that bring the second wind."""
SECOND_WIND_BELOW = 250
"""Form, in thousandths, below which they count."""
SECOND_WIND_FORM = 500
"""Form after a second wind, in thousandths."""


@dataclass(slots=True)
class Form:
    """`value` moves with every judgement; `band` follows it on barlines only."""

    value: int = FORM_START
    band: int = 1
    _clean_run: int = 0
    _wind_spent: bool = False

    def on_events(self, events: Iterable[Event]) -> list[Event]:
        """Follow judgements, stray presses and section starts; return a `SecondWind` for each one that they bring.

        A stray press ends the streak toward the second wind, which is there once in each section.
        """
        winds: list[Event] = []
        for event in events:
            match event:
                case Judged() if self._judge(event.grade):
                    winds.append(SecondWind(event.time_us, event.section))
                case Strayed():
                    self._clean_run = 0
                case SectionBegan():
                    self._wind_spent = False
                    self._clean_run = 0
        return winds

    def barline(self) -> bool:
        """Let the band follow the value; return whether it changed."""
        band = sum(self.value >= floor for floor in FORM_BAND_FLOORS)
        changed = band != self.band
        self.band = band
        return changed

    def _judge(self, grade: Grade) -> bool:
        """Move by one judgement; return whether it brought the second wind."""
        if grade in CLEAN:
            return self._clean()
        self._clean_run = 0
        if grade is Grade.MISS:
            self.value = max(0, self.value - FORM_MISS_COST)
        return False

    def _clean(self) -> bool:
        below = self.value < SECOND_WIND_BELOW
        self._clean_run = self._clean_run + 1 if below else 0
        if below and self._clean_run >= SECOND_WIND_RUN and not self._wind_spent:
            self.value, self._wind_spent, self._clean_run = SECOND_WIND_FORM, True, 0
            return True
        self.value = min(FORM_MAX, self.value + FORM_CLEAN_GAIN)
        return False
