"""Hit windows, grades and points: integers in, integers out.

Windows are closed intervals in microseconds of *real* time, constant at any tempo and rate: perfect 22 ms, great 45,
good 90, sloppy 135; dead-on 11. Points are linear between knots, so that runs of equal grades still differ.
"""

from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import pairwise

from game.timing.course import PACE_ONE
from game.timing.units import Micros, ms

DEAD_ON_WINDOW_US = ms(11)
"""Half width of the dead-on window: a star, not a grade."""
PERFECT_WINDOW_US = ms(22)
"""Half width of the perfect window."""
GREAT_WINDOW_US = ms(45)
"""Half width of the great window."""
GOOD_WINDOW_US = ms(90)
"""Half width of the good window."""
SLOPPY_WINDOW_US = ms(135)
"""Half width of the sloppy window; a miss lies beyond it."""

POINT_KNOTS: tuple[tuple[Micros, int], ...] = (
    (ms(6), 1000),
    (DEAD_ON_WINDOW_US, 990),
    (PERFECT_WINDOW_US, 950),
    (GREAT_WINDOW_US, 800),
    (GOOD_WINDOW_US, 400),
    (SLOPPY_WINDOW_US, 100),
)
"""Points at distances from the cue; linear in between."""
SLOPPY_MAX_POINTS = 400
"""Points of the best sloppy hit, at the edge of the good window."""
SCALE_ONE = 1_000_000_000 * PACE_ONE
"""The scale of unchanged windows: a rate in thousandths, a pace in ten-thousandths and three widths in percent."""
MAX_POINTS = 1000
"""Points of a judgement within 6 ms."""

NEIGHBOUR_SHARE_PERCENT = 45
"""Largest share of the gap to the next cue of the same verb that a window may take."""
RELEASE_WINDOW_PERCENT = 150
"""Width of release windows, in percent of those of presses."""


class Grade(IntEnum):
    """The five grades, best first. The numbers are part of digests and never change."""

    PERFECT = 0
    GREAT = 1
    GOOD = 2
    SLOPPY = 3
    MISS = 4


CLEAN = frozenset({Grade.PERFECT, Grade.GREAT})
"""Grades that raise form."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The grade and points (0 to 1000) of one press or release, and whether it was dead-on."""

    grade: Grade
    points: int
    dead_on: bool

    def at_best_sloppy(self) -> "Judgement":
        """Return the judgement with its grade no better than sloppy, and its points no more than a sloppy hit's."""
        sloppy = max(self.grade, Grade.SLOPPY)
        return replace(self, grade=sloppy, points=min(self.points, SLOPPY_MAX_POINTS), dead_on=False)


@dataclass(frozen=True, slots=True)
class Windows:
    """Scales the windows from real time to song time: by rate, window assist, difficulty, and in Road work the pace.

    `rate_permille` is song time per real time in thousandths, and `pace` a further factor in ten-thousandths;
    `window_percent` is 100 without assist.
    """

    rate_permille: int = 1000
    window_percent: int = 100
    difficulty_percent: int = 100
    pace: int = PACE_ONE

    def song_us(self, real_us: Micros) -> Micros:
        """Return how long `real_us` of real time is in song time at this rate and pace, rounded down."""
        return real_us * self.rate_permille * self.pace // (1000 * PACE_ONE)

    def real_us(self, song_us: Micros) -> Micros:
        """Return how long `song_us` of song time is in real time at this rate and pace, rounded down."""
        return song_us * 1000 * PACE_ONE // (self.rate_permille * self.pace)

    def outer_us(self) -> Micros:
        """Return the outer window of a press in song time, before any neighbour narrows it."""
        return self._scaled(SLOPPY_WINDOW_US)

    def judge(self, offset_us: Micros, share_percent: int = 100) -> Judgement:
        """Judge an offset in song time; `share_percent` widens the windows (150 for a release)."""
        return self.widened(share_percent).judge(offset_us)

    def widened(self, share_percent: int) -> "WorkedOutWindows":
        """Return these windows at another width, worked out for many offsets."""
        limits = tuple((self._scaled(window_us, share_percent), grade) for grade, window_us in _GRADE_WINDOWS)
        return WorkedOutWindows(limits, self._scale(share_percent))

    def _scale(self, share_percent: int) -> int:
        return self.rate_permille * self.pace * self.window_percent * self.difficulty_percent * share_percent

    def _scaled(self, real_us: Micros, share_percent: int = 100) -> Micros:
        return real_us * self._scale(share_percent) // SCALE_ONE


@dataclass(frozen=True, slots=True)
class WorkedOutWindows:
    """Windows in song time: the edge of each grade's, the best grade first; `scale` is song time per real time, by
    `SCALE_ONE`."""

    limits_us: tuple[tuple[Micros, Grade], ...]
    scale: int

    def judge(self, offset_us: Micros) -> Judgement:
        """Judge an offset in song time."""
        distance_us = abs(offset_us)
        for limit_us, grade in self.limits_us:
            if distance_us <= limit_us:
                real_us = -(-distance_us * SCALE_ONE // self.scale)
                return Judgement(grade, max(_LEAST_POINTS[grade], points_at(real_us)), real_us <= DEAD_ON_WINDOW_US)
        return Judgement(Grade.MISS, 0, False)


def points_at(distance_us: Micros) -> int:
    """Return the points for a distance in real microseconds: linear between the knots, rounded up, 0 beyond."""
    if distance_us <= POINT_KNOTS[0][0]:
        return MAX_POINTS
    for (near_us, near_points), (far_us, far_points) in pairwise(POINT_KNOTS):
        if distance_us <= far_us:
            return near_points - (near_points - far_points) * (distance_us - near_us) // (far_us - near_us)
    return 0


_GRADE_WINDOWS = (
    (Grade.PERFECT, PERFECT_WINDOW_US),
    (Grade.GREAT, GREAT_WINDOW_US),
    (Grade.GOOD, GOOD_WINDOW_US),
    (Grade.SLOPPY, SLOPPY_WINDOW_US),
)
"""Half width of the window of each grade, microseconds."""
_LEAST_POINTS = {Grade.PERFECT: 950, Grade.GREAT: 800, Grade.GOOD: 400, Grade.SLOPPY: 100}
"""Least points of each grade."""
