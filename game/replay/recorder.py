"""Records a run while it is played: inputs as judged, pauses and the result."""

from collections.abc import Iterable

from game.replay.model import Pause, RecordedInput, Replay, ReplayHeader, Result
from game.sim.actions import InputEvent
from game.sim.events import Event, Judged
from game.sim.session import Session
from game.timing.units import Micros


class Recorder:
    """Collects one run. It reads the session only at the end."""

    def __init__(self, header: ReplayHeader) -> None:
        self._header = header
        self._inputs: list[RecordedInput] = []
        self._pauses: list[Pause] = []
        self._points: list[int] = []

    def input(self, placed: InputEvent, wall_us: Micros) -> None:
        """Record an input as `Session.queue` returned it, and the wall time of its poll since the run's start."""
        self._inputs.append(RecordedInput(placed.time_us, wall_us, placed.verb, placed.down))

    @property
    def inputs_recorded(self) -> int:
        """The number of inputs so far."""
        return len(self._inputs)

    def pause(self, song_us: Micros, wall_us: Micros) -> None:
        """Record a pause at `song_us` that lasted `wall_us`."""
        self._pauses.append(Pause(song_us, wall_us))

    def on_events(self, events: Iterable[Event]) -> None:
        """Record the points of each judgement."""
        self._points += [event.points for event in events if isinstance(event, Judged)]

    def finish(self, session: Session) -> Replay:
        """Return the replay of the ended session; of one that goes on, what was recorded so far."""
        return Replay(
            header=self._header,
            inputs=tuple(self._inputs),
            pauses=tuple(self._pauses),
            points=tuple(self._points),
            section_digests=tuple(session.section_digests),
            result=result_of(session),
        )


def result_of(session: Session) -> Result:
    """Return what an ended session scored."""
    return Result(
        score=session.score.total,
        accuracy_permyriad=session.score.accuracy_permyriad,
        rank=str(session.score.rank),
        dead_on=session.score.dead_on,
        duration_us=session.chart.end_us - session.chart.start_us,
        digest=session.digest(),
    )
