"""The market: crates, poles, whistles, fruit. Each function makes one dry take."""

from __future__ import annotations

import numpy as np

from .. import feet
from ..air import whistle
from ..bodies import cloth, metal, palm, scrape, thump, whoosh, wood
from ..dsp import Audio, Rng, band, decay, grains, hump, low, mixed, noise, peaked


def crate_scraped(rng: Rng) -> Audio:
    """A crate pushed over the pavement."""
    return mixed(0.42, (0, scrape(rng, 0.34, (350, 2600))), (0.3, 0.6 * peaked(wood(rng, 240, 0.03, 0.001))))


def pole_rattles(rng: Rng) -> Audio:
    """An awning's pole and what hangs from it."""
    parts = [
        (at, peaked(metal(rng, rng.uniform(2500, 3300), 0.035, 0.16), g))
        for at, g in ((0, 0.8), (0.055, 0.5), (0.10, 0.65), (0.155, 0.4), (0.20, 0.3))
    ]
    return mixed(0.42, *parts, (0, 0.2 * cloth(rng, 0.3)))


def whistle_left(rng: Rng) -> Audio:
    """A vendor's whistle, falling."""
    return whistle(rng, (2750, 2700, 2050, 1900), 0.26)


def whistle_right(rng: Rng) -> Audio:
    """A vendor's whistle, rising."""
    return whistle(rng, (1650, 1800, 2450, 2600), 0.26)


def crate_hopped(rng: Rng) -> Audio:
    """Up and over: cloth, air, two soles on the street."""
    return mixed(
        0.5,
        (0, 0.45 * whoosh(rng, 0.2, 450, 1500)),
        (0.0, 0.85 * peaked(feet.landing(rng, feet.asphalt(rng)))),
        (0.02, 0.3 * cloth(rng)),
    )


def ducked(rng: Rng) -> Audio:
    """Under the goods: air going down, and cloth brushing along."""
    return mixed(
        0.4,
        (0, 0.8 * whoosh(rng, 0.22, 1500, 380)),
        (0.0, 0.55 * peaked(feet.asphalt(rng))),
        (0.05, 0.5 * cloth(rng, 0.3, 3000)),
    )


def slipped(rng: Rng) -> Audio:
    """Around somebody: a pivoting sole, a brush of coats."""
    squeak = 0.10 * peaked(band(noise(rng, 0.08), 1900, 3400) * hump(0.08))
    return mixed(
        0.36,
        (0, 0.6 * peaked(feet.asphalt(rng))),
        (0.0, 0.6 * whoosh(rng, 0.17, 900, 1800)),
        (0.03, squeak),
        (0.04, 0.55 * cloth(rng)),
    )


def orange_caught(rng: Rng) -> Audio:
    """A soft round thing into a palm."""
    return mixed(
        0.25,
        (0, 0.8 * palm(rng, 520, 0.9)),
        (0, 0.7 * peaked(thump(rng, 210, 0.02, 0.15))),
        (0.015, 0.15 * cloth(rng, 0.1)),
    )


def orange_dropped(rng: Rng) -> Audio:
    """It falls, splits and rolls."""
    wet = peaked(band(noise(rng, 0.1), 500, 3800) * decay(0.1, 0.001, 0.02), 0.5)
    bounces = [(at, g * peaked(thump(rng, 190, 0.015, 0.12))) for at, g in ((0, 0.8), (0.17, 0.4), (0.28, 0.2))]
    return mixed(0.55, *bounces, (0.003, wet), (0.3, 0.2 * rolling(rng)))


def rolling(rng: Rng) -> Audio:
    """A piece of fruit over stones."""
    s = 0.35
    return peaked(low(grains(rng, s, lambda t: 160 * (1 - t / s) + 30, (180, 900), 0.008), 1500), 0.6)


def fruit_rolls(rng: Rng) -> Audio:
    """A shoulder against a stand, and everything round comes off it."""
    falls = [
        (float(at), g * peaked(thump(rng, rng.uniform(150, 260), 0.014, 0.1)))
        for at, g in zip(np.cumsum(rng.exponential(0.05, 9)), np.linspace(0.7, 0.2, 9), strict=True)
    ]
    return mixed(0.75, (0, 0.8 * peaked(wood(rng, 190, 0.05, 0.0015))), *falls, (0.3, 0.25 * rolling(rng)))


def crate_tumbles(rng: Rng) -> Audio:
    """A shin against a crate."""
    knocks = [
        (at, g * peaked(wood(rng, f, 0.035, 0.001)))
        for at, g, f in ((0, 0.9, 210), (0.11, 0.6, 260), (0.19, 0.45, 235), (0.3, 0.25, 290))
    ]
    return mixed(0.6, *knocks, (0.04, 0.3 * scrape(rng, 0.25, (400, 2400))))


def awning_tears(rng: Rng) -> Audio:
    """Canvas gives way."""
    s = 0.5
    rip = grains(rng, s, lambda t: 2400 * np.exp(-(((t - 0.14) / 0.11) ** 2)), (900, 6500), 0.0016)
    return mixed(
        0.6, (0, 0.9 * peaked(rip)), (0, 0.35 * cloth(rng, 0.5)), (0.05, 0.5 * peaked(metal(rng, 1500, 0.04, 0.2)))
    )
