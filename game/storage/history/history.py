"""All SQL of attempts: keeps them and reads them. Statistics, medals, splits and ghosts read here.

Values from the database are distrusted: rows that this game cannot have written are left out, and said once.
"""

import sqlite3
from collections.abc import Iterable
from itertools import accumulate
from typing import Any

from game.storage.board import Board
from game.storage.board_rows import BOARD_COLUMNS, LAST_SECOND, ON_BOARD, are_texts, board_of, board_values, is_whole
from game.storage.database import Database, SqlRow
from game.storage.history.attempt import Attempt, Ended, Hit, Segment, Stop
from game.timing.units import Micros

MOST_US = 1 << 53
"""The longest time that is read, in microseconds."""
MOST_HITS = 100_000
"""The most rows of one attempt that are read."""
ATTEMPT_COLUMNS = "began_at, ended, restart, song_us, real_us, score, overlay_ever, hints_ever, identity, world"
"""Columns of an attempt beside its board."""
SEGMENT_COLUMNS = "section, section_score, grade, points, max_points, dead_on, strays, real_us"
"""Columns of a segment."""
HIT_COLUMNS = "section, cue, kind, part, verb, offset_us, points"
"""Columns of a hit."""
BOARD_WIDTH = len(BOARD_COLUMNS.split(", "))
"""How many columns name a board."""


