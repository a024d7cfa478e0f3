"""`bench clock`: the song clock of Road work against what the sound server played, over a whole run.

The game plays a run by itself with the music alone; what the server puts out is recorded. Afterwards the song is
stretched again along the run's course, and pieces of it are sought in the recording.
"""

import os
import tempfile
import time
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from game.app.application import RunUntil, open_application
from game.app.content import shipped_pack
from game.commands.bench.live.recording import RATE, SoundCapture
from game.commands.bench.live.slow import MUSIC_ALONE, RING_S
from game.commands.bench.live.song_alignment import REACH_FRAMES, WIDE_FRAMES, WINDOW_FRAMES, find, sharpened
from game.commands.bench.measure import BENCH_ARGS
from game.content.song.song import load_song
from game.minigames.manifest import MINIGAMES
from game.platform.audio.song.onsets import decoder
from game.platform.audio.song.road_song import RoadSong, road_frame
from game.platform.audio.song.stem_gains import StemGains
from game.platform.audio.song.stems import Stems
from game.platform.clock.song_clock import RATE_ONE
from game.sim.simulate import autoplay_inputs, simulate
from game.states.machine import Machine
from game.states.run.run import Run
from game.states.run.running import Running
from game.states.transitions import Transition
from game.storage.paths import HOME_VARIABLE, user_paths
from game.timing.units import US_PER_SECOND, Micros

Figures = dict[str, float | int | str]
STEP_US = US_PER_SECOND // 2
"""Real time between two readings of the clock, microseconds."""
SURE = 0.8
"""Least normalized correlation of a match: the same samples come out again, a repeated bar is not enough."""
SPREAD_MS = 12.0
"""Timing spread of the run, ms: its pace goes up and down."""


@dataclass(slots=True)
class ClockReadings:
    """What was read of the clock of one run: wall time and song time."""

    run: Run | None
    rows: list[tuple[Micros, Micros]]

    def over(self, machine: Machine, wall_us: Micros) -> bool:
        """Read, about twice a second; return whether the run is over."""
        if not isinstance(machine.state, Running):
            return self.run is not None
        run = self.run = machine.state.run
        song_us = run.player.song_time_at(wall_us)
        if song_us > run.chart.start_us and (not self.rows or wall_us - self.rows[-1][0] >= STEP_US):
            self.rows.append((wall_us, song_us))
        return False


def bench_clock() -> Figures:
    """Play a run of Road work; return median, 99th percentile and largest error of the clock, in ms of real time."""
    if not any(name in os.environ for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")):
        os.environ["SDL_VIDEODRIVER"] = "dummy"
    with tempfile.TemporaryDirectory() as home:
        paths = user_paths({HOME_VARIABLE: home})
        with open_application(BENCH_ARGS, paths) as application:
            app = application.app
            app.settings = replace(app.settings, sound=MUSIC_ALONE)
            app.loaded.wait()
            recording = SoundCapture(app.clock)
            readings = ClockReadings(None, [])
            plan = replace(app.road_plan(), autoplay_ms=SPREAD_MS)
            machine = application.machine(Transition("loading", plan))
            application.loop.run(RunUntil(machine, readings.over))
            time.sleep(RING_S)
            recording.stop()
    return _compared(readings, recording)


def _compared(readings: ClockReadings, recording: SoundCapture) -> Figures:
    """Return the figures of a run that has been recorded."""
    run = readings.run
    if run is None or not readings.rows:
        return {"readings": 0}
    course, song = run.session.course, RoadSong(run.chart)
    read = partial(_stems().read, gains=_gains(run), rate_permille=RATE_ONE)
    heard = sharpened(recording.sides()[0])
    walls_us, songs_us = np.array(readings.rows, np.float64).T
    recorded = recording.frames_at(walls_us)
    errors_ms, guess = list[float](), None
    for at, song_us in zip(recorded, songs_us, strict=True):
        frame = road_frame(course, int(song_us))
        wanted = sharpened(song.read(course, read, frame, WINDOW_FRAMES)[:, 0])
        found = None if guess is None else find(heard, wanted, frame + guess, REACH_FRAMES, SURE)
        found = found if found is not None else find(heard, wanted, round(float(at)), WIDE_FRAMES, SURE)
        if found is not None:
            guess = found - frame
            errors_ms.append((found - float(at)) * 1000 / RATE)
    apart_ms = np.abs(np.array(errors_ms) - np.median(errors_ms)) if errors_ms else np.zeros(1)
    return {
        "readings": len(readings.rows),
        "places of the song found": len(errors_ms),
        "heard behind the clock, constant ms": round(float(np.median(errors_ms or [0.0])), 1),
        "song clock error p50 ms": round(float(np.percentile(apart_ms, 50)), 2),
        "song clock error p99 ms": round(float(np.percentile(apart_ms, 99)), 2),
        "song clock error max ms": round(float(apart_ms.max()), 2),
        "paces": f"{min(run.session.pace.paces)} to {max(run.session.pace.paces)}" if run.session.pace else "",
    }


def _stems() -> Stems:
    stems = Stems(load_song(shipped_pack().song).audio)
    with decoder():
        for name in stems.missing(RATE_ONE):
            stems.load(name)
    return stems


def _gains(run: Run) -> StemGains:
    """Return the gains of all stems as the run opened and closed them."""
    gains, options = StemGains(run.chart), run.plan.options
    _, events = simulate(run.chart, options, MINIGAMES, autoplay_inputs(run.chart, options, MINIGAMES, SPREAD_MS))
    for event in events:
        gains.follow(event)
    return gains
