"""All sounds but the music, in memory: draws a take, places it left or right, plays it at once or hands it to the tape.

A take is never drawn twice running where there is another. A file that cannot be heard is one sentence and silence.
Draws are the sounds' own and touch no rule of the game.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pygame

from game.content.song.sound_table import SoundSpec
from game.platform.audio.pcm import Trouble, decode
from game.platform.audio.ring_buffer import FULL_SCALE

HEADROOM = 0.6
"""Music alone peaks at -1 dB: everything is lowered by 4.4 dB, so that a hit over a full chord does not clip."""
CURVE = 1.7
"""A setting of 50 sounds half as loud."""
Take = npt.NDArray[np.int16]
"""One take, int16: (frames, 1) if both sides are alike, which saves half the memory, else (frames, 2)."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One sounding of a sound: its name, its place from -1 to 1 on top of the sound's own, and its gain."""

    sound: str
    pan: float = 0.0
    gain: float = 1.0


@dataclass(frozen=True, slots=True)
class Buses:
    """Percentages of `master`, `music`, `hits`, `cues`, `places`; one that is not named is at full."""

    percent: Mapping[str, int] = field(default_factory=dict)

    def factor(self, bus: str) -> float:
        """Return the amplitude factor of a bus with the master's in it, 0 to HEADROOM."""
        return HEADROOM * self._one(bus) * self._one("master")

    def _one(self, bus: str) -> float:
        share = max(0, min(100, self.percent.get(bus, 100))) / 100
        return float(share**CURVE)


class SoundBank:
    """Starts empty: a sound that is not loaded (yet) is silent."""

    def __init__(self, specs: Mapping[str, SoundSpec]) -> None:
        self._specs = specs
        self._takes: dict[str, list[Take]] = {}
        self._last: dict[str, int] = {}
        self._random = random.Random(0)
        self.buses = Buses()

    @property
    def names(self) -> tuple[str, ...]:
        """All sounds there are."""
        return tuple(self._specs)

    def load(self, name: str) -> Trouble | None:
        """Decode a sound's takes; return why they cannot be heard, or None."""
        spec = self._specs[name]
        found = decode(spec.file)
        if isinstance(found, Trouble):
            return found
        alike = bool((found.pcm[:, 0] == found.pcm[:, 1]).all())
        pcm = found.pcm[:, :1] if alike else found.pcm
        if any(first + frames > len(pcm) for first, frames in spec.takes):
            return Trouble(f"{spec.file.name} is shorter than sounds.toml says: it stays silent; render it again.")
        self._takes[name] = [pcm[first : first + frames].copy() for first, frames in spec.takes]
        return None

    def nbytes(self) -> int:
        """Return how much memory the decoded sounds take, in bytes."""
        return sum(take.nbytes for takes in self._takes.values() for take in takes)

    def play(self, voice: Voice) -> None:
        """Sound at once: with the next buffer that the device takes."""
        block = self.rendered(voice)
        channel = None if block is None else pygame.mixer.find_channel()
        if block is not None and channel is not None:
            channel.set_volume(1.0)
            channel.play(_sound_of(block))

    def rendered(self, voice: Voice) -> npt.NDArray[np.int32] | None:
        """Return a take as it is to be heard, int32 (frames, 2); None: nothing to hear."""
        take = self._draw(voice.sound)
        if take is None:
            return None
        spec = self._specs[voice.sound]
        gain = spec.gain * voice.gain * self.buses.factor(spec.bus)
        return (take * np.array(_sides(spec.pan + voice.pan, gain), np.float32)).astype(np.int32)

    def loop(self, name: str) -> pygame.mixer.Sound | None:
        """Return the sound of a place at its own gain, to be looped; None: nothing to hear."""
        take = self._draw(name)
        if take is None:
            return None
        gain = np.full(2, self._specs[name].gain, np.float32)
        return _sound_of((take * gain).astype(np.int32))

    def _draw(self, name: str) -> Take | None:
        takes = self._takes.get(name)
        if not takes:
            return None
        choices = [index for index in range(len(takes)) if index != self._last.get(name)] or [0]
        self._last[name] = self._random.choice(choices)
        return takes[self._last[name]]


def _sides(pan: float, gain: float) -> tuple[float, float]:
    """Return the factors left and right: a balance, which keeps the nearer side whole."""
    here = max(-1.0, min(1.0, pan))
    return gain * min(1.0, 1.0 - here), gain * min(1.0, 1.0 + here)


def _sound_of(block: npt.NDArray[np.int32]) -> pygame.mixer.Sound:
    return pygame.mixer.Sound(buffer=np.clip(block, -FULL_SCALE, FULL_SCALE).astype(np.int16).tobytes())
