"""Whether a judgement was clean, early, late or missed: the one place of the view that decides it."""

from enum import Enum

from game.sim.events import Judged
from game.sim.judge import CLEAN, Grade


class TimingError(Enum):
    """Early, late, clean or missed: the direction of a judgement's timing error."""

    CLEAN = "clean"
    EARLY = "early"
    LATE = "late"
    MISSED = "missed"

    @property
    def ending(self) -> str:
        """Suffix of a clip's name for this timing; empty for clean."""
        return "" if self is TimingError.CLEAN else "_miss" if self is TimingError.MISSED else f"_{self.value}"

    @property
    def side(self) -> int:
        """-1 for early, 1 for late, 0 for all else."""
        return {TimingError.EARLY: -1, TimingError.LATE: 1}.get(self, 0)


def timing_of(judged: Judged) -> TimingError:
    """Return the timing error of a judgement; clean is great or better."""
    if judged.grade is Grade.MISS or judged.offset_us is None:
        return TimingError.MISSED
    if judged.grade in CLEAN:
        return TimingError.CLEAN
    return TimingError.EARLY if judged.offset_us < 0 else TimingError.LATE


def is_clean(judged: Judged) -> bool:
    """Whether a judgement is great or better."""
    return timing_of(judged) is TimingError.CLEAN


def is_missed(judged: Judged) -> bool:
    """Whether a cue was not answered."""
    return timing_of(judged) is TimingError.MISSED
