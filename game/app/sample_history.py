"""A player's history made up for pictures of the screens that show one: attempts over some weeks, and a best run."""

from dataclasses import replace

from game import __version__
from game.app.offscreen import ScreenDriver
from game.replay.codec import encode, identity_of
from game.replay.headless import MadeUpClock, play_headless
from game.replay.model import Player, Replay, ReplayHeader
from game.replay.verify import Verdict
from game.sim.chart import RULES_VERSION, Chart, Difficulty
from game.sim.events import Judged
from game.sim.session import Session
from game.sim.simulate import autoplay_inputs, simulate
from game.states.context import AppContext
from game.states.run.outcome import board_row
from game.states.run.run_plan import RunPlan
from game.storage.board import Proof
from game.storage.history.attempt import Attempt, Ended, attempt_of
from game.storage.stamps import replay_name
from game.timing.units import US_PER_SECOND

SPREADS_MS = (55.0, 48.0, 44.0, 40.0, 41.0, 36.0, 30.0, 33.0, 26.0, 24.0, 19.0, 21.0, 16.0, 13.0, 9.0)
"""Spread of the hits of each attempt, the earliest first, ms."""
FIRST_AT = 1_764_000_000
"""When the first attempt began, in seconds since 1970."""
APART_S = 2 * 86_400
"""Time between two attempts, in seconds."""
LACES_OF = 3
"""Each attempt found the lace of one section in so many."""


def add_history(driver: ScreenDriver) -> None:
    """Keep attempts on every difficulty the pack has, and the last as the best run with its replay."""
    app = driver.app
    library = app.loaded.wait().library
    difficulties = library.pack.difficulties or tuple(Difficulty)
    for place, spread_ms in enumerate(SPREADS_MS):
        plan = app.whole_run(difficulties[place % len(difficulties)])
        replay, session, attempt = _played(app, plan, spread_ms, FIRST_AT + place * APART_S)
        found = tuple(part.id for number, part in enumerate(session.chart.sections) if number % LACES_OF == 0)
        app.history.add(replace(attempt, laces=found))
    _keep_best(app, attempt, replay, session)


def _played(app: AppContext, plan: RunPlan, spread_ms: float, began_at: int) -> tuple[Replay, Session, Attempt]:
    library = app.loaded.wait().library
    chart = library.chart(plan.difficulty)
    registry = app.factories.registry
    inputs = autoplay_inputs(chart, plan.options, registry, spread_ms)
    clock = MadeUpClock(utc_us=began_at * US_PER_SECOND)
    session, replay = play_headless(_header(app, plan, chart), chart, registry, inputs, clock)
    _, events = simulate(chart, plan.options, registry, inputs)
    judged = [event for event in events if isinstance(event, Judged)]
    board = plan.board(chart.hash(), library.map_name)
    return replay, session, attempt_of(board, session, judged, replay, Ended.FINISHED, began_at)


def _header(app: AppContext, plan: RunPlan, chart: Chart) -> ReplayHeader:
    library = app.loaded.wait().library
    return ReplayHeader(
        engine=__version__,
        rules_version=RULES_VERSION,
        player=Player.PERSON,
        pack=library.pack.id,
        chart_hash=chart.hash(),
        song_hash=library.song_hash,
        difficulty=str(plan.difficulty),
        section=None,
        options=plan.options,
        audio_offset_us=0,
        visual_offset_us=0,
        map=library.map_name,
    )


def _keep_best(app: AppContext, attempt: Attempt, replay: Replay, session: Session) -> None:
    data = encode(replay)
    name = replay_name(attempt.began_at, session.score.total)
    app.replays.folder.mkdir(parents=True, exist_ok=True)
    app.replays.path_of(name).write_bytes(data)
    proof = Proof(identity_of(data), Verdict.TRUE)
    app.scores.add(attempt.board, replace(board_row(app, session, name, attempt.began_at), proof=proof))
