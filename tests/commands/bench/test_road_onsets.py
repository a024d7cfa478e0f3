"""Onsets of a stretched song are measured to a fraction of a millisecond, and only where two true renders share one."""

import numpy as np
import pytest

from game.commands.bench.road_onsets import MomentFrames, Renders, displacements
from game.platform.audio.device.mixer import SAMPLE_RATE
from game.platform.audio.device.ring_buffer import Pcm

RATE = 900
"""Thousandths of the written tempo, of the stretched and the true render."""
EIGHTH_FRAMES = SAMPLE_RATE // 4
EIGHTHS = range(8)
PLACES = [MomentFrames(at * 1000 // RATE, at * 1000 // RATE, at) for at in (place * EIGHTH_FRAMES for place in EIGHTHS)]
SECOND_MS = 9.0
"""How far behind the first a second player attacks."""


def plucks(rate: int = RATE, late_ms: dict[int, float] | None = None, left_out: int = -1, second: float = 0.0) -> Pcm:
    """Return two seconds, at a rate, of a noise that decays from each eighth on, some of them late, and with the attack
    of a `second` player in another noise, in units of the first's loudness, whom nothing makes late."""
    random = np.random.default_rng(3)
    first_noise, second_noise = random.normal(0, 1, (2, 2_000)) * np.exp(-np.arange(2_000) / 400) * 5_000
    sound = np.random.default_rng(4).normal(0, 20, 3 * SAMPLE_RATE)
    for place in EIGHTHS:
        begin = place * EIGHTH_FRAMES * 1000 // rate
        moved = max(0, begin + round((late_ms or {}).get(place, 0.0) * SAMPLE_RATE / 1000))
        after = begin + round(SECOND_MS * SAMPLE_RATE / 1000)
        if place != left_out:
            sound[moved : moved + 2_000] += first_noise
            sound[after : after + 2_000] += second_noise * second
    return np.repeat(sound.astype(np.int16)[:, None], 2, axis=1)


@pytest.mark.parametrize("late_ms", [-6.0, 0.0, 0.5, 3.0])
def test_a_displacement_is_found(late_ms: float) -> None:
    stretched = plucks(late_ms=dict.fromkeys(EIGHTHS, late_ms))
    found = displacements(Renders(stretched, plucks(), plucks(1000)), PLACES).stretched_ms
    assert found == pytest.approx(np.full(7, late_ms), abs=0.2), "the first lies at the very beginning"


def test_one_onset_that_is_three_milliseconds_late_is_seen_among_others() -> None:
    found = displacements(Renders(plucks(late_ms={4: 3.0}), plucks(), plucks(1000)), PLACES).stretched_ms
    assert found == pytest.approx([0, 0, 0, 3, 0, 0, 0], abs=0.2)


def test_the_first_of_two_attacks_that_is_late_is_seen_beside_the_second() -> None:
    moved = plucks(late_ms=dict.fromkeys(EIGHTHS, 3.0), second=0.5)
    found = displacements(Renders(moved, plucks(second=0.5), plucks(1000, second=0.5)), PLACES)
    assert np.all(found.stretched_ms > 1)


def test_an_onset_that_the_written_tempo_does_not_have_is_left_out() -> None:
    found = displacements(Renders(plucks(), plucks(), plucks(1000, left_out=3)), PLACES)
    assert len(found.stretched_ms) == 6


def test_an_onset_counts_whatever_the_stretched_song_makes_of_it() -> None:
    found = displacements(Renders(plucks(left_out=3), plucks(), plucks(1000)), PLACES)
    assert len(found.stretched_ms) == 7


def test_how_far_the_true_renders_lie_apart_is_measured_with_the_same_onsets() -> None:
    written = plucks(1000, late_ms={2: 2.0})
    found = displacements(Renders(plucks(), plucks(), written), PLACES)
    assert found.stretched_ms == pytest.approx(np.zeros(7), abs=0.2)
    assert found.written_ms == pytest.approx([0, 2, 0, 0, 0, 0, 0], abs=0.2)


def test_hiss_beside_silence_is_clear_everywhere_but_shares_no_onset_with_other_hiss() -> None:
    takes = np.random.default_rng(5).normal(0, 900, (3, 4 * SAMPLE_RATE, 2)).astype(np.int16)
    takes[:, 2 * SAMPLE_RATE :] = 0
    places = [MomentFrames(at, at, at) for at in range(5_000, 90_000, 2_000)]
    silence_too = [*places, MomentFrames(*[4 * SAMPLE_RATE] * 3)]
    assert len(displacements(Renders(*takes), silence_too).stretched_ms) <= 1


def test_the_same_hiss_has_no_onset_either() -> None:
    noise = np.random.default_rng(5).normal(0, 900, (3 * SAMPLE_RATE, 2)).astype(np.int16)
    same = [MomentFrames(place.true, place.true, place.true) for place in PLACES]
    assert len(displacements(Renders(noise, noise, noise), same).stretched_ms) == 0
