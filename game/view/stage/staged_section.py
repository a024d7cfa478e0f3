"""A section staged for drawing: its view in its place, and the hand-held camera's motion while it plays."""

from dataclasses import dataclass

from game.timing.units import Micros
from game.view.canvas.camera import breath
from game.view.exercise.section_view import SectionView
from game.view.film.draw_context import DrawContext
from game.view.film.form_grade import unrest
from game.view.film.miss_feedback import SAG_PX, lost
from game.view.place.place import Place


@dataclass(frozen=True, slots=True)
class StagedSection:
    """A view in its place, from and to a song time."""

    view: SectionView
    place: Place
    start_us: Micros
    end_us: Micros


def camera_sway(context: DrawContext, view: SectionView) -> tuple[float, float]:
    """Return the camera's offset in px, right and down, from hand-held motion, hits and misses; zero with reduced
    motion.
    """
    if context.options.reduced_motion:
        return 0.0, 0.0
    across, down = breath(context.now.beat, unrest(context.warmth))
    push = view.camera_kick(context.now, context.log)
    return across + push, down + push * 0.35 + SAG_PX * lost(context.log, context.now.us)
