"""The decoded song: its stems, the lead-in and the ring-out, or the single mix of a practice rate.

A practice mix has no stems. Either the stems (186 MB) or one mix (up to 74 MB) are in memory, never both.
"""

from pathlib import Path

import numpy as np
import numpy.typing as npt

from game.content.song.song import SongAudio
from game.platform.audio.device.pcm import SoundProblem, decode
from game.platform.audio.device.ring_buffer import FULL_SCALE, Pcm
from game.platform.audio.song.stem_gains import Gain, StemGains
from game.platform.clock.song_clock import RATE_ONE

LEAD_IN = "lead-in"
"""Name of the file that plays before the song's first frame."""
RING_OUT = "ring-out"
"""Name of the file that plays after the song's last frame."""


class Stems:
    """Starts empty; what is not loaded is silent."""

    def __init__(self, audio: SongAudio) -> None:
        self._audio = audio
        self._decoded: dict[str, Pcm] = {}

    def missing(self, rate_permille: int) -> tuple[str, ...]:
        """Return the files that a rate needs and that are not in memory, most important first."""
        return tuple(name for name in self._files(rate_permille) if name not in self._decoded)

    def make_room(self, rate_permille: int) -> None:
        """Free what a rate does not need."""
        wanted = self._files(rate_permille)
        self._decoded = {name: pcm for name, pcm in self._decoded.items() if name in wanted}

    def load(self, name: str) -> SoundProblem | None:
        """Decode one file; return a SoundProblem if that fails."""
        files = {name: file for rate in (RATE_ONE, *self._audio.mixes) for name, file in self._files(rate).items()}
        file = files.get(name)
        if file is None:
            return SoundProblem(f"The song's file names no {name}: it stays silent.")
        found = decode(file)
        if isinstance(found, SoundProblem):
            return found
        self._decoded[name] = found.pcm
        return None

    def nbytes(self) -> int:
        """Return how much memory the decoded song takes, in bytes."""
        return sum(pcm.nbytes for pcm in self._decoded.values())

    def rings_out_at(self, frame: int) -> bool:
        """Whether a frame lies behind the song's last, where only the ring-out plays."""
        return 0 < self._song_frames() <= frame

    def _song_frames(self) -> int:
        song = [name for name in self._files(RATE_ONE) if name not in (LEAD_IN, RING_OUT)]
        return max((len(self._decoded[name]) for name in song if name in self._decoded), default=0)

    def _files(self, rate_permille: int) -> dict[str, Path | None]:
        """Return the files that a rate plays by name, most important first; None where the song has none.

        A song without stems plays its whole mix at rate 1 too.
        """
        audio = self._audio
        mix = {f"mix-{rate_permille / RATE_ONE:g}": audio.mixes.get(rate_permille)}
        if rate_permille != RATE_ONE:
            return mix
        first, *others = (audio.stems or mix).items()
        files = dict([first, (LEAD_IN, audio.lead_in), *others, (RING_OUT, audio.ring_out)])
        return {name: file for name, file in files.items() if file is not None or name == first[0]}

    def read(self, first: int, count: int, gains: StemGains, rate_permille: int) -> Pcm:
        """Mix `count` frames from frame `first` of the song at a rate (below zero: the lead-in), at 48 kHz."""
        out = np.zeros((count, 2), np.float32)
        for name in self._files(rate_permille):
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


def _mix_into(out: npt.NDArray[np.float32], pcm: Pcm, first: int, gain: Gain) -> None:
    """Add frames of `pcm` from frame `first` on; frames outside it add nothing."""
    begin, end = max(0, -first), min(len(out), len(pcm) - first)
    if begin >= end or (isinstance(gain, float) and gain == 0.0):
        return
    source = pcm[first + begin : first + end]
    if isinstance(gain, float):
        out[begin:end] += source if gain == 1.0 else source * np.float32(gain)
    else:
        out[begin:end] += source * gain[begin:end, None]
