"""The one unit of time inside the game: whole microseconds of song time.

Seconds and milliseconds exist only at the edges (files, screens, devices). Song time may be below zero: the lead-in.
"""

from typing import TypeAlias

Micros: TypeAlias = int
"""Whole microseconds; of song time unless a name says `wall` or `real`."""

US_PER_MS = 1_000
"""Microseconds in a millisecond."""
US_PER_SECOND = 1_000_000
"""Microseconds in a second."""


def ms(value: int) -> Micros:
    """Return `value` whole milliseconds as microseconds."""
    return value * US_PER_MS


def rounded_div(numerator: int, denominator: int) -> int:
    """Divide integers, rounding to the nearest, halves away from zero; `denominator` is positive."""
    if numerator >= 0:
        return (2 * numerator + denominator) // (2 * denominator)
    return -((-2 * numerator + denominator) // (2 * denominator))


def clock_text(time_us: Micros) -> str:
    """Return a time as minutes, seconds and thousandths, cut off: 3:13.000."""
    minutes, rest_us = divmod(time_us, 60 * US_PER_SECOND)
    return f"{minutes}:{rest_us // US_PER_SECOND:02d}.{rest_us % US_PER_SECOND // US_PER_MS:03d}"
