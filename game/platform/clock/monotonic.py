"""The real monotonic clock. Everything that must be testable takes a `Clock` instead; only the edge builds this one."""

import time

from game.timing.units import Micros

NS_PER_US = 1000


class MonotonicClock:
    """Microseconds of `time.perf_counter`, the finest monotonic counter on all three systems."""

    def now_us(self) -> Micros:
        """Return the present monotonic time in microseconds, from an origin of its own."""
        return time.perf_counter_ns() // NS_PER_US
