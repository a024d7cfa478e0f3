"""The summit: a turn, two jabs, and arms that stay up."""

from game.sim.events import Cheered, Held
from game.sim.judge import Grade
from tests.charts import BEAT_US, At, L, R, Run, U, chart_of

CHART = chart_of("summit", At(0, "turn", L), At(3, "jab", L), At(3.5, "jab", R), At(4, "raise", (L, R), length=12))


def test_the_whole_of_it_is_four_cues_and_the_hold_completes_itself() -> None:
    run = Run(CHART).tap(L, 0).tap(L, 3 * BEAT_US).tap(R, 7 * BEAT_US // 2)
    run.press(L, 4 * BEAT_US).press(R, 4 * BEAT_US).release(L, 5 * BEAT_US).release(R, 5 * BEAT_US).to_the_end()
    assert [event.grade for event in run.judged] == [Grade.PERFECT] * 4
    assert run.judged[-1].kind == "raise"
    lowered = [event for event in run.events if isinstance(event, Held) and not event.down]
    assert [event.time_us for event in lowered] == [16 * BEAT_US], "the arms stay up to the end of the chord"
    assert run.session.now_us == 16 * BEAT_US


def test_a_press_after_the_raise_is_a_cheer_and_costs_nothing() -> None:
    run = Run(CHART).tap(L, 0).tap(L, 3 * BEAT_US).tap(R, 7 * BEAT_US // 2)
    run.press(L, 4 * BEAT_US).press(R, 4 * BEAT_US).tap(U, 6 * BEAT_US).tap(L, 7 * BEAT_US).to_the_end()
    assert [event.verb for event in run.events if isinstance(event, Cheered)] == [U, L]
    assert (run.strays, run.session.score.total) == (0, 1_000_000)


def test_cheering_is_free_after_a_missed_raise_too_but_not_before_it() -> None:
    run = Run(CHART).tap(U, 2 * BEAT_US).tap(U, 6 * BEAT_US).to_the_end()
    assert (run.strays, sum(isinstance(event, Cheered) for event in run.events)) == (1, 1)
