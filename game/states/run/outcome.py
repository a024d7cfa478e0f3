"""Finishes a run: saves the replay, finds its place on the board, and gathers the outcome."""

from pathlib import Path

from game.errors import StorageError
from game.replay.codec import encode
from game.states.run.run import Run
from game.states.run.run_plan import Outcome, SectionOutcome
from game.storage.board import BoardRow, Split
from game.storage.files import write_atomically
from game.storage.stamps import now_s, replay_name

BOARD_LENGTH = 10


def finish(run: Run) -> Outcome:
    """Keep the replay and return the outcome. A failure to write is shown as a notice and costs only the file.

    `place` is the place the run will have on its board, or None if it will not stand there.
    """
    plan, app, score = run.plan, run.app, run.session.score
    app.last_session = run.session
    board = plan.board(run.chart.hash())
    splits = tuple(
        Split(tally.id, score.section_score(index), str(tally.grade)) for index, tally in enumerate(score.sections)
    )
    entry = BoardRow(
        initials=app.settings.play.initials,
        score=score.total,
        accuracy_permyriad=score.accuracy_permyriad,
        dead_on=score.dead_on,
        rank=str(score.rank),
        played_at=now_s(),
        replay=_keep_replay(run),
        badges="" if app.settings.picture.overlay else "by ear",
        splits=splits,
    )
    best = app.scores.best(board, BOARD_LENGTH)
    unfit = run.player.unfit if plan.counts else None
    place = 1 + sum((other.score, other.dead_on) >= (entry.score, entry.dead_on) for other in best)
    return Outcome(
        plan=plan,
        entry=entry,
        sections=_sections(run, app.scores.best_splits(board)),
        errors_ms=tuple(run.errors_ms),
        best_streak=score.best_streak,
        board=board,
        best=best[0] if best else None,
        unfit=unfit,
        place=place if plan.counts and unfit is None and place <= BOARD_LENGTH else None,
    )


def _sections(run: Run, best: dict[str, int]) -> tuple[SectionOutcome, ...]:
    score = run.session.score
    return tuple(
        SectionOutcome(
            id=tally.id,
            section_score=score.section_score(index),
            best_section_score=best.get(tally.id),
            grade=str(tally.grade),
            dead_on=tally.dead_on,
            percent=100 * tally.net_points / tally.max_points if tally.judgements else 100.0,
        )
        for index, tally in enumerate(score.sections)
    )


def _keep_replay(run: Run) -> str:
    """Write the replay where it was asked for, and into the player's folder; return its name there, or nothing."""
    content = encode(run.replay())
    try:
        if run.plan.record is not None:
            write_atomically(Path(run.plan.record), content)
        if not run.plan.counts:
            return ""
        name = replay_name(now_s(), run.session.score.total)
        write_atomically(run.app.replays / name, content)
    except StorageError as error:
        run.app.notify(str(error))
        return ""
    return name
