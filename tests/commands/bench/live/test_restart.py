"""A restart's wait is from a press to the start that followed it."""

from game.commands.bench.live.restart import waits_us


def test_each_press_is_paired_with_the_start_that_followed_it_before_the_next() -> None:
    assert waits_us([1_000, 5_000, 9_000], [500, 1_080, 5_095, 9_100]) == [80, 95, 100]


def test_a_press_that_no_start_followed_is_left_out() -> None:
    assert waits_us([1_000, 5_000], [5_090]) == [90]
    assert waits_us([], []) == []
