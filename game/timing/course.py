"""The course of a run: which real time belongs to which song time, where the tempo changes from bar to bar.

Real time counts from the course's first point; pauses are no part of it. Immutable: `extended` returns a longer one.
"""

from bisect import bisect_right
from dataclasses import dataclass

from game.timing.units import Micros

PACE_ONE = 10_000
"""The written tempo: a pace counts ten-thousandths of it."""


@dataclass(frozen=True, slots=True)
class Leg:
    """From `song_us` on, which is `real_us` of real time, song time runs at `pace` ten-thousandths of it."""

    song_us: Micros
    real_us: Micros
    pace: int

    def real_at(self, song_us: Micros) -> Micros:
        """Return the real time of a song time, to the nearest microsecond."""
        return self.real_us + ((song_us - self.song_us) * PACE_ONE + self.pace // 2) // self.pace

    def song_at(self, real_us: Micros) -> Micros:
        """Return the song time of a real time, to the nearest microsecond."""
        return self.song_us + ((real_us - self.real_us) * self.pace + PACE_ONE // 2) // PACE_ONE


class Course:
    """Converts song time to real time and back. The first leg also holds before it, the last one behind it."""

    def __init__(self, legs: tuple[Leg, ...]) -> None:
        if not legs:
            raise ValueError("a course needs at least one leg")
        self.legs = legs
        self._songs = [leg.song_us for leg in legs]
        self._reals = [leg.real_us for leg in legs]

    @classmethod
    def steady(cls, rate_permille: int) -> "Course":
        """Return the course of a song at one rate, in thousandths: real time 0 is song time 0."""
        return cls((Leg(0, 0, rate_permille * PACE_ONE // 1000),))

    @classmethod
    def of_bars(cls, barlines_us: tuple[Micros, ...], paces: tuple[int, ...]) -> "Course":
        """Return the course of bars that begin at these song times, each at its pace; real time 0 is the first's."""
        course = cls((Leg(barlines_us[0], 0, paces[0]),))
        for barline_us, pace in zip(barlines_us[1:], paces[1:], strict=False):
            course = course.extended(barline_us, pace)
        return course

    def extended(self, song_us: Micros, pace: int) -> "Course":
        """Return a course in which another pace holds from `song_us` on, which must lie behind the last leg's start."""
        if song_us <= self._songs[-1]:
            raise ValueError(f"song time {song_us} is not behind the last leg's start at {self._songs[-1]}")
        return Course((*self.legs, Leg(song_us, self.legs[-1].real_at(song_us), pace)))

    def at_speed(self, permille: int) -> "Course":
        """Return the course of the same run played at another speed, in thousandths of its own; real time begins where
        it did."""
        first, *others = (Leg(leg.song_us, leg.real_us, max(1, leg.pace * permille // 1000)) for leg in self.legs)
        course = Course((first,))
        for leg in others:
            course = course.extended(leg.song_us, leg.pace)
        return course

    def leg_at(self, song_us: Micros) -> Leg:
        """Return the leg that holds at a song time."""
        return self.legs[bisect_right(self._songs, song_us, lo=1) - 1]

    def real_at(self, song_us: Micros) -> Micros:
        """Return the real time of a song time."""
        return self.leg_at(song_us).real_at(song_us)

    def later(self, song_us: Micros, real_us: Micros) -> Micros:
        """Return the song time that is `real_us` of real time after another."""
        return self.song_at(self.real_at(song_us) + real_us)

    def song_at(self, real_us: Micros) -> Micros:
        """Return the song time of a real time."""
        return self.legs[bisect_right(self._reals, real_us, lo=1) - 1].song_at(real_us)

    def pace_at(self, song_us: Micros) -> int:
        """Return the pace that holds at a song time."""
        return self.leg_at(song_us).pace


@dataclass(frozen=True, slots=True)
class KnownCourse:
    """A course that is known until `until_us` of song time, where the pace of the next bar is not decided yet."""

    course: Course
    until_us: Micros

    def extended(self, song_us: Micros, pace: int, until_us: Micros) -> "KnownCourse":
        """Return the course with another pace from `song_us` on, known until `until_us`."""
        return KnownCourse(self.course.extended(song_us, pace), until_us)
