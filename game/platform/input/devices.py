"""Polls keyboard, controllers and window about once a millisecond, between frames and while one is drawn.

SDL's events carry no time in pygame, so an input happened somewhere between two polls: it is stamped in the middle of
the interval. A poll costs some 10 us.
"""

from collections.abc import Sequence

import pygame

from game.platform.clock.interval_stats import IntervalStats
from game.platform.input.controllers import Controllers
from game.platform.input.input_events import ButtonEvent, DeviceEvent, InputDevice, WindowEvent
from game.platform.input.keyboard import name_of
from game.timing.clock import Clock
from game.timing.units import Micros

MIN_INTERVAL_US = 300
"""Shortest interval between two polls by `poll_if_due`."""
WANTED = (
    pygame.QUIT, pygame.KEYDOWN, pygame.KEYUP, pygame.WINDOWFOCUSLOST, pygame.WINDOWSIZECHANGED, pygame.WINDOWCLOSE,
    pygame.CONTROLLERBUTTONDOWN, pygame.CONTROLLERBUTTONUP, pygame.CONTROLLERAXISMOTION,
    pygame.JOYBUTTONDOWN, pygame.JOYBUTTONUP, pygame.JOYHATMOTION, pygame.JOYAXISMOTION,
    pygame.JOYDEVICEADDED, pygame.JOYDEVICEREMOVED,
)  # fmt: skip
"""Event types that are polled. SDL makes controller events out of joystick events, so both must be allowed."""
WINDOW_EVENTS = {
    pygame.QUIT: WindowEvent.CLOSE_ASKED,
    pygame.WINDOWCLOSE: WindowEvent.CLOSE_ASKED,
    pygame.WINDOWFOCUSLOST: WindowEvent.FOCUS_LOST,
    pygame.WINDOWSIZECHANGED: WindowEvent.RESIZED,
}


class InputDevices:
    """Collects events. `poll` is called as often as possible, `drain` once a frame."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._controllers = Controllers()
        self._last_us = clock.now_us()
        self._events: list[DeviceEvent] = []
        self.poll_intervals = IntervalStats()
        self.flip_intervals = IntervalStats()
        """The intervals that a flip fell into, which no poll can shorten."""
        pygame.event.set_blocked(None)
        pygame.event.set_allowed(WANTED)

    def poll(self) -> Micros:
        """Poll the devices; return the wall time of the poll."""
        return self._poll(self.poll_intervals)

    def poll_if_due(self) -> None:
        """Poll the devices unless the last poll was less than `MIN_INTERVAL_US` ago."""
        if self._clock.now_us() - self._last_us >= MIN_INTERVAL_US:
            self._poll(self.poll_intervals)

    def poll_after_flip(self) -> Micros:
        """Poll the devices right after a flip; the interval is counted apart."""
        return self._poll(self.flip_intervals)

    def drain(self) -> Sequence[DeviceEvent]:
        """Return the events since the last call, in order."""
        events, self._events = self._events, []
        return events

    def close(self) -> None:
        """Close the controllers."""
        self._controllers.close()

    def _poll(self, intervals: IntervalStats) -> Micros:
        now_us = self._clock.now_us()
        stamp_us = (self._last_us + now_us) // 2
        intervals.add(now_us - self._last_us)
        self._last_us = now_us
        for event in pygame.event.get():
            self._take(event, stamp_us)
        return now_us

    def _take(self, event: pygame.event.Event, stamp_us: Micros) -> None:
        if event.type in (pygame.KEYDOWN, pygame.KEYUP):
            self._events.append(_of_key(event, stamp_us))
        elif event.type in WINDOW_EVENTS:
            self._events.append(WINDOW_EVENTS[event.type])
        elif (change := self._controllers.changed(event)) is not None:
            self._events.append(change)
        else:
            button_events = self._controllers.button_events(event)
            self._events += [ButtonEvent(stamp_us, InputDevice.PAD, name, down) for name, down in button_events]


def _of_key(event: pygame.event.Event, stamp_us: Micros) -> DeviceEvent:
    down = event.type == pygame.KEYDOWN
    alt_enter = event.scancode == pygame.KSCAN_RETURN and event.mod & pygame.KMOD_ALT
    if down and (event.scancode == pygame.KSCAN_F11 or alt_enter):
        return WindowEvent.FULL_SCREEN_KEY
    if down and event.scancode == pygame.KSCAN_F12:
        return WindowEvent.SCREENSHOT_KEY
    return ButtonEvent(stamp_us, InputDevice.KEYBOARD, name_of(event.scancode), down)
