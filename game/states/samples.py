"""Sample payloads: what a screen is opened with when it is asked for by name and nothing has been played.

They come from the content that is loaded, so they hold for any pack.
"""

from dataclasses import replace

from game.sim.autoplay import spread_taps
from game.sim.rng import Rng
from game.sim.simulate import END_OF_TIME_US, autoplay_inputs
from game.states.context import AppContext
from game.states.run.outcome import finish
from game.states.run.preparing import prepare
from game.states.run.run import Run
from game.states.run.run_entry import RunEntry, RunStart
from game.states.run.run_plan import Mode, Outcome, RunPlan
from game.timing.units import US_PER_MS, Micros

SAMPLE_SPREAD_MS = 20.0
"""The spread of the taps of a decent player."""


def sample_plan(app: AppContext) -> RunPlan:
    """Return the plan of a whole run that plays itself."""
    return RunPlan(Mode.MONTAGE, app.montage_plan().difficulty, autoplay_ms=0.0)


def sample_entry(app: AppContext) -> RunEntry:
    """Return a run that plays itself, from its lead-in."""
    return RunEntry(prepare(app, sample_plan(app)), RunStart.FRESH)


def sample_pause(app: AppContext) -> Run:
    """Return a run that was paused halfway."""
    run = prepare(app, sample_plan(app))
    return paused_at(run, (run.chart.start_us + run.chart.end_us) // 2)


def paused_at(run: Run, song_us: Micros) -> Run:
    """Start a run, pause it at a song time, and return it."""
    wall_us = run.app.clock.now_us()
    run.start(song_us, wall_us)
    run.advance(wall_us)
    run.pause(wall_us)
    return run


def sample_outcome(app: AppContext) -> Outcome:
    """Return the outcome of a whole run by a decent player."""
    return played_outcome(app, SAMPLE_SPREAD_MS)


def played_outcome(app: AppContext, spread_ms: float) -> Outcome:
    """Play the whole run at once with taps spread by so many real milliseconds, and return its outcome."""
    run = prepare(app, app.montage_plan())
    spread_us = run.plan.options.windows.song_us(round(spread_ms * US_PER_MS))
    for event in spread_taps(run.chart.cues, spread_us, run.plan.options, Rng(run.plan.options.seed)):
        run.session.queue(event)
    run.advance_to(run.chart.end_us + US_PER_MS * 1000)
    outcome = finish(run)
    return replace(outcome, unfit=None, enters_board=True, place=1)


def road_outcome(app: AppContext, spread_ms: float) -> Outcome:
    """Play a whole run of Road work at once, its taps spread by so many milliseconds, and return its outcome."""
    run = prepare(app, app.road_plan())
    for event in autoplay_inputs(run.chart, run.plan.options, app.factories.registry, spread_ms):
        run.session.queue(event)
    run.advance_to(END_OF_TIME_US)
    return replace(finish(run), unfit=None, enters_board=True, is_best=True, place=1)
