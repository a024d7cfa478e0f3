"""The medicine ball: brace on the blow, and do not believe the feint."""

from fractions import Fraction

import pytest

from game.sim.chart import Call
from game.sim.events import Flinched
from game.sim.judge import Grade
from tests.charts import BEAT_US, At, D, Run, chart_of

FEINT = Call("feint", 6 * BEAT_US, 6 * BEAT_US, Fraction(6))
CHART = chart_of("medicine_ball", At(3.5, "brace", D), At(9.5, "brace_short", D), calls=(FEINT,))


def test_bracing_on_the_off_beat_holds() -> None:
    assert Run(CHART).tap(D, 7 * BEAT_US // 2).judged[0].grade is Grade.PERFECT


@pytest.mark.parametrize("from_feint_us", [-450_000, -100_000, 450_000])
def test_bracing_at_a_feint_is_a_stray_that_shows(from_feint_us: int) -> None:
    run = Run(CHART).tap(D, 6 * BEAT_US + from_feint_us)
    assert run.strays == 1
    assert [event.reason for event in run.events if isinstance(event, Flinched)] == ["feint"]


@pytest.mark.parametrize("from_feint_us", [-450_001, 450_001, 950_001])
def test_a_stray_far_from_any_feint_is_only_a_stray(from_feint_us: int) -> None:
    run = Run(CHART).tap(D, 6 * BEAT_US + from_feint_us)
    assert run.strays == 1
    assert not any(isinstance(event, Flinched) for event in run.events)
