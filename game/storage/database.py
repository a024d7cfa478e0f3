"""The scores' database: opening, damage, locks, threads. SQLite in WAL mode; the schema's version is `user_version`.

A damaged file is set aside and a new one created; a newer one, or one that cannot be opened, is left alone and the
tables are kept in memory for this run. `notice` says so in one sentence.
"""

import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from game.errors import StorageError
from game.storage.files import set_aside
from game.storage.paths import make_folder
from game.storage.schema import VERSION, statements_from

DAMAGED = (sqlite3.DatabaseError, UnicodeDecodeError)
"""What a damaged file raises: sqlite3 quotes it in its messages, and cannot decode those that are not UTF-8."""
BUSY_MS = 2000
"""How long opening and writing wait for another process's lock, in milliseconds, unless told otherwise."""
READING_BUSY_MS = 50
"""How long reading waits for it: a frame waits as well."""
RETRY_S = 0.05
"""Time between two attempts to write, in seconds; readers get their turn meanwhile."""
COLUMNS = {
    "run": (
        "id, mode, section, difficulty, rate_permille, window_percent, assists, chart_hash, initials, score, "
        "accuracy_permyriad, dead_on, rank, played_at, replay, badges, identity, verdict, sentence, seen, pauses, "
        "laces, laces_there, overlay_ever, hints_ever"
    ),
    "split": "run, place, section, section_score, grade",
    "attempt": (
        "id, mode, section, difficulty, rate_permille, window_percent, assists, chart_hash, began_at, ended, restart, "
        "song_us, real_us, score, overlay_ever, hints_ever, identity, world"
    ),
    "segment": "attempt, place, section, section_score, grade, points, max_points, dead_on, strays, real_us",
    "hit": "attempt, number, section, cue, kind, part, verb, offset_us, points",
    "lace": "attempt, section",
    "pause": "attempt, number, song_us, lasted_us",
}
"""Columns that every table must have."""

SqlRow = tuple[Any, ...]


class Database:
    """The open file. Thread-safe. Every value that `rows` gives is untrusted, like any file's."""

    def __init__(self, path: Path, busy_ms: int = BUSY_MS) -> None:
        self.path = path
        self._busy_ms = busy_ms
        self.notice: str | None = None
        self.kept = True
        """Whether the tables are in the file, and not in memory for this run alone."""
        self._lock = threading.RLock()
        self._connection = self._open(path)
        self._connection.execute(f"PRAGMA busy_timeout = {READING_BUSY_MS}")

    def rows(self, query: str, values: SqlRow = ()) -> list[SqlRow]:
        """Return the rows of a query. Raises StorageError."""
        try:
            with self._lock:
                return self._connection.execute(query, values).fetchall()
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise StorageError(f"the scores could not be read ({error})") from error

    def write(self, change: Callable[[sqlite3.Connection], object]) -> None:
        """Make a change as a whole; while another program has the file locked try again, without keeping readers.
        Raises StorageError."""
        give_up_s = time.monotonic() + self._busy_ms / 1000
        while True:
            try:
                with self._lock, self._connection:
                    change(self._connection)
                return
            except (sqlite3.Error, UnicodeDecodeError) as error:
                if not _is_busy(error) or time.monotonic() >= give_up_s:
                    raise StorageError(f"the score could not be kept ({error})") from error
            time.sleep(RETRY_S)

    def say_left_out(self, count: int) -> None:
        """Say once that rows are passed over, unless there is something else to say."""
        if count and self.notice is None:
            self.notice = f"{self.path}: holds rows that this game cannot have written: they are left out"

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()

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
        self.notice = (
            f"{path}: is damaged ({reason}); it is now {aside.name}, and the boards begin anew: "
            "`scores rebuild` fills them from your replays"
        )
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
        if _version(connection) > VERSION:
            version = _version(connection)
            raise StorageError(f"{path}: is from a newer version (schema {version}, this one reads {VERSION})")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA journal_mode = WAL")
        _migrate(connection)
        _check(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _migrate(connection: sqlite3.Connection) -> None:
    """Take the steps to the present schema, all or none. A file that lacks the tables of its own version is damaged."""
    if _version(connection) == VERSION:
        return
    connection.execute("BEGIN IMMEDIATE")
    with connection:
        version = _version(connection)  # another program may have taken the steps meanwhile
        if version < 0:
            raise sqlite3.DatabaseError(f"its schema is {version}, which there never was")
        try:
            for statement in statements_from(version) if version < VERSION else ():
                connection.execute(statement)
        except sqlite3.OperationalError as error:
            if _code(error) != sqlite3.SQLITE_ERROR:
                raise
            raise sqlite3.DatabaseError(f"its tables are not ours: {error}") from error


def _version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def _text(value: bytes) -> str:
    """Return a column's text; bytes that are not UTF-8 become characters that no text of the game has."""
    return value.decode(errors="surrogateescape")


def _is_busy(error: Exception) -> bool:
    return _code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _code(error: Exception) -> int:
    code: int = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code


def _check(connection: sqlite3.Connection) -> None:
    with closing(connection.execute("PRAGMA quick_check")) as cursor:
        verdict = cursor.fetchone()[0]
    if verdict != "ok":
        raise sqlite3.DatabaseError(verdict)
    try:
        for table, columns in COLUMNS.items():
            connection.execute(f"SELECT {columns} FROM {table} LIMIT 1")
    except sqlite3.OperationalError as error:
        raise sqlite3.DatabaseError(f"its tables are not ours: {error}") from error
