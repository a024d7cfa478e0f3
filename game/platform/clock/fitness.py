"""Judges a run's clock while it is played, second by second: whether what was heard could have changed a judgement.

What another speed is, and what only a stutter, `game.timing.steadiness` says. Refused is besides a run in which for
five seconds on end the sound lay beside the song time that was judged by more than 22 ms, the window of a perfect hit.
A gap without readings (a pause) begins the comparison anew, and so does a lost device, as song time went on without
it. The first seconds of a run are left out: the smoothing may still be catching up with what happened while it loaded.
"""

from collections import deque

from game.timing.steadiness import SPEED_S, why_unsteady
from game.timing.units import US_PER_MS, US_PER_SECOND, Micros, ms

LOADING_US = ms(2000)
"""Time from the first reading of a run to the first that is compared."""
MAX_BESIDE_US = ms(22)
"""Largest lasting difference between the sound and the song time."""
BESIDE_S = 5
"""Consecutive seconds from which a difference is lasting."""
GAP_US = ms(1000)
"""After a longer time without a reading the comparison begins anew."""
WHAT_TO_DO = "Close other programs, or try another sound device."
"""Advice of every refusal."""


class Fitness:
    """`check` it with every reading of the device; `unfit` is why the run does not count, as a sentence, or None."""

    def __init__(self) -> None:
        self.unfit: str | None = None
        self._checked_us: Micros | None = None
        self._begins_us: Micros | None = None
        self._since_us: Micros = 0
        self._drift_us: Micros = 0
        self._lowest_us: Micros | None = None
        self._highest_us: Micros = 0
        self._changes: deque[Micros] = deque(maxlen=SPEED_S)
        self._beside: deque[Micros] = deque(maxlen=BESIDE_S)

    def restart(self) -> None:
        """Forget everything: a run begins."""
        self.unfit = None
        self._checked_us = None
        self._begins_us = None

    def begin_anew(self) -> None:
        """Compare with nothing that was before: the device was lost."""
        self._checked_us = None

    def check(self, wall_us: Micros, drift_us: Micros, beside_us: Micros) -> None:
        """Take how far the device is ahead of the monotonic clock, smoothed, and how far its last reading is ahead of
        the smoothed playback time."""
        if self._begins_us is None:
            self._begins_us = wall_us + LOADING_US
        if wall_us < self._begins_us:
            return
        if self._checked_us is None or wall_us - self._checked_us > GAP_US:
            self._compare_from(wall_us, drift_us)
        self._checked_us = wall_us
        self._add_beside(beside_us)
        if wall_us - self._since_us >= US_PER_SECOND:
            self._changes.append((drift_us - self._drift_us) * US_PER_SECOND // (wall_us - self._since_us))
            self._beside.append(self._nearest())
            self._since_us, self._drift_us, self._lowest_us = wall_us, drift_us, None
            self.unfit = self.unfit or self._judged()

    def _compare_from(self, wall_us: Micros, drift_us: Micros) -> None:
        self._since_us, self._drift_us = wall_us, drift_us
        self._lowest_us = None
        self._changes.clear()
        self._beside.clear()

    def _add_beside(self, beside_us: Micros) -> None:
        first = self._lowest_us is None
        self._lowest_us = beside_us if self._lowest_us is None else min(self._lowest_us, beside_us)
        self._highest_us = beside_us if first else max(self._highest_us, beside_us)

    def _nearest(self) -> Micros:
        """Return the difference nearest to zero of this second: between a reading before and one after a stutter."""
        return max(self._lowest_us or 0, 0) or min(self._highest_us, 0)

    def _judged(self) -> str | None:
        reason = why_unsteady(list(self._changes))
        if reason is None and len(self._beside) == BESIDE_S and min(map(abs, self._beside)) > MAX_BESIDE_US:
            reason = f"the sound lay {abs(self._beside[-1]) // US_PER_MS} ms beside the clock"
        return None if reason is None else f"{reason}. {WHAT_TO_DO}"
