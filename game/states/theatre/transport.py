"""Where the theatre is in the song: played at several speeds, paused, sought.

The song player gives the time at every speed. At the run's own speed the song sounds as it did; at any other its stems
are stretched live, as in Road work, so that pitch, form and every warning stay what they were.
"""

from collections.abc import Callable, Sequence

from game.platform.audio.song_player import SongPlayer
from game.platform.clock.song_clock import RATE_ONE
from game.sim.events import Event, PaceSet
from game.sim.pace import ENDLESS_US
from game.states.theatre.seat import Seat
from game.timing.course import KnownCourse
from game.timing.units import Micros

SPEEDS_PERMILLE = (250, 500, 750, 1000, 1250, 1500, 2000)
"""Speeds in thousandths of that of the run."""
AS_PLAYED = SPEEDS_PERMILLE.index(1000)
"""The place of the run's own speed."""


class Transport:
    """The song time of a seat by wall time. Stands still at first, before the first beat.

    `playing` is whether it goes on when it is not held; while it is held (the bar is dragged) it stands still.
    """

    def __init__(self, player: SongPlayer, seat: Seat, heard: Callable[[], Sequence[Event]]) -> None:
        """`heard` gives the events of the run up to where it stands."""
        self._player = player
        self._seat = seat
        self._heard = heard
        self.first_us = seat.first_us
        self.last_us = seat.last_us
        self.speed = AS_PLAYED
        self.playing = False
        self.held = False
        self._stands_us = self.first_us

    @property
    def speed_words(self) -> str:
        """The speed as it is written."""
        return f"{SPEEDS_PERMILLE[self.speed] / 1000:g}x"

    def song_us(self, wall_us: Micros) -> Micros:
        """Return the song time at a moment of wall time."""
        if not self.playing or self.held:
            return self._stands_us
        return min(self.last_us, self._player.song_time_at(wall_us))

    def hear(self, events: Sequence[Event]) -> None:
        """Let what happens be heard. The paces of Road work are in the course already."""
        if self.playing and not self.held:
            self._player.on_events([event for event in events if not isinstance(event, PaceSet)])

    def toggle(self, wall_us: Micros) -> None:
        """Play, or pause."""
        self._stands_us = self.song_us(wall_us)
        self.playing = not self.playing
        self._go_on()

    def pause(self, wall_us: Micros) -> None:
        """Stand still."""
        if self.playing:
            self.toggle(wall_us)

    def seek(self, song_us: Micros) -> None:
        """Go to a song time, and on from there if it was playing."""
        self._stands_us = self.within(song_us)
        self._go_on()

    def within(self, song_us: Micros) -> Micros:
        """Return the nearest song time that is shown."""
        return max(self.first_us, min(self.last_us, song_us))

    def hold(self, wall_us: Micros) -> None:
        """Stand still until it is let go."""
        self._stands_us = self.song_us(wall_us)
        self.held = True
        self._go_on()

    def let_go(self) -> None:
        """Go on, if it was playing."""
        self.held = False
        self._go_on()

    def change_speed(self, steps: int, wall_us: Micros) -> None:
        """Go on at another speed, so many places up or down."""
        self._stands_us = self.song_us(wall_us)
        self.speed = max(0, min(len(SPEEDS_PERMILLE) - 1, self.speed + steps))
        self._go_on()

    def close(self) -> None:
        """Stop the sound."""
        self.playing = False
        self._player.stop()

    def _go_on(self) -> None:
        if not self.playing or self.held:
            self._player.stop()
            return
        rate_permille, road = self._seat.rate_permille, self._seat.road
        if self.speed != AS_PLAYED:
            course = self._seat.course.at_speed(SPEEDS_PERMILLE[self.speed])
            rate_permille, road = RATE_ONE, KnownCourse(course, ENDLESS_US)
        self._player.start(self._seat.playback.chart, self._stands_us, rate_permille, road, self._heard())
