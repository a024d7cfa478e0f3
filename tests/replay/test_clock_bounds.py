"""Both sides of each bound of a replay's clock, on a run of four barlines whose song time is its wall time."""

from dataclasses import replace

import pytest

from game.replay.clock_check import ClockFault, ClockWalk, walk_clock
from game.replay.model import Pause, Reanchor, Reason, RecordedInput, Replay, Trace, Witness
from game.replay.song_line import SongLine
from game.sim.options import RunOptions
from game.sim.timeline import marks_of
from game.timing.course import Course
from game.timing.units import Micros, ms
from tests.charts import At, L, chart_of
from tests.replay.recording import header_of, recorded_run

BAR_US = 2_000_000
CHART = replace(chart_of("yard", *(At(beat, "lift", L) for beat in (2, 6, 10))), lead_in_us=BAR_US)
ANY_REPLAY = recorded_run()
END_US = marks_of(CHART)[-1].time_us
WITNESSES = tuple(Witness(bar * BAR_US, bar * BAR_US, 0, 0) for bar in range(4))


def walked(trace: Trace, rate_permille: int = 1000) -> ClockWalk | ClockFault:
    """Follow the clock of a run that consists of these rows."""
    header = header_of(CHART, RunOptions(rate_permille=rate_permille))
    replay: Replay = replace(ANY_REPLAY, header=header, trace=trace)
    return walk_clock(replay, CHART)


def fault_of(trace: Trace) -> str:
    """Return the sentence on a run's clock, empty where it is true."""
    walk = walked(trace)
    return walk.sentence if isinstance(walk, ClockFault) else ""


def pressed(song_us: Micros, wall_us: Micros) -> Trace:
    return Trace(witnesses=WITNESSES, inputs=(RecordedInput(song_us, wall_us, L, down=True),))


def witnessed(place: int, **values: Micros) -> Trace:
    """Return a run of which one witness says something else."""
    rows = list(WITNESSES)
    rows[place] = replace(rows[place], **values)
    return Trace(witnesses=tuple(rows))


def reanchored(*rows: tuple[Micros, Micros]) -> tuple[Reanchor, ...]:
    return tuple(Reanchor(song_us, wall_us, Reason.DRIFT) for song_us, wall_us in rows)


TRUE = {
    "nothing pressed": Trace(witnesses=WITNESSES),
    "a barline 5 ms behind": witnessed(3, wall_us=3 * BAR_US + 5_000),
    "a barline 5 ms ahead": witnessed(3, wall_us=3 * BAR_US - 5_000),
    "an input 5 ms behind": pressed(ms(900), ms(905)),
    "an input 5 ms ahead": pressed(ms(900), ms(895)),
    "an input at the end": pressed(END_US, END_US),
    "the first moment of the lead-in": pressed(-BAR_US, -BAR_US),
    "an input a second ahead in the lead-in": pressed(-ms(500), -ms(1_500)),
    "an input a second ahead at the first barline": pressed(0, -ms(1_000)),
    "an input 5 ms behind in the lead-in": pressed(-ms(505), -ms(500)),
    "a pause 5 ms behind": Trace(witnesses=WITNESSES[:1], pauses=(Pause(ms(100), ms(105), 0),)),
    "a pause 5 ms ahead": Trace(witnesses=WITNESSES[:1], pauses=(Pause(ms(105), ms(100), 0),)),
    "a pause after a pause": Trace(
        witnesses=WITNESSES, pauses=(Pause(ms(1), ms(1), 0), Pause(ms(1), ms(1), 0), Pause(ms(1), ms(1), 0))
    ),
    "rows of one moment": Trace(witnesses=WITNESSES, reanchors=reanchored((9, 9), (9, 9))),
}
FALSE = {
    "a barline more than 5 ms behind": (witnessed(3, wall_us=3 * BAR_US + 5_001), "at the barline at 6000000 us the"),
    "a barline more than 5 ms ahead": (witnessed(3, wall_us=3 * BAR_US - 5_001), "5.0 ms ahead of the clock"),
    "an input more than 5 ms behind": (
        pressed(ms(900), ms(905) + 1),
        "at the input at 900000 us the song is 5.0 ms be",
    ),
    "an input more than 5 ms ahead": (pressed(ms(900), ms(895) - 1), "5.0 ms ahead of the clock"),
    "an input more than a second ahead in the lead-in": (pressed(-ms(500), -ms(1_500) - 1), "1000.0 ms ahead of"),
    "an input more than a second ahead at the first barline": (pressed(0, -ms(1_000) - 1), "1000.0 ms ahead of"),
    "an input more than 5 ms behind in the lead-in": (pressed(-ms(505) - 1, -ms(500)), "5.0 ms behind the clock"),
    "an input ahead behind the first barline": (pressed(1, -ms(5)), "at the input at 1 us"),
    "an input ahead at the first barline": (pressed(5_001, 0), "at the input at 5001 us"),
    "an input before the lead-in": (pressed(-BAR_US - 1, -BAR_US - 1), "lies outside the run"),
    "an input behind the end": (pressed(END_US + 1, END_US + 1), "lies outside the run"),
    "a witness before its barline": (
        witnessed(2, song_us=2 * BAR_US - 1),
        "of the barline at 4000000 us stands before",
    ),
    "wall time that runs backwards": (
        replace(pressed(5, 5), reanchors=reanchored((9, 9), (9, 8))),
        "time runs backwards at 9 us",
    ),
    "song time that runs backwards": (
        replace(pressed(5, 5), reanchors=reanchored((9, 9), (8, 9))),
        "time runs backwards at 8 us",
    ),
    "a pause within another": (
        Trace(witnesses=WITNESSES, pauses=(Pause(ms(1), ms(1), 2), Pause(ms(1), ms(1) + 1, 0))),
        "begins within another",
    ),
    "a pause of less than no time": (
        Trace(witnesses=WITNESSES, pauses=(Pause(ms(1), ms(1), -1),)),
        "the pause at 1000 us lasts less than no time",
    ),
    "a pause more than 5 ms behind": (
        Trace(witnesses=WITNESSES, pauses=(Pause(ms(100), ms(105) + 1, 0),)),
        "at the pause at 100000 us the song is 5.0 ms behind",
    ),
}


