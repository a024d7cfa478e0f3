"""All sounds but the music, in memory: draws a take, places it left or right, and plays it at once or hands it to the
tape.

A take is never drawn twice running where there is another. A file that cannot be heard is one sentence and silence.
Draws are the sounds' own and touch no rule of the game.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pygame

from game.content.sounds import SoundSpec
from game.platform.buses import Buses
from game.platform.pcm import Decoded, Trouble, decode


@dataclass(frozen=True, slots=True)
class Voice:
    """One sounding of a sound: its name, its place from -1 to 1 on top of the sound's own, and its gain."""

    sound: str
    pan: float = 0.0
    gain: float = 1.0


class SoundBank:
    """Starts empty: a sound that is not loaded (yet) is silent."""

    def __init__(self, specs: Mapping[str, SoundSpec]) -> None:
        self._specs = specs
        self._takes: dict[str, list[Decoded]] = {}
        self._last: dict[str, int] = {}
        self._random = random.Random(0)
        self.buses = Buses()

    @property
    def names(self) -> tuple[str, ...]:
        """All sounds there are."""
        return tuple(self._specs)

    def load(self, name: str) -> Trouble | None:
        """Decode a sound's takes; return why some of them cannot be heard, or None."""
        found = [decode(path) for path in self._specs[name].files]
        self._takes[name] = [take for take in found if isinstance(take, Decoded)]
        return next((take for take in found if isinstance(take, Trouble)), None)

    def nbytes(self) -> int:
        """Return how much memory the decoded sounds take, in bytes."""
        return sum(take.pcm.nbytes for takes in self._takes.values() for take in takes)

    def bus_of(self, name: str) -> str:
        """Return the bus of a sound."""
        spec = self._specs.get(name)
        return "hits" if spec is None else spec.bus

    def play(self, voice: Voice) -> None:
        """Sound at once: with the next buffer that the device takes."""
        take = self._draw(voice.sound)
        if take is None:
            return
        channel = pygame.mixer.find_channel()
        if channel is not None:
            left, right = self._sides(voice)
            bus = self.buses.factor(self.bus_of(voice.sound))
            channel.play(take.sound)
            channel.set_volume(min(1.0, left * bus), min(1.0, right * bus))

    def rendered(self, voice: Voice) -> npt.NDArray[np.int32] | None:
        """Return a take as it is to be mixed into the tape, int32 (frames, 2); None: nothing to hear."""
        take = self._draw(voice.sound)
        if take is None:
            return None
        sides = np.array(self._sides(voice), np.float32) * np.float32(self.buses.factor(self.bus_of(voice.sound)))
        return (take.pcm * sides).astype(np.int32)

    def loop(self, name: str) -> pygame.mixer.Sound | None:
        """Return the sound of a place, to be looped; None: nothing to hear."""
        take = self._draw(name)
        return None if take is None else take.sound

    def gain(self, name: str) -> float:
        """Return a sound's own gain."""
        spec = self._specs.get(name)
        return 1.0 if spec is None else spec.gain

    def _draw(self, name: str) -> Decoded | None:
        takes = self._takes.get(name)
        if not takes:
            return None
        choices = [index for index in range(len(takes)) if index != self._last.get(name)] or [0]
        self._last[name] = self._random.choice(choices)
        return takes[self._last[name]]

    def _sides(self, voice: Voice) -> tuple[float, float]:
        """Return the factors left and right: a balance, which keeps the nearer side whole."""
        spec = self._specs[voice.sound]
        pan = max(-1.0, min(1.0, spec.pan + voice.pan))
        gain = spec.gain * voice.gain
        return gain * min(1.0, 1.0 - pan), gain * min(1.0, 1.0 + pan)
