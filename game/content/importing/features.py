"""What the beat tracker and the charts listen to: the rise of loudness in bands of pitch, and onsets.

Spectral flux of log-compressed bands after S. Dixon, "Onset Detection Revisited", DAFx 2006; the bands' mean over half
a second is taken off, so that held sounds count for nothing.
"""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from scipy.ndimage import maximum_filter1d, uniform_filter1d
from scipy.signal import resample_poly

from game.content.importing.recording import SAMPLE_RATE, Samples

Floats: TypeAlias = npt.NDArray[np.float64]

LISTEN_RATE = 24_000
"""Sample rate that is listened at: nothing above 12 kHz tells of beats."""
FRAMES_A_SECOND = 100
"""Frames of band energy a second, for beats."""
FINE_FRAMES_A_SECOND = 200
"""The same for onsets."""
BEAT_WINDOW, ONSET_WINDOW = 1024, 512
"""Samples that a frame is computed from, at the rate above."""
BANDS = 24
"""Bands of pitch."""
LOWEST_HZ, HIGHEST_HZ = 45.0, 11_000.0
"""Edges of the bands."""
COMPRESSION = 80.0
"""Loudness is the logarithm of 1 + this many times the amplitude."""
HELD_FRAMES = 50
"""Frames whose mean is taken off."""
NORMAL_RMS = 0.1
"""The recording is brought to this root mean square first."""
PEAK_REACH_FRAMES = 6
"""An onset is the highest point of as many frames to both sides."""
PEAK_FLOOR = 0.35
"""An onset rises so far above the running mean, in standard deviations of the flux."""
ONSETS_EARLY_S = 0.0035
"""How much earlier than sounds begin their flux peaks, as a window hears them before its middle: 3 ms on sampled drums,
4.4 on sounds without any attack."""


@dataclass(frozen=True)
class Onsets:
    """Where sounds begin, in seconds, and how strongly (1 is the song's usual strong one)."""

    times: Floats
    strengths: Floats

    def near(self, time_s: float, within_s: float) -> float:
        """Return the strength of the strongest onset within so many seconds of a time; 0 where there is none."""
        first, last = np.searchsorted(self.times, (time_s - within_s, time_s + within_s))
        return float(self.strengths[first:last].max()) if last > first else 0.0


def listened(samples: Samples) -> Floats:
    """Return the mono signal at 24 kHz and a usual loudness."""
    mono = resample_poly(samples.mean(axis=1, dtype=np.float64), LISTEN_RATE, SAMPLE_RATE)
    scaled: Floats = mono / (np.sqrt(np.mean(mono**2)) + 1e-9) * NORMAL_RMS
    return scaled


def band_levels(signal: Floats, window: int, frames_a_second: int) -> Floats:
    """Return the loudness of each band, shape (frames, bands); a frame is centred on its time."""
    hop = LISTEN_RATE // frames_a_second
    padded = np.pad(signal, (window // 2, window))
    count = len(signal) // hop + 1
    weights = _band_weights(window)
    shape = np.hanning(window)
    levels = np.empty((count, BANDS))
    for first in range(0, count, 4096):
        last = min(count, first + 4096)
        part = padded[first * hop : (last - 1) * hop + window]
        frames = np.lib.stride_tricks.sliding_window_view(part, window)[::hop]
        levels[first:last] = np.log1p(COMPRESSION * np.abs(np.fft.rfft(frames * shape, axis=1)) @ weights)
    return levels


def _band_weights(window: int) -> Floats:
    pitches = np.fft.rfftfreq(window, 1 / LISTEN_RATE)
    edges = np.geomspace(LOWEST_HZ, HIGHEST_HZ, BANDS + 2)
    weights = np.zeros((len(pitches), BANDS))
    for band in range(BANDS):
        low, middle, high = edges[band : band + 3]
        rise, fall = (pitches - low) / (middle - low), (high - pitches) / (high - middle)
        weights[:, band] = np.clip(np.minimum(rise, fall), 0, None)
        if not weights[:, band].any():
            weights[np.argmin(np.abs(pitches - middle)), band] = 1
    normal: Floats = weights / weights.sum(axis=0)
    return normal


def band_flux(levels: Floats) -> Floats:
    """Return how much each band rises from frame to frame, held sounds taken off, shape (frames, bands)."""
    rise = np.zeros_like(levels)
    rise[1:] = np.maximum(levels[1:] - levels[:-1], 0)
    rise = rise + np.roll(rise, -1, axis=0) * 0.5
    flux: Floats = np.maximum(rise - uniform_filter1d(rise, HELD_FRAMES, axis=0), 0)
    return flux


def find_onsets(signal: Floats) -> Onsets:
    """Return the onsets of a signal, to a few milliseconds."""
    levels = band_levels(signal, ONSET_WINDOW, FINE_FRAMES_A_SECOND)
    rise = np.zeros(len(levels))
    rise[1:] = np.maximum(levels[1:] - levels[:-1], 0).sum(axis=1)
    smooth = np.convolve(rise, np.array([0.25, 0.5, 0.25]), "same")
    above = smooth - uniform_filter1d(smooth, FINE_FRAMES_A_SECOND // 2)
    peaks = np.flatnonzero(
        (above == maximum_filter1d(above, 2 * PEAK_REACH_FRAMES + 1)) & (above > PEAK_FLOOR * smooth.std())
    )
    peaks = peaks[(peaks > 0) & (peaks < len(smooth) - 1)]
    left, middle, right = smooth[peaks - 1], smooth[peaks], smooth[peaks + 1]
    curve = left - 2 * middle + right
    shift = np.clip(np.where(curve < 0, 0.5 * (left - right) / np.minimum(curve, -1e-12), 0), -0.5, 0.5)
    times = (peaks + shift) / FINE_FRAMES_A_SECOND + ONSETS_EARLY_S
    usual = np.percentile(above[peaks], 80) if len(peaks) else 1.0
    return Onsets(times, np.clip(above[peaks] / (usual + 1e-12), 0, 2))
