"""Polls keyboard, controllers and window about once a millisecond, between frames and while one is drawn.

SDL's events carry no time in pygame, so an input happened somewhere between two polls: it is stamped in the middle of
the interval, and a key by the display server's time where there is one (`key_times`). A poll costs some 10 us.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pygame

from game.platform.clock.interval_stats import IntervalStats
from game.platform.input.controllers import Controllers
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
from game.platform.input.key_times import ServerKeyTimes, let_server_events_through
from game.platform.input.keyboard import name_of
from game.timing.clock import Clock
from game.timing.units import US_PER_SECOND, Micros

MIN_INTERVAL_US = 300
"""Shortest interval between two polls by `poll_if_due`."""
STOOD_STILL_US = US_PER_SECOND
"""A longer interval between two polls is reported: nobody played meanwhile."""
WANTED = (
    pygame.QUIT, pygame.KEYDOWN, pygame.KEYUP, pygame.KEYMAPCHANGED,
    pygame.WINDOWFOCUSLOST, pygame.WINDOWFOCUSGAINED, pygame.WINDOWSIZECHANGED, pygame.WINDOWCLOSE,
    pygame.CONTROLLERBUTTONDOWN, pygame.CONTROLLERBUTTONUP, pygame.CONTROLLERAXISMOTION,
    pygame.JOYBUTTONDOWN, pygame.JOYBUTTONUP, pygame.JOYHATMOTION, pygame.JOYAXISMOTION,
    pygame.JOYDEVICEADDED, pygame.JOYDEVICEREMOVED,
    pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP, pygame.DROPFILE,
    pygame.DROPBEGIN, pygame.DROPCOMPLETE,
)  # fmt: skip
"""Event types that are polled. SDL makes controller events out of joystick events, so both must be allowed; and it
gives up a drop whose beginning is blocked."""
X11 = "x11"
"""SDL's name of the video driver whose server events carry a time."""
WINDOW_EVENTS = {
    pygame.QUIT: WindowEvent.CLOSE_ASKED,
    pygame.WINDOWCLOSE: WindowEvent.CLOSE_ASKED,
    pygame.WINDOWFOCUSLOST: WindowEvent.FOCUS_LOST,
    pygame.WINDOWFOCUSGAINED: WindowEvent.FOCUS_GAINED,
    pygame.KEYMAPCHANGED: WindowEvent.LAYOUT_CHANGED,
    pygame.WINDOWSIZECHANGED: WindowEvent.RESIZED,
}
"""Window events by the type of the event."""


POINTER_BUTTONS = {
    1: PointerAction.PRESSED,
    3: PointerAction.BACK,
    4: PointerAction.UP,
    5: PointerAction.DOWN,
}
"""What the buttons of the mouse do, by SDL's number; 4 and 5 are the wheel."""


