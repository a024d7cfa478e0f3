"""The score boards: all SQL of the game. SQLite in WAL mode; the schema's version is `user_version`.

A damaged file is set aside and a new one created; a newer one, or one that cannot be opened, is left alone and the
boards are kept in memory for this run. `notice` says so in one sentence. The column `purse` holds the section's score.
"""

import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from game.errors import StorageError
from game.storage.board import Board, BoardRow, Split
from game.storage.board_rows import board_of, entry_of, splits_of
from game.storage.files import set_aside
from game.storage.paths import make_folder

VERSION = 1
"""Version of the schema."""
SCHEMA = """
CREATE TABLE run (
    id INTEGER PRIMARY KEY,
    mode TEXT NOT NULL, section TEXT NOT NULL, difficulty TEXT NOT NULL, rate_permille INTEGER NOT NULL,
    window_percent INTEGER NOT NULL, assists TEXT NOT NULL, chart_hash TEXT NOT NULL,
    initials TEXT NOT NULL, score INTEGER NOT NULL, accuracy_permyriad INTEGER NOT NULL, dead_on INTEGER NOT NULL,
    rank TEXT NOT NULL, played_at INTEGER NOT NULL, replay TEXT NOT NULL, badges TEXT NOT NULL
) STRICT;
CREATE INDEX run_by_board ON run (
    mode, section, difficulty, rate_permille, window_percent, assists, chart_hash, score DESC, dead_on DESC
);
CREATE TABLE split (
    run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    place INTEGER NOT NULL, section TEXT NOT NULL, purse INTEGER NOT NULL, grade TEXT NOT NULL,
    PRIMARY KEY (run, place)
) STRICT, WITHOUT ROWID;
"""
"""Tables and indexes."""
BOARD_COLUMNS = "mode, section, difficulty, rate_permille, window_percent, assists, chart_hash"
"""Columns that name a board."""
ENTRY_COLUMNS = "initials, score, accuracy_permyriad, dead_on, rank, played_at, replay, badges"
"""Columns of a row of a board."""
ON_BOARD = " AND ".join(f"{name} = ?" for name in BOARD_COLUMNS.split(", "))
"""Condition: runs of one board."""
DAMAGED = (sqlite3.DatabaseError, UnicodeDecodeError)
"""What a damaged file raises: sqlite3 quotes it in its messages, and cannot decode those that are not UTF-8."""
BEST_FIRST = "ORDER BY score DESC, dead_on DESC, played_at, id"
"""Order of a board: score, then hits dead on, then the earlier run."""
MOST_SPLITS = 200
"""The most sections of a run that are read."""
BUSY_MS = 2000
"""How long opening and writing wait for another process's lock, in milliseconds, unless told otherwise."""
READING_BUSY_MS = 50
"""How long reading waits for it: a frame waits as well."""
RETRY_S = 0.05
"""Time between two attempts to write, in seconds; readers get their turn meanwhile."""


