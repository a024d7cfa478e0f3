"""Plays a whole run at once, for headless play and verification."""

from collections.abc import Iterable

from game.sim.actions import InputEvent
from game.sim.autoplay import spread_taps
from game.sim.chart import Chart
from game.sim.events import Event
from game.sim.options import RunOptions
from game.sim.rng import Rng
from game.sim.rules import Registry, RunContext
from game.sim.session import Session
from game.timing.units import US_PER_MS

END_OF_TIME_US = 1 << 62
"""A song time behind the end of every chart."""
AUTOPLAY_STREAM = 0x5EED
"""Seed mask of the autoplay\'s random stream, so that it differs from the session\'s, which has the bare seed."""


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
    context = RunContext(chart.tempo, options, chart.difficulty, Rng(options.seed))
    inputs = [event for section in chart.sections for event in registry[section.minigame].autoplay(section, context)]
    return sorted(inputs, key=lambda event: (event.time_us, event.down, event.verb))


def autoplay_inputs(chart: Chart, options: RunOptions, registry: Registry, spread_ms: float) -> list[InputEvent]:
    """Return perfect inputs, or inputs with a normal timing error of standard deviation `spread_ms` (real time)."""
    if spread_ms <= 0:
        return perfect_inputs(chart, options, registry)
    spread_us = options.windows.song_us(round(spread_ms * US_PER_MS))
    return spread_taps(chart.cues, spread_us, options, Rng(options.seed ^ AUTOPLAY_STREAM))
