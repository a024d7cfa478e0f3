"""The market: four ways to dodge, and a catch."""

import pytest

from game.minigames.market.view import MEETINGS, PEOPLE
from game.sim.actions import Verb
from game.sim.chart import Difficulty
from game.sim.judge import Grade
from game.view.canvas.lens import WIDTH
from tests import shipped
from tests.charts import BEAT_US, At, D, L, R, Run, U, chart_of

PX_PER_BEAT = 144
"""Of the market's map."""


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


@pytest.mark.parametrize("difficulty", [Difficulty.EASY, Difficulty.NORMAL, Difficulty.HARD])
def test_nobody_stands_twice_in_one_view(difficulty: Difficulty) -> None:
    section = next(part for part in shipped.chart(difficulty).sections if part.minigame == "market")
    met = [float(cue.beat) for cue in section.cues if cue.name in MEETINGS]
    again = [later - beat for beat, later in zip(met, met[len(PEOPLE) :], strict=False)]
    assert len(set(PEOPLE)) == len(PEOPLE) and min(again) > WIDTH / PX_PER_BEAT


def test_an_orange_from_the_left_is_caught_by_the_left() -> None:
    chart = chart_of("market", At(4.5, "catch", L))
    run = Run(chart).tap(R, 9 * BEAT_US // 2).to_the_end()
    assert (run.strays, run.judged[0].grade) == (1, Grade.MISS)
