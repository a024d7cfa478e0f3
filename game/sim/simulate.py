"""Plays a whole run at once, for headless play and verification."""

from collections.abc import Iterable

from game.sim.actions import InputEvent
from game.sim.chart import Chart, Difficulty
from game.sim.events import Event
from game.sim.options import RunOptions
from game.sim.rng import Rng
from game.sim.rules import Registry, RunContext
from game.sim.session import Session

END_OF_TIME_US = 1 << 62
"""A song time behind the end of every chart."""


def simulate(
    chart: Chart, options: RunOptions, registry: Registry, inputs: Iterable[InputEvent]
) -> tuple[Session, list[Event]]:
    """Play `inputs` (in order of time) over `chart` to its end; return the ended session and all events."""
    session = Session(chart, options, registry)
    for event in inputs:
        session.queue(event)
    return session, session.advance_to(END_OF_TIME_US)


def perfect_inputs(chart: Chart, options: RunOptions, registry: Registry) -> list[InputEvent]:
    """Return the inputs of perfect play in order of time."""
    easy = chart.difficulty is Difficulty.EASY
    context = RunContext(chart.tempo, options, easy, Rng(options.seed))
    inputs = [event for section in chart.sections for event in registry[section.minigame].autoplay(section, context)]
    return sorted(inputs, key=lambda event: (event.time_us, event.down, event.verb))
