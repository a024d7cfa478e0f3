"""`bench slow`: plays the real game on this machine as it is, made three times slower, and beside busy neighbours.

A slow machine is slow from the start, and its title is shown for some seconds; a neighbour comes when the run begins.

The music alone is audible, so that it can be found in the recording of the sound server's output; without a recording
program the sound is not measured. Keys are sent through the X server; on another the stamps of keys are not measured.

What a busy loop of the same condition stands still is what the system takes from any program: no stamp, however it is
made, has to be better than that and the millisecond in which the devices are polled.
"""

import os
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, ExitStack, nullcontext
from dataclasses import dataclass, field, replace

import numpy as np

from game.app.application import Application, RunUntil, open_application
from game.app.content import shipped_pack
from game.commands.bench.live.key_sender import KeySender, SentKey, Times, surely_wrong_us
from game.commands.bench.live.recording import SoundCapture
from game.commands.bench.live.slow_machine import busy_cores, pace, three_times_slower
from game.commands.bench.live.song_alignment import Passage, SongLocator
from game.commands.bench.measure import BENCH_ARGS
from game.content.song.song import load_song
from game.errors import DeviceError
from game.platform.audio.song.stem_gains import StemGains
from game.platform.audio.song.stems import Stems
from game.platform.clock.song_clock import RATE_ONE
from game.platform.input.input_events import DeviceEvent
from game.states.machine import Machine
from game.states.run.race.readouts import readout_of
from game.states.run.run import Run
from game.states.run.run_plan import RunPlan
from game.states.run.running import Running
from game.states.transitions import Transition
from game.storage.paths import HOME_VARIABLE, user_paths
from game.storage.settings import SoundSettings
from game.timing.units import US_PER_MS, US_PER_SECOND, Micros
from game.view.canvas.options import Quality

Figures = dict[str, float | int | str]
Load = Callable[[], AbstractContextManager[None]]
MUSIC_ALONE = SoundSettings(master=100, music=100, hits=0, cues=0, places=0)
"""Volumes at which only the song sounds."""
MOMENTS = 20_000
"""Number of moments at which an input is imagined."""
TITLE_US = 3 * US_PER_SECOND
"""How long the title is shown before the run, in microseconds."""
RING_S = 1.0
"""How long the recording goes on after the run, in seconds: what was written is heard later."""


@dataclass(frozen=True, slots=True)
class Condition:
    """Under which load the game is opened, and under which the run is played besides."""

    name: str
    from_the_start: Load = nullcontext
    in_the_run: Load = nullcontext


CONDITIONS = (
    Condition("as it is"),
    Condition("three times slower", from_the_start=three_times_slower),
    Condition("a busy neighbour on each core", in_the_run=busy_cores),
)


