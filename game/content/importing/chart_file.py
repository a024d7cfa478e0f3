"""A chart of another game, read: its sound file, and the times of its beats and notes in that, in seconds."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from game.content.importing.beat_grid import FEWEST_BEATS, BeatGrid
from game.content.importing.notes import Notes
from game.errors import ContentError
from game.timing.tempo import BEATS_PER_BAR

MOST_BYTES = 8 * 1024 * 1024
"""Largest text of a chart, in bytes."""
MOST_BEATS = 10_000
"""Most beats of a chart."""
SHORTEST_S = 0.15
"""A beat that is shorter (a warp) is left out of the grid, in seconds."""
LONG_SHARE = 1.75
"""A beat longer than this many usual ones (a stop) is divided into several."""


@dataclass(frozen=True)
class ReadChart:
    """What a chart says. `sound` is the path of its sound file."""

    sound: Path
    title: str
    artist: str
    grid: BeatGrid
    notes: Notes


def grid_of(path: Path, times: Iterable[float]) -> BeatGrid:
    """Return the grid of a chart's beats, in whole bars from its first; raises ContentError where there are too few.

    A stop becomes further beats of the usual length, a warp none: the grid stays one that a runner can run on.
    """
    beats: list[float] = []
    for time in times:
        if not beats or time - beats[-1] >= SHORTEST_S:
            beats.append(time)
    if len(beats) <= FEWEST_BEATS:
        raise ContentError(f"{path}: has {len(beats)} beats; a song needs {FEWEST_BEATS}: take a longer chart")
    usual = float(np.median(np.diff(beats)))
    even = [beats[0]]
    for time in beats[1:]:
        length = time - even[-1]
        parts = max(1, round(length / usual)) if length > LONG_SHARE * usual else 1
        even += list(np.linspace(even[-1], time, parts + 1)[1:])
    if len(even) > MOST_BEATS:
        raise ContentError(f"{path}: has {len(even)} beats, {MOST_BEATS} at most: look for a stop without end in it")
    count = (len(even) - 1) // BEATS_PER_BAR * BEATS_PER_BAR
    return BeatGrid(np.array(even[: count + 1]), per_beat=True)
