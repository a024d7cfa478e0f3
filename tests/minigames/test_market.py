"""The market: four ways to dodge, and a catch."""

import pytest

from game.sim.actions import Verb
from game.sim.judge import Grade
from tests.charts import BEAT_US, At, D, L, R, Run, U, chart_of


@pytest.mark.parametrize(
    ("kind", "verb"), [("crate", U), ("hanging", D), ("slip_left", L), ("slip_right", R), ("catch", R)]
)
def test_each_obstacle_wants_its_own_way(kind: str, verb: Verb) -> None:
    run = Run(chart_of("market", At(4, kind, verb)))
    for other in Verb:
        if other is not verb:
            run.tap(other, 4 * BEAT_US - 80_000)
    assert run.strays == 3
    assert run.tap(verb, 4 * BEAT_US).judged[0].grade is Grade.PERFECT


def test_an_orange_from_the_left_is_caught_by_the_left() -> None:
    chart = chart_of("market", At(4.5, "catch", L))
    run = Run(chart).tap(R, 9 * BEAT_US // 2).to_the_end()
    assert (run.strays, run.judged[0].grade) == (1, Grade.MISS)
