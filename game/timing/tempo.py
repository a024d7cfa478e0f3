"""The tempo map: converts beats (exact fractions) to song time (whole microseconds) and back."""

from bisect import bisect_right
from dataclasses import dataclass
from fractions import Fraction

from game.timing.units import Micros

BEATS_PER_BAR = 4
"""Number of beats in every bar."""


@dataclass(frozen=True, slots=True)
class TempoSegment:
    """From `start_beat` on, each beat lasts `us_per_beat` microseconds; `start_us` is the song time of `start_beat`."""

    start_beat: Fraction
    start_us: Micros
    us_per_beat: int


class TempoMap:
    """Converts beats to song time and back. Immutable; `extended` returns a longer one.

    The tempo of the first segment also holds before it (the lead-in), that of the last one behind it.
    """

    def __init__(self, segments: tuple[TempoSegment, ...]) -> None:
        if not segments:
            raise ValueError("a tempo map needs at least one segment")
        self.segments = segments
        self._beats = [segment.start_beat for segment in segments]
        self._times = [segment.start_us for segment in segments]

    @classmethod
    def from_runs(cls, runs: tuple[tuple[int, int], ...]) -> "TempoMap":
        """Build from (number of beats, microseconds a beat) pairs that follow each other from beat 0 at 0 us."""
        segments: list[TempoSegment] = []
        beat, time_us = 0, 0
        for beats, us_per_beat in runs:
            segments.append(TempoSegment(Fraction(beat), time_us, us_per_beat))
            beat, time_us = beat + beats, time_us + beats * us_per_beat
        return cls(tuple(segments))

    def extended(self, from_beat: Fraction, us_per_beat: int) -> "TempoMap":
        """Return a map in which another tempo holds from `from_beat` on, which must lie behind the last segment."""
        if from_beat <= self._beats[-1]:
            raise ValueError(f"beat {from_beat} is not behind the last segment at beat {self._beats[-1]}")
        return TempoMap((*self.segments, TempoSegment(from_beat, self.to_us(from_beat), us_per_beat)))

    def to_us(self, beat: Fraction) -> Micros:
        """Return the song time of `beat`, rounded to the nearest microsecond, halves upwards."""
        segment = self.segments[max(0, bisect_right(self._beats, beat) - 1)]
        exact = (beat - segment.start_beat) * segment.us_per_beat
        return segment.start_us + (2 * exact.numerator + exact.denominator) // (2 * exact.denominator)

    def to_beat(self, time_us: Micros) -> Fraction:
        """Return the exact beat at song time `time_us`."""
        segment = self.segment_at(time_us)
        return segment.start_beat + Fraction(time_us - segment.start_us, segment.us_per_beat)

    def beat_at(self, time_us: float) -> float:
        """Return the beat at song time `time_us` as a float: for pictures, never for judging."""
        segment = self.segment_at(int(time_us // 1))
        return float(segment.start_beat) + (time_us - segment.start_us) / segment.us_per_beat

    def segment_at(self, time_us: Micros) -> TempoSegment:
        """Return the segment that holds at song time `time_us`."""
        return self.segments[max(0, bisect_right(self._times, time_us) - 1)]
