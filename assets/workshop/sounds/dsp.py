"""The bench: time, noise, filters, envelopes, ringing bodies, grains. Mono float64 at 48 kHz throughout."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from scipy.signal import butter, fftconvolve, lfilter, sosfilt

SAMPLE_RATE = 48_000
Audio = np.ndarray
Rng = np.random.Generator


def count(seconds: float) -> int:
    """Samples in so many seconds."""
    return int(seconds * SAMPLE_RATE)


def clock(seconds: float) -> Audio:
    """Time in seconds, one value a sample."""
    return np.arange(count(seconds)) / SAMPLE_RATE


def noise(rng: Rng, seconds: float) -> Audio:
    """White noise of variance one."""
    return rng.normal(size=count(seconds))


def band(x: Audio, low: float, high: float, order: int = 2) -> Audio:
    """Band-pass between two frequencies in Hz."""
    return sosfilt(butter(order, [low, min(high, 23_000)], "band", fs=SAMPLE_RATE, output="sos"), x)


def low(x: Audio, frequency: float, order: int = 2) -> Audio:
    """Low-pass."""
    return sosfilt(butter(order, frequency, "low", fs=SAMPLE_RATE, output="sos"), x)


def high(x: Audio, frequency: float, order: int = 2) -> Audio:
    """High-pass."""
    return sosfilt(butter(order, frequency, "high", fs=SAMPLE_RATE, output="sos"), x)


def decay(seconds: float, attack: float, fall: float) -> Audio:
    """An envelope: linear attack, then exponential fall with a time constant, all in seconds."""
    t = clock(seconds)
    return np.minimum(t / max(attack, 1e-5), 1) * np.exp(-np.maximum(t - attack, 0) / fall)


def hump(seconds: float, power: float = 1.0) -> Audio:
    """An envelope that rises and falls like half a sine, to a power."""
    return np.sin(np.pi * np.arange(count(seconds)) / max(1, count(seconds))) ** power


def peaked(x: Audio, peak: float = 0.8) -> Audio:
    """Scale to a peak."""
    return x * (peak / (np.abs(x).max() + 1e-9))


def mixed(seconds: float, *parts: tuple[float, Audio]) -> Audio:
    """Lay parts at their times (seconds) into silence of a length."""
    out = np.zeros(count(seconds))
    for at, x in parts:
        start = max(0, count(at))
        fits = min(len(x), len(out) - start)
        if fits > 0:
            out[start : start + fits] += x[:fits]
    return out


def wander(rng: Rng, seconds: float, rate: float, depth: float) -> Audio:
    """A slow random curve around zero: `rate` turns a second, standard deviation `depth`."""
    points = max(4, int(seconds * rate) + 2)
    return depth * np.interp(np.linspace(0, points - 1, count(seconds)), np.arange(points), rng.normal(size=points))


def modes(rng: Rng, seconds: float, body: list[tuple[float, float, float]], contact: float = 0.0006) -> Audio:
    """A struck body: (frequency Hz, amplitude, decay s) for each mode; a longer contact (s) is a softer, duller
    blow."""
    t = clock(seconds)
    ringing = sum(a * np.exp(-t / d) * np.sin(2 * np.pi * f * t + rng.uniform(0, 2 * np.pi)) for f, a, d in body)
    blow = np.hanning(max(4, count(contact * 2)))
    return fftconvolve(np.asarray(ringing), blow / blow.sum())[: len(t)]


def sweep(frequency: Audio) -> Audio:
    """A sine whose frequency (Hz, one value a sample) moves."""
    return np.sin(2 * np.pi * np.cumsum(frequency) / SAMPLE_RATE)


def resonated(x: Audio, resonances: list[tuple[float, float, float]]) -> Audio:
    """Sum of two-pole resonators: (frequency Hz, quality, amplitude)."""
    out = np.zeros(len(x))
    for frequency, quality, amplitude in resonances:
        radius = np.exp(-np.pi * frequency / quality / SAMPLE_RATE)
        turn = 2 * np.pi * frequency / SAMPLE_RATE
        out += amplitude * lfilter([1 - radius], [1, -2 * radius * np.cos(turn), radius * radius], x)
    return out


def grains(
    rng: Rng, seconds: float, density: Callable[[float], float], pitch: tuple[float, float], size: float
) -> Audio:
    """A cloud of tiny knocks: `density(t)` a second, pitches in Hz from a log-uniform range, `size` their decay (s)."""
    out, at, ceiling = np.zeros(count(seconds)), 0.0, 4000.0
    while True:
        here = density(at)
        at += rng.exponential(1 / min(ceiling, max(here, 20.0)))
        if at >= seconds:
            return out
        frequency = np.exp(rng.uniform(*np.log(pitch)))
        fall = size * rng.uniform(0.5, 1.5)
        t = clock(fall * 4)
        knock = np.exp(-t / fall) * np.sin(2 * np.pi * frequency * t) + 0.5 * np.exp(-t / fall * 1.6) * np.sin(
            2 * np.pi * frequency * rng.uniform(1.3, 1.9) * t
        )
        weight = min(1.0, here / 400) * rng.lognormal(-1.0, 0.7)
        start = count(at)
        fits = min(len(knock), len(out) - start)
        out[start : start + fits] += weight * knock[:fits]


def bursts(rng: Rng, seconds: float, rate: Callable[[float], float]) -> Audio:
    """Stick and slip: an uneven pulse train, `rate(t)` pulses a second."""
    t = np.arange(0, seconds, 0.01)
    curve = np.interp(clock(seconds), t, np.array([max(4.0, rate(x)) for x in t]))
    curve *= np.exp(wander(rng, seconds, 24, 0.18))
    pulses = np.diff(np.floor(np.cumsum(curve) / SAMPLE_RATE), prepend=0)
    return pulses * (1 + 0.4 * rng.normal(size=len(pulses)))
