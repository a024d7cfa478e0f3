"""With every combination of assists, rates and windows a perfect run is there to be played, on all difficulties."""

from collections.abc import Iterable
from itertools import chain, combinations

import pytest

from game.minigames.manifest import MINIGAMES
from game.sim.actions import HANDS, InputEvent, Verb
from game.sim.chart import Difficulty
from game.sim.options import RATES_PERMILLE, WINDOW_PERCENTS, Assist, RunOptions
from game.sim.players import in_order
from game.sim.simulate import perfect_inputs, simulate
from tests.levels.montage import chart

COMBINATIONS = [frozenset(some) for some in chain.from_iterable(combinations(Assist, count) for count in range(4))]


def score_of(difficulty: Difficulty, options: RunOptions, inputs: Iterable[InputEvent]) -> int:
    session, _ = simulate(chart(difficulty), options, MINIGAMES, inputs)
    return session.score.total


@pytest.mark.parametrize("difficulty", list(Difficulty))
@pytest.mark.parametrize("assists", COMBINATIONS, ids=lambda assists: "+".join(sorted(assists)) or "none")
def test_a_run_with_all_its_keys_is_perfect_with_any_assists(
    assists: frozenset[Assist], difficulty: Difficulty
) -> None:
    options = RunOptions(assists=assists)
    assert score_of(difficulty, options, perfect_inputs(chart(difficulty), options, MINIGAMES)) == 1_000_000


@pytest.mark.parametrize("difficulty", list(Difficulty))
@pytest.mark.parametrize("window_percent", WINDOW_PERCENTS)
@pytest.mark.parametrize("rate_permille", [min(RATES_PERMILLE), max(RATES_PERMILLE)])
def test_one_button_alone_is_enough_for_a_perfect_run(
    rate_permille: int, window_percent: int, difficulty: Difficulty
) -> None:
    options = RunOptions(rate_permille, window_percent, frozenset({Assist.ONE_BUTTON}))
    keys = dict.fromkeys(Verb, Verb.DOWN)
    assert score_of(difficulty, options, with_keys(difficulty, options, keys)) == 1_000_000


@pytest.mark.parametrize("difficulty", list(Difficulty))
@pytest.mark.parametrize("others", [frozenset(), frozenset({Assist.HOLD_TAP})], ids=["holds", "taps"])
def test_one_hand_alone_is_enough_for_a_perfect_run(others: frozenset[Assist], difficulty: Difficulty) -> None:
    options = RunOptions(assists=others | {Assist.ONE_HAND})
    keys = {verb: Verb.LEFT if verb in HANDS else verb for verb in Verb}
    assert score_of(difficulty, options, with_keys(difficulty, options, keys)) == 1_000_000


def with_keys(difficulty: Difficulty, options: RunOptions, keys: dict[Verb, Verb]) -> list[InputEvent]:
    """Return perfect play in which each verb is pressed by the key given for it, a chord once."""
    perfect = perfect_inputs(chart(difficulty), options, MINIGAMES)
    return in_order({InputEvent(event.time_us, keys[event.verb], event.down) for event in perfect})
