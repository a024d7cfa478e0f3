"""The player on a real sound server that dies, hangs and is suspended: it plays on, and returns on its sample."""

import time
import wave
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pygame
import pytest

from game.commands.bench.recording import Recording
from game.commands.bench.song_alignment import find, sharpened
from game.content.song.song import SongAudio
from game.content.song.sound_table import CueSounds, ExerciseSounds, SoundSpec, SoundTable
from game.platform.audio.buffers import Buffers
from game.platform.audio.device import AudioDevice
from game.platform.audio.device_watch import LOST_NOTICE
from game.platform.audio.player import AudioPlayer
from game.platform.audio.stems import Stems
from game.platform.clock.monotonic import MonotonicClock
from game.sim.events import Judged, Part
from game.sim.judge import Grade
from game.timing.units import Micros
from tests.charts import BEAT_US, At, L, chart_of
from tests.platform.audio.sound_server import SoundServer, missing_tools, sound_server

pytestmark = pytest.mark.skipif(bool(missing_tools()), reason=f"not installed: {', '.join(missing_tools())}")

RATE = 48_000
LONG = (pytest.mark.slow, pytest.mark.timeout(200))
SONG_S = 60
LONGEST_POLL_GAP_US = 60_000
"""What a loaded test machine may take between two steps; opening on the frame's thread took 116 ms and more."""
HIT = Judged(0, 0, 0, "lift", Part.PRESS, L, Grade.PERFECT, 1000, False, 0)


def write_wav(path: Path, samples: npt.NDArray[np.int16]) -> None:
    with wave.open(str(path), "wb") as out:
        out.setnchannels(samples.shape[1])
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(samples.tobytes())


