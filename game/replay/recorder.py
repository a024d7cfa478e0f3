"""Records a run while it is played: inputs as judged, pauses, what the clocks said at each barline, and the result.

Song time follows the sound device, so it leaves the straight line of the monotonic clock by a little all the time, and
by much when the device stalls or is lost. The recorder compares the two at every poll; where they part by more than
`RECORDED_US`, a re-anchor goes on record, so that an honest run never differs from its own file.
"""

from collections import deque
from collections.abc import Iterable
from dataclasses import replace

from game.replay.claims import closing_of
from game.replay.model import (
    ClockKind,
    Conditions,
    Pause,
    Reanchor,
    Reason,
    RecordedInput,
    Replay,
    ReplayHeader,
    Result,
    Trace,
    Witness,
)
from game.replay.song_line import SongLine
from game.sim.actions import InputEvent
from game.sim.chart import Chart
from game.sim.events import Event, Judged, LaceFound, PaceSet
from game.sim.options import RunMode
from game.sim.pace import first_course
from game.sim.session import Session
from game.sim.timeline import barlines_of
from game.timing.units import Micros, ms

RECORDED_US = ms(2)
"""Song time this far off its line is put on record, in real microseconds: less than half of what the check allows."""
SNAP_US = ms(50)
"""A larger step is a snap of the clock: a run that has one is unfit for a board."""
MOST_REANCHORS = 4_000
"""The most re-anchors that are recorded: a file holds no more. A clock that needs them is no clock."""
MOST_REASON = 200
"""Most characters of the reason that a clock gives: a file holds no more."""


class Recorder:
    """Collects one run. `observe` it at every poll while the song moves, `input` it at every press."""

    def __init__(self, header: ReplayHeader, chart: Chart) -> None:
        self._header = header
        self._course = first_course(header.options, chart)
        self._paces: list[int] = [] if header.mode is RunMode.MONTAGE else [header.options.start_pace]
        self._inputs: list[RecordedInput] = []
        self._pauses: list[Pause] = []
        self._witnesses: list[Witness] = []
        self._reanchors: list[Reanchor] = []
        self._points: list[int] = []
        self._laces: list[int] = []
        self._conditions = Conditions()
        self._barlines = deque(barlines_of(chart))
        self._line: SongLine | None = None
        self._had_device = False
        self._latest_us: Micros = 0

    def input(self, placed: InputEvent, wall_us: Micros) -> None:
        """Record an input as `Session.queue` returned it, and the wall time of its poll."""
        wall_us = max(wall_us, self._latest_us)  # placed before a poll that was seen already, by less than its gap
        self._compare(placed.time_us, wall_us, Reason.DRIFT)
        self._inputs.append(RecordedInput(placed.time_us, wall_us, placed.verb, placed.down))

    @property
    def inputs(self) -> tuple[RecordedInput, ...]:
        """The inputs so far."""
        return tuple(self._inputs)

    @property
    def inputs_recorded(self) -> int:
        """The number of inputs so far."""
        return len(self._inputs)

    def observe(self, seen: Witness) -> None:
        """Take what the clocks say at a poll, in order of wall time, and not while the song stands still."""
        has_device = seen.device_us is not None
        self._compare(seen.song_us, seen.wall_us, Reason.DRIFT if has_device == self._had_device else Reason.DEVICE)
        self._had_device = has_device
        while self._barlines and self._barlines[0] <= seen.song_us:
            self._barlines.popleft()
            self._witnesses.append(seen)
            self._line = SongLine(seen.song_us, seen.wall_us, self._course)

    def pause(self, song_us: Micros, wall_us: Micros, lasted_us: Micros) -> None:
        """Record a pause at `song_us`, from `wall_us` on, that lasted `lasted_us`; before what is pressed after it."""
        wall_us = max(wall_us, self._latest_us)
        self._compare(song_us, wall_us, Reason.DRIFT)
        self._pauses.append(Pause(song_us, wall_us, lasted_us))
        self._latest_us = wall_us + lasted_us
        if self._line is not None:
            self._line = self._line.after_pause(lasted_us)

    def on_events(self, events: Iterable[Event]) -> None:
        """Record the points of each judgement, the laces, and the pace of each bar."""
        for event in events:
            match event:
                case Judged():
                    self._points.append(event.points)
                case LaceFound():
                    self._laces.append(event.section)
                case PaceSet():
                    self._paces.append(event.pace)
                    self._course = self._course.extended(event.barline_us, event.pace)
                    self._line = None if self._line is None else self._line.along(self._course)

    def latch_overlay(self) -> None:
        """The overlay was on."""
        if not self._conditions.overlay_ever:
            self._conditions = replace(self._conditions, overlay_ever=True)

    def latch_hints(self) -> None:
        """Hints were on."""
        if not self._conditions.hints_ever:
            self._conditions = replace(self._conditions, hints_ever=True)

    def latch_unfit(self, reason: str | None) -> None:
        """Note why the clock says that the run does not count, or None; the first reason stays."""
        if self._conditions.unfit is None and reason is not None:
            self._conditions = replace(self._conditions, unfit=reason[:MOST_REASON])

    @property
    def conditions(self) -> Conditions:
        """What was ever so until now."""
        heard = any(witness.device_us is not None for witness in self._witnesses)
        clock = ClockKind.DEVICE if heard else ClockKind.SILENT
        return replace(self._conditions, clock=clock, laces=tuple(sorted(self._laces)))

    @property
    def pauses(self) -> tuple[Pause, ...]:
        """The pauses until now."""
        return tuple(self._pauses)

    def finish(self, session: Session) -> Replay:
        """Return the replay of the ended session, without what was pressed later; of one that goes on, so far."""
        conditions = self.conditions
        return Replay(
            header=self._header,
            conditions=conditions,
            trace=Trace(
                inputs=tuple(row for row in self._inputs if not session.ended or row.song_us <= session.now_us),
                pauses=tuple(self._pauses),
                witnesses=tuple(self._witnesses),
                reanchors=tuple(self._reanchors),
                paces=tuple(self._paces),
            ),
            points=tuple(self._points),
            section_digests=tuple(session.section_digests),
            result=result_of(session, conditions),
        )

    def _compare(self, song_us: Micros, wall_us: Micros, reason: Reason) -> None:
        """Put a step of song time on record."""
        self._latest_us = wall_us
        if self._line is None:
            return
        off_us = abs(self._line.real_us_off(song_us, wall_us))
        if off_us > RECORDED_US and len(self._reanchors) < MOST_REANCHORS:
            step = Reason.SNAP if off_us > SNAP_US and reason is Reason.DRIFT else reason
            self._reanchors.append(Reanchor(song_us, wall_us, step))
            self._line = self._line.through(song_us, wall_us)


def laces_of(events: Iterable[Event]) -> tuple[int, ...]:
    """Return the sections whose lace was found, in order."""
    return tuple(sorted(event.section for event in events if isinstance(event, LaceFound)))


def result_of(session: Session, conditions: Conditions) -> Result:
    """Return what an ended session scored, under these conditions."""
    return Result(
        score=session.score.total,
        accuracy_permyriad=session.score.accuracy_permyriad,
        rank=str(session.score.rank),
        dead_on=session.score.dead_on,
        duration_us=session.duration_us,
        digest=session.digest(closing_of(conditions)),
    )
