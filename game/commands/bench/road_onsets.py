"""How far the onsets of a stretched song lie from those of a true render, and which onsets can tell.

Around each eighth the rise of the log spectrum is slid along the true one, in steps of a millisecond, to where the two
are most alike. What is compared is their shape, by the coefficient of correlation: a plain sum of products is greatest
where the sound is loudest, and there are often two attacks within 15 ms.

An eighth counts by what the two true renders do, that of the rate and that of the written tempo, and by nothing that
the stretcher does: it is clear in the one, and the other rises alike (`ALIKE`) at the same place (`SAME_MS`). Hiss,
drones and swells are not alike: of two pieces of hiss, one pair in five hundred is. How far the true renders themselves
lie apart is measured with the same onsets: that is how fine this measure is.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from game.platform.audio.device.mixer import SAMPLE_RATE
from game.platform.audio.device.ring_buffer import Pcm

Numbers = npt.NDArray[np.float64]

HOP = SAMPLE_RATE // 1000
"""Frames between two spectra: 1 ms."""
WINDOW = 512
"""Frames of a spectrum."""
QUIET = 50.0
"""Amplitude that is nothing: what rises from below it counts less."""
AROUND_MS = 15
"""What is compared of an onset: so much before and behind it."""
REACH_MS = 25
"""How far from its place an onset is sought."""
CLEAR = 2.2
"""An eighth is clear where the true render rises by so many times its median."""
ALIKE = 0.7
"""Two renders rise alike from this coefficient of correlation on."""
SAME_MS = 5
"""Two true renders have the same onset where they are no further apart: other notes still sound in each."""


@dataclass(frozen=True, slots=True)
class Renders:
    """The same music three times: stretched, played by the workshop at that tempo, and played at the written one."""

    stretched: Pcm
    true: Pcm
    written: Pcm


@dataclass(frozen=True, slots=True)
class MomentFrames:
    """The frame of one moment of the music in each of the renders."""

    stretched: int
    true: int
    written: int


@dataclass(frozen=True, slots=True)
class Displacements:
    """By how many ms each onset that counts lies late against the true render: stretched, and at the written tempo."""

    stretched_ms: Numbers
    written_ms: Numbers


def displacements(renders: Renders, places: list[MomentFrames]) -> Displacements:
    """Return how far the onsets lie apart at those of the places where the two true renders share one."""
    clear = CLEAR * float(np.median(_rise(renders.true[places[0].true : places[-1].true])))
    found: list[tuple[float, float]] = []
    for place in places:
        wanted = _rise_around(renders.true, place.true, AROUND_MS)
        if wanted is None or wanted.max() < clear:
            continue
        written = _lag(wanted, _rise_around(renders.written, place.written, AROUND_MS + REACH_MS))
        ours = _lag(wanted, _rise_around(renders.stretched, place.stretched, AROUND_MS + REACH_MS))
        if written and ours and written.alike >= ALIKE and abs(written.ms) <= SAME_MS:
            found.append((ours.ms, written.ms))
    ours_ms, written_ms = np.array(found, np.float64).reshape(-1, 2).T
    return Displacements(ours_ms, written_ms)


@dataclass(frozen=True, slots=True)
class _Fit:
    ms: float
    alike: float


def _lag(wanted: Numbers, rise: Numbers | None) -> _Fit | None:
    """Return where a rise is most alike, in ms from its middle: the top of the parabola through the greatest
    coefficients; None where the sound does not reach so far."""
    if rise is None:
        return None
    pieces = np.lib.stride_tricks.sliding_window_view(rise, len(wanted))
    pieces = pieces - pieces.mean(axis=1, keepdims=True)
    shape = wanted - wanted.mean()
    alike = pieces @ shape / np.sqrt(np.square(pieces).sum(axis=1) * np.square(shape).sum() + 1e-9)
    best = int(np.argmax(alike))
    if not 0 < best < len(alike) - 1:
        return _Fit(best - REACH_MS, float(alike[best]))
    before, top, behind = alike[best - 1 : best + 2]
    return _Fit(best - REACH_MS + float((before - behind) / (2 * (before - 2 * top + behind) or -1.0)), float(top))


def _rise_around(pcm: Pcm, frame: int, reach_ms: int) -> Numbers | None:
    """Return the rise at each millisecond from `reach_ms` before a frame to `reach_ms` behind it."""
    first = frame - (reach_ms + 1) * HOP - WINDOW // 2
    last = frame + reach_ms * HOP + WINDOW // 2
    return _rise(pcm[first:last]) if first >= 0 and last <= len(pcm) else None


def _rise(pcm: Pcm) -> Numbers:
    """Return how much the log spectrum rises from each millisecond to the next."""
    levels = np.log1p(spectra(pcm, WINDOW, HOP) / QUIET)
    return np.asarray(np.maximum(np.diff(levels, axis=0), 0).sum(axis=1))


def spectra(pcm: Pcm, window: int, hop: int) -> Numbers:
    """Return the amplitudes of both sides together, a row for each window."""
    mono = pcm.sum(axis=1, dtype=np.float64)
    pieces = np.lib.stride_tricks.sliding_window_view(mono, window)[::hop]
    return np.abs(np.fft.rfft(pieces * np.hanning(window), axis=1))
