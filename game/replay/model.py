"""The data of a replay: setup, inputs and claimed result. `verify` plays the inputs again and compares."""

from dataclasses import dataclass

from game.sim.actions import InputEvent, Verb
from game.sim.options import RunOptions
from game.timing.units import Micros

REPLAY_FORMAT = 1
"""Version of the file format; incremented with every incompatible change."""


@dataclass(frozen=True, slots=True)
class RecordedInput:
    """One input: its song time as it was judged, and the wall time (monotonic, from the run's start) of its poll."""

    song_us: Micros
    wall_us: Micros
    verb: Verb
    down: bool

    @property
    def event(self) -> InputEvent:
        """The input as the session takes it."""
        return InputEvent(self.song_us, self.verb, self.down)


@dataclass(frozen=True, slots=True)
class Pause:
    """The run stood still at `song_us` for `wall_us` of wall time."""

    song_us: Micros
    wall_us: Micros


@dataclass(frozen=True, slots=True)
class ReplayHeader:
    """How the run was set up. `section` is the id of the only section played, or None for the whole run.

    The offsets were already applied to the inputs; they stand here for information.
    """

    engine: str
    rules_version: int
    chart_hash: str
    song_hash: str
    difficulty: str
    section: str | None
    options: RunOptions
    audio_offset_us: Micros = 0
    visual_offset_us: Micros = 0


@dataclass(frozen=True, slots=True)
class Result:
    """What the run claims to have scored."""

    score: int
    accuracy_permyriad: int
    rank: str
    dead_on: int
    duration_us: Micros
    digest: str


@dataclass(frozen=True, slots=True)
class Replay:
    """A whole replay. `points` are those of each judgement in order: they name the first moment of a divergence."""

    header: ReplayHeader
    inputs: tuple[RecordedInput, ...]
    pauses: tuple[Pause, ...]
    points: tuple[int, ...]
    section_digests: tuple[str, ...]
    result: Result
