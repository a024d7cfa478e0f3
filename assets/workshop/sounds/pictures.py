"""Spectrograms of the sounds, to be looked at: three takes of each, one after another, 40 Hz to 20 kHz."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
from scipy.signal import spectrogram

from .build import levelled, take
from .catalogue import SOUNDS
from .dsp import SAMPLE_RATE, count

COLUMNS, ROWS = 6, 6
GAP_S = 0.08


def draw(folder: Path, names: Sequence[str]) -> None:
    """Draw pages of 36 sounds into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    chosen = [sound for sound in SOUNDS if not names or sound.name in names]
    for page in range(0, len(chosen), COLUMNS * ROWS):
        figure, axes = plt.subplots(ROWS, COLUMNS, figsize=(24, 18))
        for axis, sound in zip(axes.ravel(), chosen[page : page + COLUMNS * ROWS], strict=False):
            takes, gain = levelled(sound, [take(sound, number) for number in range(1, min(3, sound.takes) + 1)])
            mono = [x if x.ndim == 1 else x.mean(1) for x in takes]
            x = np.concatenate([np.concatenate([y, np.zeros(count(GAP_S))]) for y in mono]) * 10 ** (gain / 20)
            size = 512 if len(x) < 3 * SAMPLE_RATE else 2048
            f, t, power = spectrogram(x, SAMPLE_RATE, nperseg=size, noverlap=size * 3 // 4)
            axis.pcolormesh(
                t, f[1:], 10 * np.log10(power[1:] + 1e-12), vmin=-105, vmax=-40, cmap="magma", shading="auto"
            )
            axis.set_yscale("log")
            axis.set_ylim(40, 20_000)
            axis.set_title(f"{sound.name} ({gain:+.1f} dB)", fontsize=9)
        figure.tight_layout()
        figure.savefig(folder / f"sounds-{page // (COLUMNS * ROWS) + 1}.png", dpi=55)
        plt.close(figure)
