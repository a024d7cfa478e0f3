"""Writes the song onto the music tape, three quarters of a second ahead of the device's head: from any song time, at
any rate that has a mix.

Nothing is resampled: a practice mix was rendered at its rate, so a frame of the device is a frame of the file. What
is already written and not yet heard can be written again (the form opened a stem, the run was paused): the new
version is spliced in just ahead of the head.
"""

import numpy as np

from game.platform.audio.device import SAMPLE_RATE, frames_of
from game.platform.audio.pcm import silence
from game.platform.audio.ring_buffer import Pcm, RingBuffer
from game.platform.audio.stem_gains import StemGains
from game.platform.audio.stems import Stems
from game.platform.clock.song_clock import RATE_ONE, Anchor
from game.timing.units import Micros, rounded_div

AHEAD_FRAMES = SAMPLE_RATE * 3 // 4
"""The whole program may stall so long and the song still goes on; more would make every change of form dearer."""
BLOCK_FRAMES = 2048
FADE_IN_FRAMES = SAMPLE_RATE // 100


class SongWriter:
    """The music tape and what is to be heard on it: the song from an anchor on, or silence."""

    def __init__(self, tape: RingBuffer, stems: Stems) -> None:
        self._tape = tape
        self._stems = stems
        self._playing: tuple[Anchor, StemGains] | None = None
        self._written = 0
        self._wiped = 0

    def play(self, anchor: Anchor, gains: StemGains, safe: int) -> None:
        """Let the song be heard from an anchor on; `safe` is the first frame that may still be written."""
        self._playing = (anchor, gains)
        self.rewrite(safe)

    def hush(self, safe: int) -> None:
        """Fall silent."""
        self._playing = None
        self.rewrite(safe)

    def move_to(self, tape: RingBuffer, safe: int) -> None:
        """Go on on another tape: the device is a new one."""
        self._tape = tape
        self.rewrite(safe)

    def rewrite(self, safe: int) -> None:
        """Write what is ahead of `safe` once more."""
        self._tape.splice(safe, self._rendered(safe, AHEAD_FRAMES))
        self._written = safe + AHEAD_FRAMES

    def fill(self, safe: int, heard: int) -> None:
        """Keep the tape written ahead of `safe`, and wipe what lies behind the frame that is being `heard`."""
        self._wiped = max(self._wiped, heard - SAMPLE_RATE)
        self._tape.wipe(self._wiped, heard - self._wiped)
        self._wiped = heard
        self._written = max(self._written, safe)
        missing = safe + AHEAD_FRAMES - self._written
        if missing >= BLOCK_FRAMES:
            self._tape.write(self._written, self._rendered(self._written, missing))
            self._written += missing

    def _rendered(self, first: int, count: int) -> Pcm:
        if self._playing is None:
            return silence(count)
        anchor, gains = self._playing
        begin = frames_of(anchor.playback_us)
        quiet = max(0, min(count, begin - first))
        out = silence(count)
        if quiet < count:
            offset = first + quiet - begin
            song_frame = file_frame(anchor) + offset
            out[quiet:] = self._stems.read(song_frame, count - quiet, gains, anchor.rate_permille)
            _fade_in(out[quiet:], offset)
        return out


def file_frame(anchor: Anchor) -> int:
    """Return the frame of the rate's own file at the anchor."""
    return song_frame(anchor.song_us, anchor.rate_permille)


def song_frame(song_us: Micros, rate_permille: int) -> int:
    """Return the frame of a rate's own file at a song time, to the nearest."""
    return rounded_div(song_us * SAMPLE_RATE, rate_permille * 1_000_000 // RATE_ONE)


def device_frame(anchor: Anchor, song_us: Micros) -> int:
    """Return the frame of the device on which a song time is heard: counted in frames of the file from the anchor on,
    as the song is written, so that a sound for a beat and the beat never round apart."""
    return frames_of(anchor.playback_us) + song_frame(song_us, anchor.rate_permille) - file_frame(anchor)


def _fade_in(block: Pcm, offset: int) -> None:
    """Let the song's first 10 ms after an anchor rise: it may begin anywhere."""
    if offset < FADE_IN_FRAMES:
        gain = np.clip((offset + np.arange(len(block))) / FADE_IN_FRAMES, 0.0, 1.0)
        block[:] = (block * gain[:, None]).astype(np.int16)
