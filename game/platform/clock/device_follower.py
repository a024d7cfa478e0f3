"""Follows a sound device: turns a coarse, jittery position into a smooth line over the monotonic clock.

A device tells whole milliseconds, extrapolated from the last buffer it took; it drifts by up to 100 ppm, its
callbacks come in bursts, and a stall sets it back. So no single reading is trusted: the target is the `DriftEstimator`
that the readings of the last sixteen seconds rest on, and the follower slews toward it by at most 5 ms a second. Where
the present half second lies more than 8 ms behind that, or more than a buffer ahead, the device has stepped: what it
said before is forgotten. Where the target stays more than 60 ms away (a long stall, a sleep of the machine) the
follower snaps. Without readings it runs on with the monotonic clock alone.
"""

from game.platform.clock.drift_estimator import ENOUGH_READINGS, DriftEstimator
from game.timing.units import Micros, ms

STEP_BACK_US, STEP_AHEAD_US = ms(8), ms(21)
"""Recent readings so far from the rest are a step of the device. A server that ran dry sets it back by any amount;
ahead of the line, up to a buffer of 21 ms may be a server that takes its buffers early for a while."""
SLEW_PER_MILLE = 5
"""The follower gains or loses at most this many milliseconds a second."""
NEAR_US = ms(3)
"""What lies further off than this is no jitter: a device ran dry for a moment, and the follower hurries."""
SETTLE_US = ms(250)
"""Time in which the follower would reach its target at the speed of its present error."""
SNAP_US = ms(60)
LOCKING_US = ms(500)
"""So long after the first reading it lies on the target itself: nobody listens to the song yet."""


class DeviceFollower:
    """`playback_at(wall)` is the device's position in microseconds, smoothed; `feed` it once a frame."""

    def __init__(self) -> None:
        self._floor = DriftEstimator()
        self._readings = 0
        self._anchor_wall_us: Micros = 0
        self._anchor_offset: float = 0.0
        self._slope: float = 0.0
        self._first_wall_us: Micros | None = None

    def feed(self, wall_us: Micros, position_us: Micros) -> None:
        """Take a reading: the device says `position_us` at `wall_us`. Readings come in order of wall time."""
        if self._first_wall_us is None:
            self._first_wall_us = wall_us
        self._readings += 1
        self._floor.feed(wall_us, position_us - wall_us)
        target = self._target(wall_us)
        here = self._offset_at(wall_us)
        error = target - here
        off_the_line = abs(error) > SNAP_US and self._readings >= ENOUGH_READINGS
        if off_the_line or wall_us - self._first_wall_us < LOCKING_US:
            self._lie_on(wall_us, target)
            return
        limit = SLEW_PER_MILLE / 1000 + max(0.0, abs(error) - NEAR_US) / SETTLE_US
        self._anchor_wall_us, self._anchor_offset = wall_us, here
        self._slope = max(-limit, min(limit, error / SETTLE_US))

    def coast(self, wall_us: Micros) -> None:
        """The device is gone: run on with the monotonic clock alone from here, and forget its readings."""
        self._lie_on(wall_us, self._offset_at(wall_us))
        self._floor.clear()
        self._readings = 0

    def playback_at(self, wall_us: Micros) -> Micros:
        """Return the smoothed device position at a moment of wall time near the last reading."""
        return wall_us + round(self._offset_at(wall_us))

    def drift_us(self, wall_us: Micros) -> Micros:
        """Return how far the device is ahead of the monotonic clock, from an origin of its own."""
        return round(self._offset_at(wall_us))

    def _target(self, wall_us: Micros) -> float:
        """Return the offset of the readings' floor, of the present half second alone once the device has stepped."""
        line = self._floor.line
        recent = self._floor.recent()
        if line is not None and recent is not None and not -STEP_BACK_US <= recent - line.at(wall_us) <= STEP_AHEAD_US:
            self._floor.forget()
            line = self._floor.line
        return self._anchor_offset if line is None else line.at(wall_us)

    def _offset_at(self, wall_us: Micros) -> float:
        return self._anchor_offset + self._slope * (wall_us - self._anchor_wall_us)

    def _lie_on(self, wall_us: Micros, offset: float) -> None:
        """Be there at once."""
        self._anchor_wall_us, self._anchor_offset, self._slope = wall_us, offset, 0.0
