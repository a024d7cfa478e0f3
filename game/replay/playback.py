"""Plays a replay's inputs again up to any song time, forward or backward: what a theatre and a film ask for."""

from bisect import bisect_right

from game.replay.claims import setup_of
from game.replay.model import Replay
from game.sim.actions import Verb
from game.sim.chart import Chart
from game.sim.events import Event, Judged
from game.sim.rules import Registry
from game.sim.session import Session
from game.timing.units import Micros


class Playback:
    """A session that is fed from a replay. Backward it begins anew, so that every moment is as in straight play."""

    def __init__(self, replay: Replay, chart: Chart, registry: Registry) -> None:
        self.replay = replay
        self.chart = chart
        self._registry = registry
        self._times = [row.song_us for row in replay.trace.inputs]
        self.begin()

    def begin(self) -> None:
        """Go back to before the first input."""
        header = self.replay.header
        self.session = Session(self.chart, header.options, self._registry, setup_of(header))
        for row in self.replay.trace.inputs:
            self.session.queue(row.event)
        self.events: list[Event] = []
        """Everything that has happened so far, in order."""

    def advance_to(self, song_us: Micros) -> list[Event]:
        """Play on up to a song time; return what happened since the last call."""
        fresh = self.session.advance_to(song_us)
        self.events += fresh
        return fresh

    def seek(self, song_us: Micros) -> list[Event]:
        """Go to a song time, back or forth; return everything that happened up to it."""
        if song_us < self.session.now_us or self.session.ended:
            self.begin()
        self.advance_to(song_us)
        return self.events

    def held_at(self, song_us: Micros) -> frozenset[Verb]:
        """Return the verbs that are down at a song time."""
        held = set[Verb]()
        for row in self.replay.trace.inputs[: bisect_right(self._times, song_us)]:
            (held.add if row.down else held.discard)(row.verb)
        return frozenset(held)

    def judged(self, song_us: Micros, span_us: Micros) -> list[Judged]:
        """Return the judgements of the last `span_us` before a song time, oldest first."""
        recent = list[Judged]()
        for event in reversed(self.events):
            if event.time_us <= song_us - span_us:
                break
            if isinstance(event, Judged) and event.time_us <= song_us:
                recent.append(event)
        return recent[::-1]
