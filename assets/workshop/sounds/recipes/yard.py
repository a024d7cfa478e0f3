"""The yard: rails, bricks, gravel. Each function makes one dry take."""

from __future__ import annotations

import numpy as np

from .. import feet
from ..air import breath_out
from ..bodies import brick, metal, thump, whoosh
from ..dsp import Audio, Rng, clock, count, grains, high, mixed, noise, peaked, sweep, wander


def rail_rings(rng: Rng) -> Audio:
    """Rails sing before a train does: two bars shimmer and swell, with a tick running through them."""
    s = 0.95
    song = sum(
        a * sweep(np.full(count(s), f * rng.uniform(0.995, 1.005)) * (1 + 0.002 * np.sin(2 * np.pi * r * clock(s))))
        for f, a, r in ((1420, 1.0, 7), (2135, 0.8, 9), (3270, 0.55, 11), (4410, 0.3, 13))
    )
    swell = np.minimum(clock(s) / 0.05, 1) * np.exp(-clock(s) / 0.42)
    zing = 0.35 * peaked(high(noise(rng, s), 3500) * (1 + wander(rng, s, 90, 0.6)) * swell)
    tick = metal(rng, 1900, 0.05, 0.2)
    return mixed(s, (0, 0.5 * peaked(tick)), (0, 0.75 * peaked(np.asarray(song) * swell) + zing))


def brick_clink(rng: Rng) -> Audio:
    """A lifted brick clinks against the wrist's other brick; frost flies."""
    frost = 0.10 * peaked(grains(rng, 0.16, lambda t: 700 * np.exp(-t / 0.05), (3500, 9500), 0.002))
    return mixed(0.26, (0, peaked(brick(rng), 0.8)), (0.02, frost), (0.0, 0.25 * peaked(thump(rng, 150, 0.02, 0.2))))


def bricks_press(rng: Rng) -> Audio:
    """Both bricks overhead: two clay knocks at once, and the breath that lifts them."""
    return mixed(
        0.45,
        (0, peaked(brick(rng, 1900), 0.8)),
        (0.004, peaked(brick(rng, 2450), 0.6)),
        (0.02, 0.35 * breath_out(rng, 0.4, 1.6)),
    )


def bricks_ready(rng: Rng) -> Audio:
    """Two bricks knocked together, low then high: both hands, soon."""
    return mixed(0.42, (0, 0.7 * peaked(brick(rng, 1350))), (0.14, 0.9 * peaked(brick(rng, 1800))))


def rail_hop(rng: Rng) -> Audio:
    """Off the gravel, over the rail, and down on the ties."""
    return mixed(
        0.5,
        (0, 0.5 * peaked(feet.gravel(rng))),
        (0.0, 0.5 * whoosh(rng, 0.22, 500, 1300)),
        (0.0, 0.8 * peaked(feet.landing(rng, feet.gravel(rng)))),
    )


def rail_trip(rng: Rng) -> Audio:
    """A toe against iron, then gravel."""
    return mixed(
        0.7,
        (0, 0.8 * peaked(metal(rng, 620, 0.16, 0.6))),
        (0.05, 0.8 * peaked(feet.stumble(rng, feet.gravel(rng), feet.gravel(rng)))),
    )


def breath_soft(rng: Rng) -> Audio:
    """The fighter's own breath, in tempo."""
    return breath_out(rng, 0.30, 0.6)


def stumble_gravel(rng: Rng) -> Audio:
    """One step out of time."""
    return feet.stumble(rng, feet.gravel(rng), feet.gravel(rng))
