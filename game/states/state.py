"""The base class of all states: what the machine calls. A state sets `transition` to leave for another screen."""

import pygame

from game.platform.input.input_events import ButtonEvent
from game.states.context import AppContext, Poll
from game.states.transitions import Transition
from game.timing.units import Micros


class State:
    """A state that does nothing; subclasses override what they need. `in_play`: whether a run is shown, over which
    notices are few and short."""

    in_play = False

    def __init__(self, app: AppContext) -> None:
        self.app = app
        self.transition: Transition | None = None

    def enter(self, wall_us: Micros) -> None:
        """The state begins."""

    def leave(self) -> None:
        """The state ends, for whatever reason."""

    def on_button(self, button_event: ButtonEvent) -> None:
        """A key or button was pressed or released."""

    def interrupt(self, wall_us: Micros) -> None:
        """The window lost its focus, a controller was pulled out, or nothing ran for more than a second: `wall_us` is
        then the moment before."""

    def advance(self, wall_us: Micros) -> None:
        """Advance to this moment."""

    def sound(self, wall_us: Micros) -> None:
        """Play the sounds of this frame."""

    def draw(self, canvas: pygame.Surface, wall_us: Micros, poll: Poll) -> None:
        """Draw this moment."""
        raise NotImplementedError
