"""Every run that a person begins is kept, also one that was restarted or quit, with every hit; and what was on."""

from pathlib import Path

from game.platform.input.input_events import WindowEvent
from game.replay.codec import decode
from game.states.run.outcome import unfit_sentence
from game.states.run.run_plan import Mode, RunPlan
from game.states.transitions import Transition
from game.storage.history.attempt import Attempt, Ended
from game.timing.units import ms
from tests.charts import BEAT_US
from tests.states.rig import BEGAN_UTC_US, CUE_BEATS, Rig
from tests.states.run.test_running import LEAD_IN_US, play_all, running, tap


def attempts(rig: Rig) -> tuple[Attempt, ...]:
    """Return all attempts, oldest first."""
    rig.app.writer.wait()
    return rig.app.history.attempts()


def after_two_hits(rig: Rig) -> None:
    """Begin a run and hit its first two cues, 20 ms late."""
    running(rig)
    begin_us = rig.clock.now_us()
    for place, beat in enumerate(CUE_BEATS[:2]):
        tap(rig, "FJ"[place], begin_us + LEAD_IN_US + beat * BEAT_US + ms(20))
    rig.wait(ms(100))


def test_a_finished_run_is_an_attempt_with_the_identity_of_its_replay(rig: Rig) -> None:
    play_all(rig, late_us=ms(17))
    (attempt,) = attempts(rig)
    (file,) = rig.app.paths.replays.glob("*.laceup")
    assert attempt.identity == rig.app.replays.identity_of(file.name)
    assert (attempt.ended, len(attempt.segments)) == (Ended.FINISHED, 1)
    assert [hit.offset_us for hit in rig.app.history.hits()] == [17_000] * len(CUE_BEATS)


def test_a_restart_keeps_what_was_played_and_counts(rig: Rig) -> None:
    after_two_hits(rig)
    rig.press("R").wait(ms(300)).press("R").wait(ms(300))
    first, second = attempts(rig)
    assert (first.ended, second.ended) == (Ended.RESTARTED, Ended.RESTARTED)
    assert (first.restart, second.restart) == (0, 1)
    assert first.segments == ()
    assert first.song_us > CUE_BEATS[1] * BEAT_US
    assert [hit.offset_us for hit in rig.app.history.hits()] == [20_000] * 2


def test_quitting_from_the_pause_is_an_attempt_that_was_quit(rig: Rig) -> None:
    after_two_hits(rig)
    rig.press("ESCAPE").wait(ms(1000)).press("UP", "RETURN", "DOWN", "RETURN")
    assert rig.name == "MainMenu"
    (attempt,) = attempts(rig)
    assert attempt.ended is Ended.QUIT
    assert len(rig.app.history.hits()) == 2


def test_a_run_that_is_left_for_practice_is_quit_and_one_that_is_resumed_is_not(rig: Rig) -> None:
    after_two_hits(rig)
    rig.press("ESCAPE", "TAB")
    assert rig.name == "Practice"
    rig.press("ESCAPE")
    assert attempts(rig) == ()
    rig.press("TAB", "RETURN")
    (attempt,) = attempts(rig)
    assert attempt.ended is Ended.QUIT


def test_closing_the_window_keeps_the_attempt(rig: Rig) -> None:
    after_two_hits(rig)
    rig.machine.on_device_events([WindowEvent.CLOSE_ASKED], rig.clock.now_us())
    (attempt,) = attempts(rig)
    assert attempt.ended is Ended.QUIT


def test_practice_is_kept_under_its_own_mode_and_demos_and_machines_not_at_all(rig: Rig) -> None:
    running(rig, RunPlan(autoplay_ms=0.0))
    rig.wait(ms(7000)).go(Transition("attract")).wait(ms(500)).press("RETURN")
    assert attempts(rig) == ()
    running(rig, RunPlan(Mode.PRACTICE, section="yard"))
    rig.wait(ms(7000))
    (attempt,) = attempts(rig)
    assert (attempt.board.mode, attempt.ended) == ("practice", Ended.FINISHED)


# -- what the replay says of the run


def test_the_replay_has_a_witness_at_every_barline_and_the_time_of_day(rig: Rig) -> None:
    play_all(rig)
    (file,) = rig.app.paths.replays.glob("*.laceup")
    replay = decode(file.read_bytes(), file.name)
    assert [row.song_us for row in replay.trace.witnesses] == [0, 4 * BEAT_US]
    assert all(row.utc_us == BEGAN_UTC_US + row.wall_us for row in replay.trace.witnesses)
    assert replay.trace.reanchors == ()
    assert (replay.header.player, replay.header.pack, replay.header.restart) == ("person", "tests", 0)


def test_an_overlay_that_was_on_for_a_moment_stays_on_record(rig: Rig) -> None:
    run = running(rig)
    rig.wait(ms(500))
    assert not run.replay().conditions.overlay_ever
    rig.app.change("picture", overlay=True)
    rig.frame()
    rig.app.change("picture", overlay=False)
    rig.wait(ms(500))
    assert run.replay().conditions.overlay_ever


def test_a_restart_is_counted_and_forgets_the_latches(rig: Rig) -> None:
    rig.app.change("picture", overlay=True)
    run = running(rig)
    rig.wait(ms(500))
    rig.app.change("picture", overlay=False)
    rig.press("R").wait(ms(100))
    assert run.replay().header.restart == 1
    assert not run.replay().conditions.overlay_ever


def test_a_pause_is_recorded_to_the_microsecond_of_the_clock(rig: Rig) -> None:
    run = running(rig)
    rig.wait(ms(1_500)).press("ESCAPE").wait(ms(1_000)).press("RETURN").wait(ms(8_000))
    assert unfit_sentence(run) is None
    replay = run.replay()
    assert len(replay.trace.pauses) == 1
    assert replay.trace.reanchors == ()


def test_a_latency_that_is_changed_in_a_pause_waits_for_the_next_run(rig: Rig, tmp_path: Path) -> None:
    run = running(rig)
    rig.wait(ms(1_500)).press("ESCAPE")
    frozen_us = run.judged_time(rig.clock.now_us())
    rig.app.change("timing", audio_offset_ms=200)
    assert run.judged_time(rig.clock.now_us()) == frozen_us
    rig.press("RETURN").wait(ms(8_000))
    assert unfit_sentence(run) is None
    assert run.replay().trace.reanchors == ()
