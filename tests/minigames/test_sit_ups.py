"""Sit-ups: up while it is held, hanging when it is let go."""

from game.sim.events import Part
from game.sim.judge import Grade
from tests.charts import BEAT_US, At, L, Run, U, chart_of

CHART = chart_of("sit_ups", At(2, "sit_up", U, length=2), At(3, "twist", L))


def parts_of(run: Run) -> list[Part]:
    return [event.part for event in run.judged if event.kind == "sit_up"]


def test_he_is_up_while_the_press_is_held() -> None:
    run = Run(CHART).press(U, 2 * BEAT_US)
    assert parts_of(run) == [Part.PRESS]
    run.release(U, 4 * BEAT_US)
    assert parts_of(run) == [Part.PRESS, Part.RELEASE]


def test_he_can_twist_while_he_is_held_up() -> None:
    run = Run(CHART).press(U, 2 * BEAT_US).tap(L, 3 * BEAT_US).release(U, 4 * BEAT_US)
    assert [event.grade for event in run.judged] == [Grade.PERFECT] * 3


def test_letting_go_much_too_soon_drops_him() -> None:
    run = Run(CHART).press(U, 2 * BEAT_US).release(U, 2 * BEAT_US + 300_000)
    assert run.judged[-1].grade is Grade.MISS
    assert parts_of(run) == [Part.PRESS, Part.RELEASE]
