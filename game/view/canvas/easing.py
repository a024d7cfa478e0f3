"""Easing: the clamp to 0..1 and the curves by which a share of a movement becomes a position."""

import numpy as np
import numpy.typing as npt

Shares = npt.NDArray[np.float64]


def clamp(share: float) -> float:
    """Return a number limited to 0.0 to 1.0."""
    return min(1.0, max(0.0, share))


def smooth(share: float) -> float:
    """Return the smoothstep of a share between 0 and 1: speed is 0 at both ends. Not clamped."""
    return share * share * (3.0 - 2.0 * share)


def smoother(share: float) -> float:
    """Return Perlin's smootherstep of a share, clamped: speed and acceleration are 0 at both ends."""
    held = clamp(share)
    return held**3 * (held * (held * 6 - 15) + 10)


def smoother_of(shares: Shares) -> Shares:
    """Return `smoother` of each share."""
    held = np.minimum(np.maximum(shares, 0.0), 1.0)  # np.clip costs as much as all the rest
    eased: Shares = held * held * held * (held * (held * 6 - 15) + 10)
    return eased
