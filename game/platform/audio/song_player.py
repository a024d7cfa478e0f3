"""The protocol of song players: `AudioPlayer` over a device, `SilentPlayer` without one."""

from collections.abc import Sequence
from typing import Protocol

from game.sim.chart import Chart
from game.sim.events import Event
from game.timing.course import KnownCourse
from game.timing.units import Micros


class SongPlayer(Protocol):
    """Plays the song and all sounds of a run and gives song time. `wall_us` is monotonic time everywhere."""

    def start(
        self,
        chart: Chart,
        from_us: Micros,
        rate_permille: int,
        road: KnownCourse | None = None,
        heard: Sequence[Event] = (),
    ) -> None:
        """Play `chart` from song time `from_us` (below zero: the lead-in) at a rate, without waiting for decoding. In
        Road work along a course that the run's events extend. `heard`: the events of the run so far, if it is entered
        in its midst."""
        ...

    def change_chart(self, chart: Chart, heard: Sequence[Event]) -> None:
        """Play on by a changed chart of the same song; `heard` are all events of the run by the new chart so far."""
        ...

    def pause(self, song_us: Micros | None = None) -> None:
        """Freeze song time: now, or at an earlier song time where nothing ran since."""
        ...

    def resume(self, count_in_beats: int) -> None:
        """Count in that many beats at the present tempo, then go on; song time is frozen until then."""
        ...

    def stop(self) -> None:
        """Stop the sound and forget the run."""
        ...

    def update(self, wall_us: Micros) -> None:
        """Step once a frame: feed the clock with the device position, fill the ring buffers."""
        ...

    def song_time_at(self, wall_us: Micros) -> Micros:
        """Return the song time at a moment of wall time near the present; never runs backwards between starts."""
        ...

    def on_events(self, events: Sequence[Event]) -> None:
        """Play the sounds of this frame's events: hits at once, misses and echoes later, stems by form and feet."""
        ...

    def set_volumes(self, percent: dict[str, int]) -> None:
        """Set the buses `master`, `music`, `hits`, `cues`, `places` (0 to 100)."""
        ...

    @property
    def device_us(self) -> Micros | None:
        """The last position that the sound device reported, None while there is none. For the record of a run."""
        ...

    @property
    def unfit(self) -> str | None:
        """Why this run's timing does not count for the board, as a sentence, or None."""
        ...

    @property
    def notice(self) -> str | None:
        """A sentence for the player about the device (none found, lost, back), or None."""
        ...
