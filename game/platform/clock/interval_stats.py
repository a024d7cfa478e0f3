"""How long the devices went unasked, and how long frames took: figures for `bench`, gathered while playing."""

from array import array

from game.timing.units import Micros

KEPT = 4_000_000
"""Over an hour at one poll a millisecond; what comes later is not kept."""


class IntervalStats:
    """Durations in microseconds, in the order in which they were measured."""

    def __init__(self) -> None:
        self._values = array("q")

    def add(self, gap_us: Micros) -> None:
        """Keep one."""
        if len(self._values) < KEPT:
            self._values.append(gap_us)

    def clear(self) -> None:
        """Forget all."""
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
