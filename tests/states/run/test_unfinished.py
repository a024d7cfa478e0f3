"""A run is not lost by accident: late in it the restart key is held, and leaving it is asked about."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.platform.input.input_events import InputDevice
from game.sim.options import RunOptions
from game.states.menus.practice import Practice
from game.states.run.paused import Paused
from game.states.run.preparing import prepare
from game.states.run.run import Run
from game.states.run.run_entry import RunStart, to_run
from game.states.run.run_plan import Mode, RunPlan
from game.states.run.running import Running
from game.states.run.unfinished import GUARDED_AFTER_US, HELD_FOR_US
from game.states.transitions import Transition
from game.timing.units import US_PER_SECOND, ms
from tests.states.rig import Rig, ShortLibrary, make_rig

LONG_BARS = 40


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    """Return a game whose run lasts longer than it takes to be guarded."""
    made = make_rig(tmp_path)
    library = made.app.loaded.wait().library
    assert isinstance(library, ShortLibrary)
    library.bars = LONG_BARS
    yield made
    made.app.writer.close()
    made.app.replays.close()
    made.app.scores.close()


def late(rig: Rig, plan: RunPlan | None = None) -> Run:
    """Begin a run, and play it until it is guarded."""
    rig.go(to_run(prepare(rig.app, plan or RunPlan()), RunStart.AGAIN)).wait(GUARDED_AFTER_US + US_PER_SECOND)
    assert isinstance(rig.state, Running)
    return rig.state.run


def has_restarted(rig: Rig) -> bool:
    assert isinstance(rig.state, Running)
    return rig.state.run.session.now_us < rig.state.run.chart.start_us + US_PER_SECOND


def test_late_in_a_run_a_tap_of_restart_does_nothing(rig: Rig) -> None:
    late(rig)
    assert not has_restarted(rig.press("R").wait(HELD_FOR_US * 2))


def test_late_in_a_run_restart_is_held(rig: Rig) -> None:
    late(rig)
    rig.hold("R").wait(HELD_FOR_US - ms(30))
    assert not has_restarted(rig)
    assert has_restarted(rig.wait(ms(40)))


def test_a_held_restart_key_is_shown(rig: Rig) -> None:
    late(rig)
    before = rig.canvas.copy()
    rig.hold("R").wait(ms(150))
    assert before.get_buffer().raw != rig.canvas.get_buffer().raw


def test_early_in_a_run_restart_is_taken_at_once(rig: Rig) -> None:
    rig.go(to_run(prepare(rig.app, RunPlan()), RunStart.AGAIN)).wait(10 * US_PER_SECOND)
    assert has_restarted(rig.press("R"))


def test_for_a_speedrun_restart_is_taken_at_once_late_in_a_run_too(rig: Rig) -> None:
    rig.app.change("play", speedrun=True)
    late(rig)
    assert has_restarted(rig.press("R"))


def test_the_guard_counts_real_seconds_at_half_speed(rig: Rig) -> None:
    late(rig, RunPlan(options=RunOptions(rate_permille=500)))
    assert not has_restarted(rig.press("R"))


def test_practice_restarts_at_once(rig: Rig) -> None:
    late(rig, RunPlan(Mode.PRACTICE, section="yard"))
    assert has_restarted(rig.press("R"))


def test_a_pause_restarts_by_a_held_key_too(rig: Rig) -> None:
    late(rig)
    rig.press("ESCAPE", "R").wait(HELD_FOR_US * 2)
    assert rig.name == "Paused"
    rig.hold("R").wait(HELD_FOR_US)
    assert has_restarted(rig)


@pytest.mark.parametrize(("device", "back"), [(InputDevice.KEYBOARD, "ESCAPE"), (InputDevice.PAD, "B")])
def test_practice_opened_from_a_pause_leads_back_to_the_same_run(rig: Rig, device: InputDevice, back: str) -> None:
    run = late(rig)
    rig.press("ESCAPE").press("TAB")
    assert rig.name == "Practice"
    rig.press(back, device=device)
    assert isinstance(rig.state, Paused)
    assert rig.state.run is run


def test_a_run_goes_on_where_it_was_after_a_look_at_practice_and_settings(rig: Rig) -> None:
    run = late(rig)
    rig.press("ESCAPE")
    stood_us = run.session.now_us
    rig.press("TAB", "ESCAPE", "DOWN", "DOWN", "DOWN", "RETURN", "DOWN", "LEFT")
    assert rig.app.settings.sound.master == 85
    rig.press("ESCAPE", "RETURN").wait(3 * US_PER_SECOND)
    assert isinstance(rig.state, Running)
    assert stood_us < run.session.now_us < stood_us + 3 * US_PER_SECOND


def test_beginning_practice_over_a_run_asks_first(rig: Rig) -> None:
    late(rig)
    rig.press("ESCAPE", "TAB", "RETURN")
    assert isinstance(rig.state, Practice)
    assert rig.state.question is not None
    rig.press("RETURN").press("ESCAPE")
    assert rig.name == "Paused"
    rig.press("TAB", "RETURN", "DOWN", "RETURN")
    assert not isinstance(rig.state, Practice | Paused)


def test_quitting_a_run_asks_and_keeping_it_is_the_first_answer(rig: Rig) -> None:
    late(rig)
    rig.press("ESCAPE", "UP", "RETURN", "RETURN")
    assert rig.name == "Paused"
    rig.press("RETURN", "DOWN", "RETURN")
    assert rig.name == "MainMenu"


def test_back_answers_no_and_does_not_resume(rig: Rig) -> None:
    late(rig)
    rig.press("ESCAPE", "UP", "RETURN", "ESCAPE")
    assert isinstance(rig.state, Paused)
    assert rig.state.question is None


def test_practice_is_left_without_a_question(rig: Rig) -> None:
    late(rig, RunPlan(Mode.PRACTICE, section="yard"))
    rig.press("ESCAPE", "UP", "RETURN")
    assert rig.name == "MainMenu"


def test_settings_over_a_run_hold_only_what_changes_at_once(rig: Rig) -> None:
    run = late(rig)
    rig.go(Transition("pause", run)).press("DOWN", "DOWN", "DOWN", "RETURN")
    labels = {row.label for row in rig.state.rows()}  # type: ignore[attr-defined]
    assert {"Master", "Sound is late by", "Overlay"} <= labels
    assert "Difficulty" not in labels