class History:
    """The attempts of a database. Thread-safe, as the database is."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # -- writing

    def add(self, attempt: Attempt) -> None:
        """Keep an attempt with everything of it; one whose replay is there already is left out. Raises StorageError."""
        self._database.write(lambda connection: _insert(connection, attempt))

    # -- reading

    def attempts(self, board: Board | None = None, count: int = 1000, world: str | None = None) -> tuple[Attempt, ...]:
        """Return the last attempts, oldest first, with their segments, laces and pauses but without their hits. `board`
        and `world` narrow them to one."""
        where, values = _narrowed(board, world)
        rows = self._database.rows(
            f"SELECT id, {BOARD_COLUMNS}, {ATTEMPT_COLUMNS} FROM attempt {where} "
            "ORDER BY began_at DESC, id DESC LIMIT ?",
            (*values, count),
        )
        attempts = tuple(attempt for row in reversed(rows) if (attempt := self._attempt(row)) is not None)
        self._database.say_left_out(len(rows) - len(attempts))
        return attempts

    def hits(self, board: Board | None = None, last_attempts: int = 20, world: str | None = None) -> tuple[Hit, ...]:
        """Return all hits of the last attempts, in order of time."""
        where, values = _narrowed(board, world)
        columns = ", ".join(f"hit.{name}" for name in HIT_COLUMNS.split(", "))
        rows = self._database.rows(
            f"SELECT {columns}, attempt.world FROM hit JOIN attempt ON attempt.id = hit.attempt WHERE attempt.id IN "
            f"(SELECT id FROM attempt {where} ORDER BY began_at DESC, id DESC LIMIT ?) "
            "ORDER BY hit.attempt, hit.number LIMIT ?",
            (*values, last_attempts, MOST_HITS),
        )
        return self._sound(rows, _hit)

    def golds(self, board: Board) -> dict[str, Segment]:
        """Return the segment of the highest score of each section over all attempts, also those not finished."""
        return self._best_segments(board, ("section_score DESC", "real_us"))

    def fastest(self, board: Board) -> dict[str, Segment]:
        """Return the segment of the shortest real time of each section over all attempts: golds of a timed mode."""
        return self._best_segments(board, ("real_us", "section_score DESC"))

    def best_time_us(self, board: Board) -> Micros | None:
        """Return the shortest real time of the finished runs of a board whose replay is true, or None."""
        rows = self._database.rows(
            f"SELECT MIN(real_us) FROM attempt WHERE {ON_BOARD} AND ended = ? AND identity != ''",
            (*board_values(board), str(Ended.FINISHED)),
        )
        time_us = rows[0][0] if rows else None
        return time_us if is_whole(time_us, MOST_US) else None

    def best_splits_us(self, board: Board) -> tuple[Micros, ...]:
        """Return the real time at the end of each section of the fastest run that `best_time_us` counts."""
        rows = self._database.rows(
            "SELECT real_us FROM segment WHERE attempt = (SELECT id FROM attempt "
            f"WHERE {ON_BOARD} AND ended = ? AND identity != '' ORDER BY real_us LIMIT 1) ORDER BY place LIMIT ?",
            (*board_values(board), str(Ended.FINISHED), MOST_HITS),
        )
        sound = all(is_whole(real_us, MOST_US) for (real_us,) in rows)
        return tuple(accumulate(real_us for (real_us,) in rows)) if sound else ()

    def gold_times_us(self, board: Board) -> dict[str, Micros]:
        """Return the shortest real time of each section over all attempts, also those not finished."""
        return self._times_us(board, "MIN(segment.real_us)", -1)

    def average_times_us(self, board: Board, last_attempts: int = 20) -> dict[str, Micros]:
        """Return the mean real time of each section over the last attempts that came to its end."""
        return self._times_us(board, "CAST(AVG(segment.real_us) AS INTEGER)", last_attempts)

    def best_identity(self, board: Board) -> str | None:
        """Return the identity of the player's best finished run of a board, the fastest where it is timed."""
        order = "real_us" if board.timed else "score DESC"
        rows = self._database.rows(
            f"SELECT identity FROM attempt WHERE {ON_BOARD} AND ended = ? AND identity != '' "
            f"ORDER BY {order}, began_at LIMIT 1",
            (*board_values(board), str(Ended.FINISHED)),
        )
        return rows[0][0] if rows and are_texts(rows[0]) else None

    def counts(self, board: Board) -> dict[Ended, int]:
        """Return how many attempts of a board ended in each way."""
        rows = self._database.rows(
            f"SELECT ended, COUNT(*) FROM attempt WHERE {ON_BOARD} GROUP BY ended", board_values(board)
        )
        found = dict.fromkeys(Ended, 0)
        return found | {Ended(ended): count for ended, count in rows if ended in tuple(Ended)}

    def knows(self, identity: str) -> bool:
        """Whether the attempt of a replay is kept."""
        return bool(self._database.rows("SELECT 1 FROM attempt WHERE identity = ? LIMIT 1", (identity,)))

    # -- inside

    def _best_segments(self, board: Board, order: tuple[str, str]) -> dict[str, Segment]:
        columns = ", ".join(f"segment.{name}" for name in SEGMENT_COLUMNS.split(", "))
        by = ", ".join(f"segment.{name}" for name in order)
        on_board = " AND ".join(f"attempt.{part}" for part in ON_BOARD.split(" AND "))
        rows = self._database.rows(
            f"SELECT {columns}, ROW_NUMBER() OVER (PARTITION BY segment.section ORDER BY {by}) AS place "
            f"FROM segment JOIN attempt ON attempt.id = segment.attempt WHERE {on_board} ORDER BY place",
            board_values(board),
        )
        best = self._sound([row[:-1] for row in rows if row[-1] == 1], _segment)
        return {segment.section: segment for segment in best}

    def _times_us(self, board: Board, figure: str, attempts: int) -> dict[str, Micros]:
        """Return a figure of each section's segments over the last attempts of a board; -1: over all of them."""
        rows = self._database.rows(
            f"SELECT segment.section, {figure} FROM segment WHERE attempt IN (SELECT id FROM attempt "
            f"WHERE {ON_BOARD} ORDER BY began_at DESC, id DESC LIMIT ?) GROUP BY segment.section",
            (*board_values(board), attempts),
        )
        return {section: us for section, us in rows if are_texts((section,)) and is_whole(us, MOST_US)}

    def _attempt(self, row: SqlRow) -> Attempt | None:
        number, board, values = row[0], board_of(row[1 : 1 + BOARD_WIDTH]), row[1 + BOARD_WIDTH :]
        began_at, ended, restart, song_us, real_us, score, overlay_ever, hints_ever, identity, world = values
        times = is_whole(began_at, LAST_SECOND) and is_whole(song_us, MOST_US) and is_whole(real_us, MOST_US)
        flags = all(flag in (0, 1) for flag in (overlay_ever, hints_ever))
        if board is None or ended not in tuple(Ended) or not (times and flags and are_texts((identity, world))):
            return None
        if not is_whole(restart) or not is_whole(score):
            return None
        return Attempt(
            board=board,
            began_at=began_at,
            ended=Ended(ended),
            restart=restart,
            song_us=song_us,
            real_us=real_us,
            score=score,
            overlay_ever=overlay_ever == 1,
            hints_ever=hints_ever == 1,
            identity=identity,
            world=world,
            segments=self._sound(self._of(number, "segment", SEGMENT_COLUMNS, "place"), _segment),
            laces=tuple(row[0] for row in self._of(number, "lace", "section", "section") if are_texts(row)),
            pauses=self._sound(self._of(number, "pause", "song_us, lasted_us", "number"), _stop),
        )

    def _of(self, attempt: int, table: str, columns: str, order: str) -> list[SqlRow]:
        query = f"SELECT {columns} FROM {table} WHERE attempt = ? ORDER BY {order} LIMIT ?"
        return self._database.rows(query, (attempt, MOST_HITS))

    def _sound(self, rows: Iterable[SqlRow], read: Any) -> tuple[Any, ...]:
        found = [read(*row) for row in rows]
        self._database.say_left_out(found.count(None))
        return tuple(one for one in found if one is not None)


