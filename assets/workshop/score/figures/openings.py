"""What each opening of the band adds: loudness, and the share of cells (a beat by a third octave) in which it is heard
over everything that was open before."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np

from .. import loudness
from ..tempo import SAMPLE_RATE, TempoMap
from .bands import CENTRES, third_octaves

MASKED_DB = -4.0
"""Ratio down to which a tone is heard in noise of its own critical band (Zwicker and Fastl, Psychoacoustics, 4.1)."""
QUIET = 1e-8
"""Cells below this power count for nobody."""


@dataclass(frozen=True)
class Opening:
    """`added_db`: rise of loudness; `audible` and `loudest`: shares of the cells in which the new part is heard over
    what was open, and in which it is the louder of the two."""

    added_db: float
    audible: float
    loudest: float


def opening(before: np.ndarray, added: np.ndarray, song: TempoMap, section: str) -> Opening:
    """The figures of one section for stems `added` to those `before` (whole songs)."""
    span = song.span(section)
    edges = [round(song.seconds(span.start_beat + beat) * SAMPLE_RATE) for beat in range(span.beats + 1)]
    whole = slice(edges[0], edges[-1])
    ratios = []
    for first, last in itertools.pairwise(edges):
        old, new = third_octaves(before[first:last]), third_octaves(added[first:last])
        ratios.append(np.where(old + new > QUIET, 10 * np.log10(new / old), -99.0))
    cells = np.array(ratios).reshape(-1, len(CENTRES))
    rise = loudness.integrated(before[whole] + added[whole]) - loudness.integrated(before[whole])
    return Opening(round(rise, 2), round(float((cells >= MASKED_DB).mean()), 3), round(float((cells >= 0).mean()), 3))
