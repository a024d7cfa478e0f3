"""The state machine: runs one state at a time through the steps of a frame.

Handles what concerns every state: transitions, window events, controllers, screenshots and notices.
"""

from collections.abc import Callable, Sequence
from typing import Protocol

import pygame

from game.errors import GameError
from game.platform.input.input_events import ButtonEvent, DeviceEvent, PadChanged, WindowEvent
from game.states.context import AppContext, Poll
from game.states.screenshots import save_screenshot
from game.states.state import State
from game.states.transitions import QUIT, Transition
from game.timing.units import Micros, ms
from game.view.ui.menu import draw_notice

NOTICE_US = ms(6000)
"""How long a notice is shown."""
SAFE_SCREENS = ("title", "menu")
"""Screens that need nothing which can fail: an error on the way to another one leads to the menu."""


class ResizableWindow(Protocol):
    """What the machine needs of the window."""

    full_screen: bool

    def resized(self) -> None:
        """Adapt to the window's new size."""
        ...


class Machine:
    """Runs one state at a time. `build` makes the state that a transition leads to."""

    def __init__(
        self,
        app: AppContext,
        window: ResizableWindow,
        build: Callable[[AppContext, Transition], State],
        first: Transition,
    ) -> None:
        self.finished = False
        self._app = app
        self._window = window
        self._build = build
        self._shot_asked = False
        self._notice_until_us: Micros | None = None
        self.screen = first.screen
        """The name of the screen that is shown."""
        self.state = build(app, first)
        self.state.enter(app.clock.now_us())

    def go(self, transition: Transition, wall_us: Micros) -> None:
        """Leave the present state for another; a game error on the way is shown, and leads to the menu."""
        self.state.leave()
        if transition == QUIT:
            self.finished = True
            return
        try:
            self.state = self._build(self._app, transition)
            self.screen = transition.screen
            self.state.enter(wall_us)
        except GameError as error:
            if transition.screen in SAFE_SCREENS:
                raise
            self._app.notify(str(error))
            self.go(Transition("menu"), wall_us)

    # -- the steps of a frame

    def on_device_events(self, device_events: Sequence[DeviceEvent], wall_us: Micros) -> None:
        """Handle the device events since the last frame."""
        for device_event in device_events:
            if self.finished:
                return
            match device_event:
                case ButtonEvent():
                    self._app.device = device_event.device
                    self.state.on_button(device_event)
                case PadChanged():
                    self._pad_changed(device_event, wall_us)
                case WindowEvent.CLOSE_ASKED:
                    self.state.leave()
                    self.finished = True
                case WindowEvent.FOCUS_LOST:
                    self.state.interrupt(wall_us)
                case WindowEvent.RESIZED:
                    self._window.resized()
                case WindowEvent.FULL_SCREEN_KEY:
                    self._app.change("picture", full_screen=not self._window.full_screen)
                case WindowEvent.SCREENSHOT_KEY:
                    self._shot_asked = True
            self._follow(wall_us)

    def advance(self, wall_us: Micros) -> None:
        """Advance the state to this moment."""
        if not self.finished:
            self.state.advance(wall_us)
            self._follow(wall_us)

    def sound(self, wall_us: Micros) -> None:
        """Let the state play its sounds, and update the song player."""
        if not self.finished:
            self.state.sound(wall_us)
            self._app.update_player(wall_us)

    def draw(self, canvas: pygame.Surface, wall_us: Micros, poll: Poll) -> None:
        """Draw the state, and a notice on top of it."""
        if self.finished:
            return
        self.state.draw(canvas, wall_us, poll)
        if self._shot_asked:
            self._shot_asked = False
            self._app.notify(save_screenshot(canvas, self._app.paths.screenshots))
        self._draw_notice(canvas, wall_us)

    # -- between the steps

    def _follow(self, wall_us: Micros) -> None:
        while not self.finished and self.state.transition is not None:
            self.go(self.state.transition, wall_us)

    def _pad_changed(self, change: PadChanged, wall_us: Micros) -> None:
        self._app.notify(f"{change.name}: {'ready' if change.present else 'pulled out'}")
        if not change.present:
            self.state.interrupt(wall_us)

    def _draw_notice(self, canvas: pygame.Surface, wall_us: Micros) -> None:
        notices = self._app.notices
        if not notices:
            return
        if self._notice_until_us is None:
            self._notice_until_us = wall_us + NOTICE_US
        draw_notice(canvas, self._app.fonts, notices[0])
        if wall_us >= self._notice_until_us:
            notices.popleft()
            self._notice_until_us = None