def bench_slow(seconds: float) -> Figures:
    """Play `seconds` of the run under each condition; return the figures of all."""
    if not any(name in os.environ for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")):
        os.environ["SDL_VIDEODRIVER"] = "dummy"
    figures: Figures = {}
    for condition in CONDITIONS:
        with condition.from_the_start():
            found = _paced(condition) | play(seconds, condition.in_the_run)
        figures |= {f"{condition.name}: {name}": value for name, value in found.items()}
    return figures


def _paced(condition: Condition) -> Figures:
    """Return what a busy loop sees of a condition."""
    with condition.in_the_run():
        seen = pace()
    return {
        "million turns of a busy loop a second": round(seen.turns / 1e6, 1),
        "standstills of a busy loop p99 ms": round(seen.still_p99_ms, 1),
        "standstills of a busy loop max ms": round(seen.still_max_ms, 1),
    }


@dataclass(slots=True)
class RunObserver:
    """Looks at a run once a frame, for a number of seconds from its first, and slows the machine meanwhile."""

    application: Application
    seconds: float
    load: Load
    stack: ExitStack
    title_us: Micros | None = None
    run: Run | None = None
    ends_us: Micros = 0
    stepped_down_us: list[Micros] = field(default_factory=list)
    quality: Quality = Quality.FULL
    quality_at_first: Quality = Quality.FULL
    said: list[str] = field(default_factory=list)
    shown: tuple[str, ...] = ()
    passage: Passage = field(default_factory=lambda: Passage(RATE_ONE, 0))
    keys: KeySender | None = None
    sent: list[SentKey] = field(default_factory=list)

    def over(self, machine: Machine, wall_us: Micros) -> bool:
        """Look; return whether enough was seen."""
        shown = tuple(self.application.app.notices)
        self.said += [sentence for sentence in shown if sentence not in self.shown]
        self.shown = shown
        if self.run is None:
            self._await_run(machine, wall_us)
            return False
        if not isinstance(machine.state, Running):
            return True
        app = self.application.app
        self.passage.readings.append((wall_us, self.run.player.song_time_at(wall_us)))
        if app.quality < self.quality:
            self.quality = app.quality
            self.stepped_down_us.append(wall_us - self.passage.readings[0][0])
        return wall_us >= self.ends_us

    def _await_run(self, machine: Machine, wall_us: Micros) -> None:
        if isinstance(machine.state, Running):
            self._begin(machine.state.run, wall_us)
        elif self.title_us is None:
            self.title_us = wall_us
        elif machine.screen == "title" and wall_us - self.title_us >= TITLE_US:
            machine.go(Transition("loading", RunPlan(autoplay_ms=0.0)), wall_us)

    def _begin(self, run: Run, wall_us: Micros) -> None:
        self.run = run
        self.quality = self.quality_at_first = self.application.app.quality
        self.ends_us = wall_us + round(self.seconds * US_PER_SECOND)
        self.stack.enter_context(self.load())
        devices = self.application.devices
        devices.restart()
        devices.poll_intervals.clear()
        devices.flip_intervals.clear()
        self.keys = KeySender()
        self.stack.callback(self._stop_keys, self.keys)

    def _stop_keys(self, keys: KeySender) -> None:
        self.sent = keys.stop()


class WatchedRun(RunUntil):
    """Runs a machine until its observer has seen enough; shows it every device event."""

    def __init__(self, machine: Machine, observer: RunObserver) -> None:
        super().__init__(machine, observer.over)
        self._observer = observer

    def on_device_events(self, device_events: Sequence[DeviceEvent], wall_us: Micros) -> None:
        """Show and pass on."""
        self._look(device_events)
        super().on_device_events(device_events, wall_us)

    def on_poll(self, device_events: Sequence[DeviceEvent], wall_us: Micros) -> None:
        """Show and pass on."""
        self._look(device_events)
        super().on_poll(device_events, wall_us)

    def _look(self, device_events: Sequence[DeviceEvent]) -> None:
        if self._observer.keys is not None:
            self._observer.keys.look(device_events)


def play(seconds: float, load: Load) -> Figures:
    """Open the game, play for `seconds` under a load, and return the figures."""
    with tempfile.TemporaryDirectory() as home:
        paths = user_paths({HOME_VARIABLE: home})
        with open_application(BENCH_ARGS, paths) as application, ExitStack() as recordings:
            app = application.app
            app.settings = replace(app.settings, sound=MUSIC_ALONE)
            app.loaded.wait()
            recording = _recording(application, recordings)
            with ExitStack() as stack:
                observer = RunObserver(application, seconds, load, stack)
                machine = application.machine(Transition("title"))
                application.loop.run(WatchedRun(machine, observer))
            figures = figures_of(observer)
            return figures | (_sound(observer, recording) if recording is not None else {"sound": "not measured"})


def figures_of(observer: RunObserver) -> Figures:
    """Return what was seen without a recording."""
    devices = observer.application.devices
    readings = observer.passage.readings
    span_us = readings[-1][0] - readings[0][0]
    gaps_us = np.array([*devices.poll_intervals.values, *devices.flip_intervals.values], np.float64)
    run = observer.run
    return {
        "seconds": round(span_us / US_PER_SECOND, 1),
        "frames a second": round((len(readings) - 1) * US_PER_SECOND / span_us, 1),
        **_ranked("gap between input polls", gaps_us),
        **_ranked("flip, in which nothing can be polled", np.array(devices.flip_intervals.values, np.float64)),
        **_ranked("error of a stamp in the middle of its gap (pads)", stamp_errors_us(gaps_us)),
        **_key_figures(observer),
        "quality at the beginning": observer.quality_at_first.name.lower(),
        "quality stepped down after ms": _listed(us // US_PER_MS for us in observer.stepped_down_us),
        "said": "; ".join(observer.said) or "nothing",
        "unfit": (run.player.unfit if run is not None else None) or "no",
        "points lost by autoplay": readout_of(run).points_lost if run is not None else 0,
    }


def _key_figures(observer: RunObserver) -> Figures:
    """Return how far keys were stamped outside the spans in which the X server took them, and how long those were."""
    keys = observer.keys
    if keys is None or not observer.sent or not keys.stamps:
        return {"error of a key's stamp": "not measured (no X server with XTEST)"}
    spans_us = np.array([key.to_us - key.from_us for key in observer.sent], np.float64)
    return {
        "keys sent": len(observer.sent),
        "keys seen": len(keys.stamps),
        **_ranked("error of a key's stamp", surely_wrong_us(observer.sent, keys.stamps)),
        **_ranked("the server took a key within", spans_us),
    }


def stamp_errors_us(gaps_us: Times) -> Times:
    """Return how far the stamps of evenly spread inputs lie beside them: a stamp is the middle of its gap."""
    ends_us = np.cumsum(gaps_us)
    moments_us = np.linspace(0, ends_us[-1], MOMENTS, endpoint=False)
    gap = np.searchsorted(ends_us, moments_us, side="right")
    errors_us: Times = np.abs(moments_us - (ends_us[gap] - gaps_us[gap] / 2))
    return errors_us


def _recording(application: Application, stack: ExitStack) -> SoundCapture | None:
    """Return a recording that ends with the stack, None where nothing can be recorded."""
    try:
        recording = SoundCapture(application.app.clock)
    except DeviceError:
        return None
    stack.callback(recording.stop)
    return recording


def _sound(observer: RunObserver, recording: SoundCapture) -> Figures:
    """Return the song clock's error against what was recorded, and how often the sound stood still."""
    time.sleep(RING_S)
    song = load_song(shipped_pack().song)
    stems = Stems(song.audio)
    for name in stems.missing(RATE_ONE):
        stems.load(name)
    gains = StemGains(observer.application.app.loaded.wait().chart)
    locator = SongLocator(recording, song, stems, gains, np.zeros(1, np.float32))
    places = locator.song_places(observer.passage)
    if not places:
        return {"sound": "the song was not found in the recording"}
    errors_ms = locator.clock_errors_ms(observer.passage, places)
    spread_us = np.abs(errors_ms - np.median(errors_ms)) * US_PER_MS
    bases = [recorded - frame for frame, recorded in places]
    return {
        "song clock minus heard, constant ms": round(float(np.median(errors_ms)), 1),
        **_ranked("song clock error", spread_us),
        "places of the song found": len(places),
        "times the sound server ran dry": int(np.count_nonzero(np.diff(bases))),
    }


def _ranked(name: str, values_us: Times) -> Figures:
    """Return median, 99th percentile and maximum in ms."""
    parts = {"p50": 50, "p99": 99, "max": 100}
    return {f"{name} {part} ms": round(float(np.percentile(values_us, p)) / US_PER_MS, 2) for part, p in parts.items()}


def _listed(values: Iterable[int]) -> str:
    return ", ".join(map(str, values)) or "never"
