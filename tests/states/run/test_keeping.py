"""No finished run is lost: it is on the board at once, or its replay waits and is entered at the next start."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from game.errors import StorageError
from game.replay.codec import decode, encode
from game.states.run.keeping import enter_pending
from game.storage import replay_folder
from game.storage.board import BoardRow
from game.storage.scores import Scores
from tests.states.rig import CUE_BEATS, Rig, make_rig
from tests.states.run.test_running import play_all, running


def entries(rig: Rig) -> list[BoardRow]:
    """Return all runs of all boards."""
    rig.app.writer.wait()
    return [entry for board in rig.app.scores.boards() for entry in rig.app.scores.best(board)]


def pending(rig: Rig) -> list[Path]:
    return rig.app.replays.pending()


@contextmanager
def locked(scores: Path, how: str) -> Iterator[None]:
    """Let another program lock the scores."""
    other = sqlite3.connect(scores, isolation_level=None)
    other.execute(f"PRAGMA locking_mode = {how}")
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.close()


@contextmanager
def next_launch(rig: Rig, tmp_path: Path) -> Iterator[Rig]:
    """Start the game again."""
    rig.app.scores.close()
    again = make_rig(tmp_path)
    again.app.writer.submit(lambda: enter_pending(again.app))
    again.app.writer.wait()
    yield again
    again.app.writer.close()
    again.app.scores.close()


def killed_before_the_board(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    """Play a run, and let the program end between its replay and its row."""
    with monkeypatch.context() as patch:
        patch.setattr(rig.app.scores, "add", lambda *_: (_ for _ in ()).throw(StorageError("killed")))
        play_all(rig, late_us=17_000)
        rig.app.writer.wait()
    assert entries(rig) == []


def test_a_run_is_on_the_board_the_moment_it_ends(rig: Rig) -> None:
    play_all(rig)
    assert rig.name == "Initials"
    (entry,) = entries(rig)
    assert (entry.initials, entry.score, entry.dead_on) == ("AAA", 1_000_000, len(CUE_BEATS))
    assert pending(rig) == []


def test_initials_rename_the_run_and_do_nothing_else(rig: Rig) -> None:
    play_all(rig)
    (before,) = entries(rig)
    rig.press("DOWN", "RETURN", "RETURN", "RETURN")
    (entry,) = entries(rig)
    assert entry == replace(before, initials="BAA")


def test_a_board_that_was_locked_from_the_start_keeps_the_run_too(tmp_path: Path) -> None:
    Scores(tmp_path / "scores.sqlite").close()
    with locked(tmp_path / "scores.sqlite", "EXCLUSIVE"):
        rig = make_rig(tmp_path)
        play_all(rig)
        assert len(entries(rig)) == 1, "the board of this launch has it"
        rig.app.writer.close()
    assert len(pending(rig)) == 1
    with next_launch(rig, tmp_path) as again:
        assert [entry.score for entry in entries(again)] == [1_000_000]


def test_a_board_that_is_locked_keeps_the_run_for_the_next_start(rig: Rig, tmp_path: Path) -> None:
    with locked(rig.app.paths.scores, "NORMAL"):
        play_all(rig)
        assert rig.name == "Initials"
        rig.press("DOWN", "RETURN", "RETURN", "RETURN").frame()
        assert any("kept" in sentence for sentence in rig.app.notices)
    assert len(pending(rig)) == 1
    with next_launch(rig, tmp_path) as again:
        assert [entry.score for entry in entries(again)] == [1_000_000]
        assert pending(again) == []
        assert len(list(again.app.paths.replays.glob("*.laceup"))) == 1


def test_a_program_that_is_killed_keeps_the_run_as_it_was(
    rig: Rig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed_before_the_board(rig, monkeypatch)
    (path,) = pending(rig)
    with next_launch(rig, tmp_path) as again:
        (entry,) = entries(again)
        assert (entry.replay, entry.dead_on, len(entry.splits)) == (path.name, 0, 1)
        assert list(again.app.writer.reports()) == [f"On the board now, from an earlier launch: {entry.score:,}."]


def test_a_program_that_is_killed_after_the_board_enters_the_run_once(rig: Rig, tmp_path: Path) -> None:
    play_all(rig)
    (path,) = rig.app.paths.replays.glob("*.laceup")
    path.rename(rig.app.replays.pending_path_of(path.name))
    with next_launch(rig, tmp_path) as again:
        assert len(entries(again)) == 1
        assert pending(again) == []


def test_a_full_disk_has_room_left_for_the_replay(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    def is_full(path: Path, content: bytes) -> None:
        raise StorageError(f"{path}: no space left")

    rig.app.replays.set_room_aside()
    monkeypatch.setattr(replay_folder, "write_atomically", is_full)
    killed_before_the_board(rig, monkeypatch)
    (path,) = pending(rig)
    assert decode(path.read_bytes(), path.name).result.score > 0


def test_a_run_of_no_points_enters_no_board(rig: Rig) -> None:
    running(rig)
    rig.wait(7_000_000)
    assert rig.name == "Results"
    assert entries(rig) == []
    assert pending(rig) == []


def test_a_pending_file_that_is_no_true_replay_is_set_aside(
    rig: Rig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed_before_the_board(rig, monkeypatch)
    (path,) = pending(rig)
    replay = decode(path.read_bytes(), path.name)
    path.write_bytes(encode(replace(replay, result=replace(replay.result, score=999_999))))
    path.with_name("junk.laceup").write_bytes(b"junk")
    with next_launch(rig, tmp_path) as again:
        assert entries(again) == []
        assert pending(again) == []
        assert len(list(path.parent.glob("*.damaged"))) == 2


def test_a_run_of_another_chart_waits_for_a_launch_that_has_it(
    rig: Rig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed_before_the_board(rig, monkeypatch)
    (path,) = pending(rig)
    replay = decode(path.read_bytes(), path.name)
    path.write_bytes(encode(replace(replay, header=replace(replay.header, chart_hash="1" * 64))))
    with next_launch(rig, tmp_path) as again:
        assert entries(again) == []
        assert len(pending(again)) == 1
