"""OGG Vorbis, mono or stereo, the same bytes twice. Refuses audio that would clip."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import soundfile

from assets.workshop.score.encode import with_serial

from .dsp import SAMPLE_RATE, Audio

CHUNK = 32_768  # the encoder overflows its stack on very long writes


def write(path: Path, x: Audio, quality: float) -> None:
    """Write audio of shape (samples,) or (samples, 2) at a Vorbis quality from 0 to 1."""
    peak = float(np.abs(x).max(initial=0.0))
    if not peak < 1.0:
        raise ValueError(f"{path.name}: peak {peak:.3f} would clip; lower its level")
    path.parent.mkdir(parents=True, exist_ok=True)
    channels = 1 if x.ndim == 1 else x.shape[1]
    settings = {"format": "OGG", "subtype": "VORBIS", "compression_level": 1 - quality}
    with soundfile.SoundFile(path, "w", SAMPLE_RATE, channels, **settings) as file:
        for start in range(0, len(x), CHUNK):
            file.write(x[start : start + CHUNK])
    path.write_bytes(with_serial(path.read_bytes()))
