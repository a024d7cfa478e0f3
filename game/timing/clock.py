"""The clock protocol and the manual clock of tests. Real clocks are in `platform`."""

from typing import Protocol

from game.timing.units import Micros


class Clock(Protocol):
    """Gives the time in whole microseconds since an arbitrary origin; monotonic."""

    def now_us(self) -> Micros:
        """Return the present time in microseconds."""
        ...


class ManualClock:
    """A clock that moves only when `advance` is called: the clock of every test."""

    def __init__(self, start_us: Micros = 0) -> None:
        self._now_us = start_us

    def now_us(self) -> Micros:
        """Return the time that was last set."""
        return self._now_us

    def advance(self, step_us: Micros) -> None:
        """Move forward by `step_us`; raises ValueError on a negative step, for clocks never run backwards."""
        if step_us < 0:
            raise ValueError(f"a clock never runs backwards: step {step_us} us")
        self._now_us += step_us
