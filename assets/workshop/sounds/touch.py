"""How a press came out, as a colour on its sound: clean, early (thin, stopped short), late (dull, dragging), sloppy
(scuffed, doubled)."""

from __future__ import annotations

import numpy as np

from .dsp import Audio, Rng, band, count, decay, high, hump, low, noise

TOUCHES = ("clean", "early", "late", "sloppy")
SCUFF_HZ = (700.0, 5200.0)
SMEAR_S = 0.007


def touched(x: Audio, touch: str, rng: Rng) -> Audio:
    """Colour a dry clean hit; KeyError for a touch that is none."""
    return {"clean": _clean, "early": _early, "late": _late, "sloppy": _sloppy}[touch](x, rng)


def _clean(x: Audio, rng: Rng) -> Audio:
    return x


def _early(x: Audio, rng: Rng) -> Audio:
    """Stopped short: the body of the sound is missing and it is over soon."""
    thin = 0.35 * x + 0.65 * high(x, 480, 1)
    short = np.exp(-np.arange(len(x)) / count(0.055))
    return 0.8 * thin * np.maximum(short, 0.02)


def _late(x: Audio, rng: Rng) -> Audio:
    """Dragging: the attack is smeared and the top is gone."""
    smear = np.hanning(count(2 * SMEAR_S))
    dull = low(x, 1100 * rng.uniform(0.9, 1.1), 2)
    return 0.95 * (0.55 * dull + 0.45 * np.convolve(dull, smear / smear.sum())[: len(x)])


def _sloppy(x: Audio, rng: Rng) -> Audio:
    """Scuffed: it lands twice, off the mark, and rubs."""
    flam = count(rng.uniform(0.022, 0.034))
    out = 0.6 * low(x, 1900)
    out[flam:] += 0.45 * low(x, 1500)[:-flam]
    seconds = min(0.16, len(x) / 48_000)
    rub = band(noise(rng, seconds), *SCUFF_HZ) * hump(seconds, 1.5) * decay(seconds, 0.01, 0.06)
    rub *= 0.35 * np.abs(x).max() / (np.abs(rub).max() + 1e-9)
    out[: len(rub)] += rub
    return out
