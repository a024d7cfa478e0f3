"""Spectrogram and loudness curves of the mix, to be looked at. It refuses to draw without a folder to draw into."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from matplotlib.figure import Figure
from scipy.signal import stft

from . import loudness
from .tempo import SAMPLE_RATE, TempoMap

TICKS = (50, 100, 200, 400, 1000, 2500, 5000, 10000)


def draw(mix: np.ndarray, stems: dict[str, np.ndarray], song: TempoMap, folder: Path) -> Path:
    """Write `score.png` into the folder and return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    figure = Figure(figsize=(16, 13), layout="tight")
    axes = figure.subplots(3, 1, height_ratios=(3, 1.4, 2))
    _spectrogram(axes[0], mix)
    for window, width in ((3.0, 1.5), (0.4, 0.5)):
        curve = loudness.windows(mix, window, 0.1)
        axes[1].plot(np.arange(len(curve)) * 0.1 + window / 2, curve, lw=width)
    for name, audio in stems.items():
        curve = loudness.windows(audio, 3.0, 0.5)
        axes[2].plot(np.arange(len(curve)) * 0.5 + 1.5, curve, label=name)
    axes[2].legend()
    for axis, limits in ((axes[1], (-45, -6)), (axes[2], (-45, -8))):
        axis.set(ylim=limits, xlim=(0, len(mix) / SAMPLE_RATE), ylabel="LUFS")
    for axis in axes:
        for span in song.spans:
            axis.axvline(song.seconds(span.start_beat), color="c", lw=0.6)
    path = folder / "score.png"
    figure.savefig(path, dpi=62)
    return path


def _spectrogram(axis: object, mix: np.ndarray) -> None:
    hz, times, frames = stft(mix.mean(axis=1), SAMPLE_RATE, nperseg=4096, noverlap=2048)
    rows = np.geomspace(30, 18000, 360)
    level = 20 * np.log10(np.abs(frames) + 1e-6)[np.searchsorted(hz, rows).clip(0, len(hz) - 1)]
    axis.imshow(level, origin="lower", aspect="auto", extent=[0, times[-1], 0, 360], cmap="magma", vmin=-95, vmax=-28)  # type: ignore[attr-defined]
    axis.set_yticks([int(np.searchsorted(rows, t)) for t in TICKS], [str(t) for t in TICKS])  # type: ignore[attr-defined]
