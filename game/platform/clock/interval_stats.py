"""Statistics of intervals (between polls, of frames) for `bench`, gathered while playing."""

from array import array
from collections.abc import Sequence

from game.timing.units import Micros

MAX_KEPT = 4_000_000
"""Number of intervals kept: over an hour at one poll a millisecond. Later ones are dropped."""


class IntervalStats:
    """Durations in microseconds, in the order in which they were measured."""

    def __init__(self) -> None:
        self._values = array("q")

    def add(self, interval_us: Micros) -> None:
        """Add one interval."""
        if len(self._values) < MAX_KEPT:
            self._values.append(interval_us)

    @property
    def values(self) -> Sequence[Micros]:
        """All intervals."""
        return self._values

    def clear(self) -> None:
        """Drop all."""
        self._values = array("q")

    def figures(self) -> dict[str, float | int]:
        """Return count, median, p90, p99, p99.9 and maximum, in milliseconds."""
        ranked = sorted(self._values)
        if not ranked:
            return {"count": 0}
        parts = {"p50_ms": 0.5, "p90_ms": 0.9, "p99_ms": 0.99, "p999_ms": 0.999}
        last = len(ranked) - 1
        figures: dict[str, float | int] = {"count": len(ranked)}
        figures |= {name: round(ranked[round(part * last)] / 1000, 3) for name, part in parts.items()}
        figures["max_ms"] = round(ranked[-1] / 1000, 3)
        return figures
