"""The cuts: every borrowed cue keeps the verb and the hold it has at home."""

from game.sim.judge import Grade
from tests.charts import BEAT_US, At, L, R, Run, U, chart_of


def test_borrowed_cues_follow_each_other_in_quick_cuts() -> None:
    chart = chart_of(
        "cuts",
        At(1, "yard.lift", L),
        At(3, "market.crate", U),
        At(5, "sit_ups.sit_up", U, length=1),
        At(7, "meat.straight", R),
    )
    run = Run(chart).tap(L, BEAT_US).tap(U, 3 * BEAT_US).press(U, 5 * BEAT_US).release(U, 6 * BEAT_US)
    run.tap(R, 7 * BEAT_US).to_the_end()
    assert [event.grade for event in run.judged] == [Grade.PERFECT] * 5
    assert run.judged[0].kind == "yard.lift"
