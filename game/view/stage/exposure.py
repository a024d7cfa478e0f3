"""What a picture is made from: a section as it is filmed, and the one moment of it that is exposed."""

from collections.abc import Callable
from dataclasses import dataclass

import pygame

from game.sim.session import SessionState
from game.timing.units import Micros
from game.view.canvas.camera import breath
from game.view.canvas.composite_layers import CompositeLayers
from game.view.canvas.event_log import EventLog
from game.view.canvas.lens import Lens
from game.view.canvas.options import ViewOptions
from game.view.exercise.section_view import SectionView
from game.view.figure.actor import Actors
from game.view.figure.performer import Now
from game.view.film.draw_context import WARMTH_EASE_US, Frame
from game.view.film.form_grade import unrest
from game.view.film.miss_feedback import SAG_PX, lost
from game.view.place.place import Place

Poll = Callable[[], None]


@dataclass(frozen=True, slots=True)
class StagedSection:
    """One section as it is filmed: its view in its place, from and to a song time."""

    view: SectionView
    place: Place
    start_us: Micros
    end_us: Micros


@dataclass(frozen=True, slots=True)
class Exposure:
    """Everything that one picture is made from."""

    target: pygame.Surface
    now: Now
    state: SessionState
    log: EventLog
    actors: Actors
    options: ViewOptions
    poll: Poll
    composite: CompositeLayers

    def frame(self, lens: Lens, place: Place | None = None) -> Frame:
        """Return what a view draws with under this lens, in the light of a place."""
        told = (self.target, lens, self.now, self.state, self.log, self.actors, self.options)
        if place is None:
            return Frame(*told, composite=self.composite)
        return Frame(*told, place.shades, place.color_grade.key, place.color_grade.others, self.composite, place.lamps)

    @property
    def warmth(self) -> float:
        """The form's band, eased."""
        return self.log.warmth(self.now.us, WARMTH_EASE_US)

    def sway(self, view: SectionView) -> tuple[float, float]:
        """Return the operator's breathing and the push of blows, in pixels; still under reduced motion."""
        if self.options.reduced_motion:
            return 0.0, 0.0
        across, down = breath(self.now.beat, unrest(self.warmth))
        push = view.camera_kick(self.now, self.log)
        return across + push, down + push * 0.35 + SAG_PX * lost(self.log, self.now.us)
