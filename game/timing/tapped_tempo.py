"""The tempo that somebody taps: from the distances of taps, whose middle one counts, so that a slip does no harm."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from game.timing.units import US_PER_MS, US_PER_SECOND, Micros

FEWEST_TAPS = 8
"""Fewest taps that tell a tempo."""
SLIP_SHARE = 0.35
"""A distance that is off the middle one by a larger share of it is a slip: a tap left out, or a key that bounced."""
SECONDS_A_MINUTE = 60


def tapped_bpm(taps_us: Sequence[Micros]) -> float | None:
    """Return the beats a minute of taps in order of time, None for fewer than two."""
    period_us = median(_distances(taps_us)) if len(taps_us) > 1 else 0
    return SECONDS_A_MINUTE * US_PER_SECOND / period_us if period_us > 0 else None


def tapped_spread_ms(taps_us: Sequence[Micros]) -> float:
    """Return how uneven taps are, in milliseconds: the middle deviation of their distances, slips left out."""
    if len(taps_us) < 2:
        return 0.0
    period_us = median(_distances(taps_us))
    away = [abs(distance - period_us) for distance in _distances(taps_us)]
    return median([one for one in away if one <= SLIP_SHARE * period_us] or [0]) / US_PER_MS


def _distances(taps_us: Sequence[Micros]) -> list[Micros]:
    return [later - earlier for earlier, later in pairwise(taps_us)]
