"""The grid that a song is laid on: the time of every beat, bars of four from the first, and the tempo runs of that.

Beats that were tracked are continued to both ends of the recording. A recording's first bar begins on a downbeat.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

import numpy as np

from game.content.importing.features import BANDS, FRAMES_A_SECOND, Floats, Onsets
from game.errors import ContentError
from game.timing.tempo import BEATS_PER_BAR, TempoMap
from game.timing.units import US_PER_SECOND

FEWEST_BEATS = 32
"""A song has at least so many beats: eight bars."""
LOW_BANDS = BANDS // 4
"""Bands in which bass and bass drum lie."""
AROUND_BEATS = 8
"""Beats at an end from which its tempo is continued."""
LOUD_SHARE = 0.1
"""Where the recording is louder than this share of its usual level, it has begun."""
UNEVEN_S = 0.01
"""A bar whose beats lie further from even ones has a change of tempo in it, in seconds."""
ALIGN_S = 0.03
"""Sounds that begin so near to a beat belong to it, in seconds."""


class Octave(StrEnum):
    """What a person makes of the tempo that was found."""

    SAME = "same"
    HALF = "half"
    DOUBLE = "double"


@dataclass(frozen=True)
class BeatGrid:
    """`beats`: times in seconds of every beat of whole bars, and of the end of the last. `per_beat`: whether the tempo
    changes from beat to beat (charts), not only from bar to bar."""

    beats: Floats
    per_beat: bool = False

    @property
    def bars(self) -> int:
        """How many bars it has."""
        return (len(self.beats) - 1) // BEATS_PER_BAR

    @property
    def start_s(self) -> float:
        """Time of the first beat in the recording, in seconds."""
        return float(self.beats[0])

    @property
    def bpm(self) -> float:
        """The usual tempo, in beats a minute."""
        return float(60 / np.median(np.diff(self.beats)))

    def runs(self) -> tuple[tuple[int, int], ...]:
        """Return the tempo as runs of beats at so many whole microseconds a beat; rounding never adds up."""
        found: list[tuple[int, int]] = []
        done_us = 0
        for first in range(0, len(self.beats) - 1, BEATS_PER_BAR):
            step = 1 if self.per_beat or self._is_uneven(first) else BEATS_PER_BAR
            for time_s in self.beats[first + step : first + BEATS_PER_BAR + 1 : step]:
                us_per_beat = max(1, round(((time_s - self.start_s) * US_PER_SECOND - done_us) / step))
                done_us += step * us_per_beat
                if found and found[-1][1] == us_per_beat:
                    found[-1] = (found[-1][0] + step, us_per_beat)
                else:
                    found.append((step, us_per_beat))
        return tuple(found)

    def _is_uneven(self, first: int) -> bool:
        """Whether the tempo changes within the bar that begins with a beat."""
        bar = self.beats[first : first + BEATS_PER_BAR + 1]
        return bool(np.abs(bar - np.linspace(bar[0], bar[-1], len(bar))).max() > UNEVEN_S)

    def tempo(self) -> TempoMap:
        """Return the tempo map, whose time zero is the first beat."""
        return TempoMap.from_runs(self.runs())

    def only(self, bars: int) -> "BeatGrid":
        """Return the grid of the first bars alone."""
        return replace(self, beats=self.beats[: bars * BEATS_PER_BAR + 1])


def at_octave(beats: Floats, octave: Octave) -> Floats:
    """Return beats at half or twice their tempo."""
    if octave is Octave.DOUBLE:
        return np.sort(np.concatenate([beats, (beats[1:] + beats[:-1]) / 2]))
    return beats[::2] if octave is Octave.HALF else beats


def shifted(beats: Floats) -> Floats:
    """Return beats later by half a beat."""
    between: Floats = (beats[1:] + beats[:-1]) / 2
    return between


def tapped(beats: Floats, taps: Floats) -> Floats:
    """Return the beats that a person's taps mean: those found, at the tempo and on the side of the taps.

    Taps come late and unevenly: only their usual distance and where they lie between two beats count.
    """
    distance = float(np.median(np.diff(taps)))
    ratio = distance / float(np.median(np.diff(beats)))
    if ratio < 0.75:
        beats = at_octave(beats, Octave.DOUBLE)
    elif ratio > 1.5:
        choices = (beats[::2], beats[1::2])
        beats = min(choices, key=lambda choice: _distance(taps, choice))
    return min((beats, shifted(beats)), key=lambda choice: _distance(taps, choice))


def _distance(taps: Floats, beats: Floats) -> float:
    places = np.clip(np.searchsorted(beats, taps), 1, len(beats) - 1)
    return float(np.minimum(np.abs(beats[places] - taps), np.abs(beats[places - 1] - taps)).mean())


def aligned(beats: Floats, onsets: Onsets) -> Floats:
    """Return beats moved, all alike, to where most sounds about them begin: the tracker's frames look ahead."""
    places = np.clip(np.searchsorted(onsets.times, beats), 1, max(1, len(onsets.times) - 1))
    if len(onsets.times) < 2:
        return beats
    away = np.array([onsets.times[places] - beats, onsets.times[places - 1] - beats])
    nearest = away[np.abs(away).argmin(axis=0), np.arange(len(beats))]
    close = nearest[np.abs(nearest) < ALIGN_S]
    moved: Floats = beats + (np.median(close) if len(close) else 0.0)
    return moved


