"""Onsets of a stretched song are measured to a fraction of a millisecond, and only where there are any."""

import numpy as np
import pytest

from game.commands.bench.road_sound import SectionSound, onset_offsets_ms
from game.platform.audio.device.mixer import SAMPLE_RATE
from game.platform.audio.device.ring_buffer import Pcm

EIGHTH_FRAMES = SAMPLE_RATE // 4
EIGHTHS = [place * EIGHTH_FRAMES for place in range(8)]


def plucks(late_ms: float = 0.0, rate: int = 1000, left_out: int = -1) -> Pcm:
    """Return two seconds, at a rate, of a noise that decays from each eighth on."""
    noise = np.random.default_rng(3).normal(0, 1, 2_000)
    sound = np.random.default_rng(4).normal(0, 20, 3 * SAMPLE_RATE)
    for place, frame in enumerate(EIGHTHS):
        if place != left_out:
            begin = frame * 1000 // rate + round(late_ms * SAMPLE_RATE / 1000)
            sound[max(0, begin) : begin + 2_000] += (noise * 9_000 * np.exp(-np.arange(2_000) / 400))[max(0, -begin) :]
    return np.repeat(sound.astype(np.int16)[:, None], 2, axis=1)


@pytest.mark.parametrize("late_ms", [-6.0, 0.0, 0.5, 3.0])
def test_a_displacement_is_found(late_ms: float) -> None:
    found = onset_offsets_ms(SectionSound(plucks(late_ms, 900), plucks(0, 900), plucks(), 0.0), EIGHTHS, 900)
    assert len(found) == 7, "the first lies at the very beginning"
    assert found == pytest.approx(np.full(7, late_ms), abs=0.3)


def test_an_onset_that_the_written_tempo_does_not_have_is_left_out() -> None:
    sound = SectionSound(plucks(rate=900), plucks(rate=900), plucks(left_out=3), 0.0)
    assert len(onset_offsets_ms(sound, EIGHTHS, 900)) <= 6


def test_noise_has_no_onsets() -> None:
    noise = np.random.default_rng(5).normal(0, 900, (3 * SAMPLE_RATE, 2)).astype(np.int16)
    assert len(onset_offsets_ms(SectionSound(noise, noise, noise, 0.0), EIGHTHS, 900)) == 0
