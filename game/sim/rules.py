"""The interface between the session and an exercise's rules. Rules see inputs and deadlines, never frames."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

from game.sim.actions import InputEvent
from game.sim.chart import Difficulty, SectionChart
from game.sim.events import Event
from game.sim.judge import Windows
from game.sim.options import RunOptions
from game.sim.pace import Pace
from game.sim.rng import Rng
from game.sim.spec import MinigameSpec
from game.timing.tempo import TempoMap
from game.timing.units import Micros


@dataclass(slots=True)
class RunContext:
    """What rules may know of the run besides their own section: tempo, options, difficulty, random generator.

    `windows` are those at this rate, window assist and difficulty, at the written tempo.
    """

    tempo: TempoMap
    options: RunOptions
    difficulty: Difficulty
    rng: Rng
    pace: Pace | None = None
    """Road work's, None in the montage."""
    windows: Windows = field(init=False)

    def __post_init__(self) -> None:
        self.windows = replace(self.options.windows, difficulty_percent=self.difficulty.window_percent)

    def windows_at(self, song_us: Micros) -> Windows:
        """Return the hit windows of a song time: in Road work, at the pace of its bar as far as it is decided."""
        return self.windows if self.pace is None else replace(self.windows, pace=self.pace.course.pace_at(song_us))


class Rules(Protocol):
    """The progress of one section. The session routes each input to the section with the nearest open cue."""

    @property
    def judgements(self) -> int:
        """Number of presses and releases that this section judges in all."""
        ...

    def wants(self, event: InputEvent) -> Micros | None:
        """Return the distance in microseconds to the nearest open cue that this input can hit; None: no cue
        wants it.
        """
        ...

    def on_input(self, event: InputEvent) -> list[Event]:
        """Judge an input for which `wants` returned a distance; return the resulting events."""
        ...

    def on_stray(self, event: InputEvent) -> list[Event]:
        """Handle a press in this section that no cue of any section wanted; return a `Strayed` or another event."""
        ...

    def on_pace(self, from_us: Micros, to_us: Micros) -> None:
        """Take the pace that was decided for the cues from `from_us` until `to_us`. Only in Road work."""
        ...

    def next_deadline(self) -> Micros | None:
        """Return the song time of the next event without input (a cue closes, an echo sounds); None: nothing is left,
        and no input is wanted. Asked again only after a call of `on_input`, `on_stray`, `on_pace` or `on_deadline`.
        """
        ...

    def on_deadline(self, time_us: Micros) -> list[Event]:
        """Process everything due at or before `time_us`; return the events. Must move `next_deadline` forward."""
        ...


RulesFactory = Callable[[SectionChart, RunContext], Rules]


@dataclass(frozen=True, slots=True)
class Minigame:
    """One exercise as the manifest lists it: its facts, its rules and its perfect autoplay."""

    spec: MinigameSpec
    rules: RulesFactory
    autoplay: Callable[[SectionChart, RunContext], list[InputEvent]]


Registry = Mapping[str, Minigame]
"""Exercises by id."""
