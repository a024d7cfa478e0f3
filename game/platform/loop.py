"""The frame loop: clock, input, simulation, sound, view, in that order, and the devices asked all the while."""

import time
from collections.abc import Callable, Sequence
from typing import Protocol

import pygame

from game.platform.clock.interval_stats import IntervalStats
from game.platform.input.devices import InputDevices
from game.platform.input.input_events import DeviceEvent
from game.platform.window.window import Window
from game.timing.clock import Clock
from game.timing.units import US_PER_SECOND, Micros

POLL_SLEEP_S = 0.0007
"""With what waking up costs this asks the devices about once a millisecond."""
SPIN_US = 900
"""So close to the next frame, sleeping could be late."""


class LoopClient(Protocol):
    """Whatever is shown: each part changes only in its own step."""

    @property
    def finished(self) -> bool:
        """Whether the loop should end."""
        ...

    def take(self, events: Sequence[DeviceEvent], wall_us: Micros) -> None:
        """Take what the devices told since the last frame."""
        ...

    def advance(self, wall_us: Micros) -> None:
        """Go on to this moment."""
        ...

    def sound(self, wall_us: Micros) -> None:
        """Let it be heard."""
        ...

    def draw(self, canvas: pygame.Surface, wall_us: Micros, poll: Callable[[], None]) -> None:
        """Draw this moment, calling `poll` between the layers."""
        ...


class FrameLoop:
    """Runs a scene in a window until it has finished."""

    def __init__(self, window: Window, devices: InputDevices, clock: Clock) -> None:
        self._window = window
        self._devices = devices
        self._clock = clock
        self.frame_times = IntervalStats()

    def run(self, scene: LoopClient) -> None:
        """Run until the scene has finished."""
        due_us = self._clock.now_us()
        while not scene.finished:
            wall_us = self._devices.poll()
            scene.take(self._devices.drain(), wall_us)
            scene.advance(wall_us)
            scene.sound(wall_us)
            scene.draw(self._window.canvas, wall_us, self._devices.poll_if_due)
            self.frame_times.add(self._devices.poll() - wall_us)
            self._window.compose(self._devices.poll_if_due)
            self._devices.poll()
            self._window.flip()
            now_us = self._devices.poll_after_flip()
            due_us = max(due_us + US_PER_SECOND // self._window.frame_rate, now_us)
            self._wait_until(due_us)

    def _wait_until(self, due_us: Micros) -> None:
        """Wait for the next frame with open ears; where it is late already, at least one poll has been made."""
        while (left_us := due_us - self._clock.now_us()) > 0:
            if left_us > SPIN_US:
                time.sleep(POLL_SLEEP_S)
            self._devices.poll_if_due()
