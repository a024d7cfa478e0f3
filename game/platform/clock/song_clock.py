"""The song clock: from two clocks that nobody can trust alone to the one time that everything obeys.

A rhythm game has five times, and most of its timing bugs are two of them taken for one.

*Wall time* is the monotonic clock: fine, steady, never set back, and ignorant of the music. Inputs and frames are
stamped with it. It is called `wall_us` everywhere.

*Device position* is how much sound the device has taken. It is what the ear follows, and a poor clock: whole
milliseconds, guessed between buffers, off by up to 100 parts in a million, set back by a stall, absent without a
device. *Playback time* is that position smoothed over the monotonic clock by the `DeviceFollower`; it runs from the
moment the device is open, under title and pause too, so it has long settled when a run begins.

*Song time* is where the song is: zero on the first beat, below zero in the lead-in. It is playback time from an
anchor ("song moment s is heard at playback moment p, at rate r") and is never below it: it stands still until p,
which lets a count-in sound, and it stands still in a pause. It never runs backwards: where the device falls behind,
song time waits for it. In the lead-in before zero nothing of the song has sounded yet, but the anchor holds already:
the same line, steered by at most 5 ms a second, carries the lead-in into the first beat without a seam.

*Input time* is the song time of a press: the song time at the wall time of the poll that saw it, less the player's
audio offset. *Visual time* is the song time that a frame draws: that of its flip, less the visual offset. Both belong
to the loop; this clock only answers what the song time was at a moment of wall time near the present.

Without a device, or after one is lost, playback time runs on with the monotonic clock alone and nobody notices but
the ear. A run whose two clocks came apart by more than 300 ms, or ran at speeds that differ by more than half a
percent, is `unfit` for the board: its song was not the one that was heard.
"""

from dataclasses import dataclass

from game.platform.clock.device_follower import DeviceFollower
from game.timing.clock import Clock
from game.timing.units import Micros, ms, rounded_div

MAX_DISAGREEMENT_US = ms(300)
MAX_SLOPE_PERMILLE = 5
SLOPE_OVER_US = ms(20_000)
"""A slope is taken over at least this long: over a second the device's own jitter would fill it."""
RATE_ONE = 1000


@dataclass(frozen=True, slots=True)
class Anchor:
    """Song time `song_us` is heard at playback time `playback_us`, not before, and runs on at `rate_permille`."""

    song_us: Micros
    playback_us: Micros
    rate_permille: int

    def song_at(self, playback_us: Micros) -> Micros:
        """Return the song time at a playback time."""
        return self.song_us + rounded_div((playback_us - self.playback_us) * self.rate_permille, RATE_ONE)


class SongClock:
    """Song time over an injected monotonic clock and whatever device positions it is fed."""

    def __init__(self, wall: Clock) -> None:
        self._wall = wall
        self._follower = DeviceFollower()
        self._anchor = Anchor(0, 0, RATE_ONE)
        self._frozen_us: Micros | None = 0
        self._last: tuple[Micros, Micros] | None = None
        self._slope_from: tuple[Micros, Micros] = (0, 0)
        self._unfit: str | None = None

    # -- the device

    def feed(self, wall_us: Micros, position_us: Micros) -> None:
        """Take the device's position at a moment of wall time; once a frame, in order."""
        self._follower.feed(wall_us, position_us)
        self._check_fitness(wall_us)

    def lose_device(self, wall_us: Micros) -> None:
        """The device is gone: go on with the monotonic clock alone."""
        self._follower.coast(wall_us)

    def playback_at(self, wall_us: Micros) -> Micros:
        """Return the playback time at a moment of wall time near the present."""
        return self._follower.playback_at(wall_us)

    @property
    def anchor(self) -> Anchor:
        """What joins song time to playback time now; meaningless while the clock is frozen."""
        return self._anchor

    # -- transport

    def start(self, song_us: Micros, playback_us: Micros, rate_permille: int) -> None:
        """Let song time be `song_us` when playback time is `playback_us`, and run at a rate; forgets the run before."""
        self._anchor = Anchor(song_us, playback_us, rate_permille)
        self._frozen_us, self._last = None, None
        now_us = self._wall.now_us()
        self._slope_from = (now_us, self._follower.drift_us(now_us))
        self._unfit = None

    def freeze(self) -> Micros:
        """Stand still from now on; return the song time at which it stands."""
        self._frozen_us = self.song_time_at(self._wall.now_us())
        return self._frozen_us

    def thaw(self, playback_us: Micros) -> None:
        """Stand still until playback time `playback_us`, then go on from where the clock stands."""
        if self._frozen_us is not None:
            self._anchor = Anchor(self._frozen_us, playback_us, self._anchor.rate_permille)
            self._frozen_us, self._last = None, None

    @property
    def frozen(self) -> bool:
        """Whether song time stands still until further notice."""
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
                return min(song_us, last_song_us)
            song_us = max(song_us, last_song_us)
        self._last = (wall_us, song_us)
        return song_us

    # -- fitness

    @property
    def unfit(self) -> str | None:
        """Why the time of this run cannot be trusted, as a sentence; None while it can."""
        return self._unfit

    def _check_fitness(self, wall_us: Micros) -> None:
        if self._unfit is not None or self._frozen_us is not None:
            return
        since_us, drift_then_us = self._slope_from
        apart_us = self._follower.drift_us(wall_us) - drift_then_us
        elapsed_us = wall_us - since_us
        if abs(apart_us) > MAX_DISAGREEMENT_US:
            self._unfit = (
                f"The sound device and the system's clock came {abs(apart_us) // 1000} ms apart in this run, "
                f"more than {MAX_DISAGREEMENT_US // 1000}: it counts for you, not for the board."
            )
        elif elapsed_us >= SLOPE_OVER_US and abs(apart_us) * 1000 > elapsed_us * MAX_SLOPE_PERMILLE:
            speed = 1 + apart_us / elapsed_us
            self._unfit = (
                f"The sound device ran {speed:.4f} times as fast as the system's clock in this run, "
                "outside 0.995 to 1.005: it counts for you, not for the board."
            )
