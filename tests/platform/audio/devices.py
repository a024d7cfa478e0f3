"""Sound devices of the tests' own making: one that is simulated sample by sample, one that only exists on paper."""

import math
import random
from dataclasses import dataclass

from game.platform.audio.device.buffers import Buffers
from game.platform.audio.device.mixer import Mixer
from game.platform.audio.device.ring_buffer import RingBuffer
from game.timing.clock import ManualClock
from game.timing.units import Micros

BUFFER_US = 1024 / 48_000 * 1e6


@dataclass
class SimulatedDevice:
    """A device whose crystal is off by `ppm`, whose callbacks come late by a random `jitter_us`, and that may stall.

    A sound server in front of it takes buffers only on the marks of its own `server_us`: early and late in a sawtooth.

    It reports as SDL's mixer does: whole milliseconds, extrapolated from the last buffer.
    """

    ppm: float = 0.0
    jitter_us: float = 0.0
    server_us: float = 0.0
    seed: int = 1

    def __post_init__(self) -> None:
        self._random = random.Random(self.seed)
        self._speed = 1 + self.ppm / 1e6
        self._taken = 0
        self._last_us = 0.0
        self._next_us = 0.0
        self._stalled_us = 0.0

    def stall(self, us: float) -> None:
        """Read nothing for a while: everything after it sounds later."""
        self._stalled_us += us
        self._next_us += us

    def heard_us(self, real_us: float) -> float:
        """Return how much has truly been taken at a real time."""
        return (real_us - self._stalled_us) * self._speed

    def position_us(self, real_us: float) -> Micros:
        """Return what the device says at a real time."""
        while self._next_us <= real_us:
            self._last_us = max(self._last_us, self._next_us)
            self._taken += 1
            ideal_us = self._taken * BUFFER_US / self._speed + self._stalled_us
            if self.server_us:
                ideal_us = math.floor(ideal_us / self.server_us) * self.server_us
            self._next_us = ideal_us + (self._random.expovariate(1 / self.jitter_us) if self.jitter_us else 0.0)
        whole_ms = int(self._taken * BUFFER_US / 1000) + int(real_us / 1000) - int(self._last_us / 1000)
        return whole_ms * 1000


class PaperDevice:
    """Reads at the pace of a ManualClock; its ring buffers can be read. It can be lost and reopened."""

    def __init__(self, clock: ManualClock) -> None:
        self._clock = clock
        self.mixer = Mixer()
        self.music = RingBuffer(8 * 48_000)
        self.cues = RingBuffer(8 * 48_000)
        self.missing: str | None = None
        self.there = True
        self.can_come_back = True
        self.buffers = Buffers.USUAL
        self.is_switching = False
        self.is_starting = False
        self.heard_dropouts = 0
        self.output = ""
        self.fallback: str | None = None
        self.names: tuple[str, ...] = ()

    def position_us(self, wall_us: Micros) -> Micros | None:
        """Return the time that went by; None: it is lost."""
        return self._clock.now_us() if self.there else None

    def reopen(self) -> bool:
        """Come back, if it can."""
        self.there = self.can_come_back
        return self.there

    def use_buffers(self, buffers: Buffers) -> None:
        """Note it."""
        self.buffers = buffers

    @property
    def heard_on(self) -> str:
        """The wanted device."""
        return self.output

    def outputs(self) -> tuple[str, ...]:
        """Return what the test says."""
        return self.names

    def use_output(self, output: str) -> None:
        """Note it."""
        self.output = output

    def dropouts(self, wall_us: Micros) -> int:
        """Return what the test says."""
        return self.heard_dropouts

    def rebase(self, playback_us: Micros) -> None:
        """It never went by any other time."""

    def close(self) -> None:
        """Nothing to let go of."""
