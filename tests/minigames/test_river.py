"""The river: strides, a held breath, a gust."""

import pytest

from game.sim.actions import Verb
from game.sim.events import Part
from game.sim.judge import Grade
from tests.charts import BEAT_US, At, D, L, R, Run, U, chart_of

CHART = chart_of(
    "river",
    *(At(2 + n / 2, "stride", (L, R)[n % 2]) for n in range(3)),
    At(3.5, "breath", D, length=1),
    At(4.5, "stride", R),
    At(6, "gust", U),
)


def test_a_run_a_breath_and_a_run_again() -> None:
    run = Run(CHART)
    for n in range(3):
        run.tap((L, R)[n % 2], 2 * BEAT_US + n * BEAT_US // 2)
    run.press(D, 7 * BEAT_US // 2)
    assert [event.part for event in run.judged if event.kind == "breath"] == [Part.PRESS], "he holds his breath"
    run.release(D, 9 * BEAT_US // 2).tap(R, 9 * BEAT_US // 2).tap(U, 6 * BEAT_US).to_the_end()
    assert {event.grade for event in run.judged} == {Grade.PERFECT}


@pytest.mark.parametrize("foot", [L, R])
def test_after_a_breath_either_foot_may_begin(foot: Verb) -> None:
    run = Run(CHART)
    for n in range(3):
        run.tap((L, R)[n % 2], 2 * BEAT_US + n * BEAT_US // 2)
    run.press(D, 7 * BEAT_US // 2).release(D, 9 * BEAT_US // 2)
    last = run.tap(foot, 9 * BEAT_US // 2).judged[-1]
    assert (last.kind, last.grade) == ("stride", Grade.PERFECT)
