"""A program that is killed in mid-run loses no attempt: the next launch counts it as quit, with its whole sections."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.sim.chart import Chart, Difficulty
from game.states.run.keeping import enter_pending
from game.states.run.run import Run
from game.states.run.run_plan import Mode, RunPlan
from game.states.transitions import Transition
from game.storage.history.attempt import Attempt, Ended
from game.timing.units import ms
from tests.golden.frozen import frozen_chart
from tests.states.rig import Rig, ShortLibrary, make_rig
from tests.states.run.test_keeping import entries, next_launch
from tests.states.run.test_running import play_all, running, tap


@pytest.fixture
def two_sections(monkeypatch: pytest.MonkeyPatch) -> Chart:
    """Let the library have a chart of two sections."""
    frozen = frozen_chart(Difficulty.NORMAL)
    chart = replace(frozen, sections=frozen.sections[:2])

    def chart_of(_: ShortLibrary, __: Difficulty, section: str | None = None) -> Chart:
        return chart if section is None else chart.only(section)

    monkeypatch.setattr(ShortLibrary, "chart", chart_of)
    return chart


def begun(rig: Rig) -> list[Path]:
    rig.app.writer.wait()
    return list((rig.app.paths.replays / "pending").glob(".begun-*"))


def attempts(rig: Rig) -> tuple[Attempt, ...]:
    rig.app.writer.wait()
    return rig.app.history.attempts()


def play_until(rig: Rig, run: Run, song_us: int) -> None:
    """Press every cue exactly on time until so far into the song."""
    begin_us = rig.clock.now_us() - run.judged_time(rig.clock.now_us())
    cues = [cue for cue in run.chart.cues if cue.time_us < song_us]
    for cue in cues:
        for verb in cue.verbs:
            tap(rig, "FJIK"[verb], begin_us + cue.time_us)
    while run.session.now_us < song_us:
        rig.frame()


def killed(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on nothing is written, and the system lets go of the locks."""
    rig.app.writer.wait()
    rig.app.replays.close()
    monkeypatch.setattr(rig.app.writer, "submit", lambda job: None)


def test_a_run_that_is_killed_in_its_second_section_keeps_the_first(
    two_sections: Chart, rig: Rig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = running(rig)
    play_until(rig, run, two_sections.sections[1].start_us + ms(1000))
    hits, began_at = len([hit for hit in run.judged if hit.section == 0]), run.attempt_began_at
    killed(rig, monkeypatch)
    with next_launch(rig, tmp_path) as again:
        (attempt,) = attempts(again)
        assert (attempt.ended, attempt.identity) == (Ended.QUIT, "")
        assert attempt.began_at == began_at
        (segment,) = attempt.segments
        assert (segment.section, segment.strays) == ("yard", 0)
        assert len(again.app.history.hits()) == hits > 0
        assert two_sections.sections[0].end_us <= attempt.song_us < two_sections.sections[1].start_us + ms(1000)
        assert begun(again) == []
        assert entries(again) == []
    with next_launch(again, tmp_path) as once_more:
        assert len(attempts(once_more)) == 1


def test_a_run_that_is_killed_at_once_is_an_attempt_of_no_section(
    rig: Rig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    running(rig)
    rig.wait(ms(200))
    killed(rig, monkeypatch)
    with next_launch(rig, tmp_path) as again:
        (attempt,) = attempts(again)
        assert (attempt.ended, attempt.segments, attempt.song_us) == (Ended.QUIT, (), 0)


def test_practice_that_is_killed_counts_as_practice(rig: Rig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    running(rig, RunPlan(Mode.PRACTICE, section="yard"))
    rig.wait(ms(200))
    killed(rig, monkeypatch)
    with next_launch(rig, tmp_path) as again:
        (attempt,) = attempts(again)
        assert attempt.board.mode == "practice"


def test_a_finished_run_leaves_nothing_behind_and_counts_once(rig: Rig, tmp_path: Path) -> None:
    run = running(rig)
    rig.wait(ms(200))
    (path,) = begun(rig)
    assert not run.ended
    rig.go(Transition("menu"))
    play_all(rig)
    assert begun(rig) == []
    left_behind = path.with_name(".begun-1")
    rig.app.writer.wait()
    with next_launch(rig, tmp_path) as again:
        assert [attempt.ended for attempt in attempts(again)] == [Ended.QUIT, Ended.FINISHED]
        assert not left_behind.exists()


def test_an_attempt_that_was_finished_is_not_counted_as_quit_too(rig: Rig, tmp_path: Path) -> None:
    run = running(rig)
    play_until(rig, run, ms(1_500))
    rig.press("ESCAPE").wait(ms(1_000)).press("RETURN").wait(ms(1_500))
    (path,) = begun(rig)
    left_behind = path.read_bytes()
    rig.wait(ms(6_000))
    assert begun(rig) == []
    path.with_name(".begun-1").write_bytes(left_behind)
    with next_launch(rig, tmp_path) as again:
        assert [attempt.ended for attempt in attempts(again)] == [Ended.FINISHED]
        assert begun(again) == []


def test_a_paused_run_that_is_killed_counts_too(rig: Rig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    running(rig)
    rig.wait(ms(1_500)).press("ESCAPE").wait(ms(500))
    killed(rig, monkeypatch)
    with next_launch(rig, tmp_path) as again:
        assert [attempt.ended for attempt in attempts(again)] == [Ended.QUIT]


def test_the_attempt_of_a_program_that_still_runs_is_not_touched(rig: Rig, tmp_path: Path) -> None:
    running(rig)
    rig.wait(ms(200))
    other = make_rig(tmp_path)
    other.app.writer.submit(lambda: enter_pending(other.app))
    assert attempts(other) == ()
    other.app.writer.close()
    other.app.replays.close()
    other.app.scores.close()
    assert len(begun(rig)) == 1


@pytest.mark.parametrize("left", [b"", b"\x04\0\0\0junk", b'\x12\0\0\0{"mode":"montage"}', b"\x03\0\0\0{}\n"])
def test_what_is_no_attempt_is_dropped(rig: Rig, tmp_path: Path, left: bytes) -> None:
    rig.app.replays.set_room_aside()
    (rig.app.paths.replays / "pending" / ".begun-1").write_bytes(left)
    with next_launch(rig, tmp_path) as again:
        assert attempts(again) == ()
        assert begun(again) == []
