"""One replay that is watched, and which moment of it belongs to one of another."""

from dataclasses import dataclass
from enum import Enum

import pygame

from game.replay.clock_check import course_of, road_of
from game.replay.playback import Playback
from game.states.protocols import Picture
from game.timing.course import Course, KnownCourse
from game.timing.units import Micros, ms

RING_OUT_US = ms(2500)
"""How long the picture goes on behind the last cue, song time."""


class Lock(Enum):
    """By what two replays stand side by side."""

    SONG = "song time"
    """At the same beat."""
    ROAD = "road time"
    """As long after the beginning: who is faster is ahead."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A replay with its inputs played again. `surface` is what its picture is drawn on."""

    name: str
    playback: Playback
    picture: Picture
    surface: pygame.Surface
    course: Course
    road: KnownCourse | None

    @classmethod
    def of(cls, name: str, playback: Playback, picture: Picture, surface: pygame.Surface) -> "Seat":
        """Return the seat of a replay that is opened. A picture of Road work is as fast as the run was."""
        replay, chart = playback.replay, playback.chart
        road = road_of(replay, chart)
        picture.course = None if road is None else road.course
        return cls(name, playback, picture, surface, course_of(replay, chart), road)

    @property
    def rate_permille(self) -> int:
        """The rate at which the song was played."""
        return self.playback.replay.header.options.rate_permille

    @property
    def first_us(self) -> Micros:
        """The first song time that is shown."""
        return self.playback.chart.start_us - self.playback.chart.lead_in_us

    @property
    def last_us(self) -> Micros:
        """The last song time that is shown."""
        return self.playback.chart.end_us + RING_OUT_US

    def into_run_us(self, song_us: Micros) -> Micros:
        """Return how long after its beginning the run was at a song time, in real time."""
        return self.course.real_at(song_us) - self.course.real_at(self.playback.chart.start_us)

    def song_at(self, into_run_us: Micros) -> Micros:
        """Return where in the song the run was so long after its beginning."""
        return self.course.later(self.playback.chart.start_us, into_run_us)

    def beside(self, other: "Seat", song_us: Micros, lock: Lock) -> Micros:
        """Return the song time here that belongs to one of the other seat."""
        return song_us if lock is Lock.SONG or other is self else self.song_at(other.into_run_us(song_us))

    def shares_a_bar(self, other: "Seat") -> bool:
        """Whether some song time belongs to both."""
        one, two = self.playback.chart, other.playback.chart
        return max(one.start_us, two.start_us) < min(one.end_us, two.end_us)
