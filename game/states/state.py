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

    def takes_at_poll(self, button_event: ButtonEvent) -> bool:
        """Whether `on_button` may be given this event at its poll, also while the state is drawn; else it waits for the
        next frame."""
        return False

    def on_poll(self, wall_us: Micros) -> None:
        """A poll was made between two frames, or while the state is drawn: nothing that is drawn may change."""

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