def _narrowed(board: Board | None, world: str | None) -> tuple[str, SqlRow]:
    """Return the condition of attempts of a board and a world, where they are given, with its values."""
    conditions = [*([ON_BOARD] if board is not None else []), *(["world = ?"] if world is not None else [])]
    values = (*(() if board is None else board_values(board)), *(() if world is None else (world,)))
    return (f"WHERE {' AND '.join(conditions)}" if conditions else ""), values


def _segment(section: Any, section_score: Any, grade: Any, *figures: Any) -> Segment | None:
    sound = are_texts((section, grade)) and is_whole(section_score) and all(is_whole(x, MOST_US) for x in figures)
    return Segment(section, section_score, grade, *figures) if sound else None


def _hit(section: Any, cue: Any, kind: Any, part: Any, verb: Any, *rest: Any) -> Hit | None:
    offset_us, points, world = rest
    late = offset_us is None or (isinstance(offset_us, int) and abs(offset_us) <= MOST_US)
    sound = are_texts((section, kind, part, world)) and is_whole(cue) and is_whole(verb, 3) and is_whole(points, 1000)
    return Hit(section, cue, kind, part, verb, offset_us, points, world) if sound and late else None


def _stop(song_us: Any, lasted_us: Any) -> Stop | None:
    sound = isinstance(song_us, int) and abs(song_us) <= MOST_US and is_whole(lasted_us, MOST_US)
    return Stop(song_us, lasted_us) if sound else None


def _insert(connection: sqlite3.Connection, attempt: Attempt) -> None:
    known = "SELECT 1 FROM attempt WHERE identity = ?"
    if attempt.identity and connection.execute(known, (attempt.identity,)).fetchone():
        return
    values = (
        attempt.began_at,
        str(attempt.ended),
        attempt.restart,
        max(0, attempt.song_us),
        max(0, attempt.real_us),
        attempt.score,
        int(attempt.overlay_ever),
        int(attempt.hints_ever),
        attempt.identity,
        attempt.world,
    )
    row = (*board_values(attempt.board), *values)
    marks = ", ".join("?" * len(row))
    cursor = connection.execute(f"INSERT INTO attempt ({BOARD_COLUMNS}, {ATTEMPT_COLUMNS}) VALUES ({marks})", row)
    number = cursor.lastrowid
    for table, rows in (
        ("segment", [(place, *_values(one, SEGMENT_COLUMNS)) for place, one in enumerate(attempt.segments)]),
        ("hit", [(place, *_values(one, HIT_COLUMNS)) for place, one in enumerate(attempt.hits)]),
        ("lace", [(section,) for section in attempt.laces]),
        ("pause", [(place, one.song_us, one.lasted_us) for place, one in enumerate(attempt.pauses)]),
    ):
        if rows:
            marks = ", ".join("?" * (1 + len(rows[0])))
            connection.executemany(f"INSERT INTO {table} VALUES ({marks})", [(number, *row) for row in rows])


def _values(fact: Segment | Hit, columns: str) -> tuple[Any, ...]:
    return tuple(getattr(fact, name) for name in columns.split(", "))
