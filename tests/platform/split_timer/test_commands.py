"""What a run tells a timer is written as LiveSplit's server and LiveSplit One read it."""

import json

import pytest

from game.platform.split_timer.commands import (
    ResetTimer,
    ShowGameTime,
    SplitTimer,
    StartTimer,
    one_messages,
    server_lines,
    timer_text,
)


@pytest.mark.parametrize(
    ("time_us", "text"),
    [
        (0, "0:00.000000"),
        (59_999_999, "0:59.999999"),
        (60_000_000, "1:00.000000"),
        (172_801_234, "2:52.801234"),
        (-5, "0:00.000000"),
    ],
)
def test_times_are_written_to_the_microsecond(time_us: int, text: str) -> None:
    assert timer_text(time_us) == text


def test_a_start_begins_an_attempt_whose_game_time_is_the_games_alone() -> None:
    assert server_lines(StartTimer()) == ("reset", "starttimer", "alwayspausegametime", "setgametime 0:00.000000")
    assert [json.loads(message) for message in one_messages(StartTimer())] == [
        {"command": "reset"},
        {"command": "start"},
        {"command": "initializeGameTime"},
        {"command": "pauseGameTime"},
        {"command": "setGameTime", "time": "0:00.000000"},
    ]


def test_a_split_sets_the_game_time_first() -> None:
    assert server_lines(SplitTimer(13_200_001)) == ("setgametime 0:13.200001", "split")
    assert [json.loads(message)["command"] for message in one_messages(SplitTimer(13_200_001))] == [
        "setGameTime",
        "split",
    ]


def test_a_run_that_is_left_resets_the_timer() -> None:
    assert server_lines(ResetTimer()) == ("reset",)
    assert one_messages(ResetTimer()) == ('{"command": "reset"}',)
    assert server_lines(ShowGameTime(1_000)) == ("setgametime 0:00.001000",)
