"""Follows a sound device: turns a coarse, jittery position into a smooth line over the monotonic clock.

A device tells whole milliseconds, extrapolated from the last buffer it took; it drifts by up to 100 ppm, its
callbacks come in bursts, and a stall sets it back. So no single reading is trusted: the offset between device and
monotonic clock is the median over the last three seconds (measured on a sound server: over one second, bursts moved
it by 2.7 ms at p99, over three by 1.9), and the line slews toward it by at most 5 ms a second. Where the last half
second lies more than 8 ms from the rest, the device has stepped: what it said before is forgotten. Where the median
stays more than 60 ms away (a long stall, a sleep of the machine) the line snaps. Without readings the line runs on
with the monotonic clock alone.
"""

from collections import deque
from statistics import median

from game.timing.units import Micros, ms

WINDOW_US = ms(3000)
"""Readings this old are forgotten."""
RECENT_US = ms(500)
STEP_US = ms(8)
"""Recent readings so far from the rest are a step of the device: a buffer is 21 ms, jitter a few."""
SLEW_PER_MILLE = 5
"""The line gains or loses at most this many milliseconds a second."""
NEAR_US = ms(3)
"""What lies further off than this is no jitter: a device ran dry for a moment, and the line hurries."""
SETTLE_US = ms(250)
"""Time in which the line would reach the median at the speed of its present error."""
SNAP_US = ms(60)
ENOUGH_READINGS = 5
"""A snap needs this many readings: one odd reading after a pause of the program is no reason."""
LOCKING_US = ms(500)
"""So long after the first reading the line lies on the median itself: nobody listens to the song yet."""


class DeviceFollower:
    """`playback_at(wall)` is the device's position in microseconds, smoothed; `feed` it once a frame."""

    def __init__(self) -> None:
        self._readings: deque[tuple[Micros, Micros]] = deque()
        self._anchor_wall_us: Micros = 0
        self._anchor_offset: float = 0.0
        self._slope: float = 0.0
        self._first_wall_us: Micros | None = None

    def feed(self, wall_us: Micros, position_us: Micros) -> None:
        """Take a reading: the device says `position_us` at `wall_us`. Readings come in order of wall time."""
        if self._first_wall_us is None:
            self._first_wall_us = wall_us
        self._readings.append((wall_us, position_us - wall_us))
        while self._readings[0][0] < wall_us - WINDOW_US:
            self._readings.popleft()
        middle = self._middle(wall_us)
        here = self._offset_at(wall_us)
        error = middle - here
        off_the_line = abs(error) > SNAP_US and len(self._readings) >= ENOUGH_READINGS
        if off_the_line or wall_us - self._first_wall_us < LOCKING_US:
            self._lie_on(wall_us, middle)
            return
        limit = SLEW_PER_MILLE / 1000 + max(0.0, abs(error) - NEAR_US) / SETTLE_US
        self._anchor_wall_us, self._anchor_offset = wall_us, here
        self._slope = max(-limit, min(limit, error / SETTLE_US))

    def coast(self, wall_us: Micros) -> None:
        """The device is gone: run on with the monotonic clock alone from here, and forget its readings."""
        self._lie_on(wall_us, self._offset_at(wall_us))
        self._readings.clear()

    def playback_at(self, wall_us: Micros) -> Micros:
        """Return the smoothed device position at a moment of wall time near the last reading."""
        return wall_us + round(self._offset_at(wall_us))

    def drift_us(self, wall_us: Micros) -> Micros:
        """Return how far the device is ahead of the monotonic clock, from an origin of its own."""
        return round(self._offset_at(wall_us))

    def _middle(self, wall_us: Micros) -> float:
        """Return the median offset, over recent readings alone once the device has stepped."""
        middle = median(offset for _, offset in self._readings)
        recent = [reading for reading in self._readings if reading[0] > wall_us - RECENT_US]
        if len(recent) < ENOUGH_READINGS or abs(median(offset for _, offset in recent) - middle) <= STEP_US:
            return middle
        self._readings = deque(recent)
        return median(offset for _, offset in recent)

    def _offset_at(self, wall_us: Micros) -> float:
        return self._anchor_offset + self._slope * (wall_us - self._anchor_wall_us)

    def _lie_on(self, wall_us: Micros, offset: float) -> None:
        """Put the line there at once, and forget readings that are not of it."""
        self._anchor_wall_us, self._anchor_offset, self._slope = wall_us, offset, 0.0
        near = [reading for reading in self._readings if abs(reading[1] - offset) <= SNAP_US]
        self._readings = deque(near)
