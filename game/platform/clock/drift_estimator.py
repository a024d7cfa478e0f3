"""The line that a sound device's readings rest on: where it is behind the monotonic clock, and how fast it drifts.

A device takes a buffer when its server wakes up and finds room, so a reading is never much too small, but for seconds
at a time it may be too large by the server's whole period. Measured on a sound server's null sink: in the first ten to
twenty seconds after opening, the median of half a second wandered over 5 ms in a saw, while what it rose from lay
within 1 ms of one straight line before, during and after. So half seconds are kept by the bound of their lowest tenth,
and the line is the quantile regression through those of the last sixteen seconds (R. Koenker, Quantile Regression,
2005, section 1.3), at the lower quartile. On a trace of 190 s, error at p99: tenth and quartile 1.6 ms, two quartiles
2.0, quartile and tenth 1.9; deeper yet, a few late buffers carry the line off.
"""

from collections import deque
from dataclasses import dataclass

from game.timing.units import Micros, ms

BUCKET_US = ms(500)
BUCKETS = 32
STEEPEST_PPM, SLOPE_STEP_PPM = 300, 50
"""Real devices drift by up to 100 parts in a million; a null sink ran 240 fast."""
BUCKETS_FOR_SLOPE = 16
"""With fewer half seconds the saw would pass for drift."""
THIN_US = ms(4)
"""Readings closer together than this tell the same."""
ENOUGH_READINGS = 5
RECENT_US = ms(300)
"""What is said of less time than this may be one buffer's word alone, taken early: no ground to forget the rest."""
LEAST_RANK = 4


@dataclass(frozen=True, slots=True)
class Line:
    """An offset in microseconds that is `offset` at `wall_us` and changes by `slope` a microsecond."""

    wall_us: Micros
    offset: float
    slope: float = 0.0

    def at(self, wall_us: Micros) -> float:
        """Return the offset at a moment of wall time."""
        return self.offset + self.slope * (wall_us - self.wall_us)


class DriftEstimator:
    """Fed readings in order of wall time; `line` is what they rest on, None before the first."""

    def __init__(self) -> None:
        self.line: Line | None = None
        self._bucket: list[float] = []
        self._bucket_until_us: Micros = 0
        self._last_us: Micros | None = None
        self._lows: deque[tuple[Micros, float]] = deque(maxlen=BUCKETS)

    def feed(self, wall_us: Micros, offset: float) -> None:
        """Take a reading: the device is `offset` microseconds ahead of wall time."""
        if self._last_us is not None and wall_us - self._last_us < THIN_US:
            return
        self._last_us = wall_us
        if self._bucket and wall_us >= self._bucket_until_us:
            self._close(wall_us)
        if not self._bucket:
            self._bucket_until_us = wall_us + BUCKET_US
        self._bucket.append(offset)
        if not self._lows:
            self.line = Line(wall_us, _low(self._bucket))

    def recent(self) -> float | None:
        """Return the low of the present half second, None while that holds too little."""
        long_enough = self._last_us is not None and self._last_us >= self._bucket_until_us - BUCKET_US + RECENT_US
        return _low(self._bucket) if long_enough and len(self._bucket) >= ENOUGH_READINGS else None

    def forget(self) -> None:
        """Keep the present half second alone: the device has stepped, and what it said before is of another line."""
        self._lows.clear()
        if self._bucket:
            self.line = Line(self._bucket_until_us - BUCKET_US, _low(self._bucket))

    def clear(self) -> None:
        """Keep nothing."""
        self._lows.clear()
        self._bucket.clear()
        self.line = None

    def _close(self, wall_us: Micros) -> None:
        if len(self._bucket) >= ENOUGH_READINGS or not self._lows:
            self._lows.append((self._bucket_until_us - BUCKET_US // 2, _low(self._bucket)))
        self._bucket = []
        self.line = floor_of(self._lows, wall_us)


def floor_of(lows: deque[tuple[Micros, float]], wall_us: Micros) -> Line:
    """Return the line that a quarter of the lows lie below, at `wall_us`; level while there are too few."""
    steepest = STEEPEST_PPM if len(lows) >= BUCKETS_FOR_SLOPE else 0
    slopes = [ppm / 1e6 for ppm in range(-steepest, steepest + 1, SLOPE_STEP_PPM)]
    return min((_under(lows, wall_us, slope) for slope in slopes), key=lambda under: (under[0], abs(under[1].slope)))[1]


def _under(lows: deque[tuple[Micros, float]], wall_us: Micros, slope: float) -> tuple[float, Line]:
    """Return a slope's quantile line and its loss: what lies below weighs three times what lies above."""
    level = [offset - slope * (at_us - wall_us) for at_us, offset in lows]
    floor = _quartile(level)
    loss = sum(x - floor if x > floor else 3 * (floor - x) for x in level)
    return loss, Line(wall_us, floor, slope)


def _quartile(values: list[float]) -> float:
    return sorted(values)[(len(values) - 1) // 4]


def _low(readings: list[float]) -> float:
    """Return the lowest tenth's bound, or the fifth lowest where readings are few: a tenth of them would be chance."""
    last = len(readings) - 1
    return sorted(readings)[max(min(LEAST_RANK, last // 4), last // 10)]
