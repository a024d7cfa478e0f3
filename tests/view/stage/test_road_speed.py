"""Speed is seen past the written tempo alone, by lean, lines and wind; the light ages with the clock."""

from fractions import Fraction
from itertools import pairwise

import numpy as np
import pygame
import pytest

from game.sim.chart import Chart
from game.timing.course import Course, Leg
from game.view.canvas.options import ViewOptions
from game.view.canvas.road_moment import IN_MONTAGE, RoadMoment, road_moment
from game.view.figure.actor import Slant, blit_slanted
from game.view.film.road_light import draw_road_light
from game.view.stage.stage import Stage
from tests import shipped
from tests.view.conftest import pixels

RUNNING_AT = (1, 2)
"""Beats of the yard at which the clock has hardly begun to run."""


def steady(chart: Chart, pace: int) -> Course:
    return Course((Leg(chart.start_us, 0, pace),))


def look(stage: Stage, chart: Chart, beat: float, pace: int | None) -> bytes:
    picture = pygame.Surface((640, 360), 0, 32)
    stage.course = None if pace is None else steady(chart, pace)
    stage.draw(picture, chart.tempo.to_us(Fraction(beat)))
    return pixels(picture)


@pytest.mark.parametrize("beat", RUNNING_AT)
def test_up_to_the_written_tempo_nothing_is_seen_of_it(chart: Chart, beat: float) -> None:
    stage = shipped.new_stage(chart)
    montage = look(stage, chart, beat, None)
    assert look(stage, chart, beat, 8_000) == look(stage, chart, beat, 10_000) == montage
    fast = look(stage, chart, beat, 12_500)
    assert fast != montage
    assert look(stage, chart, beat, 15_000) not in (fast, montage)
    assert look(stage, chart, beat, 12_500) == fast, "the same moment is the same picture"


def test_with_reduced_motion_only_the_lean_is_left(chart: Chart) -> None:
    calm = shipped.new_stage(chart, ViewOptions(reduced_motion=True))
    montage, fast = (
        np.frombuffer(look(calm, chart, 2, pace), np.uint8).reshape(360, 640, 3) for pace in (None, 14_000)
    )
    changed = (montage != fast).any(axis=2)
    columns = np.flatnonzero(changed.any(axis=0))
    assert changed.any()
    assert columns.max() - columns.min() < 120, "he alone is drawn otherwise"


def test_a_slow_clock_has_an_older_light(chart: Chart) -> None:
    stage = shipped.new_stage(chart)
    late = float(chart.sections[-4].start_beat) + 3
    light = [np.frombuffer(look(stage, chart, late, pace), np.uint8).mean() for pace in (None, 10_000, 8_000)]
    assert light[0] > light[1] > light[2]


def test_speed_and_age_of_a_moment(chart: Chart) -> None:
    span = (chart.start_us, chart.end_us)
    speeds = [road_moment(steady(chart, pace), span, chart.start_us).speed for pace in (7_500, 10_000, 12_500, 15_000)]
    assert speeds == [0.0, 0.0, 0.5, 1.0]
    ages = [road_moment(steady(chart, pace), span, chart.end_us).age for pace in (7_500, 8_000, 10_000, 14_000)]
    assert ages == pytest.approx([1.0, 1.0, 0.8, 0.8 / 1.4], abs=1e-6)
    assert road_moment(steady(chart, 9_000), span, chart.start_us - 1_000_000) == IN_MONTAGE


@pytest.mark.parametrize("has_sun", [True, False])
def test_the_light_is_only_taken_away_and_in_steps_that_cannot_flash(has_sun: bool) -> None:
    before = np.full((8, 8, 3), 255, np.uint8)
    for step in range(65):
        picture = pygame.Surface((8, 8), 0, 32)
        picture.fill((255, 255, 255))
        draw_road_light(picture, RoadMoment(age=step / 64), has_sun)
        after = pygame.surfarray.array3d(picture)
        assert (after <= before).all()
        assert (before.astype(int) - after).max() <= 2
        before = after


def test_a_leaning_body_keeps_its_feet_and_every_row_once() -> None:
    picture = pygame.Surface((4, 100), 0, 32)
    for row in range(100):
        picture.fill((row + 1, 0, 0), (0, row, 4, 1))
    target = pygame.Surface((40, 100), 0, 32)
    blit_slanted(target, picture, (10, 0), Slant(feet=90, tall=90.0, ahead=10))
    seen = pygame.surfarray.array3d(target)[:, :, 0]
    lefts = [int(np.flatnonzero(seen[:, row])[0]) for row in range(100)]
    assert [int(seen[left, row]) for row, left in enumerate(lefts)] == list(range(1, 101))
    assert lefts[90] == lefts[99] == 10
    assert lefts[0] == 20
    assert lefts[45] == 15
    assert all(0 <= above - below <= 1 for above, below in pairwise(lefts))
