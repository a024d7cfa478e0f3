"""`bench latency`: the chain from a key to its sound in a real window: once a frame, at the poll, quicker.

A thread posts the keys of an easy run's cues to SDL at moments of its own, a little off the beat, so that they fall
anywhere between polls and frames. Only the sounds of hits are audible; their onsets are found in the recording of the
sound server's output. Without a recording program the chain ends where the mixer is handed the sound.
"""

import os
import tempfile
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
import numpy.typing as npt
import pygame

from game.app.application import Application, open_application
from game.commands.bench.live.key_presser import KeyPresser, presses_of
from game.commands.bench.live.recording import RATE, SoundCapture
from game.commands.bench.measure import BENCH_ARGS
from game.errors import DeviceError
from game.platform.input.input_events import ButtonEvent, DeviceEvent
from game.sim.chart import Difficulty
from game.states.machine import Machine
from game.states.run.run_plan import RunPlan
from game.states.run.running import Running
from game.states.transitions import Transition
from game.storage.paths import HOME_VARIABLE, user_paths
from game.storage.settings import Settings, SoundSettings, TimingSettings
from game.storage.settings_file import SettingsFile
from game.timing.units import US_PER_MS, US_PER_SECOND, Micros, ms

Figures = dict[str, float | int | str]
HITS_ALONE = SoundSettings(master=100, music=0, hits=100, cues=0, places=0)
LONGEST_US = ms(110)
"""An onset is sought for so long behind the start of its sound: a later one is another sound."""
BLOCK = RATE // 2000
"""Frames of a block whose peak is compared with those before it: half a millisecond."""
QUIET_BLOCKS = 40
"""Number of blocks before an onset that must be quieter."""
LEAST_PEAK = 300
"""Least peak of an onset, of 32767."""
RISE = 2.0
"""Factor by which an onset is louder than what came before."""
LEAST_PERCENT = 5
"""The percentile of the time from start to hearing that counts as constant: fewer are taken for an earlier sound."""
RING_US = ms(600)
"""How long recording goes on behind the last key."""


@dataclass(slots=True)
class Answer:
    """What became of a press: the stamp of its event, and when the scene took it and had started its sound."""

    stamp_us: Micros
    taken_us: Micros
    sounded_us: Micros


class Scene(Protocol):
    """A scene of the frame loop that a condition makes around the machine."""

    def on_poll(self, device_events: Sequence[DeviceEvent], wall_us: Micros) -> None:
        """Take the events of a poll."""
        ...

    def on_frame(self, device_events: Sequence[DeviceEvent], wall_us: Micros) -> None:
        """Run a frame's steps up to its sounds."""
        ...


@dataclass(slots=True)
class AtThePoll:
    """Judges and answers at the poll, as the game does."""

    machine: Machine

    def on_poll(self, device_events: Sequence[DeviceEvent], wall_us: Micros) -> None:
        """Pass on."""
        self.machine.on_poll(device_events, wall_us)

    def on_frame(self, device_events: Sequence[DeviceEvent], wall_us: Micros) -> None:
        """Pass on."""
        _frame_of(self.machine, device_events, wall_us)


@dataclass(slots=True)
class OnceAFrame:
    """Keeps what polls find for the next frame, as the game once did: the figures before."""

    machine: Machine
    kept: list[DeviceEvent] = field(default_factory=list)

    def on_poll(self, device_events: Sequence[DeviceEvent], wall_us: Micros) -> None:
        """Keep the events."""
        self.kept += device_events

    def on_frame(self, device_events: Sequence[DeviceEvent], wall_us: Micros) -> None:
        """Hand over what was kept."""
        kept, self.kept = [*self.kept, *device_events], []
        _frame_of(self.machine, kept, wall_us)


def _frame_of(machine: Machine, device_events: Sequence[DeviceEvent], wall_us: Micros) -> None:
    machine.on_device_events(device_events, wall_us)
    machine.advance(wall_us)
    machine.sound(wall_us)


@dataclass(frozen=True, slots=True)
class Chain:
    """Under which the chain is measured."""

    make: Callable[[Machine], Scene]
    timing: TimingSettings


CONDITIONS = {
    "once a frame": Chain(OnceAFrame, TimingSettings()),
    "at the poll": Chain(AtThePoll, TimingSettings()),
    "quicker sound": Chain(AtThePoll, TimingSettings(quick_sound=True)),
}
"""Conditions by name, in the order in which the chain grew shorter."""


class ChainObserver:
    """Runs a scene in the frame loop, has the keys pressed, and notes when each was stamped, taken and answered."""

    def __init__(self, application: Application, machine: Machine, scene: Scene, seconds: float) -> None:
        self.finished = False
        self.answers: list[Answer] = []
        self.presser: KeyPresser | None = None
        self._clock = application.app.clock
        self._machine = machine
        self._scene = scene
        self._seconds = seconds
        self._taken: list[tuple[Micros, Micros]] = []

    def on_poll(self, device_events: Sequence[DeviceEvent], wall_us: Micros) -> None:
        """Note what came, and what was answered within the call."""
        self._note(device_events)
        self._scene.on_poll(device_events, wall_us)
        if isinstance(self._scene, AtThePoll):
            self._answered()

    def on_device_events(self, device_events: Sequence[DeviceEvent], wall_us: Micros) -> None:
        """Run the frame's steps, of which `advance` and `sound` are part here."""
        self._note(device_events)
        self._scene.on_frame(device_events, wall_us)
        self._answered()
        if self.presser is None and isinstance(self._machine.state, Running):
            run = self._machine.state.run
            to_wall_us = wall_us - run.judged_time(wall_us)
            self.presser = KeyPresser(self._clock, presses_of(run.chart, self._seconds, to_wall_us))
        self.finished = self.presser is not None and self.presser.ended_for(RING_US)

    def advance(self, wall_us: Micros) -> None:
        """Part of the frame's steps."""

    def sound(self, wall_us: Micros) -> None:
        """Part of the frame's steps."""

    def draw(self, canvas: pygame.Surface, wall_us: Micros, poll: Callable[[], None]) -> None:
        """Draw the game."""
        self._machine.draw(canvas, wall_us, poll)

    def _note(self, device_events: Sequence[DeviceEvent]) -> None:
        taken_us = self._clock.now_us()
        buttons = [event for event in device_events if isinstance(event, ButtonEvent) and event.down]
        self._taken += [(event.wall_us, taken_us) for event in buttons]

    def _answered(self) -> None:
        sounded_us = self._clock.now_us()
        self.answers += [Answer(stamp_us, taken_us, sounded_us) for stamp_us, taken_us in self._taken]
        self._taken.clear()


