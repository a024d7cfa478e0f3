"""Writes the song into the music ring buffer, 0.75 s ahead of the playhead, from any song time and at any rate that has
a mix.

Nothing is resampled: a practice mix was rendered at its rate, so a frame of the device is a frame of the file. What is
written and not yet played can be rewritten (form opened a stem, the run was paused): the new version is cross-faded in
just ahead of the playhead.
"""

from functools import partial

import numpy as np

from game.platform.audio.device.device import frames_of
from game.platform.audio.device.mixer import SAMPLE_RATE
from game.platform.audio.device.pcm import silence
from game.platform.audio.device.ring_buffer import Pcm, RingBuffer
from game.platform.audio.song.ducking import Ducking
from game.platform.audio.song.stem_gains import StemGains
from game.platform.audio.song.stems import Stems
from game.platform.clock.song_clock import RATE_ONE, Anchor
from game.timing.units import Micros, rounded_div

AHEAD_FRAMES = SAMPLE_RATE * 3 // 4
"""Frames written ahead (0.75 s): how long the program may stall before the song stops; more makes rewrites slower."""
BLOCK_FRAMES = 2048
"""Frames are written in blocks of at least this many."""
FADE_IN_FRAMES = SAMPLE_RATE // 100
"""Length of the fade-in behind an anchor, in frames: 10 ms."""


class SongWriter:
    """Keeps the music ring buffer filled with the song from an anchor on, or with silence."""

    def __init__(self, buffer: RingBuffer, stems: Stems) -> None:
        self._buffer = buffer
        self._stems = stems
        self._playing: tuple[Anchor, StemGains, Ducking] | None = None
        self._written = 0
        self._wiped = 0

    def play(self, anchor: Anchor, gains: StemGains, ducking: Ducking, safe: int) -> None:
        """Write the song from an anchor on; `safe` is the first frame that may still be written."""
        self._playing = (anchor, gains, ducking)
        self.rewrite(safe)

    def mute(self, safe: int) -> None:
        """Write silence from frame `safe` on."""
        self._playing = None
        self.rewrite(safe)

    def move_to(self, buffer: RingBuffer, safe: int) -> None:
        """Write to another ring buffer from now on, that of a reopened device."""
        self._buffer = buffer
        self.rewrite(safe)

    def rewrite(self, safe: int) -> None:
        """Render and write the frames ahead of `safe` again."""
        self._buffer.splice(safe, self._rendered(safe, AHEAD_FRAMES))
        self._written = safe + AHEAD_FRAMES

    def fill(self, safe: int, playhead: int) -> None:
        """Write up to `AHEAD_FRAMES` ahead of `safe`, and clear the frames behind the playhead."""
        self._wiped = max(self._wiped, playhead - SAMPLE_RATE)
        self._buffer.wipe(self._wiped, playhead - self._wiped)
        self._wiped = playhead
        self._written = max(self._written, safe)
        missing = safe + AHEAD_FRAMES - self._written
        if missing >= BLOCK_FRAMES:
            self._buffer.write(self._written, self._rendered(self._written, missing))
            self._written += missing

    def _rendered(self, first: int, count: int) -> Pcm:
        if self._playing is None:
            return silence(count)
        anchor, gains, ducking = self._playing
        begin = frames_of(anchor.playback_us)
        quiet = max(0, min(count, begin - first))
        out = silence(count)
        if quiet < count:
            offset = first + quiet - begin
            song_frame = file_frame(anchor) + offset
            read = partial(self._stems.read, gains=gains, rate_permille=anchor.rate_permille)
            out[quiet:] = ducking.read(read, song_frame, count - quiet)
            _fade_in(out[quiet:], offset)
        return out


def file_frame(anchor: Anchor) -> int:
    """Return the frame of the rate's own file at the anchor."""
    return song_frame(anchor.song_us, anchor.rate_permille)


def song_frame(song_us: Micros, rate_permille: int) -> int:
    """Return the frame of a rate's own file at a song time, to the nearest."""
    return rounded_div(song_us * SAMPLE_RATE, rate_permille * 1_000_000 // RATE_ONE)


def device_frame(anchor: Anchor, song_us: Micros) -> int:
    """Return the device frame on which a song time is played, counted in frames of the file from the anchor on, as the
    song is: a sound scheduled for a beat and the beat itself never round differently."""
    return frames_of(anchor.playback_us) + song_frame(song_us, anchor.rate_permille) - file_frame(anchor)


def _fade_in(block: Pcm, offset: int) -> None:
    """Fade in the first frames behind an anchor, which may lie anywhere in a waveform."""
    if offset < FADE_IN_FRAMES:
        gain = np.clip((offset + np.arange(len(block))) / FADE_IN_FRAMES, 0.0, 1.0)
        block[:] = (block * gain[:, None]).astype(np.int16)
