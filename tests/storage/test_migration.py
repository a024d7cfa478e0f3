"""A database of the first version is brought up to date with nothing lost, once, also by two programs at a time."""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from game.storage.board import Board
from game.storage.history.collection import Collection
from game.storage.history.history import History
from game.storage.schema import FIRST, SECOND, VERSION
from game.storage.scores import Scores

BOARD = Board("montage", "", "normal", 1000, 100, "", "ab" * 32)
FIGURES = ("JOE", 800_000, 8_700, 100, "Prospect", 1_000, "20260101-120000-0800000.laceup", "by ear")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a file as the first version left it, with two runs."""
    path = tmp_path / "scores.sqlite"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executescript(f"{FIRST} PRAGMA user_version = 1;")
        key = ("montage", "", "normal", 1000, 100, "", "ab" * 32)
        marks = ", ".join("?" * 16)
        connection.execute(f"INSERT INTO run VALUES ({marks})", (1, *key, *FIGURES))
        connection.execute(f"INSERT INTO run VALUES ({marks})", (2, *key, "MIC", 1, *FIGURES[2:]))
        connection.execute("INSERT INTO split VALUES (1, 0, 'yard', 70000, 'OK')")
        connection.execute("INSERT INTO split VALUES (1, 1, 'market', 90000, 'Superb')")
    return path


def dump(path: Path) -> list[str]:
    """Return all that a file holds, as SQL."""
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def test_every_run_is_there_apart_and_says_why(path: Path) -> None:
    with Scores(path) as scores:
        first, second = scores.apart(BOARD)
        assert scores.best(BOARD) == ()
        assert scores.boards() == (BOARD,)
        assert scores.notice is None
    assert (first.initials, first.score, first.accuracy_permyriad, first.dead_on, first.rank) == FIGURES[:5]
    assert (first.played_at, first.replay, first.badges) == FIGURES[5:]
    assert [(split.section, split.section_score, split.grade) for split in first.splits] == [
        ("yard", 70_000, "OK"),
        ("market", 90_000, "Superb"),
    ]
    assert second.initials == "MIC"
    assert first.proof.verdict is None
    assert first.proof.sentence == "made before runs were proven"


def test_a_migrated_file_is_of_this_version_and_has_no_attempts_yet(path: Path) -> None:
    with Scores(path) as scores:
        assert History(scores.database).attempts() == ()
        assert scores.database.rows("PRAGMA user_version") == [(VERSION,)]
        assert scores.database.rows("PRAGMA foreign_key_check") == []


def test_two_programs_that_migrate_at_once_lose_nothing(path: Path) -> None:
    notices: list[str | None] = []

    def open_it() -> None:
        with Scores(path) as scores:
            notices.append(scores.notice)

    threads = [threading.Thread(target=open_it) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert notices == [None] * 8
    with Scores(path) as scores:
        assert len(scores.apart(BOARD)) == 2


def test_a_migration_that_fails_leaves_the_file_as_it_was(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("ALTER TABLE split RENAME COLUMN purse TO money")
    before = dump(path)
    with Scores(path) as scores:
        assert scores.notice is not None
        assert "damaged" in scores.notice
    assert dump(path.with_name("scores.sqlite.damaged")) == before


def test_the_attempts_of_the_second_version_count_for_the_shipped_pack(tmp_path: Path) -> None:
    path = tmp_path / "scores.sqlite"
    key = ("montage", "", "normal", 1000, 100, "", "ab" * 32)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executescript(f"{FIRST} {SECOND} PRAGMA user_version = 2;")
        values = (1, *key, 1_000, "quit", 0, 5_000, 5_000, 70_000, 0, 0, "")
        connection.execute(f"INSERT INTO attempt VALUES ({', '.join('?' * len(values))})", values)
        connection.execute("INSERT INTO segment VALUES (1, 0, 'yard', 70000, 'Superb', 9500, 10000, 3, 0, 5000)")
        connection.execute("INSERT INTO hit VALUES (1, 0, 'yard', 4, 'lift', 'press', 0, -12000, 1000)")
        connection.execute("INSERT INTO lace VALUES (1, 'yard')")
        connection.execute("INSERT INTO pause VALUES (1, 0, 4000, 9000)")
    with Scores(path) as scores:
        assert scores.notice is None
        (attempt,) = History(scores.database).attempts()
        (hit,) = History(scores.database).hits()
        collection = Collection(scores.database)
        assert (attempt.world, attempt.score, attempt.laces, len(attempt.pauses)) == ("montage", 70_000, ("yard",), 1)
        assert (hit.section, hit.offset_us, hit.world) == ("yard", -12_000, "montage")
        assert str(collection.best_grades("montage")["yard", "normal"].grade) == "Superb"
        assert collection.best_grades("another") == {}


def test_a_program_that_knows_fewer_versions_leaves_the_file_alone_and_says_so(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Scores(path).close()
    before = dump(path)
    monkeypatch.setattr("game.storage.database.VERSION", VERSION - 1)
    with Scores(path) as scores:
        assert scores.notice is not None
        assert f"is from a newer version (schema {VERSION}, this one reads {VERSION - 1})" in scores.notice
        assert not scores.kept
    assert dump(path) == before
