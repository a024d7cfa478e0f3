"""What answers a long streak of clean hits: steam from a grate, and a train's horn across the city."""

from __future__ import annotations

import numpy as np

from ..dsp import Audio, Rng, band, clock, low, mixed, noise, wander
from ..rooms import OPEN, STREET, inside
from .places import panned

CHIMES_HZ = (311.1, 370.0, 415.3, 493.9, 622.3)
"""The five chimes of a passenger locomotive's horn: a major sixth chord."""
BLASTS_S = ((0.0, 0.5), (0.75, 1.7))
"""Start and length of its two blasts, short and long, in seconds."""


def grate_steam(rng: Rng) -> Audio:
    """A grate in the street lets its steam go: a valve's knock, a rush that opens quickly and thins out."""
    s = 1.8
    t = clock(s)
    opening = np.minimum(t / 0.06, 1) * np.exp(-t / 0.55) * np.exp(wander(rng, s, 14, 0.15))
    rush = band(noise(rng, s), 900, 6500) + 0.5 * band(noise(rng, s), 180, 700)
    knock = low(noise(rng, 0.08), 420) * np.exp(-clock(0.08) / 0.015)
    return panned(inside(mixed(s, (0, rush * opening), (0, 1.4 * knock)), STREET, 0.3), -0.3, 0.1)


def train_horn(rng: Rng) -> Audio:
    """A locomotive passes a crossing some streets away: two blasts that sink a little as it goes by."""
    return panned(inside(low(mixed(3.2, *((at, _blast(rng, s)) for at, s in BLASTS_S)), 2600), OPEN, 0.6), -0.6, 0.3)


def _blast(rng: Rng, seconds: float) -> Audio:
    """Return the five chimes, each with the overtones of a horn and its own unsteadiness, coming and going with air."""
    t = clock(seconds)
    sinking = 1 - 0.012 * np.clip(t / 1.7, 0, 1)
    out = 0.04 * band(noise(rng, seconds), 500, 2400)
    for hertz in CHIMES_HZ:
        turn = 2 * np.pi * np.cumsum(hertz * rng.uniform(0.997, 1.003) * sinking) / 48_000
        shaky = 1 + wander(rng, seconds, 9, 0.05)
        out = out + shaky * np.asarray(sum(np.sin(k * turn) / k**1.2 for k in range(1, 8)))
    swell = np.minimum(t / 0.09, 1) * np.minimum((seconds - t) / 0.16, 1)
    return np.asarray(out * swell)
