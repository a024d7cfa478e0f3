"""A player on a simulated device, a frame at a time, with sounds of its own."""

import wave
from fractions import Fraction
from pathlib import Path

import numpy as np
import numpy.typing as npt

from game.content.song.song import SongAudio
from game.content.song.sound_table import After, CueSounds, ExerciseSounds, HandSounds, SoundSpec, SoundTable
from game.platform.audio.player import AudioPlayer
from game.platform.audio.song.stems import Stems
from game.sim.chart import Chart
from game.sim.events import Event, Judged, Part
from game.sim.judge import Grade
from game.timing.clock import ManualClock
from game.timing.units import Micros, ms
from tests.charts import L
from tests.platform.audio.devices import PaperDevice

RATE = 48_000
BED, LOW, HIGH, RING, LEAD = 1000, 2000, 4000, 300, 800
CLICK = 12_000
SONG_S = 12


def write_wav(path: Path, samples: npt.NDArray[np.int16]) -> None:
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(samples.tobytes())


class Rig:
    """A player, its clock, its device and a frame at a time."""

    def __init__(self, folder: Path, chart: Chart, lead: int = 0) -> None:
        self.wall = ManualClock(1_000_000)
        self.device = PaperDevice(self.wall)
        self.chart = chart
        levels = {"bed": BED, "low": LOW, "high": HIGH, "lead": lead, "mix-0.5": 500, "ring-out": RING}
        for name, level in levels.items():
            write_wav(folder / f"{name}.ogg", np.full(RATE * SONG_S, level, np.int16))
        stems = {name: folder / f"{name}.ogg" for name in ("bed", "low", "high", "choir", "lead")}
        audio = SongAudio(stems, {500: folder / "mix-0.5.ogg"}, ring_out=folder / "ring-out.ogg")
        write_wav(folder / "click.wav", np.array([CLICK, 0, 0, 0], np.int16))
        self.player = AudioPlayer(self.device, self.wall, Stems(audio), table_of(folder))
        self.player.load()
        self.player.wait_until_loaded()
        self.forget()
        self.frames(2)

    def forget(self) -> None:
        """Drop what was recorded."""
        self.steps: list[tuple[int, Micros]] = []
        self.music: list[npt.NDArray[np.int16]] = []
        self.cues: list[npt.NDArray[np.int16]] = []

    def frames(self, count: int) -> None:
        """Let frames of 16 ms go by, and record what was played in them."""
        for _ in range(count):
            before = self.now_frame()
            self.steps.append((before, self.song_us()))
            self.wall.advance(ms(16))
            span = self.now_frame() - before
            self.music.append(self.device.music.read(before, span))
            self.cues.append(self.device.cues.read(before, span))
            self.player.update(self.wall.now_us())

    def now_frame(self) -> int:
        return round(self.wall.now_us() * RATE / 1e6)

    def song_us(self) -> Micros:
        return self.player.song_time_at(self.wall.now_us())

    def play_to(self, song_us: Micros, *events: Event) -> None:
        self.player.on_events(events)
        while self.song_us() < song_us:
            self.frames(1)

    def music_at(self, song_us: Micros) -> int:
        """The song as it was last played."""
        frame, there_us = next(step for step in reversed(self.steps) if step[1] <= song_us)
        index = frame - self.steps[0][0] + round((song_us - there_us) * RATE / 1e6)
        return int(np.concatenate(self.music)[index, 0])

    def clicks(self) -> list[Micros]:
        """Song times of the clicks that were played; those of a count-in have the time at which the song stands."""
        loud = np.flatnonzero(np.concatenate(self.cues).max(1) > 0) + self.steps[0][0]
        times = []
        for frame in loud:
            step_frame, song_us = next(step for step in reversed(self.steps) if step[0] <= frame)
            times.append(song_us + round((int(frame) - step_frame) * 1e6 / RATE))
        return times


def table_of(folder: Path) -> SoundTable:
    click = SoundSpec("click", folder / "click.wav", ((0, 4),), 1.0, "cues", 0.0)
    touches = {"clean": "", "early": "", "late": "", "sloppy": "", "miss": "click"}
    straight = CueSounds(HandSounds("click", "click"), press=touches, echo="click")
    lift = CueSounds(HandSounds("click", "click"), press=touches)
    strike = CueSounds(press=touches, follows=(After("click", Fraction(1, 3)), After("click", Fraction(2, 3))))
    return SoundTable(
        {"click": click},
        {"meat.straight": straight, "yard.lift": lift, "speed_bag.strike": strike, "medicine_ball.brace": lift},
        exercises={"steps": ExerciseSounds(feet="click")},
        game={"count_in": "click"},
    )


def judged(time_us: Micros, grade: Grade, kind: str = "lift", cue_id: int = 0) -> Judged:
    offset = None if grade is Grade.MISS else 0
    return Judged(time_us, 0, cue_id, kind, Part.PRESS, L, grade, 1000, False, offset)


def near(value: int, wanted: float) -> bool:
    return abs(value - wanted) <= 2
