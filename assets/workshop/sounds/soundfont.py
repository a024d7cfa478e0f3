"""The patch of MuseScore General (MIT) that synthesis does worse: applause. Rendered here, never played by the game."""

from __future__ import annotations

from functools import cache

import numpy as np

from assets.workshop.score.sound.synth import Event, Sampler

from .dsp import Audio, count

APPLAUSE, KEYS = 126, (60, 64)


@cache
def applause(seconds: float) -> Audio:
    """A crowd that claps, shape (samples, 2), peak 1."""
    sampler = Sampler()
    events = [Event(0, 0, "program_change", (0, APPLAUSE)), *(Event(0, 1, "noteon", (0, key, 100)) for key in KEYS)]
    audio = sampler.render(events, count(seconds))[: count(seconds)].astype(np.float64)
    sampler.close()
    return audio / (np.abs(audio).max() + 1e-9)
