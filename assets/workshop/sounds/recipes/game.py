"""Sounds of no exercise: the star, the second wind, the menu, the count-in, laces."""

from __future__ import annotations

import numpy as np

from ..air import breath_in, wind
from ..bodies import cloth, metal, wood
from ..dsp import Audio, Rng, clock, count, decay, high, hump, low, mixed, noise, peaked, sweep
from .gym import stick


def sparkle(rng: Rng) -> Audio:
    """Dead on: a fingernail on a small wooden bar and a far thin ring; not a coin, not a chime."""
    f = rng.choice([1760.0, 1975.5, 2217.5, 2349.3])
    ring = sweep(np.full(count(0.35), 2.756 * f)) * decay(0.35, 0.001, 0.06) * 0.28 + sweep(
        np.full(count(0.35), f)
    ) * decay(0.35, 0.0008, 0.035)
    return mixed(0.35, (0, 0.8 * peaked(ring)), (0, 0.35 * peaked(wood(rng, f / 2, 0.008, 0.0002))))


def second_wind(rng: Rng) -> Audio:
    """The air comes back: a breath that opens into wind, on a fifth that swells."""
    s = 1.6
    t = clock(s)
    swell = np.clip(t / 0.9, 0, 1) ** 1.5 * np.clip((s - t) / 0.6, 0, 1)
    tones = sum(
        a * sweep(np.full(count(s), f * (1 + 0.002 * k)))
        for k, (f, a) in enumerate(((146.8, 1), (220.0, 0.8), (293.7, 0.5), (440.0, 0.25)))
    )
    air = peaked(high(noise(rng, s), 900) * swell**2, 0.3) + 0.35 * peaked(wind(rng, s) * swell)
    return mixed(
        s,
        (0, 0.5 * peaked(low(np.tanh(1.6 * np.asarray(tones)), 2400) * swell)),
        (0, air),
        (0, 0.5 * breath_in(rng, 0.6)),
    )


def lace(rng: Rng) -> Audio:
    """A lace pulled through an eyelet, and tied."""
    s = 0.3
    pull = peaked(high(noise(rng, s), 1500) * hump(s, 0.7) * np.linspace(0.4, 1, count(s)), 0.4)
    return mixed(
        0.6,
        (0, pull),
        (0.27, 0.5 * cloth(rng, 0.12, 6000)),
        (0.31, 0.6 * peaked(wood(rng, 1480, 0.01, 0.0002))),
        (0.32, 0.35 * peaked(metal(rng, 2960, 0.08, 0.25))),
    )


def menu_moves(rng: Rng) -> Audio:
    """A knuckle on the bench."""
    return low(wood(rng, rng.uniform(610, 640), 0.012, 0.0006), 3600)


def menu_chooses(rng: Rng) -> Audio:
    """A locker's latch."""
    return mixed(
        0.3, (0, 0.7 * peaked(wood(rng, 420, 0.02, 0.0006))), (0.045, 0.6 * peaked(metal(rng, 1560, 0.03, 0.2)))
    )


def menu_goes_back(rng: Rng) -> Audio:
    """The latch again, the other way round."""
    return mixed(
        0.3, (0, 0.5 * peaked(metal(rng, 1320, 0.025, 0.2))), (0.045, 0.7 * peaked(wood(rng, 350, 0.02, 0.0008)))
    )


def counts(rng: Rng) -> Audio:
    """The trainer's stick counts the song back in."""
    return stick(rng)
