"""Keeps a run that has ended: first its replay, then its row on the board, both on the writing thread.

What was written and could not be entered, whatever the reason, is entered when the game is started again; so is a run
that the program was killed at the end of.
"""

from dataclasses import replace
from pathlib import Path

from game.errors import ReplayError, StorageError, UnknownChart
from game.replay.codec import decode, encode
from game.replay.model import Replay
from game.replay.verify import Verdict
from game.sim.chart import RULES_VERSION, Chart, Difficulty
from game.states.context import AppContext
from game.states.loading import Abandoned
from game.states.protocols import Library
from game.states.run.begun import read_begun
from game.states.run.charts import chart_store
from game.states.run.ending import completed, is_start_of
from game.states.run.run import Run
from game.states.run.run_plan import Outcome
from game.states.transitions import Transition
from game.storage.board import Proof
from game.storage.files import set_aside, write_atomically
from game.storage.history.attempt import Ended, attempt_of
from game.storage.proof.board_check import enter
from game.storage.proof.chart_store import ChartStore
from game.storage.proof.examined import examine, examine_data
from game.storage.proof.sidecars import NOBODY, read_initials, write_sidecar
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
    if plan.counts and outcome.entry.score > 0:
        run.take_attempt()  # it is made from the replay
        charts = chart_store(app, run.library)
        app.writer.submit(lambda: _enter(app, charts, run.chart, outcome, replay))
    elif plan.counts:
        app.writer.submit(lambda: write_atomically(app.replays.path_of(outcome.entry.replay), encode(replay)))
        keep_attempt(run, Ended.FINISHED)


def keep_attempt(run: Run, ended: Ended) -> None:
    """Keep what was played of a run by a person: the end of a run that has no replay."""
    run.split_feed.stop()
    app, began_at = run.app, run.take_attempt()
    if began_at is not None:
        attempt = attempt_of(run.board, run.session, tuple(run.judged), run.replay(), ended, began_at)
        app.writer.submit(lambda: app.history.add(attempt))
        app.writer.submit(app.replays.begun.discard)


def ended_by(run: Run, transition: Transition | None) -> Ended:
    """Return how a run ends that is left for another screen; for None, the window was closed."""
    if run.ended:
        return Ended.FINISHED
    return Ended.RESTARTED if transition is not None and transition.screen == "run" else Ended.QUIT


def rename(app: AppContext, outcome: Outcome, initials: str) -> None:
    """Give a run that was entered other initials."""

    def write() -> None:
        app.scores.rename(outcome.entry.replay, initials)
        identity = app.replays.identity_of(outcome.entry.replay)
        if identity:
            write_sidecar(app.replays.folder, identity, initials)

    app.writer.submit(write)


def enter_pending(app: AppContext) -> str | None:
    """Enter the runs of an earlier launch that are not on the board yet, and its attempt if it was killed in one;
    waits for the content only if there are any. One of another chart stays for a launch that has it; one that is not
    true is set aside."""
    if not app.scores.kept or not (app.replays.pending() or app.replays.has_interrupted):
        return None
    try:
        library = app.loaded.wait().library
    except Abandoned:
        return None
    app.replays.take_endings(lambda content: _complete(app, library, content))
    app.replays.take_begun(lambda content: _count_as_quit(app, library, content))
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
    if replay.result.score > 0 and not _is_whole_there(app, unfinished):
        app.replays.write_pending(app.replays.free_name(now_s(), replay.result.score), encode(replay))
    return True


def _count_as_quit(app: AppContext, library: Library, content: bytes) -> bool:
    """Keep the attempt that the program was killed in, unless its run was finished; return False where only another
    launch may be able to."""
    begun = read_begun(content)
    if begun is None or _is_whole_there(app, begun.so_far):
        return True
    try:
        chart = chart_store(app, library).find(begun.so_far.header)
    except UnknownChart:
        return False
    app.history.add(begun.attempt(chart, app.factories.registry))
    return True


def _is_whole_there(app: AppContext, unfinished: Replay) -> bool:
    """Whether the run that a replay is the start of was written to its end."""
    recent = map(_read, app.replays.recent(RECENT))
    return any(is_start_of(unfinished, whole) for whole in recent if whole is not None)


def _read(path: Path) -> Replay | None:
    """Return a replay of the player's folder, None where it is none."""
    try:
        return decode(path.read_bytes(), str(path))
    except (ReplayError, OSError):
        return None


def _enter(app: AppContext, charts: ChartStore, chart: Chart, outcome: Outcome, replay: Replay) -> str | None:
    """Write a run's replay, then enter it as what its replay is found to be."""
    name, data = outcome.entry.replay, encode(replay)
    try:
        app.replays.write_pending(name, data)
    except StorageError as error:
        lost = Proof(sentence="its replay could not be written")
        app.scores.add(outcome.board, replace(outcome.entry, replay="", proof=lost))
        return f"{error}: the run stands apart from its board, without its replay."
    app.replays.begun.discard()
    try:
        charts.keep(chart)
        examined = examine_data(data, name, charts, app.factories.registry)
        if not enter(app.scores, app.history, examined, outcome.entry.initials, name):
            return f"{KEPT_ASIDE}: {examined.sentence}."
        write_sidecar(app.replays.folder, examined.identity, outcome.entry.initials)
    except StorageError as error:
        return f"{error}: {KEPT_ASIDE}."
    if app.scores.kept:
        app.replays.entered(name)
    return None


def _enter_again(app: AppContext, library: Library, path: Path) -> int | None:
    """Return the score of the run that was entered, or None."""
    charts = chart_store(app, library)
    examined = examine(path, charts, app.factories.registry)
    match examined.verdict:
        case Verdict.UNKNOWN:
            return None
        case Verdict.FALSE:
            set_aside(path)
            return None
    initials = read_initials(app.replays.folder, examined.identity)
    initials = app.settings.play.initials if initials == NOBODY else initials
    enter(app.scores, app.history, examined, initials, path.name)
    write_sidecar(app.replays.folder, examined.identity, initials)
    app.replays.entered(path.name)
    return None if examined.replay is None else examined.replay.result.score


def _chart_of(library: Library, replay: Replay) -> Chart:
    try:
        chart = library.chart(Difficulty(replay.header.difficulty), replay.header.section)
    except (KeyError, ValueError):
        raise UnknownChart("the replay is of a chart that is not there") from None
    if (replay.header.rules_version, replay.header.chart_hash) != (RULES_VERSION, chart.hash()):
        raise UnknownChart("the replay is of a chart or of rules that are not there")
    return chart
