"""The streak: judgements in a row without a miss or a stray. Sloppy keeps it and adds nothing to it."""

from game.sim.events import Event, Judged, Strayed
from game.sim.judge import Grade

MARKS = (25, 50, 100)
"""Lengths at which the world answers."""


class Streak:
    """Counts the streak of one run."""

    def __init__(self) -> None:
        self.length = 0

    def add(self, event: Event) -> bool:
        """Take the run's next event; return whether it lengthened the streak."""
        if isinstance(event, Judged) and event.grade < Grade.SLOPPY:
            self.length += 1
            return True
        if isinstance(event, Strayed) or (isinstance(event, Judged) and event.grade is Grade.MISS):
            self.length = 0
        return False

    def mark(self, event: Event) -> int | None:
        """Take the run's next event; return the mark that the streak has just reached, or None."""
        return self.length if self.add(event) and self.length in MARKS else None
