"""The running exercises: yard, market, bridge, river, steps, summit. Each function makes one dry take."""

from __future__ import annotations

import numpy as np

from . import feet
from .air import breath_in, breath_out, gasp, whistle, wind
from .bodies import brick, cloth, metal, palm, scrape, thump, whoosh, wood
from .dsp import Audio, Rng, band, clock, count, decay, grains, high, hump, low, mixed, noise, peaked, sweep, wander

# -- yard


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


# -- market


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


def claps_two(rng: Rng) -> Audio:
    """Two claps: catch!"""
    return mixed(0.4, (0, palm(rng, 1250)), (0.15, palm(rng, 1400)))


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


def wind_turns(rng: Rng) -> Audio:
    """The wind comes round: turn to it."""
    return peaked(wind(rng, 0.7)[: count(0.7)] * hump(0.7, 0.8), 0.6) + 0.5 * mixed(0.7, (0.0, cloth(rng, 0.3)))


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
