"""Where the theatre is in the song: played at several speeds, paused, sought.

At a rate that the song has a mix for, the song player gives the time and is heard; at others the wall clock alone. A
run of Road work goes along its own course, and is heard at its own speed.
"""

from game.platform.audio.song_player import SongPlayer
from game.sim.chart import Chart
from game.sim.options import RATES_PERMILLE
from game.timing.course import KnownCourse
from game.timing.units import Micros, ms

SPEEDS_PERMILLE = (250, 500, 750, 1000, 1250, 1500, 2000)
"""Speeds in thousandths of that of the run."""
AS_PLAYED = SPEEDS_PERMILLE.index(1000)
"""The place of the run's own speed."""
RING_OUT_US = ms(2500)
"""How long the picture goes on behind the last cue, song time."""


class Transport:
    """Song time by wall time. Stands still at first, before the first beat."""

    def __init__(self, player: SongPlayer, chart: Chart, rate_permille: int, road: KnownCourse | None = None) -> None:
        self._player = player
        self._chart = chart
        self._rate_permille = rate_permille
        self._road = road
        self.first_us: Micros = chart.start_us - chart.lead_in_us
        self.last_us: Micros = chart.end_us + RING_OUT_US
        self.speed = AS_PLAYED
        self.playing = False
        self._from: tuple[Micros, Micros] = (0, self.first_us)
        """Wall time and song time from which it has gone on, or stands."""
        self._heard = False

    @property
    def permille(self) -> int:
        """Song time in thousandths of wall time."""
        return self._rate_permille * SPEEDS_PERMILLE[self.speed] // 1000

    @property
    def speed_words(self) -> str:
        """The speed as it is written."""
        return f"{SPEEDS_PERMILLE[self.speed] / 1000:g}x" + ("" if self._can_be_heard else ", no sound")

    @property
    def _can_be_heard(self) -> bool:
        return self.permille in RATES_PERMILLE if self._road is None else self.speed == AS_PLAYED

    def song_us(self, wall_us: Micros) -> Micros:
        """Return the song time at a moment of wall time."""
        since_wall_us, since_song_us = self._from
        if not self.playing:
            return since_song_us
        if self._heard:
            song_us = self._player.song_time_at(wall_us)
        elif self._road is not None:
            song_us = self._road.course.later(since_song_us, (wall_us - since_wall_us) * self.permille // 1000)
        else:
            song_us = since_song_us + (wall_us - since_wall_us) * self.permille // 1000
        return min(self.last_us, song_us)

    def toggle(self, wall_us: Micros) -> None:
        """Play, or pause; at the end, play from the beginning."""
        song_us = self.song_us(wall_us)
        self._go(self.first_us if song_us >= self.last_us else song_us, wall_us, not self.playing)

    def pause(self, wall_us: Micros) -> None:
        """Stand still."""
        self._go(self.song_us(wall_us), wall_us, False)

    def seek(self, song_us: Micros, wall_us: Micros) -> None:
        """Go to a song time, and on from there if it was playing."""
        self._go(max(self.first_us, min(self.last_us, song_us)), wall_us, self.playing)

    def change_speed(self, steps: int, wall_us: Micros) -> None:
        """Go on at another speed, so many places up or down."""
        song_us = self.song_us(wall_us)
        self.speed = max(0, min(len(SPEEDS_PERMILLE) - 1, self.speed + steps))
        self._go(song_us, wall_us, self.playing)

    def close(self) -> None:
        """Stop the sound."""
        self.playing = self._heard = False
        self._player.stop()

    def _go(self, song_us: Micros, wall_us: Micros, plays: object) -> None:
        self.playing = bool(plays)
        self._from = (wall_us, song_us)
        self._heard = self.playing and self._can_be_heard
        if self._heard:
            self._player.start(self._chart, song_us, self.permille, self._road)
        else:
            self._player.stop()
