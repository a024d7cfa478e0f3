"""What every state offers the machine. A state does one thing, and names where it leads in `transition`."""

import pygame

from game.platform.input.input_events import ButtonEvent
from game.states.context import AppContext, Poll
from game.states.transitions import Transition
from game.timing.units import Micros


class State:
    """A state that does nothing yet: each one overrides what it needs."""

    def __init__(self, app: AppContext) -> None:
        self.app = app
        self.transition: Transition | None = None

    def enter(self, wall_us: Micros) -> None:
        """The state begins."""

    def leave(self) -> None:
        """The state ends, for whatever reason."""

    def take(self, button_event: ButtonEvent) -> None:
        """A key or button moved."""

    def interrupt(self, wall_us: Micros) -> None:
        """The window lost its focus, or a controller was pulled out."""

    def advance(self, wall_us: Micros) -> None:
        """Go on to this moment."""

    def sound(self, wall_us: Micros) -> None:
        """Let it be heard."""

    def draw(self, canvas: pygame.Surface, wall_us: Micros, poll: Poll) -> None:
        """Draw this moment."""
        raise NotImplementedError
