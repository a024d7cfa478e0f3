"""The score boards. A row stands on its board only where its replay was found to be true and fit; the rest is apart.

What verification found is kept with a fingerprint of the row (`seen`): a row that was changed otherwise, by hand or by
another program, no longer fits it and is verified again when its board is opened.
"""

import hashlib
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from game import __version__
from game.replay.verify import Verdict
from game.sim.chart import RULES_VERSION
from game.storage.board import Board, BoardRow, Category, Split
from game.storage.board_rows import (
    BOARD_COLUMNS,
    ENTRY_COLUMNS,
    ON_BOARD,
    are_texts,
    board_of,
    board_values,
    entry_of,
    entry_values,
    splits_of,
)
from game.storage.database import BUSY_MS, Database, SqlRow

RANKED = f"verdict = {int(Verdict.TRUE)}"
"""Condition: runs whose replay is true and fit."""
BY_SCORE = "ORDER BY score DESC, dead_on DESC, played_at, id"
"""Order of a board: score, then hits dead on, then the earlier run."""
BY_TIME = "ORDER BY real_us, score DESC, played_at, id"
"""Order of a board of Road work."""
IN_CATEGORY = {
    Category.ANY: "TRUE",
    Category.ALL_LACES: "laces_there > 0 AND laces = laces_there",
    Category.BARE: "overlay_ever = 0 AND hints_ever = 0",
    Category.ONE_TAKE: "pauses = 0",
}
"""Conditions of the categories, as `Proof` has them."""
MOST_SPLITS = 200
"""The most sections of a run that are read."""


@dataclass(frozen=True, slots=True)
class StoredRun:
    """A row as it stands in the database, with its number, its board (None: no such board can be) and whether the
    verdict that it carries was found by this version of the program for just this row."""

    id: int
    board: Board | None
    entry: BoardRow | None
    seen: bool
    replay: str


class Scores:
    """The boards. Use as a context manager, or close it. Thread-safe."""

    def __init__(self, path: Path, busy_ms: int = BUSY_MS) -> None:
        self.database = Database(path, busy_ms)

    @property
    def notice(self) -> str | None:
        """What is wrong with the file, as a sentence, or None."""
        return self.database.notice

    @property
    def kept(self) -> bool:
        """Whether the boards are in the file, and not in memory for this run alone."""
        return self.database.kept

    # -- reading

    def best(self, board: Board, count: int = 10, category: Category = Category.ANY) -> tuple[BoardRow, ...]:
        """Return the best runs of a board in a category, best first, with their splits: those whose replay is true and
        fit."""
        timed = " AND real_us > 0" if board.timed else ""  # a row of before version 3 that is not verified again yet
        return self._entries(f"{RANKED} AND {IN_CATEGORY[category]} AND {ON_BOARD}{timed}", board, count)

    def apart(self, board: Board, count: int = 10) -> tuple[BoardRow, ...]:
        """Return the best runs of a board that are not ranked, each with the sentence that says why."""
        return self._entries(f"({RANKED}) IS NOT TRUE AND {ON_BOARD}", board, count)

    def replay_of(self, identity: str) -> str | None:
        """Return the name of the replay file of an identity, None where no row has it."""
        rows = self.database.rows("SELECT replay FROM run WHERE identity = ? LIMIT 1", (identity,))
        return rows[0][0] if rows and are_texts(rows[0]) and rows[0][0] else None

    def boards(self) -> tuple[Board, ...]:
        """Return all boards with at least one run, ranked or apart, most recently played first."""
        rows = self.database.rows(
            f"SELECT {BOARD_COLUMNS} FROM run GROUP BY {BOARD_COLUMNS} ORDER BY MAX(played_at) DESC"
        )
        boards = tuple(board for board in map(board_of, rows) if board is not None)
        self.database.say_left_out(len(rows) - len(boards))
        return boards

    def best_splits(self, board: Board) -> dict[str, int]:
        """Return the best score of each section in the ranked runs of this board, by section id."""
        rows = self.database.rows(
            f"SELECT split.section, MAX(section_score) FROM split JOIN run ON run.id = split.run WHERE {RANKED} AND "
            f"{ON_BOARD.replace('section =', 'run.section =')} GROUP BY split.section",
            board_values(board),
        )
        return {split.section: split.section_score for split in splits_of((*row, "") for row in rows)}

    def stored(self) -> tuple[StoredRun, ...]:
        """Return every row there is, for verification."""
        rows = self.database.rows(f"SELECT id, replay, seen, {BOARD_COLUMNS}, {ENTRY_COLUMNS} FROM run ORDER BY id")
        return tuple(self._stored(row) for row in rows)

    # -- writing

    def add(self, board: Board, entry: BoardRow) -> int:
        """Insert a run, unless its replay is there; return its place on the board, 1 for the best. Raises
        StorageError."""
        self.database.write(lambda connection: _insert(connection, board, entry))
        than, values = "(score, dead_on) > (?, ?)", (entry.score, entry.dead_on)
        if board.timed:
            than, values = "real_us > 0 AND (real_us, -score) < (?, ?)", (entry.real_us, -entry.score)
        better = f"SELECT COUNT(*) FROM run WHERE {RANKED} AND {ON_BOARD} AND {than}"
        ahead: int = self.database.rows(better, (*board_values(board), *values))[0][0]
        return ahead + 1

    def settle(self, run: int, board: Board, entry: BoardRow) -> None:
        """Replace a row by what its replay gives. Raises StorageError."""
        self.database.write(lambda connection: _replace(connection, run, board, entry))

    def rename(self, replay: str, initials: str) -> None:
        """Give the run of a replay other initials. Raises StorageError."""
        query = "UPDATE run SET initials = ? WHERE replay = ?"
        self.database.write(lambda connection: connection.execute(query, (initials, replay)))

    def drop(self, replays: list[tuple[str, str]]) -> None:
        """Delete the rows of some replay files, which are to be entered again, by name and identity: a file may have
        another name than it had. Raises StorageError."""
        query = "DELETE FROM run WHERE replay = ? OR (identity = ? AND identity <> '')"
        self.database.write(lambda connection: connection.executemany(query, replays))

    def close(self) -> None:
        """Close the file."""
        self.database.close()

    def __enter__(self) -> "Scores":
        return self

    def __exit__(self, *failure: object) -> None:
        self.close()

    # -- inside

    def _entries(self, condition: str, board: Board, count: int) -> tuple[BoardRow, ...]:
        order = BY_TIME if board.timed else BY_SCORE
        query = f"SELECT id, {ENTRY_COLUMNS} FROM run WHERE {condition} {order} LIMIT ?"
        rows = self.database.rows(query, (*board_values(board), count))
        found = ((row[0], entry_of(row[1:])) for row in rows)
        runs = tuple(replace(entry, splits=self._splits(run)) for run, entry in found if entry is not None)
        self.database.say_left_out(len(rows) - len(runs))
        return runs

    def _splits(self, run: int) -> tuple[Split, ...]:
        query = "SELECT section, section_score, grade FROM split WHERE run = ? ORDER BY place LIMIT ?"
        return splits_of(self.database.rows(query, (run, MOST_SPLITS)))

    def _stored(self, row: SqlRow) -> StoredRun:
        run, name, seen, *rest = row
        count = len(BOARD_COLUMNS.split(", "))
        board, entry = board_of(tuple(rest[:count])), entry_of(tuple(rest[count:]))
        if board is None or entry is None:
            return StoredRun(run, None, None, seen=False, replay=name if isinstance(name, str) else "")
        entry = replace(entry, splits=self._splits(run))
        return StoredRun(run, board, entry, seen == fingerprint(board, entry), entry.replay)


