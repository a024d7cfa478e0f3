"""Mixes timed voices into the cue ring buffer, sample-accurately, shortly before they are due."""

import heapq
from collections.abc import Iterable
from itertools import count

from game.platform.audio.device.device import RING_FRAMES
from game.platform.audio.device.mixer import SAMPLE_RATE
from game.platform.audio.device.pcm import silence
from game.platform.audio.device.ring_buffer import RingBuffer
from game.platform.audio.run_sounds import TimedVoice
from game.platform.audio.song.song_writer import device_frame
from game.platform.audio.sound_bank import SoundBank, Voice
from game.platform.clock.song_clock import Anchor
from game.timing.units import Micros

LOOK_AHEAD_FRAMES = SAMPLE_RATE // 5
"""Voices due within so many frames are mixed in: 200 ms."""
LATEST_FRAMES = SAMPLE_RATE // 8
"""A voice late by up to so many frames (125 ms) is mixed in at once; a later one is dropped."""
LONGEST_FRAMES = RING_FRAMES - SAMPLE_RATE
"""Longest voice, in frames: the ring buffer less a second, so that it never meets the playhead from behind."""
KEPT_PLACED = 64
"""Number of voices mixed in last that `rewind` can queue again."""


class CueScheduler:
    """A priority queue of timed voices by song time, and the ring buffer they are mixed into."""

    def __init__(self, buffer: RingBuffer, bank: SoundBank) -> None:
        self._buffer = buffer
        self._bank = bank
        self._queue: list[tuple[Micros, int, Voice]] = []
        self._placed: list[tuple[Micros, int, Voice]] = []
        self._order = count()
        self._wiped = 0

    def clear(self, safe: int) -> None:
        """Drop all queued voices and mute from frame `safe` on."""
        self._queue, self._placed = [], []
        self.mute(safe)

    def move_to(self, buffer: RingBuffer, safe: int) -> None:
        """Write to another ring buffer from now on, that of a reopened device, which is muted from frame `safe` on."""
        self._buffer = buffer
        self.mute(safe)

    def mute(self, safe: int) -> None:
        """Overwrite the buffer with silence from frame `safe` on; queued voices stay queued."""
        self._buffer.splice(safe, silence(LONGEST_FRAMES))

    def queue(self, timed_voices: Iterable[TimedVoice]) -> None:
        """Add voices, in any order."""
        for timed_voice in timed_voices:
            heapq.heappush(self._queue, (timed_voice.song_us, next(self._order), timed_voice.voice))

    def rewind(self, song_us: Micros) -> None:
        """Queue again the voices mixed in for `song_us` or later, which a pause cut off."""
        for item in self._placed:
            if item[0] >= song_us:
                heapq.heappush(self._queue, item)
        self._placed = []

    def fill(self, anchor: Anchor, safe: int) -> None:
        """Mix in the voices due within `LOOK_AHEAD_FRAMES`; `safe` is the first frame that may still be written."""
        while self._queue:
            frame = device_frame(anchor, self._queue[0][0])
            if frame > safe + LOOK_AHEAD_FRAMES:
                return
            item = heapq.heappop(self._queue)
            if frame >= safe - LATEST_FRAMES:
                self.place(item[2], max(frame, safe))
                self._placed = [*self._placed[-KEPT_PLACED:], item]

    def place(self, voice: Voice, frame: int) -> None:
        """Mix a voice into the buffer at a frame."""
        block = self._bank.rendered(voice)
        if block is not None:
            self._buffer.add(frame, block[:LONGEST_FRAMES])

    def wipe(self, playhead: int) -> None:
        """Clear the frames behind the playhead, so that the ring does not repeat them."""
        self._wiped = max(self._wiped, playhead - SAMPLE_RATE)
        self._buffer.wipe(self._wiped, playhead - self._wiped)
        self._wiped = playhead
