"""Form: how well the run goes, 0 to 1000. Its bands select posture, arrangement, camera and light.

Each section has a ceiling, so that the arc lies over the whole run: the chart says which.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from game.sim.events import Event, Judged, SecondWind, SectionBegan, Strayed
from game.sim.judge import CLEAN, Grade
from game.timing.units import Micros, ms

FORM_MAX = 1000
"""Highest form, in thousandths."""
FORM_START = 300
"""Form at the start of a run, in thousandths."""
FORM_CLEAN_GAIN = 31
"""Gain of a clean judgement: 1/32, rounded down to thousandths."""
FORM_MISS_COST = 125
"""Loss of a miss, in thousandths: a player with a spread of 40 ms then hears the band close and open again."""
FORM_STRAY_COST = 50
"""Loss of a stray press, in thousandths."""
FORM_BAND_FLOORS = (250, 500, 750)
"""Form, in thousandths, from which bands 1, 2 and 3 begin."""
SECOND_WIND_RUN = 5
"""Number of clean judgements in a row that bring the second wind."""
SECOND_WIND_SPAN_US = ms(1000)
"""Shortest song time from the first of them to the last: a burst that blind mashing happens to fit is no run."""
SECOND_WIND_BELOW = 250
"""Form, in thousandths, below which such a run must begin."""
SECOND_WIND_FORM = 500
"""Form after a second wind, in thousandths."""


@dataclass(slots=True)
class Form:
    """`value` moves with every judgement and stray press; `band` follows it on barlines only.

    `ceilings`: by section, the form above which its clean judgements do not raise the value.
    """

    value: int = FORM_START
    band: int = 1
    ceilings: tuple[int, ...] = (FORM_MAX,)
    _clean_run: int = 0
    _run_began_us: Micros = 0
    _wind_spent: bool = False

    def on_events(self, events: Iterable[Event]) -> list[Event]:
        """Follow judgements, stray presses and section starts; return a `SecondWind` for each one that they bring.

        A stray press ends the run toward the second wind, which is there once in each section.
        """
        winds: list[Event] = []
        for event in events:
            match event:
                case Judged() if self._judge(event):
                    winds.append(SecondWind(event.time_us, event.section))
                case Strayed():
                    self._fall(FORM_STRAY_COST)
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

    def _judge(self, judged: Judged) -> bool:
        """Move by one judgement; return whether it brought the second wind."""
        if judged.grade in CLEAN:
            return self._clean(judged.time_us, self.ceilings[judged.section])
        self._fall(FORM_MISS_COST if judged.grade is Grade.MISS else 0)
        return False

    def _fall(self, cost: int) -> None:
        self._clean_run = 0
        self.value = max(0, self.value - cost)

    def _clean(self, time_us: Micros, ceiling: int) -> bool:
        if self._clean_run == 0:
            self._run_began_us = time_us
        if self._clean_run or self.value < SECOND_WIND_BELOW:
            self._clean_run += 1
        lasted = time_us - self._run_began_us >= SECOND_WIND_SPAN_US
        if self._clean_run >= SECOND_WIND_RUN and lasted and not self._wind_spent:
            self._rise(SECOND_WIND_FORM, ceiling)
            self._wind_spent, self._clean_run = True, 0
            return True
        self._rise(self.value + FORM_CLEAN_GAIN, ceiling)
        return False

    def _rise(self, wanted: int, ceiling: int) -> None:
        self.value = max(self.value, min(ceiling, wanted))
