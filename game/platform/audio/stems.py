"""The decoded song: five stems that the form opens and closes, the lead-in, and one whole mix for each practice rate.

A practice mix has no stems and is heard whole. Either the stems or one mix are in memory, never both: 186 MB, or up
to 74.
"""

from pathlib import Path

import numpy as np
import numpy.typing as npt

from game.platform.audio.pcm import Trouble, decode
from game.platform.audio.ring_buffer import FULL_SCALE, Pcm
from game.platform.audio.stem_gains import STEM_BANDS, Gain, StemGains

LEAD_IN, RING_OUT = "lead-in", "ring-out"
"""What is heard before the song's first frame and behind its last."""
RATE_ONE = 1000


class Stems:
    """Starts empty: what is not loaded (yet) is silent."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._decoded: dict[str, Pcm] = {}

    def missing(self, rate_permille: int) -> tuple[str, ...]:
        """Return the names of files that a rate needs and that are not in memory, those that are missed most first."""
        return tuple(name for name in _edition(rate_permille) if name not in self._decoded)

    def make_room(self, rate_permille: int) -> None:
        """Forget what a rate does not need."""
        wanted = _edition(rate_permille)
        self._decoded = {name: pcm for name, pcm in self._decoded.items() if name in wanted}

    def load(self, name: str) -> Trouble | None:
        """Decode one file; return why it cannot be heard, or None."""
        found = decode(self._folder / f"{name}.ogg")
        if isinstance(found, Trouble):
            return found
        self._decoded[name] = found.pcm
        return None

    def nbytes(self) -> int:
        """Return how much memory the decoded song takes, in bytes."""
        return sum(pcm.nbytes for pcm in self._decoded.values())

    def rings_out_at(self, frame: int) -> bool:
        """Whether the song is over at a frame of it, so that what is heard ends by itself."""
        return 0 < self._song_frames() <= frame

    def _song_frames(self) -> int:
        return len(self._decoded.get("bed", ()))

    def read(self, first: int, count: int, gains: StemGains, rate_permille: int) -> Pcm:
        """Mix `count` frames from frame `first` of the song at a rate (below zero: the lead-in), at 48 kHz."""
        out = np.zeros((count, 2), np.float32)
        for name in _edition(rate_permille):
            pcm = self._decoded.get(name)
            if pcm is None:
                continue
            if name == LEAD_IN:
                _mix_into(out, pcm, first + len(pcm), 1.0)
            elif name == RING_OUT:
                _mix_into(out, pcm, first - self._song_frames(), 1.0)
            else:
                _mix_into(out, pcm, first, gains.of(name, first, count) if rate_permille == RATE_ONE else 1.0)
        return np.clip(out, -FULL_SCALE, FULL_SCALE).astype(np.int16)


def _edition(rate_permille: int) -> tuple[str, ...]:
    """Return the names of the files that are heard at a rate."""
    if rate_permille == RATE_ONE:
        return ("bed", LEAD_IN, *(name for name, _ in STEM_BANDS if name != "bed"), RING_OUT)
    return (f"mix-{rate_permille / RATE_ONE:g}",)


def _mix_into(out: npt.NDArray[np.float32], pcm: Pcm, first: int, gain: Gain) -> None:
    """Add frames of `pcm` from frame `first` on; what lies outside it is silent."""
    begin, end = max(0, -first), min(len(out), len(pcm) - first)
    if begin >= end or (isinstance(gain, float) and gain == 0.0):
        return
    source = pcm[first + begin : first + end]
    if isinstance(gain, float):
        out[begin:end] += source if gain == 1.0 else source * np.float32(gain)
    else:
        out[begin:end] += source * gain[begin:end, None]
