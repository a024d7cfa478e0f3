"""Figures of finished audio: loudness, peaks, bands, onsets. It refuses to judge; `report` prints and tests compare."""

from __future__ import annotations

import numpy as np
import pyloudnorm
from scipy.ndimage import maximum_filter1d, median_filter
from scipy.signal import butter, resample_poly, sosfilt, stft

from .tempo import SAMPLE_RATE

BANDS = {"sub": (30, 60), "bass": (60, 200), "mud": (200, 400), "mid": (400, 2500), "harsh": (2500, 5000), "air": (5000, 16000)}
HOP, WINDOW = 96, 512
ONSET_RATIO = 1.15


def lufs(audio: np.ndarray) -> float:
    """Integrated loudness (ITU-R BS.1770) in LUFS; -70 for near silence."""
    value = pyloudnorm.Meter(SAMPLE_RATE).integrated_loudness(audio.astype(np.float64))
    return max(float(value), -70.0)


def short_term(audio: np.ndarray, window_s: float = 3.0, hop_s: float = 1.0) -> np.ndarray:
    """K-weighted loudness of sliding windows, ungated, in LUFS."""
    meter = pyloudnorm.Meter(SAMPLE_RATE)
    weighted = audio.astype(np.float64)
    for stage in meter._filters.values():
        weighted = np.stack([stage.apply_filter(weighted[:, c]) for c in range(2)], axis=1)
    power = np.concatenate([[0.0], np.cumsum((weighted**2).sum(axis=1))])
    window, hop = int(window_s * SAMPLE_RATE), int(hop_s * SAMPLE_RATE)
    starts = np.arange(0, len(audio) - window, hop)
    return -0.691 + 10 * np.log10((power[starts + window] - power[starts]) / window + 1e-12)


def loudness_range(audio: np.ndarray) -> float:
    """Loudness range (EBU Tech 3342) in LU: 10th to 95th percentile of gated short-term loudness."""
    values = short_term(audio, 3.0, 0.1)
    values = values[values > -70]
    gate = 10 * np.log10(np.mean(10 ** (values / 10))) - 20
    kept = values[values > gate]
    return float(np.percentile(kept, 95) - np.percentile(kept, 10))


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
    return {name: float(10 * np.log10(spectrum[(hz >= lo) & (hz < hi)].sum() / total + 1e-12)) for name, (lo, hi) in BANDS.items()}


def longest_silence_s(audio: np.ndarray, floor_db: float = -60.0) -> tuple[float, float]:
    """Length and start, in seconds, of the longest stretch whose 50 ms level stays under a floor."""
    hop = SAMPLE_RATE // 20
    level = 10 * np.log10((audio[: len(audio) // hop * hop].astype(np.float64) ** 2).mean(axis=1).reshape(-1, hop).mean(axis=1) + 1e-12)
    best, start, run = 0, 0, 0
    for i, value in enumerate(level):
        run = run + 1 if value < floor_db else 0
        if run > best:
            best, start = run, i - run + 1
    return best / 20, start / 20


def onsets(audio: np.ndarray) -> np.ndarray:
    """Onset times in seconds: peaks of the rise of band levels, on a grid of 2 ms, calibrated on a click."""
    return _peaks(audio) - CLICK_OFFSET_S


def _peaks(audio: np.ndarray) -> np.ndarray:
    mono = audio.mean(axis=1)
    edges = np.geomspace(40, 16000, 25)
    _, times, frames = stft(mono, SAMPLE_RATE, nperseg=WINDOW, noverlap=WINDOW - HOP, boundary="zeros", padded=True)
    power = np.abs(frames) ** 2
    hz = np.fft.rfftfreq(WINDOW, 1 / SAMPLE_RATE)
    groups = [power[(hz >= lo) & (hz < hi)].sum(axis=0) for lo, hi in zip(edges[:-1], edges[1:], strict=True) if ((hz >= lo) & (hz < hi)).any()]
    level = np.log10(np.stack(groups) + 1e-9)
    rise = np.maximum(level[:, 4:] - level[:, :-4], 0).sum(axis=0)
    rise = np.concatenate([np.zeros(4), rise])
    local = median_filter(rise, 101) * ONSET_RATIO + 0.35
    peak = (rise == maximum_filter1d(rise, 13)) & (rise > local)
    return times[np.flatnonzero(peak)]


CLICK_OFFSET_S = 0.0


def high_pass(audio: np.ndarray, hz: float) -> np.ndarray:
    """The audio above a frequency."""
    return sosfilt(butter(4, hz, "high", fs=SAMPLE_RATE, output="sos"), audio, axis=0)
