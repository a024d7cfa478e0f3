"""Stretches a song in time at its own pitch, for practice rates.

WSOLA (W. Verhelst and M. Roelands, ICASSP 1993), begun anew exactly at every cut, so that no onset strays by more than
the search allows within a sixteenth. Across a cut, five milliseconds are faded at equal power.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from game.content.importing.recording import Samples

WINDOW_FRAMES = 2048
"""Frames of one window."""
HOP_FRAMES = WINDOW_FRAMES // 2
"""How far windows lie apart in what is written."""
SEARCH_FRAMES = 512
"""How far from its place a window is taken, at most."""
COARSE = 4
"""The search looks at every fourth frame."""
FADE_FRAMES = 240
"""Frames of the fade before a cut: 5 ms."""
RATE_ONE = 1000
"""The song as it is, in permille."""


def stretched(samples: Samples, rate_permille: int, cuts: Sequence[int]) -> Samples:
    """Return a song at another speed; `cuts` are frames at which it begins anew, from 0 to its length."""
    pad = WINDOW_FRAMES + SEARCH_FRAMES
    padded = np.concatenate([np.zeros((pad, 2), np.float32), samples, np.zeros((2 * pad, 2), np.float32)])
    mono = padded.mean(axis=1)
    length = round(len(samples) * RATE_ONE / rate_permille)
    out = np.zeros((length + WINDOW_FRAMES, 2), np.float32)
    rise = np.sin(np.linspace(0, np.pi / 2, FADE_FRAMES, dtype=np.float32))[:, None]
    for start, end in pairwise(cuts):
        first, last = (round(frame * RATE_ONE / rate_permille) for frame in (start, end))
        piece = _piece(padded, mono, (start + pad, end + pad), last - first)
        if first >= FADE_FRAMES:
            before = padded[start + pad - FADE_FRAMES : start + pad]
            out[first - FADE_FRAMES : first] = out[first - FADE_FRAMES : first] * rise[::-1] + before * rise
        out[first:last] = piece
    return out[:length]


def _piece(padded: Samples, mono: Samples, span: tuple[int, int], length: int) -> Samples:
    """Return the frames of a span, in so many frames."""
    start, end = span
    window = np.hanning(WINDOW_FRAMES + 1)[:WINDOW_FRAMES].astype(np.float32)[:, None]
    out = np.zeros((length + 2 * WINDOW_FRAMES, 2), np.float32)
    out[:HOP_FRAMES] = padded[start : start + HOP_FRAMES]
    out[HOP_FRAMES:WINDOW_FRAMES] = padded[start + HOP_FRAMES : start + WINDOW_FRAMES] * window[HOP_FRAMES:]
    speed, taken = (end - start) / max(1, length), start
    latest = max(start, end - WINDOW_FRAMES)
    for hop in range(1, length // HOP_FRAMES + 1):
        place = start + round(hop * HOP_FRAMES * speed)
        taken = _best(mono, taken + HOP_FRAMES, (max(start, min(place - SEARCH_FRAMES, latest)), latest))
        at = hop * HOP_FRAMES
        out[at : at + WINDOW_FRAMES] += padded[taken : taken + WINDOW_FRAMES] * window
    return out[:length]


def _best(mono: Samples, wanted: int, span: tuple[int, int]) -> int:
    """Return where in a span the sound is most like what would follow."""
    first, latest = span
    last = min(first + 2 * SEARCH_FRAMES, max(first, latest))
    if last <= first:
        return first
    follows = mono[wanted : wanted + WINDOW_FRAMES : COARSE]
    searched = mono[first : last + WINDOW_FRAMES : COARSE]
    alike = np.correlate(searched, follows, "valid")
    energy = np.concatenate([[0.0], np.cumsum(searched.astype(np.float64) ** 2)])
    size = np.sqrt(energy[len(follows) :] - energy[: -len(follows)] + 1e-9)
    return first + int(np.argmax(alike / size[: len(alike)])) * COARSE
