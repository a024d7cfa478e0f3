"""Feet: heel at once, toe 55 to 85 ms later, on six grounds."""

from __future__ import annotations

import numpy as np

from .bodies import creak, wood
from .dsp import Audio, Rng, band, clock, count, decay, grains, high, hump, low, mixed, modes, noise, peaked

SECONDS = 0.32


def _toe(rng: Rng) -> float:
    return float(rng.uniform(0.055, 0.085))


def gravel(rng: Rng) -> Audio:
    """Stones that give way, twice."""
    toe = _toe(rng)

    def shape(t: float) -> float:
        return float(np.exp(-(((t - 0.010) / 0.014) ** 2)) + 0.85 * np.exp(-(((t - 0.02 - toe) / 0.028) ** 2)))

    stones = grains(rng, SECONDS, lambda t: 2600 * shape(t), (900, 7500), 0.0035)
    bed = band(noise(rng, SECONDS), 1800, 8000) * np.array([shape(t) for t in clock(SECONDS)])
    weight = low(noise(rng, SECONDS), 160) * decay(SECONDS, 0.003, 0.03)
    return 0.55 * peaked(stones, 0.8) + 0.12 * peaked(bed) + 0.4 * peaked(weight)


def asphalt(rng: Rng) -> Audio:
    """A dull thump and a rubber scuff."""
    toe = _toe(rng)
    heel = 0.9 * peaked(low(noise(rng, 0.2), 240) * decay(0.2, 0.002, 0.022)) + 0.4 * peaked(
        band(noise(rng, 0.2), 500, 3200) * decay(0.2, 0.001, 0.014)
    )
    ball = 0.5 * peaked(low(noise(rng, 0.2), 280) * decay(0.2, 0.002, 0.02)) + 0.33 * peaked(
        band(noise(rng, 0.2), 500, 3600) * decay(0.2, 0.001, 0.012)
    )
    scuff = 0.09 * peaked(band(noise(rng, 0.12), 1500, 6500) * hump(0.12, 2))
    return mixed(SECONDS, (0, heel), (toe, ball), (toe + 0.02, scuff))


def stone(rng: Rng) -> Audio:
    """A hard click on a stair, with its own short ring."""
    toe = _toe(rng)
    parts = []
    for at, share, lift in ((0.0, 1.0, 1.0), (toe, 0.55, 1.2)):
        f = rng.uniform(1450, 1750) * lift
        click = modes(
            rng,
            0.2,
            [(f, 0.6, 0.018), (f * 1.83, 0.4, 0.014), (f * 2.71, 0.25, 0.01), (f * 0.42, 0.45, 0.008)],
            0.0005,
        )
        weight = peaked(low(noise(rng, 0.2), 300) * decay(0.2, 0.0015, 0.018))
        grit = peaked(band(noise(rng, 0.2), 1200, 5000) * decay(0.2, 0.0006, 0.034))
        parts.append((at, share * (0.5 * click + 0.55 * weight + 0.5 * grit)))
    return mixed(SECONDS, *parts)


def cobbles(rng: Rng) -> Audio:
    """Round stones, wet: stone with a slap and a small slip."""
    slip = 0.12 * peaked(band(noise(rng, 0.1), 1800, 7000) * hump(0.1, 2))
    return mixed(SECONDS, (0, 0.8 * low(stone(rng), 5200)), (rng.uniform(0.09, 0.12), slip))


def planks(rng: Rng) -> Audio:
    """A boardwalk: a hollow knock under each heel."""
    toe = _toe(rng)
    heel = peaked(low(wood(rng, rng.uniform(150, 185), 0.05, 0.0016), 2600), 0.9)
    ball = peaked(low(wood(rng, rng.uniform(185, 225), 0.035, 0.0012), 3000), 0.45)
    give = 0.06 * creak(rng, 0.14, 900, 60)
    return mixed(SECONDS, (0, heel), (toe, ball), (toe, give))


def water(rng: Rng) -> Audio:
    """Damp stone under the arch: stone with a film of water."""
    splash = grains(rng, 0.2, lambda t: 900 * np.exp(-t / 0.04), (1200, 5200), 0.004)
    return mixed(SECONDS, (0, 0.85 * stone(rng)), (0.004, 0.22 * peaked(splash)))


def stumble(rng: Rng, ground: Audio, other: Audio) -> Audio:
    """Two feet out of time and a drag between them."""
    drag = 0.3 * peaked(high(band(noise(rng, 0.16), 600, 5000), 300) * hump(0.16, 1.4))
    return mixed(0.5, (0, 0.7 * ground), (0.09, drag), (rng.uniform(0.17, 0.2), 0.85 * other))


def landing(rng: Rng, ground: Audio) -> Audio:
    """Both feet at once: a jump's end."""
    weight = peaked(low(noise(rng, 0.2), 150) * decay(0.2, 0.002, 0.035), 0.7)
    return mixed(len(ground) / 48_000, (0, ground), (0.004, 0.6 * ground[: count(0.2)]), (0, weight))
