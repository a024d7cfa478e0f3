"""A machine that cannot keep pace draws less, and says so once; a few late pictures are nothing."""

from itertools import accumulate

import pytest

from game.states.frame_budget import FrameBudget
from game.states.run.run_plan import RunPlan
from game.states.run.running import Running
from game.states.transitions import Transition
from game.timing.units import Micros, ms
from game.view.canvas.options import Quality
from tests.states.rig import Rig

IN_TIME_US = 16_667
LATEST_US = IN_TIME_US + IN_TIME_US // 3


def first_too_slow(intervals_us: list[Micros], frame_rate: int = 60) -> Micros | None:
    """Return after how long pictures at these intervals are found to be too slow, or None."""
    budget = FrameBudget()
    moments = accumulate(intervals_us, initial=0)
    return next((wall_us for wall_us in moments if budget.is_too_slow(wall_us, frame_rate)), None)


@pytest.mark.parametrize("late_us", [ms(60), ms(400), ms(700), ms(3_000)])
def test_one_late_picture_in_a_second_is_nothing(late_us: Micros) -> None:
    assert first_too_slow([late_us if place % 60 == 50 else IN_TIME_US for place in range(600)]) is None


@pytest.mark.parametrize("took_us", [LATEST_US + 1, ms(25), ms(50), ms(90), ms(140)])
def test_late_pictures_are_too_much_within_a_second_on_any_machine(took_us: Micros) -> None:
    found_us = first_too_slow([took_us] * 60)
    assert found_us is not None
    assert found_us < ms(1000)


@pytest.mark.parametrize(
    ("took_us", "frame_rate"),
    [(LATEST_US, 60), (ms(40), 30), (ms(21), 240), (ms(14), 144)],
)
def test_pictures_at_about_the_wanted_rate_are_in_time(took_us: Micros, frame_rate: int) -> None:
    assert first_too_slow([took_us] * 300, frame_rate) is None


def test_every_second_picture_late_is_too_slow() -> None:
    assert first_too_slow([ms(17), ms(25)] * 60) is not None


def test_a_stall_beside_a_few_late_pictures_is_nothing() -> None:
    assert first_too_slow([*[IN_TIME_US] * 30, ms(390), *[ms(25)] * 4, *[IN_TIME_US] * 60]) is None


def test_time_on_another_screen_does_not_count() -> None:
    assert first_too_slow([*[ms(30)] * 20, ms(9_000), *[ms(30)] * 20]) is None


def test_a_run_whose_pictures_are_late_draws_less_step_by_step_and_says_so_once(rig: Rig) -> None:
    rig.machine.go(Transition("loading", RunPlan()), rig.clock.now_us())
    rig.frame()
    assert isinstance(rig.state, Running)
    steps = []
    for wall_us in range(0, ms(3_000), ms(40)):
        rig.app.follow_pace(wall_us)
        steps.append((rig.app.quality, rig.picture.options.quality))
    assert list(dict.fromkeys(steps)) == [(quality, quality) for quality in reversed(Quality)]
    assert [sentence for sentence in rig.app.notices if "effects" in sentence] == [
        "Slow computer: some effects are off."
    ]


def test_what_is_left_out_stays_out_in_the_next_run(rig: Rig) -> None:
    for _ in range(2):
        rig.machine.go(Transition("loading", RunPlan()), rig.clock.now_us())
        rig.frame()
        assert isinstance(rig.state, Running)
        if rig.app.quality is Quality.FULL:
            rig.app.draw_less()
    assert rig.picture.options.quality is Quality.REDUCED
