"""The speed bag: hands in pairs; a strike is clean or not."""

from game.sim.judge import CLEAN, Grade
from tests.charts import BEAT_US, At, L, R, Run, chart_of


def test_hands_come_in_pairs_on_triplets() -> None:
    third = BEAT_US // 3
    chart = chart_of("speed_bag", At(4, "strike", L), At(4 + 2 / 3, "strike", L), At(5, "strike", R))
    run = Run(chart).tap(L, 4 * BEAT_US).tap(L, 4 * BEAT_US + 2 * third).tap(R, 5 * BEAT_US)
    assert [event.grade for event in run.judged] == [Grade.PERFECT] * 3


def test_a_late_strike_is_not_clean_and_the_next_can_be() -> None:
    run = Run(chart_of("speed_bag", At(4, "strike", L), At(5, "strike", L)))
    assert run.tap(L, 4 * BEAT_US + 80_000).judged[-1].grade not in CLEAN
    assert run.tap(L, 5 * BEAT_US).judged[-1].grade in CLEAN


def test_a_strike_that_does_not_come_is_missed_when_its_window_closes() -> None:
    run = Run(chart_of("speed_bag", At(4, "strike", L))).until(5 * BEAT_US)
    assert [(event.time_us, event.grade, event.offset_us) for event in run.judged] == [
        (4 * BEAT_US + 135_000, Grade.MISS, None)
    ]
