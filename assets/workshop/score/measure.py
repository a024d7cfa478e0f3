"""Figures of finished audio: peaks, bands, silence, onsets. It refuses to judge; `report` prints and tests compare."""

from __future__ import annotations

import itertools

import numpy as np
from scipy.ndimage import maximum_filter1d, median_filter, uniform_filter1d
from scipy.signal import resample_poly, stft

from .tempo import SAMPLE_RATE

BANDS = {
    "sub": (30, 60),
    "bass": (60, 200),
    "mud": (200, 400),
    "mid": (400, 2500),
    "harsh": (2500, 5000),
    "air": (5000, 16000),
}
HOP, WINDOW = 96, 512
ONSET_BANDS, LAG, APART, AROUND = 16, 5, 12, 400  # bands; then frames of 2 ms
ONSET_RATIO, ONSET_FLOOR = 1.8, 1.4
PLUCK_OFFSET_S = 0.002


def true_peak_db(audio: np.ndarray) -> float:
    """Peak of the four times oversampled signal in dB."""
    peak, step = 0.0, SAMPLE_RATE * 10
    for start in range(0, len(audio), step):
        piece = audio[max(0, start - 200) : start + step + 200]
        peak = max(peak, float(np.abs(resample_poly(piece, 4, 1, axis=0)).max()))
    return 20 * float(np.log10(peak + 1e-12))


def balance(audio: np.ndarray) -> dict[str, float]:
    """Share of each band in dB of the whole."""
    mono = audio.mean(axis=1)
    spectrum = np.abs(np.fft.rfft(mono)) ** 2
    hz = np.fft.rfftfreq(len(mono), 1 / SAMPLE_RATE)
    total = spectrum.sum() + 1e-20
    return {
        name: float(10 * np.log10(spectrum[(hz >= lo) & (hz < hi)].sum() / total + 1e-12))
        for name, (lo, hi) in BANDS.items()
    }


def longest_silence_s(audio: np.ndarray, floor_db: float = -60.0) -> tuple[float, float]:
    """Length and start, in seconds, of the longest stretch whose 50 ms level stays under a floor."""
    hop = SAMPLE_RATE // 20
    level = 10 * np.log10(
        (audio[: len(audio) // hop * hop].astype(np.float64) ** 2).mean(axis=1).reshape(-1, hop).mean(axis=1) + 1e-12
    )
    best, start, run = 0, 0, 0
    for i, value in enumerate(level):
        run = run + 1 if value < floor_db else 0
        if run > best:
            best, start = run, i - run + 1
    return best / 20, start / 20


def onsets(audio: np.ndarray) -> np.ndarray:
    """Onset times in seconds: clear peaks of the rise of amplitude in 16 bands, each against its own level around
    then; a grid of 2 ms, calibrated on plucked tones (attack 2 ms) in noise."""
    quiet = np.zeros(LAG * HOP * 4)  # so that the very first sample can be an onset
    hz, times, frames = stft(
        np.concatenate([quiet, audio.mean(axis=1)]),
        SAMPLE_RATE,
        nperseg=WINDOW,
        noverlap=WINDOW - HOP,
        boundary="zeros",
        padded=True,
    )
    power, edges = np.abs(frames) ** 2, np.geomspace(50, 14000, ONSET_BANDS + 1)
    rise = np.zeros(len(times))
    for low, high in itertools.pairwise(edges):
        inside = (hz >= low) & (hz < high)
        if inside.any():
            amplitude = np.sqrt(power[inside].sum(axis=0))
            around = np.sqrt(np.maximum(uniform_filter1d(amplitude**2, AROUND), 1e-12))
            rise[LAG:] += np.maximum(amplitude[LAG:] - amplitude[:-LAG], 0) / around[LAG:]
    clear = ONSET_RATIO * median_filter(rise, 151) + ONSET_FLOOR
    peaks = np.flatnonzero((rise == maximum_filter1d(rise, 2 * APART + 1)) & (rise > clear))
    return times[peaks] - PLUCK_OFFSET_S - len(quiet) / SAMPLE_RATE
