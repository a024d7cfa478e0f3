"""Where a state can lead. States name their successors by these facts and never import each other."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from game.states.run.run_plan import Outcome, RunPlan

if TYPE_CHECKING:
    from game.states.run.run import Run


@dataclass(frozen=True, slots=True)
class ToTitle:
    """The title, from where everything begins."""


@dataclass(frozen=True, slots=True)
class ToMenu:
    """The main menu."""


@dataclass(frozen=True, slots=True)
class ToOffer:
    """The offer to calibrate, made once, with a run one press away."""


@dataclass(frozen=True, slots=True)
class ToRun:
    """A run from its lead-in, as soon as it is loaded."""

    plan: RunPlan


@dataclass(frozen=True, slots=True)
class ToLoadedRun:
    """A run that is loaded, from its lead-in."""

    run: "Run"


@dataclass(frozen=True, slots=True)
class ToRestart:
    """The same run again, at once, without its lead-in."""

    run: "Run"


@dataclass(frozen=True, slots=True)
class ToPause:
    """The run stands still."""

    run: "Run"


@dataclass(frozen=True, slots=True)
class ToResume:
    """The paused run goes on after a count-in."""

    run: "Run"


@dataclass(frozen=True, slots=True)
class ToAttract:
    """A run that plays itself, until somebody touches a key."""


@dataclass(frozen=True, slots=True)
class ToInitials:
    """Three letters for the board."""

    outcome: Outcome


@dataclass(frozen=True, slots=True)
class ToResults:
    """What a run has brought."""

    outcome: Outcome


@dataclass(frozen=True, slots=True)
class ToScores:
    """The boards."""


@dataclass(frozen=True, slots=True)
class ToPractice:
    """The choice of a section to practise; `section` is chosen already, or the first."""

    section: str | None = None


@dataclass(frozen=True, slots=True)
class ToSettings:
    """The settings."""


@dataclass(frozen=True, slots=True)
class ToRemap:
    """Keys and buttons."""


@dataclass(frozen=True, slots=True)
class ToCalibrate:
    """The sound test."""


@dataclass(frozen=True, slots=True)
class ToQuit:
    """The end of the program."""


Transition: TypeAlias = (
    ToTitle
    | ToMenu
    | ToOffer
    | ToRun
    | ToLoadedRun
    | ToRestart
    | ToPause
    | ToResume
    | ToAttract
    | ToInitials
    | ToResults
    | ToScores
    | ToPractice
    | ToSettings
    | ToRemap
    | ToCalibrate
    | ToQuit
)
