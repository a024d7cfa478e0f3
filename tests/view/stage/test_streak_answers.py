"""A long streak is answered by the world, where it was reached, for some seconds, and never by a number."""

from dataclasses import replace

import pytest

from game.sim.actions import Verb
from game.sim.chart import Chart
from game.sim.events import Event, Judged, Part, Strayed
from game.sim.judge import Grade
from game.sim.streak import MARKS
from game.timing.units import Micros, ms
from game.view.stage.streak_answers import SEEN_US, WAITING
from tests.view.conftest import Screening, pixels

AGO_US = ms(20_000)
"""When the judgements before the mark were made: nothing of their own is seen any more."""


def streak_of(length: int, time_us: Micros) -> list[Event]:
    """Return judgements of cues that no view draws; the last, at `time_us`, is the one that counts."""
    hit = Judged(time_us - AGO_US, 0, -1, "none", Part.PRESS, Verb.LEFT, Grade.GREAT, 900, False, 0)
    return [*(replace(hit, cue_id=-number) for number in range(2, length + 1)), replace(hit, time_us=time_us)]


def moment_of(chart: Chart, exercise: str) -> Micros:
    """Return a moment in the middle of an exercise."""
    section = next(section for section in chart.sections if section.minigame == exercise)
    return (section.start_us + section.end_us) // 2


def differs(chart: Chart, time_us: Micros, lengths: tuple[int, int], after_us: Micros) -> bool:
    """Whether a moment looks another way after streaks of two lengths that ended at the same time."""
    looks = []
    for length in lengths:
        screening = Screening(chart)
        screening.session.ended = True
        screening.stage.on_events(streak_of(length, time_us))
        looks.append(pixels(screening.look(time_us + after_us)))
    return looks[0] != looks[1]


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("exercise", ["yard", "river", "heavy_bag", "steps"])
def test_every_mark_is_answered_in_each_kind_of_place(chart: Chart, exercise: str, mark: int) -> None:
    after_us = ms(1500) if (exercise, mark) == ("river", 50) else ms(500)
    assert differs(chart, moment_of(chart, exercise), (mark - 1, mark), after_us)


def test_other_lengths_are_not_answered(chart: Chart) -> None:
    assert not differs(chart, moment_of(chart, "yard"), (26, 27), ms(500))


def test_nothing_is_seen_before_the_mark_nor_long_after(chart: Chart) -> None:
    time_us = moment_of(chart, "yard")
    assert not differs(chart, time_us, (24, 25), -ms(10))
    assert not differs(chart, time_us, (24, 25), SEEN_US)


def test_the_children_wait_outside_of_the_picture(chart: Chart) -> None:
    assert min(child.across for child in WAITING) > 500
    assert not differs(chart, moment_of(chart, "river"), (49, 50), ms(20))


def test_a_mark_of_the_place_before_is_not_answered_in_the_next(chart: Chart) -> None:
    river = next(section for section in chart.sections if section.minigame == "river")
    assert not differs(chart, river.start_us - ms(100), (24, 25), ms(600))


def test_a_stray_takes_nothing_back(chart: Chart) -> None:
    time_us = moment_of(chart, "yard")
    looks = []
    for events in (streak_of(25, time_us), [*streak_of(25, time_us), Strayed(time_us + 1, 1, Verb.DOWN)]):
        screening = Screening(chart)
        screening.session.ended = True
        screening.stage.on_events(events)
        looks.append(screening.stage.log.streak_marks(time_us + ms(500), SEEN_US))
    assert looks[0] == looks[1] != []
