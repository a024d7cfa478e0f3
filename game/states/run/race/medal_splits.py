"""Splits of the medal that is next: what the model player of its spread takes, brought to the medal's time."""

from game.sim.chart import Chart
from game.sim.options import RunMode, RunOptions
from game.sim.rules import Registry
from game.sim.simulate import autoplay_inputs, simulate
from game.states.context import AppContext
from game.states.protocols import Library
from game.states.run.race.medals import Medal, next_medal
from game.states.run.race.standings import best_road_time_us
from game.states.run.run_plan import Mode, RunPlan
from game.storage.settings import MEDAL
from game.timing.units import Micros


def medal_us_of(app: AppContext, plan: RunPlan, library: Library, chart: Chart) -> tuple[Micros, ...]:
    """Return the splits of the player's next medal, none unless the settings ask for them. Plays a whole run."""
    if plan.mode is not Mode.ROAD or plan.section is not None or app.settings.picture.splits != MEDAL:
        return ()
    best_us = best_road_time_us(app, plan.board(chart.hash(), library.map_name))
    medal = next_medal(library.pack.id, plan.difficulty, best_us)
    return () if medal is None else splits_of_medal(chart, app.factories.registry, medal)


def splits_of_medal(chart: Chart, registry: Registry, medal: Medal) -> tuple[Micros, ...]:
    """Return the road time at the end of each section of a run that just earns a medal."""
    options = RunOptions(mode=RunMode.ROAD)
    session, _ = simulate(chart, options, registry, autoplay_inputs(chart, options, registry, medal.spread_ms))
    ends_us = [session.course.real_at(section.end_us) for section in chart.sections]
    return tuple(end_us * medal.time_us // ends_us[-1] for end_us in ends_us)
