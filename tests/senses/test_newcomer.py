"""Somebody who knows no key and presses only what is drawn: a Prospect on easy in the second run."""

import pytest

from game.commands.bench.newcomer import Newcomer
from game.commands.bench.senses import is_unannounced
from game.sim.chart import Difficulty
from game.sim.score import Rank
from game.sim.session import Session
from tests.levels.montage import chart

LOST_PERCENT = 50
"""A section with a smaller share of its points, in percent, is lost."""
RANKED = (Rank.PROSPECT, Rank.CONTENDER, Rank.CHAMPION)


@pytest.fixture(scope="module")
def runs() -> list[Session]:
    """Return a newcomer's first two runs."""
    newcomer = Newcomer(seed=0)
    return [newcomer.play(chart(Difficulty.EASY)) for _ in range(2)]


def test_a_newcomer_is_a_prospect_on_easy_in_the_second_run(runs: list[Session]) -> None:
    assert runs[1].score.rank in RANKED, f"{runs[1].score.total:,}"


def test_no_section_is_lost_on_a_newcomer_by_the_second_run(runs: list[Session]) -> None:
    lost = [tally.id for tally in runs[1].score.sections if 100 * tally.net_points < LOST_PERCENT * tally.max_points]
    assert set(lost) <= {part.id for part in runs[1].chart.sections if is_unannounced(runs[1].chart, part.id)}
