"""The outcome of an ended run, and its row for the board. Writes nothing."""

from game.replay.clock_check import ClockFault, walk_clock
from game.replay.fit import unfit_reasons
from game.sim.actions import Verb
from game.sim.judge import Grade
from game.sim.session import Session
from game.states.context import AppContext
from game.states.run.race.medals import medal_of, next_medal
from game.states.run.race.splits import segments_so_far
from game.states.run.race.standings import BOARD_LENGTH, best_road_time_us
from game.states.run.run import Run
from game.states.run.run_plan import Mode, Outcome, RoadTime, SectionOutcome
from game.storage.board import Board, BoardRow, Split
from game.storage.stamps import now_s
from game.timing.units import US_PER_MS


def finish(run: Run) -> Outcome:
    """Return the outcome.

    `place` is the place the run has on its board, or None if it does not stand there: a run of no points does not.
    """
    plan, app, score = run.plan, run.app, run.session.score
    played_at = now_s()
    name = app.replays.free_name(played_at, score.total) if plan.counts else ""
    entry = board_row(app, run.session, name, played_at)
    best = run.standings.best
    unfit = unfit_sentence(run) if plan.counts else None
    enters_board = plan.counts and unfit is None and score.total > 0
    place = 1 + sum(_is_before(other, entry, run.board) for other in best)
    road = _road_time(run)
    return Outcome(
        plan=plan,
        entry=entry,
        sections=_sections(run),
        errors_ms=tuple(run.errors_ms),
        best_streak=score.best_streak,
        board=run.board,
        best=best[0] if best else None,
        unfit=unfit,
        place=place if enters_board and place <= BOARD_LENGTH else None,
        enters_board=enters_board,
        is_best=enters_board and _is_best(run, road),
        road=road,
        grades=tuple(sum(tally.counts[grade] for tally in score.sections) for grade in Grade),
        by_hand=(_errors_of(run, Verb.LEFT), _errors_of(run, Verb.RIGHT)),
    )


def _is_before(other: BoardRow, entry: BoardRow, board: Board) -> bool:
    """Whether another run of a board stands before this one."""
    if board.timed:
        return (other.real_us, -other.score) <= (entry.real_us, -entry.score)
    return (other.score, other.dead_on) >= (entry.score, entry.dead_on)


def unfit_sentence(run: Run) -> str | None:
    """Return why an ended run does not count for a board, as a sentence, or None."""
    replay = run.replay()
    walk = walk_clock(replay, run.chart)
    reasons = (walk.sentence,) if isinstance(walk, ClockFault) else unfit_reasons(replay, run.chart, run.judged, walk)
    return f"{'; '.join(reasons)}." if reasons else None


def _is_best(run: Run, road: RoadTime | None) -> bool:
    if road is not None:
        return road.best_us is None or road.time_us < road.best_us
    return all(run.session.score.total > other.score for other in run.standings.best[:1])


def _road_time(run: Run) -> RoadTime | None:
    if run.plan.mode is not Mode.ROAD:
        return None
    time_us, best_us = run.session.duration_us, best_road_time_us(run.app, run.board)
    pack = "" if run.plan.section else run.library.pack.id
    segments = segments_so_far(run.chart, run.session.course, run.standings.road, len(run.session.section_digests))
    return RoadTime(
        time_us=time_us,
        medal=medal_of(pack, run.plan.difficulty, time_us),
        best_us=best_us,
        target=next_medal(pack, run.plan.difficulty, time_us if best_us is None else min(time_us, best_us)),
        segments=segments,
    )


def _errors_of(run: Run, hand: Verb) -> tuple[float, ...]:
    """Return the errors of all hits of a hand, in real milliseconds."""
    errors_us = (run.session.real_us_of(event) for event in run.judged if event.verb is hand)
    return tuple(error_us / US_PER_MS for error_us in errors_us if error_us is not None)


def board_row(app: AppContext, session: Session, replay: str, played_at: int) -> BoardRow:
    """Return the row of a session that has ended, with the initials of the settings."""
    score = session.score
    return BoardRow(
        initials=app.settings.play.initials,
        score=score.total,
        accuracy_permyriad=score.accuracy_permyriad,
        dead_on=score.dead_on,
        rank=str(score.rank),
        played_at=played_at,
        replay=replay,
        badges="" if app.settings.picture.overlay else "by ear",
        splits=tuple(
            Split(tally.id, score.section_score(index), str(tally.grade)) for index, tally in enumerate(score.sections)
        ),
        real_us=session.duration_us,
    )


def _sections(run: Run) -> tuple[SectionOutcome, ...]:
    score = run.session.score
    return tuple(
        SectionOutcome(
            id=tally.id,
            section_score=score.section_score(index),
            best_section_score=run.standings.best_splits.get(tally.id),
            grade=str(tally.grade),
            dead_on=tally.dead_on,
            percent=100 * tally.net_points / tally.max_points if tally.judgements else 100.0,
        )
        for index, tally in enumerate(score.sections)
    )
