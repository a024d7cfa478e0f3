"""A machine that cannot keep pace draws less, and says so; one late picture is nothing."""

from game.states.run.frame_budget import LOOKED_AT, MOST_LATE, TOO_SLOW_US, FrameBudget
from game.states.run.run_plan import RunPlan
from game.states.run.running import Running
from game.states.transitions import Transition
from tests.states.rig import Rig


def test_one_late_picture_is_nothing() -> None:
    pace = FrameBudget()
    assert not any(pace.is_too_slow(TOO_SLOW_US * 4 if place == 50 else 1_000) for place in range(LOOKED_AT * 2))


def test_a_third_of_late_pictures_is_too_much_and_told_once() -> None:
    pace = FrameBudget()
    told = [pace.is_too_slow(TOO_SLOW_US + 1 if place < MOST_LATE else 1_000) for place in range(LOOKED_AT)]
    assert told.count(True) == 1
    assert told[-1]


def test_less_is_drawn_step_by_step_and_then_no_less(rig: Rig) -> None:
    rig.machine.go(Transition("loading", RunPlan()), rig.clock.now_us())
    rig.frame()
    assert isinstance(rig.state, Running)
    assert rig.state.run.draw_less() is not None
    assert rig.picture.options.quality.name == "REDUCED"
    assert rig.state.run.draw_less() is not None
    assert rig.picture.options.quality.name == "PLAIN"
    assert rig.state.run.draw_less() is None
