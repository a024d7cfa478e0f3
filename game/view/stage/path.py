"""The runner's position: a smooth, monotone path over adjacent running places, in lane pixels by beat.

Away from seams it is the map's grid (x is time). Over two beats on either side of a seam the speed eases from one grid
to the next; the ease is symmetrical, so that he is exactly on the grid when it ends.
"""

import itertools
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from game.timing.tempo import TempoMap
from game.timing.units import Micros
from game.view.canvas.lens import WIDTH

EASE_BEATS = 2.0
"""Half the length of the ease around a seam, in beats."""
START_EASE_BEATS = 1.0
"""Half the length of the ease from standing at the first downbeat, in beats."""


@dataclass(frozen=True, slots=True)
class PathSegment:
    """A running section: from `start` to `end` (beats) at `px_per_beat`, beginning at lane column `left`."""

    start: float
    end: float
    px_per_beat: float
    left: float


class RunPath:
    """The runner's x by beat. `from_standing`: he stands at the first segment's beginning until he starts."""

    def __init__(self, segments: tuple[PathSegment, ...], from_standing: bool = False) -> None:
        if not segments:
            raise ValueError("a run needs at least one segment")
        self._segments = segments
        self._eases = (
            [_Ease(segments[0].start + START_EASE_BEATS, START_EASE_BEATS, 0.0, segments[0])] if from_standing else []
        )
        for before, after in itertools.pairwise(segments):
            reach = min(EASE_BEATS, (after.end - after.start) / 2, (before.end - before.start) / 2)
            self._eases.append(_Ease(after.start, reach, before.px_per_beat, after))
        self._starts = [segment.start for segment in segments]

    def x_at(self, beat: float) -> float:
        """Return his x at `beat`; outside the path the nearest speed continues."""
        for ease in self._eases:
            if abs(beat - ease.seam) < ease.reach:
                return ease.x_at(beat)
        if self._eases and self._eases[0].speed_before == 0.0 and beat < self._eases[0].seam:
            return self._eases[0].x_at(self._eases[0].seam - self._eases[0].reach)
        segment = self._segments[max(0, bisect_right(self._starts, beat) - 1)]
        return segment.left + (beat - segment.start) * segment.px_per_beat


@dataclass(frozen=True, slots=True)
class _Ease:
    seam: float
    reach: float
    speed_before: float
    after: PathSegment

    def x_at(self, beat: float) -> float:
        width = 2 * self.reach
        share = (beat - self.seam + self.reach) / width
        gained = share**3 - share**4 / 2
        middle = self.after.left + (self.seam - self.after.start) * self.after.px_per_beat
        begin = middle - self.reach * self.speed_before
        return begin + width * (self.speed_before * share + (self.after.px_per_beat - self.speed_before) * gained)


class Rail:
    """A value interpolated smoothly between keys by beat: the distance of the picture's middle ahead of the runner."""

    def __init__(self, keys: tuple[tuple[float, float], ...]) -> None:
        self._keys = sorted(keys)
        self._beats = [beat for beat, _ in self._keys]

    def at(self, beat: float) -> float:
        """Return the value at `beat`; constant before the first key and after the last."""
        index = bisect_right(self._beats, beat)
        if index == 0 or index == len(self._keys):
            return self._keys[min(index, len(self._keys) - 1)][1]
        (b0, v0), (b1, v1) = self._keys[index - 1], self._keys[index]
        share = (beat - b0) / (b1 - b0)
        return v0 + (v1 - v0) * share * share * (3 - 2 * share)


@dataclass(frozen=True, slots=True)
class CameraTrack:
    """What the camera of a running shot follows: a path and look-ahead keys, between two song times."""

    segments: tuple[PathSegment, ...]
    from_standing: bool
    look_ahead: tuple[tuple[float, float], ...]
    start_us: Micros
    end_us: Micros

    @property
    def path(self) -> RunPath:
        """The runner's path."""
        return RunPath(self.segments, self.from_standing)

    def aim(self, tempo: TempoMap) -> Callable[[float], float]:
        """Return the wanted left edge of the picture by song time."""
        return partial(_aim, tempo, self.path, Rail(self.look_ahead))


def _aim(tempo: TempoMap, path: RunPath, rail: Rail, time_us: float) -> float:
    beat = tempo.beat_at(time_us)
    return path.x_at(beat) + rail.at(beat) - WIDTH / 2
