"""Counts how often the sound broke up, from the device's position: what is not read in time is read later.

No driver tells of an underrun. While buffers are read in time, the earliest reading of each second keeps its distance
to the monotonic clock, however late others are; an underrun sets all later ones back by its length.
"""

from collections import deque

from game.timing.units import US_PER_SECOND, Micros, ms

WINDOW_US = US_PER_SECOND
"""Of the readings of so long only the furthest ahead counts."""
SET_BACK_US = ms(6)
"""A device set back by so much from one window to the next has underrun; a late reading passes within the window."""
UNEVEN_US = ms(3000)
"""A device just opened, or that stood still, reads unevenly: nothing is counted for so long."""
REMEMBERED_US = 60 * US_PER_SECOND
"""Underruns longer ago do not count."""


class DropoutCounter:
    """Feed it the position of one opened device, once a frame."""

    def __init__(self) -> None:
        self._first_us: Micros | None = None
        self._window_us: Micros = 0
        self._ahead_us: Micros | None = None
        self._before_us: Micros | None = None
        self._moments: deque[Micros] = deque()

    def feed(self, wall_us: Micros, position_us: Micros) -> None:
        """Add a reading."""
        if self._first_us is None:
            self._first_us = wall_us
            self._window_us = wall_us + UNEVEN_US
        if wall_us < self._first_us + UNEVEN_US:
            return
        if wall_us >= self._window_us + WINDOW_US:
            self._end_window(wall_us)
        offset_us = position_us - wall_us
        self._ahead_us = offset_us if self._ahead_us is None else max(self._ahead_us, offset_us)

    def count(self, wall_us: Micros) -> int:
        """Return how often the sound broke up lately."""
        while self._moments and self._moments[0] < wall_us - REMEMBERED_US:
            self._moments.popleft()
        return len(self._moments)

    def _end_window(self, wall_us: Micros) -> None:
        ahead_us, before_us = self._ahead_us, self._before_us
        if ahead_us is not None and before_us is not None and before_us - ahead_us >= SET_BACK_US:
            self._moments.append(wall_us)
        self._before_us, self._ahead_us, self._window_us = ahead_us, None, wall_us
