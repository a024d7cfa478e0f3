"""A section as it is filmed: its view in its place, and the movement of the hand-held camera while it plays."""

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
    """One section as it is filmed: its view in its place, from and to a song time."""

    view: SectionView
    place: Place
    start_us: Micros
    end_us: Micros


def camera_sway(context: DrawContext, view: SectionView) -> tuple[float, float]:
    """Return the camera's offset in pixels, across and down, from breathing, blows and misses; zero under reduced
    motion.
    """
    if context.options.reduced_motion:
        return 0.0, 0.0
    across, down = breath(context.now.beat, unrest(context.warmth))
    push = view.camera_kick(context.now, context.log)
    return across + push, down + push * 0.35 + SAG_PX * lost(context.log, context.now.us)
