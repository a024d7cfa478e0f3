"""Road work: the pace of each bar follows what was judged, and windows stay constant in real time."""

import pytest

from game.minigames.manifest import MINIGAMES
from game.sim.actions import InputEvent, Verb
from game.sim.chart import Chart
from game.sim.events import Judged, PaceSet, Strayed
from game.sim.judge import Grade
from game.sim.options import RunMode, RunOptions
from game.sim.pace import Pace
from game.sim.session import Session
from game.sim.simulate import END_OF_TIME_US, autoplay_inputs, perfect_inputs, simulate
from tests.charts import BEAT_US, At, L, R, chart_of

ROAD = RunOptions(seed=5, mode=RunMode.ROAD)
BAR_US = 4 * BEAT_US
CHART = chart_of("yard", *(At(beat, "lift", (L, R)[beat % 2]) for beat in range(2, 16)))


def judged(points: int) -> Judged:
    grade = Grade.PERFECT if points else Grade.MISS
    return Judged(0, 0, 0, "lift", "press", L, grade, points, False, 0)  # type: ignore[arg-type]


def taps(*times_us: tuple[int, Verb]) -> list[InputEvent]:
    return [
        InputEvent(at_us, verb, down) for us, verb in times_us for at_us, down in ((us, True), (us + 60_000, False))
    ]


def paces_of(inputs: list[InputEvent], chart: Chart = CHART) -> tuple[int, ...]:
    session, _ = simulate(chart, ROAD, MINIGAMES, inputs)
    assert session.pace is not None
    return session.pace.paces


@pytest.mark.parametrize(
    ("points", "strays", "pace"),
    [
        ([1000], 0, 9_060),
        ([881], 0, 9_000),  # half a step down to a whole one
        ([882], 0, 9_001),
        ([879], 0, 8_999),
        ([1000, 999], 0, 9_059),  # the mean is cut off
        ([581], 0, 8_850),  # the mean alone lowers by 150 at most
        ([1000, 0], 0, 8_790),  # half of 500 - 880 is -190: 150, and 60 for the miss
        ([1000], 2, 8_940),
        ([], 0, 9_000),
        ([], 1, 8_940),
        ([0] * 40, 0, 7_500),
    ],
)
def test_the_pace_follows_the_mean_of_the_points_misses_and_stray_presses(
    points: list[int], strays: int, pace: int
) -> None:
    found = Pace(CHART)
    found.on_events([*map(judged, points), *[Strayed(0, 0, L)] * strays])
    assert found.decide(2 * BEAT_US) == PaceSet(2 * BEAT_US, 1, BAR_US, 2 * BAR_US, pace)
    assert found.decide(6 * BEAT_US).pace == pace, "what was judged counts once"


def test_the_pace_never_rises_past_one_and_a_half_of_the_written_tempo() -> None:
    chart = chart_of("yard", bars=120)
    found = Pace(chart)
    for _ in range(119):
        found.on_events([judged(1000)])
        found.decide(0)
    assert max(found.paces) == found.paces[-1] == 15_000


def test_the_pace_is_decided_on_beat_three_and_holds_from_the_next_barline_on() -> None:
    session = Session(CHART, ROAD, MINIGAMES)
    for tap in taps((2 * BEAT_US, L)):
        session.queue(tap)
    assert [event for event in session.advance_to(2 * BEAT_US) if isinstance(event, PaceSet)] == [
        PaceSet(2 * BEAT_US, 1, BAR_US, 2 * BAR_US, 9_060)
    ], "a press on beat three itself still counts"
    assert session.course.pace_at(BAR_US - 1) == 9_000
    assert session.course.pace_at(BAR_US) == 9_060


def test_the_last_bar_decides_nothing() -> None:
    assert len(paces_of(perfect_inputs(CHART, ROAD, MINIGAMES))) == 4


@pytest.mark.parametrize(("distance_us", "grade"), [(0, Grade.GREAT), (1, Grade.GOOD)])
@pytest.mark.parametrize("sign", [-1, 1])
def test_a_window_is_constant_in_real_time_at_the_pace_of_the_bar_of_its_cue(
    sign: int, distance_us: int, grade: Grade
) -> None:
    """The first cue of the second bar, which goes at 9,060: great within 45 ms, 40,770 us of song time."""
    at_us = BAR_US + sign * (45_000 * 9_060 // 10_000 + distance_us)
    _, events = simulate(CHART, ROAD, MINIGAMES, taps((2 * BEAT_US, L), (3 * BEAT_US, R), (at_us, L)))
    found = [event for event in events if isinstance(event, Judged)]
    assert (found[2].cue_id, found[2].grade) == (2, grade)


def test_the_montage_knows_no_pace() -> None:
    session, events = simulate(CHART, RunOptions(), MINIGAMES, perfect_inputs(CHART, RunOptions(), MINIGAMES))
    assert session.pace is None
    assert not [event for event in events if isinstance(event, PaceSet)]
    assert session.duration_us == 4 * BAR_US


def test_in_game_time_is_the_sum_of_the_bars_by_their_paces() -> None:
    session, _ = simulate(CHART, ROAD, MINIGAMES, perfect_inputs(CHART, ROAD, MINIGAMES))
    assert session.pace is not None
    assert session.duration_us == sum((BAR_US * 10_000 + pace // 2) // pace for pace in session.pace.paces)


@pytest.mark.parametrize("frames_per_second", [1, 7, 24, 30, 59, 60, 144, 197])
def test_one_digest_at_any_frame_rate(frames_per_second: int) -> None:
    inputs = autoplay_inputs(CHART, ROAD, MINIGAMES, 30)
    whole, _ = simulate(CHART, ROAD, MINIGAMES, inputs)
    session, waiting, frame = Session(CHART, ROAD, MINIGAMES), list(inputs), 0
    while not session.ended:
        frame += 1
        now_us = frame * 1_000_000 // frames_per_second
        while waiting and waiting[0].time_us <= now_us:
            session.queue(waiting.pop(0))
        session.advance_to(now_us)
    assert (session.digest(), session.course.legs) == (whole.digest(), whole.course.legs)


def test_the_pace_is_part_of_the_digest() -> None:
    inputs = perfect_inputs(CHART, ROAD, MINIGAMES)
    digests = {simulate(CHART, options, MINIGAMES, inputs)[0].digest() for options in (ROAD, RunOptions(seed=5))}
    assert len(digests) == 2


def test_a_wider_spread_takes_longer_and_nobody_at_all_the_longest() -> None:
    times = [simulate(CHART, ROAD, MINIGAMES, autoplay_inputs(CHART, ROAD, MINIGAMES, spread))[0].duration_us
             for spread in (0, 20, 50)]  # fmt: skip
    nobody = Session(CHART, ROAD, MINIGAMES)
    nobody.advance_to(END_OF_TIME_US)
    assert times == sorted(times)
    assert nobody.duration_us > times[-1]