class InputDevices:
    """Collects events. `poll` is called as often as possible, `drain` after it.

    `sleepless` is a clock that goes on while the machine sleeps, where `clock` does not.
    """

    def __init__(self, clock: Clock, sleepless: Clock | None = None) -> None:
        self._clock = clock
        self._sleepless = sleepless or clock
        self._controllers = Controllers()
        self.restart()
        self._events: list[DeviceEvent] = []
        self.poll_intervals = IntervalStats()
        self.flip_intervals = IntervalStats()
        """The intervals that a flip fell into, which no poll can shorten."""
        self._key_times = ServerKeyTimes()
        on_x11 = pygame.display.get_driver() == X11
        if on_x11:
            let_server_events_through()
        pygame.event.set_blocked(None)
        pygame.event.set_allowed((*WANTED, pygame.SYSWMEVENT) if on_x11 else WANTED)

    def restart(self) -> None:
        """Begin to poll: time before this call does not count as a gap."""
        self._last_us = self._clock.now_us()
        self._last_sleepless_us = self._sleepless.now_us()

    def poll(self) -> Micros:
        """Poll the devices; return the wall time of the poll."""
        return self._poll(self.poll_intervals)

    def poll_if_due(self) -> Micros | None:
        """Poll the devices unless the last poll was less than `MIN_INTERVAL_US` ago; return its wall time, or None."""
        if self._clock.now_us() - self._last_us < MIN_INTERVAL_US:
            return None
        return self._poll(self.poll_intervals)

    def poll_after_flip(self) -> Micros:
        """Poll the devices right after a flip; the interval is counted apart."""
        return self._poll(self.flip_intervals)

    def drain(self) -> Sequence[DeviceEvent]:
        """Return the events since the last call, in order."""
        events, self._events = self._events, []
        return events

    def rumble(self, pad: int, strength: float, duration_ms: int) -> None:
        """Let a controller shake, by 0 to 1."""
        self._controllers.rumble(pad, strength, duration_ms)

    def close(self) -> None:
        """Close the controllers."""
        self._controllers.close()

    def _poll(self, intervals: IntervalStats) -> Micros:
        last_us, now_us = self._last_us, self._clock.now_us()
        last_sleepless_us, sleepless_us = self._last_sleepless_us, self._sleepless.now_us()
        intervals.add(now_us - last_us)
        self._last_us, self._last_sleepless_us = now_us, sleepless_us
        fresh: list[DeviceEvent] = []
        for event in pygame.event.get():
            if event.type == pygame.SYSWMEVENT:
                self._key_times.note(event)
            elif event.type in (pygame.KEYDOWN, pygame.KEYUP):
                fresh.append(_of_key(event, self._key_times.stamp(event.type, last_us, now_us)))
            else:
                fresh += self._events_of(event, (last_us + now_us) // 2)
        if max(now_us - last_us, sleepless_us - last_sleepless_us) > STOOD_STILL_US:
            self._events.append(StoodStill(last_us, now_us))
            fresh = [_only_held(event) for event in fresh]
        self._events += _pressed_and_found(fresh)
        return now_us

    def _events_of(self, event: pygame.event.Event, stamp_us: Micros) -> list[DeviceEvent]:
        if event.type in WINDOW_EVENTS:
            return [WINDOW_EVENTS[event.type]]
        if event.type in (pygame.DROPBEGIN, pygame.DROPCOMPLETE):
            return []
        if event.type == pygame.DROPFILE:
            return [FileDropped(Path(event.file))]
        if event.type == pygame.MOUSEMOTION:
            return [PointerEvent(stamp_us, PointerAction.MOVED, event.pos)]
        if event.type == pygame.MOUSEBUTTONDOWN:
            action = POINTER_BUTTONS.get(event.button)
            return [] if action is None else [PointerEvent(stamp_us, action, event.pos)]
        if event.type == pygame.MOUSEBUTTONUP:
            return [PointerEvent(stamp_us, PointerAction.RELEASED, event.pos)] if event.button == 1 else []
        if event.type == pygame.JOYDEVICEREMOVED:
            held = self._controllers.held_by(event.instance_id)
            ups = [ButtonEvent(stamp_us, InputDevice.PAD, name, down=False, pad=event.instance_id) for name in held]
            return [*ups, self._controllers.closed(event.instance_id)]
        if event.type == pygame.JOYDEVICEADDED:
            return [self._controllers.opened(event.device_index)]
        return [
            ButtonEvent(stamp_us, InputDevice.PAD, name, down, event.instance_id)
            for name, down in self._controllers.button_events(event)
        ]


def _pressed_and_found(fresh: list[DeviceEvent]) -> list[DeviceEvent]:
    """Return the events of one poll with what was only found marked so: SDL reports every key as released when the
    window loses its focus and every button when its controller goes, and keys that are down when the focus returns."""
    ends = any(
        event is WindowEvent.FOCUS_LOST or (isinstance(event, PadChanged) and not event.present) for event in fresh
    )
    begins = WindowEvent.FOCUS_GAINED in fresh
    return [
        _only_held(event) if isinstance(event, ButtonEvent) and (begins if event.down else ends) else event
        for event in fresh
    ]


def _only_held(event: DeviceEvent) -> DeviceEvent:
    return replace(event, only_held=True) if isinstance(event, ButtonEvent) else event


def _of_key(event: pygame.event.Event, stamp_us: Micros) -> DeviceEvent:
    down = event.type == pygame.KEYDOWN
    alt_enter = event.scancode == pygame.KSCAN_RETURN and event.mod & pygame.KMOD_ALT
    if down and (event.scancode == pygame.KSCAN_F11 or alt_enter):
        return WindowEvent.FULL_SCREEN_KEY
    if down and event.scancode == pygame.KSCAN_F12:
        return WindowEvent.SCREENSHOT_KEY
    return ButtonEvent(stamp_us, InputDevice.KEYBOARD, name_of(event.scancode), down)
