"""Estimates the device clock's offset and drift against the monotonic clock from the lower envelope of its readings.

A device reads a buffer when its server wakes up and has room, so a reading is never much too small, but for seconds at
a time it may be too large by the server's whole period. Measured on a sound server's null sink: in the first ten to
twenty seconds after opening, the median of half a second wandered over 5 ms in a sawtooth, while its lower envelope
lay within 1 ms of one straight line before, during and after. So each half second is reduced to its lowest decile, and
the line is the quantile regression through those of the last sixteen seconds (R. Koenker, Quantile Regression, 2005,
section 1.3), at the lower quartile. On a trace of 190 s, error at p99: decile and quartile 1.6 ms, two quartiles 2.0,
quartile and decile 1.9; with lower quantiles a few late buffers distort the line.
"""

from collections import deque
from dataclasses import dataclass

from game.timing.units import Micros, ms

BUCKET_US = ms(500)
"""Length of a bucket of readings."""
BUCKETS = 32
"""Number of buckets kept: 16 s."""
MAX_DRIFT_PPM = 300
"""Largest drift considered, in parts per million. Real devices drift by up to 100; a null sink ran 240 fast."""
DRIFT_STEP_PPM = 50
"""Step between the drifts considered, in parts per million."""
BUCKETS_FOR_DRIFT = 16
"""With fewer buckets than this the sawtooth could pass for drift, so the line is level."""
MIN_SPACING_US = ms(4)
"""Readings closer together than this carry nothing new and are skipped."""
ENOUGH_READINGS = 5
"""Smallest number of readings that make a bucket."""
RECENT_US = ms(300)
"""An unfinished bucket shorter than this may hold a single buffer read early: too little to detect a step."""
LEAST_RANK = 4
"""In a bucket of few readings the low is the one of this rank (0: the lowest), as a decile would be chance."""


@dataclass(frozen=True, slots=True)
class Line:
    """An offset of the device clock: `offset` microseconds at `wall_us`, changing by `slope` a microsecond."""

    wall_us: Micros
    offset: float
    slope: float = 0.0

    def at(self, wall_us: Micros) -> float:
        """Return the offset at a moment of wall time."""
        return self.offset + self.slope * (wall_us - self.wall_us)


class DriftEstimator:
    """Takes readings in order of wall time; `line` is the present estimate, None before the first reading."""

    def __init__(self) -> None:
        self.line: Line | None = None
        self._bucket: list[float] = []
        self._bucket_until_us: Micros = 0
        self._last_us: Micros | None = None
        self._lows: deque[tuple[Micros, float]] = deque(maxlen=BUCKETS)

    def feed(self, wall_us: Micros, offset: float) -> None:
        """Add a reading: the device is `offset` microseconds ahead of wall time."""
        if self._last_us is not None and wall_us - self._last_us < MIN_SPACING_US:
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
        """Return the low of the unfinished bucket, None while it holds too little."""
        long_enough = self._last_us is not None and self._last_us >= self._bucket_until_us - BUCKET_US + RECENT_US
        return _low(self._bucket) if long_enough and len(self._bucket) >= ENOUGH_READINGS else None

    def forget(self) -> None:
        """Drop all but the unfinished bucket: the device has stepped."""
        self._lows.clear()
        if self._bucket:
            self.line = Line(self._bucket_until_us - BUCKET_US, _low(self._bucket))

    def clear(self) -> None:
        """Drop everything."""
        self._lows.clear()
        self._bucket.clear()
        self.line = None

    def _close(self, wall_us: Micros) -> None:
        if len(self._bucket) >= ENOUGH_READINGS or not self._lows:
            self._lows.append((self._bucket_until_us - BUCKET_US // 2, _low(self._bucket)))
        self._bucket = []
        self.line = lower_envelope(self._lows, wall_us)


def lower_envelope(lows: deque[tuple[Micros, float]], wall_us: Micros) -> Line:
    """Return the lower-quartile regression line through bucket lows, anchored at `wall_us`; level if they are few."""
    steepest = MAX_DRIFT_PPM if len(lows) >= BUCKETS_FOR_DRIFT else 0
    slopes = [ppm / 1e6 for ppm in range(-steepest, steepest + 1, DRIFT_STEP_PPM)]
    return min((_fit(lows, wall_us, slope) for slope in slopes), key=lambda fit: (fit[0], abs(fit[1].slope)))[1]


def _fit(lows: deque[tuple[Micros, float]], wall_us: Micros, slope: float) -> tuple[float, Line]:
    """Return the quartile line of a given slope and its pinball loss (points below weigh three times those above)."""
    level = [offset - slope * (at_us - wall_us) for at_us, offset in lows]
    base = _quartile(level)
    loss = sum(x - base if x > base else 3 * (base - x) for x in level)
    return loss, Line(wall_us, base, slope)


def _quartile(values: list[float]) -> float:
    return sorted(values)[(len(values) - 1) // 4]


def _low(readings: list[float]) -> float:
    """Return the lowest decile of a bucket, or the reading of `LEAST_RANK` where there are few."""
    last = len(readings) - 1
    return sorted(readings)[max(min(LEAST_RANK, last // 4), last // 10)]
