"""Onset times of a decoded song: clear peaks of the rise of amplitude in 16 bands, each against its own level.

The method and its constants are those of the score's workshop, where it was calibrated on plucked tones (attack 2 ms)
in noise: a grid of 2 ms.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pygame

from game.content.song.song import SongAudio
from game.platform.audio.device.pcm import Decoded, decode
from game.platform.audio.device.ring_buffer import FULL_SCALE
from game.platform.clock.song_clock import RATE_ONE
from game.timing.units import US_PER_SECOND, Micros

SAMPLE_RATE = 48_000
"""Sample rate of decoded sound, in Hz."""
HOP = 96
"""Frames between two spectra: 2 ms."""
WINDOW = 512
"""Frames of a spectrum."""
BAND_EDGES_HZ = np.geomspace(50, 14_000, 17)
"""Edges of the 16 bands."""
LAG = 5
"""Spectra over which amplitude rises."""
APART = 12
"""Least distance between two onsets, in spectra."""
AROUND = 400
"""Spectra over which a band's own level is taken."""
MEDIAN = 151
"""Spectra over which the median rise is taken."""
RATIO = 1.8
"""An onset rises above so many times the median rise around it, and `FLOOR` more."""
FLOOR = 1.4
"""Least rise of an onset, in units of a band's own level."""
PLUCK_US = 2_000
"""Delay of the measured peak behind the attack."""

Rises = npt.NDArray[np.float64]


@contextmanager
def decoder() -> Iterator[None]:
    """Let sound files be decoded, at 48 kHz, without a sound device."""
    os.environ["SDL_AUDIODRIVER"] = "dummy"
    pygame.mixer.init(SAMPLE_RATE, -16, 2, allowedchanges=0)
    try:
        yield
    finally:
        pygame.mixer.quit()


def song_onsets(audio: SongAudio) -> list[Micros]:
    """Decode a song (no sound device is needed) and return its onset times, all stems sounding."""
    return onsets(decoded_mono(audio))


def decoded_mono(audio: SongAudio) -> Rises:
    """Decode a song (no sound device is needed) and return its samples (-1 to 1), all stems sounding."""
    files = [*audio.stems.values()] or [file for rate, file in audio.mixes.items() if rate == RATE_ONE]
    with decoder():
        parts = [found.pcm.mean(axis=1) for file in files if isinstance(found := decode(file), Decoded)]
    mono = np.zeros(max(map(len, parts), default=0))
    for part in parts:
        mono[: len(part)] += part / FULL_SCALE
    return mono


def onsets(mono: Rises) -> list[Micros]:
    """Return the onset times of a signal at 48 kHz (samples -1 to 1) in microseconds."""
    quiet = LAG * HOP * 4  # so that the very first sample can be an onset
    rise = _rise(np.concatenate([np.zeros(quiet + WINDOW // 2), mono, np.zeros(WINDOW)]))
    if not len(rise):
        return []
    clear = RATIO * np.median(_around(rise, MEDIAN), axis=1) + FLOOR
    peaks = np.flatnonzero((rise == _around(rise, 2 * APART + 1).max(axis=1)) & (rise > clear))
    return [int((peak * HOP - quiet) * US_PER_SECOND // SAMPLE_RATE) - PLUCK_US for peak in peaks]


def _rise(signal: Rises) -> Rises:
    """Return how much the amplitude of all bands rises at each spectrum."""
    pieces = np.lib.stride_tricks.sliding_window_view(signal, WINDOW)[::HOP]
    window = np.hanning(WINDOW + 1)[:-1]
    hz = np.fft.rfftfreq(WINDOW, 1 / SAMPLE_RATE)
    power = np.abs(np.fft.rfft(pieces * window / window.sum(), axis=1)) ** 2
    rise = np.zeros(len(power))
    for low, high in pairwise(BAND_EDGES_HZ):
        inside = (hz >= low) & (hz < high)
        if inside.any():
            amplitude = np.sqrt(power[:, inside].sum(axis=1))
            level = np.sqrt(np.maximum(_mean_around(amplitude**2), 1e-12))
            rise[LAG:] += np.maximum(amplitude[LAG:] - amplitude[:-LAG], 0) / level[LAG:]
    return rise


def _mean_around(values: Rises) -> Rises:
    sums = np.cumsum(np.pad(values, (AROUND // 2 + 1, AROUND // 2 - 1), mode="symmetric"))
    return np.asarray(sums[AROUND:] - sums[:-AROUND]) / AROUND


def _around(values: Rises, width: int) -> Rises:
    return np.lib.stride_tricks.sliding_window_view(np.pad(values, width // 2, mode="symmetric"), width)
