"""Dips of the music that make room for warnings: between 1 and 4 kHz, for 120 ms from each warning on.

A dip is a function of the frame alone, not of the blocks in which the song is written: a block written twice, or cut
elsewhere, has the same samples. Frames are those of the file that plays, so practice mixes dip as well.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import takewhile

import numpy as np
import numpy.typing as npt

from game.platform.audio.device.ring_buffer import FULL_SCALE, Pcm

SAMPLE_RATE = 48_000
"""Frames a second."""
BAND_HZ = (1000, 4000)
"""The band that dips: where warnings are told apart and the full band is densest."""
DIP_DB = -9.0
"""How far it dips, in decibels."""
ATTACK_FRAMES = SAMPLE_RATE * 5 // 1000
"""Length of the way down, which ends on the warning's first frame: 5 ms."""
HELD_FRAMES = SAMPLE_RATE * 120 // 1000
"""Length of the dip from the warning on: 120 ms."""
RELEASE_FRAMES = SAMPLE_RATE * 60 // 1000
"""Length of the way back up: 60 ms."""
TAPS = 127
"""Length of the band-pass, a linear-phase FIR filter; its edges are 0.6 kHz wide."""

Read = Callable[[int, int], Pcm]
"""Reads frames: (first, count)."""


def band_pass() -> npt.NDArray[np.float32]:
    """Return the filter's taps: a windowed sinc (Hamming) of unit gain in the band."""
    place = np.arange(TAPS) - TAPS // 2
    low, high = (2 * hz / SAMPLE_RATE for hz in BAND_HZ)
    taps: npt.NDArray[np.float64] = (high * np.sinc(high * place) - low * np.sinc(low * place)) * np.hamming(TAPS)
    return taps.astype(np.float32)


@dataclass(frozen=True, slots=True)
class Dip:
    """Dips that overlap, as one: its first frame, the frame behind its last, and the frames of its warnings."""

    begin: int
    end: int
    warnings: tuple[int, ...]

    def depth(self, frames: npt.NDArray[np.int64]) -> npt.NDArray[np.float32]:
        """Return the share of the band that is taken away on each frame."""
        deepest: npt.NDArray[np.float32] = np.max([_shape(frames - warning) for warning in self.warnings], axis=0)
        return deepest * np.float32(1 - 10 ** (DIP_DB / 20))


class Ducking:
    """The dips of one run."""

    def __init__(self, warnings: Iterable[int] = ()) -> None:
        """`warnings`: the frame on which each begins."""
        self._dips: list[Dip] = []
        for warning in sorted(set(warnings)):
            begin, end = warning - ATTACK_FRAMES, warning + HELD_FRAMES + RELEASE_FRAMES
            if self._dips and begin < self._dips[-1].end:
                last = self._dips.pop()
                self._dips.append(Dip(last.begin, end, (*last.warnings, warning)))
            else:
                self._dips.append(Dip(begin, end, (warning,)))
        self._ends = [dip.end for dip in self._dips]
        self._taps = band_pass()

    def read(self, read: Read, first: int, count: int) -> Pcm:
        """Return `count` frames from frame `first` of what `read` gives, with the dips in it."""
        dips = self._between(first, first + count)
        if not dips:
            return read(first, count)
        margin = TAPS // 2
        wide = read(first - margin, count + 2 * margin)
        out = wide[margin : margin + count].copy()
        for dip in dips:
            begin, end = max(dip.begin, first) - first, min(dip.end, first + count) - first
            depth = dip.depth(np.arange(first + begin, first + end))
            around = wide[begin : end + 2 * margin].astype(np.float32)
            for channel in range(2):
                dipped = out[begin:end, channel] - depth * np.convolve(around[:, channel], self._taps, "valid")
                out[begin:end, channel] = np.clip(np.rint(dipped), -FULL_SCALE, FULL_SCALE)
        return out

    def _between(self, first: int, end: int) -> list[Dip]:
        """Return the dips that touch the frames from `first` up to `end`."""
        behind = self._dips[bisect_right(self._ends, first) :]
        return list(takewhile(lambda dip: dip.begin < end, behind))


def _shape(since: npt.NDArray[np.int64]) -> npt.NDArray[np.float32]:
    """Return how deep a dip is at so many frames since its warning, 0 to 1."""
    corners = (-ATTACK_FRAMES, 0, HELD_FRAMES, HELD_FRAMES + RELEASE_FRAMES)
    return np.interp(since, corners, (0.0, 1.0, 1.0, 0.0)).astype(np.float32)
