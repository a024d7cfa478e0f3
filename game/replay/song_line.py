"""The line that song time follows against wall time: straight from an origin, at the rate of play.

The recorder and the check of a replay's clock read the same line, so that whatever leaves it is on record.
"""

from dataclasses import dataclass, replace

from game.timing.units import Micros

RATE_ONE = 1000
"""Full speed, in thousandths."""


@dataclass(frozen=True, slots=True)
class SongLine:
    """Song time is `song_us` at wall time `wall_us`, and advances at `rate_permille` thousandths of it."""

    song_us: Micros
    wall_us: Micros
    rate_permille: int = RATE_ONE

    def song_at(self, wall_us: Micros) -> Micros:
        """Return the song time at a wall time."""
        return self.song_us + (wall_us - self.wall_us) * self.rate_permille // RATE_ONE

    def real_us_off(self, song_us: Micros, wall_us: Micros) -> Micros:
        """Return how far a song time lies ahead of the line at a wall time, in real microseconds."""
        return (song_us - self.song_at(wall_us)) * RATE_ONE // self.rate_permille

    def through(self, song_us: Micros, wall_us: Micros) -> "SongLine":
        """Return the line of the same rate through another point."""
        return replace(self, song_us=song_us, wall_us=wall_us)

    def after_pause(self, lasted_us: Micros) -> "SongLine":
        """Return the line after song time stood still for so long."""
        return replace(self, wall_us=self.wall_us + lasted_us)
