"""Goals, shown one at a time in their order, and the looks that some of them unlock.

Nothing is stored: whether a goal is reached follows from the history, so a lost settings file loses no look.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from game.content.packing.installed import SHIPPED_ID
from game.errors import StorageError
from game.sim.score import SectionGrade
from game.states.context import AppContext
from game.storage.history.collection import BestGrade, Totals
from game.view.canvas.options import UnlockableLook

SECTIONS_OF_A_WALL = 13
"""Sections of the montage."""


@dataclass(frozen=True, slots=True)
class Collected:
    """What a player has collected: best grades and laces of the shipped pack by section and difficulty, and totals."""

    grades: Mapping[tuple[str, str], BestGrade]
    laces: frozenset[tuple[str, str]]
    totals: Totals

    def sections_with(self, *grades: SectionGrade) -> int:
        """Return how many sections have one of these grades on any difficulty."""
        return len({section for (section, _), best in self.grades.items() if best.grade in grades})

    @property
    def laces_found(self) -> int:
        """In how many sections the lace was found."""
        return len({section for section, _ in self.laces})


@dataclass(frozen=True, slots=True)
class Goal:
    """One goal: a sentence, how far a player has come, how far it is, and the look that it unlocks, if any."""

    sentence: str
    reached: Callable[[Collected], int]
    target: int
    unlocks: UnlockableLook | None = None

    def is_reached(self, collected: Collected) -> bool:
        """Whether the player is there."""
        return self.reached(collected) >= self.target


MEDALS = (SectionGrade.OK, SectionGrade.SUPERB, SectionGrade.PERFECT)
"""Grades with a medal."""
GOALS = (
    Goal("Reach the top of the steps.", lambda has: has.totals.finished, 1),
    Goal("Earn five medals.", lambda has: has.sections_with(*MEDALS), 5, UnlockableLook.SWEAT_SUIT),
    Goal("Earn a Superb in three sections.", lambda has: has.sections_with(*MEDALS[1:]), 3),
    Goal(
        "Earn a medal in every section.",
        lambda has: has.sections_with(*MEDALS),
        SECTIONS_OF_A_WALL,
        UnlockableLook.DUSK,
    ),
    Goal("Find a lace: try the one key that no cue asks for.", lambda has: has.laces_found, 1),
    Goal("Earn a Perfect.", lambda has: has.sections_with(SectionGrade.PERFECT), 1),
    Goal("Hit 5,000 cues.", lambda has: has.totals.hits, 5_000, UnlockableLook.BLACK_AND_WHITE),
    Goal("Earn a Superb in every section.", lambda has: has.sections_with(*MEDALS[1:]), SECTIONS_OF_A_WALL),
    Goal("Find every lace.", lambda has: has.laces_found, SECTIONS_OF_A_WALL),
    Goal("Earn a Perfect in every section.", lambda has: has.sections_with(MEDALS[2]), SECTIONS_OF_A_WALL),
)
"""All goals in the order in which they appear."""
LOOK_TITLES = {
    UnlockableLook.SWEAT_SUIT: "a sweat suit",
    UnlockableLook.DUSK: "dusk instead of dawn",
    UnlockableLook.BLACK_AND_WHITE: "a print in black and white",
}
"""What a player reads of each look."""


def collected_of(app: AppContext) -> Collected:
    """Return what the player has collected; nothing where the history cannot be read."""
    collection = app.collection
    try:
        return Collected(collection.best_grades(SHIPPED_ID), collection.laces(SHIPPED_ID), collection.totals())
    except StorageError as error:
        app.notify(str(error))
        return Collected({}, frozenset(), Totals())


def next_goal(collected: Collected) -> Goal | None:
    """Return the first goal that is not reached, or None."""
    return next((goal for goal in GOALS if not goal.is_reached(collected)), None)


def unlocked(collected: Collected) -> frozenset[UnlockableLook]:
    """Return the looks of the goals that are reached."""
    return frozenset(goal.unlocks for goal in GOALS if goal.unlocks is not None and goal.is_reached(collected))


def goal_in_words(goal: Goal, collected: Collected) -> str:
    """Return a goal with how far the player has come, and what it unlocks."""
    come = min(goal.reached(collected), goal.target)
    words = goal.sentence if goal.target == 1 else f"{goal.sentence} {come:,} of {goal.target:,}."
    return words if goal.unlocks is None else f"{words} It unlocks {LOOK_TITLES[goal.unlocks]}."
