"""The clock of every test stands still until it is told to move."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.timing.clock import ManualClock
from game.timing.units import US_PER_MS, US_PER_SECOND, ms, rounded_div


def test_a_manual_clock_moves_only_when_told() -> None:
    clock = ManualClock(5)
    assert clock.now_us() == 5
    clock.advance(7)
    assert clock.now_us() == 12
    clock.advance(0)
    assert clock.now_us() == 12


def test_a_manual_clock_refuses_to_run_backwards() -> None:
    with pytest.raises(ValueError, match="backwards"):
        ManualClock().advance(-1)


def test_integer_division_rounds_halves_away_from_zero() -> None:
    assert [rounded_div(n, 2) for n in (-3, -1, 0, 1, 3)] == [-2, -1, 0, 1, 2]


@given(st.integers(-(10**12), 10**12), st.integers(1, 10**6))
def test_division_is_to_the_nearest_whole_number_on_both_sides_of_zero(numerator: int, denominator: int) -> None:
    nearest = rounded_div(numerator, denominator)
    assert 2 * abs(numerator - nearest * denominator) <= denominator
    assert rounded_div(-numerator, denominator) == -nearest


def test_a_second_is_a_thousand_milliseconds_of_a_thousand_microseconds() -> None:
    assert (ms(1), ms(1000)) == (US_PER_MS, US_PER_SECOND) == (1000, 1_000_000)
