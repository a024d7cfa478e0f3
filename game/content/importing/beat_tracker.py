"""Finds the beats of a recording: candidates of tempo by self-similarity, a path of tempo through the song for each,
and the beats on it by dynamic programming (D. Ellis, "Beat Tracking by Dynamic Programming", JNMR 36, 2007).

The tempo's octave is chosen by how alike the song is to itself one, two, four (or three) and eight (or six) beats
later, in bands of pitch, times how much stronger the beats are than what lies between them.

On 22 made songs of known beats (the prototype's twelve and the tests' ten clips) the beats were right, F at least
0.95 at 70 ms, on 16, and on 15 by librosa 0.11's `beat_track`; the mean F at 15 ms was 0.82 against 0.01, and 0.85
against 0.80 with either's constant lateness taken off. librosa alone was right on a funk clip, this one on strings
and ballads.
"""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from scipy.ndimage import uniform_filter1d
from scipy.sparse import diags
from scipy.sparse.linalg import spsolve

from game.content.importing.features import BEAT_WINDOW, FRAMES_A_SECOND, Floats, band_flux, band_levels
from game.content.importing.recording import Report

Integers: TypeAlias = npt.NDArray[np.int64]

SLOWEST_BPM, FASTEST_BPM = 48.0, 220.0
"""Tempos that are looked for, beats a minute."""
TEMPO_STEPS = 500
"""Tempos between them, evenly apart in pitch."""
USUAL_BPM, USUAL_OCTAVES = 118.0, 0.9
"""Most songs lie around this tempo, within so many octaves."""
HINT_OCTAVES = 0.12
"""How near a tempo must lie to one that a person gave."""
ALIKE_WEIGHTS = (1.0, 0.7, 1.3, 0.8)
"""What self-similarity after one, two, four or three, and eight or six beats counts."""
TRIPLE = 0.92
"""What a bar of three counts against one of four."""
CANDIDATES = 6
"""How many tempos are followed through the song."""
SELF_WINDOW_S, PATH_WINDOW_S = 14.0, 8.0
"""Windows of self-similarity for the song's tempo and for its path, in seconds."""
SELF_HOP_S, PATH_HOP_S = 1.0, 0.5
"""How far apart they lie."""
PATH_REACH = 0.16
"""How far the path strays from its candidate, as a natural logarithm of tempo."""
PATH_STIFFNESS = 900.0
"""What a change of tempo costs."""
BEAT_STIFFNESS = 120.0
"""What an uneven beat costs."""
BETWEEN_SHARE = 0.3
"""How much of the strength between the beats is taken from theirs."""
WEAK_SHARE = 0.25
"""Beats at the ends that are weaker than so much of the usual are left out."""
BEND_COST, ROBUST_S = 20.0, 0.012
"""Smoothing of the beats: what a change of their distance costs, and from which distance on a beat is an outlier."""


@dataclass(frozen=True)
class Candidate:
    """A tempo in beats a minute, how alike the song is to itself at it, and the path of periods, in frames."""

    bpm: float
    alike: float
    periods: Floats


def track_beats(signal: Floats, hint_bpm: float | None, report: Report) -> Floats:
    """Return the times of the beats in seconds, smoothed; empty where the recording has none.

    `signal` is what `listened` returns. `hint_bpm` is a tempo that a person gave, or None.
    """
    report("listening", 0.0)
    flux = band_flux(band_levels(signal, BEAT_WINDOW, FRAMES_A_SECOND))
    if flux.sum() <= 0 or len(flux) < 4 * FRAMES_A_SECOND:
        return np.zeros(0)
    strength = _strength(flux)
    best: tuple[float, Integers] | None = None
    found = _candidates(flux, strength, hint_bpm)
    smooth = np.convolve(strength / (strength.std() + 1e-9), np.exp(-0.5 * (np.arange(-4, 5) / 1.6) ** 2), "same")
    for number, candidate in enumerate(found):
        beats = _beats(smooth, candidate.periods)
        between = (beats[1:] + beats[:-1]) // 2
        gain = smooth[beats].mean() - BETWEEN_SHARE * (smooth[between].mean() if len(between) else 0.0)
        value = np.sqrt(max(gain, 0.0)) * candidate.alike
        if best is None or value > best[0]:
            best = (value, beats)
        report("finding beats", (number + 1) / len(found))
    assert best is not None, "there is always a candidate"
    return smoothed(_refined(_without_weak_ends(best[1], smooth), smooth) / FRAMES_A_SECOND)


