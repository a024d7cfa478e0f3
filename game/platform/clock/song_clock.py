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

Without a device, or after it is lost, playback time runs on with the monotonic clock alone. A run whose two clocks came
apart by more than 300 ms, or ran at speeds that differ by more than half a percent, is `unfit` for the board: what was
heard was not in time with what was judged.
"""

from dataclasses import dataclass

from game.platform.clock.device_follower import DeviceFollower
from game.timing.clock import Clock
from game.timing.units import Micros, ms, rounded_div

MAX_DISAGREEMENT_US = ms(300)
"""Largest difference between the two clocks in a run that counts for the board."""
MAX_SLOPE_PERMILLE = 5
"""Largest difference in speed between the two clocks, in thousandths, in such a run."""
SLOPE_OVER_US = ms(20_000)
"""Shortest time over which the speed is judged: over a second, jitter alone would exceed the limit."""
STOOD_STILL_US = ms(1000)
"""After a longer time without a reading nothing ran at all, and the device's step says nothing about its speed."""
RATE_ONE = 1000
"""Full speed, in thousandths."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Song time is `song_us` until playback time `playback_us`, then advances at `rate_permille` thousandths."""

    song_us: Micros
    playback_us: Micros
    rate_permille: int

    def song_at(self, playback_us: Micros) -> Micros:
        """Return the song time at a playback time."""
        return self.song_us + rounded_div((playback_us - self.playback_us) * self.rate_permille, RATE_ONE)


class SongClock:
    """Song time from an injected monotonic clock and the device positions it is fed."""

    def __init__(self, wall: Clock) -> None:
        self._wall = wall
        self._follower = DeviceFollower()
        self._anchor = Anchor(0, 0, RATE_ONE)
        self._frozen_us: Micros | None = 0
        self._last: tuple[Micros, Micros] | None = None
        self._slope_from: tuple[Micros, Micros] = (0, 0)
        self._unfit: str | None = None
        self._fed_us: Micros | None = None
        self._stood_still = False

    # -- the device

    def feed(self, wall_us: Micros, position_us: Micros) -> None:
        """Add the device position at a moment of wall time; once a frame, in order."""
        self._follower.feed(wall_us, position_us)
        self._stood_still |= self._fed_us is not None and wall_us - self._fed_us > STOOD_STILL_US
        self._fed_us = wall_us
        self._check_fitness(wall_us)

    def lose_device(self, wall_us: Micros) -> None:
        """Go on with the monotonic clock alone."""
        self._follower.coast(wall_us)

    def playback_at(self, wall_us: Micros) -> Micros:
        """Return the playback time at a moment of wall time near the present."""
        return self._follower.playback_at(wall_us)

    @property
    def anchor(self) -> Anchor:
        """The relation of song time to playback time; meaningless while the clock is frozen."""
        return self._anchor

    # -- transport

    def start(self, song_us: Micros, playback_us: Micros, rate_permille: int) -> None:
        """Start a run: song time is `song_us` at playback time `playback_us` and advances at a rate."""
        self._anchor = Anchor(song_us, playback_us, rate_permille)
        self._frozen_us, self._last = None, None
        self._compare_from_here()
        self._unfit = None

    def freeze(self, song_us: Micros | None = None) -> Micros:
        """Freeze song time, now or at an earlier song time; return it."""
        self._frozen_us = self.song_time_at(self._wall.now_us()) if song_us is None else song_us
        return self._frozen_us

    def thaw(self, playback_us: Micros) -> None:
        """Go on from the frozen song time at playback time `playback_us`."""
        if self._frozen_us is not None:
            self._anchor = Anchor(self._frozen_us, playback_us, self._anchor.rate_permille)
            self._frozen_us, self._last = None, None
            if self._stood_still:
                self._compare_from_here()

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
                return min(song_us, last_song_us)
            song_us = max(song_us, last_song_us)
        self._last = (wall_us, song_us)
        return song_us

    # -- fitness

    @property
    def unfit(self) -> str | None:
        """Why this run's timing does not count for the board, as a sentence, or None."""
        return self._unfit

    def _compare_from_here(self) -> None:
        now_us = self._wall.now_us()
        self._slope_from = (now_us, self._follower.drift_us(now_us))
        self._stood_still = False

    def _check_fitness(self, wall_us: Micros) -> None:
        if self._unfit is not None or self._frozen_us is not None or self._stood_still:
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
