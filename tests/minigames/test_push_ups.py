"""Push-ups: down on the press, up on the release, and the tally ends at fifty."""

from game.minigames.push_ups.rules import PushUpState
from tests.charts import BEAT_US, At, L, Run, chart_of

CHART = chart_of("push_ups", *(At(2 + n / 2, "lower", L, length=1 / 4, reps=1) for n in range(23)))


def reps_of(run: Run) -> PushUpState:
    state = run.session.state.exercise
    assert isinstance(state, PushUpState)
    return state


def test_the_tally_starts_at_twenty_seven_with_both_arms_straight() -> None:
    assert reps_of(Run(CHART)) == PushUpState(27, None, shaking=False)


def test_an_arm_is_down_while_it_is_held() -> None:
    assert reps_of(Run(CHART).press(L, 2 * BEAT_US)).arm is L


def test_the_tally_reaches_fifty_whatever_is_pressed_and_the_arm_shakes_past_forty() -> None:
    run = Run(CHART)
    assert not reps_of(run.until(int(7.9 * BEAT_US))).shaking
    assert reps_of(run.until(int(9.5 * BEAT_US))).shaking
    assert reps_of(run.to_the_end()).reps == 50
