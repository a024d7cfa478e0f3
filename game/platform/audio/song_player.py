"""The seam between the montage and whatever plays the song: a sound device, or, without one, the monotonic clock
alone."""

from collections.abc import Sequence
from typing import Protocol

from game.sim.chart import Chart
from game.sim.events import Event
from game.timing.units import Micros


class SongPlayer(Protocol):
    """Plays the song and every sound of a run, and tells the song time. `wall_us` is monotonic time everywhere."""

    def start(self, chart: Chart, from_us: Micros, rate_permille: int) -> None:
        """Begin to play `chart` at song time `from_us` (below zero: the lead-in) at a rate; at once, without
        loading."""
        ...

    def pause(self) -> None:
        """Freeze: song time stands still."""
        ...

    def resume(self, count_in_beats: int) -> None:
        """Count in that many beats at the present tempo, then go on; song time stands still until then."""
        ...

    def stop(self) -> None:
        """Fall silent and forget the run."""
        ...

    def update(self, wall_us: Micros) -> None:
        """Step once a frame: follow the device, schedule what must sound within the next moments."""
        ...

    def song_time_at(self, wall_us: Micros) -> Micros:
        """Return the song time at a moment of wall time near the present; never runs backwards between starts."""
        ...

    def on_events(self, events: Sequence[Event]) -> None:
        """Let the events of this frame sound: answers at once, misses and echoes at their time, form on the bar."""
        ...

    def set_volumes(self, percent: dict[str, int]) -> None:
        """Set the buses `master`, `music`, `hits`, `cues`, `places` (0 to 100)."""
        ...

    @property
    def unfit(self) -> str | None:
        """Why this run's clock cannot be trusted for the board, as a sentence, or None."""
        ...

    @property
    def notice(self) -> str | None:
        """A sentence for the player about the device (none found, lost, back), or None."""
        ...
