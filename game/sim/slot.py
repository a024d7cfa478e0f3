"""The progress of one cue, and what its windows reach. Times that every input asks for are worked out once."""

from dataclasses import dataclass, field
from enum import Enum

from game.sim.actions import Verb
from game.sim.chart import Cue
from game.sim.judge import RELEASE_WINDOW_PERCENT, Grade, Windows, WorkedOutWindows
from game.timing.units import Micros, ms

CHORD_SPREAD_US = ms(50)
"""Longest real time between the presses of a chord, which is judged on the later one."""
LOOSE_CHORD_SPREAD_US = ms(70)
"""Longest real time between the presses of a chord that is sloppy at best."""
BOUNCE_US = ms(40)
"""A repeated press of a verb within this real time is switch bounce and is ignored."""


class CuePhase(Enum):
    """How far a cue has come."""

    OPEN = "open"
    HELD = "held"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Reach:
    """The windows of a cue's bar, in song time."""

    windows: Windows
    press: WorkedOutWindows
    release: WorkedOutWindows
    outer_us: Micros
    release_us: Micros
    chord_us: Micros
    loose_chord_us: Micros
    bounce_us: Micros

    @classmethod
    def of(cls, windows: Windows) -> "Reach":
        """Return what the windows reach."""
        return cls(
            windows=windows,
            press=windows.widened(100),
            release=windows.widened(RELEASE_WINDOW_PERCENT),
            outer_us=windows.outer_us(),
            release_us=windows.outer_us() * RELEASE_WINDOW_PERCENT // 100,
            chord_us=windows.song_us(CHORD_SPREAD_US),
            loose_chord_us=windows.song_us(LOOSE_CHORD_SPREAD_US),
            bounce_us=windows.song_us(BOUNCE_US),
        )


@dataclass(frozen=True, slots=True)
class JudgedEnds:
    """What of a cue is judged. `tapped`: a hold whose release is the hit, taken as a tap at that moment."""

    press: bool
    release: bool
    tapped: bool


PRESS_ALONE = JudgedEnds(press=True, release=False, tapped=False)
"""Of a cue that is no hold."""


@dataclass(slots=True, eq=False)
class Slot:
    """The progress of one cue. Its target moves only by `shift_to`, its windows only by `take_reach`."""

    cue: Cue
    reach: Reach
    judges: JudgedEnds
    needs_both: bool
    """Whether a chord takes two presses."""
    stage: CuePhase = CuePhase.OPEN
    shift_us: Micros = 0
    """How far the target lies behind the chart's time: the bridge follows a drifting step, a tapped punch lands at its
    end."""
    first_verb: Verb | None = None
    first_us: Micros = 0
    held_verb: Verb | None = None
    held_since_us: Micros = 0
    grade: Grade | None = None
    target_us: Micros = field(init=False)
    """Song time of a perfect press."""
    first_target_us: Micros = field(init=False)
    """The earlier of the chart's time and the target: it never falls from one cue to the next."""
    window_us: Micros = field(init=False)
    """Outer window of a press, which a neighbour may narrow."""
    opens_us: Micros = field(init=False)
    """No press before this belongs to this cue or to a later one."""

    def __post_init__(self) -> None:
        if self.judges.tapped:
            self.shift_us = self.cue.end_us - self.cue.time_us
        self.take_reach(self.reach)

    def take_reach(self, reach: Reach) -> None:
        """Take other windows."""
        self.reach = reach
        self.window_us = min(reach.outer_us, self.cue.window_us) if self.cue.window_us else reach.outer_us
        self.shift_to(self.shift_us)

    def shift_to(self, shift_us: Micros) -> None:
        """Move the target to so far behind the chart's time."""
        self.shift_us = shift_us
        self.target_us = self.cue.time_us + shift_us
        self.first_target_us = min(self.cue.time_us, self.target_us)
        self.opens_us = self.first_target_us - self.window_us - self.reach.loose_chord_us

    @property
    def due_us(self) -> Micros:
        """When the cue closes by itself, unless it is done."""
        if self.stage is CuePhase.OPEN:
            return self.target_us + self.window_us
        end_us = self.cue.end_us + (self.reach.release_us if self.judges.release else 0)
        return max(end_us, self.held_since_us)  # a wide window takes a press even after a short hold's end
