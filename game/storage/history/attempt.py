"""An attempt: a run that a person began, whether it was finished, restarted or quit, with every hit of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from game.replay.model import Replay
from game.sim.events import Judged
from game.sim.session import Session
from game.storage.board import Board
from game.timing.units import Micros


class Ended(StrEnum):
    """How an attempt ended."""

    FINISHED = "finished"
    RESTARTED = "restarted"
    QUIT = "quit"


@dataclass(frozen=True, slots=True)
class Segment:
    """One section of an attempt that was played to its end. `real_us` is how long it took, pauses left out.

    A gold is the best segment of its section over all attempts of a board, also of those that were not finished.
    """

    section: str
    section_score: int
    grade: str
    points: int
    max_points: int
    dead_on: int
    strays: int
    real_us: Micros


@dataclass(frozen=True, slots=True)
class Hit:
    """One judgement. `offset_us` is real time, negative when early, None for a miss; `verb` 0 to 3: left, right, up,
    down; `part` is "press" or "release"; `world` is that of its attempt."""

    section: str
    cue: int
    kind: str
    part: str
    verb: int
    offset_us: Micros | None
    points: int
    world: str = ""


@dataclass(frozen=True, slots=True)
class Stop:
    """A pause: where in the song, and how long it lasted in real time."""

    song_us: Micros
    lasted_us: Micros


@dataclass(frozen=True, slots=True)
class Attempt:
    """A run that a person began.

    `began_at` is seconds since 1970, `song_us` how far into the chart it came, `real_us` how long it took without
    pauses; `restart` how often the run had been begun anew before. `identity` is that of its replay, empty where it
    was not finished. `laces` are the ids of the sections whose lace was found. `world` is what the ids of the sections
    belong to: section `yard` of one pack is not that of another.
    """

    board: Board
    began_at: int
    ended: Ended
    restart: int
    song_us: Micros
    real_us: Micros
    score: int
    overlay_ever: bool = False
    hints_ever: bool = False
    identity: str = ""
    world: str = ""
    segments: tuple[Segment, ...] = ()
    hits: tuple[Hit, ...] = ()
    laces: tuple[str, ...] = ()
    pauses: tuple[Stop, ...] = ()


def world_of(pack: str, map_name: str | None) -> str:
    """Return what the ids of sections belong to: a pack, or a map that is played in place of its world."""
    return pack if map_name is None else f"{pack}/{map_name}"


def segments_of(session: Session) -> tuple[Segment, ...]:
    """Return the sections of a session that have ended."""
    real_at = session.course.real_at
    ended = zip(session.chart.sections, session.score.sections, session.section_digests, strict=False)
    return tuple(
        Segment(
            section=tally.id,
            section_score=session.score.section_score(section.index),
            grade=str(tally.grade),
            points=tally.net_points,
            max_points=tally.max_points,
            dead_on=tally.dead_on,
            strays=tally.strays,
            real_us=real_at(section.end_us) - real_at(section.start_us),
        )
        for section, tally, _ in ended
    )


def hits_of(session: Session, judged: Iterable[Judged]) -> tuple[Hit, ...]:
    """Return the judgements of a session."""
    return tuple(
        Hit(
            section=session.chart.sections[event.section].id,
            cue=event.cue_id,
            kind=event.kind,
            part=str(event.part),
            verb=int(event.verb),
            offset_us=session.real_us_of(event),
            points=event.points,
        )
        for event in judged
    )


def attempt_of(
    board: Board,
    session: Session,
    judged: Iterable[Judged],
    so_far: Replay,
    ended: Ended,
    began_at: int,
    identity: str = "",
) -> Attempt:
    """Return the attempt that a session was. `so_far` is what was recorded of it, of one that was left too."""
    start_us = session.chart.start_us
    until_us = max(start_us, min(session.now_us, session.chart.end_us))
    return Attempt(
        board=board,
        began_at=began_at,
        ended=ended,
        restart=so_far.header.restart,
        song_us=until_us - start_us,
        real_us=session.course.real_at(until_us) - session.course.real_at(start_us),
        score=session.score.total,
        overlay_ever=so_far.conditions.overlay_ever,
        hints_ever=so_far.conditions.hints_ever,
        identity=identity,
        world=world_of(so_far.header.pack, so_far.header.map),
        segments=segments_of(session),
        hits=hits_of(session, judged),
        laces=tuple(sorted({session.chart.sections[place].id for place in so_far.conditions.laces})),
        pauses=tuple(Stop(pause.song_us, pause.lasted_us) for pause in so_far.trace.pauses),
    )
