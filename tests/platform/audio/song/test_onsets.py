"""Onsets of a song are found where its notes begin, to a few milliseconds."""

import numpy as np

from game.platform.audio.song.onsets import SAMPLE_RATE, onsets
from game.timing.units import US_PER_SECOND, ms

PLUCKS_US = (0, 400_000, 650_000, 1_300_000)


def plucked(times_us: tuple[int, ...], seconds: float) -> np.ndarray:
    """Return decaying tones that begin at these times, in a little noise."""
    signal = 0.001 * np.random.default_rng(1).standard_normal(int(seconds * SAMPLE_RATE))
    for time_us in times_us:
        first = time_us * SAMPLE_RATE // US_PER_SECOND
        t = np.arange(len(signal) - first) / SAMPLE_RATE
        signal[first:] += 0.3 * np.minimum(1, t / 0.002) * np.exp(-t / 0.15) * np.sin(2 * np.pi * 440 * t)
    return signal


def test_each_note_is_an_onset_within_five_milliseconds() -> None:
    found = onsets(plucked(PLUCKS_US, 2.0))
    assert [min(abs(time - at) for time in found) <= ms(5) for at in PLUCKS_US] == [True] * len(PLUCKS_US)


def test_between_notes_there_is_no_onset() -> None:
    found = onsets(plucked(PLUCKS_US, 2.0))
    assert [time for time in found if min(abs(time - at) for at in PLUCKS_US) > ms(30)] == []


def test_silence_and_nothing_have_no_onsets() -> None:
    assert onsets(np.zeros(SAMPLE_RATE)) == []
    assert onsets(np.zeros(0)) == []
