"""The places breathe: loops of stereo that meet their own beginning, and what passes by. Shape (samples, 2)."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from .. import soundfont
from ..air import babbler, bubbles, drip, wind
from ..bodies import chain, cloth, creak, metal, palm, wood
from ..dsp import Audio, Rng, band, clock, count, decay, grains, hump, low, mixed, modes, noise, peaked, sweep, wander
from ..rooms import COLD, GYM, OPEN, STREET, VAULT, inside
from .gym import rope_skips, stick
from .market import whistle_right
from .run import gull

LOOP_S = 8.0
SEAM_S = 1.0


def looped(make: Callable[[Rng, float], Audio], rng: Rng, seconds: float = LOOP_S) -> Audio:
    """A loop: its last second is faded into its first, so that no seam is heard. Two makings, left and right."""
    sides = [make(rng, seconds + SEAM_S)[: count(seconds + SEAM_S)] for _ in range(2)]
    x = np.stack(sides, 1)
    seam, n = count(SEAM_S), count(seconds)
    fade = np.sin(0.5 * np.pi * np.linspace(0, 1, seam))[:, None]
    out = x[:n].copy()
    out[:seam] = out[:seam] * fade + x[n : n + seam] * fade[::-1]
    return out


def scattered(loop: Audio, rng: Rng, times: int, make: Callable[[Rng], Audio], gain: float) -> Audio:
    """Put single sounds somewhere into a loop, around its seam too, each at its own place from left to right."""
    out = loop.copy()
    for _ in range(times):
        x = make(rng) * gain * rng.uniform(0.5, 1.0)
        at, side = rng.integers(0, len(out)), rng.uniform(0.1, 0.9)
        where = (at + np.arange(len(x))) % len(out)
        out[where] += np.stack([x * np.sqrt(1 - side), x * np.sqrt(side)], 1)
    return out


def yard(rng: Rng) -> Audio:
    """Before dawn: wind over ballast, a city not awake, a wire that hums, couplings far off."""
    hum = lambda r, s: wind(r, s, 1.3) * 0.8 + 0.35 * band(noise(r, s), 40, 110) * 3  # noqa: E731
    return scattered(looped(hum, rng), rng, 3, lambda r: inside(low(metal(r, 340, 0.25, 0.9), 1300), OPEN, 0.5), 0.3)


def market(rng: Rng) -> Audio:
    """People who cannot be understood, a fire in an oil drum, crates."""

    def murmur(r: Rng, s: float) -> Audio:
        x = np.zeros(count(s))
        for k in range(11):
            voice = low(
                peaked(babbler(r, s, r.uniform(95, 150) if k % 3 else r.uniform(180, 240))), r.uniform(1600, 3600)
            )
            x += voice * (r.uniform(0.4, 0.8) if k < 3 else r.uniform(0.1, 0.25))
        return inside(x, STREET, 0.5)[: count(s)] + 0.8 * fire(r, s)

    return scattered(looped(murmur, rng), rng, 5, lambda r: low(wood(r, 260, 0.03, 0.001), 1800), 0.35)


def fire(rng: Rng, seconds: float) -> Audio:
    """Wood that crackles over a low roar."""
    crackle = grains(rng, seconds, lambda t: 26, (1400, 7500), 0.0016)
    return 2.2 * crackle + 0.5 * band(noise(rng, seconds), 70, 420) * np.exp(wander(rng, seconds, 2, 0.3))


def vault(rng: Rng) -> Audio:
    """Under the arch: the river next to it, drops."""
    water = lambda r, s: inside(river_water(r, s), VAULT, 0.6)[: count(s)]  # noqa: E731
    return scattered(looped(water, rng), rng, 7, lambda r: inside(drip(r, r.uniform(1100, 1900)), VAULT, 0.9), 0.5)


def river_water(rng: Rng, seconds: float) -> Audio:
    """A broad slow river at a wall."""
    base = band(noise(rng, seconds), 250, 2600) * 0.10 * np.exp(wander(rng, seconds, 3, 0.35))
    return base + low(noise(rng, seconds), 180) * 0.15 + 0.8 * bubbles(rng, seconds, 120)


def gym(rng: Rng) -> Audio:
    """A big old room: a pipe, a fan, somebody skipping rope, somebody on another bag."""
    air = lambda r, s: band(noise(r, s), 60, 340) * 0.5 + 0.12 * band(noise(r, s), 400, 2200)  # noqa: E731
    room = scattered(looped(air, rng), rng, 14, lambda r: inside(low(rope_skips(r), 2600), GYM, 0.6), 0.8)
    room = scattered(room, rng, 3, lambda r: inside(low(stick(r), 2400), GYM, 0.8), 0.3)
    return scattered(room, rng, 2, lambda r: inside(chain(r, 0.7, 9), GYM, 0.6), 0.25)


def plant(rng: Rng) -> Audio:
    """A compressor, cold air, hooks that touch."""

    def cold(r: Rng, s: float) -> Audio:
        t = clock(s)
        motor = sum(
            a * np.sin(2 * np.pi * f * t + r.uniform(0, 6))
            for f, a in ((59.8, 1), (119.7, 0.6), (179.4, 0.3), (358.8, 0.12))
        )
        return (
            0.25 * np.asarray(motor) * (1 + wander(r, s, 1, 0.06))
            + 0.25 * band(noise(r, s), 180, 2600)
            + 0.4 * low(noise(r, s), 120)
        )

    room = scattered(
        looped(cold, rng), rng, 4, lambda r: inside(metal(r, r.uniform(640, 900), 0.12, 0.6), COLD, 0.8), 0.3
    )
    return scattered(room, rng, 3, lambda r: inside(drip(r), COLD, 0.9), 0.3)


def river(rng: Rng) -> Audio:
    """Water, a great ship's rigging, gulls."""
    bank = lambda r, s: river_water(r, s) + 0.35 * wind(r, s, 0.6)  # noqa: E731
    shore = scattered(looped(bank, rng), rng, 4, lambda r: inside(creak(r, 1.1, 380, 16), OPEN), 0.3)
    shore = scattered(shore, rng, 5, lambda r: inside(metal(r, 1180, 0.06, 0.3), OPEN), 0.14)
    return scattered(shore, rng, 3, lambda r: inside(low(gull(r), 3800), OPEN, 0.5), 0.22)


