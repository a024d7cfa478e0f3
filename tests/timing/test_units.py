"""Times as text, and integer division that rounds to the nearest."""

import pytest

from game.timing.units import clock_text, rounded_div


@pytest.mark.parametrize(
    ("time_us", "text"),
    [
        (0, "0:00.000"),
        (999, "0:00.000"),
        (59_999_999, "0:59.999"),
        (60_000_000, "1:00.000"),
        (193_042_999, "3:13.042"),
        (600_000_000, "10:00.000"),
    ],
)
def test_a_time_is_written_in_minutes_seconds_and_thousandths_that_are_cut_off(time_us: int, text: str) -> None:
    assert clock_text(time_us) == text


@pytest.mark.parametrize(
    ("numerator", "rounded"), [(0, 0), (4, 0), (5, 1), (14, 1), (15, 2), (-4, 0), (-5, -1), (-15, -2)]
)
def test_halves_are_rounded_away_from_zero(numerator: int, rounded: int) -> None:
    assert rounded_div(numerator, 10) == rounded
