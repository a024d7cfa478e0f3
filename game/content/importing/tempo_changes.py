"""Follows a song whose tempo changes for good: the tempo of every second, as the best path through its self-similarity
over one, two, four (or three) and eight (or six) beats, on which a leap costs more than to stay.

A leap to half or twice the tempo, or to two thirds or three halves of it, is not told from a change of pattern: the
tempo before it is kept, whose beats fit both.
"""

from itertools import pairwise

import numpy as np

from game.content.importing.features import FRAMES_A_SECOND, Floats

DRIFT_STIFFNESS = 900.0
"""What a drift of tempo costs, for the square of its size as a natural logarithm of tempo."""
LEAP_COST, LEAP_STIFFNESS = 1.5, 5.0
"""What a leap of tempo costs at least, and for its size as a natural logarithm of tempo."""
WIDEST_LEAP = 0.53
"""A wider leap, as a natural logarithm of tempo, is taken for another octave: nearly twice or half."""
LEAST_LEAP = 0.1
"""A smaller change from second to second is a drift."""


def tempo_path(alike: Floats, tempos: Floats) -> Floats:
    """Return the tempo in beats a minute of each window (Viterbi). `alike`: how alike the song is to itself in each
    window at each tempo, shape (windows, tempos)."""
    value = np.maximum(alike, 0) / (alike.max(axis=1, keepdims=True) + 1e-9)
    change = np.abs(np.log(tempos)[:, None] - np.log(tempos)[None, :])
    cost = np.minimum(DRIFT_STIFFNESS * change**2, LEAP_COST + LEAP_STIFFNESS * change)
    cost[change > WIDEST_LEAP] = np.inf
    best, back = value[0], []
    for row in value[1:]:
        moves = best[:, None] - cost
        back.append(moves.argmax(axis=0))
        best = moves[back[-1], np.arange(len(tempos))] + row
    path = [int(best.argmax())]
    for origin in reversed(back):
        path.append(int(origin[path[-1]]))
    found: Floats = tempos[np.array(path[::-1])]
    return found


def leaps_of(path: Floats) -> list[int]:
    """Return the windows in which a tempo begins that the window before does not have."""
    return [int(place) + 1 for place in np.flatnonzero(np.abs(np.diff(np.log(path))) > LEAST_LEAP)]


def periods_of(path: Floats, hop: int, leaps_at: list[int], frames: int) -> Floats:
    """Return the period in frames at every frame; each leap of the path lies at the frame that is given for it."""
    periods = np.empty(frames)
    edges = [0, *leaps_of(path), len(path)]
    first_frame = 0
    for (first, end), end_frame in zip(pairwise(edges), [*leaps_at, frames], strict=True):
        at = np.arange(first, end) * hop
        part = np.interp(np.arange(first_frame, end_frame), at, 60 * FRAMES_A_SECOND / path[first:end])
        periods[first_frame:end_frame] = part
        first_frame = end_frame
    return periods