def _strength(flux: Floats) -> Floats:
    total = flux.sum(axis=1)
    usual = np.sqrt(uniform_filter1d(total**2, 8 * FRAMES_A_SECOND))
    strength: Floats = total / (usual + 0.15 * total.std() + 1e-9)
    return strength


def _candidates(flux: Floats, strength: Floats, hint_bpm: float | None) -> list[Candidate]:
    tempos = np.geomspace(SLOWEST_BPM, FASTEST_BPM, TEMPO_STEPS)
    alike = _alike(flux / (flux.std(axis=0) + 0.02), tempos)
    usual = np.exp(-0.5 * (np.log2(tempos / USUAL_BPM) / USUAL_OCTAVES) ** 2)
    value = np.maximum(alike, 1e-6) * usual
    if hint_bpm is not None:
        value = value * np.exp(-0.5 * (np.log2(tempos / hint_bpm) / HINT_OCTAVES) ** 2)
    peaks = [place for place in range(2, len(tempos) - 2) if value[place] == value[place - 2 : place + 3].max()]
    peaks = sorted(peaks, key=lambda place: -value[place])[:CANDIDATES] or [int(value.argmax())]
    similarity, hop = _self_similarity(strength[:, None], PATH_WINDOW_S, PATH_HOP_S, int(3.2 * FRAMES_A_SECOND))
    return [
        Candidate(tempos[place], value[place], _path(similarity, hop, tempos, place, len(strength))) for place in peaks
    ]


def _alike(flux: Floats, tempos: Floats) -> Floats:
    """Return how alike the song is to itself at each tempo."""
    similarity, _ = _self_similarity(flux, SELF_WINDOW_S, SELF_HOP_S, int(8 * 1.3 * FRAMES_A_SECOND))
    mean, period = similarity.mean(axis=0), 60 * FRAMES_A_SECOND / tempos
    one, two, four, eight = ALIKE_WEIGHTS
    value = one * _lobe(mean, period) + two * _lobe(mean, 2 * period)
    value += four * np.maximum(_lobe(mean, 4 * period), TRIPLE * _lobe(mean, 3 * period))
    far = np.maximum(_lobe(mean, 8 * period), TRIPLE * _lobe(mean, 6 * period))
    whole: Floats = value + eight * far * (8 * period < len(mean) - 5)
    return whole


