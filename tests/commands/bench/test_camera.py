"""What `bench camera` measures holds over the seams: the lane floats there too, and nothing pops."""

import pygame
import pytest

from game.commands.bench.camera import LANE, LAYERS, MAN, Track, Watched, laid_at, second_differences, whole_at
from game.sim.chart import Chart, Difficulty
from game.view.stage.stage import Stage
from tests import shipped

FRAME_US, SEAM_US = 16_667, 900_000
MOST_ERROR_PX = 0.5
"""Velocity error of anything, root mean square, in pixels of a window of three times the picture's size."""


@pytest.fixture(scope="module")
def chart() -> Chart:
    return shipped.chart(Difficulty.NORMAL)


@pytest.fixture(scope="module")
def stage(chart: Chart) -> Stage:
    return shipped.new_stage(chart)


def seen_around(stage: Stage, middle_us: int) -> Track:
    composite, canvas, track = Watched(), pygame.Surface((640, 360), 0, 32), Track()
    before: dict[str, tuple[float, float]] = {}
    stage.floating = composite
    for time_us in range(middle_us - SEAM_US, middle_us + SEAM_US, FRAME_US):
        composite.exact = {}
        stage.draw(canvas, time_us)
        track.follow(before, composite.exact)
        before = composite.exact
    stage.floating = None
    return track


@pytest.mark.parametrize("section", ["market", "bridge", "heavy_bag", "steps", "summit"])
def test_everything_floats_over_a_seam(stage: Stage, chart: Chart, section: str) -> None:
    track = seen_around(stage, next(part.start_us for part in chart.sections if part.id == section))
    for kind in (LAYERS, LANE, MAN):
        for scale in (2, 3):
            squares = track.squares[kind, scale, "laid"]
            assert squares and (sum(squares) / len(squares)) ** 0.5 < MOST_ERROR_PX


@pytest.mark.parametrize("section", ["market", "bridge"])
def test_no_frame_of_a_seam_jerks_in_the_window(stage: Stage, chart: Chart, section: str) -> None:
    track = seen_around(stage, next(part.start_us for part in chart.sections if part.id == section))
    assert max(map(abs, second_differences([laid_at(x, 3) for x in track.lane]))) <= 2
    assert max(map(abs, second_differences([whole_at(x, 3) for x in track.lane]))) >= 3


def test_a_place_is_laid_at_the_windows_nearest_pixel() -> None:
    assert [laid_at(x, 3) for x in (0.0, 0.3, 0.6, -0.2)] == [0, 1, 2, -1]
    assert [whole_at(x, 3) for x in (0.0, 0.3, 0.6, -0.2)] == [0, 0, 3, 0]
