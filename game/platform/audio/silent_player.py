"""The song player without an audio device: song time follows the monotonic clock alone."""

from collections.abc import Sequence

from game.platform.audio.device.buffers import Buffers
from game.platform.clock.count_in import count_in
from game.platform.clock.song_clock import SongClock
from game.sim.chart import Chart
from game.sim.events import Event
from game.timing.clock import Clock
from game.timing.course import KnownCourse
from game.timing.units import Micros


class SilentPlayer:
    """Gives song time and plays nothing. Implements `SongPlayer`."""

    def __init__(self, wall: Clock, notice: str) -> None:
        self._wall = wall
        self._clock = SongClock(wall)
        self._notice = notice
        self._chart: Chart | None = None

    def load(self) -> None:
        """Nothing to decode."""

    @property
    def progress(self) -> float:
        """Everything is loaded."""
        return 1.0

    def prepare(self, rate_permille: int) -> None:
        """Nothing to decode."""

    def start(
        self,
        chart: Chart,
        from_us: Micros,
        rate_permille: int,
        road: KnownCourse | None = None,
        heard: Sequence[Event] = (),
    ) -> None:
        """Begin at song time `from_us`, now."""
        self._chart = chart
        self._clock.start(from_us, self._wall.now_us(), rate_permille, road)

    def change_chart(self, chart: Chart, heard: Sequence[Event]) -> None:
        """Count in by the new chart from now on."""
        if self._chart is not None:
            self._chart = chart

    def pause(self, song_us: Micros | None = None) -> None:
        """Freeze: song time stands still, now or at an earlier song time."""
        self._clock.freeze(song_us)

    def resume(self, count_in_beats: int) -> None:
        """Wait as long as the count-in would last, then go on."""
        if self._chart is None or not self._clock.frozen:
            return
        song_us = self._clock.song_time_at(self._wall.now_us())
        counted = count_in(self._chart.tempo, song_us, count_in_beats, self._clock.anchor.rate_now_permille)
        self._clock.thaw(self._wall.now_us() + counted.wait_us)

    def stop(self) -> None:
        """Forget the run."""
        self._clock.freeze()
        self._chart = None

    def close(self) -> None:
        """Nothing to close."""

    def update(self, wall_us: Micros) -> None:
        """Nothing to follow."""

    def song_time_at(self, wall_us: Micros) -> Micros:
        """Return the song time at a moment of wall time near the present; never runs backwards between starts."""
        return self._clock.song_time_at(wall_us)

    def on_events(self, events: Sequence[Event]) -> None:
        """Follow the pace of Road work; plays nothing."""
        self._clock.on_events(events)

    def sound(self, name: str) -> None:
        """Plays nothing."""

    def set_volumes(self, percent: dict[str, int]) -> None:
        """Sets nothing."""

    def set_buffers(self, buffers: Buffers) -> None:
        """Has none."""

    def set_output(self, output: str) -> None:
        """Has no device."""

    def outputs(self) -> tuple[str, ...]:
        """Return no names: there is no device."""
        return ()

    @property
    def output_problem(self) -> str | None:
        """None: no device was chosen."""
        return None

    @property
    def heard_on(self) -> str:
        """No device."""
        return ""

    @property
    def breaks_up(self) -> bool:
        """Never: there is no sound."""
        return False

    @property
    def device_us(self) -> Micros | None:
        """None: there is no device."""
        return None

    @property
    def unfit(self) -> str | None:
        """None: a single clock cannot drift from itself."""
        return None

    @property
    def notice(self) -> str | None:
        """Why there is no sound."""
        return self._notice
