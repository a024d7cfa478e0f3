"""Events that the simulation emits. Views, sounds, scores and recorders take them; none can change the run."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from game.sim.actions import Verb
from game.sim.judge import Grade
from game.timing.units import Micros


class Part(StrEnum):
    """Which end of a cue was judged."""

    PRESS = "press"
    RELEASE = "release"


@dataclass(frozen=True, slots=True)
class Judged:
    """A press or release was judged, or missed: then `offset_us` is None and `time_us` the end of its window.

    `offset_us` is in song time, negative when early. `verb` is the hand that did it (for a miss, the one that was
    wanted).
    """

    time_us: Micros
    section: int
    cue_id: int
    kind: str
    part: Part
    verb: Verb
    grade: Grade
    points: int
    dead_on: bool
    offset_us: Micros | None


@dataclass(frozen=True, slots=True)
class Held:
    """An unjudged end of a hold: it began (`down`), completed itself, or was released."""

    time_us: Micros
    section: int
    cue_id: int
    kind: str
    verb: Verb
    down: bool


@dataclass(frozen=True, slots=True)
class Strayed:
    """A press that no open cue wanted: costs one cue's points and the streak."""

    time_us: Micros
    section: int
    verb: Verb


@dataclass(frozen=True, slots=True)
class Cheered:
    """A press after everything is done: it costs nothing, and bells and crowd answer."""

    time_us: Micros
    section: int
    verb: Verb


@dataclass(frozen=True, slots=True)
class Flinched:
    """The fighter flinches (bare knuckles on frozen meat, a feint): for the view, with no cost of its own."""

    time_us: Micros
    section: int
    reason: str


@dataclass(frozen=True, slots=True)
class Echoed:
    """The echo of a hit in the cold room. `cue_id` is the cue that was hit."""

    time_us: Micros
    section: int
    cue_id: int


@dataclass(frozen=True, slots=True)
class SectionBegan:
    """Section `section` began."""

    time_us: Micros
    section: int


@dataclass(frozen=True, slots=True)
class SectionEnded:
    """Section `section` ended (its last cues may still be open for a window's length)."""

    time_us: Micros
    section: int


@dataclass(frozen=True, slots=True)
class BandChanged:
    """Form crossed into another band (0 to 3); only on barlines."""

    time_us: Micros
    band: int


@dataclass(frozen=True, slots=True)
class SecondWind:
    """A run of clean cues that began below the lowest band's ceiling lifts the form at once."""

    time_us: Micros
    section: int


@dataclass(frozen=True, slots=True)
class LaceFound:
    """The hidden lace of a section was found."""

    time_us: Micros
    section: int


@dataclass(frozen=True, slots=True)
class PaceSet:
    """Road work: bar `bar`, from `barline_us` until `until_us`, goes at `pace` ten-thousandths of the written tempo."""

    time_us: Micros
    bar: int
    barline_us: Micros
    until_us: Micros
    pace: int


@dataclass(frozen=True, slots=True)
class RunEnded:
    """The run is over and every cue is judged."""

    time_us: Micros


Event: TypeAlias = (
    Judged
    | Held
    | Strayed
    | Cheered
    | Flinched
    | Echoed
    | SectionBegan
    | SectionEnded
    | BandChanged
    | SecondWind
    | LaceFound
    | PaceSet
    | RunEnded
)
