"""A stretched song is written a little at a time, so that no restart waits for all that lies ahead."""

import numpy as np

from game.platform.audio.device.ring_buffer import Pcm
from game.platform.audio.song.ducking import Ducking
from game.platform.audio.song.road_song import RoadSong
from game.platform.audio.song.song_writer import AHEAD_FRAMES, STRETCHED_FRAMES, SongWriter
from game.platform.audio.song.stem_gains import StemGains
from game.platform.clock.song_clock import Anchor
from game.timing.course import Course, KnownCourse, Leg
from tests.charts import At, L, chart_of

CHART = chart_of("yard", At(2, "lift", L))


class Tone:
    """Stems that sound the same at every frame."""

    def read(self, first: int, count: int, gains: StemGains, rate_permille: int) -> Pcm:
        """Return a constant."""
        return np.full((count, 2), 1000, np.int16)


class Written:
    """Keeps how many frames were written in one go, and the last frame that sounds."""

    def __init__(self) -> None:
        self.spliced: list[Pcm] = []
        self.written: list[int] = []

    def splice(self, frame: int, pcm: Pcm) -> None:
        """Take a rewriting."""
        self.spliced.append(pcm)

    def write(self, frame: int, pcm: Pcm) -> None:
        """Take what follows."""
        self.written.append(len(pcm))

    def wipe(self, first: int, count: int) -> None:
        """Nothing is kept of it."""


def started(road: KnownCourse | None) -> tuple[SongWriter, Written]:
    buffer = Written()
    writer = SongWriter(buffer, Tone())  # type: ignore[arg-type]
    song = None if road is None else RoadSong(CHART)
    writer.play(Anchor(0, 0, 1000, road), StemGains(CHART), Ducking(()), 0, song)
    return writer, buffer


def test_a_stretched_song_begins_with_silence_behind_its_first_eighth_of_a_second() -> None:
    writer, buffer = started(KnownCourse(Course((Leg(0, 0, 9_000),)), 1 << 40))
    ahead, first = buffer.spliced
    assert len(ahead) == AHEAD_FRAMES
    assert not ahead.any()
    assert len(first) == STRETCHED_FRAMES
    for frame in range(0, 12 * 800, 800):
        writer.fill(frame, frame)
    assert max(buffer.written) <= STRETCHED_FRAMES
    assert sum(buffer.written) >= AHEAD_FRAMES - STRETCHED_FRAMES, "and is as far ahead soon after"


def test_a_stretched_song_that_is_muted_is_silent_as_far_as_it_was_written() -> None:
    writer, buffer = started(KnownCourse(Course((Leg(0, 0, 9_000),)), 1 << 40))
    writer.mute(0)
    assert len(buffer.spliced[-1]) == AHEAD_FRAMES
    assert not buffer.spliced[-1].any()


def test_a_song_at_its_written_tempo_is_written_ahead_at_once() -> None:
    _, buffer = started(None)
    assert [len(pcm) for pcm in buffer.spliced] == [AHEAD_FRAMES]
