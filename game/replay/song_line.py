"""The line that song time follows against wall time: from an origin on, along the run's course.

The recorder and the check of a replay's clock read the same line, so that whatever leaves it is on record.
"""

from dataclasses import dataclass, field, replace

from game.timing.course import Course
from game.timing.units import Micros


@dataclass(frozen=True, slots=True)
class SongLine:
    """Song time is `song_us` at wall time `wall_us`, and goes on along the course."""

    song_us: Micros
    wall_us: Micros
    course: Course
    real_us: Micros = field(init=False, repr=False, compare=False)
    """Real time of the song time."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "real_us", self.course.real_at(self.song_us))

    def real_us_off(self, song_us: Micros, wall_us: Micros) -> Micros:
        """Return how far a song time lies ahead of the line at a wall time, in real microseconds."""
        return self.course.real_at(song_us) - self.real_us - (wall_us - self.wall_us)

    def through(self, song_us: Micros, wall_us: Micros) -> "SongLine":
        """Return the line of the same course through another point."""
        return replace(self, song_us=song_us, wall_us=wall_us)

    def after_pause(self, lasted_us: Micros) -> "SongLine":
        """Return the line after song time stood still for so long."""
        return replace(self, wall_us=self.wall_us + lasted_us)

    def along(self, course: Course) -> "SongLine":
        """Return the line along a course that is known further."""
        return replace(self, course=course)
