"""Tells a split timer of a run of Road work: its start, its in-game time, and each section's end."""

from collections.abc import Callable, Iterable

from game.platform.split_timer.commands import ResetTimer, ShowGameTime, SplitTimer, StartTimer, TimerCommand
from game.sim.events import Event, SectionEnded
from game.sim.session import Session
from game.timing.units import Micros, ms

SHOWN_EVERY_US = ms(50)
"""Real time between two in-game times that are sent: a timer shows hundredths, and nobody reads them."""


class SplitFeed:
    """Follows one run at a time; of any other than a person's Road work nothing is told."""

    def __init__(self, tell: Callable[[TimerCommand], None]) -> None:
        self._tell = tell
        self._session: Session | None = None
        self._shown_us: Micros = 0

    def start(self, session: Session) -> None:
        """Begin with a run at its first note; the run before it is over for the timer."""
        self._session, self._shown_us = session, 0
        self._tell(StartTimer())

    def follow(self, events: Iterable[Event]) -> None:
        """Take the events of a step of the run, and its in-game time."""
        session = self._session
        if session is None:
            return
        real_at = session.course.real_at
        for event in events:
            if isinstance(event, SectionEnded):
                self._tell(SplitTimer(real_at(session.chart.sections[event.section].end_us)))
        now_us = real_at(session.now_us)
        if session.ended:
            self._session = None
        elif now_us - self._shown_us >= SHOWN_EVERY_US:
            self._shown_us = now_us
            self._tell(ShowGameTime(now_us))

    def stop(self) -> None:
        """The run was left: one that has not ended is reset."""
        if self._session is not None:
            self._session = None
            self._tell(ResetTimer())
