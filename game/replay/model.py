"""The data of a replay: setup, inputs, the clock's witnesses and the claimed result. `verify` plays the inputs again.

Wall time is the monotonic clock as it stood, from an origin of its own: two runs of one computer never share it.
"""

from dataclasses import dataclass
from enum import StrEnum

from game.sim.actions import InputEvent, Verb
from game.sim.options import RunMode, RunOptions
from game.timing.units import Micros

REPLAY_FORMAT = 2
"""Version of the file format; incremented with every incompatible change. Format 1 had no witnesses."""


class Player(StrEnum):
    """Who pressed the keys. A claim: that a person did cannot be proven."""

    PERSON = "person"
    AUTO = "auto"
    """A simulated player, with or without a spread."""
    SCRIPT = "script"
    """Inputs that were fed in: a demo, a test."""


class ClockKind(StrEnum):
    """What the song time followed."""

    DEVICE = "device"
    SILENT = "silent"
    """The monotonic clock alone: there was no sound device."""


class Reason(StrEnum):
    """Why song time left the line that it had followed."""

    DRIFT = "drift"
    """The clock followed the device by more than the recorder lets pass."""
    SNAP = "snap"
    """The clock jumped to where the device was."""
    DEVICE = "device"
    """The device was lost, or came back."""


@dataclass(frozen=True, slots=True)
class RecordedInput:
    """One input: its song time as it was judged, and the wall time of its poll."""

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
    """The run stood still at `song_us`, from `wall_us` on, for `lasted_us` of wall time, its count-in included."""

    song_us: Micros
    wall_us: Micros
    lasted_us: Micros


@dataclass(frozen=True, slots=True)
class Witness:
    """The first poll at or after a barline: what every clock said. `utc_us` counts from 1970; `device_us` is the sound
    device's position, None where there was no device."""

    song_us: Micros
    wall_us: Micros
    utc_us: int
    device_us: Micros | None


@dataclass(frozen=True, slots=True)
class Reanchor:
    """From `wall_us` on song time runs from `song_us`, off the line that it followed before."""

    song_us: Micros
    wall_us: Micros
    reason: Reason


@dataclass(frozen=True, slots=True)
class ReplayHeader:
    """How the run was set up. `section` is the id of the only section played, or None; `map` the name of the map where
    one was played in place of the pack's world, or None. `restart` counts how often the run was begun anew before.

    The offsets were already applied to the inputs; they stand here for information.
    """

    engine: str
    rules_version: int
    player: Player
    pack: str
    chart_hash: str
    song_hash: str
    difficulty: str
    section: str | None
    options: RunOptions
    map: str | None = None
    audio_offset_us: Micros = 0
    visual_offset_us: Micros = 0
    restart: int = 0

    @property
    def mode(self) -> RunMode:
        """What was played."""
        return self.options.mode


@dataclass(frozen=True, slots=True)
class Conditions:
    """What was so at any time of the run: latches that only ever go on, known at its end.

    `unfit` is why the run's clock does not count for a board, as the clock itself said, or None. `laces` are the
    sections whose lace was found, in order.
    """

    clock: ClockKind = ClockKind.SILENT
    unfit: str | None = None
    overlay_ever: bool = False
    hints_ever: bool = False
    laces: tuple[int, ...] = ()


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
class Trace:
    """What was recorded while the run went on, each in order of time.

    `paces` is the pace of each bar in ten-thousandths of the written tempo, in a mode whose tempo follows the runner;
    empty in the montage.
    """

    inputs: tuple[RecordedInput, ...] = ()
    pauses: tuple[Pause, ...] = ()
    witnesses: tuple[Witness, ...] = ()
    reanchors: tuple[Reanchor, ...] = ()
    paces: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Replay:
    """A whole replay. `points` are those of each judgement in order: they name the first moment of a divergence."""

    header: ReplayHeader
    conditions: Conditions
    trace: Trace
    points: tuple[int, ...]
    section_digests: tuple[str, ...]
    result: Result
