"""The tempo that is tapped, with its slips."""

import pytest

from game.timing.tapped_tempo import tapped_bpm, tapped_spread_ms


def test_even_taps_are_their_tempo() -> None:
    taps_us = [500_000 * tap for tap in range(9)]

    assert tapped_bpm(taps_us) == 120 and tapped_spread_ms(taps_us) == 0


@pytest.mark.parametrize("taps_us", [[], [7]])
def test_less_than_two_taps_have_no_tempo(taps_us: list[int]) -> None:
    assert tapped_bpm(taps_us) is None and tapped_spread_ms(taps_us) == 0


def test_a_tap_left_out_and_a_key_that_bounced_do_no_harm() -> None:
    taps_us = [0, 500_000, 1_000_000, 2_000_000, 2_500_000, 2_520_000, 3_000_000, 3_500_000, 4_000_000]

    assert tapped_bpm(taps_us) == 120


def test_unevenness_is_the_middle_deviation() -> None:
    taps_us = [0, 510_000, 1_000_000, 1_510_000, 2_000_000, 2_510_000]

    assert tapped_spread_ms(taps_us) == pytest.approx(0, abs=20.1) and tapped_spread_ms(taps_us) >= 0
    assert tapped_spread_ms([0, 500_000, 1_010_000, 1_500_000, 2_000_000, 2_520_000]) == 10
