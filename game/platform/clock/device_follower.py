"""Smooths a coarse, jittery device position over the monotonic clock.

A device reports whole milliseconds, extrapolated from the last buffer it read; it drifts by up to 100 ppm, its
callbacks come in bursts, and a stall sets it back. So the target is the `DriftEstimator`'s line through the readings
of the last sixteen seconds, and the follower slews toward it by at most 5 ms a second. If the present half second lies
more than 8 ms behind that line, or more than a buffer ahead, the device has stepped: earlier readings are dropped. If
the target is more than 60 ms away (a long stall, a suspended machine) the follower snaps to it. Without readings it
runs on with the monotonic clock alone.
"""

from game.platform.clock.drift_estimator import ENOUGH_READINGS, DriftEstimator
from game.timing.units import Micros, ms

STEP_BACK_US = ms(8)
"""Recent readings so far behind the line are a step of the device: an underrun sets it back by any amount."""
STEP_AHEAD_US = ms(21)
"""Recent readings so far ahead of the line are a step; up to a buffer, a server may be reading early for a while."""
SLEW_PER_MILLE = 5
"""Most that the follower corrects, in milliseconds a second."""
NEAR_US = ms(3)
"""An error beyond this is an underrun rather than jitter: the slew limit rises with it."""
SETTLE_US = ms(250)
"""Time constant of the correction, in microseconds."""
SNAP_US = ms(60)
"""An error beyond this is corrected at once."""
LOCKING_US = ms(500)
"""For so long after the first reading the follower sits on the target itself, as no song plays yet."""


class DeviceFollower:
    """`playback_at(wall)` is the device's position in microseconds, smoothed; `feed` it once a frame."""

    def __init__(self) -> None:
        self._drift = DriftEstimator()
        self._readings = 0
        self._anchor_wall_us: Micros = 0
        self._anchor_offset: float = 0.0
        self._slope: float = 0.0
        self._first_wall_us: Micros | None = None

    def feed(self, wall_us: Micros, position_us: Micros) -> None:
        """Add a reading: the device reports `position_us` at `wall_us`. Readings come in order of wall time."""
        if self._first_wall_us is None:
            self._first_wall_us = wall_us
        self._readings += 1
        self._drift.feed(wall_us, position_us - wall_us)
        target = self._target(wall_us)
        here = self._offset_at(wall_us)
        error = target - here
        must_snap = abs(error) > SNAP_US and self._readings >= ENOUGH_READINGS
        if must_snap or wall_us - self._first_wall_us < LOCKING_US:
            self._snap_to(wall_us, target)
            return
        limit = SLEW_PER_MILLE / 1000 + max(0.0, abs(error) - NEAR_US) / SETTLE_US
        self._anchor_wall_us, self._anchor_offset = wall_us, here
        self._slope = max(-limit, min(limit, error / SETTLE_US))

    def coast(self, wall_us: Micros) -> None:
        """Run on with the monotonic clock alone from here and drop all readings: the device is lost."""
        self._snap_to(wall_us, self._offset_at(wall_us))
        self._drift.clear()
        self._readings = 0

    def playback_at(self, wall_us: Micros) -> Micros:
        """Return the smoothed device position at a moment of wall time near the last reading."""
        return wall_us + round(self._offset_at(wall_us))

    def drift_us(self, wall_us: Micros) -> Micros:
        """Return how far the device is ahead of the monotonic clock, from an origin of its own."""
        return round(self._offset_at(wall_us))

    def _target(self, wall_us: Micros) -> float:
        """Return the estimated offset, after dropping earlier readings if the device has stepped."""
        line = self._drift.line
        recent = self._drift.recent()
        if line is not None and recent is not None and not -STEP_BACK_US <= recent - line.at(wall_us) <= STEP_AHEAD_US:
            self._drift.forget()
            line = self._drift.line
        return self._anchor_offset if line is None else line.at(wall_us)

    def _offset_at(self, wall_us: Micros) -> float:
        return self._anchor_offset + self._slope * (wall_us - self._anchor_wall_us)

    def _snap_to(self, wall_us: Micros, offset: float) -> None:
        """Take an offset at once, level."""
        self._anchor_wall_us, self._anchor_offset, self._slope = wall_us, offset, 0.0
