"""The children of the city: six people, each with clips of its own and in its own time, so that no two move in unison.

A sheet holds them at the fighter's scale of one place: they keep their proportion to him wherever they are.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

from game.view.canvas.easing import clamp
from game.view.figure.actor import Pose
from game.view.figure.sprite_sheet import SpriteFrame
from game.view.film.draw_context import DrawContext

BESIDE_HIM = "kids"
"""Sheet of the children who run beside him, at 50 px a metre."""
ON_THE_STEPS = "kids_steps"
"""Sheet of the children from behind, at the scale of the steps."""
AT_THE_TOP = "kids_summit"
"""Sheet of the children from behind, at the scale of the summit."""
CHILD_PX = 56.0
"""Height of a child beside a man of 88 px, for the stand-in."""
NOBODY_UP_TO = 0.35
"""Warmth up to which no child comes."""
ALL_FROM = 2.2
"""Warmth from which on all of them do."""


@dataclass(frozen=True, slots=True)
class Child:
    """One of the six, by the number of its clips, and where it is in a group."""

    number: int
    across: float
    """Distance from the group's reference point to the right: px, or metres where a view says so."""
    beyond: float
    """Distance beyond the group's row: px, or metres where a view says so."""
    lag: float
    """Beats by which it is behind the others."""

    def doing(self, action: str, beat: float, facing: int = 1) -> Pose:
        """Return its pose of an action at a song beat."""
        return Pose(f"{action}_{self.number}", beat - self.lag, facing=facing)


def coming(group: tuple[Child, ...], warmth: float) -> tuple[Child, ...]:
    """Return those of a group who come at a warmth of the run: the first of them first, nobody after a poor run."""
    share = clamp((warmth - NOBODY_UP_TO) / (ALL_FROM - NOBODY_UP_TO))
    return group[: ceil(len(group) * share)]


def from_the_back(group: Iterable[Child]) -> list[Child]:
    """Return a group in the order in which it is drawn."""
    return sorted(group, key=lambda child: -child.beyond)


def draw_child(context: DrawContext, sheet: str, pose: Pose, at: tuple[float, float]) -> SpriteFrame | None:
    """Draw a child with its feet at a place's pixel."""
    return context.sprite(sheet, pose, at[0], at[1], CHILD_PX)
