"""Gets a run ready: chart, picture, song and script. What is loaded already is used again."""

from dataclasses import replace

from game.errors import ReplayError
from game.sim.actions import InputEvent
from game.sim.chart import Chart
from game.sim.simulate import autoplay_inputs, perfect_inputs
from game.states.context import AppContext, view_options
from game.states.protocols import Library
from game.states.run.race.ghosts import read_replay_file
from game.states.run.race.medal_splits import medal_us_of
from game.states.run.race.standings import read_standings
from game.states.run.run import Run
from game.states.run.run_content import RunContent
from game.states.run.run_plan import Mode, RunPlan


def prepare(app: AppContext, plan: RunPlan) -> Run:
    """Return a run that is ready to start. May take seconds; may run on the loading thread, but for a demo, which
    asks the boards.
    """
    loaded = app.loaded.wait()
    if loaded.song_changed:
        loaded.player.close()
        loaded.player, loaded.song_changed = app.factories.player(loaded.library, app.settings), False
    chart = _chart(loaded.library, plan)
    if loaded.stale or chart.hash() != loaded.chart.hash():
        loaded.picture = app.factories.picture(loaded.library, chart, app.settings)
        loaded.chart, loaded.stale = chart, False
    loaded.picture.options = view_options(app.settings, app.quality)
    loaded.player.prepare(plan.options.rate_permille)
    script, medal_us = _script(app, plan, loaded.chart), medal_us_of(app, plan, loaded.library, loaded.chart)
    content = RunContent(loaded.library, loaded.chart, loaded.picture, loaded.player, script, medal_us)
    return Run(app, plan, content)


def prepare_changed(app: AppContext, plan: RunPlan, library: Library) -> RunContent:
    """Return what a run in progress needs to go on by a changed library. Runs on the loading thread; changes nothing
    that is being played. Raises GameError.
    """
    chart = _chart(library, plan)
    picture = app.factories.picture(library, chart, app.settings)
    picture.options = view_options(app.settings, app.quality)
    return RunContent(library, chart, picture, app.loaded.wait().player, _script(app, plan, chart))


def is_ready(app: AppContext, plan: RunPlan) -> bool:
    """Whether `prepare` would return at once."""
    loaded = app.loaded.result
    if loaded is None or loaded.stale or loaded.song_changed:
        return False
    return _chart(loaded.library, plan).hash() == loaded.chart.hash()


def _chart(library: Library, plan: RunPlan) -> Chart:
    """Return the chart of a plan; of a trial that begins later, without the cues before."""
    chart = library.chart(plan.difficulty, plan.section)
    if plan.from_beat is None:
        return chart
    first_us = chart.tempo.to_us(plan.from_beat)
    sections = (
        replace(section, cues=tuple(cue for cue in section.cues if cue.time_us >= first_us))
        for section in chart.sections
    )
    return replace(chart, sections=tuple(sections))


def _script(app: AppContext, plan: RunPlan, chart: Chart) -> tuple[InputEvent, ...]:
    if plan.mode is Mode.DEMO:
        return _best_replay(app, plan, chart) or tuple(perfect_inputs(chart, plan.options, app.factories.registry))
    if plan.autoplay_ms is None:
        return ()
    return tuple(autoplay_inputs(chart, plan.options, app.factories.registry, plan.autoplay_ms))


def _best_replay(app: AppContext, plan: RunPlan, chart: Chart) -> tuple[InputEvent, ...]:
    """Return the inputs of the best stored run of this chart, or none; a replay that cannot be read is passed over."""
    board = RunPlan(Mode.MONTAGE, plan.difficulty, plan.section, plan.options).board(chart.hash())
    for entry in read_standings(app, board).best[:1]:
        if not entry.replay:
            continue
        try:
            replay = read_replay_file(app.replays.path_of(entry.replay))
        except ReplayError:
            continue
        if replay.header.chart_hash == chart.hash() and replay.header.options == plan.options:
            return tuple(recorded.event for recorded in replay.trace.inputs)
    return ()
