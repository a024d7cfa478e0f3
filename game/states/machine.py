"""The state machine: runs one state at a time through the steps of a frame.

Handles what concerns every state: transitions, window events, controllers, screenshots and notices. A state is left
only in the steps of a frame, never at a poll between two, as its picture may be half drawn then.
"""

from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

import pygame

from game.errors import GameError
from game.platform.input.devices import STOOD_STILL_US
from game.platform.input.input_events import (
    ButtonEvent,
    DeviceEvent,
    FileDropped,
    InputDevice,
    PadChanged,
    PointerAction,
    PointerEvent,
    StoodStill,
    WindowEvent,
)
from game.platform.input.keyboard import layout_labels
from game.states.context import AppContext
from game.states.notices import IN_MENUS_US, IN_PLAY_US
from game.states.protocols import Poll
from game.states.screenshots import screenshot_job
from game.states.state import State
from game.states.transitions import QUIT, Transition
from game.storage.replay_folder import SUFFIX
from game.timing.units import Micros
from game.view.ui.menu import draw_notice

SAFE_SCREENS = ("title", "menu")
"""Screens that need nothing which can fail: an error on the way to another one leads to the menu."""


class ResizableWindow(Protocol):
    """What the machine needs of the window."""

    full_screen: bool

    def resized(self) -> None:
        """Adapt to the window's new size."""
        ...

    def canvas_point(self, at: tuple[int, int]) -> tuple[int, int]:
        """Return the position on the canvas of a position in the window, px."""
        ...

    def show_pointer(self, wanted: bool) -> None:
        """Show or hide the pointer of the mouse."""
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
        self._has_pointer = False
        """Whether the mouse was seen."""
        self._waiting: deque[DeviceEvent] = deque()
        """Device events that polls have left for the next frame."""
        self.screen = first.screen
        """The name of the screen that is shown."""
        self.state = build(app, first)
        self.state.enter(app.clock.now_us())
        self._entered_us = app.clock.now_us()
        window.show_pointer(self.state.takes_pointer)

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
            self._entered_us = self._app.clock.now_us()
            self._window.show_pointer(self.state.takes_pointer)
        except GameError as error:
            if transition.screen in SAFE_SCREENS:
                raise
            self._app.notify(str(error))
            self.go(Transition("menu"), wall_us)

    # -- the steps of a frame

    def on_device_events(self, device_events: Sequence[DeviceEvent], wall_us: Micros) -> None:
        """Handle the device events that polls have left, and those of the frame's own poll."""
        self._waiting += device_events
        while self._waiting and not self.finished:
            match device_event := self._waiting.popleft():
                case ButtonEvent():
                    self._on_button(device_event)
                case PointerEvent():
                    self._on_pointer(device_event)
                case FileDropped():
                    self._file_dropped(device_event.path)
                case PadChanged():
                    self._pad_changed(device_event, wall_us)
                case StoodStill():
                    self._stood_still(device_event)
                case WindowEvent():
                    self._on_window_event(device_event, wall_us)
            self._follow(wall_us)

    def on_poll(self, device_events: Sequence[DeviceEvent], wall_us: Micros) -> None:
        """Handle in their order the events that the state takes between frames. The first that it does not take waits
        for the next frame with all behind it, and the state stands still from there on."""
        if self.finished:
            return
        taken = False
        pointed = self.state.takes_pointer
        self._waiting += [event for event in device_events if pointed or not isinstance(event, PointerEvent)]
        while self._waiting and isinstance(event := self._waiting[0], ButtonEvent) and self.state.takes_at_poll(event):
            self._on_button(event)
            self._waiting.popleft()
            taken = True
        if taken or not self._waiting:
            self.state.on_poll(wall_us)

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
            self._app.writer.submit(screenshot_job(canvas, self._app.paths.screenshots))
        self._draw_notice(canvas, wall_us)

    # -- between the steps

    def _on_button(self, button_event: ButtonEvent) -> None:
        self._app.held.on_button(button_event)
        if not button_event.only_held:
            self._app.device = button_event.device
            if button_event.device is InputDevice.PAD:
                self._app.pad = button_event.pad
            self.state.on_button(button_event)

    def _on_window_event(self, window_event: WindowEvent, wall_us: Micros) -> None:
        match window_event:
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
            case WindowEvent.LAYOUT_CHANGED:
                self._app.key_labels = layout_labels()

    def _on_pointer(self, event: PointerEvent) -> None:
        """Pass on what the mouse did. Its first position is only remembered: a window that opens under a pointer that
        rests chooses nothing."""
        is_first, self._has_pointer = not self._has_pointer, True
        if self.state.takes_pointer and not (is_first and event.action is PointerAction.MOVED):
            self.state.on_pointer(event.action, self._window.canvas_point(event.at))

    def _file_dropped(self, path: Path) -> None:
        if path.suffix != SUFFIX:
            self._app.notify(f"{path.name}: no replay: those end in {SUFFIX}")
        elif self.state.in_play:
            self._app.notify("A replay can be watched from the menu, after this run.")
        else:
            self.state.on_file(path)

    def _stood_still(self, gap: StoodStill) -> None:
        """Interrupt the state, unless the gap was spent on entering it: nothing of it had been played."""
        was_entered_within = gap.from_us < self._entered_us and gap.to_us - self._entered_us <= STOOD_STILL_US
        if not was_entered_within:
            self.state.interrupt(gap.from_us)

    def _follow(self, wall_us: Micros) -> None:
        while not self.finished and self.state.transition is not None:
            self.go(self.state.transition, wall_us)

    def _pad_changed(self, change: PadChanged, wall_us: Micros) -> None:
        self._app.notify(f"{change.name}: {'ready' if change.present else 'pulled out'}", topic=change.name)
        self._app.pads = max(0, self._app.pads + (1 if change.present else -1))
        if change.present:
            self._app.pad_names[change.pad] = change.name
        else:
            self._app.pad_names.pop(change.pad, None)
            self.state.interrupt(wall_us)

    def _draw_notice(self, canvas: pygame.Surface, wall_us: Micros) -> None:
        for report in self._app.writer.reports():
            self._app.notify(report)
        if not self.state.in_play:
            for report in self._app.reels.reports():
                self._app.notify(report)
        notices = self._app.notices
        if self.state.in_play:
            notices.keep_newest()
        sentence = notices.shown(wall_us, IN_PLAY_US if self.state.in_play else IN_MENUS_US)
        if sentence is not None:
            draw_notice(canvas, self._app.fonts, sentence, self.state.notice_top)
