"""All sounds but the music, in memory: picks a take, applies pan and gain, and plays or returns it.

No take is picked twice in a row if there is another. A file that cannot be decoded is silent. The random generator is
separate from that of the session.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pygame

from game.content.song.sound_table import SoundSpec
from game.platform.audio.device.mixer import Mixer
from game.platform.audio.device.pcm import SoundProblem, decode
from game.platform.audio.device.ring_buffer import FULL_SCALE

HEADROOM = 0.6
"""Amplitude factor of every bus (-4.4 dB): music alone peaks at -1 dB, and a hit over it must not clip."""
LOUDNESS_EXPONENT = 1.7
"""Exponent from setting to amplitude: at 50 percent it sounds half as loud."""
Take = npt.NDArray[np.int16]
"""One take, int16: (frames, 1) if both channels are equal, to save memory, else (frames, 2)."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One playback of a sound: its name, and a pan (-1 to 1) and gain on top of the sound's own."""

    sound: str
    pan: float = 0.0
    gain: float = 1.0


@dataclass(frozen=True, slots=True)
class Buses:
    """Volumes of `master`, `music`, `hits`, `cues`, `places`, in percent; 100 where not given."""

    percent: Mapping[str, int] = field(default_factory=dict)

    def factor(self, bus: str) -> float:
        """Return the amplitude factor of a bus times that of `master`, 0 to HEADROOM."""
        return HEADROOM * self._one(bus) * self._one("master")

    def _one(self, bus: str) -> float:
        share = max(0, min(100, self.percent.get(bus, 100))) / 100
        return float(share**LOUDNESS_EXPONENT)


class SoundBank:
    """Starts empty; a sound that is not loaded is silent."""

    def __init__(self, specs: Mapping[str, SoundSpec], mixer: Mixer) -> None:
        self._specs = specs
        self._mixer = mixer
        self._takes: dict[str, list[Take]] = {}
        self._last: dict[str, int] = {}
        self._random = random.Random(0)
        self.buses = Buses()

    @property
    def names(self) -> tuple[str, ...]:
        """All sounds there are."""
        return tuple(self._specs)

    def load(self, name: str) -> SoundProblem | None:
        """Decode a sound's takes; return a SoundProblem if that fails."""
        spec = self._specs[name]
        found = decode(spec.file)
        if isinstance(found, SoundProblem):
            return found
        alike = bool((found.pcm[:, 0] == found.pcm[:, 1]).all())
        pcm = found.pcm[:, :1] if alike else found.pcm
        if any(first + frames > len(pcm) for first, frames in spec.takes):
            return SoundProblem(f"{spec.file.name} is shorter than sounds.toml says: it stays silent; render it again.")
        self._takes[name] = [pcm[first : first + frames].copy() for first, frames in spec.takes]
        return None

    def nbytes(self) -> int:
        """Return how much memory the decoded sounds take, in bytes."""
        return sum(take.nbytes for takes in self._takes.values() for take in takes)

    def play(self, voice: Voice) -> None:
        """Play at once, with the next buffer that the device reads; dropped if all channels are busy."""
        block = self.rendered(voice)
        if block is not None:
            self._mixer.play(_bytes_of(block))

    def rendered(self, voice: Voice) -> npt.NDArray[np.int32] | None:
        """Return a take with pan, gain and bus volume applied, int32 (frames, 2); None if not loaded."""
        take = self._pick_take(voice.sound)
        if take is None:
            return None
        spec = self._specs[voice.sound]
        gain = spec.gain * voice.gain * self.buses.factor(spec.bus)
        return (take * np.array(_sides(spec.pan + voice.pan, gain), np.float32)).astype(np.int32)

    def loop(self, name: str) -> pygame.mixer.Sound | None:
        """Return an ambience loop at its own gain, without bus volume; None if not loaded or without a mixer."""
        take = self._pick_take(name)
        if take is None:
            return None
        gain = np.full(2, self._specs[name].gain, np.float32)
        return self._mixer.sound(_bytes_of((take * gain).astype(np.int32)))

    def _pick_take(self, name: str) -> Take | None:
        takes = self._takes.get(name)
        if not takes:
            return None
        choices = [index for index in range(len(takes)) if index != self._last.get(name)] or [0]
        self._last[name] = self._random.choice(choices)
        return takes[self._last[name]]


def _sides(pan: float, gain: float) -> tuple[float, float]:
    """Return the left and right factors of a balance: the nearer side keeps full gain."""
    here = max(-1.0, min(1.0, pan))
    return gain * min(1.0, 1.0 - here), gain * min(1.0, 1.0 + here)


def _bytes_of(block: npt.NDArray[np.int32]) -> bytes:
    return np.clip(block, -FULL_SCALE, FULL_SCALE).astype(np.int16).tobytes()
