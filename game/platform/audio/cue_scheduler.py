"""Places soundings onto the cue tape, each on its own sample, a moment before it is due."""

import heapq
from collections.abc import Iterable
from itertools import count

from game.platform.audio.device import SAMPLE_RATE, TAPE_FRAMES
from game.platform.audio.pcm import silence
from game.platform.audio.ring_buffer import RingBuffer
from game.platform.audio.run_sounds import Sounding
from game.platform.audio.song_writer import device_frame
from game.platform.audio.sound_bank import SoundBank, Voice
from game.platform.clock.song_clock import Anchor
from game.timing.units import Micros

LOOK_AHEAD_FRAMES = SAMPLE_RATE // 5
LATEST_FRAMES = SAMPLE_RATE // 8
"""A sounding that comes too late for its sample is placed at once; later than this it is left out."""
LONGEST_FRAMES = TAPE_FRAMES - SAMPLE_RATE


class CueScheduler:
    """A queue of soundings in song time, and the tape they end up on."""

    def __init__(self, tape: RingBuffer, bank: SoundBank) -> None:
        self._tape = tape
        self._bank = bank
        self._queue: list[tuple[Micros, int, Voice]] = []
        self._placed: list[tuple[Micros, int, Voice]] = []
        self._order = count()
        self._wiped = 0

    def clear(self, safe: int) -> None:
        """Forget everything and fall silent from frame `safe` on."""
        self._queue, self._placed = [], []
        self.hush(safe)

    def move_to(self, tape: RingBuffer) -> None:
        """Go on on another tape: the device is a new one."""
        self._tape = tape

    def hush(self, safe: int) -> None:
        """Fall silent from frame `safe` on; what was queued stays queued."""
        self._tape.splice(safe, silence(LONGEST_FRAMES))

    def queue(self, soundings: Iterable[Sounding]) -> None:
        """Take soundings in any order."""
        for sounding in soundings:
            heapq.heappush(self._queue, (sounding.song_us, next(self._order), sounding.voice))

    def rewind(self, song_us: Micros) -> None:
        """Queue again what was placed for `song_us` or later: a pause cut it off."""
        for item in self._placed:
            if item[0] >= song_us:
                heapq.heappush(self._queue, item)
        self._placed = []

    def fill(self, anchor: Anchor, safe: int) -> None:
        """Place what is due within the next moments."""
        while self._queue:
            frame = device_frame(anchor, self._queue[0][0])
            if frame > safe + LOOK_AHEAD_FRAMES:
                return
            item = heapq.heappop(self._queue)
            if frame >= safe - LATEST_FRAMES:
                self.place(item[2], max(frame, safe))
                self._placed = [*self._placed[-64:], item]

    def place(self, voice: Voice, frame: int) -> None:
        """Put a voice onto the tape at a frame."""
        block = self._bank.rendered(voice)
        if block is not None:
            self._tape.add(frame, block[:LONGEST_FRAMES])

    def wipe(self, heard: int) -> None:
        """Wipe what lies behind the frame that is being heard, so that it does not come round again."""
        self._wiped = max(self._wiped, heard - SAMPLE_RATE)
        self._tape.wipe(self._wiped, heard - self._wiped)
        self._wiped = heard
