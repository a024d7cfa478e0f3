"""Locates the song and noise bursts in a recording, to the sample, by cross-correlation, and computes the song clock's
error against the recording.
"""

from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from game.commands.bench.live.recording import RATE, SoundCapture
from game.content.song.song import Song
from game.platform.audio.song.stem_gains import StemGains
from game.platform.audio.song.stems import Stems
from game.platform.clock.song_clock import RATE_ONE
from game.timing.units import US_PER_SECOND, Micros, rounded_div

Signal = npt.NDArray[np.float32]

FRAME_MS = 4
"""Interval in ms at which a passage reads the song clock."""
WINDOW_FRAMES = RATE // 4
"""Length of a piece of the song that is searched for, in sample frames."""
SPACING_US = US_PER_SECOND // 2
"""Time between two pieces."""
REACH_FRAMES = RATE // 40
"""Search distance in sample frames around an earlier match."""
WIDE_FRAMES = RATE // 4
"""Search distance in sample frames without an earlier match."""
CLEAR = 0.35
"""Least normalized correlation of a match; silence or one held note stay below it."""


@dataclass(slots=True)
class Passage:
    """One span of play: readings of the song clock, (wall time, song time) in microseconds, and the anchor it started
    from.
    """

    rate_permille: int
    anchor_us: Micros
    readings: list[tuple[Micros, Micros]] = field(default_factory=list)
    first_frame: int = 0


class SongLocator:
    """Locates the song and the bursts in a recording."""

    def __init__(self, recording: SoundCapture, song: Song, stems: Stems, gains: StemGains, burst: Signal) -> None:
        left, right = recording.sides()
        self._song_side, self._burst_side = sharpened(left), sharpened(right)
        self._frames_at = recording.frames_at
        self._stems = stems
        self._gains = gains
        self._burst = sharpened(burst)
        self._beats_us = [song.tempo.to_us(Fraction(beat)) for beat in range(song.beats)]

    def song_places(self, passage: Passage) -> list[tuple[int, int]]:
        """Return (frame of the song at the rate, frame of the recording) about twice a second."""
        places: list[tuple[int, int]] = []
        guess: int | None = None
        span_us = passage.readings[-1][0] - passage.readings[0][0]
        step = max(1, len(passage.readings) * SPACING_US // max(1, span_us))
        for wall_us, song_us in passage.readings[step // 2 :: step]:
            frame = _file_frame(song_us, passage.rate_permille)
            wanted = self._stems.read(frame, WINDOW_FRAMES, self._gains, passage.rate_permille)[:, 0]
            sharp = sharpened(wanted)
            found = None if guess is None else find(self._song_side, sharp, frame + guess, REACH_FRAMES)
            if found is None:
                near = round(float(self._frames_at(np.array([wall_us], np.float64))[0]))
                found = find(self._song_side, sharp, near, WIDE_FRAMES)
            if found is not None:
                places.append((frame, found))
                guess = found - frame
        return places

    def burst_places(self, passage: Passage, places: list[tuple[int, int]]) -> list[int]:
        """Return the offset of each burst from its beat, in frames, relative to the song around it."""
        first_us, last_us = passage.readings[0][1] + 150_000, passage.readings[-1][1] - 150_000
        beats = [beat_us for beat_us in self._beats_us if first_us <= beat_us <= last_us]
        beside: list[int] = []
        for frame in (_file_frame(beat_us, passage.rate_permille) for beat_us in beats):
            place = self._song_place(
                passage, frame - WINDOW_FRAMES // 4, _recorded_frame(places, frame - WINDOW_FRAMES // 4)
            )
            if place is not None:
                wanted = place + WINDOW_FRAMES // 4
                found = find(self._burst_side, self._burst, wanted, REACH_FRAMES)
                beside += [] if found is None else [found - wanted]
        return beside

    def _song_place(self, passage: Passage, frame: int, near: int) -> int | None:
        wanted = self._stems.read(frame, WINDOW_FRAMES, self._gains, passage.rate_permille)[:, 0]
        return find(self._song_side, sharpened(wanted), near, REACH_FRAMES)

    def clock_errors_ms(self, passage: Passage, places: list[tuple[int, int]]) -> npt.NDArray[np.float64]:
        """Return song clock minus recorded song, in ms of real time, for each reading; a constant part is output
        latency.

        After a buffer underrun of the sound server the song is late from there on: each reading is compared with the
        match nearest to it.
        """
        readings = np.array(passage.readings, np.float64)
        song_frames = readings[:, 1] * RATE / 1e3 / passage.rate_permille
        frames = self._frames_at(readings[:, 0])
        matches = np.array([at for _, at in places], np.float64)
        bases = np.array([at - frame for frame, at in places], np.float64)
        nearest = np.abs(frames[:, None] - matches).argmin(1)
        moving = readings[:, 1] > readings[0, 1]
        errors: npt.NDArray[np.float64] = (song_frames - frames + bases[nearest])[moving] * 1e3 / RATE
        return errors

    def steady(self, passage: Passage, places: list[tuple[int, int]]) -> npt.NDArray[np.bool_]:
        """Return which readings are far from a buffer underrun of the sound server: not from a second before to three
        after.
        """
        readings = np.array(passage.readings, np.float64)
        frames = self._frames_at(readings[:, 0])[readings[:, 1] > readings[0, 1]]
        calm = np.ones(len(frames), np.bool_)
        for (frame, at), (next_frame, next_at) in pairwise(places):
            if next_at - next_frame != at - frame:
                calm &= (frames < at - RATE) | (frames > next_at + 3 * RATE)
        return calm


def sharpened(x: npt.NDArray[np.generic]) -> Signal:
    """Return the first differences of a signal: a high-pass, so that the correlation peak is sharp to the sample."""
    return np.diff(x.astype(np.float32), prepend=np.float32(0))


def find(recorded: Signal, wanted: Signal, near: int, reach: int, clear: float = CLEAR) -> int | None:
    """Return the frame of `recorded` at which a signal lies, within `reach` frames of `near`; None: no match whose
    normalized correlation is above `clear`."""
    start = near - reach
    piece = recorded[start : start + len(wanted) + 2 * reach] if start >= 0 else wanted[:0]
    if len(piece) < len(wanted) + 2 * reach or not np.any(wanted):
        return None
    size = 1 << int(np.ceil(np.log2(len(piece) + len(wanted))))
    product = np.fft.rfft(piece, size) * np.conj(np.fft.rfft(wanted, size))
    likeness = np.fft.irfft(product, size)[: 2 * reach + 1]
    best = int(likeness.argmax())
    power = float(np.sqrt((piece[best : best + len(wanted)] ** 2).sum() * (wanted**2).sum()))
    return start + best if power > 0 and likeness[best] / power > clear else None


def _recorded_frame(places: list[tuple[int, int]], frame: int) -> int:
    """Return the recorded frame of a frame of the song, by the nearest match."""
    of, at = min(places, key=lambda place: abs(place[0] - frame))
    return frame + at - of


def _file_frame(song_us: Micros, rate_permille: int) -> int:
    return rounded_div(song_us * RATE, rate_permille * RATE_ONE)
