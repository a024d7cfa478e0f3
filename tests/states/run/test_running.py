"""A run: presses are judged by the time of their poll, pausing loses nothing, restarting is immediate."""

import time
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from game.minigames.manifest import MINIGAMES
from game.platform.input.input_events import ButtonEvent, InputDevice, WindowEvent
from game.replay.codec import decode
from game.replay.verify import verify
from game.sim.actions import Verb
from game.sim.chart import Difficulty
from game.sim.options import RunOptions
from game.states.menus.records.results import Results
from game.states.run.outcome import finish, unfit_sentence
from game.states.run.paused import Paused
from game.states.run.run import Run
from game.states.run.run_plan import Mode, RunPlan
from game.states.run.running import Running
from game.states.transitions import Transition
from game.timing.units import Micros, ms
from tests.charts import BEAT_US
from tests.states.rig import CUE_BEATS, Rig, short_chart

LEAD_IN_US = 2 * BEAT_US
PLAN = RunPlan()


def running(rig: Rig, plan: RunPlan = PLAN) -> Run:
    """Start a run and return it; song time is at the beginning of the lead-in."""
    rig.app.loaded.wait()
    rig.machine.go(Transition("loading", plan), rig.clock.now_us())
    rig.advance(rig.clock.now_us())
    assert isinstance(rig.machine.state, Running)
    return rig.machine.state.run


def tap(rig: Rig, key: str, wall_us: Micros) -> None:
    """Let time pass to a moment of wall time and tap a key exactly then."""
    while rig.clock.now_us() + ms(10) < wall_us:
        rig.frame()
    rig.frame(
        ButtonEvent(wall_us, InputDevice.KEYBOARD, key, down=True),
        ButtonEvent(wall_us + ms(1), InputDevice.KEYBOARD, key, down=False),
    )


def play_all(rig: Rig, late_us: Micros = 0) -> Run:
    """Play all cues so late, up to the end of the run."""
    run = running(rig)
    begin_us = rig.clock.now_us()
    for place, beat in enumerate(CUE_BEATS):
        tap(rig, "FJ"[place % 2], begin_us + LEAD_IN_US + beat * BEAT_US + late_us)
    rig.wait(2_000_000)
    return run


def test_presses_on_time_are_perfect_whatever_the_frames(rig: Rig) -> None:
    run = play_all(rig)
    assert run.ended
    assert run.errors_ms == [0.0] * len(CUE_BEATS)
    assert run.session.score.dead_on == len(CUE_BEATS)


def test_a_late_press_is_late_by_as_much(rig: Rig) -> None:
    assert play_all(rig, late_us=ms(30)).errors_ms == [30.0] * len(CUE_BEATS)


def test_the_audio_offset_forgives_a_late_device(rig: Rig) -> None:
    rig.app.change("timing", audio_offset_ms=30)
    assert play_all(rig, late_us=ms(30)).errors_ms == [0.0] * len(CUE_BEATS)


@pytest.mark.parametrize("offset_ms", [40, -40])
def test_an_audio_offset_that_is_changed_in_a_pause_holds_from_the_resume_on(rig: Rig, offset_ms: int) -> None:
    run = running(rig)
    rig.wait(1_500_000).press("ESCAPE")
    rig.app.set_audio_offset(offset_ms)
    rig.press("RETURN").wait(2 * BEAT_US + ms(200))
    assert isinstance(rig.state, Running)
    begin_us = rig.clock.now_us() - run.player.song_time_at(rig.clock.now_us())
    for place, beat in enumerate(CUE_BEATS):
        tap(rig, "FJ"[place % 2], begin_us + beat * BEAT_US + ms(offset_ms))
    rig.wait(2_000_000)
    assert run.errors_ms == [0.0] * len(CUE_BEATS)
    assert unfit_sentence(run) is None
    assert verify(run.replay(), short_chart(Difficulty.NORMAL), MINIGAMES).true


def test_the_picture_is_drawn_ahead_by_the_visual_offset(rig: Rig) -> None:
    rig.app.change("timing", visual_offset_ms=50)
    run = running(rig)
    rig.frame()
    assert rig.picture.visual_times[-1] - run.session.now_us == ms(50)


def test_the_end_leads_to_initials_and_then_to_the_results(rig: Rig) -> None:
    play_all(rig)
    assert rig.name == "Initials"
    rig.press("RETURN", "RETURN", "RETURN")
    assert isinstance(rig.state, Results)
    (board,) = rig.app.scores.boards()
    (entry,) = rig.app.scores.best(board)
    assert (entry.initials, entry.score, entry.dead_on) == ("AAA", 1_000_000, len(CUE_BEATS))


def test_initials_time_out(rig: Rig) -> None:
    play_all(rig)
    rig.press("DOWN").wait(28_000_000, ms(500))
    assert rig.name == "Initials"
    rig.wait(3_000_000, ms(500))
    assert rig.name == "Results"
    assert rig.app.settings.play.initials == "BAA"


def test_closing_the_window_at_the_initials_keeps_the_run(rig: Rig) -> None:
    play_all(rig)
    rig.machine.on_device_events([WindowEvent.CLOSE_ASKED], rig.clock.now_us())
    rig.app.writer.wait()
    assert len(rig.app.scores.boards()) == 1


def test_the_replay_is_kept_and_true(rig: Rig) -> None:
    play_all(rig, late_us=ms(17))
    (file,) = rig.app.paths.replays.glob("*.laceup")
    replay = decode(file.read_bytes(), file.name)
    assert verify(replay, short_chart(Difficulty.NORMAL), MINIGAMES).true
    assert replay.trace.inputs[0].song_us == 2 * BEAT_US + ms(17)


