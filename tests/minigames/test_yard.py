"""The yard: bricks lifted in strict alternation, pressed overhead, a rail hopped."""

from tests.charts import BEAT_US, At, L, R, Run, U, chart_of


def test_a_phrase_of_lifts_a_press_and_a_rail() -> None:
    chart = chart_of(
        "yard", At(2, "lift", L), At(3, "lift", R), At(4, "lift", L), At(5, "press", (L, R)), At(7, "rail", U)
    )
    run = Run(chart)
    for beat, verb in ((2, L), (3, R), (4, L)):
        run.tap(verb, beat * BEAT_US)
    run.press(L, 5 * BEAT_US).press(R, 5 * BEAT_US).tap(U, 7 * BEAT_US).to_the_end()
    assert [event.points for event in run.judged] == [1000] * 5
    assert run.strays == 0


def test_lifting_the_same_brick_twice_is_no_lift() -> None:
    chart = chart_of("yard", At(2, "lift", L), At(3, "lift", R))
    assert Run(chart).tap(L, 2 * BEAT_US).tap(L, 3 * BEAT_US).strays == 1


def test_after_a_press_either_hand_may_go_on() -> None:
    chart = chart_of("yard", At(2, "press", (L, R)), At(3, "lift", L))
    run = Run(chart).press(L, 2 * BEAT_US).press(R, 2 * BEAT_US + 1_000).tap(R, 3 * BEAT_US)
    assert [event.points for event in run.judged] == [1000, 1000]
