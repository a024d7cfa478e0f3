"""Detects within a second that pictures are late, however few a slow machine shows in it.

What counts is the time from one picture to the next: drawing is only a third of a picture's work, and a machine can be
late without one long drawing.
"""

from collections import deque

from game.timing.units import US_PER_SECOND, Micros, ms

PICTURE_US = 16_667
"""Interval of pictures at 60 a second, microseconds: above that rate nobody needs to draw less."""
LATE_SHARE = 3
"""A picture is late that comes later than its interval by more than the interval divided by this."""
STALL_US = ms(400)
"""A longer interval is a stall, or time on another screen, and says nothing about drawing."""
WINDOW_US = ms(700)
"""Length of the sliding window."""
LEAST_LATE = 5
"""Smallest number of late pictures that is slow drawing rather than a few stalls."""


class FrameBudget:
    """Counts late pictures in a sliding window."""

    def __init__(self) -> None:
        self._last_us: Micros | None = None
        self._pictures: deque[tuple[Micros, bool]] = deque()

    def is_too_slow(self, wall_us: Micros, frame_rate: int) -> bool:
        """Take the moment of a picture, where so many a second are wanted; return whether half of the window's
        were late. Then it begins anew."""
        last_us, self._last_us = self._last_us, wall_us
        if last_us is None or wall_us - last_us > STALL_US:
            self._pictures.clear()
            return False
        took_us, wanted_us = wall_us - last_us, max(PICTURE_US, US_PER_SECOND // max(1, frame_rate))
        self._pictures.append((took_us, took_us > wanted_us + wanted_us // LATE_SHARE))
        total_us = sum(us for us, _ in self._pictures)
        if total_us < WINDOW_US:
            return False
        late = sum(is_late for _, is_late in self._pictures)
        if late >= LEAST_LATE and 2 * late >= len(self._pictures):
            self._pictures.clear()
            return True
        while total_us >= WINDOW_US and len(self._pictures) > LEAST_LATE:
            total_us -= self._pictures.popleft()[0]
        return False
