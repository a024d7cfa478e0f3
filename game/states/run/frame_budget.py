"""Detects that drawing is too slow, from the share of late frames in the last two seconds."""

from collections import deque

from game.timing.units import Micros, ms

TOO_SLOW_US = ms(13)
"""Of the 16.7 ms of a picture at 60 a second, the rest is for the flip and the devices."""
LOOKED_AT = 120
"""Frames in the window."""
MOST_LATE = 40
"""Late frames in the window from which drawing is too slow."""


class FrameBudget:
    """Counts late frames in a sliding window."""

    def __init__(self) -> None:
        self._late: deque[bool] = deque(maxlen=LOOKED_AT)

    def is_too_slow(self, spent_us: Micros) -> bool:
        """Take the time of one picture; return whether a third of the last ones were late. Then it begins anew."""
        self._late.append(spent_us > TOO_SLOW_US)
        if len(self._late) < LOOKED_AT or sum(self._late) < MOST_LATE:
            return False
        self._late.clear()
        return True
