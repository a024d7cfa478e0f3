"""The steps: seventy-two stairs, counted whatever is pressed, two at once in a leap."""

import pytest

from game.sim.actions import Verb
from game.sim.judge import Grade
from tests.charts import BEAT_US, At, L, R, Run, chart_of


def test_a_leap_takes_two_stairs_with_both_feet() -> None:
    chart = chart_of("steps", At(2, "step", L, reps=1), At(3, "step", R, reps=1), At(4, "leap", (L, R), reps=2))
    run = Run(chart).tap(L, 2 * BEAT_US).tap(R, 3 * BEAT_US).press(R, 4 * BEAT_US).press(L, 4 * BEAT_US)
    assert [event.grade for event in run.judged] == [Grade.PERFECT] * 3
    assert run.reps == 4


@pytest.mark.parametrize("foot", [L, R])
def test_after_a_leap_either_foot_may_begin(foot: Verb) -> None:
    run = Run(chart_of("steps", At(2, "step", L), At(3, "leap", (L, R)), At(4, "step", R))).tap(L, 2 * BEAT_US)
    run.press(R, 3 * BEAT_US).press(L, 3 * BEAT_US).tap(foot, 4 * BEAT_US)
    assert [event.grade for event in run.judged] == [Grade.PERFECT] * 3


def test_he_always_arrives() -> None:
    chart = chart_of("steps", *(At(2 + n / 2, "step", (L, R)[n % 2], reps=4) for n in range(18)))
    assert Run(chart).to_the_end().reps == 72
