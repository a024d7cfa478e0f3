"""The heavy bag: four places, four verbs, and a pendulum that knows how hard it was hit."""

from game.sim.judge import Grade
from tests.charts import BEAT_US, At, D, L, R, Run, U, chart_of


def test_an_answered_combination_is_four_different_punches() -> None:
    chart = chart_of("heavy_bag", At(4, "jab", L), At(5, "cross", R), At(6, "body", D), At(7, "uppercut", U))
    run = Run(chart)
    for beat, verb in ((4, L), (5, R), (6, D), (7, U)):
        run.tap(verb, beat * BEAT_US)
    assert [event.kind for event in run.judged] == ["jab", "cross", "body", "uppercut"]
    last = run.judged[-1]
    assert (last.time_us, last.kind, last.points) == (7 * BEAT_US, "uppercut", 1000)


def test_answering_during_the_call_is_a_stray() -> None:
    assert Run(chart_of("heavy_bag", At(6, "jab", L))).tap(L, 2 * BEAT_US).strays == 1


def test_a_miss_is_no_shot() -> None:
    run = Run(chart_of("heavy_bag", At(4, "jab", L), At(5, "cross", R))).tap(L, 4 * BEAT_US).to_the_end()
    assert [event.kind for event in run.judged if event.grade is not Grade.MISS] == ["jab"]
    assert [event.kind for event in run.judged if event.offset_us is not None] == ["jab"]
