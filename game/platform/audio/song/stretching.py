"""Stretches a piece of sound in time without changing its pitch: WSOLA that is exact at both ends.

Waveform similarity overlap-add (Verhelst and Roelands, 1993) lays windows of the source over each other, each moved to
where it fits the one before best. Here a piece begins on its first frame and nothing is read past its last one, so that
an onset on a cut between pieces stays on the cut: the cost of plain WSOLA is onsets that wander by 4 to 8 ms.
"""

import numpy as np
import numpy.typing as npt

Sound = npt.NDArray[np.float32]
"""Sound while it is worked on: float32, shape (frames, 2), full scale at 32,767."""

WINDOW_FRAMES = 2048
"""Length of a window: 43 ms, two periods of the lowest note that the songs have."""
HOP_FRAMES = WINDOW_FRAMES // 2
"""Distance of windows in the result; Hann windows half a length apart add up to one."""
SEARCH_FRAMES = 512
"""A window moves by no more than so far to fit: 11 ms."""
FADE_FRAMES = 240
"""Before its end a piece fades, with equal power, into the source's own last frames: 5 ms. What follows begins there.
"""
TRANSFORM = 4096
"""Length of the Fourier transform: a window and both sides of its search."""


def stretched(source: Sound, length: int) -> Sound:
    """Return `source` stretched to `length` frames; both are at least a window long."""
    frames = len(source)
    mono: npt.NDArray[np.float32] = source[:, 0] + source[:, 1]
    window = np.hanning(WINDOW_FRAMES + 1)[:WINDOW_FRAMES].astype(np.float32)[:, None]
    first = window.copy()
    first[:HOP_FRAMES] = 1.0
    out = np.zeros((length + WINDOW_FRAMES, 2), np.float32)
    out[:WINDOW_FRAMES] = source[:WINDOW_FRAMES] * first
    last_place = frames - WINDOW_FRAMES
    place = 0
    for at in range(HOP_FRAMES, length, HOP_FRAMES):
        wanted = min(round((at + HOP_FRAMES) * frames / length) - HOP_FRAMES, max(0, last_place - SEARCH_FRAMES))
        place = _best_place(mono, min(place + HOP_FRAMES, last_place), wanted)
        out[at : at + WINDOW_FRAMES] += source[place : place + WINDOW_FRAMES] * window
    return _ending_as(source, out[:length])


def _best_place(mono: npt.NDArray[np.float32], natural: int, wanted: int) -> int:
    """Return the place within reach of `wanted` whose window is most like the one at `natural`, which would go on
    without a seam: the greatest normalized cross-correlation."""
    begin = max(0, wanted - SEARCH_FRAMES)
    reach = mono[begin : wanted + SEARCH_FRAMES + WINDOW_FRAMES]
    places = len(reach) - WINDOW_FRAMES + 1
    template = np.fft.rfft(mono[natural : natural + WINDOW_FRAMES], TRANSFORM)
    likeness = np.fft.irfft(np.fft.rfft(reach, TRANSFORM) * np.conj(template), TRANSFORM)[:places]
    sums = np.cumsum(np.concatenate(([0.0], np.square(reach, dtype=np.float64))))
    energy = sums[WINDOW_FRAMES:] - sums[:-WINDOW_FRAMES]
    return begin + int(np.argmax(likeness / np.sqrt(energy + 1.0)))


def _ending_as(source: Sound, out: Sound) -> Sound:
    """Fade the result into the source's last frames: what leads into the next onset is not moved."""
    angle = np.linspace(0.0, np.pi / 2, FADE_FRAMES, dtype=np.float32)[:, None]
    out[-FADE_FRAMES:] = out[-FADE_FRAMES:] * np.cos(angle) + source[-FADE_FRAMES:] * np.sin(angle)
    return out
