"""Struck metal that no soundfont has: an anvil as a sum of decaying inharmonic modes. It refuses pitch: the key
only chooses the size of the iron."""

from __future__ import annotations

import numpy as np

from ..notation import Note
from ..tempo import SAMPLE_RATE
from .instruments import Player
from .performance import Stage, seed

# (ratio to the lowest mode, level, decay to -60 dB in s): a free bar's bending modes, spread by ear of the spectrogram.
MODES = (
    (1.0, 0.5, 0.5),
    (2.756, 1.0, 0.9),
    (3.42, 0.4, 0.5),
    (5.404, 0.9, 0.8),
    (6.71, 0.35, 0.5),
    (8.933, 0.5, 0.4),
    (11.3, 0.25, 0.25),
)
CLICK_S = 0.004


def struck(notes: list[Note], player: Player, stage: Stage, length: int) -> np.ndarray:
    """One player striking iron: audio (length, 2), float32."""
    out = np.zeros(length + SAMPLE_RATE * 2, np.float64)
    random = seed(stage.section, "anvil", player)
    time = np.arange(int(1.2 * SAMPLE_RATE)) / SAMPLE_RATE
    for note in notes:
        base = 440.0 * 2 ** ((note.key - 69) / 12)
        jitter = np.clip(random.normal(0, player.spread_ms), -2 * player.spread_ms, 2 * player.spread_ms) / 1000
        start = max(0, round(stage.sample(note.beat) + jitter * SAMPLE_RATE))
        hard = (note.velocity / 110) ** 1.6
        hit = np.zeros_like(time)
        for ratio, level, decay in MODES:
            detune, phase = 1 + random.normal(0, 0.002), random.uniform(0, 2 * np.pi)
            bright = level * hard ** (0.3 + 0.12 * ratio)
            hit += bright * np.exp(-6.9 * time / decay) * np.sin(2 * np.pi * base * ratio * detune * time + phase)
        hit += random.normal(size=len(time)) * np.exp(-time / CLICK_S) * 1.2
        hit *= hard * np.clip(time / 0.0006, 0, 1) * 0.16
        out[start : start + len(hit)] += hit[: len(out) - start]
    return np.repeat(out[:length, None], 2, axis=1).astype(np.float32)