def fingerprint(board: Board, entry: BoardRow) -> str:
    """Return 64 hex digits of a row and of the program that verified it. The initials, a mere label, are left out."""
    values = (__version__, RULES_VERSION, *board_values(board), *entry_values(entry)[1:])
    splits = [(split.section, split.section_score, split.grade) for split in entry.splits]
    return hashlib.sha256(repr((values, splits)).encode(errors="surrogateescape")).hexdigest()


def _insert(connection: sqlite3.Connection, board: Board, entry: BoardRow) -> None:
    known = "SELECT 1 FROM run WHERE replay = ? OR (identity = ? AND identity <> '')"
    if entry.replay and connection.execute(known, (entry.replay, entry.proof.identity)).fetchone():
        return
    row = (*board_values(board), *entry_values(entry), fingerprint(board, entry))
    marks = ", ".join("?" * len(row))
    columns = f"{BOARD_COLUMNS}, {ENTRY_COLUMNS}, seen"
    cursor = connection.execute(f"INSERT INTO run ({columns}) VALUES ({marks})", row)
    if cursor.lastrowid is not None:
        _write_splits(connection, cursor.lastrowid, entry.splits)


def _replace(connection: sqlite3.Connection, run: int, board: Board, entry: BoardRow) -> None:
    names = f"{BOARD_COLUMNS}, {ENTRY_COLUMNS}, seen".split(", ")
    changes = ", ".join(f"{name} = ?" for name in names)
    row = (*board_values(board), *entry_values(entry), fingerprint(board, entry), run)
    connection.execute(f"UPDATE run SET {changes} WHERE id = ?", row)
    connection.execute("DELETE FROM split WHERE run = ?", (run,))
    _write_splits(connection, run, entry.splits)


def _write_splits(connection: sqlite3.Connection, run: int, splits: Iterable[Split]) -> None:
    connection.executemany(
        "INSERT INTO split VALUES (?, ?, ?, ?, ?)",
        [(run, place, split.section, split.section_score, split.grade) for place, split in enumerate(splits)],
    )
