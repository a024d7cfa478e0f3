"""The mix of a song for a practice rate: at another speed at its own pitch, begun anew exactly at every cut, so that no
onset on a cut strays.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np

from game.content.importing.recording import Samples
from game.content.song.stretching import SHORTEST_FRAMES, stretched

RATE_ONE = 1000
"""The song as it is, in permille."""
FULL_SCALE = 32_767
"""Full scale of what is stretched; that of a recording is 1."""


def cuts_among(frames: Iterable[int], length: int) -> list[int]:
    """Return those of rising frames at which a song of so many frames can be cut, with 0 and its end: of sixteenths at
    more than 176 beats a minute every other one.
    """
    cuts = [0]
    for frame in frames:
        if frame - cuts[-1] >= SHORTEST_FRAMES and length - frame >= SHORTEST_FRAMES:
            cuts.append(frame)
    return [*cuts, length]


def practice_mix(song: Samples, rate_permille: int, cuts: Sequence[int]) -> Samples:
    """Return a song at another speed; `cuts` are frames from 0 to its length, none nearer than `SHORTEST_FRAMES`."""
    if rate_permille == RATE_ONE:
        return song
    places = [round(frame * RATE_ONE / rate_permille) for frame in cuts]
    pieces = [
        stretched(song[start:end] * np.float32(FULL_SCALE), last - first) / FULL_SCALE
        for (start, end), (first, last) in zip(pairwise(cuts), pairwise(places), strict=True)
    ]
    mix: Samples = np.concatenate(pieces)
    return mix
