"""Breath, wind, heart, and people far away. No voice ever says a word."""

from __future__ import annotations

import numpy as np
from scipy.signal import lfilter

from .dsp import (
    SAMPLE_RATE,
    Audio,
    Rng,
    band,
    clock,
    count,
    decay,
    high,
    hump,
    low,
    mixed,
    noise,
    peaked,
    sweep,
    wander,
)


def breath_out(rng: Rng, seconds: float = 0.4, force: float = 1.0) -> Audio:
    """Air leaves an open mouth: three formants, a fast rise and a long fall."""
    a = np.arange(count(seconds)) / count(seconds)
    shape = np.clip(a / 0.10, 0, 1) * np.exp(-np.clip(a - 0.10, 0, 1) * (5.0 - force))
    return _mouth(rng, seconds, (900, 1500, 2700), 0.025 + 0.02 * force) * shape


def breath_in(rng: Rng, seconds: float = 0.45) -> Audio:
    """Air is drawn: brighter, swelling."""
    a = np.arange(count(seconds)) / count(seconds)
    return _mouth(rng, seconds, (1300, 2300, 3900), 0.05) * np.sin(np.pi * a**0.8) ** 1.4


def gasp(rng: Rng) -> Audio:
    """The wind knocked out: out, hard and short, and a hollow in again."""
    return mixed(0.6, (0, breath_out(rng, 0.24, 2.0)), (0.26, 0.45 * breath_in(rng, 0.3)))


def hiss(rng: Rng) -> Audio:
    """Air through teeth: it hurts."""
    s = 0.28
    return peaked(band(noise(rng, s), 3200, 9000) * hump(s, 0.8) * (1 + wander(rng, s, 30, 0.2)), 0.5)


def _mouth(rng: Rng, seconds: float, formants: tuple[float, ...], top: float) -> Audio:
    w = noise(rng, seconds)
    shift = rng.uniform(0.94, 1.06)
    tones = sum(g * band(w, f * shift * 0.8, f * shift * 1.25) for f, g in zip(formants, (1, 0.7, 0.35), strict=True))
    return peaked((np.asarray(tones) + top * band(w, 3500, 9000)) * (1 + wander(rng, seconds, 40, 0.12)), 0.6)


def wind(rng: Rng, seconds: float, deep: float = 1.0) -> Audio:
    """Moving air: a low body and a whistle that comes and goes."""
    gusts = np.exp(wander(rng, seconds, 0.7, 0.45))
    body = band(noise(rng, seconds), 60, 380) * deep + 0.5 * band(noise(rng, seconds), 300, 1300) * gusts
    whistle = band(noise(rng, seconds), 900, 1150, 3) * np.exp(wander(rng, seconds, 0.9, 0.8)) * 0.25
    return (body + whistle) * gusts


def heartbeat(rng: Rng) -> Audio:
    """Lub, dub: felt in the chest, so most of it is low; a little knock for small speakers."""

    def beat(pitch: float) -> Audio:
        t = clock(0.22)
        body = sweep(pitch * (1 + 0.6 * np.exp(-t / 0.03))) * decay(0.22, 0.006, 0.05)
        return body + 0.25 * band(noise(rng, 0.22), 110, 320) * decay(0.22, 0.006, 0.025)

    return mixed(0.5, (0, beat(58 * rng.uniform(0.98, 1.02))), (0.17, 0.6 * beat(66)))


def babbler(rng: Rng, seconds: float, pitch: float) -> Audio:
    """One person too far away to be understood: pulses through three wandering formants, gated by syllables."""
    k = max(4, int(seconds * 4.5))
    t = np.linspace(0, k - 1, count(seconds))
    smooth = lambda values: np.interp(t, np.arange(k), values)  # noqa: E731
    tone = pitch * np.exp(smooth(rng.normal(0, 0.13, k)))
    source = np.diff(np.floor(np.cumsum(tone) / SAMPLE_RATE), prepend=0.0)
    source = lfilter([1], [1, -0.82], source) + 0.05 * rng.normal(size=len(source))
    vowels = np.array([[700, 1150, 2500], [300, 2200, 2900], [450, 1900, 2500], [350, 800, 2400], [550, 950, 2450]])
    path = vowels[rng.integers(0, 5, k)] * (1.0 if pitch < 170 else 1.17)
    out, block = np.zeros(len(source)), 480
    states = [np.zeros(2) for _ in range(3)]
    for start in range(0, len(source) - block + 1, block):
        where = min(k - 1, int(t[start]))
        for j, (width, share) in enumerate(((80, 1.0), (110, 0.6), (160, 0.3))):
            radius = np.exp(-np.pi * width / SAMPLE_RATE)
            turn = 2 * np.pi * path[where, j] / SAMPLE_RATE
            piece, states[j] = lfilter(
                [share * (1 - radius)],
                [1, -2 * radius * np.cos(turn), radius**2],
                source[start : start + block],
                zi=states[j],
            )
            out[start : start + block] += piece
    gate = np.where(rng.uniform(size=2 * k) < 0.7, rng.uniform(0.4, 1, 2 * k), 0)
    return high(out, 170) * np.interp(np.linspace(0, 2 * k - 1, len(out)), np.arange(2 * k), gate)


def whistle(rng: Rng, contour: tuple[float, ...], seconds: float) -> Audio:
    """Fingers in the mouth: a near-pure tone along a contour in Hz, with air around it."""
    s = count(seconds)
    f = np.interp(np.linspace(0, len(contour) - 1, s), np.arange(len(contour)), contour) * rng.uniform(0.98, 1.02)
    f *= 1 + 0.004 * np.sin(2 * np.pi * 6.5 * np.arange(s) / SAMPLE_RATE) + wander(rng, seconds, 18, 0.003)[:s]
    tone = sweep(f) + 0.12 * sweep(2 * f)
    breath = band(noise(rng, seconds), 1800, 5200)[:s] * 0.10
    t = np.arange(s) / SAMPLE_RATE
    shape = np.minimum(t / 0.012, 1) * np.clip((seconds - t) / 0.05, 0, 1)
    return (tone + breath) * shape * 0.5


def bubbles(rng: Rng, seconds: float, rate: float) -> Audio:
    """Running water: rising damped sines, as bubbles ring (Minnaert)."""
    out = np.zeros(count(seconds))
    for _ in range(int(seconds * rate)):
        f = np.exp(rng.uniform(np.log(420), np.log(2600)))
        fall = 0.004 + 6 / f * rng.uniform(0.5, 2)
        u = clock(min(0.12, fall * 6))
        drop = sweep(f * (1 + rng.uniform(0, 0.12) * u / fall)) * np.exp(-u / fall) * np.clip(u / 0.001, 0, 1)
        start = rng.integers(0, len(out))
        piece = drop * rng.lognormal(-2.6, 0.8)
        end = min(len(out), start + len(piece))
        out[start:end] += piece[: end - start]
        out[: len(piece) - (end - start)] += piece[end - start :]
    return out


def drip(rng: Rng, pitch: float = 1500.0) -> Audio:
    """One drop into a puddle."""
    u = clock(0.12)
    f = pitch * rng.uniform(0.85, 1.2)
    plop = sweep(f * (1 + 0.5 * u / 0.05)) * decay(0.12, 0.001, 0.012)
    return plop + 0.15 * low(high(noise(rng, 0.12), 2500), 9000) * decay(0.12, 0.0004, 0.003)
