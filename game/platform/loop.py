"""The frame loop: clock, input, simulation, sound, view, in that order, polling the devices throughout.

One thread does all of it. Between two frames, and between the layers of a drawing, the scene is handed what each poll
found, so that it judges and answers a press at once; it changes what is drawn only in the steps of a frame.
"""

import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

import pygame

from game.platform.clock.interval_stats import IntervalStats
from game.platform.input.devices import InputDevices
from game.platform.input.input_events import DeviceEvent
from game.platform.window.window import Window
from game.timing.clock import Clock
from game.timing.units import US_PER_SECOND, Micros

POLL_SLEEP_S = 0.0007
"""Sleep between polls, in seconds; with the cost of waking up it polls about once a millisecond."""
SPIN_US = 900
"""Nearer than this to the next frame the loop spins, as a sleep could end late."""


class LoopClient(Protocol):
    """Whatever is shown: each part changes only in its own step."""

    @property
    def finished(self) -> bool:
        """Whether the loop should end."""
        ...

    def on_device_events(self, events: Sequence[DeviceEvent], wall_us: Micros) -> None:
        """Begin a frame: handle the device events of its poll, and those that polls before it left."""
        ...

    def on_poll(self, events: Sequence[DeviceEvent], wall_us: Micros) -> None:
        """Take the device events of a poll between two frames or inside `draw`: judge, start sounds, change nothing
        that is being drawn. What cannot be handled so waits for the next frame."""
        ...

    def advance(self, wall_us: Micros) -> None:
        """Advance the simulation to this time."""
        ...

    def sound(self, wall_us: Micros) -> None:
        """Update the sound."""
        ...

    def draw(self, canvas: pygame.Surface, wall_us: Micros, poll: Callable[[], None]) -> None:
        """Draw this time, calling `poll` between the layers."""
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
        poll_if_due = partial(self._poll_if_due, scene)
        self._devices.restart()
        due_us = self._clock.now_us()
        while not scene.finished:
            wall_us = self._devices.poll()
            scene.on_device_events(self._devices.drain(), wall_us)
            scene.advance(wall_us)
            scene.sound(wall_us)
            scene.draw(self._window.canvas, wall_us, poll_if_due)
            self.frame_times.add(self._polled(scene, self._devices.poll()) - wall_us)
            self._window.compose(poll_if_due)
            self._polled(scene, self._devices.poll())
            self._window.flip()
            now_us = self._polled(scene, self._devices.poll_after_flip())
            due_us = max(due_us + US_PER_SECOND // self._window.frame_rate, now_us)
            self._wait_until(due_us, poll_if_due)

    def _wait_until(self, due_us: Micros, poll_if_due: Callable[[], None]) -> None:
        """Poll until the next frame is due; if it is late already, at least one poll has been made."""
        while (left_us := due_us - self._clock.now_us()) > 0:
            if left_us > SPIN_US:
                time.sleep(POLL_SLEEP_S)
            poll_if_due()

    def _poll_if_due(self, scene: LoopClient) -> None:
        polled_us = self._devices.poll_if_due()
        if polled_us is not None:
            self._polled(scene, polled_us)

    def _polled(self, scene: LoopClient, wall_us: Micros) -> Micros:
        """Hand the scene what the poll at `wall_us` found; return that time."""
        scene.on_poll(self._devices.drain(), wall_us)
        return wall_us
