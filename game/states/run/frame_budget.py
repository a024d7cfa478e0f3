"""Detects within a second that drawing is too slow, however few pictures a slow machine draws in it."""

from collections import deque

from game.timing.units import Micros, ms

TOO_SLOW_US = ms(13)
"""Drawing time from which a picture is late; the rest of the 16.7 ms at 60 a second is for the flip and the devices."""
PICTURE_US = 16_667
"""Interval of pictures at 60 a second, microseconds."""
WINDOW_US = ms(800)
"""Length of the sliding window."""
LEAST_LATE = 8
"""Smallest number of late pictures that is slow drawing rather than a single stall."""


class FrameBudget:
    """Sums up the time that late pictures take in a sliding window."""

    def __init__(self) -> None:
        self._pictures: deque[tuple[Micros, bool]] = deque()

    def is_too_slow(self, spent_us: Micros) -> bool:
        """Take the time of one picture; return whether late ones took half of the window. Then it begins anew."""
        self._pictures.append((max(spent_us, PICTURE_US), spent_us > TOO_SLOW_US))
        total_us = sum(us for us, _ in self._pictures)
        if total_us < WINDOW_US:
            return False
        late = [us for us, is_late in self._pictures if is_late]
        if len(late) >= LEAST_LATE and 2 * sum(late) >= total_us:
            self._pictures.clear()
            return True
        while total_us >= WINDOW_US:
            total_us -= self._pictures.popleft()[0]
        return False
