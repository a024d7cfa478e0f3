"""From the written score to audio in memory: compose, cut into cells, render, mix. It refuses notes for instruments
that the orchestra does not have."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import platformdirs

from . import chart, sections, tempo
from .notation import Note, ScoreError
from .sound import mix
from .sound.instruments import BY_NAME
from .sound.synth import Sampler
from .sound.voice import Cell
from .tempo import TempoMap

Grouping = Callable[[list[Cell]], dict[str, list[Cell]]]


def cache_folder() -> Path:
    """Where rendered cells are kept between renders; safe to delete."""
    return platformdirs.user_cache_path("lace-up-workshop") / "score"


def cells(score: dict[str, list[Note]]) -> list[Cell]:
    """The score as one cell for each section and instrument that plays in it."""
    found = []
    for section, notes in score.items():
        names = sorted({n.part for n in notes})
        unknown = [n for n in names if n not in BY_NAME]
        if unknown:
            raise ScoreError(
                f"{section}: no instrument called {', '.join(unknown)}; add it to instruments.py or mend the name"
            )
        for name in names:
            own = sorted((n for n in notes if n.part == name), key=lambda n: (n.beat, n.key, n.beats))
            found.append(Cell(section, BY_NAME[name], tuple(own)))
    return found


@dataclass(frozen=True)
class Master:
    """The score as played, stems (samples, 2) that sum to the mix, the hall after their end, and the tempo map."""

    score: dict[str, list[Note]]
    stems: dict[str, np.ndarray]
    ring: np.ndarray
    tempo: TempoMap

    @property
    def mix(self) -> np.ndarray:
        return np.sum(list(self.stems.values()), axis=0)


def performed(
    score: dict[str, list[Note]], map_: TempoMap, group: Grouping, cache: Path | None
) -> dict[str, np.ndarray]:
    """Every group of the score's cells as audio, before the master."""
    sampler = Sampler()
    try:
        return mix.groups(group(cells(score)), map_, sampler, cache)
    finally:
        sampler.close()


def master(cache: Path | None) -> Master:
    """The finished music as it is written."""
    map_ = tempo.load()
    score = sections.compose(chart.read(map_))
    parts, ring = mix.master(performed(score, map_, mix.by_stem, cache), map_.samples())
    return Master(score, parts, ring, map_)


def practice(rate: float) -> np.ndarray:
    """The whole mix at a rate, (samples, 2)."""
    map_ = tempo.load(rate)
    score = sections.compose(chart.read(tempo.load()))
    parts, _ = mix.master(performed(score, map_, mix.by_tape, None), map_.samples())
    return np.sum(list(parts.values()), axis=0)
