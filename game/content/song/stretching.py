"""Stretches a piece of sound in time without changing its pitch: WSOLA that is exact at both ends.

Waveform similarity overlap-add (Verhelst and Roelands, 1993) lays windows of the source over each other, each moved to
where it fits the one before best. Here a piece begins on its first frame and ends on its last one, and nothing else is
read: an onset on a cut between pieces stays on the cut, where plain WSOLA lets it wander by 4 to 8 ms.

An onset is wider than its beat: players attack up to 10 ms early, each at his own moment. So a piece is the source
itself for a while at both ends. Its end is not faded in over whatever sounds before it, which would tremble in loudness
at every cut: the last window before the end is the one that fits both what it follows and what it leads to.
"""

from itertools import pairwise

import numpy as np
import numpy.typing as npt

Sound = npt.NDArray[np.float32]
"""Sound while it is worked on: float32, shape (frames, 2), full scale at 32,767."""
Mono = npt.NDArray[np.float32]
"""Both sides of a sound together, in which windows are compared: float32, shape (frames,)."""

WINDOW_FRAMES = 2048
"""Length of a window: 43 ms, two periods of the lowest note that the songs have."""
HOP_FRAMES = WINDOW_FRAMES // 2
"""Distance of windows in the result, each faded into the next over as long; with so many frames of its source a piece
begins: 21 ms."""
SEARCH_FRAMES = 512
"""A window moves by no more than so far to fit: 11 ms."""
ENDING_FRAMES = 480
"""A piece ends with at least so many frames of its source: 10 ms, the earliest attack of a player before a beat."""
SHORTEST_FRAMES = 2 * WINDOW_FRAMES
"""A shorter piece has no room to move its windows: cuts that lie nearer are passed over."""
TRANSFORM = 4096
"""Length of the Fourier transform: a window and both sides of its search."""


def stretched(source: Sound, length: int) -> Sound:
    """Return `source` stretched to `length` frames. It is at least `SHORTEST_FRAMES` long, `length` five quarters
    of a window."""
    last_place = len(source) - WINDOW_FRAMES
    mono: Mono = source[:, 0] + source[:, 1]
    end = ((length - ENDING_FRAMES) // HOP_FRAMES - 1) * HOP_FRAMES
    ending = end + len(source) - length
    places = [0]
    for at in range(HOP_FRAMES, end, HOP_FRAMES):
        wanted = round((at + HOP_FRAMES) * len(source) / length) - HOP_FRAMES
        before = min(places[-1] + HOP_FRAMES, last_place)
        behind = ending if at + HOP_FRAMES == end else before + HOP_FRAMES
        between = np.concatenate((mono[before : before + HOP_FRAMES], mono[behind : behind + HOP_FRAMES]))
        places.append(_best_place(mono, between, min(wanted, last_place - SEARCH_FRAMES)))
    seams = [
        _faded(source[one + HOP_FRAMES :][:HOP_FRAMES], source[other:][:HOP_FRAMES])
        for one, other in pairwise([*places, ending])
    ]
    return np.concatenate((source[:HOP_FRAMES], *seams, source[ending + HOP_FRAMES :]))


def _faded(one: Sound, other: Sound) -> Sound:
    """Return a sound that fades into another, as loud throughout as they are: where they are alike the shares add up to
    one, where they have nothing in common their squares do."""
    rise = np.square(np.sin(np.linspace(0.0, np.pi / 2, len(one), endpoint=False, dtype=np.float32)))[:, None]
    fall = 1.0 - rise
    alike = np.vdot(one, other) / np.sqrt(np.vdot(one, one) * np.vdot(other, other) + 1.0)
    loudness = np.sqrt(rise**2 + fall**2 + 2 * max(0.0, alike) * rise * fall)
    return np.asarray((one * fall + other * rise) / loudness, np.float32)


def _best_place(mono: Mono, between: Mono, wanted: int) -> int:
    """Return the place within reach of `wanted` whose window is most like `between`: the greatest normalized
    cross-correlation. Half of that would go on without a seam, the other half is what follows."""
    begin = max(0, wanted - SEARCH_FRAMES)
    reach = mono[begin : wanted + SEARCH_FRAMES + WINDOW_FRAMES]
    places = len(reach) - WINDOW_FRAMES + 1
    template = np.fft.rfft(between, TRANSFORM)
    likeness = np.fft.irfft(np.fft.rfft(reach, TRANSFORM) * np.conj(template), TRANSFORM)[:places]
    sums = np.cumsum(np.concatenate(([0.0], np.square(reach, dtype=np.float64))))
    energy = sums[WINDOW_FRAMES:] - sums[:-WINDOW_FRAMES]
    return begin + int(np.argmax(likeness / np.sqrt(energy + 1.0)))
