"""Push-ups: down on the press, up on the release, and the tally ends at fifty."""

from game.minigames.push_ups.rules import REPS_BEFORE, SHAKES_FROM
from game.sim.events import Part
from tests.charts import BEAT_US, At, L, Run, chart_of

CHART = chart_of("push_ups", *(At(2 + n / 2, "lower", L, length=1 / 4, reps=1) for n in range(23)))


def tally_of(run: Run) -> int:
    return REPS_BEFORE + run.reps


def test_the_tally_starts_at_twenty_seven_with_both_arms_straight() -> None:
    run = Run(CHART).until(0)
    assert tally_of(run) == 27
    assert not run.judged


def test_an_arm_is_down_while_it_is_held() -> None:
    run = Run(CHART).press(L, 2 * BEAT_US)
    assert [(event.part, event.verb) for event in run.judged] == [(Part.PRESS, L)]


def test_the_tally_reaches_fifty_whatever_is_pressed_and_the_arm_shakes_from_forty_on() -> None:
    run = Run(CHART)
    assert tally_of(run.until(int(8.2 * BEAT_US))) == 39 < SHAKES_FROM
    assert tally_of(run.until(int(8.3 * BEAT_US))) == 40 == SHAKES_FROM
    assert tally_of(run.to_the_end()) == 50
