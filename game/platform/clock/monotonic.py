"""The real monotonic clock. Everything that must be testable takes a `Clock` instead; only the edge builds this one."""

import time

from game.timing.units import Micros

NS_PER_US = 1000
"""Nanoseconds in a microsecond."""


class MonotonicClock:
    """Microseconds of `time.perf_counter`, the finest monotonic counter on all three systems."""

    def now_us(self) -> Micros:
        """Return the present monotonic time in microseconds, from an origin of its own."""
        return time.perf_counter_ns() // NS_PER_US


class SleeplessClock:
    """A monotonic clock that goes on while the machine sleeps, where the system has one: on Linux and macOS
    `time.perf_counter` stands still meanwhile."""

    def __init__(self) -> None:
        self._id: int | None = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None))

    def now_us(self) -> Micros:
        """Return the present time in microseconds, from an origin of its own."""
        if self._id is None:
            return time.perf_counter_ns() // NS_PER_US
        return time.clock_gettime_ns(self._id) // NS_PER_US
