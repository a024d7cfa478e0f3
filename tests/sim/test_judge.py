"""Hit windows to the microsecond, on both sides of each edge, and the points between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.sim.chart import Difficulty
from game.sim.judge import NEIGHBOUR_SHARE_PERCENT, Grade, Judgement, Windows, points_at

EDGES = [
    (0, Grade.PERFECT, 1000, True),
    (6_000, Grade.PERFECT, 1000, True),
    (11_000, Grade.PERFECT, 990, True),
    (11_001, Grade.PERFECT, 990, False),
    (22_000, Grade.PERFECT, 950, False),
    (22_001, Grade.GREAT, 950, False),
    (45_000, Grade.GREAT, 800, False),
    (45_001, Grade.GOOD, 800, False),
    (90_000, Grade.GOOD, 400, False),
    (90_001, Grade.SLOPPY, 400, False),
    (135_000, Grade.SLOPPY, 100, False),
    (135_001, Grade.MISS, 0, False),
]


@pytest.mark.parametrize("sign", [-1, 1])
@pytest.mark.parametrize(("distance_us", "grade", "points", "dead_on"), EDGES)
def test_each_edge_is_closed_and_the_next_microsecond_is_the_next_grade(
    distance_us: int, grade: Grade, points: int, dead_on: bool, sign: int
) -> None:
    judgement = Windows().judge(sign * distance_us)
    assert (judgement.grade, judgement.points, judgement.dead_on) == (grade, points, dead_on)


@pytest.mark.parametrize("rate_permille", [500, 600, 750, 900, 1250, 1500])
def test_windows_are_constant_in_real_time_at_any_rate(rate_permille: int) -> None:
    windows = Windows(rate_permille)
    edge_us = 45_000 * rate_permille // 1000
    assert windows.judge(edge_us).grade is Grade.GREAT
    assert windows.judge(edge_us + 1).grade is Grade.GOOD


@pytest.mark.parametrize("percent", [75, 150, 200])
def test_the_window_assist_scales_every_edge(percent: int) -> None:
    windows = Windows(window_percent=percent)
    edge_us = 22_000 * percent // 100
    assert windows.judge(-edge_us).grade is Grade.PERFECT
    assert windows.judge(-edge_us - 1).grade is Grade.GREAT


def test_champion_has_three_quarters_of_each_window_before_any_assist() -> None:
    windows = Windows(window_percent=200, difficulty_percent=Difficulty.CHAMPION.window_percent)
    assert windows.judge(33_000).grade is Grade.PERFECT
    assert windows.judge(33_001).grade is Grade.GREAT
    assert windows.outer_us() == 202_500


def test_only_champion_has_narrower_windows() -> None:
    assert [difficulty.window_percent for difficulty in Difficulty] == [100, 100, 100, 75]


def test_a_release_is_judged_half_as_strictly_again() -> None:
    assert Windows().judge(33_000, 150).grade is Grade.PERFECT
    assert Windows().judge(33_001, 150).grade is Grade.GREAT


@pytest.mark.parametrize(
    ("distance_us", "points"),
    [
        (0, 1000), (6_000, 1000), (6_499, 1000), (6_500, 999), (8_500, 995), (11_000, 990), (16_500, 970),
        (22_000, 950), (33_500, 875), (45_000, 800), (67_500, 600), (90_000, 400), (112_500, 250),
        (135_000, 100), (135_001, 0),
    ],
)  # fmt: skip
def test_points_fall_in_a_straight_line_from_knot_to_knot_and_are_rounded_up(distance_us: int, points: int) -> None:
    assert points_at(distance_us) == points


def test_windows_of_neighbours_leave_a_tenth_of_their_gap_between_them() -> None:
    assert 100 - 2 * NEIGHBOUR_SHARE_PERCENT == 10


def test_a_loose_chord_is_sloppy_at_best_and_never_better_than_it_was() -> None:
    assert Windows().judge(0).at_best_sloppy() == Judgement(Grade.SLOPPY, 400, dead_on=False)
    assert Windows().judge(112_500).at_best_sloppy() == Judgement(Grade.SLOPPY, 250, dead_on=False)
    assert Windows().judge(135_001).at_best_sloppy() == Judgement(Grade.MISS, 0, dead_on=False)


@given(st.integers(0, 140_000))
def test_points_never_rise_with_distance(distance_us: int) -> None:
    assert points_at(distance_us) >= points_at(distance_us + 1)


@given(st.integers(-140_000, 140_000), st.sampled_from([500, 750, 1000, 1500]), st.sampled_from([75, 100, 200]))
def test_early_and_late_are_judged_alike(offset_us: int, rate_permille: int, percent: int) -> None:
    windows = Windows(rate_permille, percent)
    assert windows.judge(offset_us) == windows.judge(-offset_us)
