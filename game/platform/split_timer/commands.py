"""What a run tells a split timer, and how each kind of timer wants it written.

LiveSplit's server and its named pipe take lines of text (their README lists them); LiveSplit One takes JSON objects
(`livesplit-core`, `networking::server_protocol`). Times are written to the microsecond, which both read.
"""

import json
from dataclasses import dataclass
from typing import TypeAlias

from game.timing.units import US_PER_SECOND, Micros


@dataclass(frozen=True, slots=True)
class StartTimer:
    """A run begins: its attempt starts, and the timer's game time is the game's alone from then on."""


@dataclass(frozen=True, slots=True)
class ShowGameTime:
    """The in-game time now. Of several that wait only the newest is sent."""

    time_us: Micros


@dataclass(frozen=True, slots=True)
class SplitTimer:
    """A section ended at this in-game time."""

    time_us: Micros


@dataclass(frozen=True, slots=True)
class ResetTimer:
    """The run was left before its end."""


TimerCommand: TypeAlias = StartTimer | ShowGameTime | SplitTimer | ResetTimer
"""What a run tells a timer."""


def timer_text(time_us: Micros) -> str:
    """Return an in-game time as minutes, seconds and microseconds: 2:52.801234."""
    minutes, rest_us = divmod(max(0, time_us), 60 * US_PER_SECOND)
    return f"{minutes}:{rest_us // US_PER_SECOND:02d}.{rest_us % US_PER_SECOND:06d}"


def server_lines(command: TimerCommand) -> tuple[str, ...]:
    """Return the lines of LiveSplit's server and named pipe."""
    match command:
        case StartTimer():
            return ("reset", "starttimer", "alwayspausegametime", f"setgametime {timer_text(0)}")
        case ShowGameTime(time_us):
            return (f"setgametime {timer_text(time_us)}",)
        case SplitTimer(time_us):
            return (f"setgametime {timer_text(time_us)}", "split")
        case ResetTimer():
            return ("reset",)


def one_messages(command: TimerCommand) -> tuple[str, ...]:
    """Return the messages of LiveSplit One's protocol."""
    match command:
        case StartTimer():
            named = ("reset", "start", "initializeGameTime", "pauseGameTime")
            return (*map(_message, named), _game_time(0))
        case ShowGameTime(time_us):
            return (_game_time(time_us),)
        case SplitTimer(time_us):
            return (_game_time(time_us), _message("split"))
        case ResetTimer():
            return (_message("reset"),)


def _message(command: str, **values: str) -> str:
    return json.dumps({"command": command, **values})


def _game_time(time_us: Micros) -> str:
    return _message("setGameTime", time=timer_text(time_us))
