"""Goals appear one at a time; some unlock a look, which follows from the history alone."""

from dataclasses import replace

import pytest

from game.content.packing.installed import SHIPPED_ID
from game.minigames.manifest import MINIGAMES
from game.sim.score import SectionGrade
from game.states.menus.records.goals import GOALS, Collected, goal_in_words, next_goal, unlocked
from game.states.menus.setup.detour import Detour
from game.states.run.run_plan import RunPlan
from game.states.transitions import Transition
from game.storage.history.attempt import Attempt, Ended, Segment
from game.storage.history.collection import BestGrade, Totals
from game.view.canvas.options import UnlockableLook
from tests.states.rig import Rig

NOTHING = Collected({}, frozenset(), Totals())


def medals(count: int, grade: SectionGrade = SectionGrade.OK) -> Collected:
    grades = {(section, "easy"): BestGrade(grade) for section in tuple(MINIGAMES)[:count]}
    return replace(NOTHING, grades=grades, totals=Totals(1, 1, 0, 0))


def test_the_first_goal_is_to_reach_the_top() -> None:
    assert next_goal(NOTHING) is GOALS[0]
    assert next_goal(replace(NOTHING, totals=Totals(finished=1))) is GOALS[1]


def test_a_goal_that_is_reached_out_of_order_is_not_shown_again() -> None:
    found = replace(medals(4), laces=frozenset({("yard", "easy")}))
    assert next_goal(found) is GOALS[1]
    assert goal_in_words(GOALS[1], found) == "Earn five medals. 4 of 5. It unlocks a sweat suit."


@pytest.mark.parametrize(
    ("collected", "looks"),
    [
        (medals(4), set()),
        (medals(5), {UnlockableLook.SWEAT_SUIT}),
        (medals(5, SectionGrade.TRY_AGAIN), set()),
        (medals(13), {UnlockableLook.SWEAT_SUIT, UnlockableLook.DUSK}),
        (replace(NOTHING, totals=Totals(hits=5_000)), {UnlockableLook.BLACK_AND_WHITE}),
    ],
)
def test_looks_are_unlocked_by_goals(collected: Collected, looks: set[UnlockableLook]) -> None:
    assert unlocked(collected) == looks


def test_one_section_on_two_difficulties_is_one_section() -> None:
    both = {("yard", name): BestGrade(SectionGrade.OK) for name in ("easy", "hard")}
    assert replace(NOTHING, grades=both).sections_with(SectionGrade.OK) == 1


def test_everything_can_be_reached() -> None:
    laces = frozenset((section, "easy") for section in MINIGAMES)
    everything = replace(medals(13, SectionGrade.PERFECT), laces=laces, totals=Totals(9, 9, 0, 5_000))
    assert next_goal(everything) is None
    assert unlocked(everything) == set(UnlockableLook)


def labels(rig: Rig) -> list[str]:
    rig.go(Transition("settings", Detour()))
    return [row.label for row in rig.state.rows()]  # type: ignore[attr-defined]


def test_the_settings_show_a_look_once_it_is_unlocked(rig: Rig) -> None:
    assert "Sweat suit" not in labels(rig)
    segments = tuple(Segment(section, 0, "OK", 700, 1000, 0, 0, 0) for section in tuple(MINIGAMES)[:5])
    rig.app.history.add(
        Attempt(RunPlan().board("ab" * 32), 1_000, Ended.QUIT, 0, 0, 0, 0, world=SHIPPED_ID, segments=segments)
    )
    assert "Sweat suit" in labels(rig)
    assert "Dusk" not in labels(rig)


def test_a_look_holds_at_once(rig: Rig) -> None:
    rig.app.change("picture", black_and_white=True)
    assert rig.picture.options.looks == {UnlockableLook.BLACK_AND_WHITE}
