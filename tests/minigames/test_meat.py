"""The plant: a hook is its release, the room answers, and sloppy knuckles hurt."""

from fractions import Fraction

import pytest

from game.sim.chart import Call, Difficulty
from game.sim.events import Echoed, Flinched, Held, Part
from game.sim.judge import Grade
from game.sim.options import Assist, RunOptions
from game.timing.units import ms
from tests.charts import BEAT_US, At, L, R, Run, chart_of

ECHO = Call("echo", 4 * BEAT_US, 6 * BEAT_US, Fraction(4))


def test_a_hook_winds_up_on_the_press_and_lands_on_the_release() -> None:
    run = Run(chart_of("meat", At(2, "hook", R, length=1))).press(R, 2 * BEAT_US).release(R, 3 * BEAT_US)
    assert [event.part for event in run.judged] == [Part.PRESS, Part.RELEASE]


def test_on_easy_only_the_punch_itself_is_judged() -> None:
    chart = chart_of("meat", At(2, "hook", R, length=1), difficulty=Difficulty.EASY)
    run = Run(chart).press(R, 2 * BEAT_US + 60_000).release(R, 3 * BEAT_US)
    assert [(event.part, event.grade) for event in run.judged] == [(Part.RELEASE, Grade.PERFECT)]
    assert any(isinstance(event, Held) and event.down for event in run.events)


TAPS = RunOptions(assists=frozenset({Assist.HOLD_TAP}))


@pytest.mark.parametrize("difficulty", list(Difficulty))
@pytest.mark.parametrize(("late_us", "grade"), [(0, Grade.PERFECT), (-22_001, Grade.GREAT), (101_000, Grade.SLOPPY)])
def test_a_hook_as_a_tap_is_judged_where_the_punch_lands(difficulty: Difficulty, late_us: int, grade: Grade) -> None:
    chart = chart_of("meat", At(2, "hook", R, length=1), At(4, "straight", L), difficulty=difficulty)
    run = Run(chart, TAPS).tap(R, 3 * BEAT_US + late_us)
    assert [(event.part, event.grade) for event in run.judged] == [(Part.RELEASE, grade)]


def test_a_hook_as_a_tap_is_missed_when_its_punch_is_and_a_late_one_is_no_stray() -> None:
    chart = chart_of("meat", At(2, "hook", R, length=1))
    run = Run(chart, TAPS).tap(R, 3 * BEAT_US + 190_000).to_the_end()
    assert [(event.part, event.grade, event.time_us) for event in run.judged] == [
        (Part.RELEASE, Grade.MISS, 3 * BEAT_US + 135_000)
    ]
    assert run.strays == 0


def test_the_room_repeats_exactly_what_was_hit() -> None:
    chart = chart_of("meat", At(2, "straight", L), At(3, "straight", R), calls=(ECHO,))
    run = Run(chart).tap(L, 2 * BEAT_US + 7_000).to_the_end()
    assert [(event.time_us, event.cue_id) for event in run.events if isinstance(event, Echoed)] == [
        (4 * BEAT_US + 7_000, 0)
    ]


def test_hitting_into_the_echo_is_a_stray() -> None:
    chart = chart_of("meat", At(2, "straight", L), calls=(ECHO,))
    assert Run(chart).tap(L, 2 * BEAT_US).tap(R, 5 * BEAT_US).strays == 1


@pytest.mark.parametrize(
    ("late_ms", "hurt_beats"),
    [((100,) * 7, [4, 7]), ((100, 100, 0, 100, 100, 100), [7]), ((100, 100, 60, 100, 100), [])],
    ids=["every third", "a clean one between", "a good one between"],
)
def test_the_third_sloppy_hit_in_a_row_hurts(late_ms: tuple[int, ...], hurt_beats: list[int]) -> None:
    run = Run(chart_of("meat", *(At(2 + place, "straight", L) for place in range(len(late_ms))), bars=8))
    for place, late in enumerate(late_ms):
        run.tap(L, (2 + place) * BEAT_US + ms(late))
    hurt = [event for event in run.events if isinstance(event, Flinched)]
    assert [event.time_us // BEAT_US for event in hurt] == hurt_beats
    assert {event.reason for event in hurt} <= {"knuckles"}
