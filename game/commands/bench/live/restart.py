"""`bench restart`: from the restart key of Road work, pressed through the X server, to the song's first frame."""

import os
import tempfile
from collections.abc import Sequence
from itertools import zip_longest

import numpy as np

from game.app.application import RunUntil, open_application
from game.commands.bench.live.key_sender import KeyRhythm, KeySender
from game.commands.bench.measure import BENCH_ARGS
from game.errors import DeviceError
from game.platform.input.input_events import ButtonEvent, DeviceEvent
from game.sim.session import Session
from game.states.machine import Machine
from game.states.run.running import Running
from game.states.transitions import Transition
from game.storage.paths import HOME_VARIABLE, user_paths
from game.timing.units import US_PER_MS, US_PER_SECOND, Micros

Figures = dict[str, float | int | str]
RESTART_KEY = KeyRhythm("R", 0x72, 0.347)
"""The key as it is bound at first; pressed every 0.69 seconds, out of step with frames and bars."""


class RestartObserver(RunUntil):
    """Runs a machine for some seconds; notes the presses of the key, and when the song of each run began."""

    def __init__(self, machine: Machine, keys: KeySender, seconds: float) -> None:
        super().__init__(machine, self._look)
        self.presses_us: list[Micros] = []
        self.begun_us: list[Micros] = []
        self._keys = keys
        self._seconds = seconds
        self._ends_us: Micros | None = None
        self._begun: Session | None = None

    def on_device_events(self, device_events: Sequence[DeviceEvent], wall_us: Micros) -> None:
        """Note and pass on."""
        self._note(device_events)
        super().on_device_events(device_events, wall_us)

    def on_poll(self, device_events: Sequence[DeviceEvent], wall_us: Micros) -> None:
        """Note and pass on."""
        self._note(device_events)
        super().on_poll(device_events, wall_us)

    def _note(self, device_events: Sequence[DeviceEvent]) -> None:
        self.presses_us += [
            event.wall_us
            for event in device_events
            if isinstance(event, ButtonEvent) and event.down and event.key == RESTART_KEY.key
        ]

    def _look(self, machine: Machine, wall_us: Micros) -> bool:
        if not isinstance(machine.state, Running):
            return False
        if self._ends_us is None:
            self._ends_us = wall_us + round(self._seconds * US_PER_SECOND)
        run = machine.state.run
        song_us, start_us = run.player.song_time_at(wall_us), run.chart.start_us
        if run.session is not self._begun and song_us > start_us:
            self._begun = run.session
            real_at = run.session.course.real_at
            self.begun_us.append(wall_us - (real_at(song_us) - real_at(start_us)))
        return wall_us >= self._ends_us


def waits_us(presses_us: Sequence[Micros], begun_us: Sequence[Micros]) -> list[Micros]:
    """Return the time from each press to the start that followed it before the next press."""
    waits = []
    for press, following in zip_longest(presses_us, presses_us[1:]):
        started = [start for start in begun_us if press < start and (following is None or start <= following)]
        waits += [start - press for start in started[:1]]
    return waits


def bench_restart(seconds: float) -> Figures:
    """Restart Road work again and again; return median, 99th percentile and worst in ms."""
    if "DISPLAY" not in os.environ:
        raise DeviceError("Keys are pressed through an X server: run it where there is a display.")
    with (
        tempfile.TemporaryDirectory() as home,
        open_application(BENCH_ARGS, user_paths({HOME_VARIABLE: home})) as application,
    ):
        application.app.loaded.wait()
        machine = application.machine(Transition("loading", application.app.road_plan()))
        keys = KeySender(RESTART_KEY)
        observer = RestartObserver(machine, keys, seconds)
        application.loop.run(observer)
        keys.stop()
    waits = np.array(waits_us(observer.presses_us, observer.begun_us), np.float64) / US_PER_MS
    if not len(waits):
        return {"restarts": 0}
    p50, p99 = np.percentile(waits, (50, 99))
    return {"restarts": len(waits), "p50_ms": round(p50, 1), "p99_ms": round(p99, 1), "max_ms": round(waits.max(), 1)}
