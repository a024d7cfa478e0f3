"""What hits what: leather, sand, flesh, wood, brick, canvas, hands. Dry; rooms come later."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .dsp import (
    Audio,
    Rng,
    band,
    bursts,
    clock,
    count,
    decay,
    grains,
    high,
    hump,
    low,
    mixed,
    modes,
    noise,
    peaked,
    resonated,
    sweep,
    wander,
)


@dataclass(frozen=True)
class Blow:
    """A blow into something heavy: `pitch` of its body in Hz and how far it `drops`, `ring` in s, shares of slap and
    sand."""

    pitch: float = 62.0
    drop: float = 1.9
    ring: float = 0.09
    slap: float = 0.5
    leather: float = 2600.0
    sand: float = 0.05
    seconds: float = 0.45


def blow(rng: Rng, kind: Blow) -> Audio:
    """A falling sine, mids that small speakers can give, a slap, and sand that settles."""
    t = clock(kind.seconds)
    f = kind.pitch * rng.uniform(0.94, 1.06) * (1 + (kind.drop - 1) * np.exp(-t / 0.018))
    body = sweep(f) * np.minimum(t / 0.0012, 1) * np.exp(-t / kind.ring)
    mids = modes(
        rng,
        kind.seconds,
        [
            (kind.pitch * k * rng.uniform(0.95, 1.05), a, d)
            for k, a, d in ((2.7, 0.40, 0.05), (4.1, 0.26, 0.035), (6.3, 0.12, 0.02))
        ],
        0.0012,
    )
    slap = band(noise(rng, kind.seconds), 300, kind.leather * rng.uniform(0.85, 1.2)) * decay(
        kind.seconds, 0.0006, 0.012 * rng.uniform(0.8, 1.3)
    )
    click = high(noise(rng, kind.seconds), 3000) * decay(kind.seconds, 0.0003, 0.003)
    sand = band(noise(rng, kind.seconds), 900, 3800) * np.exp(-t / 0.11) * np.clip(t / 0.02, 0, 1) * kind.sand
    return np.tanh(1.5 * (0.75 * body + 1.5 * mids + kind.slap * (2.6 * slap + 0.55 * click) + 1.6 * sand))


def skin(rng: Rng, pitch: float, wood: float = 0.8, contact: float = 0.0007) -> Audio:
    """A taut bladder against a board: membrane modes, a knock of wood, a slap of leather."""
    s = 0.16
    drum = modes(
        rng,
        s,
        [
            (pitch * k, a, d)
            for k, a, d in (
                (1, 1, 0.026),
                (1.59, 0.75, 0.018),
                (2.14, 0.5, 0.013),
                (2.65, 0.35, 0.01),
                (3.6, 0.2, 0.007),
            )
        ],
        contact,
    )
    board = modes(
        rng,
        s,
        [
            (410 * rng.uniform(0.97, 1.03), 0.5, 0.02),
            (890 * rng.uniform(0.97, 1.03), 0.5, 0.014),
            (1460, 0.35, 0.009),
            (2310, 0.2, 0.006),
        ],
        0.0004,
    )
    leather = band(noise(rng, s), 900, 5200) * decay(s, 0.0004, 0.006)
    return drum + wood * board + 0.6 * leather


def wood(rng: Rng, pitch: float, ring: float = 0.02, contact: float = 0.0004) -> Audio:
    """A knock on wood."""
    ratios = ((1, 1.0, 1.0), (2.37, 0.6, 0.6), (3.9, 0.35, 0.4), (5.6, 0.2, 0.3))
    body = modes(rng, 0.25, [(pitch * k * rng.uniform(0.98, 1.02), a, ring * d) for k, a, d in ratios], contact)
    return body + 0.3 * band(noise(rng, 0.25), 800, 6000) * decay(0.25, 0.0003, 0.004)


def brick(rng: Rng, pitch: float = 2200.0) -> Audio:
    """Fired clay: its modes die within 12 ms, or it would ring like glass; then grit."""
    s, f = 0.2, pitch * rng.uniform(0.88, 1.12)
    body = modes(
        rng,
        s,
        [
            (f * k * rng.uniform(0.98, 1.02), a, d * rng.uniform(0.8, 1.2))
            for k, a, d in (
                (1, 0.8, 0.009),
                (1.41, 1, 0.012),
                (1.93, 0.6, 0.007),
                (2.67, 0.5, 0.005),
                (3.3, 0.3, 0.004),
                (0.37, 0.6, 0.011),
            )
        ],
        0.0001,
    )
    grit = 0.22 * band(noise(rng, 0.1), 2500, 8000) * decay(0.1, 0.004, 0.025)
    return body + 0.45 * high(noise(rng, s), 2500) * decay(s, 0.0002, 0.004) + mixed(s, (0.012, grit))


def metal(rng: Rng, pitch: float, ring: float, seconds: float) -> Audio:
    """A struck bar of iron: inharmonic, long."""
    ratios = (
        (1, 1.0, 1.0),
        (1.506, 0.5, 0.8),
        (2.756, 0.8, 0.7),
        (4.07, 0.35, 0.5),
        (5.404, 0.5, 0.4),
        (8.93, 0.3, 0.2),
    )
    return modes(rng, seconds, [(pitch * k * rng.uniform(0.995, 1.005), a, ring * d) for k, a, d in ratios], 0.00025)


def chain(rng: Rng, seconds: float = 0.6, links: int = 12) -> Audio:
    """Iron links that settle: a falling cluster of small ticks."""
    parts, at = [], 0.0
    for _ in range(links):
        at += rng.exponential(seconds / 18)
        f = rng.uniform(2300, 5200)
        tick = modes(
            rng, 0.08, [(f, 1, 0.012), (f * 1.47, 0.6, 0.009), (f * 2.09, 0.4, 0.006), (f * 2.56, 0.3, 0.004)], 0.00015
        )
        parts.append((at, tick * rng.uniform(0.2, 1) * np.exp(-at * 5)))
    return mixed(seconds, *parts)


def creak(rng: Rng, seconds: float, pitch: float = 640.0, rate: float = 42.0) -> Audio:
    """Leather, rope or an old plank: stick and slip through five resonances."""
    pulses = bursts(rng, seconds, lambda t: rate * (1 + 0.5 * np.sin(2 * np.pi * t / seconds * 0.9)))
    ratios = ((1, 22, 1), (1.77, 26, 0.8), (2.92, 30, 0.6), (4.6, 30, 0.35), (6.7, 26, 0.2))
    body = resonated(pulses, [(pitch * k * rng.uniform(0.95, 1.05), q, a) for k, q, a in ratios])
    return peaked(body * hump(seconds, 0.6), 0.5)


def cloth(rng: Rng, seconds: float = 0.22, bright: float = 4200.0) -> Audio:
    """A sleeve, a sail: noise in flaps."""
    flaps = 1 + 0.8 * np.abs(wander(rng, seconds, 70, 0.8))
    return peaked(band(noise(rng, seconds), 350, bright) * hump(seconds, 1.3) * flaps, 0.5)


def whoosh(rng: Rng, seconds: float, start: float, end: float) -> Audio:
    """Air around something that moves: noise through a gliding resonance (Hz, Hz)."""
    steps, out = 16, np.zeros(count(seconds))
    w = noise(rng, seconds)
    window = count(seconds) // steps * 2
    for k in range(steps + 1):
        f = start * (end / start) ** (k / steps)
        middle = k * count(seconds) // steps
        a, b = max(0, middle - window // 2), min(len(out), middle + window // 2)
        shape = np.hanning(window)[window // 2 - (middle - a) : window // 2 + (b - middle)]
        out[a:b] += band(w, f * 0.7, f * 1.4)[a:b] * shape
    return peaked(out * hump(seconds, 1.6), 0.5)


def palm(rng: Rng, pitch: float = 1050.0, soft: float = 0.0, spread: float = 0.08) -> Audio:
    """Two hands: a cavity between palms, and skin; `soft` 0 to 1 cups it; takes lie within `spread` of the pitch."""
    s = 0.14
    cavity = resonated(
        high(noise(rng, s), 300) * decay(s, 0.0008 + 0.002 * soft, 0.006),
        [(pitch * rng.uniform(1 - spread, 1 + spread), 3.2, 1.0), (pitch * 2.3, 4, 0.5 * (1 - soft))],
    )
    fingers = band(noise(rng, s), 1500, 7500) * decay(s, 0.0005, 0.004) * (0.5 - 0.4 * soft)
    return peaked(peaked(cavity, 0.8) + fingers * 0.6, 0.8)


def scrape(rng: Rng, seconds: float, pitch: tuple[float, float] = (500.0, 3800.0)) -> Audio:
    """Something rough dragged: dense grains over a groan."""
    t_mid = seconds * 0.45
    grit = grains(rng, seconds, lambda t: 1500 * np.exp(-(((t - t_mid) / (seconds * 0.35)) ** 2)), pitch, 0.003)
    rub = band(noise(rng, seconds), *pitch) * hump(seconds, 0.8) * (1 + wander(rng, seconds, 60, 0.5))
    return peaked(peaked(grit, 0.6) + 0.25 * peaked(rub, 0.6), 0.7)


def flesh(rng: Rng, pitch: float = 78.0) -> Audio:
    """A wet slap: a broad crack, a low body, and a squelch that lets go."""
    s = 0.42
    body = blow(rng, Blow(pitch, 1.6, 0.06, 0.2, 1800.0, 0.02, s))
    crack = (
        band(noise(rng, s), 700, 6500) * decay(s, 0.0005, 0.02) * 0.9
        + band(noise(rng, s), 1500, 4200) * decay(s, 0.006, 0.035) * 0.35
    )
    parts, at = [], 0.015
    for _ in range(14):
        at += rng.exponential(0.012)
        u = clock(0.02)
        drop = sweep(rng.uniform(500, 1700) * (1 + 1.5 * u / 0.02)) * np.exp(-u / 0.005)
        parts.append((at, drop * 0.18 * np.exp(-at * 9)))
    return np.tanh(1.3 * (0.8 * body + crack + mixed(s, *parts)))


def thump(rng: Rng, pitch: float = 95.0, ring: float = 0.05, seconds: float = 0.3) -> Audio:
    """A soft heavy thing laid down."""
    t = clock(seconds)
    body = sweep(pitch * rng.uniform(0.93, 1.07) * (1 + 0.5 * np.exp(-t / 0.02))) * decay(seconds, 0.003, ring)
    return body + 0.35 * low(noise(rng, seconds), 900) * decay(seconds, 0.002, ring * 0.5)
