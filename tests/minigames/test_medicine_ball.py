"""The medicine ball: brace on the blow, and do not believe the feint."""

from fractions import Fraction
from typing import Any

import pytest

from game.sim.chart import Call, Difficulty
from game.sim.events import Flinched
from game.sim.judge import Grade
from game.view.exercise.props import Prop, draw_swinging
from game.view.figure.actor import Pose
from game.view.film.draw_context import DrawContext
from tests import shipped
from tests.charts import BEAT_US, At, D, Run, chart_of
from tests.view.conftest import Screening

FEINT = Call("feint", 6 * BEAT_US, 6 * BEAT_US, Fraction(6))
CHART = chart_of("medicine_ball", At(3.5, "brace", D), At(9.5, "brace_short", D), calls=(FEINT,))


def test_bracing_on_the_off_beat_holds() -> None:
    assert Run(CHART).tap(D, 7 * BEAT_US // 2).judged[0].grade is Grade.PERFECT


@pytest.mark.parametrize("from_feint_us", [-450_000, -100_000, 450_000])
def test_bracing_at_a_feint_is_a_stray_that_shows(from_feint_us: int) -> None:
    run = Run(CHART).tap(D, 6 * BEAT_US + from_feint_us)
    assert run.strays == 1
    assert [event.reason for event in run.events if isinstance(event, Flinched)] == ["feint"]


@pytest.mark.parametrize("from_feint_us", [-450_001, 450_001, 950_001])
def test_a_stray_far_from_any_feint_is_only_a_stray(from_feint_us: int) -> None:
    run = Run(CHART).tap(D, 6 * BEAT_US + from_feint_us)
    assert run.strays == 1
    assert not any(isinstance(event, Flinched) for event in run.events)


HELD = ("ball_chest", "ball_overhead", "lift", "gather", "freeze")
"""Clips in which he has the ball."""


class Watched:
    """A shipped run of which is noted how the partner stands and how many balls are in the air."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.chart = shipped.chart(Difficulty.NORMAL)
        self.section = next(section for section in self.chart.sections if section.id == "medicine_ball")
        self._screening = Screening(self.chart)
        self._poses: list[Pose] = []
        self._balls: list[Prop] = []
        sprite = DrawContext.sprite

        def noted_sprite(context: DrawContext, sheet: str, pose: Pose, *rest: Any) -> Any:
            if sheet == "partner":
                self._poses.append(pose)
                self._balls.clear()
            return sprite(context, sheet, pose, *rest)

        def noted_ball(context: DrawContext, prop: Prop, *rest: Any) -> None:
            self._balls.append(prop)
            draw_swinging(context, prop, *rest)

        monkeypatch.setattr(DrawContext, "sprite", noted_sprite)
        monkeypatch.setattr("game.minigames.medicine_ball.view.draw_swinging", noted_ball)

    def at(self, beat: Fraction) -> tuple[Pose, int]:
        """Return the partner's pose and the number of balls in the air at a beat of the exercise."""
        self._screening.look(self.chart.tempo.to_us(self.section.start_beat + beat))
        return self._poses[-1], len(self._balls)


def test_there_is_one_ball_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    watched = Watched(monkeypatch)
    for step in range(8, 8 * 16):
        pose, balls = watched.at(Fraction(step, 8))
        assert not (balls and pose.action in HELD), (step / 8, pose, balls)


def test_the_height_from_which_the_ball_comes_tells_when(monkeypatch: pytest.MonkeyPatch) -> None:
    watched = Watched(monkeypatch)
    for cue in watched.section.cues:
        pose, _ = watched.at(cue.beat - watched.section.start_beat - Fraction(1, 2))
        assert pose.action == ("throw" if cue.name == "brace" else "push"), cue
