"""A run that is over sends people outside, and says what to work on."""

from dataclasses import replace

import pytest

from game.sim.score import Rank
from game.states.menus.records.advice import OUTSIDE, advice, line_outside, weakest
from game.states.run.outcome import finish
from game.states.run.run_plan import Outcome, RunPlan
from game.states.run.running import Running
from game.states.transitions import Transition
from tests.states.rig import Rig


@pytest.fixture
def outcome(rig: Rig) -> Outcome:
    """Return the outcome of a run with three sections, the packing plant the weakest."""
    rig.go(Transition("loading", RunPlan())).frame()
    assert isinstance(rig.state, Running)
    rig.state.run.session.advance_to(1 << 60)
    plain = finish(rig.state.run)
    (yard,) = plain.sections
    percents = {"yard": 99.5, "meat": 55.0, "steps": 70.0}
    return replace(plain, sections=tuple(replace(yard, id=name, percent=percent) for name, percent in percents.items()))


def test_every_rank_has_a_line_of_its_own_that_leads_outside() -> None:
    assert set(OUTSIDE) == set(Rank)
    assert len(set(OUTSIDE.values())) == len(Rank)
    assert line_outside("Champion") == OUTSIDE[Rank.CHAMPION]


def test_the_weakest_section_is_named_with_what_it_earned(outcome: Outcome) -> None:
    found = weakest(outcome)
    assert found is not None and found.id == "meat"
    assert advice(replace(outcome, errors_ms=())) == "Work on packing plant: 55 %."


@pytest.mark.parametrize(
    ("errors_ms", "words"),
    [
        ((-20.0, -10.0, -12.0), "14 ms early"),
        ((20.0, 10.0, 12.0), "14 ms late"),
        ((-40.0, 40.0, -40.0, 40.0), "Early and late in turn"),
    ],
)
def test_hits_that_lie_to_one_side_are_told_by_how_much(
    outcome: Outcome, errors_ms: tuple[float, ...], words: str
) -> None:
    assert words in advice(replace(outcome, errors_ms=errors_ms))


def test_a_run_without_a_weakness_is_sent_on(outcome: Outcome) -> None:
    flawless = tuple(replace(section, percent=100.0) for section in outcome.sections)
    assert "harder" in advice(replace(outcome, sections=flawless, errors_ms=(1.0, -1.0)))


def test_a_map_of_its_own_has_no_section_to_work_on(outcome: Outcome) -> None:
    (first, *_) = outcome.sections
    elsewhere = replace(outcome, sections=(replace(first, id="alley"),), errors_ms=())
    assert weakest(elsewhere) is None
    assert advice(elsewhere) == ""
