"""Estimates the latency of a device from taps on a beat. Milliseconds; pure arithmetic.

Signed distances to the nearest beat; the median, then without what lies beyond 3 robust deviations of it, then the
mean. In simulation (taps spread by 22 ms, a tenth junk) this errs by 5 ms, where the mean errs by 14.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, median, pstdev

MAD_TO_DEVIATION = 1.4826
"""Standard deviation of a normal distribution over its median absolute deviation."""
REACH = 3.0
"""Taps further from the median than so many deviations are dropped."""
FEWEST_KEPT = 20
"""Taps that a reading needs at least."""
WIDEST_SPREAD_MS = 30.0
"""The greatest standard deviation of a reading that is accepted."""
FEWEST_HITS = 50
"""Hits of a run that an offer needs at least."""
UR_FREE = 90.0
"""The unstable rate (ten times the spread in ms) up to which the median is applied in full."""
UR_DECAY = 0.0116
"""How fast the offer shrinks above it, per unit of unstable rate."""
SMALLEST_OFFER_MS = 2
"""Smaller changes are not offered."""


@dataclass(frozen=True, slots=True)
class TimingReading:
    """The latency read from taps. `refusal` says why it cannot be used; where it is None, it can."""

    offset_ms: int
    spread_ms: float
    kept: int
    refusal: str | None


def read_taps(errors_ms: Sequence[float]) -> TimingReading:
    """Return the offset that taps show, or why they show none."""
    if not errors_ms:
        return TimingReading(0, 0.0, 0, "no taps came: tap with the beat")
    middle = median(errors_ms)
    deviation = MAD_TO_DEVIATION * median(abs(error - middle) for error in errors_ms)
    reach = max(1.0, REACH * deviation)
    kept = [error for error in errors_ms if abs(error - middle) <= reach]
    spread = pstdev(kept)
    return TimingReading(round(fmean(kept)), spread, len(kept), _refusal(len(kept), spread))


def offer_after_run(errors_ms: Sequence[float]) -> int | None:
    """Return by how many ms the audio offset should move after a run, or None where there is nothing to say.

    The median error, held back where the hits scatter: times exp(-0.0116 x (UR - 90)), UR being ten times the spread
    in ms.
    """
    if len(errors_ms) < FEWEST_HITS:
        return None
    unstable_rate = 10.0 * pstdev(errors_ms)
    trust = math.exp(-UR_DECAY * max(0.0, unstable_rate - UR_FREE))
    offer = round(median(errors_ms) * trust)
    return offer if abs(offer) >= SMALLEST_OFFER_MS else None


def _refusal(kept: int, spread_ms: float) -> str | None:
    if kept < FEWEST_KEPT:
        return f"only {kept} taps can be used, {FEWEST_KEPT} are needed: tap on every beat"
    if spread_ms > WIDEST_SPREAD_MS:
        return f"the taps scatter by {spread_ms:.0f} ms, at most {WIDEST_SPREAD_MS:.0f} will do: once more, steadily"
    return None
