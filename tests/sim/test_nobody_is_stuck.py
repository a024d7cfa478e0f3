"""Whatever is pressed, every run ends on time, every cue is judged once, and no score leaves its bounds."""

import pytest

from game.minigames.manifest import MINIGAMES
from game.sim.actions import Verb
from game.sim.chart import Difficulty
from game.sim.events import Judged, RunEnded
from game.sim.options import RATES_PERMILLE, WINDOW_PERCENTS, Assist, RunOptions
from game.sim.players import alternate, mash, press_at_random
from game.sim.rng import Rng
from game.sim.simulate import simulate
from tests.golden.frozen import frozen_chart

CHARTS = {difficulty: frozen_chart(difficulty) for difficulty in Difficulty}


def assert_a_random_run_ends(seed: int) -> None:
    rng = Rng(seed)
    chart = CHARTS[list(Difficulty)[rng.below(len(Difficulty))]]
    options = RunOptions(
        rate_permille=RATES_PERMILLE[rng.below(len(RATES_PERMILLE))],
        window_percent=WINDOW_PERCENTS[rng.below(len(WINDOW_PERCENTS))],
        assists=frozenset(assist for assist in Assist if rng.below(2)),
        seed=seed,
    )
    session, events = simulate(chart, options, MINIGAMES, press_at_random(chart, 1 + rng.below(25), rng))
    judged = [event for event in events if isinstance(event, Judged)]
    assert session.ended
    assert isinstance(events[-1], RunEnded)
    assert 0 <= session.score.total <= 1_000_000
    assert 0 <= session.form.value <= 1000
    assert len(judged) == len({(event.cue_id, event.part) for event in judged})
    assert len(judged) == sum(tally.judgements for tally in session.score.sections)
    assert all(0 <= tally.net_points <= tally.max_points for tally in session.score.sections)
    assert [event.time_us for event in events] == sorted(event.time_us for event in events)


@pytest.mark.parametrize("seed", range(40))
def test_random_presses_never_break_a_run(seed: int) -> None:
    assert_a_random_run_ends(seed)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_thousand_runs_of_random_presses_never_break_one() -> None:
    for seed in range(1000, 2000):
        assert_a_random_run_ends(seed)


@pytest.mark.parametrize("presses_per_second", [8, 12, 16])
@pytest.mark.parametrize("difficulty", list(Difficulty))
def test_mashing_every_verb_stays_under_a_quarter_everywhere(difficulty: Difficulty, presses_per_second: int) -> None:
    chart = CHARTS[difficulty]
    session, _ = simulate(chart, RunOptions(), MINIGAMES, mash(chart, Verb, presses_per_second))
    assert [tally.id for tally in session.score.sections if tally.net_points * 4 > tally.max_points] == []


@pytest.mark.parametrize("presses_per_second", [8, 12, 16, 30])
@pytest.mark.parametrize("difficulty", list(Difficulty))
def test_alternating_both_hands_blindly_stays_under_a_quarter_everywhere(
    difficulty: Difficulty, presses_per_second: int
) -> None:
    chart = CHARTS[difficulty]
    session, _ = simulate(chart, RunOptions(), MINIGAMES, alternate(chart, presses_per_second))
    assert [tally.id for tally in session.score.sections if tally.net_points * 4 > tally.max_points] == []
