"""The course: song time to real time and back, at another pace in each bar."""

import pytest

from game.timing.course import Course

BARS = (0, 2_000_000, 4_000_000)
COURSE = Course.of_bars(BARS, (9_000, 10_000, 12_500))


def test_a_bar_lasts_its_song_time_by_its_pace_rounded_to_the_nearest() -> None:
    assert [COURSE.real_at(barline_us) for barline_us in BARS] == [0, 2_222_222, 4_222_222]
    assert Course.of_bars((0,), (15_000,)).real_at(4) == 3  # 2.67
    assert Course.of_bars((0,), (15_000,)).real_at(2) == 1  # 1.33


def test_the_first_pace_also_holds_in_the_lead_in_and_the_last_behind_the_last_bar() -> None:
    assert COURSE.real_at(-900_000) == -1_000_000
    assert COURSE.real_at(5_250_000) == 5_222_222


@pytest.mark.parametrize("song_us", [-1_000_000, -1, 0, 1, 1_999_999, 2_000_000, 2_000_001, 3_999_999, 9_000_000])
def test_song_time_comes_back_from_real_time_within_a_microsecond(song_us: int) -> None:
    assert abs(COURSE.song_at(COURSE.real_at(song_us)) - song_us) <= 1


def test_at_the_written_tempo_real_time_is_song_time() -> None:
    steady = Course.steady(1000)
    assert [steady.real_at(time_us) for time_us in (-7, 0, 123_456_789)] == [-7, 0, 123_456_789]
    assert [steady.song_at(time_us) for time_us in (-7, 0, 123_456_789)] == [-7, 0, 123_456_789]


def test_a_course_is_extended_only_forwards() -> None:
    with pytest.raises(ValueError, match="4000000 is not behind the last leg's start at 4000000"):
        COURSE.extended(4_000_000, 9_000)
    with pytest.raises(ValueError, match="at least one leg"):
        Course(())
