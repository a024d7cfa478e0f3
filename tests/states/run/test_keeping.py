"""No finished run is lost: it is on the board at once, or its replay waits and is entered at the next start."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from game.errors import StorageError
from game.replay.codec import decode, encode
from game.states.run.ending import AHEAD_US
from game.states.run.keeping import enter_pending
from game.storage import replay_folder
from game.storage.board import BoardRow
from game.storage.scores import Scores
from tests.charts import BEAT_US
from tests.states.rig import CUE_BEATS, Rig, make_rig
from tests.states.run.test_running import LEAD_IN_US, play_all, running, tap


def entries(rig: Rig) -> list[BoardRow]:
    """Return all runs of all boards."""
    rig.app.writer.wait()
    return [entry for board in rig.app.scores.boards() for entry in rig.app.scores.best(board)]


def pending(rig: Rig) -> list[Path]:
    return rig.app.replays.pending()


def endings(rig: Rig) -> list[Path]:
    rig.app.writer.wait()
    return list((rig.app.paths.replays / "pending").glob(".ending-*"))


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
    again.app.replays.close()
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
        rig.app.replays.close()
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


def killed(rig: Rig, monkeypatch: pytest.MonkeyPatch, *, before_the_end_us: int) -> None:
    """Play every cue, and let the program be killed so long before the last chord: from then on nothing is written."""
    run = running(rig)
    begin_us = rig.clock.now_us()
    for place, beat in enumerate(CUE_BEATS):
        tap(rig, "FJ"[place % 2], begin_us + LEAD_IN_US + beat * BEAT_US)
    while run.session.now_us < run.chart.end_us - before_the_end_us:
        rig.frame()
    assert not run.ended
    rig.app.replays.close()
    monkeypatch.setattr(rig.app.writer, "submit", lambda job: None)


def test_a_run_whose_program_is_killed_at_the_last_chord_is_completed(
    rig: Rig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed(rig, monkeypatch, before_the_end_us=20_000)
    with next_launch(rig, tmp_path) as again:
        (entry,) = entries(again)
        assert (entry.score, entry.dead_on) == (1_000_000, len(CUE_BEATS))
        assert endings(again) == []
    with next_launch(again, tmp_path) as once_more:
        assert len(entries(once_more)) == 1


def test_a_run_whose_program_is_killed_earlier_was_not_finished(
    rig: Rig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed(rig, monkeypatch, before_the_end_us=AHEAD_US + 60_000)
    with next_launch(rig, tmp_path) as again:
        assert entries(again) == []


def test_the_ending_of_a_program_that_still_runs_is_not_touched(rig: Rig, tmp_path: Path) -> None:
    run = running(rig)
    tap(rig, "F", rig.clock.now_us() + LEAD_IN_US + CUE_BEATS[0] * BEAT_US)
    while run.session.now_us < run.chart.end_us - AHEAD_US // 2:
        rig.frame()
    other = make_rig(tmp_path)
    other.app.writer.submit(lambda: enter_pending(other.app))
    other.app.writer.wait()
    assert entries(other) == []
    other.app.writer.close()
    other.app.replays.close()
    other.app.scores.close()
    rig.wait(2_000_000)
    assert len(entries(rig)) == 1
    assert endings(rig) == []


def test_a_run_that_was_kept_whole_is_not_completed_again(rig: Rig, tmp_path: Path) -> None:
    run = running(rig)
    tap(rig, "F", rig.clock.now_us() + LEAD_IN_US + CUE_BEATS[0] * BEAT_US)
    while run.session.now_us < run.chart.end_us - AHEAD_US // 2:
        rig.frame()
    (path,) = rig.app.replays.pending_path_of("x").parent.glob(".ending-*")
    left_behind = path.read_bytes()
    rig.wait(2_000_000)
    path.with_name(".ending-1").write_bytes(left_behind)
    with next_launch(rig, tmp_path) as again:
        assert len(entries(again)) == 1
        assert endings(again) == []


@pytest.mark.parametrize("way", ["ESCAPE", "R"])
def test_a_run_that_is_paused_or_restarted_in_its_last_moments_has_not_ended(rig: Rig, way: str) -> None:
    run = running(rig)
    while run.session.now_us < run.chart.end_us - AHEAD_US // 2:
        rig.frame()
    assert len(endings(rig)) == 1
    rig.press(way)
    assert endings(rig) == []


@pytest.mark.parametrize("left", [b"", b"junk", b"\x05\0\0\0no", b"\x02\0\0\0noxxxx"])
def test_an_ending_that_is_no_replay_is_dropped(rig: Rig, tmp_path: Path, left: bytes) -> None:
    rig.app.replays.set_room_aside()
    (rig.app.paths.replays / "pending" / ".ending-1").write_bytes(left)
    with next_launch(rig, tmp_path) as again:
        assert entries(again) == []
        assert endings(again) == []
