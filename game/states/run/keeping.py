"""Keeps a run that has ended: first its replay, then its row on the board, both on the writing thread.

What was written and could not be entered, whatever the reason, is entered when the game is started again; so is a run
that the program was killed at the end of.
"""

from dataclasses import replace
from pathlib import Path

from game.errors import ReplayError, StorageError, UnknownChart
from game.replay.codec import MAX_FILE_BYTES, decode, encode
from game.replay.model import Replay
from game.replay.verify import verify
from game.sim.chart import RULES_VERSION, Chart, Difficulty
from game.sim.simulate import simulate
from game.states.context import AppContext, Library
from game.states.loading import Abandoned
from game.states.run.ending import completed, is_start_of
from game.states.run.outcome import board_row
from game.states.run.run import Run
from game.states.run.run_plan import Outcome, RunPlan
from game.storage.files import set_aside, write_atomically
from game.storage.stamps import now_s

RECENT = 20
"""The newest replays among which one that was written to its end is sought."""
KEPT_ASIDE = "the run is kept, and enters the board when the game is started again"
"""End of the sentence about a run whose row could not be written on its board."""


def keep(run: Run, outcome: Outcome) -> None:
    """Write the replay where it was asked for and into the player's folder, and enter the run on its board."""
    app, plan, replay = run.app, run.plan, run.replay()
    if plan.record is not None:
        record = Path(plan.record)
        app.writer.submit(lambda: write_atomically(record, encode(replay)))
    if outcome.enters_board:
        app.writer.submit(lambda: _enter(app, outcome, replay))
    elif plan.counts:
        app.writer.submit(lambda: write_atomically(app.replays.path_of(outcome.entry.replay), encode(replay)))


def rename(app: AppContext, outcome: Outcome, initials: str) -> None:
    """Give a run that was entered other initials."""
    app.writer.submit(lambda: app.scores.rename(outcome.entry.replay, initials))


def enter_pending(app: AppContext) -> str | None:
    """Enter the runs of an earlier launch that are not on the board yet; waits for the content only if there are any.
    One of another chart stays for a launch that has it; one that is not true is set aside."""
    if not app.scores.kept or not (app.replays.pending() or app.replays.has_endings):
        return None
    try:
        library = app.loaded.wait().library
    except Abandoned:
        return None
    app.replays.take_endings(lambda content: _complete(app, library, content))
    pending = app.replays.pending()
    entered = [score for path in pending if (score := _enter_again(app, library, path)) is not None]
    if not entered:
        return None
    return f"On the board now, from an earlier launch: {', '.join(f'{score:,}' for score in entered)}."


def _complete(app: AppContext, library: Library, content: bytes) -> bool:
    """Write the replay of a run that the program was killed at the end of, unless it had been written; return False
    where only another launch may be able to."""
    try:
        unfinished = decode(content, "the last run")
        replay = completed(unfinished, _chart_of(library, unfinished), app.factories.registry)
    except UnknownChart:
        return False
    except ReplayError:
        return True
    known = any(is_start_of(unfinished, whole) for whole in map(_read, app.replays.recent(RECENT)) if whole is not None)
    if replay.result.score > 0 and not known:
        app.replays.write_pending(app.replays.free_name(now_s(), replay.result.score), encode(replay))
    return True


def _read(path: Path) -> Replay | None:
    """Return a replay of the player's folder, None where it is none."""
    try:
        return decode(path.read_bytes(), str(path))
    except (ReplayError, OSError):
        return None


def _enter(app: AppContext, outcome: Outcome, replay: Replay) -> str | None:
    name = outcome.entry.replay
    try:
        app.replays.write_pending(name, encode(replay))
    except StorageError as error:
        app.scores.add(outcome.board, replace(outcome.entry, replay=""))
        return f"{error}: the run is on the board without its replay."
    try:
        app.scores.add(outcome.board, outcome.entry)
    except StorageError as error:
        return f"{error}: {KEPT_ASIDE}."
    if app.scores.kept:
        app.replays.entered(name)
    return None


def _enter_again(app: AppContext, library: Library, path: Path) -> int | None:
    """Return the score of the run that was entered, or None."""
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise ReplayError(f"{path}: is too large for a replay")
        replay = decode(path.read_bytes(), str(path))
        chart = _chart_of(library, replay)
        true = verify(replay, chart, app.factories.registry).true
    except (UnknownChart, OSError):
        return None
    except ReplayError:
        true = False
    if not true:
        set_aside(path)
        return None
    header = replay.header
    session, _ = simulate(chart, header.options, app.factories.registry, (row.event for row in replay.inputs))
    board = RunPlan(difficulty=chart.difficulty, section=header.section, options=header.options).board(chart.hash())
    app.scores.add(board, board_row(app, session, path.name, int(path.stat().st_mtime)))
    app.replays.entered(path.name)
    return session.score.total


def _chart_of(library: Library, replay: Replay) -> Chart:
    try:
        chart = library.chart(Difficulty(replay.header.difficulty), replay.header.section)
    except (KeyError, ValueError):
        raise UnknownChart("the replay is of a chart that is not there") from None
    if (replay.header.rules_version, replay.header.chart_hash) != (RULES_VERSION, chart.hash()):
        raise UnknownChart("the replay is of a chart or of rules that are not there")
    return chart