def steps(rng: Rng) -> Audio:
    """Midday on a hill of stone: the city below, flags."""
    city = lambda r, s: band(noise(r, s), 70, 700) * 0.6 * np.exp(wander(r, s, 0.8, 0.2)) + 0.3 * wind(r, s, 0.5)  # noqa: E731
    hill = scattered(looped(city, rng), rng, 7, lambda r: low(cloth(r, 0.25, 2600), 2200), 0.22)
    return scattered(hill, rng, 2, lambda r: low(horn_far(r), 900), 0.2)


def summit(rng: Rng) -> Audio:
    """Wind, wings, and the city under it all."""
    air = lambda r, s: wind(r, s, 0.8) + 0.3 * band(noise(r, s), 70, 500)  # noqa: E731
    top = scattered(looped(air, rng), rng, 6, wings, 0.3)
    return scattered(top, rng, 6, lambda r: low(cloth(r, 0.3, 3000), 2600), 0.25)


def horn_far(rng: Rng) -> Audio:
    """A car, streets away."""
    s = rng.uniform(0.25, 0.5)
    tones = sum(np.sign(np.sin(2 * np.pi * f * clock(s))) for f in (349.2, 440.0))
    return low(np.asarray(tones), 1200) * hump(s, 0.3) * 0.3


def wings(rng: Rng) -> Audio:
    """One pigeon passes."""
    beats = mixed(
        0.8,
        *(
            (k / 9.0, peaked(band(noise(rng, 0.06), 450, 2600) * hump(0.06, 2), 0.6 * np.exp(-(((k - 3) / 3) ** 2))))
            for k in range(7)
        ),
    )
    return low(beats, 3200)


# -- passing by


