"""How the running screen is entered: which run, and from where."""

from dataclasses import dataclass
from enum import Enum

from game.states.run.run import Run
from game.states.transitions import Transition


class RunStart(Enum):
    """Where a run is entered."""

    FRESH = "from its lead-in"
    AGAIN = "from its first beat, without the lead-in"
    RESUMED = "from where it was paused, after a count-in"


@dataclass(frozen=True, slots=True)
class RunEntry:
    """The payload of the running screen."""

    run: Run
    start: RunStart


def to_run(run: Run, start: RunStart) -> Transition:
    """Return the transition to the running screen."""
    return Transition("run", RunEntry(run, start))
