"""The sound of a film: the song by the run's form, every sound of the run on its sample, and the places' own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt

from game.app.filming.cuts import ReelCut
from game.app.filming.place_sounds import looped, place_spans
from game.content.song.song import Song
from game.content.song.sound_reader import open_sounds
from game.errors import DeviceError
from game.platform.audio.device.mixer import SAMPLE_RATE, Mixer
from game.platform.audio.device.pcm import SoundProblem
from game.platform.audio.device.ring_buffer import FULL_SCALE, Pcm
from game.platform.audio.run_sounds import RunSounds, TimedVoice
from game.platform.audio.song.ducking import Ducking
from game.platform.audio.song.road_song import RoadSong
from game.platform.audio.song.song_writer import file_frame, song_frame
from game.platform.audio.song.stem_gains import StemGains
from game.platform.audio.song.stems import Stems
from game.platform.audio.sound_bank import SoundBank, Voice
from game.platform.clock.song_clock import RATE_ONE, Anchor
from game.sim.chart import Chart
from game.sim.events import Event
from game.sim.streak import Streak
from game.timing.course import KnownCourse
from game.timing.units import Micros

BLOCK_FRAMES = SAMPLE_RATE * 4
"""The song is mixed in blocks of so many frames."""


@dataclass(frozen=True, slots=True)
class SongSpeed:
    """How fast the song was heard: at a rate, in Road work along a road."""

    rate_permille: int = RATE_ONE
    road: KnownCourse | None = None


class Soundtrack:
    """Decodes a song as a run played it. Raises DeviceError where sound cannot be decoded."""

    def __init__(self, chart: Chart, song: Song, roots: tuple[Path, ...], speed: SongSpeed) -> None:
        self._chart = chart
        self._rate_permille = speed.rate_permille
        self._anchor = Anchor(0, 0, speed.rate_permille, speed.road)
        table = open_sounds(roots)
        mixer = Mixer()
        mixer.open()
        self._stems, self._bank = Stems(song.audio), SoundBank(table.sounds, mixer)
        self._sounds = RunSounds(chart, table)
        for name in self._stems.missing(speed.rate_permille):
            _require(self._stems.load(name))
        for name in self._bank.names:
            self._bank.load(name)

    def mixed(self, cuts: Sequence[ReelCut], events: Sequence[Event]) -> Pcm:
        """Return the sound of the cuts, 48 kHz, shape (frames, 2), from the first frame of the first on.

        The music runs through; a run's sounds are heard where its pictures are seen. Warnings are heard, and make room
        for themselves in the music, only where picture and music are at one song time.
        """
        first, end = (file_frame(self._anchor, time_us) for time_us in (cuts[0].from_us, cuts[-1].to_us))
        gains = StemGains(self._chart)
        for event in events:
            gains.follow(event)
        ducking = Ducking(
            song_frame(time_us, self._rate_permille)
            for time_us in self._sounds.warnings_us()
            if any(_is_true(cut) and cut.from_us <= time_us < cut.to_us for cut in cuts)
        )
        out = self._music(first, end - first, gains, ducking)
        for music_us, voice in self._voices(cuts, events):
            block = self._bank.rendered(voice.voice)
            if block is not None:
                _add(out, block, file_frame(self._anchor, music_us) - first)
        self._add_places(out, cuts, first)
        return np.clip(out, -FULL_SCALE, FULL_SCALE).astype(np.int16)

    def _music(self, first: int, count: int, gains: StemGains, ducking: Ducking) -> npt.NDArray[np.int32]:
        read = partial(ducking.read, partial(self._stems.read, gains=gains, rate_permille=self._rate_permille))
        if self._anchor.road is not None:
            read = partial(RoadSong(self._chart).read, self._anchor.road.course, read)
        factor = np.float32(self._bank.buses.factor("music"))
        out = np.zeros((count, 2), np.int32)
        for begin in range(0, count, BLOCK_FRAMES):
            frames = min(BLOCK_FRAMES, count - begin)
            out[begin : begin + frames] = read(first + begin, frames) * factor
        return out

    def _add_places(self, out: npt.NDArray[np.int32], cuts: Sequence[ReelCut], first: int) -> None:
        """Add the loops of the places; the last one has faded out when the film ends."""
        for span in place_spans(self._chart, cuts, lambda section: self._sounds.exercise(section).place):
            begin, end = (file_frame(self._anchor, time_us) - first for time_us in (span.from_us, span.to_us))
            frames = min(end, len(out) - span.fade_frames) - begin
            loop = self._bank.rendered(Voice(span.place)) if span.place and frames > 0 else None
            if loop is not None:
                _add(out, looped(loop, frames, span.fade_frames), begin)

    def _voices(self, cuts: Sequence[ReelCut], events: Sequence[Event]) -> Iterator[tuple[Micros, TimedVoice]]:
        """Yield every voice with its time in the music."""
        of_run = list(self._of_run(events))
        fixed = [*self._sounds.scheduled(), *self._sounds.scenery_heard(events)]
        for cut in cuts:
            for voice in (*of_run, *fixed) if _is_true(cut) else of_run:
                music_us = cut.from_us + voice.song_us - cut.picture_us
                if cut.from_us <= music_us < cut.to_us:
                    yield music_us, voice

    def _of_run(self, events: Sequence[Event]) -> Iterator[TimedVoice]:
        streak = Streak()
        for event in events:
            yield from (TimedVoice(event.time_us, voice) for voice in self._sounds.at_once(event))
            mark = streak.mark(event)
            if mark is not None:
                yield from (TimedVoice(event.time_us, voice) for voice in self._sounds.of_streak(mark))
            yield from self._sounds.later(event)


def _is_true(cut: ReelCut) -> bool:
    """Whether picture and music are at one song time."""
    return cut.picture_us == cut.from_us


def _require(problem: SoundProblem | None) -> None:
    if problem is not None:
        raise DeviceError(problem.sentence)


def _add(out: npt.NDArray[np.int32], block: npt.NDArray[np.int32], first: int) -> None:
    """Add a block to the frames from `first` on; what lies outside is left out."""
    begin, end = max(0, -first), min(len(block), len(out) - first)
    if begin < end:
        out[first + begin : first + end] += block[begin:end]
