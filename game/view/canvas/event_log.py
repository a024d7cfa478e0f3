"""Everything the session has told, kept by time, so that any moment can be drawn from it and not only the latest.

All questions carry the time they are asked for: an event later than that has not happened yet for this picture.
"""

from bisect import bisect_right
from collections.abc import Iterable
from typing import TypeVar

from game.sim.events import BandChanged, Event, Held, Judged, Part, Strayed
from game.sim.form import Form
from game.sim.judge import MAX_POINTS, Grade
from game.timing.units import Micros

Kind = TypeVar("Kind")


class EventLog:
    """The log of one run's events."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self._times: list[Micros] = []
        self._judged: dict[tuple[int, Part], Judged] = {}
        self._held: dict[tuple[int, bool], Held] = {}
        self._bands: list[BandChanged] = []

    def on_events(self, events: Iterable[Event]) -> None:
        """Take in what the session told, in order."""
        for event in events:
            self.events.append(event)
            self._times.append(event.time_us)
            match event:
                case Judged():
                    self._judged[event.cue_id, event.part] = event
                case Held():
                    self._held[event.cue_id, event.down] = event
                case BandChanged():
                    self._bands.append(event)
                case _:
                    pass

    def judged(self, cue_id: int, now_us: Micros, part: Part = Part.PRESS) -> Judged | None:
        """Return the judgement of one end of a cue, a miss included, if it has been made by `now_us`."""
        judged = self._judged.get((cue_id, part))
        return judged if judged is not None and judged.time_us <= now_us else None

    def pressed_us(self, cue_id: int, now_us: Micros) -> Micros | None:
        """Return when the cue was pressed, judged or not; None: not yet, or missed."""
        judged = self.judged(cue_id, now_us)
        if judged is not None:
            return None if judged.grade is Grade.MISS else judged.time_us
        held = self._held.get((cue_id, True))
        return held.time_us if held is not None and held.time_us <= now_us else None

    def let_go_us(self, cue_id: int, now_us: Micros) -> Micros | None:
        """Return when a hold ended, however it ended; None: not yet."""
        judged = self.judged(cue_id, now_us, Part.RELEASE)
        if judged is not None:
            return judged.time_us
        held = self._held.get((cue_id, False))
        return held.time_us if held is not None and held.time_us <= now_us else None

    def recent(self, kind: type[Kind], now_us: Micros, span_us: Micros) -> list[Kind]:
        """Return the events of one kind in the last `span_us`, oldest first."""
        first, last = bisect_right(self._times, now_us - span_us), bisect_right(self._times, now_us)
        return [event for event in self.events[first:last] if isinstance(event, kind)]

    def band(self, now_us: Micros) -> int:
        """Return the form's band at `now_us`."""
        return next((told.band for told in reversed(self._bands) if told.time_us <= now_us), Form().band)

    def warmth(self, now_us: Micros, ease_us: Micros) -> float:
        """Return the band as a number that eases to a new one over `ease_us`: 0.0 to 3.0."""
        value, previous = float(Form().band), float(Form().band)
        for told in self._bands:
            if told.time_us > now_us:
                break
            share = min(1.0, (now_us - told.time_us) / ease_us)
            previous, value = float(told.band), value + (told.band - value) * smooth(share)
        return value if self._bands else previous

    def quality(self, section: int, now_us: Micros) -> float:
        """Return the share of points a section earned so far, 0.0 to 1.0; 1.0 where nothing was judged yet."""
        last = bisect_right(self._times, now_us)
        told = [event for event in self.events[:last] if isinstance(event, Judged | Strayed)]
        mine = [event for event in told if event.section == section]
        judged = [event for event in mine if isinstance(event, Judged)]
        if not judged:
            return 1.0
        earned = sum(event.points for event in judged) - MAX_POINTS * (len(mine) - len(judged))
        return max(0.0, earned / (MAX_POINTS * len(judged)))


def smooth(share: float) -> float:
    """Return the smoothstep of a share between 0 and 1."""
    return share * share * (3.0 - 2.0 * share)
