"""Says why a true replay does not count for a board: a machine's run, a clock that is not to be relied on, pauses.

These bounds are coarse: they turn away what is plainly no run by a person in one go, and cannot prove the rest.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from statistics import pstdev

from game.replay.clock_check import TOLERANCE_US, ClockWalk, course_of
from game.replay.model import ClockKind, Pause, Player, RecordedInput, Replay, Trace
from game.replay.recorder import MOST_REANCHORS
from game.sim.actions import Verb
from game.sim.chart import Chart
from game.sim.events import Judged
from game.timing.course import Course
from game.timing.steadiness import SHORTEST_S, changes_by_second, ever_unsteady, stood_at_presses
from game.timing.units import US_PER_MS, US_PER_SECOND, Micros, ms

LEAST_SPREAD_US = ms(2)
"""Smallest standard deviation of hits in real time that a person can have: the best known players' is about 4 ms."""
ENOUGH_HITS = 20
"""From so many hits on a spread says something."""
EQUAL_SHARE = 5
"""At most one press in so many may have exactly the same length as another press."""
MOST_PAUSES = 10
"""The most pauses of a run on a board."""
NEAR_CUE_US = US_PER_SECOND
"""A pause within this real time before a cue gives time to prepare for it."""
MOST_NEAR_CUES = 3
"""How many pauses may lie so near ahead of a cue."""
LEAP_US = ms(300)
"""The largest step of the clock ahead, in real time: what it leaps over need not be played."""
DRIFT_PPM = 500
"""Largest drift of song time against wall time over the run, steps left out: 0.05 %. A device drifts by 0.01 %."""
OTHER_CLOCKS_PPM = 5_000
"""Largest drift of the calendar against wall time, and of the device against song time: 0.5 %."""
SLACK_US = ms(60)
"""What they may be off besides: a device is read a buffer at a time."""


def unfit_reasons(replay: Replay, chart: Chart, judged: Iterable[Judged], walk: ClockWalk) -> tuple[str, ...]:
    """Return why the run does not count for a board, a clause each; empty where it does."""
    course = course_of(replay, chart)
    return (
        *_unfit_player(replay, judged, course),
        *_unfit_pauses(replay.trace.pauses, chart, course),
        *_unfit_clock(replay, walk, course),
    )


def _unfit_player(replay: Replay, judged: Iterable[Judged], course: Course) -> list[str]:
    reasons = []
    if replay.header.player is not Player.PERSON:
        reasons.append("a machine made it")
    offsets = [
        course.real_at(event.time_us) - course.real_at(event.time_us - event.offset_us)
        for event in judged
        if event.offset_us is not None
    ]
    if len(offsets) >= ENOUGH_HITS and _spread_below(offsets, LEAST_SPREAD_US):
        reasons.append(f"its hits spread by {pstdev(offsets) / US_PER_MS:.1f} ms, which no person's do")
    lengths = _press_lengths(replay.trace.inputs)
    most = max(Counter(lengths).values(), default=0)
    if len(lengths) >= ENOUGH_HITS and most * EQUAL_SHARE > len(lengths):
        reasons.append(f"{most} of its {len(lengths)} presses last exactly equally long")
    return reasons


def _spread_below(offsets: Sequence[Micros], least_us: Micros) -> bool:
    """Whether the standard deviation lies below a bound, in whole numbers."""
    count, total = len(offsets), sum(offsets)
    return count * sum(offset * offset for offset in offsets) - total * total < (least_us * count) ** 2


def _press_lengths(inputs: Sequence[RecordedInput]) -> list[Micros]:
    lengths, down = list[Micros](), dict[Verb, Micros]()
    for row in inputs:
        if row.down:
            down.setdefault(row.verb, row.song_us)
        elif row.verb in down:
            lengths.append(row.song_us - down.pop(row.verb))
    return lengths


def _unfit_pauses(pauses: Sequence[Pause], chart: Chart, course: Course) -> list[str]:
    reasons = []
    if len(pauses) > MOST_PAUSES:
        reasons.append(f"it was paused {len(pauses)} times, more than {MOST_PAUSES}")
    cues = [cue.time_us for cue in chart.cues]
    near = 0
    for song_us in {pause.song_us for pause in pauses}:
        place = bisect_left(cues, song_us)
        near += place < len(cues) and course.real_at(cues[place]) - course.real_at(song_us) <= NEAR_CUE_US
    if near > MOST_NEAR_CUES:
        reasons.append(f"it was paused within a second before a cue in {near} places, more than {MOST_NEAR_CUES}")
    return reasons


