"""Practice rates: what sounds just before a cut is the song's own sound, and no piece is too short to stretch."""

from itertools import pairwise

import numpy as np
import pytest

from game.content.importing.practice_mix import RATE_ONE, cuts_among, practice_mix
from game.content.song.stretching import ENDING_FRAMES, SHORTEST_FRAMES
from game.sim.options import RATES_PERMILLE

SIXTEENTH = 6_000
LENGTH = 16 * SIXTEENTH


@pytest.mark.parametrize("rate", [rate for rate in RATES_PERMILLE if rate != RATE_ONE])
def test_what_leads_to_a_cut_sounds_as_in_the_song(rate: int) -> None:
    song = np.random.default_rng(5).normal(0.0, 0.1, (LENGTH, 2)).astype(np.float32)
    cuts = cuts_among(range(0, LENGTH, SIXTEENTH), LENGTH)
    mix = practice_mix(song, rate, cuts)

    assert len(mix) == round(LENGTH * RATE_ONE / rate)
    for cut in cuts[1:]:
        place = round(cut * RATE_ONE / rate)
        np.testing.assert_allclose(mix[place - ENDING_FRAMES : place], song[cut - ENDING_FRAMES : cut], atol=1e-4)


@pytest.mark.parametrize(("sixteenth", "apart"), [(SIXTEENTH, 1), (SHORTEST_FRAMES, 1), (3_000, 2)])
def test_a_fast_song_is_cut_at_every_other_sixteenth(sixteenth: int, apart: int) -> None:
    cuts = cuts_among(range(0, 16 * sixteenth, sixteenth), 16 * sixteenth)
    assert cuts == list(range(0, 16 * sixteenth + 1, apart * sixteenth))


def test_no_piece_is_short_where_a_song_ends_just_after_a_sixteenth() -> None:
    cuts = cuts_among(range(0, LENGTH, SIXTEENTH), LENGTH - SIXTEENTH + 5)
    assert min(end - start for start, end in pairwise(cuts)) >= SHORTEST_FRAMES
    assert cuts[-1] == LENGTH - SIXTEENTH + 5
