"""The lamp that casts a warning shadow lights bare wall and nothing else, and swings."""

import numpy as np
import pygame
import pytest

from game.sim.chart import Chart
from game.view.canvas.options import ViewOptions
from game.view.exercise import wall_lamp
from game.view.exercise.wall_lamp import WallLamp, bare_shares, is_lit_wall, light_on, lit_shares
from game.view.film.draw_context import DrawContext
from tests.view.conftest import Screening

PLASTER, PANE = (90, 70, 52), (240, 220, 170)
BARE = (28, 204)


def a_wall() -> pygame.Surface:
    """Return a wall with a bright window at the right of a lamp."""
    wall = pygame.Surface((300, 240), 0, 32)
    wall.fill(PLASTER)
    wall.fill(PANE, (160, 40, 60, 60))
    return wall


LAMP = WallLamp(116, 20, BARE)


def test_the_light_ends_softly_on_all_sides() -> None:
    shares = lit_shares(LAMP, 0)
    assert shares.max() > 0.9
    assert max(shares[0].max(), shares[-1].max(), shares[:, -1].max()) < 0.02
    assert np.abs(np.diff(shares, axis=0)).max() < 0.15


def test_a_pane_stays_as_it_is_and_so_does_the_end_of_the_bare_wall() -> None:
    alpha = pygame.surfarray.array_alpha(light_on(a_wall(), LAMP, LAMP.row, 0))
    assert alpha.max() > 150
    assert alpha[160 - BARE[0] :, 40 - LAMP.row : 100 - LAMP.row].max() == 0
    narrow = WallLamp(116, 20, (90, 140))
    assert pygame.surfarray.array_alpha(light_on(a_wall(), narrow, 20, 0))[(0, -1), :].max() < 40


def test_a_wall_that_is_not_there_is_not_lit() -> None:
    assert bare_shares(a_wall(), pygame.Rect(1000, 20, 80, 200)).max() == 0.0


def test_the_light_moves_with_the_lamp() -> None:
    left, right = (lit_shares(LAMP, sway) for sway in (-6, 6))
    middles = [np.average(np.arange(len(shares)), weights=shares.sum(axis=1)) for shares in (left, right)]
    assert middles[1] - middles[0] > 10


@pytest.mark.parametrize("exercise", ["speed_bag", "sit_ups"])
def test_the_gym_has_a_wall_for_the_shadow(chart: Chart, exercise: str) -> None:
    stage = Screening(chart).stage
    place = next(s.place for shot in stage.shots for s in shot.sections if s.view.setting.section.id == exercise)
    assert is_lit_wall(place)


def test_with_reduced_motion_no_lamp_swings(chart: Chart, monkeypatch: pytest.MonkeyPatch) -> None:
    swung: list[float] = []
    sway = wall_lamp._sway

    def noted(context: DrawContext, lamp: WallLamp) -> float:
        swung.append(sway(context, lamp))
        return swung[-1]

    monkeypatch.setattr(wall_lamp, "_sway", noted)
    section = next(section for section in chart.sections if section.id == "speed_bag")
    for reduced in (False, True):
        swung.clear()
        screening = Screening(chart, options=ViewOptions(reduced_motion=reduced))
        for beat in (4, 5, 6):
            screening.look(chart.tempo.to_us(section.start_beat + beat))
        assert (max(map(abs, swung)) == 0.0) == reduced
