"""What is written to `assets/music/`: stems, lead-in, practice mixes. It refuses to write a stem of the wrong length."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import soundfile

from . import build, encode, lead_in
from .tempo import SAMPLE_RATE

MUSIC = Path("assets/music")
STEM_QUALITY = 0.5
RATE_QUALITY = 0.35
RATES = (0.5, 0.6, 0.75, 0.9, 1.25, 1.5)


def render(*, rates: bool, cached: bool) -> None:
    """Rebuild the music files from the score."""
    cache = build.cache_folder() if cached else None
    stems, tempo = build.stems(1.0, cache)
    for name, audio in stems.items():
        if len(audio) != tempo.samples():
            raise ValueError(f"{name}: {len(audio)} samples, the song has {tempo.samples()}")
        print(f"{name}.ogg {encode.write(MUSIC / f'{name}.ogg', audio, STEM_QUALITY):,} bytes")
    print(f"lead-in.ogg {encode.write(MUSIC / 'lead-in.ogg', lead_in.audio(), STEM_QUALITY):,} bytes")
    if rates:
        for rate in RATES:
            _rate(rate)


def _rate(rate: float) -> None:
    stems, _ = build.stems(rate, None)
    path = MUSIC / f"mix-{rate:g}.ogg"
    print(f"{path.name} {encode.write(path, sum(stems.values(), np.float32(0)), RATE_QUALITY):,} bytes")


def sketch(path: Path) -> None:
    """The current score as WAV stems and mix, for measuring and listening."""
    stems, _ = build.stems(1.0, build.cache_folder())
    path.parent.mkdir(parents=True, exist_ok=True)
    soundfile.write(path, sum(stems.values()), SAMPLE_RATE, subtype="FLOAT")
    for name, audio in stems.items():
        soundfile.write(path.with_name(f"{path.stem}-{name}.wav"), audio, SAMPLE_RATE, subtype="FLOAT")
