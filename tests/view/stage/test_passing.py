"""What passes before the lens between two stations of the gym."""

from collections.abc import Iterator

import numpy as np
import pygame
import pytest

from game.content.look import NEUTRAL, ColorGrade
from game.sim.chart import Chart
from game.view.canvas.lens import WIDTH
from game.view.film.draw_context import DrawContext
from game.view.stage.locker_row import LOCKERS_PX, draw_lockers
from game.view.stage.passing import PASSING_PX, RIM_LUMA, darkened, draw_passing, is_walker
from game.view.stage.shots import RoomShot
from tests.view.conftest import Screening

FRAME_US = 16_667
DRAWN = "game.view.stage.shots.draw_passing"
LONGEST_S = 0.4
"""Longest time from the first picture that shows a thing to the last, in seconds."""
WALKER_PX, THING_PX = 112, PASSING_PX // 2
"""Half the width of the trainer and of any other thing, px."""


def rooms_of(screening: Screening) -> Iterator[RoomShot]:
    return (shot for shot in screening.stage.shots if isinstance(shot, RoomShot) and len(shot.sections) > 1)


@pytest.fixture
def passed(chart: Chart, monkeypatch: pytest.MonkeyPatch) -> dict[int, int]:
    """Return in how many pictures of a run each thing is seen, at 60 a second."""
    screening, seen = Screening(chart), dict[int, int]()

    def noted(context: DrawContext, column: int, number: int, color_grade: ColorGrade) -> None:
        half = WALKER_PX if is_walker(number) else THING_PX
        seen[number] = seen.get(number, 0) + (-half < column < WIDTH + half)
        draw_passing(context, column, number, color_grade)

    monkeypatch.setattr(DRAWN, noted)
    for room in rooms_of(screening):
        for begin_us, end_us in room.glides:
            for time_us in range(begin_us, end_us, FRAME_US):
                screening.look(time_us)
    return seen


def test_two_things_pass_in_each_glide_and_none_stays_longer_than_is_allowed(passed: dict[int, int]) -> None:
    assert sorted(passed) == list(range(8))
    assert (max(passed.values()) - 1) * FRAME_US / 1e6 <= LONGEST_S, passed


def test_the_trainer_is_never_in_the_picture_twice(chart: Chart, monkeypatch: pytest.MonkeyPatch) -> None:
    screening, drawn, walks = Screening(chart), list[str](), list[int]()
    sprite = DrawContext.sprite

    def noted_sprite(context: DrawContext, sheet: str, *rest: object, **named: object) -> object:
        drawn.append(sheet)
        return sprite(context, sheet, *rest, **named)  # type: ignore[arg-type]

    def noted(context: DrawContext, column: int, number: int, color_grade: ColorGrade) -> None:
        if is_walker(number) and WALKER_PX < column < WIDTH - WALKER_PX:
            walks.append(column)
        draw_passing(context, column, number, color_grade)

    monkeypatch.setattr(DrawContext, "sprite", noted_sprite)
    monkeypatch.setattr(DRAWN, noted)
    both = []
    for room in rooms_of(screening):
        begin_us, end_us = room.glides[1]
        for time_us in range(begin_us, end_us, FRAME_US):
            drawn.clear()
            walks.clear()
            screening.look(time_us)
            if walks and walks[0] > WIDTH / 2:
                both.append("trainer" in drawn)
    assert len(both) > 3 and not any(both)


def test_the_light_runs_over_the_lockers_as_they_pass() -> None:
    rows = []
    for column in (200, 320, 440):
        target = pygame.Surface((WIDTH, 360), 0, 32)
        draw_lockers(target, column, NEUTRAL)
        left = column - LOCKERS_PX // 2
        rows.append(pygame.surfarray.array3d(target)[left : left + LOCKERS_PX].sum(axis=(1, 2)))
    assert np.abs(rows[0] - rows[1]).max() > 2_000 and np.abs(rows[1] - rows[2]).max() > 2_000


def test_against_the_light_a_coat_is_nearly_black_and_only_its_rim_is_lit() -> None:
    dark, edge = (10, 6, 12), (204, 150, 88)
    assert darkened((RIM_LUMA, RIM_LUMA, RIM_LUMA), dark, edge) == edge
    assert max(darkened((176, 106, 64), dark, edge)) < 50
