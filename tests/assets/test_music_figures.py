"""The figures of `music report --json`, on sounds whose figures are known."""

import numpy as np
import numpy.typing as npt
import pytest

from assets.workshop.score import tempo
from assets.workshop.score.figures import bands, contrast, openings, salience, summary

RATE = 48_000
SONG = tempo.TempoMap((tempo.Span("yard", 0, 4, 0, 500_000),))
D4, A4, D5 = 62, 69, 74

Audio = npt.NDArray[np.float64]


def noise(gain_db: float, seed: int) -> Audio:
    """Two seconds of white noise: one bar of the song."""
    return np.random.default_rng(seed).normal(0, 0.1 * 10 ** (gain_db / 20), (2 * RATE, 2))


def tone(key: int, gain: float) -> Audio:
    """Two seconds of a tone with eight harmonics."""
    base = 2 * np.pi * 440 * 2 ** ((key - 69) / 12) * np.arange(2 * RATE) / RATE
    return np.repeat(gain * np.sum([np.sin(n * base) / n for n in range(1, 9)], axis=0)[:, None], 2, axis=1)


def test_the_louder_of_two_pitches_leads_and_its_octave_counts_as_itself() -> None:
    both = tone(D4, 0.3) + tone(A4, 0.1)
    assert salience.margin_db(both, 0.0, 2.0, D4) > 3
    assert salience.margin_db(both, 0.0, 2.0, D5) > 3
    assert salience.margin_db(both, 0.0, 2.0, A4) < 0


def test_a_part_as_loud_as_the_rest_adds_three_decibels_and_is_heard_everywhere() -> None:
    found = openings.opening(noise(0, 1), noise(0, 2), SONG, "yard")
    assert found.added_db == pytest.approx(3.0, abs=0.1)
    assert found.audible == 1.0 and 0.3 < found.loudest < 0.7


def test_a_part_far_below_the_rest_is_not_heard() -> None:
    found = openings.opening(noise(0, 1), noise(-12, 2), SONG, "yard")
    assert found.audible == found.loudest == 0.0


def test_a_sound_is_compared_with_the_music_in_its_own_third_octaves_only() -> None:
    whistle = tone(93, 0.1)[: round(contrast.LOUDEST_S * RATE)]
    sound = contrast.Loudest(0, bands.third_octaves(whistle))
    music = np.concatenate([tone(40, 0.5), np.zeros((RATE, 2))])
    alone_db = contrast.ratio_db(music, 0, sound)
    assert alone_db is not None and alone_db > 20
    assert contrast.ratio_db(music + np.pad(tone(93, 0.1), ((0, RATE), (0, 0))), 0, sound) == pytest.approx(0, abs=1)
    assert contrast.ratio_db(music, 3_000_000, sound) is None


def test_a_section_has_loudness_balance_air_and_each_opening() -> None:
    stems = {name: noise(-3 * place, place) for place, name in enumerate(("bed", "low", "high", "choir", "percussion"))}
    found = summary.section_figures("yard", summary.sum_of(stems, tuple(stems)), summary.opened(stems), SONG)
    assert set(found) == {"lufs", "air_db", "balance_db", "openings"}
    assert found["air_db"] == pytest.approx(10 * np.log10(10 / 24), abs=0.1)
    assert found["openings"].keys() == {"1", "2", "3"}
