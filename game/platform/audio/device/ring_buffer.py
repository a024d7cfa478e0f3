"""A ring buffer: a looping mixer sound that the device reads while the game writes ahead of the playhead.

Sounds played on a mixer channel start on the device's buffer grid (21 ms); what is written here starts on its own
sample. Frames are counted from the first opened device on. The caller tracks the playhead and clears what it has
passed. It refuses nothing: frames beyond the buffer's length are left out.
"""

import numpy as np
import numpy.typing as npt
import pygame

Pcm = npt.NDArray[np.int16]
"""Sound in memory: int16, shape (frames, 2)."""

FULL_SCALE = 32767
"""Largest sample value of 16-bit PCM."""
SPLICE_FRAMES = 480
"""Length of the cross-fade of a splice, in frames: 10 ms, without which it clicks."""


class RingBuffer:
    """`frames` of circular PCM whose first sample is frame `origin`."""

    def __init__(self, frames: int, origin: int = 0) -> None:
        self.frames = frames
        self.origin = origin
        self.sound = pygame.mixer.Sound(buffer=bytes(4 * frames))
        self._memory: Pcm = pygame.sndarray.samples(self.sound)

    def write(self, at: int, block: Pcm) -> None:
        """Overwrite frames from `at` on with `block`."""
        for here, part in self._parts(at, len(block)):
            self._memory[here] = block[part]

    def add(self, at: int, block: npt.NDArray[np.int32]) -> None:
        """Mix `block` into the frames from `at` on, clipped at full scale."""
        for here, part in self._parts(at, len(block)):
            mixed = self._memory[here] + block[part]
            self._memory[here] = np.clip(mixed, -FULL_SCALE, FULL_SCALE).astype(np.int16)

    def splice(self, at: int, block: Pcm) -> None:
        """Overwrite frames from `at` on with `block`, cross-fading over its first `SPLICE_FRAMES`."""
        fading = min(SPLICE_FRAMES, len(block))
        fade = np.linspace(0.0, 1.0, fading, endpoint=False, dtype=np.float32)[:, None]
        old = self.read(at, fading)
        joined = block.copy()
        joined[:fading] = (old * (1 - fade) + block[:fading] * fade).astype(np.int16)
        self.write(at, joined)

    def read(self, at: int, count: int) -> Pcm:
        """Return a copy of `count` frames from `at` on."""
        out = np.zeros((count, 2), np.int16)
        for here, part in self._parts(at, count):
            out[part] = self._memory[here]
        return out

    def wipe(self, at: int, count: int) -> None:
        """Clear `count` frames from `at` on."""
        for here, _ in self._parts(at, count):
            self._memory[here] = 0

    def _parts(self, at: int, count: int) -> list[tuple[slice, slice]]:
        """Return (slice of the ring, slice of the block) for one piece, or two if the block wraps around."""
        count = min(count, self.frames)
        start = (at - self.origin) % self.frames
        first = min(count, self.frames - start)
        parts = [(slice(start, start + first), slice(0, first))]
        if count > first:
            parts.append((slice(0, count - first), slice(first, count)))
        return parts


class UnheardBuffer(RingBuffer):
    """A ring buffer that no device reads, for the time before the first device is there: it has no `sound`."""

    def __init__(self, frames: int) -> None:
        self.frames = frames
        self.origin = 0
        self._memory = np.zeros((frames, 2), np.int16)