class Scores:
    """The boards. Use as a context manager, or close it. Thread-safe."""

    def __init__(self, path: Path, busy_ms: int = BUSY_MS) -> None:
        self.notice: str | None = None
        self.kept = True
        """Whether the boards are in the file, and not in memory for this run alone."""
        self._path = path
        self._busy_ms = busy_ms
        self._lock = threading.RLock()
        self._connection = self._open(path)
        self._connection.execute(f"PRAGMA busy_timeout = {READING_BUSY_MS}")

    def add(self, board: Board, entry: BoardRow) -> int:
        """Insert a run, unless its replay is there; return its rank on the board, 1 for the best. Raises
        StorageError."""
        self._write(lambda: self._insert(board, entry))
        better = f"SELECT COUNT(*) FROM run WHERE {ON_BOARD} AND (score, dead_on) > (?, ?)"
        ahead: int = self._rows(better, (*_board_row(board), entry.score, entry.dead_on))[0][0]
        return ahead + 1

    def rename(self, replay: str, initials: str) -> None:
        """Give the run of a replay other initials. Raises StorageError."""
        query = "UPDATE run SET initials = ? WHERE replay = ?"
        self._write(lambda: self._connection.execute(query, (initials, replay)))

    def best(self, board: Board, count: int = 10) -> tuple[BoardRow, ...]:
        """Return the best runs of a board, best first, with their splits."""
        rows = self._rows(
            f"SELECT id, {ENTRY_COLUMNS} FROM run WHERE {ON_BOARD} {BEST_FIRST} LIMIT ?", (*_board_row(board), count)
        )
        found = ((row[0], entry_of(row[1:])) for row in rows)
        runs = tuple(replace(entry, splits=self._splits(run)) for run, entry in found if entry is not None)
        self._say_left_out(len(rows) - len(runs))
        return runs

    def boards(self) -> tuple[Board, ...]:
        """Return all boards with at least one run, most recently played first."""
        rows = self._rows(f"SELECT {BOARD_COLUMNS} FROM run GROUP BY {BOARD_COLUMNS} ORDER BY MAX(played_at) DESC", ())
        boards = tuple(board for board in map(board_of, rows) if board is not None)
        self._say_left_out(len(rows) - len(boards))
        return boards

    def best_splits(self, board: Board) -> dict[str, int]:
        """Return the best score of each section on this board, by section id."""
        rows = self._rows(
            f"SELECT split.section, MAX(purse) FROM split JOIN run ON run.id = split.run WHERE "
            f"{ON_BOARD.replace('section =', 'run.section =')} GROUP BY split.section",
            _board_row(board),
        )
        return {split.section: split.section_score for split in splits_of((*row, "") for row in rows)}

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()

    def __enter__(self) -> "Scores":
        return self

    def __exit__(self, *failure: object) -> None:
        self.close()

    def _splits(self, run: int) -> tuple[Split, ...]:
        query = "SELECT section, purse, grade FROM split WHERE run = ? ORDER BY place LIMIT ?"
        return splits_of(self._rows(query, (run, MOST_SPLITS)))

    def _say_left_out(self, count: int) -> None:
        """Say once that rows are passed over, unless there is something else to say."""
        if count and self.notice is None:
            self.notice = f"{self._path}: holds rows that this game cannot have written: they are left out"

    def _insert(self, board: Board, entry: BoardRow) -> None:
        known = "SELECT 1 FROM run WHERE replay = ?"
        if entry.replay and self._connection.execute(known, (entry.replay,)).fetchone():
            return
        row = (*_board_row(board), *_entry_row(entry))
        marks = ", ".join("?" * len(row))
        cursor = self._connection.execute(f"INSERT INTO run ({BOARD_COLUMNS}, {ENTRY_COLUMNS}) VALUES ({marks})", row)
        run = cursor.lastrowid
        self._connection.executemany(
            "INSERT INTO split VALUES (?, ?, ?, ?, ?)",
            [(run, place, s.section, s.section_score, s.grade) for place, s in enumerate(entry.splits)],
        )

    def _write(self, change: Callable[[], object]) -> None:
        """Make a change as a whole; while another program has the file locked try again, without keeping readers."""
        give_up_s = time.monotonic() + self._busy_ms / 1000
        while True:
            try:
                with self._lock, self._connection:
                    change()
                return
            except (sqlite3.Error, UnicodeDecodeError) as error:
                if not _is_busy(error) or time.monotonic() >= give_up_s:
                    raise StorageError(f"the score could not be kept ({error})") from error
            time.sleep(RETRY_S)

    def _rows(self, query: str, values: tuple[Any, ...]) -> list[tuple[Any, ...]]:
        try:
            with self._lock:
                return self._connection.execute(query, values).fetchall()
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise StorageError(f"the scores could not be read ({error})") from error

    # -- opening

    def _open(self, path: Path) -> sqlite3.Connection:
        try:
            make_folder(path.parent)
            return _connected(path, self._busy_ms)
        except sqlite3.OperationalError as error:
            return self._in_memory(f"{path}: cannot be opened ({error}): scores of this run are not kept")
        except DAMAGED as error:
            return self._recreated(path, str(error))
        except StorageError as error:
            return self._in_memory(f"{error}: scores of this run are not kept")

    def _recreated(self, path: Path, reason: str) -> sqlite3.Connection:
        try:
            aside = set_aside(path)
            for suffix in ("-wal", "-shm"):
                path.with_name(path.name + suffix).unlink(missing_ok=True)
        except (StorageError, OSError) as error:
            return self._in_memory(f"{error}: scores of this run are not kept")
        self.notice = f"{path}: is damaged ({reason}); it is now {aside.name}, and the boards begin anew"
        return _connected(path, self._busy_ms)

    def _in_memory(self, sentence: str) -> sqlite3.Connection:
        self.notice = sentence
        self.kept = False
        return _connected(Path(":memory:"), self._busy_ms)


def _connected(path: Path, busy_ms: int) -> sqlite3.Connection:
    """Open the file and bring its schema up to date; raises sqlite3.Error, StorageError for a newer one."""
    connection = sqlite3.connect(path, timeout=busy_ms / 1000, check_same_thread=False)
    connection.text_factory = _text
    try:
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > VERSION:
            raise StorageError(f"{path}: is from a newer version (schema {version}, this one reads {VERSION})")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA journal_mode = WAL")
        if version < VERSION:
            connection.executescript(f"BEGIN; {SCHEMA} PRAGMA user_version = {VERSION}; COMMIT;")
        _check(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _text(value: bytes) -> str:
    """Return a column's text; bytes that are not UTF-8 become characters that no text of the game has."""
    return value.decode(errors="surrogateescape")


def _is_busy(error: Exception) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _check(connection: sqlite3.Connection) -> None:
    with closing(connection.execute("PRAGMA quick_check")) as cursor:
        verdict = cursor.fetchone()[0]
    if verdict != "ok":
        raise sqlite3.DatabaseError(verdict)
    try:
        connection.execute(f"SELECT {BOARD_COLUMNS}, {ENTRY_COLUMNS} FROM run LIMIT 1")
        connection.execute("SELECT run, place, section, purse, grade FROM split LIMIT 1")
    except sqlite3.OperationalError as error:
        raise sqlite3.DatabaseError(f"its tables are not ours: {error}") from error


def _board_row(board: Board) -> tuple[Any, ...]:
    return (
        board.mode,
        board.section,
        board.difficulty,
        board.rate_permille,
        board.window_percent,
        board.assists,
        board.chart_hash,
    )


def _entry_row(entry: BoardRow) -> tuple[Any, ...]:
    return (
        entry.initials,
        entry.score,
        entry.accuracy_permyriad,
        entry.dead_on,
        entry.rank,
        entry.played_at,
        entry.replay,
        entry.badges,
    )
