"""Plays a whole run at once, for headless play and verification."""

from collections.abc import Iterable
from heapq import heappop, heappush

from game.sim.actions import InputEvent, Verb
from game.sim.autoplay import spread_taps
from game.sim.chart import Chart
from game.sim.events import Event
from game.sim.judge import Windows
from game.sim.options import RunMode, RunOptions
from game.sim.rng import Rng
from game.sim.rules import Registry, RunContext
from game.sim.session import Session
from game.sim.timeline import barlines_of, pace_marks_of
from game.timing.units import US_PER_MS, Micros

END_OF_TIME_US = 1 << 62
"""A song time behind the end of every chart."""
AUTOPLAY_STREAM = 0x5EED
"""Seed mask of the autoplay\'s random stream, so that it differs from the session\'s, which has the bare seed."""


def simulate(
    chart: Chart, options: RunOptions, registry: Registry, inputs: Iterable[InputEvent], setup: str = ""
) -> tuple[Session, list[Event]]:
    """Play `inputs` (in order of time) over `chart` to its end; return the ended session and all events. `setup` is
    the session's."""
    session = Session(chart, options, registry, setup)
    for event in inputs:
        session.queue(event)
    return session, session.advance_to(END_OF_TIME_US)


def perfect_inputs(chart: Chart, options: RunOptions, registry: Registry) -> list[InputEvent]:
    """Return the inputs of perfect play in order of time."""
    context = RunContext(chart.tempo, options, chart.difficulty, Rng(options.seed))
    inputs = [event for section in chart.sections for event in registry[section.minigame].autoplay(section, context)]
    return sorted(inputs, key=lambda event: (event.time_us, event.down, event.verb))


def road_inputs(chart: Chart, options: RunOptions, registry: Registry, spread_us: Micros) -> list[InputEvent]:
    """Return inputs whose real timing error has a standard deviation of `spread_us` at the pace that they themselves
    bring about: those of a bar are drawn once its pace is decided.
    """
    session, rng = Session(chart, options, registry), Rng(options.seed ^ AUTOPLAY_STREAM)
    decided_us = [mark.time_us for mark in pace_marks_of(chart)]
    waiting: list[tuple[Micros, bool, int]] = []
    inputs: list[InputEvent] = []
    barlines = barlines_of(chart)
    for from_us, to_us, until_us in zip(
        barlines, [*barlines[1:], END_OF_TIME_US], [*decided_us, END_OF_TIME_US], strict=True
    ):
        cues = tuple(cue for cue in chart.cues if from_us <= cue.time_us < to_us)
        song_spread_us = Windows(pace=session.course.pace_at(from_us)).song_us(spread_us)
        for tap in spread_taps(cues, song_spread_us, options, rng):
            heappush(waiting, (tap.time_us, tap.down, int(tap.verb)))
        while waiting and waiting[0][0] <= until_us:
            time_us, down, verb = heappop(waiting)
            inputs.append(session.queue(InputEvent(time_us, Verb(verb), down)))
        session.advance_to(until_us)
    return inputs


def autoplay_inputs(chart: Chart, options: RunOptions, registry: Registry, spread_ms: float) -> list[InputEvent]:
    """Return perfect inputs, or inputs with a normal timing error of standard deviation `spread_ms` (real time)."""
    if spread_ms <= 0:
        return perfect_inputs(chart, options, registry)
    if options.mode is RunMode.ROAD:
        return road_inputs(chart, options, registry, round(spread_ms * US_PER_MS))
    spread_us = options.windows.song_us(round(spread_ms * US_PER_MS))
    return spread_taps(chart.cues, spread_us, options, Rng(options.seed ^ AUTOPLAY_STREAM))
