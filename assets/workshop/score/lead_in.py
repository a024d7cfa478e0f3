"""The four beats before the first bar: wind, one breath, a horn very far away, and the lace, drawn tight on every beat.
It refuses any other pulse: the yard counts."""

from __future__ import annotations

import tomllib

import numpy as np
from scipy.signal import butter, sosfilt

from .notation import phrase
from .sound import hall
from .sound.instruments import BY_NAME
from .sound.synth import Sampler
from .sound.voice import Cell, render
from .tempo import SAMPLE_RATE, SONG_FILE, load

WIND_DB = -46.0
BREATH_DB = -40.0
PULL_DB = -31.0
PULL_S = 0.34
FORMANTS = (560.0, 1480.0, 2750.0)  # an open mouth breathing out


def _noise(length: int, low: float, high: float, seed: int) -> np.ndarray:
    white = np.random.default_rng(seed).normal(size=(length, 2))
    band = sosfilt(butter(2, [low, high], "band", fs=SAMPLE_RATE, output="sos"), white, axis=0)
    return band / np.sqrt((band**2).mean())


def _wind(length: int) -> np.ndarray:
    time = np.arange(length) / SAMPLE_RATE
    gust = 0.6 + 0.4 * np.sin(2 * np.pi * time / 3.1 - 1.2)
    body = _noise(length, 90, 420, 11) + 0.35 * gust[:, None] * _noise(length, 500, 1400, 12)
    return body * gust[:, None] * np.clip(time / 0.8, 0, 1)[:, None]


def _pull(random: np.random.Generator) -> np.ndarray:
    """A lace drawn through its eyelet: friction that rises as it tightens, and the leather's creak at the end."""
    length = int(PULL_S * SAMPLE_RATE)
    time = np.arange(length) / PULL_S / SAMPLE_RATE
    sweep = 2 * np.pi * np.cumsum(np.interp(time, (0, 0.7, 1), (900, 2600, 3400))) / SAMPLE_RATE
    rub = random.normal(size=length) * (0.55 + 0.45 * np.sin(sweep))
    rub = sosfilt(butter(2, [900, 9000], "band", fs=SAMPLE_RATE, output="sos"), rub) * np.sin(np.pi * time**1.4) ** 2
    creak = np.sin(2 * np.pi * 310 * time * PULL_S + 6 * np.sin(2 * np.pi * 43 * time * PULL_S))
    creak = np.sign(creak) * np.abs(creak) ** 0.5 * np.clip((time - 0.72) / 0.04, 0, 1) * np.exp(-(time - 0.72) / 0.07)
    out = rub / np.abs(rub).max() + 0.35 * np.where(time > 0.72, creak, 0.0)
    return np.asarray(out / np.sqrt((out**2).mean()))


def _laces(length: int, beat: int) -> np.ndarray:
    """A pull on every beat, left and right in turn; `beat` in samples."""
    out, random = np.zeros((length, 2)), np.random.default_rng(31)
    for number in range(length // beat):
        pull = _pull(random)[: length - number * beat]
        sides = (1.0, 0.45) if number % 2 == 0 else (0.45, 1.0)
        out[number * beat : number * beat + len(pull)] += pull[:, None] * np.array(sides)
    return out


def _breath(length: int) -> np.ndarray:
    time = np.arange(length) / SAMPLE_RATE
    out = sum(_noise(length, f * 0.9, f * 1.1, 20 + i) / (1 + i) for i, f in enumerate(FORMANTS))
    shape = np.exp(-(((time - 1.55) / 0.28) ** 2)) + 0.6 * np.exp(-(((time - 0.75) / 0.2) ** 2))
    return np.asarray(out) * shape[:, None]


def audio() -> np.ndarray:
    """The lead-in (samples, 2), exactly as long as its beats in the song file."""
    facts = tomllib.loads(SONG_FILE.read_text(encoding="utf-8"))["lead_in"]
    length = round(facts["beats"] * facts["us_per_beat"] * SAMPLE_RATE / 1e6)
    out = _wind(length) * 10 ** (WIND_DB / 20) + _breath(length) * 10 ** (BREATH_DB / 20)
    out += _laces(length, length // facts["beats"]) * 10 ** (PULL_DB / 20)
    sampler = Sampler()
    cell = Cell("yard", BY_NAME["horn_pad"], tuple(phrase("horn_pad", "r:1 D3+A3:2~<", 0, "pp")))
    first, horn = render(cell, load(), sampler)
    sampler.close()
    send = np.zeros((length, 2), np.float32)
    send[first : first + len(horn)] += horn[: length - first]
    out += (hall.reverberate(send, hall.STAGE) + 0.2 * send) * 10 ** (-14 / 20)
    fade = int(0.03 * SAMPLE_RATE)
    out[:64] *= np.linspace(0, 1, 64)[:, None]
    out[-fade:] *= np.linspace(1, 0.7, fade)[:, None]
    return out.astype(np.float32)
