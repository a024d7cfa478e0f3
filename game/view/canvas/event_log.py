"""The event log: all events of one run, indexed by time and cue, from which the picture of any time can be drawn.

Every query takes the time that is drawn and ignores later events. `cut` returns the log as it is now: a frame is drawn
from a cut, so that events of a poll during the drawing do not change it.
"""

import sys
from bisect import bisect_right
from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass
from typing import Protocol, TypeVar

from game.sim.events import BandChanged, Event, Held, Judged, Part, Strayed
from game.sim.form import Form
from game.sim.judge import MAX_POINTS, Grade
from game.sim.streak import Streak
from game.timing.units import Micros
from game.view.canvas.easing import clamp, smooth

Kind = TypeVar("Kind")


class Timed(Protocol):
    """An event with a song time."""

    @property
    def time_us(self) -> Micros:
        """When it happened."""
        ...


TimedEvent = TypeVar("TimedEvent", bound=Timed)


@dataclass(frozen=True, slots=True)
class StreakMark:
    """The streak reached one of its marks at a time, with a cue."""

    time_us: Micros
    length: int
    cue_id: int


Entry = tuple[int, TimedEvent]
"""An event and its position in the log."""


class EventLog:
    """The events of one run. Cuts share their storage with the log that they are of."""

    def __init__(self) -> None:
        self._events: list[Event] = []
        self._times: list[Micros] = []
        self._judged: dict[tuple[int, Part], Entry[Judged]] = {}
        self._held: dict[tuple[int, bool], Entry[Held]] = {}
        self._bands: list[Entry[BandChanged]] = []
        self._streak = Streak()
        self._marks: list[Entry[StreakMark]] = []
        self._length = sys.maxsize
        """Number of events of the log that belong to this cut."""
        self._eased: tuple[tuple[Micros, Micros], float] | None = None
        """The warmth that was asked for last, and when: a picture asks for the same one many times."""

    def on_events(self, events: Iterable[Event]) -> None:
        """Append events, in order."""
        self._eased = None
        for event in events:
            position = len(self._events)
            self._events.append(event)
            self._times.append(event.time_us)
            mark = self._streak.mark(event)
            match event:
                case Judged():
                    self._judged[event.cue_id, event.part] = position, event
                    if mark is not None:
                        self._marks.append((position, StreakMark(event.time_us, mark, event.cue_id)))
                case Held():
                    self._held[event.cue_id, event.down] = position, event
                case BandChanged():
                    self._bands.append((position, event))
                case _:
                    pass

    def cut(self) -> "EventLog":
        """Return the log as it is now; events that are appended later are not in it. Takes constant time."""
        cut = copy(self)
        cut._length = min(self._length, len(self._events))
        return cut

    def is_of_run(self, other: "EventLog | None") -> bool:
        """Whether this and another log are of the same run: one is a cut of the other, or both are of a third."""
        return other is not None and self._events is other._events

    @property
    def events(self) -> list[Event]:
        """All events, in order."""
        return self._events[: self._length]

    def judged(self, cue_id: int, now_us: Micros, part: Part = Part.PRESS) -> Judged | None:
        """Return the judgement of one end of a cue, a miss included, if it has been made by `now_us`."""
        return self._seen(self._judged.get((cue_id, part)), now_us)

    def pressed_us(self, cue_id: int, now_us: Micros) -> Micros | None:
        """Return when the cue was pressed, judged or not; None: not yet, or missed."""
        judged = self.judged(cue_id, now_us)
        if judged is not None:
            return None if judged.grade is Grade.MISS else judged.time_us
        held = self._seen(self._held.get((cue_id, True)), now_us)
        return None if held is None else held.time_us

    def let_go_us(self, cue_id: int, now_us: Micros) -> Micros | None:
        """Return when a hold ended, however it ended; None: not yet."""
        judged = self.judged(cue_id, now_us, Part.RELEASE)
        if judged is not None:
            return judged.time_us
        held = self._seen(self._held.get((cue_id, False)), now_us)
        return None if held is None else held.time_us

    def recent(self, kind: type[Kind], now_us: Micros, span_us: Micros) -> list[Kind]:
        """Return the events of one kind in the last `span_us`, oldest first."""
        first, last = bisect_right(self._times, now_us - span_us), self._count_at(now_us)
        return [event for event in self._events[first:last] if isinstance(event, kind)]

    def streak_marks(self, now_us: Micros, span_us: Micros) -> list[StreakMark]:
        """Return the marks that the streak reached in the last `span_us`, oldest first."""
        seen = (self._seen(entry, now_us) for entry in self._marks)
        return [mark for mark in seen if mark is not None and mark.time_us > now_us - span_us]

    def band(self, now_us: Micros) -> int:
        """Return the form's band at `now_us`."""
        changes = (self._seen(entry, now_us) for entry in reversed(self._bands))
        return next((changed.band for changed in changes if changed is not None), Form().band)

    def warmth(self, now_us: Micros, ease_us: Micros) -> float:
        """Return the band as a number that eases to a new one over `ease_us`: 0.0 to 3.0."""
        if self._eased is None or self._eased[0] != (now_us, ease_us):
            self._eased = (now_us, ease_us), self._warmth(now_us, ease_us)
        return self._eased[1]

    def _warmth(self, now_us: Micros, ease_us: Micros) -> float:
        value = float(Form().band)
        for entry in self._bands:
            changed = self._seen(entry, now_us)
            if changed is None:
                break
            value += (changed.band - value) * smooth(clamp((now_us - changed.time_us) / ease_us))
        return value

    def quality(self, section: int, now_us: Micros) -> float:
        """Return the share of points a section earned so far, 0.0 to 1.0; 1.0 where nothing was judged yet."""
        events = self._events[: self._count_at(now_us)]
        scored = [event for event in events if isinstance(event, Judged | Strayed) and event.section == section]
        judged = [event for event in scored if isinstance(event, Judged)]
        if not judged:
            return 1.0
        earned = sum(event.points for event in judged) - MAX_POINTS * (len(scored) - len(judged))
        return max(0.0, earned / (MAX_POINTS * len(judged)))

    def _seen(self, entry: Entry[TimedEvent] | None, now_us: Micros) -> TimedEvent | None:
        """Return an entry's event if it is in this cut and has happened by `now_us`."""
        if entry is None or entry[0] >= self._length or entry[1].time_us > now_us:
            return None
        return entry[1]

    def _count_at(self, now_us: Micros) -> int:
        """Return how many events of this cut have happened by `now_us`."""
        return min(self._length, bisect_right(self._times, now_us))