def elevated_train(rng: Rng) -> Audio:
    """A train on its iron legs, far off: bogies in pairs, a roar, a squeal; from left to right."""
    s = 6.5
    t = clock(s)
    near = np.exp(-(((t - s / 2) / (s * 0.22)) ** 2))
    x = (
        low(noise(rng, s), 75, 4) * 3.2
        + 1.1 * band(noise(rng, s), 70, 260)
        + 0.35 * band(noise(rng, s), 350, 2200) * (1 + 0.3 * np.sin(2 * np.pi * 9 * t))
    ) * near
    at = 0.6
    clacks = []
    while at < s - 0.6:
        for gap in (0, 0.09, 0.42, 0.51):
            joint = peaked(band(noise(rng, 0.14), 120, 1900) * decay(0.14, 0.001, 0.022)) + 0.5 * modes(
                rng, 0.14, [(430, 1, 0.03), (980, 0.6, 0.02), (1730, 0.3, 0.015)], 0.0004
            )
            clacks.append((at + gap, 0.9 * joint * np.exp(-(((at + gap - s / 2) / (s * 0.24)) ** 2))))
        at += 1.02
    squeal = sum(
        a * sweep(np.full(count(s), f) * (1 + 0.01 * np.sin(2 * np.pi * 0.7 * t)))
        for f, a in ((2140, 1), (3260, 0.6), (4710, 0.4))
    )
    x = np.tanh(0.5 * (x + mixed(s, *clacks))) + 0.03 * np.asarray(squeal) * np.exp(-(((t - s * 0.62) / 0.6) ** 2))
    return panned(inside(low(x, 3400), OPEN, 0.3)[: len(t)], -0.8, 0.8)


def ships_bell(rng: Rng) -> Audio:
    """Two strokes across the water."""

    def stroke() -> Audio:
        return modes(
            rng,
            1.6,
            [
                (932 * k, a, d)
                for k, a, d in (
                    (0.5, 0.3, 0.5),
                    (1, 1, 0.45),
                    (1.19, 0.6, 0.35),
                    (1.5, 0.35, 0.3),
                    (2.0, 0.7, 0.22),
                    (2.74, 0.3, 0.15),
                )
            ],
            0.0003,
        )

    return panned(inside(mixed(2.2, (0, stroke()), (0.34, 0.9 * stroke())), OPEN, 0.4), 0.5, 0.3)


def city_bell(rng: Rng) -> Audio:
    """The tower, once: a deep bell with its hum, strike and slow beating."""
    s = 3.6
    tower = modes(
        rng,
        s,
        [
            (196 * k * v, a, d)
            for k, a, d in (
                (0.5, 0.5, 1.6),
                (1, 0.8, 1.1),
                (1.183, 0.6, 0.9),
                (1.506, 0.3, 0.7),
                (2.0, 0.9, 0.7),
                (2.51, 0.3, 0.4),
                (3.01, 0.3, 0.3),
                (4.1, 0.15, 0.2),
            )
            for v in (1, 1.0025)
        ],
        0.0012,
    )
    gone = np.clip((s - clock(s)) / 1.6, 0, 1) ** 2
    return panned(inside(low(tower * gone, 4200), OPEN, 0.5), -0.2, -0.1)


def cheer(rng: Rng) -> Audio:
    """Children who run along, far away, and people who clap: no word among them."""
    s = 3.4
    x = soundfont.applause(s) * 0.22
    t = clock(s)
    shape = np.clip(t / 0.5, 0, 1) * np.clip((s - t) / 1.6, 0, 1)
    for side in range(2):
        for _ in range(10):
            length = rng.uniform(0.35, 0.7)
            u = clock(length)
            f = rng.uniform(420, 820) * (1 + 0.5 * np.sin(np.pi * u / length))
            whoop = sum(sweep(k * f) / k**1.5 for k in range(1, 6)) * hump(length, 1.4)
            x[:, side] += mixed(s, (rng.uniform(0.1, s - 1.2), 0.14 * np.asarray(whoop)))
        voices = sum(peaked(babbler(rng, s, rng.uniform(230, 330))) for _ in range(5))
        x[:, side] = low(x[:, side] + 0.10 * np.asarray(voices), 3600) * shape
    return x


def claps_far(rng: Rng) -> Audio:
    """A few hands at a stand, and one whistle."""
    parts = [(float(at), 0.5 * low(palm(rng, rng.uniform(900, 1500)), 3600)) for at in np.sort(rng.uniform(0, 0.9, 9))]
    return panned(
        inside(mixed(1.3, *parts, (0.25, 0.22 * whistle_right(rng))), STREET, 0.4),
        rng.uniform(-0.7, 0.7),
        rng.uniform(-0.7, 0.7),
    )


def panned(x: Audio, start: float, end: float) -> Audio:
    """Mono to stereo, moving between two places from -1 to 1."""
    side = np.linspace(start, end, len(x)) * 0.5 + 0.5
    return np.stack([x * np.sqrt(1 - side), x * np.sqrt(side)], 1)
