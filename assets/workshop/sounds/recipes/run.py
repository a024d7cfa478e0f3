"""The running exercises beyond the market: bridge, river, steps, summit. Each function makes one dry take."""

from __future__ import annotations

import numpy as np

from .. import feet
from ..air import breath_in, breath_out, gasp, wind
from ..bodies import cloth, metal, palm, scrape, thump, whoosh
from ..dsp import Audio, Rng, band, clock, count, decay, high, hump, low, mixed, noise, peaked, sweep, wander

# -- bridge, river, steps


def vault_miss(rng: Rng) -> Audio:
    """A foot that drags under the arch."""
    return feet.stumble(rng, feet.water(rng), feet.water(rng))


def halyard(rng: Rng) -> Audio:
    """A line taps a mast, twice."""
    return mixed(
        0.4, (0, 0.8 * peaked(metal(rng, 1180, 0.07, 0.35))), (0.11, 0.5 * peaked(metal(rng, 1210, 0.05, 0.25)))
    )


def gull(rng: Rng) -> Audio:
    """One cry over the water, falling."""
    s = 0.5
    t = clock(s)
    f = np.interp(t, (0, 0.06, 0.2, 0.5), (1150, 1650, 1350, 820)) * rng.uniform(0.92, 1.08)
    f *= 1 + 0.02 * np.sin(2 * np.pi * 31 * t)
    tone = sum(a * sweep(k * f) for k, a in ((1, 1.0), (2, 0.7), (3, 0.45), (4, 0.2)))
    return peaked(np.asarray(tone) * hump(s, 0.7) * (1 + 0.2 * wander(rng, s, 50, 0.5)), 0.6)


def gust_comes(rng: Rng) -> Audio:
    """Flags and rigging, rising: two beats ahead of the wind."""
    s = 0.9
    rise = np.minimum(clock(s) / 0.6, 1) ** 1.5 * np.clip((s - clock(s)) / 0.12, 0, 1) + 0.06
    flaps = peaked(
        low(noise(rng, s), 700)
        * (np.clip(np.sin(2 * np.pi * np.cumsum(np.linspace(7, 19, count(s))) / 48_000), 0, 1) ** 3)
    )
    lines = mixed(
        s,
        *(
            (float(at), 0.3 * peaked(metal(rng, 1300, 0.04, 0.2)))
            for at in np.linspace(0.0, 0.8, 6) + rng.uniform(0, 0.05, 6)
        ),
    )
    tap = mixed(s, (0, 0.5 * peaked(metal(rng, 900, 0.1, 0.4))))
    return rise * (0.9 * flaps + 0.5 * peaked(wind(rng, s)) + lines) + tap


def gust_leaned(rng: Rng) -> Audio:
    """He leans in; it passes over him."""
    s = 0.5
    blast = peaked(band(noise(rng, s), 160, 1800) * hump(s, 1.2), 0.7)
    return mixed(s, (0, 0.8 * peaked(feet.planks(rng))), (0, blast), (0.02, 0.5 * cloth(rng, 0.4, 2600)))


def gust_shoves(rng: Rng) -> Audio:
    """It takes him from the side."""
    s = 0.6
    return mixed(
        s,
        (0, peaked(band(noise(rng, s), 120, 1100) * hump(s, 1.0), 0.8)),
        (0.1, 0.7 * peaked(feet.stumble(rng, feet.planks(rng), feet.planks(rng)))),
    )


def deep_in(rng: Rng) -> Audio:
    """A breath drawn to the bottom."""
    return breath_in(rng, 0.42)


def let_go(rng: Rng) -> Audio:
    """And let go into the first stride."""
    return mixed(0.5, (0, breath_out(rng, 0.42, 1.4)), (0, 0.4 * peaked(feet.planks(rng))))


def breath_lost(rng: Rng) -> Audio:
    """Out of breath at the wrong moment."""
    return gasp(rng)


def stumble_planks(rng: Rng) -> Audio:
    """A foot caught on a board."""
    return feet.stumble(rng, feet.planks(rng), feet.planks(rng))


def breath_sharp(rng: Rng) -> Audio:
    """In through the nose: now."""
    return high(breath_in(rng, 0.26), 900)


def pigeons(rng: Rng) -> Audio:
    """A burst of wings: a leap is coming."""
    s, rate = 0.7, rng.uniform(13, 16)
    parts = []
    for _ in range(5):
        start, bird = rng.uniform(0, 0.05), rate * rng.uniform(0.9, 1.12)
        for k in range(9):
            flap = band(noise(rng, 0.05), 500, 3600) * hump(0.05, 2)
            parts.append((start + k / bird, flap * np.exp(-k / 5) * rng.uniform(0.5, 1)))
    return peaked(mixed(s, *parts), 0.8)


def leaped(rng: Rng) -> Audio:
    """Two stairs in one: air, and both soles on stone."""
    return mixed(
        0.5,
        (0, 0.5 * whoosh(rng, 0.24, 500, 1700)),
        (0, peaked(feet.landing(rng, feet.stone(rng)), 0.9)),
        (0.02, 0.25 * breath_out(rng, 0.3, 1.6)),
    )


def hand_on_stone(rng: Rng) -> Audio:
    """A stumble: a hand touches the stair."""
    return mixed(
        0.5,
        (0, 0.6 * peaked(feet.stone(rng))),
        (0.08, 0.8 * palm(rng, 700, 0.3)),
        (0.1, 0.25 * scrape(rng, 0.2, (900, 4500))),
    )


# -- summit


def turned(rng: Rng) -> Audio:
    """A heel on stone, and a coat that follows."""
    return mixed(
        0.45,
        (0, 0.8 * peaked(feet.stone(rng))),
        (0.02, 0.3 * scrape(rng, 0.14, (1200, 5200))),
        (0.03, 0.5 * cloth(rng, 0.3)),
    )


def air_punched(rng: Rng) -> Audio:
    """A fist stops in the air: the sleeve snaps."""
    snap = 0.7 * peaked(band(noise(rng, 0.05), 800, 6500) * decay(0.05, 0.0006, 0.01))
    return mixed(
        0.3,
        (0, snap),
        (0, 0.8 * whoosh(rng, 0.13, 700, 2200)),
        (0.0, 0.4 * peaked(thump(rng, 120, 0.03, 0.2))),
        (0.02, 0.2 * breath_out(rng, 0.25, 1.8)),
    )


def arms_raised(rng: Rng) -> Audio:
    """Both arms up: cloth, breath, and the air of the whole city."""
    return mixed(
        0.9,
        (0, 0.7 * whoosh(rng, 0.35, 400, 1900)),
        (0.02, 0.6 * cloth(rng, 0.35)),
        (0.06, 0.6 * breath_out(rng, 0.7, 1.0)),
        (0, 0.5 * peaked(thump(rng, 80, 0.09))),
    )


def breath_held(rng: Rng) -> Audio:
    """He is still, and it passes."""
    return 0.8 * breath_out(rng, 0.6, 0.3)


def whiff(rng: Rng) -> Audio:
    """A blow into nothing."""
    return whoosh(rng, 0.18, 1400, 500)


def trips(rng: Rng) -> Audio:
    """A step for which there was no beat."""
    return mixed(0.32, (0, 0.6 * peaked(feet.asphalt(rng))), (0.05, 0.3 * whoosh(rng, 0.15, 800, 500)))
