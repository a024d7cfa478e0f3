"""The speed bag: hands in pairs, and a bag that shows how it was struck."""

from game.minigames.speed_bag.rules import SpeedBagState, comes_off_straight
from game.sim.judge import Grade
from tests.charts import BEAT_US, At, L, R, Run, chart_of


def state_of(run: Run) -> SpeedBagState:
    state = run.session.state.exercise
    assert isinstance(state, SpeedBagState)
    return state


def test_hands_come_in_pairs_on_triplets() -> None:
    third = BEAT_US // 3
    chart = chart_of("speed_bag", At(4, "strike", L), At(4 + 2 / 3, "strike", L), At(5, "strike", R))
    run = Run(chart).tap(L, 4 * BEAT_US).tap(L, 4 * BEAT_US + 2 * third).tap(R, 5 * BEAT_US)
    assert [event.grade for event in run.judged] == [Grade.PERFECT] * 3


def test_a_late_strike_comes_off_crooked_and_a_clean_one_straightens_it() -> None:
    run = Run(chart_of("speed_bag", At(4, "strike", L), At(5, "strike", L)))
    assert not comes_off_straight(state_of(run.tap(L, 4 * BEAT_US + 80_000)))
    assert comes_off_straight(state_of(run.tap(L, 5 * BEAT_US)))


def test_a_miss_lets_the_bag_hang() -> None:
    run = Run(chart_of("speed_bag", At(4, "strike", L))).until(5 * BEAT_US)
    assert state_of(run) == SpeedBagState(4 * BEAT_US + 135_000, Grade.MISS, None)
