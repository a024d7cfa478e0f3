"""Checks the clock of a replay: that its song time ran against wall time as the rules of its mode say.

Between a barline's witness and the next, and between a witness and each input after it, wall time must be song time by
the rate (in Road work by the pace of each bar), plus the pauses, within `TOLERANCE_US`: else the replay is false.
Re-anchors are where an honest clock left that line: they make a run unfit at most (`fit`), never false.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from game.replay.model import Pause, Reanchor, RecordedInput, Replay, Trace, Witness
from game.replay.recorder import MOST_REANCHORS
from game.replay.song_line import SongLine
from game.sim.chart import Chart
from game.sim.pace import ENDLESS_US, first_course
from game.sim.simulate import END_OF_TIME_US
from game.sim.timeline import barlines_of, marks_of
from game.timing.course import Course, KnownCourse
from game.timing.units import US_PER_MS, Micros, ms

TOLERANCE_US = ms(5)
"""Largest difference between wall time and song time by the rate, in microseconds of wall time."""
BEGINNING_US = ms(1000)
"""In the lead-in a press may have waited so long for song time to move, by the latency of device and sound."""

ClockedRow = Witness | RecordedInput | Reanchor | Pause
"""A row of a replay that has a song time and a wall time."""
_NAMES: dict[type, str] = {Witness: "barline", Pause: "pause", RecordedInput: "input"}
"""What a row is called."""


@dataclass(frozen=True, slots=True)
class ClockFault:
    """Where a replay's clock cannot have been: song time, and a sentence."""

    song_us: Micros
    sentence: str


@dataclass(frozen=True, slots=True)
class ClockWalk:
    """The lines that song time followed, each from a wall time on, and the steps between them in real microseconds."""

    begins_us: tuple[Micros, ...]
    lines: tuple[SongLine, ...]
    steps: tuple[tuple[Micros, Micros], ...]
    """Wall time of each re-anchor, and how far it leaves the line before it."""

    def line_at(self, wall_us: Micros) -> SongLine:
        """Return the line that holds at a wall time, the first one before all."""
        return self.lines[bisect_right(self.begins_us, wall_us, lo=1) - 1]


def walk_clock(replay: Replay, chart: Chart) -> ClockWalk | ClockFault:
    """Follow the clock from witness to witness; return the first thing that shows it to be false, or how it went."""
    trace = replay.trace
    fault = _misplaced(trace, chart) or _backwards(trace)
    if fault is not None:
        return fault
    walk = _walked(trace, course_of(replay, chart))
    if isinstance(walk, ClockFault):
        return walk
    return _input_off_the_line(trace, walk) or walk


def course_of(replay: Replay, chart: Chart) -> Course:
    """Return the course of a run: in Road work by the pace of each bar, which the rules have confirmed."""
    options, paces = replay.header.options, replay.trace.paces
    return Course.of_bars(tuple(barlines_of(chart)), paces) if paces else first_course(options, chart)


def road_of(replay: Replay, chart: Chart) -> KnownCourse | None:
    """Return the whole course of a run of Road work, None for one of the montage."""
    return KnownCourse(course_of(replay, chart), ENDLESS_US) if replay.trace.paces else None


def _misplaced(trace: Trace, chart: Chart) -> ClockFault | None:
    """Each barline has its witness, the first poll at or after it; inputs lie within the run."""
    barlines = barlines_of(chart)
    for barline_us, witness in zip(barlines, trace.witnesses, strict=False):
        if witness.song_us < barline_us:
            return ClockFault(barline_us, f"the witness of the barline at {barline_us} us stands before it")
    if len(barlines) != len(trace.witnesses) or not barlines:
        first_us = barlines[min(len(barlines) - 1, len(trace.witnesses))] if barlines else chart.start_us
        return ClockFault(first_us, f"it has {len(trace.witnesses)} witnesses, the chart {len(barlines)} barlines")
    begin_us, end_us = chart.start_us - chart.lead_in_us, marks_of(chart)[-1].time_us
    outside = next((row for row in trace.inputs if not begin_us <= row.song_us <= end_us), None)
    if outside is not None:
        return ClockFault(outside.song_us, f"an input at {outside.song_us} us lies outside the run")
    return None


def _backwards(trace: Trace) -> ClockFault | None:
    kinds: tuple[Sequence[ClockedRow], ...] = (trace.witnesses, trace.inputs, trace.reanchors, trace.pauses)
    for kind in kinds:
        for one, other in pairwise(kind):
            if other.wall_us < one.wall_us or other.song_us < one.song_us:
                return ClockFault(other.song_us, f"time runs backwards at {other.song_us} us of the song")
    for pause, following in pairwise(trace.pauses):
        if following.wall_us < pause.wall_us + pause.lasted_us:
            return ClockFault(following.song_us, f"a pause at {following.song_us} us begins within another")
    negative = next((pause for pause in trace.pauses if pause.lasted_us < 0), None)
    if negative is not None:
        return ClockFault(negative.song_us, f"the pause at {negative.song_us} us lasts less than no time")
    return None


def _walked(trace: Trace, course: Course) -> ClockWalk | ClockFault:
    """Return the lines of song time: a new one from every witness, re-anchor and pause on."""
    rows: list[ClockedRow] = [*trace.reanchors, *trace.witnesses, *trace.pauses]
    rows.sort(key=lambda row: row.wall_us)  # stable: at one wall time a re-anchor comes first, a pause last
    first = trace.witnesses[0]
    line = SongLine(first.song_us, first.wall_us, course)
    until_us = _checked_until(trace)
    begins, lines, steps = [first.wall_us], [line], list[tuple[Micros, Micros]]()
    for row in rows:
        if row.wall_us < first.wall_us or row.wall_us > until_us:
            continue
        off_us = line.real_us_off(row.song_us, row.wall_us)
        match row:
            case Reanchor():
                steps.append((row.wall_us, off_us))
                line = line.through(row.song_us, row.wall_us)
            case Witness() if abs(off_us) <= TOLERANCE_US:
                line = line.through(row.song_us, row.wall_us)
            case Pause() if abs(off_us) <= TOLERANCE_US:
                line = line.after_pause(row.lasted_us)
            case _:
                return _parted(row, off_us)
        begins.append(row.wall_us)
        lines.append(line)
    return ClockWalk(tuple(begins), tuple(lines), tuple(steps))


def _input_off_the_line(trace: Trace, walk: ClockWalk) -> ClockFault | None:
    first, until_us = trace.witnesses[0], _checked_until(trace)
    for row in trace.inputs:
        off_us = walk.line_at(row.wall_us).real_us_off(row.song_us, row.wall_us)
        if -TOLERANCE_US <= off_us <= TOLERANCE_US or row.wall_us > until_us:
            continue
        in_lead_in = row.wall_us < first.wall_us and row.song_us <= first.song_us
        if not (in_lead_in and 0 < off_us <= BEGINNING_US):
            return _parted(row, off_us)
    return None


def _checked_until(trace: Trace) -> Micros:
    """Return the wall time up to which the recorder had room for re-anchors: a clock that needs more is unfit."""
    return trace.reanchors[-1].wall_us if len(trace.reanchors) >= MOST_REANCHORS else END_OF_TIME_US


def _parted(row: ClockedRow, off_us: Micros) -> ClockFault:
    side = "ahead of" if off_us > 0 else "behind"
    sentence = (
        f"at the {_NAMES[type(row)]} at {row.song_us} us the song is {abs(off_us) / US_PER_MS:.1f} ms {side} the clock"
    )
    return ClockFault(row.song_us, sentence)