def test_a_run_that_plays_itself_is_not_for_the_board(rig: Rig) -> None:
    running(rig, RunPlan(autoplay_ms=0.0))
    rig.wait(7_000_000)
    assert rig.name == "Results"
    assert rig.app.scores.boards() == ()
    assert not rig.app.paths.replays.exists()


def test_a_run_can_be_recorded_where_it_was_asked_for(rig: Rig, tmp_path: Path) -> None:
    running(rig, RunPlan(autoplay_ms=0.0, record=str(tmp_path / "run.replay")))
    rig.wait(7_000_000)
    replay = decode((tmp_path / "run.replay").read_bytes(), "run.replay")
    assert verify(replay, short_chart(Difficulty.NORMAL), MINIGAMES).true


def test_a_pause_freezes_and_a_count_in_of_two_beats_leads_back(rig: Rig) -> None:
    run = running(rig)
    rig.wait(1_500_000).press("ESCAPE")
    assert isinstance(rig.state, Paused)
    frozen_us = run.session.now_us
    rig.wait(3_000_000)
    assert run.session.now_us == frozen_us
    rig.press("RETURN")
    assert isinstance(rig.state, Running)
    rig.wait(2 * BEAT_US - ms(30))
    assert run.session.now_us == frozen_us
    rig.wait(ms(100))
    assert run.session.now_us > frozen_us


def test_losing_the_focus_pauses_and_never_goes_on_by_itself(rig: Rig) -> None:
    running(rig)
    rig.wait(500_000).frame(WindowEvent.FOCUS_LOST).wait(10_000_000, ms(100))
    assert rig.name == "Paused"


def test_pausing_again_in_the_count_in_is_a_pause(rig: Rig) -> None:
    run = running(rig)
    rig.wait(1_500_000).press("ESCAPE", "RETURN").wait(200_000).press("ESCAPE")
    frozen_us = run.session.now_us
    rig.wait(2_000_000).press("RETURN").wait(2 * BEAT_US + ms(100))
    assert rig.name == "Running"
    assert run.session.now_us > frozen_us


def test_presses_in_the_count_in_are_no_strays(rig: Rig) -> None:
    run = running(rig)
    rig.wait(1_500_000).press("ESCAPE", "RETURN").press("F", "J", "SPACE").wait(2 * BEAT_US)
    assert sum(tally.strays for tally in run.session.score.sections) == 0


def test_a_key_let_go_in_the_pause_is_let_go_when_the_run_goes_on(rig: Rig) -> None:
    run = running(rig)
    rig.wait(1_500_000).hold("SPACE")
    assert run.session_held == {Verb.UP}
    rig.press("ESCAPE").let_go("SPACE").press("RETURN").wait(2 * BEAT_US + ms(50))
    assert run.session_held == set()


def test_a_pause_stands_in_the_replay(rig: Rig) -> None:
    run = running(rig)
    rig.wait(1_500_000).press("ESCAPE").wait(1_000_000).press("RETURN").wait(8_000_000)
    (pause,) = run.replay().trace.pauses
    assert pause.lasted_us >= 1_000_000


def test_restarting_takes_one_key_and_skips_the_lead_in(rig: Rig) -> None:
    run = running(rig)
    rig.wait(3_000_000)
    begin = time.perf_counter()
    rig.press("R")
    assert time.perf_counter() - begin < 0.5
    assert isinstance(rig.state, Running)
    assert rig.state.run is run
    assert 0 <= run.session.now_us < ms(50)
    assert run.session.score.total == 0


def test_practice_goes_round_until_it_is_left(rig: Rig) -> None:
    plan = RunPlan(Mode.PRACTICE, section="yard", options=RunOptions(rate_permille=1500))
    run = running(rig, plan)
    rig.wait(12_000_000)
    assert rig.name == "Running"
    assert not run.ended
    rig.press("ESCAPE", "DOWN", "RETURN")
    assert rig.name == "Practice"
    assert rig.app.scores.boards() == ()


@pytest.mark.parametrize("rate_permille", [500, 1500])
def test_errors_are_told_in_real_time_at_any_rate(rig: Rig, rate_permille: int) -> None:
    run = running(rig, replace(PLAN, options=RunOptions(rate_permille=rate_permille)))
    begin_us = rig.clock.now_us()
    first_us = (LEAD_IN_US + CUE_BEATS[0] * BEAT_US) * 1000 // rate_permille
    tap(rig, "F", begin_us + first_us + ms(20))
    assert run.errors_ms == [pytest.approx(20.0, abs=0.01)]


def test_a_sound_device_that_is_missing_is_told_once(rig: Rig) -> None:
    running(rig)
    rig.wait(100_000).press("R").wait(100_000)
    assert list(rig.app.notices) == ["No sound in tests."]


def test_a_trial_begins_a_bar_before_its_beat_and_is_not_for_the_board(rig: Rig) -> None:
    plan = RunPlan(from_beat=Fraction(6))
    rig.machine.go(Transition("loading", plan), rig.clock.now_us())
    while not isinstance(rig.machine.state, Running):
        rig.frame(after_us=0)
    run = rig.machine.state.run
    assert run.judged_time(rig.clock.now_us()) == 2 * BEAT_US
    assert [cue.beat for cue in run.chart.cues] == [6, 7]
    rig.wait(5_000_000)
    assert rig.name == "Results"
    assert rig.app.scores.boards() == ()


def test_the_outcome_counts_each_grade_and_the_errors_of_each_hand(rig: Rig) -> None:
    outcome = finish(play_all(rig, late_us=ms(30)))
    assert sum(outcome.grades) == len(CUE_BEATS)
    assert outcome.grades[1] == len(CUE_BEATS), "30 ms late is great"
    assert outcome.by_hand == ((30.0,) * 3, (30.0,) * 3)
