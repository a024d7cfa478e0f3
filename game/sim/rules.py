"""The seam between the session and an exercise: what rules must offer. Rules never see a frame, only inputs and
deadlines."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from game.sim.actions import InputEvent
from game.sim.chart import SectionChart
from game.sim.events import Event
from game.sim.options import RunOptions
from game.sim.rng import Rng
from game.sim.spec import MinigameSpec
from game.timing.tempo import TempoMap
from game.timing.units import Micros


@dataclass(frozen=True, slots=True)
class RunContext:
    """What rules may know of the run beside their own section."""

    tempo: TempoMap
    options: RunOptions
    easy: bool
    rng: Rng


class Rules(Protocol):
    """The progress of one section. The session routes each input to the section whose open cue is nearest."""

    @property
    def judgements(self) -> int:
        """How many presses and releases this section judges in all."""
        ...

    def wants(self, event: InputEvent) -> Micros | None:
        """Return how far, in microseconds, the nearest open cue that wants this input is; None: no cue wants it."""
        ...

    def on_input(self, event: InputEvent) -> list[Event]:
        """Take an input for which `wants` gave a distance; return what happened."""
        ...

    def on_stray(self, event: InputEvent) -> list[Event]:
        """Take a press in this section that no cue anywhere wanted; return what it makes of it beside the cost."""
        ...

    def next_deadline(self) -> Micros | None:
        """Return when something happens by itself next (a cue closes, an echo sounds); None: nothing is left."""
        ...

    def on_deadline(self, time_us: Micros) -> list[Event]:
        """Do all that is due at `time_us` or before; return what happened. Must move `next_deadline` on."""
        ...


RulesFactory = Callable[[SectionChart, RunContext], Rules]


@dataclass(frozen=True, slots=True)
class Minigame:
    """One exercise as the manifest lists it: its facts, its rules and the player that never errs."""

    spec: MinigameSpec
    rules: RulesFactory
    autoplay: Callable[[SectionChart, RunContext], list[InputEvent]]


Registry = Mapping[str, Minigame]
"""Exercises by id."""
