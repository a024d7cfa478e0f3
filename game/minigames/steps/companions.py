"""The children on the steps: they run to the foot of the stairs with him, stop there and cheer him up."""

from math import floor

from game.minigames.steps.climb import Eye
from game.minigames.steps.stairs import Way
from game.timing.units import Micros
from game.view.canvas.lens import HEIGHT
from game.view.exercise.children import CHILD_PX, ON_THE_STEPS, Child, coming, from_the_back
from game.view.figure.actor import Body
from game.view.film.draw_context import WARMTH_EASE_US, DrawContext

COMPANIONS = (
    Child(1, -1.7, -0.1, 0.0),
    Child(6, 2.0, 0.1, 0.43),
    Child(2, -2.4, 0.25, 0.2),
    Child(4, -2.95, -0.35, 0.55),
    Child(5, 2.7, -0.25, 0.8),
    Child(3, -3.5, 0.1, 0.65),
)
"""The children: metres from the middle of the stairs, and metres deeper than the group. The first come on any but a
poor run.
"""
STOP_METRES = -0.75
"""Depth at which they stop, metres before the first riser."""
BEHIND_METRES = 0.3
"""Distance by which they are deeper than he is while they run."""
SHADE = (142, 150, 196)
"""Light factor of the children in the shadow."""
NEAREST_METRES = 4.0
"""Distance from the camera within which a child is not drawn, metres."""
BELOW_PX = 112
"""Rows below the picture at which a child's feet may stand and its head still show."""


def draw_children(context: DrawContext, begun_us: Micros, eye: Eye, way: Way) -> None:
    """Draw the children until they leave the picture: as many as the run was good when the section began."""
    warmth = context.log.warmth(min(context.now.us, begun_us), WARMTH_EASE_US)
    company = from_the_back(coming(COMPANIONS, warmth))
    middle = BEHIND_METRES + min(STOP_METRES, way.approach)
    if not company or middle - eye.z < NEAREST_METRES:
        return
    context.composite.hang(eye.column(0.0, middle), eye.row(0.0, middle))
    for child in company:
        stop, ran = STOP_METRES + child.beyond, way.approach + child.beyond
        runs = way.climbed <= 0 and ran < stop
        z = BEHIND_METRES + (ran if runs else stop)
        row = eye.row(0.0, z)
        if z - eye.z < NEAREST_METRES or row >= HEIGHT + BELOW_PX:
            continue
        column = eye.column(child.across, z)
        pose = child.doing("run_back" if runs else "cheer_back", context.now.beat)
        at = (floor(column + 0.5), floor(row + 0.5))
        context.actors.draw(context.target, Body(ON_THE_STEPS, CHILD_PX, SHADE), pose, at)