class Rig:
    """A player on a real device, with noise for a song on the left and bursts of noise on every beat on the right."""

    def __init__(self, folder: Path) -> None:
        noise = np.random.default_rng(5)
        self.song = np.zeros((SONG_S * RATE, 2), np.int16)
        self.song[:, 0] = noise.integers(-3000, 3000, SONG_S * RATE)
        self.burst = noise.integers(-9000, 9000, 1200).astype(np.int16)
        write_wav(folder / "bed.ogg", self.song)
        write_wav(folder / "burst.wav", self.burst[:, None])
        spec = SoundSpec("burst", folder / "burst.wav", ((0, len(self.burst)),), 1.0, "cues", 2.0)
        table = SoundTable(
            {"burst": spec, "wind": replace(spec, gain=0.01)},
            {"yard.lift": CueSounds(press={"clean": "burst"})},
            exercises={"yard": ExerciseSounds(feet="burst", place="wind")},
            game={"tick": "burst"},
        )
        self.clock = MonotonicClock()
        self.player = AudioPlayer(AudioDevice(), self.clock, Stems(SongAudio({"bed": folder / "bed.ogg"})), table)
        self.player.set_volumes({})
        self.player.load()
        self.player.wait_until_loaded()
        self.chart = chart_of("yard", At(90, "lift", L), bars=30)
        self.gaps_us: list[Micros] = []
        self.notices: list[str] = []

    def run(self, seconds: float) -> None:
        """Step as a frame loop does, and do what a player may do at any moment."""
        end_us = self.clock.now_us() + round(seconds * 1e6)
        last_us = self.clock.now_us()
        while (now_us := self.clock.now_us()) < end_us:
            self.gaps_us.append(now_us - last_us)
            last_us = now_us
            self.player.update(now_us)
            said = self.player.notice
            if said == LOST_NOTICE and (not self.notices or self.notices[-1] != said):
                self.notices.append(said)
            time.sleep(0.004)

    def touch_everything(self) -> None:
        """Call whatever needs a device."""
        self.player.on_events([HIT])
        self.player.sound("tick")
        self.player.set_volumes({"music": 100})
        song_us = self.song_us()
        self.player.pause()
        self.player.resume(1)
        assert self.song_us() >= song_us

    def song_us(self) -> Micros:
        return self.player.song_time_at(self.clock.now_us())

    def heard(self, recording: Recording) -> tuple[float, list[int]]:
        """Return how late the last second of the song was heard, in ms, and by how many frames its beats lie beside."""
        now_us, song_us = self.clock.now_us(), self.song_us()
        self.run(0.7)
        left, right = (sharpened(side) for side in recording.sides())
        begin = round((song_us - 1_000_000) * RATE / 1e6)
        near = round(float(recording.frames_at(np.array([now_us], np.float64))[0])) - RATE
        found = self.song_place(left, begin, near, RATE // 4)
        assert found is not None, "the song is not heard, or not where it should be"
        beside = []
        for beat in (round(beat * BEAT_US * RATE / 1e6) for beat in range(120)):
            # A stutter shifts all that follows: each burst is held against the song around it.
            around = self.song_place(left, beat - RATE // 8, found + beat - RATE // 8 - begin, RATE // 10)
            if begin <= beat <= begin + RATE and around is not None:
                at = find(right, sharpened(self.burst), around + RATE // 8, 400)
                beside += [] if at is None else [at - around - RATE // 8]
        return (found - near) * 1000 / RATE, beside

    def song_place(self, left: npt.NDArray[np.float32], begin: int, near: int, reach: int) -> int | None:
        """Return where a quarter of a second of the song from frame `begin` is heard."""
        return find(left, sharpened(self.song[begin : begin + RATE // 4, 0]), near, reach) if begin >= 0 else None


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundServer]:
    with sound_server(tmp_path / "server") as server:
        for name, value in server.variables.items():
            monkeypatch.setenv(name, value)
        monkeypatch.delenv("SDL_AUDIODRIVER", raising=False)
        pygame.mixer.quit()
        yield server
        pygame.mixer.quit()


@pytest.fixture
def rig(server: SoundServer, tmp_path: Path) -> Iterator[Rig]:
    rig = Rig(tmp_path)
    rig.run(2)
    rig.player.start(rig.chart, 0, 1000)
    yield rig
    rig.player.close()


@contextmanager
def recorded(clock: MonotonicClock) -> Iterator[Recording]:
    """Record what is played, and stop in any case."""
    recording = Recording(clock)
    try:
        yield recording
    finally:
        recording.stop()


def assert_on_its_sample(rig: Rig, usual_ms: float) -> None:
    with recorded(rig.clock) as recording:
        rig.run(2)
        late_ms, beside = rig.heard(recording)
    assert abs(late_ms - usual_ms) < 25, "song clock and sound came apart by more than a buffer"
    assert beside and not any(beside)


def usual_lateness_ms(rig: Rig) -> float:
    with recorded(rig.clock) as recording:
        rig.run(2)
        late_ms, beside = rig.heard(recording)
    assert beside and not any(beside)
    return late_ms


@pytest.mark.parametrize("away_s", [0.5, *(pytest.param(away_s, marks=LONG) for away_s in (3, 60))])
def test_the_server_dies_and_the_run_goes_on_until_it_returns_on_its_sample(
    rig: Rig, server: SoundServer, away_s: float
) -> None:
    usual_ms = usual_lateness_ms(rig)
    song_us, wall_us = rig.song_us(), rig.clock.now_us()
    server.kill()
    rig.run(away_s)
    assert abs(rig.song_us() - song_us - (rig.clock.now_us() - wall_us)) < 30_000
    server.start()
    rig.run(6)
    if away_s > 50:
        rig.player.start(rig.chart, 0, 1000)
    assert_on_its_sample(rig, usual_ms)
    assert rig.notices == [LOST_NOTICE]


def test_whatever_is_called_without_a_server_does_nothing(rig: Rig, server: SoundServer) -> None:
    server.kill()
    for _ in range(40):
        rig.run(0.1)
        rig.touch_everything()
    rig.player.stop()
    rig.player.start(rig.chart, 0, 1000)
    rig.player.prepare(500)
    rig.run(1)
    assert sorted(rig.gaps_us)[-3] < LONGEST_POLL_GAP_US


def test_a_suspended_sink_is_a_lost_device_and_returns(rig: Rig, server: SoundServer) -> None:
    usual_ms = usual_lateness_ms(rig)
    server.ask("suspend-sink", "first", "1")
    song_us, wall_us = rig.song_us(), rig.clock.now_us()
    rig.run(3)
    assert rig.player.notice == LOST_NOTICE
    server.ask("suspend-sink", "first", "0")
    rig.run(1.5)
    assert abs(rig.song_us() - song_us - (rig.clock.now_us() - wall_us)) < 30_000
    assert_on_its_sample(rig, usual_ms)


def test_a_server_that_hangs_stops_nothing(rig: Rig, server: SoundServer) -> None:
    usual_ms = usual_lateness_ms(rig)
    server.halt()
    rig.run(3)
    rig.touch_everything()
    server.go_on()
    rig.run(3)
    assert_on_its_sample(rig, usual_ms)
    assert sorted(rig.gaps_us)[-3] < LONGEST_POLL_GAP_US


@pytest.mark.slow
def test_short_buffers_are_switched_to_in_a_pause_and_the_song_returns_on_its_sample(rig: Rig) -> None:
    usual_ms = usual_lateness_ms(rig)

    rig.player.set_buffers(Buffers.SHORT)
    rig.run(1)
    rig.player.pause()
    rig.run(6)
    rig.player.resume(1)
    rig.run(2)
    assert_on_its_sample(rig, usual_ms)

    assert not rig.player.breaks_up
