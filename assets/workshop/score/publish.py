"""What is written to `assets/music/`: stems, lead-in, practice mixes. It refuses to write a stem of the wrong
length."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np
import soundfile

from . import build, encode, freshness, lead_in
from .tempo import SAMPLE_RATE

MUSIC = Path("assets/music")
STEM_QUALITY = 0.5
RATE_QUALITY = 0.35
RATES = (0.5, 0.6, 0.75, 0.9, 1.25, 1.5)


def render(*, rates: bool, cached: bool) -> None:
    """Rebuild the music files from the score; practice mixes on all cores."""
    song = build.master(build.cache_folder() if cached else None)
    for name, audio in song.stems.items():
        if len(audio) != song.tempo.samples():
            raise ValueError(f"{name}: {len(audio)} samples, the song has {song.tempo.samples()}")
        _write(f"{name}.ogg", audio, STEM_QUALITY)
    _write("lead-in.ogg", lead_in.audio(), STEM_QUALITY)
    _write("ring-out.ogg", song.ring, STEM_QUALITY)
    freshness.remember(MUSIC, "stems", song.score)
    score = song.score
    wanted = [
        rate for rate in (RATES if rates else ()) if not (cached and freshness.is_current(MUSIC, f"{rate:g}", score))
    ]
    del song  # the practice mixes need its memory
    with ProcessPoolExecutor() as pool:
        for rate in pool.map(_render_rate, wanted):
            freshness.remember(MUSIC, f"{rate:g}", score)


def _render_rate(rate: float) -> float:
    """Write one practice mix; return its rate."""
    _write(f"mix-{rate:g}.ogg", build.practice(rate), RATE_QUALITY)
    return rate


def _write(name: str, audio: np.ndarray, quality: float) -> None:
    print(f"{name} {encode.write(MUSIC / name, audio, quality):,} bytes", flush=True)


def sketch(path: Path) -> None:
    """The current score as WAV stems and mix, for measuring and listening."""
    song = build.master(build.cache_folder())
    path.parent.mkdir(parents=True, exist_ok=True)
    soundfile.write(path, song.mix, SAMPLE_RATE, subtype="FLOAT")
    for name, audio in song.stems.items():
        soundfile.write(path.with_name(f"{path.stem}-{name}.wav"), audio, SAMPLE_RATE, subtype="FLOAT")
