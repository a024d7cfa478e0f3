"""The tempo map converts beats to song time exactly, and back."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.timing.tempo import TempoMap

TWO_TEMPOS = TempoMap.from_runs(((32, 638_000), (40, 600_000)))


def test_a_beat_in_the_first_segment_is_a_multiple_of_its_tempo() -> None:
    assert TWO_TEMPOS.to_us(Fraction(3)) == 3 * 638_000


def test_the_seam_belongs_to_both_tempos() -> None:
    assert TWO_TEMPOS.to_us(Fraction(32)) == 32 * 638_000
    assert TWO_TEMPOS.to_us(Fraction(33)) == 32 * 638_000 + 600_000


def test_the_lead_in_lies_below_zero() -> None:
    assert TWO_TEMPOS.to_us(Fraction(-4)) == -4 * 638_000


def test_thirds_are_rounded_once_and_halves_upwards() -> None:
    odd = TempoMap.from_runs(((4, 1),))
    assert [odd.to_us(Fraction(n, 3)) for n in range(4)] == [0, 0, 1, 1]
    assert odd.to_us(Fraction(1, 2)) == 1


def test_an_extended_map_changes_tempo_only_from_there_on() -> None:
    longer = TWO_TEMPOS.extended(Fraction(40), 300_000)
    assert longer.to_us(Fraction(40)) == TWO_TEMPOS.to_us(Fraction(40))
    assert longer.to_us(Fraction(41)) - longer.to_us(Fraction(40)) == 300_000


def test_a_map_cannot_be_extended_backwards() -> None:
    with pytest.raises(ValueError, match="beat 32 is not behind the last segment at beat 32"):
        TWO_TEMPOS.extended(Fraction(32), 300_000)


@given(st.integers(-200 * 48, 400 * 48))
def test_every_grid_position_comes_back_from_song_time_within_half_a_microsecond(ticks: int) -> None:
    beat = Fraction(ticks, 48)
    assert abs(TWO_TEMPOS.to_beat(TWO_TEMPOS.to_us(beat)) - beat) <= Fraction(1, 2 * 600_000)


@given(st.lists(st.integers(-100_000_000, 100_000_000), min_size=2, max_size=8))
def test_song_time_never_falls_as_beats_rise(times: list[int]) -> None:
    beats = [TWO_TEMPOS.to_beat(time_us) for time_us in sorted(times)]
    assert beats == sorted(beats)


@given(st.integers(-10_000_000, 60_000_000))
def test_the_beat_of_a_picture_is_the_exact_beat_as_a_float(time_us: int) -> None:
    assert TWO_TEMPOS.beat_at(time_us) == pytest.approx(float(TWO_TEMPOS.to_beat(time_us)), abs=1e-9)
    assert TWO_TEMPOS.beat_at(time_us + 0.5) >= TWO_TEMPOS.beat_at(time_us)
