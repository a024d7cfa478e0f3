"""The people of the quay, between the runner and the water: some work there whatever he does, the others have come out
for one who runs well, and cheer him as he passes.
"""

from dataclasses import dataclass

from game.view.canvas.lens import WIDTH
from game.view.exercise.children import NOBODY_UP_TO
from game.view.figure.actor import Pose
from game.view.film.draw_context import DrawContext

SHEET = "quay_folk"
"""Sheet of the seven."""
HALF_PX = 60
"""Half the width that one of them may take with what he holds, px."""
HEIGHT_PX = 88.0
"""Height of a grown person, px, for the stand-in."""
BEAT_APART_PX = 97.0
"""Distance on the quay by which two of them are a beat apart, so that nobody moves in unison, px."""
AGAINST_THE_LIGHT = (236, 228, 222)
"""Tint of those who stand with the sun behind them: lighter than the runner, who is told from them by his tone."""

RIVER_AIR = (54, 56, 58)
"""Light of the air over the river before them, added to their colors: solid, and lighter than he."""


@dataclass(frozen=True, slots=True)
class Bystander:
    """One of them: the number of the clip, where on the quay (place px), rows beyond the lane, and whether this one is
    there on a poor run too.
    """

    number: int
    x: float
    beyond: float
    always: bool = False
    facing: int = 1


ANGLER, DOCKER, PILOT, GRANDFATHER, FISHWIFE, DECKHAND, STUDENT = range(1, 8)
FOLK = (
    Bystander(DOCKER, 700, 12, always=True),
    Bystander(FISHWIFE, 980, 13),
    Bystander(PILOT, 1500, 13, always=True),
    Bystander(STUDENT, 1790, 12),
    Bystander(DECKHAND, 2210, 13),
    Bystander(ANGLER, 2560, 13, always=True),
    Bystander(GRANDFATHER, 2960, 12),
    Bystander(FISHWIFE, 3200, 13, facing=-1),
    Bystander(DOCKER, 3470, 12, facing=-1),
    Bystander(STUDENT, 4010, 13, facing=-1),
    Bystander(PILOT, 4390, 12, always=True, facing=-1),
    Bystander(DECKHAND, 4820, 13),
    Bystander(ANGLER, 5260, 13, always=True),
    Bystander(GRANDFATHER, 5560, 12, facing=-1),
    Bystander(FISHWIFE, 5840, 13),
)
"""Along the quay. Nobody stands twice within two pictures' width."""


def draw_folk(context: DrawContext, row: float) -> None:
    """Draw who is on the quay, by the row of the lane."""
    poor = context.warmth <= NOBODY_UP_TO
    for who in FOLK:
        column = context.lens.column(who.x)
        if (who.always or not poor) and -HALF_PX < column < WIDTH + HALF_PX:
            beats = context.now.beat + who.x / BEAT_APART_PX
            pose = Pose(f"person_{who.number}", beats, facing=who.facing, coat=AGAINST_THE_LIGHT, air=RIVER_AIR)
            context.sprite(SHEET, pose, who.x, row - who.beyond, HEIGHT_PX)
