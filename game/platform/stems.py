"""The decoded song: five stems that the form opens and closes, the lead-in, and one whole mix for each practice rate.

A practice mix has no stems and is heard whole. Only one of them is in memory at a time.
"""

from pathlib import Path

import numpy as np
import numpy.typing as npt

from game.platform.envelope import Gain
from game.platform.pcm import Decoded, Trouble, decode
from game.platform.stem_gains import STEM_BANDS, StemGains
from game.platform.tape import FULL_SCALE, Pcm

LEAD_IN = "lead-in"
RATE_ONE = 1000


class Stems:
    """The decoded song. Starts empty: what is not loaded (yet) is silent."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stems: dict[str, Decoded] = {}
        self._lead_in: Decoded | None = None
        self._mix: tuple[int, Decoded] | None = None

    @property
    def files(self) -> tuple[str, ...]:
        """Names of the files to load for play at full speed, in the order in which they are missed most."""
        return ("bed", LEAD_IN, *(name for name, _ in STEM_BANDS[1:]))

    def load(self, name: str) -> Trouble | None:
        """Decode one of `files`; return why it cannot be heard, or None."""
        found = decode(self._folder / f"{name}.ogg")
        if isinstance(found, Trouble):
            return found
        if name == LEAD_IN:
            self._lead_in = found
        else:
            self._stems[name] = found
        return None

    def has_rate(self, rate_permille: int) -> bool:
        """Whether the mix of a rate is in memory; full speed needs none."""
        return rate_permille == RATE_ONE or (self._mix is not None and self._mix[0] == rate_permille)

    def load_rate(self, rate_permille: int) -> Trouble | None:
        """Decode the mix of a practice rate in place of the one before; nothing to do at full speed."""
        if self.has_rate(rate_permille):
            return None
        self._mix = None
        found = decode(self._folder / f"mix-{rate_permille / RATE_ONE:g}.ogg")
        if isinstance(found, Trouble):
            return found
        self._mix = (rate_permille, found)
        return None

    def nbytes(self) -> int:
        """Return how much memory the decoded song takes, in bytes."""
        mixes = [] if self._mix is None else [self._mix[1]]
        lead_in = [] if self._lead_in is None else [self._lead_in]
        return sum(decoded.pcm.nbytes for decoded in (*self._stems.values(), *lead_in, *mixes))

    def read(self, first: int, count: int, gains: StemGains, rate_permille: int) -> Pcm:
        """Mix `count` frames from frame `first` of the song at a rate (below zero: the lead-in), at 48 kHz."""
        out = np.zeros((count, 2), np.float32)
        if rate_permille == RATE_ONE:
            for name, _ in STEM_BANDS:
                stem = self._stems.get(name)
                if stem is not None:
                    _mix_into(out, stem.pcm, first, gains.of(name, first, count))
            if self._lead_in is not None:
                _mix_into(out, self._lead_in.pcm, first + len(self._lead_in.pcm), 1.0)
        elif self._mix is not None and self._mix[0] == rate_permille:
            _mix_into(out, self._mix[1].pcm, first, 1.0)
        return np.clip(out, -FULL_SCALE, FULL_SCALE).astype(np.int16)


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
