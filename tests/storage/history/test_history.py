"""Attempts are kept hit by hit, also those that were left, and read as they were; what cannot be right is left out."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from game.storage.board import Board
from game.storage.history.attempt import Attempt, Ended, Hit, Segment, Stop
from game.storage.history.history import History
from game.storage.scores import Scores

BOARD = Board("montage", "", "normal", 1000, 100, "", "ab" * 32)
YARD = Segment("yard", 70_000, "OK", 15_000, 20_000, 7, 1, 24_000_000)
MARKET = Segment("market", 90_000, "Superb", 19_000, 20_000, 12, 0, 15_000_000)
HITS = (
    Hit("yard", 0, "lift", "press", 0, -7_000, 998),
    Hit("yard", 1, "lift", "press", 1, None, 0),
    Hit("market", 2, "crate", "release", 2, 21_000, 955),
)
QUIT = Attempt(
    BOARD,
    began_at=1_000,
    ended=Ended.QUIT,
    restart=3,
    song_us=40_000_000,
    real_us=40_000_000,
    score=160_000,
    overlay_ever=True,
    segments=(YARD, MARKET),
    hits=HITS,
    laces=("market",),
    pauses=(Stop(1_000_000, 5_000_000),),
)


@pytest.fixture
def scores(tmp_path: Path) -> Iterator[Scores]:
    with Scores(tmp_path / "scores.sqlite") as scores:
        yield scores


@pytest.fixture
def history(scores: Scores) -> History:
    return History(scores.database)


def test_an_attempt_is_read_as_it_was_kept(history: History) -> None:
    history.add(QUIT)
    assert history.attempts() == (replace(QUIT, hits=()),)
    assert history.hits() == HITS


def test_attempts_come_oldest_first_and_only_of_the_board_asked_for(history: History) -> None:
    other = replace(QUIT, board=replace(BOARD, difficulty="hard"), began_at=500)
    for attempt in (replace(QUIT, began_at=3_000), other, QUIT):
        history.add(attempt)
    assert [attempt.began_at for attempt in history.attempts()] == [500, 1_000, 3_000]
    assert [attempt.began_at for attempt in history.attempts(BOARD)] == [1_000, 3_000]
    assert [attempt.began_at for attempt in history.attempts(BOARD, count=1)] == [3_000]
    assert history.hits(BOARD, last_attempts=1) == HITS


def test_the_attempt_of_one_replay_is_kept_once(history: History) -> None:
    finished = replace(QUIT, ended=Ended.FINISHED, identity="cd" * 32)
    history.add(finished)
    history.add(finished)
    assert len(history.attempts()) == 1
    assert history.knows("cd" * 32)
    assert not history.knows("ef" * 32)


def test_golds_count_in_attempts_that_were_left(history: History) -> None:
    better_yard = replace(YARD, section_score=80_000, real_us=25_000_000)
    history.add(QUIT)
    history.add(replace(QUIT, ended=Ended.RESTARTED, segments=(better_yard,)))
    assert history.golds(BOARD) == {"yard": better_yard, "market": MARKET}
    assert history.fastest(BOARD) == {"yard": YARD, "market": MARKET}
    assert history.golds(replace(BOARD, difficulty="easy")) == {}


def test_attempts_are_counted_by_how_they_ended(history: History) -> None:
    for ended in (Ended.QUIT, Ended.RESTARTED, Ended.RESTARTED):
        history.add(replace(QUIT, ended=ended))
    assert history.counts(BOARD) == {Ended.FINISHED: 0, Ended.RESTARTED: 2, Ended.QUIT: 1}


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("attempt", "ended", "gone"),
        ("attempt", "began_at", 10**15),
        ("attempt", "score", 2**62),
        ("attempt", "identity", "\x1b[2J"),
        ("attempt", "song_us", -1),
        ("attempt", "overlay_ever", 7),
    ],
)
def test_an_attempt_that_the_game_cannot_have_written_is_left_out_and_said(
    scores: Scores, history: History, table: str, column: str, value: object
) -> None:
    history.add(QUIT)
    scores.database.write(lambda connection: connection.execute(f"UPDATE {table} SET {column} = ?", (value,)))
    assert history.attempts() == ()
    assert scores.notice is not None
    assert "left out" in scores.notice


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [("segment", "grade", "\u202e"), ("segment", "real_us", -1), ("hit", "verb", 9), ("hit", "kind", "\x07")],
)
def test_a_part_that_cannot_be_right_is_left_out(
    scores: Scores, history: History, table: str, column: str, value: object
) -> None:
    history.add(QUIT)

    def forge(connection: sqlite3.Connection) -> None:
        connection.execute(f"UPDATE {table} SET {column} = ?", (value,))

    scores.database.write(forge)
    (attempt,) = history.attempts()
    assert (attempt.segments == ()) is (table == "segment")
    assert (history.hits() == ()) is (table == "hit")
