"""A player on a real sound server, which is recorded: how late each moment of its song is heard."""

import time
import wave
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from game.commands.bench.live.recording import SoundCapture
from game.commands.bench.live.song_alignment import find, sharpened
from game.content.song.song import SongAudio
from game.content.song.sound_table import CueSounds, ExerciseSounds, SoundSpec, SoundTable
from game.platform.audio.device.device import AudioDevice
from game.platform.audio.device.device_watch import LOST_NOTICE
from game.platform.audio.player import AudioPlayer
from game.platform.audio.song.stems import Stems
from game.platform.clock.monotonic import MonotonicClock
from game.sim.events import Judged, Part
from game.sim.judge import Grade
from game.timing.units import Micros
from tests.charts import BEAT_US, At, L, chart_of

A_BUFFER_MS = 25.0
"""What a buffer and a poll may take, ms."""
RECORDINGS = 4
"""How often it is listened at most. A busy machine starves the mixer or the recorder for a moment, and one recording is
shifted within; a song that is not on its sample is so in all of them.
"""
RATE = 48_000
PATIENCE_S = 30.0
SONG_S = 60
HIT = Judged(0, 0, 0, "lift", Part.PRESS, L, Grade.PERFECT, 1000, False, 0)


def write_wav(path: Path, samples: npt.NDArray[np.int16]) -> None:
    with wave.open(str(path), "wb") as out:
        out.setnchannels(samples.shape[1])
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(samples.tobytes())


class RealRig:
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

    def run_until_away(self) -> None:
        """Step until the player does without a device."""
        self._run_until(away=True)

    def run_until_back(self) -> None:
        """Step until the device is back in use; a loaded machine may take longer than the watch's own times."""
        self._run_until(away=False)

    def _run_until(self, *, away: bool) -> None:
        deadline = time.monotonic() + PATIENCE_S
        while self.player.is_silent is not away:
            assert time.monotonic() < deadline, f"the device does not become {'lost' if away else 'found'}"
            self.run(0.05)

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

    def heard(self, recording: SoundCapture) -> tuple[float, list[int]]:
        """Return how late the last second of the song was heard, in ms, and by how many frames its beats lie beside:
        no beats where the song is not heard.
        """
        now_us, song_us = self.clock.now_us(), self.song_us()
        self.run(0.7)
        left, right = (sharpened(side) for side in recording.sides())
        begin = round((song_us - 1_000_000) * RATE / 1e6)
        near = round(float(recording.frames_at(np.array([now_us], np.float64))[0])) - RATE
        tried = range(0, RATE, RATE // 4)  # a stutter may lie in one quarter of the second
        places = ((self.song_place(left, begin + after, near + after, RATE // 4), after) for after in tried)
        found = next((place - after for place, after in places if place is not None), None)
        if found is None:
            return 0.0, []
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


@contextmanager
def playing(folder: Path) -> Iterator[RealRig]:
    """Play the song from its beginning, as soon as it can be decoded."""
    rig = RealRig(folder)
    while rig.player.progress < 1.0:
        rig.run(0.1)
    rig.run(1)
    rig.player.start(rig.chart, 0, 1000)
    yield rig
    rig.player.close()


@contextmanager
def recorded(clock: MonotonicClock) -> Iterator[SoundCapture]:
    """Record what is played, and stop in any case."""
    recording = SoundCapture(clock)
    try:
        yield recording
    finally:
        recording.stop()


def assert_on_its_sample(rig: RealRig, usual_ms: float) -> None:
    beside_ms: list[float] = []
    for _ in range(RECORDINGS):
        beside_ms.append(usual_lateness_ms(rig) - usual_ms)
        if abs(beside_ms[-1]) < A_BUFFER_MS:
            return
    raise AssertionError(f"song clock and sound came apart by more than a buffer: {beside_ms} ms")


def usual_lateness_ms(rig: RealRig) -> float:
    """Return how late the song is heard, every beat of it on its sample."""
    told: list[list[int]] = []
    for _ in range(RECORDINGS):
        with recorded(rig.clock) as recording:
            deadline = time.monotonic() + PATIENCE_S
            while not recording.frames:
                assert time.monotonic() < deadline, "nothing is recorded"
                rig.run(0.05)
            rig.run(1.8)
            late_ms, beside = rig.heard(recording)
        if beside and not any(beside):
            return late_ms
        told.append(beside)
    raise AssertionError(f"the song is not heard, or its beats lie beside it by so many frames: {told}")


def assert_the_song_goes_on_alone(rig: RealRig) -> None:
    """With no device to follow, song time is wall time, whatever the machine's load."""
    rig.run(0.2)  # a song that has just been started waits for its first frame
    rig.run_until_away()
    song_us, wall_us = rig.song_us(), rig.clock.now_us()
    rig.run(0.3)
    assert abs(rig.song_us() - song_us - (rig.clock.now_us() - wall_us)) < 5_000
