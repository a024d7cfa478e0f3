"""How loud a sound is to an ear: K-weighting (ITU-R BS.1770) over the loudest 150 ms, for sounds too short for the
norm's own gates."""

from __future__ import annotations

import numpy as np
from scipy.signal import lfilter

from .dsp import Audio, count

WINDOW_S = 0.15
SHELF = ([1.53512485958697, -2.69169618940638, 1.19839281085285], [1.0, -1.69065929318241, 0.73248077421585])
HIGH_PASS = ([1.0, -2.0, 1.0], [1.0, -1.99004745483398, 0.99007225036621])
FLOOR = -120.0


def loudest(x: Audio, window: float = WINDOW_S) -> float:
    """Loudness of the loudest window in LUFS; mono counts as heard from both sides."""
    sides = x if x.ndim == 2 else np.stack([x, x], 1)
    weighted = lfilter(*HIGH_PASS, lfilter(*SHELF, sides, axis=0), axis=0)
    energy = np.concatenate([[0.0], np.cumsum((weighted**2).sum(1))])
    span = min(count(window), len(sides))
    best = float((energy[span:] - energy[:-span]).max()) / count(window)
    return FLOOR if best <= 0 else float(-0.691 + 10 * np.log10(best))


def average(x: Audio) -> float:
    """Loudness of all of it in LUFS: for loops."""
    return loudest(x, len(x) / 48_000)