def laid_out(beats: Floats, levels: Floats, seconds: float) -> BeatGrid:
    """Return whole bars over all of a recording that sounds: beats continued to its ends, from a downbeat on.

    `levels` are band levels at 100 frames a second. Raises ContentError where there are too few beats.
    """
    if len(beats) < FEWEST_BEATS:
        raise ContentError(
            f"the song has only {len(beats)} beats that were found, and needs {FEWEST_BEATS}; choose another part with "
            "--from and --to, or say --bpm"
        )
    loud = levels.mean(axis=1)
    sounding = np.flatnonzero(loud > LOUD_SHARE * np.percentile(loud, 80))
    first_s, last_s = sounding[0] / FRAMES_A_SECOND, min(seconds, sounding[-1] / FRAMES_A_SECOND + 0.5)
    whole = _continued(beats, first_s, last_s)
    start = _downbeat(whole, levels)
    count = (len(whole) - 1 - start) // BEATS_PER_BAR * BEATS_PER_BAR
    return BeatGrid(whole[start : start + count + 1])


def _continued(beats: Floats, first_s: float, last_s: float) -> Floats:
    """Return beats from just before the first sound to just after the last."""
    ahead, behind = np.median(np.diff(beats[: AROUND_BEATS + 1])), np.median(np.diff(beats[-AROUND_BEATS - 1 :]))
    before = beats[0] - ahead * np.arange(max(0, int((beats[0] - first_s + 0.1) / ahead)), 0, -1)
    after = beats[-1] + behind * np.arange(1, max(0, int((last_s - beats[-1]) / behind)) + 1)
    whole: Floats = np.concatenate([before, beats, after])
    return whole[whole >= 0]


def _downbeat(beats: Floats, levels: Floats) -> int:
    """Return which of the first four beats begins a bar: chords change and the bass is struck there."""
    frames = np.clip((beats * FRAMES_A_SECOND).astype(np.int64), 0, len(levels) - 1)
    held = np.array([levels[a : max(a + 1, b)].mean(axis=0) for a, b in pairwise(frames)])
    change = np.zeros(len(held))
    normal = held / (np.linalg.norm(held, axis=1, keepdims=True) + 1e-9)
    change[1:] = 1 - (normal[1:] * normal[:-1]).sum(axis=1)
    low = levels[:, :LOW_BANDS].sum(axis=1)
    struck = np.array(
        [low[frame : frame + 6].max() - low[max(0, frame - 4) : frame + 1].min() for frame in frames[:-1]]
    )
    value = _standard(change) + _standard(struck)
    means = [value[phase::BEATS_PER_BAR].mean() if len(value) > phase else -np.inf for phase in range(BEATS_PER_BAR)]
    return int(np.argmax(means))


def _standard(values: Floats) -> Floats:
    scaled: Floats = (values - values.mean()) / (values.std() + 1e-9)
    return scaled
