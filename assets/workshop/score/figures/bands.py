"""Power in third octaves (IEC 61260-1, base two) and the A-weighting (IEC 61672-1) that makes them comparable."""

from __future__ import annotations

import numpy as np

from ..tempo import SAMPLE_RATE

CENTRES = 1000.0 * 2.0 ** (np.arange(-10, 12) / 3)
"""Nominal 100 Hz to 12.5 kHz."""
EDGE = 2.0 ** (1 / 6)
FLOOR = 1e-12


def a_weight(hz: np.ndarray) -> np.ndarray:
    """A-weighting as a power factor, 1 at 1 kHz."""
    square = np.maximum(hz, 1.0) ** 2
    gain = (
        12194.0**2 * square**2
        / ((square + 20.6**2) * np.sqrt((square + 107.7**2) * (square + 737.9**2)) * (square + 12194.0**2))
    )  # fmt: skip
    return (gain * 10 ** (2.0 / 20)) ** 2


def third_octaves(audio: np.ndarray) -> np.ndarray:
    """Mean power of a span (samples, 2) in each third octave, both channels added, shape (22,)."""
    power = (np.abs(np.fft.rfft(audio, axis=0)) ** 2).sum(axis=1) * 2 / max(len(audio), 1) ** 2
    hz = np.fft.rfftfreq(len(audio), 1 / SAMPLE_RATE)
    places = np.searchsorted(hz, np.append(CENTRES / EDGE, CENTRES[-1] * EDGE))
    total = np.concatenate([[0.0], np.cumsum(power)])
    return np.diff(total[places]) + FLOOR


def decibels(power: float | np.ndarray) -> float | np.ndarray:
    """Power as dB."""
    return 10 * np.log10(power)