def bench_latency(seconds: float) -> Figures:
    """Play `seconds` of the run's cues under each condition; return the parts of the chain with their spread."""
    if not any(name in os.environ for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")):
        os.environ["SDL_VIDEODRIVER"] = "dummy"
    figures: Figures = {}
    for title, condition in CONDITIONS.items():
        figures |= {f"{title}: {name}": value for name, value in _played(seconds, condition).items()}
    return figures


def _played(seconds: float, condition: Chain) -> Figures:
    with ExitStack() as stack:
        paths = user_paths({HOME_VARIABLE: stack.enter_context(tempfile.TemporaryDirectory())})
        SettingsFile(paths.settings).save(Settings(sound=HITS_ALONE, timing=condition.timing))
        application = stack.enter_context(open_application(BENCH_ARGS, paths))
        application.app.loaded.wait()
        recording = _recording(application)
        machine = application.machine(Transition("loading", RunPlan(difficulty=Difficulty.EASY)))
        observer = ChainObserver(application, machine, condition.make(machine), seconds)
        application.loop.run(observer)
        if recording is not None:
            recording.stop()
    return figures_of(observer, recording)


def _recording(application: Application) -> SoundCapture | None:
    try:
        return SoundCapture(application.app.clock)
    except DeviceError:
        return None


def figures_of(observer: ChainObserver, recording: SoundCapture | None) -> Figures:
    """Return median, 95th and 99th percentile of each part in ms, over the presses that were answered."""
    presser = observer.presser
    pressed = [] if presser is None else presser.pressed
    pairs = list(zip(pressed, observer.answers, strict=False))
    rows = [(p.wall_us, a.stamp_us, a.taken_us, a.sounded_us) for p, a in pairs]
    keys, stamps, taken, sounded = np.array(rows, np.float64).reshape(-1, 4).T
    figures: Figures = {
        "presses": len(pairs),
        **_spread("stamp beside the key", np.abs(stamps - keys)),
        **_spread("key to the poll that finds it", taken - keys),
        **_spread("poll to judged, its sound started", sounded - taken),
        **_spread("key to sound started", sounded - keys),
    }
    if recording is None:
        return figures | {"sound": "not measured"}
    alone = np.array([press.is_alone for press, _ in pairs])
    return figures | _heard(recording, keys[alone], sounded[alone])


def _heard(recording: SoundCapture, keys_us: npt.NDArray[np.float64], sounded_us: npt.NDArray[np.float64]) -> Figures:
    heard = onsets(recording, sounded_us)
    found = ~np.isnan(heard)
    if not found.any():
        return {"sound": "no answer was heard"}
    behind = (heard - sounded_us)[found]
    least = float(np.percentile(behind, LEAST_PERCENT))
    return {
        "answers heard": int(found.sum()),
        **_spread("started to heard", behind),
        "of that, constant (buffer, server, recording), ms": round(least / US_PER_MS, 1),
        **_spread("of that, until the next buffer is read", np.maximum(0, behind - least)),
        **_spread("key to heard", (heard - keys_us)[found]),
    }


def onsets(recording: SoundCapture, started_us: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the wall time at which each started sound sets in, NaN where none does."""
    left, right = recording.sides()
    loud = np.maximum(np.abs(left.astype(np.int32)), np.abs(right.astype(np.int32)))
    peaks = loud[: len(loud) // BLOCK * BLOCK].reshape(-1, BLOCK).max(axis=1)
    firsts = recording.frames_at(started_us)
    heard = np.full(len(started_us), np.nan)
    for place, (since_us, first) in enumerate(zip(started_us, firsts, strict=True)):
        block = onset_block(peaks, int(first) // BLOCK, LONGEST_US * RATE // US_PER_SECOND // BLOCK)
        if block is not None:
            heard[place] = since_us + (block * BLOCK - first) * US_PER_SECOND / RATE
    return heard


def onset_block(peaks: npt.NDArray[np.int32], first: int, count: int) -> int | None:
    """Return the first of `count` blocks from `first` on that is clearly louder than those before it, or None."""
    for block in range(max(first, QUIET_BLOCKS), min(first + count, len(peaks))):
        if peaks[block] >= max(LEAST_PEAK, RISE * peaks[block - QUIET_BLOCKS : block].max()):
            return block
    return None


def _spread(name: str, values_us: npt.NDArray[np.float64]) -> Figures:
    parts = {"median": 50, "p95": 95, "p99": 99}
    return {f"{name}, {part} ms": round(float(np.percentile(values_us, p)) / US_PER_MS, 2) for part, p in parts.items()}
