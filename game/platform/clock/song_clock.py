"""The song clock: derives song time from the monotonic clock and the position of the audio device.

A rhythm game has five times, and most timing bugs confuse two of them.

*Wall time* is the monotonic clock: fine, steady, never set back, unrelated to the music. Inputs and frames are stamped
with it. It is called `wall_us` everywhere.

*Device position* is how much sound the device has read. It is what the player hears, and a poor clock: whole
milliseconds, extrapolated between buffers, off by up to 100 parts in a million, set back by a stall, absent without a
device. *Playback time* is that position smoothed over the monotonic clock by the `DeviceFollower`; it runs from the
moment the device is open, under title and pause too, so it has long settled when a run begins.

*Song time* is where the song is: zero on the first beat, below zero in the lead-in. It is playback time from an
anchor ("song moment s is heard at playback moment p, at rate r") and is never below it: it stands still until p,
during a count-in, and it stands still in a pause. It never runs backwards: where the device falls behind, song time
waits for it. The same line covers the lead-in before zero and the song, so there is no jump at the first beat.

*Input time* is the song time of a press: the song time at the wall time of the poll that saw it, less the player's
audio offset. *Visual time* is the song time that a frame draws: that of its flip, less the visual offset. Both belong
to the loop; this clock only answers what the song time was at a moment of wall time near the present.

Without a device, or after it is lost, playback time runs on with the monotonic clock alone. `Fitness` says when a run
is unfit for the board, as the two clocks ran at different speeds.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from game.platform.clock.device_follower import DeviceFollower
from game.platform.clock.fitness import Fitness
from game.sim.events import Event, PaceSet
from game.timing.clock import Clock
from game.timing.course import PACE_ONE, KnownCourse
from game.timing.units import Micros, rounded_div

RATE_ONE = 1000
"""Speed of the song as it is written, in thousandths."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Song time is `song_us` until playback time `playback_us`, then advances at `rate_permille` thousandths.

    In Road work it goes along `road`, and waits at the end of what is decided of it.
    """

    song_us: Micros
    playback_us: Micros
    rate_permille: int
    road: KnownCourse | None = None

    def song_at(self, playback_us: Micros) -> Micros:
        """Return the song time at a playback time."""
        if self.road is not None:
            song_us = self.road.course.later(self.song_us, playback_us - self.playback_us)
            return min(song_us, self.road.until_us)
        return self.song_us + rounded_div((playback_us - self.playback_us) * self.rate_permille, RATE_ONE)

    @property
    def rate_now_permille(self) -> int:
        """The speed of the song at the anchor, to the nearest thousandth."""
        if self.road is None:
            return self.rate_permille
        return rounded_div(self.road.course.pace_at(self.song_us) * RATE_ONE, PACE_ONE)


class SongClock:
    """Song time from an injected monotonic clock and the device positions it is fed."""

    def __init__(self, wall: Clock) -> None:
        self._wall = wall
        self._follower = DeviceFollower()
        self._anchor = Anchor(0, 0, RATE_ONE)
        self._frozen_us: Micros | None = 0
        self._last: tuple[Micros, Micros] | None = None
        """Wall time and song time of the latest moment that was asked for."""
        self._stands_from_us: Micros | None = None
        """Since when, in wall time, song time stands still until a device that fell behind has caught up."""
        self._fitness = Fitness()

    # -- the device

    def feed(self, wall_us: Micros, position_us: Micros) -> None:
        """Add the device position at a moment of wall time; once a frame, in order."""
        self._follower.feed(wall_us, position_us)
        if self._frozen_us is None:
            beside_us = position_us - self._follower.playback_at(wall_us)
            self._fitness.check(wall_us, self._follower.drift_us(wall_us), beside_us)

    def lose_device(self, wall_us: Micros) -> None:
        """Go on with the monotonic clock alone."""
        self._follower.coast(wall_us)
        self._fitness.begin_anew()

    def playback_at(self, wall_us: Micros) -> Micros:
        """Return the playback time at a moment of wall time near the present."""
        return self._follower.playback_at(wall_us)

    @property
    def anchor(self) -> Anchor:
        """The relation of song time to playback time; meaningless while the clock is frozen."""
        return self._anchor

    # -- transport

    def start(self, song_us: Micros, playback_us: Micros, rate_permille: int, road: KnownCourse | None = None) -> None:
        """Start a run: song time is `song_us` at playback time `playback_us`, at a rate or along a road."""
        self._anchor = Anchor(song_us, playback_us, rate_permille, road)
        self._frozen_us, self._last, self._stands_from_us = None, None, None
        self._fitness.restart()

    def on_events(self, events: Iterable[Event]) -> bool:
        """Follow the pace that was decided for a bar to come; return whether there was one."""
        decided = [event for event in events if isinstance(event, PaceSet)]
        for event in decided:
            road = self._anchor.road
            if road is not None:
                road = road.extended(event.barline_us, event.pace, event.until_us)
                self._anchor = replace(self._anchor, road=road)
        return bool(decided)

    def freeze(self, song_us: Micros | None = None) -> Micros:
        """Freeze song time, now or at an earlier song time; return it."""
        self._frozen_us = self.song_time_at(self._wall.now_us()) if song_us is None else song_us
        return self._frozen_us

    def thaw(self, playback_us: Micros) -> None:
        """Go on from the frozen song time at playback time `playback_us`."""
        if self._frozen_us is not None:
            self._anchor = replace(self._anchor, song_us=self._frozen_us, playback_us=playback_us)
            self._frozen_us, self._last, self._stands_from_us = None, None, None

    @property
    def frozen(self) -> bool:
        """Whether song time is frozen."""
        return self._frozen_us is not None

    def song_time_at(self, wall_us: Micros) -> Micros:
        """Return the song time at a moment of wall time near the present; a later moment never has an earlier song
        time."""
        if self._frozen_us is not None:
            return self._frozen_us
        song_us = max(self._anchor.song_us, self._anchor.song_at(self._follower.playback_at(wall_us)))
        if self._last is not None:
            last_wall_us, last_song_us = self._last
            if wall_us < last_wall_us:
                stood = self._stands_from_us is not None and wall_us >= self._stands_from_us
                return last_song_us if stood else min(song_us, last_song_us)
            if song_us >= last_song_us:
                self._stands_from_us = None
            elif self._stands_from_us is None:
                self._stands_from_us = last_wall_us
            song_us = max(song_us, last_song_us)
        self._last = (wall_us, song_us)
        return song_us

    # -- fitness

    @property
    def unfit(self) -> str | None:
        """Why this run's timing does not count for the board, as a sentence, or None."""
        return self._fitness.unfit
