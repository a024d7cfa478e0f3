"""The streak grows with each judgement but sloppy, ends with a miss or a stray, and names its marks once."""

import pytest

from game.sim.judge import Grade
from game.sim.streak import MARKS, Streak
from tests.sim.judgements import STRAYED, judged


@pytest.mark.parametrize("grade", Grade)
def test_every_judgement_but_sloppy_and_missed_lengthens_it(grade: Grade) -> None:
    streak = Streak()
    lengthens = grade not in (Grade.SLOPPY, Grade.MISS)
    assert streak.add(judged(Grade.PERFECT)) and streak.add(judged(grade)) is lengthens
    assert streak.length == {Grade.SLOPPY: 1, Grade.MISS: 0}.get(grade, 2)


def test_a_stray_ends_it() -> None:
    streak = Streak()
    streak.add(judged(Grade.GOOD))
    assert not streak.add(STRAYED) and streak.length == 0


def test_its_marks_are_named_once_each_and_again_after_it_has_ended() -> None:
    streak = Streak()
    named = [streak.mark(judged(Grade.GREAT)) for _ in range(120)]
    assert {place + 1: mark for place, mark in enumerate(named) if mark is not None} == {mark: mark for mark in MARKS}
    assert streak.mark(STRAYED) is None
    assert [streak.mark(judged(Grade.GREAT)) for _ in range(25)][-1] == 25


def test_sloppy_at_a_mark_does_not_name_it_again() -> None:
    streak = Streak()
    for _ in range(25):
        streak.mark(judged(Grade.GREAT))
    assert streak.mark(judged(Grade.SLOPPY)) is None and streak.length == 25
