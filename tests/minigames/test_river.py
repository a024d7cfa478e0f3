"""The river: strides, a held breath, a gust."""

from game.minigames.river.rules import RiverState
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
    assert run.session.state.exercise == RiverState(breathing=True, last_foot=None)
    run.release(D, 9 * BEAT_US // 2).tap(R, 9 * BEAT_US // 2).tap(U, 6 * BEAT_US).to_the_end()
    assert {event.grade for event in run.judged} == {Grade.PERFECT}


def test_after_a_breath_either_foot_may_begin() -> None:
    run = Run(CHART).until(3 * BEAT_US + 200_000).press(D, 7 * BEAT_US // 2).release(D, 9 * BEAT_US // 2)
    assert run.tap(L, 9 * BEAT_US // 2).judged[-1].grade is Grade.PERFECT