@pytest.mark.parametrize("trace", TRUE.values(), ids=list(TRUE))
def test_a_clock_within_the_bounds_is_true(trace: Trace) -> None:
    whole = replace(trace, witnesses=(*trace.witnesses, *WITNESSES[len(trace.witnesses) :]))
    assert fault_of(whole) == ""


@pytest.mark.parametrize(("trace", "words"), FALSE.values(), ids=list(FALSE))
def test_a_clock_beyond_one_bound_is_false_and_says_where(trace: Trace, words: str) -> None:
    assert words in fault_of(trace)


@pytest.mark.parametrize(("count", "first_us"), [(0, 0), (1, BAR_US), (3, 3 * BAR_US), (5, 3 * BAR_US)])
def test_another_number_of_witnesses_is_false_from_the_first_that_differs(count: int, first_us: Micros) -> None:
    walk = walked(Trace(witnesses=(*WITNESSES, WITNESSES[-1])[:count]))
    assert walk == ClockFault(first_us, f"it has {count} witnesses, the chart 4 barlines")


def test_song_time_leaves_its_line_only_at_a_re_anchor_and_the_step_is_kept() -> None:
    behind = tuple(replace(row, wall_us=row.wall_us + ms(80)) for row in WITNESSES[1:])
    steps = reanchored((ms(900), ms(940)), (ms(1_000), ms(1_080)))
    walk = walked(Trace(witnesses=(WITNESSES[0], *behind), reanchors=steps))
    assert isinstance(walk, ClockWalk)
    assert walk.steps == ((ms(940), -ms(40)), (ms(1_080), -ms(40)))
    before, after, last = (walk.line_at(wall_us) for wall_us in (-1, ms(1_080), 9 * BAR_US))
    assert before.real_us_off(2 * BAR_US, 2 * BAR_US) == 0
    assert [line.real_us_off(2 * BAR_US - ms(80), 2 * BAR_US) for line in (after, last)] == [0, 0]


def test_a_step_before_the_first_barline_is_none() -> None:
    walk = walked(Trace(witnesses=WITNESSES, reanchors=reanchored((-9, -ms(90)), (0, 0))))
    assert isinstance(walk, ClockWalk)
    assert walk.steps == ((0, 0),)


def test_a_pause_at_a_barline_follows_its_witness_and_a_re_anchor_goes_before_it() -> None:
    later = tuple(replace(row, wall_us=row.wall_us + ms(790)) for row in WITNESSES[2:])
    witness = replace(WITNESSES[1], wall_us=BAR_US + ms(90))
    trace = Trace(
        witnesses=(WITNESSES[0], witness, *later),
        pauses=(Pause(BAR_US, BAR_US + ms(90), ms(700)),),
        reanchors=reanchored((BAR_US, BAR_US + ms(90))),
    )
    assert fault_of(trace) == ""


@pytest.mark.parametrize(("count", "at_us", "false"), [(3_999, ms(50), True), (4_000, ms(50), False), (4_000, 9, True)])
def test_a_clock_is_checked_as_long_as_there_was_room_for_re_anchors(count: int, at_us: Micros, false: bool) -> None:
    rows = reanchored(*[(7, 7)] * (count - 2), (8, 8), (9, 9))
    off = RecordedInput(at_us + ms(6), at_us, L, down=True)
    late = replace(WITNESSES[3], wall_us=4 * BAR_US)
    trace = Trace(witnesses=(*WITNESSES[:3], late), reanchors=rows, inputs=(off,))
    assert (fault_of(trace) != "") is false
    assert (fault_of(replace(trace, inputs=())) != "") is (count < 4_000)


def test_the_moment_of_the_last_re_anchor_is_checked_too() -> None:
    rows = reanchored(*[(7, 7)] * 3_999, (BAR_US, BAR_US))
    assert fault_of(Trace(witnesses=WITNESSES, reanchors=rows)) == ""
    assert "at the barline" in fault_of(replace(witnessed(1, song_us=BAR_US + 5_001), reanchors=rows))
    assert fault_of(replace(witnessed(1, wall_us=BAR_US + 1, song_us=BAR_US + 9_000), reanchors=rows)) == ""


def test_a_line_runs_at_its_rate() -> None:
    half, full = Course.steady(500), Course.steady(1000)
    line = SongLine(1_000, 5_000, half)
    assert [line.real_us_off(song_us, wall_us) for song_us, wall_us in ((2_001, 7_000), (501_000, 1_005_000))] == [2, 0]
    assert line.through(9, 8) == SongLine(9, 8, half)
    assert line.after_pause(100) == SongLine(1_000, 5_100, half)
    assert SongLine(0, 0, full).real_us_off(1_000_000, 0) == 1_000_000
