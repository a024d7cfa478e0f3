"""Gains of the song's stems by the player's form, and of the lead by the player's feet.

Band 0: the rhythm bed; 1: also low brass and strings; 2: high brass; 3: choir and percussion. When the band rises on a
barline, stems fade in over the beat before the next barline, so that an upbeat is audible; when it falls, they fade
out over the two beats after the barline. The lead is always open; in exercises whose feet carry the theme it ducks
when a cue is missed and returns with the next clean hit.
"""

from fractions import Fraction

import numpy as np
import numpy.typing as npt

from game.minigames.manifest import MINIGAMES
from game.platform.audio.device.mixer import SAMPLE_RATE
from game.sim.chart import Chart
from game.sim.events import BandChanged, Event, Judged, SectionBegan
from game.sim.judge import CLEAN, Grade
from game.timing.tempo import BEATS_PER_BAR
from game.timing.units import Micros, ms, rounded_div

Gain = float | npt.NDArray[np.float32]
"""Amplitude factor: one for a whole block, or one a frame, shape (frames,)."""
STEM_BANDS: tuple[tuple[str, int], ...] = (("bed", 0), ("low", 1), ("high", 2), ("choir", 3), ("percussion", 3))
"""Each stem and the lowest band of form in which it is open."""
LEAD = "lead"
"""The stem that plays the theme."""
LEAD_DUCKED = 10 ** (-18 / 20)
"""Gain of the lead after a missed cue: -18 dB."""
LEAD_DELAY_US = ms(110)
"""Time from a miss or hit to the lead's answer: that of the sound of a miss, so that it begins on its frame from 30
frames a second up."""
LEAD_FALL_US, LEAD_RISE_US = ms(30), ms(80)
"""How long the lead takes to duck, and to return."""
OPENING_BEATS = 1
"""Duration of a fade-in, in beats."""
CLOSING_BEATS = 2
"""Duration of a fade-out, in beats."""
START_BAND = 1
"""The band of form at the start of a run."""


class Envelope:
    """A piecewise linear gain over song frames. Each `ramp` replaces the points behind its beginning."""

    def __init__(self, gain: float) -> None:
        self._frames: list[int] = [0]
        self._gains: list[float] = [gain]

    def at(self, frame: int) -> float:
        """Return the gain at a frame."""
        return float(np.interp(frame, self._frames, self._gains))

    def ramp(self, begin: int, end: int, gain: float) -> None:
        """Move linearly from the gain at frame `begin` to `gain` at frame `end`, and stay there."""
        here = self.at(begin)
        kept = [(frame, value) for frame, value in zip(self._frames, self._gains, strict=True) if frame < begin]
        points = [*kept, (begin, here), (max(end, begin + 1), gain)]
        self._frames = [frame for frame, _ in points]
        self._gains = [value for _, value in points]

    def over(self, first: int, count: int) -> Gain:
        """Return the gain over `count` frames from `first`."""
        last = first + count
        here = self.at(first)
        inside = any(first < frame < last for frame in self._frames)
        if not inside and here == self.at(last):
            return here
        return np.interp(np.arange(first, last), self._frames, self._gains).astype(np.float32)


class StemGains:
    """The gain of every stem over the song frames of one run."""

    def __init__(self, chart: Chart) -> None:
        self._tempo = chart.tempo
        self.band = START_BAND
        """The form's band since its last change."""
        self._bands = {name: Envelope(float(lowest <= START_BAND)) for name, lowest in STEM_BANDS}
        self._lead = Envelope(1.0)
        self._is_ducked = False
        self._carries = {part.index for part in chart.sections if MINIGAMES[part.minigame].spec.carries_theme}

    def of(self, name: str, first: int, count: int) -> Gain:
        """Return a stem's gain over `count` frames of the song from `first`; one that nothing names is always open."""
        if name == LEAD:
            return self._lead.over(first, count)
        return self._bands[name].over(first, count) if name in self._bands else 1.0

    def follow(self, event: Event) -> bool:
        """Follow an event of the run; return whether a gain changes from now on."""
        match event:
            case BandChanged():
                self.band_changed(event.time_us, event.band)
                return True
            case Judged() if event.section in self._carries and event.grade is Grade.MISS:
                return self._move_lead(event.time_us, LEAD_FALL_US, ducked=True)
            case Judged() if event.section in self._carries and event.grade in CLEAN:
                return self._move_lead(event.time_us, LEAD_RISE_US, ducked=False)
            case SectionBegan() if event.section not in self._carries:
                return self._move_lead(event.time_us, LEAD_RISE_US, ducked=False)
        return False

    def _move_lead(self, time_us: Micros, ramp_us: Micros, *, ducked: bool) -> bool:
        """Duck the lead or let it return; return False where it already does."""
        if ducked is self._is_ducked:
            return False
        self._is_ducked = ducked
        begin_us = time_us + LEAD_DELAY_US
        self._lead.ramp(_frame(begin_us), _frame(begin_us + ramp_us), LEAD_DUCKED if ducked else 1.0)
        return True

    def band_changed(self, time_us: Micros, band: int) -> None:
        """Fade stems in and out for a band that changed on the barline at `time_us`."""
        self.band = band
        beat = self._tempo.to_beat(time_us)
        for name, lowest in STEM_BANDS:
            if band >= lowest:
                self._ramp(name, beat + BEATS_PER_BAR - OPENING_BEATS, beat + BEATS_PER_BAR, 1.0)
            else:
                self._ramp(name, beat, beat + CLOSING_BEATS, 0.0)

    def _ramp(self, name: str, begin: Fraction, end: Fraction, gain: float) -> None:
        self._bands[name].ramp(_frame(self._tempo.to_us(begin)), _frame(self._tempo.to_us(end)), gain)


def _frame(song_us: Micros) -> int:
    return rounded_div(song_us * SAMPLE_RATE, 1_000_000)
