"""The rooms: impulse responses with early reflections, and how much of them is heard. Each is always the same room."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from scipy.signal import fftconvolve

from .dsp import Audio, clock, count, low

SOUND_SPEED = 343.0


@dataclass(frozen=True)
class Room:
    """`decay` to -60 dB in s, `size` in m, `bright` cut-off in Hz, `gap` before the first reflection in s, `wet` its
    share."""

    decay: float
    size: float
    bright: float
    gap: float
    wet: float
    seed: int


GYM = Room(0.7, 9, 5000, 0.004, 0.15, 11)
COLD = Room(1.5, 16, 8000, 0.012, 0.30, 12)
STREET = Room(0.3, 14, 4000, 0.018, 0.10, 13)
OPEN = Room(0.25, 30, 3500, 0.03, 0.05, 14)
VAULT = Room(1.5, 7, 4500, 0.009, 0.45, 15)
STONE = Room(0.8, 25, 6000, 0.02, 0.13, 16)
NEAR = Room(0.12, 3, 5000, 0.002, 0.06, 17)


@cache
def response(room: Room) -> Audio:
    """The room's impulse response, of energy one."""
    rng = np.random.default_rng(room.seed)
    t = clock(room.decay * 1.1)
    tail = rng.normal(size=len(t)) * 10 ** (-3 * t / room.decay)
    tail = 0.5 * low(tail, room.bright) + 0.5 * low(tail, room.bright * 0.35)
    tail *= np.clip((t - room.gap) / 0.01, 0, 1)
    for k in range(9):
        at = count(room.gap + room.size * rng.uniform(0.3, 3) / SOUND_SPEED)
        if at < len(tail):
            tail[at] += rng.choice([-1, 1]) * 8 / (k + 2)
    return tail / np.sqrt((tail**2).sum())


def inside(x: Audio, room: Room, wet: float | None = None) -> Audio:
    """The sound in the room: dry, with the room's share added."""
    share = room.wet if wet is None else wet
    tail = fftconvolve(x, response(room))
    out = share * tail
    out[: len(x)] += x
    return out


def echo_only(x: Audio, room: Room) -> Audio:
    """What the far wall gives back: the room without the sound itself, duller."""
    return low(fftconvolve(x, response(room)), 2600)
