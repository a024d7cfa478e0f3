"""Two rooms as impulse responses made from seeded noise: the scoring stage (2.3 s) and the booth (0.5 s). They
refuse to colour the direct sound: they hold reflections only."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.signal import butter, oaconvolve, sosfilt

from ..tempo import SAMPLE_RATE

BANDS = (
    (40.0, 250.0, 1.0),
    (250.0, 1000.0, 1.0),
    (1000.0, 3500.0, 0.85),
    (3500.0, 9000.0, 0.5),
    (9000.0, 18000.0, 0.28),
)
EARLY = 14


@dataclass(frozen=True)
class Room:
    """Decay to -60 dB and pre-delay in seconds, and the seed of its reflections."""

    decay_s: float
    pre_s: float
    seed: int


STAGE = Room(2.3, 0.018, 1)
BOOTH = Room(0.5, 0.006, 2)


def impulse(room: Room) -> np.ndarray:
    """Impulse response (n, 2) of unit energy: early reflections, then noise whose bands decay by themselves."""
    random = np.random.default_rng(room.seed)
    length = int(room.decay_s * 1.2 * SAMPLE_RATE)
    time = np.arange(length) / SAMPLE_RATE
    out = np.zeros((length, 2))
    for channel in range(2):
        noise = random.normal(size=length)
        for low, high, share in BANDS:
            band = sosfilt(butter(2, [low, high], "band", fs=SAMPLE_RATE, output="sos"), noise)
            out[:, channel] += band * 10 ** (-3 * time / (room.decay_s * share))
        out[:, channel] *= np.clip((time - room.pre_s) / 0.03, 0, 1)
        for _ in range(EARLY):
            place = int((room.pre_s * 0.4 + random.uniform(0.004, 0.075)) * SAMPLE_RATE)
            out[place, channel] += random.choice([-1, 1]) * 2.2 * np.exp(-place / SAMPLE_RATE / 0.05)
    return (out / np.sqrt((out**2).sum(axis=0).mean())).astype(np.float32)


def reverberate(send: np.ndarray, room: Room) -> np.ndarray:
    """The room's answer to a send (n, 2), of the same length; the send is band-limited so that the hall stays clear."""
    response = impulse(room)
    bright = sosfilt(butter(2, [170, 9000], "band", fs=SAMPLE_RATE, output="sos"), send, axis=0).astype(np.float32)
    wet = [oaconvolve(bright[:, c], response[:, c])[: len(send)] for c in range(2)]
    return np.stack(wet, axis=1).astype(np.float32)
