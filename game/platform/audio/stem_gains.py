"""Gains of the song's stems by the player's form.

Band 0: the rhythm bed; 1: also low brass and strings; 2: high brass; 3: choir and percussion. When the band rises on a
barline, stems fade in over the beat before the next barline, so that an upbeat is audible; when it falls, they fade
out over the two beats after the barline. From the first exercise with `opens_theme` on the theme's stems stay open.
"""

from fractions import Fraction

import numpy as np
import numpy.typing as npt

from game.minigames.manifest import MINIGAMES
from game.sim.chart import Chart
from game.timing.tempo import BEATS_PER_BAR
from game.timing.units import Micros, rounded_div

Gain = float | npt.NDArray[np.float32]
"""Amplitude factor: one for a whole block, or one a frame, shape (frames,)."""
STEM_BANDS: tuple[tuple[str, int], ...] = (("bed", 0), ("low", 1), ("high", 2), ("choir", 3), ("percussion", 3))
"""Each stem and the lowest band of form in which it is open."""
THEME_BAND = 1
"""Band of the stem that plays the theme: the low one."""
OPENING_BEATS = 1
"""Duration of a fade-in, in beats."""
CLOSING_BEATS = 2
"""Duration of a fade-out, in beats."""
START_BAND = 1
"""The band of form at the start of a run."""
SAMPLE_RATE = 48_000
"""Frames a second."""


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
        self._bands = {name: Envelope(float(lowest <= START_BAND)) for name, lowest in STEM_BANDS}
        self._theme = Envelope(0.0)
        opening = {name for name, minigame in MINIGAMES.items() if minigame.spec.opens_theme}
        themed = (part.start_us for part in chart.sections if part.minigame in opening)
        theme_us = next(themed, None)
        if theme_us is not None:
            before_us = self._tempo.to_us(self._tempo.to_beat(theme_us) - OPENING_BEATS)
            self._theme.ramp(_frame(before_us), _frame(theme_us), 1.0)

    def of(self, name: str, first: int, count: int) -> Gain:
        """Return a stem's gain over `count` frames of the song from `first`; one that no band names is always open."""
        if name not in self._bands:
            return 1.0
        gain = self._bands[name].over(first, count)
        if dict(STEM_BANDS)[name] > THEME_BAND:
            return gain
        theme = self._theme.over(first, count)
        if isinstance(gain, float) and isinstance(theme, float):
            return max(gain, theme)
        return np.maximum(np.float32(1) * gain, theme).astype(np.float32)

    def band_changed(self, time_us: Micros, band: int) -> None:
        """Fade stems in and out for a band that changed on the barline at `time_us`."""
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
