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
from game.platform.audio.song.road_song import RoadSong, road_frame
from game.platform.audio.song.stem_gains import StemGains
from game.platform.audio.song.stems import Stems
from game.platform.clock.song_clock import RATE_ONE, Anchor
from game.timing.units import Micros, rounded_div

AHEAD_FRAMES = SAMPLE_RATE * 3 // 4
"""Frames written ahead (0.75 s): how long the program may stall before the song stops; more makes rewrites slower."""
STRETCHED_FRAMES = SAMPLE_RATE // 8
"""Frames of a stretched song that are written at most in one go; a frame of the picture takes a fraction of it."""
BLOCK_FRAMES = 2048
"""Frames are written in blocks of at least this many."""
FOREVER_FRAMES = 1 << 62
"""A frame that is never reached."""
FADE_IN_FRAMES = SAMPLE_RATE // 100
"""Length of the fade-in behind an anchor, in frames: 10 ms."""


class SongWriter:
    """Keeps the music ring buffer filled with the song from an anchor on, or with silence."""

    def __init__(self, buffer: RingBuffer, stems: Stems) -> None:
        self._buffer = buffer
        self._stems = stems
        self._playing: tuple[Anchor, StemGains, Ducking] | None = None
        self._road_song: RoadSong | None = None
        self._written = 0
        self._wiped = 0

    def play(
        self, anchor: Anchor, gains: StemGains, ducking: Ducking, safe: int, road_song: RoadSong | None = None
    ) -> None:
        """Write the song from an anchor on; `safe` is the first frame that may still be written. `road_song` stretches
        it, where the anchor has a road."""
        self._playing, self._road_song = (anchor, gains, ducking), road_song
        if road_song is not None:
            self._buffer.splice(safe, silence(AHEAD_FRAMES))
        self.rewrite(safe)

    def follow(self, anchor: Anchor) -> None:
        """Write along a road that is known further from now on."""
        if self._playing is not None:
            self._playing = (anchor, *self._playing[1:])

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
        if self._road_song is not None:
            self._road_song.forget()
        count = min(AHEAD_FRAMES, self._most_at_once())
        self._buffer.splice(safe, self._rendered(safe, count))
        self._written = max(safe, min(safe + count, self._known_until()))

    def fill(self, safe: int, playhead: int) -> None:
        """Write up to `AHEAD_FRAMES` ahead of `safe`, and clear the frames behind the playhead."""
        self._wiped = max(self._wiped, playhead - SAMPLE_RATE)
        self._buffer.wipe(self._wiped, playhead - self._wiped)
        self._wiped = playhead
        self._written = max(self._written, safe)
        missing = min(safe + AHEAD_FRAMES, self._known_until()) - self._written
        missing = min(missing, self._most_at_once())
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
            read = partial(ducking.read, partial(self._stems.read, gains=gains, rate_permille=anchor.rate_permille))
            frame = file_frame(anchor, anchor.song_us) + offset
            if anchor.road is None or self._road_song is None:
                out[quiet:] = read(frame, count - quiet)
            else:
                out[quiet:] = self._road_song.read(anchor.road.course, read, frame, count - quiet)
            _fade_in(out[quiet:], offset)
        return out

    def _most_at_once(self) -> int:
        """Return how many frames are written in one go: stretching all that lies ahead takes 15 ms, in which the device
        may run dry, and a restart would wait for it."""
        stretches = self._playing is not None and self._road_song is not None
        return STRETCHED_FRAMES if stretches else AHEAD_FRAMES

    def _known_until(self) -> int:
        """Return the device frame behind the last one that can be written: in Road work the barline whose bar has no
        pace yet."""
        road = None if self._playing is None else self._playing[0].road
        if self._playing is None or road is None:
            return FOREVER_FRAMES
        return device_frame(self._playing[0], road.until_us)


def file_frame(anchor: Anchor, song_us: Micros) -> int:
    """Return the frame at a song time of what is played from an anchor: the rate's own file, or the stretched song."""
    if anchor.road is not None:
        return road_frame(anchor.road.course, song_us)
    return song_frame(song_us, anchor.rate_permille)


def song_frame(song_us: Micros, rate_permille: int) -> int:
    """Return the frame of a rate's own file at a song time, to the nearest."""
    return rounded_div(song_us * SAMPLE_RATE, rate_permille * 1_000_000 // RATE_ONE)


def device_frame(anchor: Anchor, song_us: Micros) -> int:
    """Return the device frame on which a song time is played, counted in frames of the file from the anchor on, as the
    song is: a sound scheduled for a beat and the beat itself never round differently."""
    return frames_of(anchor.playback_us) + file_frame(anchor, song_us) - file_frame(anchor, anchor.song_us)


def _fade_in(block: Pcm, offset: int) -> None:
    """Fade in the first frames behind an anchor, which may lie anywhere in a waveform."""
    if offset < FADE_IN_FRAMES:
        gain = np.clip((offset + np.arange(len(block))) / FADE_IN_FRAMES, 0.0, 1.0)
        block[:] = (block * gain[:, None]).astype(np.int16)
