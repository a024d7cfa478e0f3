"""Loudness after ITU-R BS.1770-4 and EBU Tech 3342, for 48 kHz stereo. It refuses other rates: its filter is the
recommendation's own table."""

from __future__ import annotations

import numpy as np
from scipy.signal import sosfilt

from .tempo import SAMPLE_RATE

# BS.1770-4, tables 1 and 2 (48 kHz): the head's shelf, then the RLB high-pass.
K_WEIGHTING = np.array([
    [1.53512485958697, -2.69169618940638, 1.19839281085285, 1.0, -1.69065929318241, 0.73248077421585],
    [1.0, -2.0, 1.0, 1.0, -1.99004745483398, 0.99007225036621],
])  # fmt: skip
QUIETEST = -70.0


def windows(audio: np.ndarray, window_s: float, hop_s: float) -> np.ndarray:
    """K-weighted loudness of sliding windows, ungated, in LUFS; at least one window."""
    power = (sosfilt(K_WEIGHTING, audio.astype(np.float64), axis=0) ** 2).sum(axis=1)
    total = np.concatenate([[0.0], np.cumsum(power)])
    window, hop = min(int(window_s * SAMPLE_RATE), len(audio)), int(hop_s * SAMPLE_RATE)
    starts = np.arange(0, len(audio) - window + 1, hop)
    return -0.691 + 10 * np.log10((total[starts + window] - total[starts]) / max(window, 1) + 1e-12)


def _mean(values: np.ndarray) -> float:
    return float(10 * np.log10(np.mean(10 ** (values / 10)))) if len(values) else QUIETEST


def integrated(audio: np.ndarray) -> float:
    """Gated loudness in LUFS: blocks of 400 ms overlapping by three quarters, absolute gate -70, relative gate -10."""
    blocks = windows(audio, 0.4, 0.1)
    blocks = blocks[blocks > QUIETEST]
    return max(_mean(blocks[blocks > _mean(blocks) - 10]), QUIETEST)


def loudness_range(audio: np.ndarray) -> float:
    """Loudness range in LU: 10th to 95th percentile of short-term loudness above a relative gate of -20."""
    values = windows(audio, 3.0, 0.1)
    values = values[values > QUIETEST]
    kept = values[values > _mean(values) - 20]
    return float(np.percentile(kept, 95) - np.percentile(kept, 10)) if len(kept) else 0.0