def _self_similarity(flux: Floats, window_s: float, hop_s: float, longest: int) -> tuple[Floats, int]:
    """Return the autocorrelation of each window, summed over bands, shape (windows, lags), and their hop in frames."""
    window, hop = int(window_s * FRAMES_A_SECOND), int(hop_s * FRAMES_A_SECOND)
    padded = np.pad(flux, ((window // 2, window // 2), (0, 0)))
    shape = np.hanning(window)[:, None]
    overlap = np.fft.irfft(np.abs(np.fft.rfft(shape[:, 0], 2 * window)) ** 2)[:longest]
    fading = np.maximum(overlap / overlap[0], 0.1)
    rows = []
    for first in range(0, len(flux), hop):
        part = padded[first : first + window]
        spectrum = np.fft.rfft((part - part.mean(axis=0)) * shape, 2 * window, axis=0)
        row = np.fft.irfft((np.abs(spectrum) ** 2).sum(axis=1))[:longest]
        rows.append(row / (row[0] + 1e-9) / fading)
    return np.array(rows), hop


def _at(rows: Floats, lags: Floats) -> Floats:
    """Return values at lags between whole ones."""
    low = np.clip(np.floor(lags).astype(np.int64), 0, rows.shape[-1] - 2)
    share = np.clip(lags - low, 0, 1)
    value: Floats = (1 - share) * rows[..., low] + share * rows[..., low + 1]
    return value


def _lobe(row: Floats, lags: Floats) -> Floats:
    """Return the highest value near each lag: a song drifts."""
    highest: Floats = np.max([_at(row, lags * (1 + share)) for share in np.linspace(-0.012, 0.012, 5)], axis=0)
    return highest


def _path(similarity: Floats, hop: int, tempos: Floats, place: int, frames: int) -> Floats:
    """Return the period in frames at every frame: the best path of tempo near a candidate (Viterbi)."""
    near = tempos[np.abs(np.log(tempos / tempos[place])) < PATH_REACH]
    logs, period = np.log(near), 60 * FRAMES_A_SECOND / near
    value = _at(similarity, period) + 0.8 * _at(similarity, np.minimum(2 * period, similarity.shape[1] - 2))
    value = value / (np.abs(value).max(axis=1, keepdims=True) + 1e-9) * 4
    steps = -PATH_STIFFNESS * (logs[:, None] - logs[None, :]) ** 2
    best, back = value[0] - 8 * (logs - np.log(tempos[place])) ** 2, []
    for row in value[1:]:
        moves = best[:, None] + steps
        back.append(moves.argmax(axis=0))
        best = moves[back[-1], np.arange(len(logs))] + row
    path = [int(best.argmax())]
    for origin in reversed(back):
        path.append(int(origin[path[-1]]))
    at = np.arange(len(path)) * hop
    periods: Floats = np.interp(np.arange(frames), at, period[np.array(path[::-1])])
    return periods


def _beats(strength: Floats, periods: Floats) -> Integers:
    """Return the frames of the beats that are strong and evenly apart (dynamic programming)."""
    count = len(strength)
    scores, origins = strength.copy(), np.full(count, -1, np.int64)
    for frame in range(count):
        period = periods[frame]
        first, last = max(0, int(frame - 2 * period)), int(frame - period / 2)
        if last <= 0:
            continue
        uneven = np.log((frame - np.arange(first, last)) / period)
        values = scores[first:last] - BEAT_STIFFNESS * uneven * uneven
        place = int(values.argmax())
        if values[place] > 0:
            scores[frame] += values[place]
            origins[frame] = first + place
    tail = max(0, count - 1 - int(periods[-1]))
    beats = [tail + int(np.argmax(scores[tail:]))]
    while origins[beats[-1]] >= 0:
        beats.append(int(origins[beats[-1]]))
    return np.array(beats[::-1])


def _without_weak_ends(beats: Integers, strength: Floats) -> Integers:
    least, first, last = WEAK_SHARE * np.median(strength[beats]), 0, len(beats)
    while last - first > 8 and strength[beats[first]] < least:
        first += 1
    while last - first > 8 and strength[beats[last - 1]] < least:
        last -= 1
    return beats[first:last]


def _refined(beats: Integers, strength: Floats) -> Floats:
    """Return beats between frames, by the parabola through each peak."""
    inner = np.clip(beats, 1, len(strength) - 2)
    left, middle, right = strength[inner - 1], strength[inner], strength[inner + 1]
    curve = left - 2 * middle + right
    safe = np.where(np.abs(curve) > 1e-9, curve, 1.0)
    shift = np.where(np.abs(curve) > 1e-9, 0.5 * (left - right) / safe, 0.0)
    between: Floats = beats + np.clip(shift, -0.5, 0.5)
    return between


def smoothed(times: Floats) -> Floats:
    """Return beats whose distance changes little, outliers let go (Whittaker smoothing, reweighted)."""
    count = len(times)
    if count < 8:
        return times
    bend = diags([1.0, -2.0, 1.0], [0, 1, 2], shape=(count - 2, count))
    weights, found = np.ones(count), times
    for _ in range(4):
        system = (diags(weights) + BEND_COST * bend.T @ bend).tocsc()
        found = spsolve(system, weights * times)
        weights = 1 / (1 + (np.abs(times - found) / ROBUST_S) ** 2)
    return found
