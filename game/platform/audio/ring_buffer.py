"""A tape: a looping sound that the device reads while the game writes ahead of its head, exact to the sample.

Sounds that are merely played start on the device's buffer grid (21 ms); what is written onto the tape starts on its
own sample. Frames are counted from the player's first device on; the tape is circular, and what the head has
passed is wiped. It refuses nothing: what would lie behind the head or beyond the tape's length is left out.
"""

import numpy as np
import numpy.typing as npt
import pygame

Pcm = npt.NDArray[np.int16]
"""Sound in memory: int16, shape (frames, 2)."""

FULL_SCALE = 32767
SPLICE_FRAMES = 480
"""A cut on the tape is cross-faded over 10 ms, or it clicks."""


class RingBuffer:
    """`frames` of circular sound that begins to run at frame `origin`. The head's position is the caller's business."""

    def __init__(self, frames: int, origin: int = 0) -> None:
        self.frames = frames
        self.origin = origin
        self.sound = pygame.mixer.Sound(buffer=bytes(4 * frames))
        self._memory: Pcm = pygame.sndarray.samples(self.sound)

    def write(self, at: int, block: Pcm) -> None:
        """Put `block` there in place of what was there."""
        for here, part in self._parts(at, len(block)):
            self._memory[here] = block[part]

    def add(self, at: int, block: npt.NDArray[np.int32]) -> None:
        """Mix `block` into what is there, clipped at full scale."""
        for here, part in self._parts(at, len(block)):
            mixed = self._memory[here] + block[part]
            self._memory[here] = np.clip(mixed, -FULL_SCALE, FULL_SCALE).astype(np.int16)

    def splice(self, at: int, block: Pcm) -> None:
        """Put `block` there, cross-fading out of what was there over its first frames."""
        fading = min(SPLICE_FRAMES, len(block))
        fade = np.linspace(0.0, 1.0, fading, endpoint=False, dtype=np.float32)[:, None]
        old = self.read(at, fading)
        joined = block.copy()
        joined[:fading] = (old * (1 - fade) + block[:fading] * fade).astype(np.int16)
        self.write(at, joined)

    def read(self, at: int, count: int) -> Pcm:
        """Return a copy of what is there."""
        out = np.zeros((count, 2), np.int16)
        for here, part in self._parts(at, count):
            out[part] = self._memory[here]
        return out

    def wipe(self, at: int, count: int) -> None:
        """Make `count` frames silent."""
        for here, _ in self._parts(at, count):
            self._memory[here] = 0

    def _parts(self, at: int, count: int) -> list[tuple[slice, slice]]:
        """Return (where on the tape, where in the block) for at most two pieces, the second behind the seam."""
        count = min(count, self.frames)
        start = (at - self.origin) % self.frames
        first = min(count, self.frames - start)
        parts = [(slice(start, start + first), slice(0, first))]
        if count > first:
            parts.append((slice(0, count - first), slice(first, count)))
        return parts
