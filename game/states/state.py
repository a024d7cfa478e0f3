"""The base class of all states: what the machine calls. A state sets `transition` to leave for another screen."""

from pathlib import Path

import pygame

from game.platform.input.input_events import ButtonEvent, InputDevice, PointerAction
from game.states.context import AppContext
from game.states.protocols import Poll
from game.states.theatre.watch import Watch
from game.states.transitions import Transition
from game.timing.units import Micros

NOTICE_TOP = 6
"""The row from which a notice is drawn, px, where nothing stands."""


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

    @property
    def notice_top(self) -> int:
        """The row from which a notice is drawn, px."""
        return NOTICE_TOP

    @property
    def takes_pointer(self) -> bool:
        """Whether the pointer is shown, and the mouse does something; it is hidden during a run."""
        return not self.in_play

    def on_pointer(self, action: PointerAction, at: tuple[int, int]) -> None:
        """The mouse did something at a position of the canvas, px. Unless a state knows better, a press confirms, the
        right button goes back, and the wheel moves."""
        keys = self.app.settings.keys
        names = {
            PointerAction.PRESSED: keys.confirm,
            PointerAction.BACK: keys.back,
            PointerAction.UP: keys.menu_up,
            PointerAction.DOWN: keys.menu_down,
        }.get(action, ())
        for name in names[:1]:
            self.on_button(ButtonEvent(self.app.clock.now_us(), InputDevice.KEYBOARD, name, down=True))

    def on_file(self, path: Path) -> None:
        """A replay was dragged onto the window: watch it."""
        self.transition = Transition("theatre", Watch((path,)))

    def advance(self, wall_us: Micros) -> None:
        """Advance to this moment."""

    def sound(self, wall_us: Micros) -> None:
        """Play the sounds of this frame."""

    def draw(self, canvas: pygame.Surface, wall_us: Micros, poll: Poll) -> None:
        """Draw this moment."""
        raise NotImplementedError
