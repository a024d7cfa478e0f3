"""A machine that cannot keep pace draws less, and says so; one late picture is nothing."""

import pytest

from game.states.run.frame_budget import TOO_SLOW_US, FrameBudget
from game.states.run.run_plan import RunPlan
from game.states.run.running import Running
from game.states.transitions import Transition
from game.timing.units import Micros, ms
from game.view.canvas.options import Quality
from tests.states.rig import Rig


@pytest.mark.parametrize("late_us", [TOO_SLOW_US * 4, ms(700)])
def test_one_late_picture_is_nothing(late_us: Micros) -> None:
    budget = FrameBudget()
    assert not any(budget.is_too_slow(late_us if place == 50 else 1_000) for place in range(240))


@pytest.mark.parametrize("spent_us", [TOO_SLOW_US + 1, ms(25), ms(50), ms(90)])
def test_late_pictures_are_too_much_within_a_second_on_any_machine(spent_us: Micros) -> None:
    budget, passed_us, pictures = FrameBudget(), 0, 0
    while not budget.is_too_slow(spent_us):
        passed_us += max(spent_us, 16_667)
        pictures += 1
        assert pictures < 100
    assert passed_us < ms(1000)


def test_what_is_left_out_stays_out_in_the_next_run(rig: Rig) -> None:
    for _ in range(2):
        rig.machine.go(Transition("loading", RunPlan()), rig.clock.now_us())
        rig.frame()
        assert isinstance(rig.state, Running)
        if rig.app.quality is Quality.FULL:
            rig.state.run.draw_less()
    assert rig.picture.options.quality is Quality.REDUCED


def test_less_is_drawn_step_by_step_and_then_no_less(rig: Rig) -> None:
    rig.machine.go(Transition("loading", RunPlan()), rig.clock.now_us())
    rig.frame()
    assert isinstance(rig.state, Running)
    assert rig.state.run.draw_less() is not None
    assert rig.picture.options.quality.name == "REDUCED"
    assert rig.state.run.draw_less() is not None
    assert rig.picture.options.quality.name == "PLAIN"
    assert rig.state.run.draw_less() is None
