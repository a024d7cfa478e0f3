"""The camera floats: no jerk, the fighter within the middle two thirds, what he must dodge in view in good time."""

from itertools import pairwise

import numpy as np
import pygame
import pytest

from game.sim.chart import Chart
from game.timing.tempo import TempoMap
from game.view.canvas.camera import FollowPath, breath, kick
from game.view.canvas.easing import smoother
from game.view.canvas.lens import WIDTH, Lens
from game.view.canvas.options import ViewOptions
from game.view.film.draw_context import DrawContext
from game.view.stage.passing import PASSING_PX
from game.view.stage.path import PathSegment, Rail, RunPath
from game.view.stage.shots import RoomShot, RunShot, is_framed, passing_at
from game.view.stage.staged_section import camera_sway
from tests.view.conftest import Screening

FRAME_US = 16_667
MOST_RUN_ACCELERATION = 320.0
"""Pixels a second squared while he runs: about 6 m/s2 at 50 px a metre would be a jolt, this is a third of a
stride's."""
MOST_GLIDE_ACCELERATION = 1900.0
OBSTACLES = ("rail", "crate", "hanging", "slip_left", "slip_right")
SEEN_AHEAD_BEATS = 1.5


def speeds(shot: RunShot | RoomShot) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    """Return the camera's speed by frame, in pixels a second."""
    times = range(shot.start_us, shot.end_us, FRAME_US)
    xs = np.array([shot.camera_x(time_us) for time_us in times])
    return np.diff(xs) * 1e6 / FRAME_US


def test_no_frame_of_a_run_jerks(screening: Screening) -> None:
    runs = [shot for shot in screening.stage.shots if isinstance(shot, RunShot)]
    assert len(runs) >= 2
    for shot in runs:
        assert np.abs(np.diff(speeds(shot))).max() * 1e6 / FRAME_US < MOST_RUN_ACCELERATION


def test_no_glide_between_stations_jerks(screening: Screening) -> None:
    for shot in screening.stage.shots:
        if isinstance(shot, RoomShot):
            assert np.abs(np.diff(speeds(shot))).max(initial=0.0) * 1e6 / FRAME_US < MOST_GLIDE_ACCELERATION


def test_the_runner_stays_within_the_middle_two_thirds(screening: Screening, chart: Chart) -> None:
    for shot in screening.stage.shots:
        if not isinstance(shot, RunShot):
            continue
        for staged in shot.sections:
            for time_us in range(staged.start_us, staged.end_us, 100_000):
                x = staged.view.setting.x_of(chart.tempo.beat_at(time_us)) + staged.place.left
                assert WIDTH / 6 <= x - shot.camera_x(time_us) <= WIDTH * 5 / 6


@pytest.mark.parametrize("half", [305.0, 205.0, -305.0])
@pytest.mark.parametrize("column", [-13.0, 90.0, 320.0, 574.0])
def test_what_passes_in_a_glide_hides_the_man_where_he_leaves_the_frame(half: float, column: float) -> None:
    leaves = min(WIDTH * 5 / 6, max(WIDTH / 6, column))
    off = column - leaves
    assert passing_at(off, half, column) == pytest.approx(leaves)
    for end in (-half, half):
        gone = passing_at(end, half, column)
        assert gone <= -PASSING_PX + 1e-6 or gone >= WIDTH + PASSING_PX - 1e-6


def test_a_man_outside_the_middle_two_thirds_is_not_shown() -> None:
    assert [is_framed(column) for column in (-13, 106, 107, 320, 533, 534)] == [False, False, True, True, True, False]


def test_obstacles_are_in_view_a_beat_and_a_half_ahead(screening: Screening, chart: Chart) -> None:
    seen = 0
    for shot in screening.stage.shots:
        for staged in shot.sections:
            for cue in staged.view.cues:
                if not isinstance(shot, RunShot) or cue.name not in OBSTACLES or len(shot.sections) == 1:
                    continue
                early_us = chart.tempo.to_us(cue.beat) - round(SEEN_AHEAD_BEATS * shot_tempo(chart.tempo, cue.time_us))
                x = staged.view.setting.cue_x(float(cue.beat) + 0.25) + staged.place.left
                assert x - shot.camera_x(early_us) < WIDTH - 16, cue
                seen += 1
    assert seen > 10


def shot_tempo(tempo: TempoMap, time_us: int) -> int:
    """Return the microseconds a beat at a time."""
    return tempo.segment_at(time_us).us_per_beat


def test_the_run_is_on_the_grid_away_from_seams_and_eases_over_them() -> None:
    path = RunPath((PathSegment(0, 16, 96, 0), PathSegment(16, 32, 144, 1536)))
    assert path.x_at(13.5) == pytest.approx(13.5 * 96)
    assert path.x_at(18.5) == pytest.approx(1536 + 2.5 * 144)
    xs = [path.x_at(14 + step / 50) for step in range(200)]
    steps = [after - before for before, after in pairwise(xs)]
    assert all(step > 0 for step in steps)
    assert max(abs(b - a) for a, b in pairwise(steps)) < 0.05


def test_he_stands_until_he_sets_off() -> None:
    path = RunPath((PathSegment(0, 16, 96, 0),), from_standing=True)
    assert path.x_at(-3.0) == path.x_at(0.0)
    assert path.x_at(2.0) == pytest.approx(192)


def test_a_follow_settles_on_a_steady_runner_without_lag() -> None:
    follow = FollowPath(lambda time_us: time_us / 5000, 0, 10_000_000)
    assert follow.x_at(8_000_000) == pytest.approx(1600, abs=2.0)


def test_a_rail_stays_at_its_ends_and_passes_smoothly_between() -> None:
    rail = Rail(((4.0, 60.0), (8.0, 120.0)))
    assert (rail.at(0), rail.at(6.0), rail.at(99)) == (60.0, 90.0, 120.0)


def test_breathing_and_kicks_are_small_and_die_away() -> None:
    assert max(abs(breath(beat / 7, 1.0)[0]) for beat in range(200)) < 3
    assert kick(-0.01, 1.0) == 0.0 and kick(2.0, 1.0) == 0.0
    assert abs(kick(0.02, 1.0)) < 3


def test_smoother_is_still_at_both_ends() -> None:
    assert smoother(-1) == 0.0 and smoother(2) == 1.0
    assert smoother(0.01) < 1e-4


@pytest.mark.parametrize("reduced", [True, False])
def test_the_hand_breathes_unless_motion_is_reduced(screening: Screening, chart: Chart, reduced: bool) -> None:
    stage = screening.stage
    canvas = pygame.Surface((640, 360), 0, 32)
    swayed = []
    for time_us in range(chart.sections[0].start_us, chart.sections[0].end_us, 250_000):
        options = ViewOptions(reduced_motion=reduced)
        context = DrawContext(canvas, Lens(0.0), stage.now(time_us), stage.log, stage._actors, options)
        swayed.append(camera_sway(context, stage.shots[0].sections[0].view))
    most = max(abs(px) for sway in swayed for px in sway)
    assert most == 0.0 if reduced else 0.5 < most < 5.0