def _unfit_clock(replay: Replay, walk: ClockWalk, course: Course) -> list[str]:
    trace, reasons = replay.trace, []
    if replay.conditions.clock is ClockKind.SILENT or all(row.device_us is None for row in trace.witnesses):
        reasons.append("it was played without a sound device, whose clock could be compared")
    if replay.conditions.unfit is not None:
        reasons.append(replay.conditions.unfit.rstrip("."))
    if len(trace.reanchors) >= MOST_REANCHORS:
        reasons.append(f"its clock left its line {len(trace.reanchors)} times")
    ahead_us = max((step_us for _, step_us in walk.steps), default=0)
    if ahead_us > LEAP_US:
        reasons.append(f"its clock jumped by {ahead_us // US_PER_MS} ms")
    changes = changes_by_second(_while_played(walk.steps, trace), *_played(trace))
    presses = [row.wall_us for row in trace.inputs if row.down]
    reasons += [reason for reason in (ever_unsteady(changes), stood_at_presses(presses, walk.steps)) if reason]
    return reasons + _drifts(trace, walk, course)


def _drifts(trace: Trace, walk: ClockWalk, course: Course) -> list[str]:
    first, last = trace.witnesses[0], trace.witnesses[-1]
    from_us, to_us = _played(trace)
    played_us = to_us - from_us
    song_us = course.real_at(last.song_us) - course.real_at(first.song_us) - played_us
    silent_us = song_us - sum(step_us for wall_us, step_us in walk.steps if wall_us <= last.wall_us)
    wide_us = SLACK_US + played_us * OTHER_CLOCKS_PPM // 1_000_000
    drifts = (
        ("song time without its steps", silent_us, TOLERANCE_US + played_us * DRIFT_PPM // 1_000_000),
        ("song time", song_us if played_us < SHORTEST_S * US_PER_SECOND else 0, wide_us),
        ("the calendar", _apart(trace, [row.utc_us for row in trace.witnesses]), wide_us),
        ("the sound device", _apart(trace, _device_less_steps(trace, walk)), wide_us),
    )
    return [
        f"{name} and the computer's clock parted by {abs(apart_us) // US_PER_MS} ms"
        for name, apart_us, most_us in drifts
        if abs(apart_us) > most_us
    ]


def _played(trace: Trace) -> tuple[Micros, Micros]:
    """Return the wall times of the first and last witness, on a clock that stops in pauses."""
    first_us, last_us = trace.witnesses[0].wall_us, trace.witnesses[-1].wall_us
    return _less_pauses(first_us, trace), _less_pauses(last_us, trace)


def _while_played(steps: Sequence[tuple[Micros, Micros]], trace: Trace) -> list[tuple[Micros, Micros]]:
    """Return the steps at times of a clock that stops in pauses: a pause is no steady stretch."""
    return [(_less_pauses(wall_us, trace), step_us) for wall_us, step_us in steps]


def _less_pauses(wall_us: Micros, trace: Trace) -> Micros:
    return wall_us - sum(max(0, min(pause.lasted_us, wall_us - pause.wall_us)) for pause in trace.pauses)


def _device_less_steps(trace: Trace, walk: ClockWalk) -> list[Micros | None]:
    """Return the device's readings without the steps in which song time followed it: what `steadiness` judges."""
    times = [wall_us for wall_us, _ in walk.steps]
    sums = list(accumulate((step_us for _, step_us in walk.steps), initial=0))
    return [
        None if row.device_us is None else row.device_us - sums[bisect_right(times, row.wall_us)]
        for row in trace.witnesses
    ]


def _apart(trace: Trace, readings: Sequence[int | None]) -> Micros:
    """Return by how much the readings ran ahead of wall time at most, in either direction.

    A stretch with a pause, or without a device, is passed over: the computer may have slept in it.
    """
    pauses = [pause.wall_us for pause in trace.pauses]
    summed_us, largest_us = 0, 0
    for (one, other), (before, after) in zip(pairwise(trace.witnesses), pairwise(readings), strict=True):
        paused = bisect_left(pauses, one.wall_us) != bisect_left(pauses, other.wall_us)
        if before is None or after is None or paused:
            continue
        summed_us += (after - before) - (other.wall_us - one.wall_us)
        largest_us = max(largest_us, summed_us, key=abs)
    return largest_us
