"""A poor run is seen in its places: the shops are shut, the ship's crew is gone, nobody comes up the steps."""

from itertools import combinations

import numpy as np
import pygame
import pytest

from game.minigames.manifest import MINIGAMES
from game.minigames.meat import hall
from game.minigames.river import folk
from game.sim.chart import Chart, Difficulty
from game.sim.options import RunOptions
from game.sim.session import Session
from game.view.canvas.lens import WIDTH
from game.view.exercise.section_view import SectionView
from game.view.figure.actor import Pose
from game.view.film.draw_context import DrawContext
from tests import shipped
from tests.view.conftest import Screening

FLOOR_ROWS = slice(272, 345)
"""Screen rows of the gym's floor."""


@pytest.fixture(scope="module")
def chart() -> Chart:
    return shipped.chart(Difficulty.NORMAL)


def seen(screening: Screening, section_id: str, beat: int) -> "np.ndarray[tuple[int, ...], np.dtype[np.int64]]":
    section = next(section for section in screening.chart.sections if section.id == section_id)
    picture = screening.look(screening.chart.tempo.to_us(section.start_beat + beat))
    return pygame.surfarray.array3d(picture).astype(np.int64)


def a_missed_run(chart: Chart) -> Screening:
    screening = Screening(chart)
    screening.session = Session(chart, RunOptions(), MINIGAMES)
    return screening


def lamplit(picture: "np.ndarray[tuple[int, ...], np.dtype[np.int64]]") -> int:
    """Return the number of pixels in the warm light of a lamp."""
    return int(((picture[..., 0] > 90) & (picture[..., 0] - picture[..., 2] > 60)).sum())


def test_the_shops_of_the_market_are_shut_on_a_run_in_which_everything_is_missed(chart: Chart) -> None:
    good, missed = (lamplit(seen(run, "market", 16)) for run in (Screening(chart), a_missed_run(chart)))

    assert good > 5_000 and missed < 1_000, (good, missed)


def test_they_are_shut_by_the_shutters_and_not_by_the_grey_alone(chart: Chart, monkeypatch: pytest.MonkeyPatch) -> None:
    shut = seen(a_missed_run(chart), "market", 16)
    monkeypatch.setattr("game.minigames.market.view.MarketView.over_layer", SectionView.over_layer)

    assert (np.abs(shut - seen(a_missed_run(chart), "market", 16)).max(axis=2) > 16).sum() > 3_000


@pytest.mark.parametrize(("spread_ms", "lit"), [(0.0, True), (70.0, True), (120.0, False), (200.0, False)])
def test_nobody_has_lit_the_hut_by_the_tracks_for_a_run_that_loses_much(
    chart: Chart, monkeypatch: pytest.MonkeyPatch, spread_ms: float, lit: bool
) -> None:
    shown = seen(Screening(chart, spread_ms), "yard", 22)
    monkeypatch.setattr("game.minigames.yard.view.HUT_LIT_FROM", 2.0)
    dark = seen(Screening(chart, spread_ms), "yard", 22)

    assert ((shown - dark).max(axis=2) > 30).sum() > 100 if lit else (shown == dark).all()


def test_the_lamp_over_the_push_ups_is_hot_on_a_good_run_and_cold_on_a_poor_one(chart: Chart) -> None:
    good, poor = (under_the_lamp(run) for run in (Screening(chart), a_missed_run(chart)))

    assert good[0] > good[2] + 60
    assert poor[2] > poor[0] and poor[2] < good[0] - 40


def under_the_lamp(screening: Screening) -> "np.ndarray[tuple[int, ...], np.dtype[np.float64]]":
    """Return the mean color of the air under the lamp, in the middle of the picture."""
    air = seen(screening, "push_ups", 20)[300:340, 80:96]
    mean: np.ndarray[tuple[int, ...], np.dtype[np.float64]] = air.mean((0, 1))
    return mean


def test_the_sellers_and_those_at_the_kerb_stay_at_home(chart: Chart, monkeypatch: pytest.MonkeyPatch) -> None:
    empty = seen(a_missed_run(chart), "market", 16)
    monkeypatch.setattr("game.minigames.market.view.MarketView.lively", ())

    assert (np.abs(empty - seen(a_missed_run(chart), "market", 16)).max(axis=2) > 8).sum() > 500


def test_the_crew_leaves_the_ship_on_such_a_run(chart: Chart, monkeypatch: pytest.MonkeyPatch) -> None:
    empty = seen(a_missed_run(chart), "river", 12)
    monkeypatch.setattr("game.minigames.river.view.RiverView.lively", ())

    assert (np.abs(empty - seen(a_missed_run(chart), "river", 12)).max(axis=2) > 8).sum() > 20


@pytest.mark.parametrize(("section_id", "beat"), [("speed_bag", 20), ("heavy_bag", 20), ("sit_ups", 6)])
def test_the_gym_has_its_blinds_down_and_nobody_in_the_back(
    chart: Chart, monkeypatch: pytest.MonkeyPatch, section_id: str, beat: int
) -> None:
    shut = seen(a_missed_run(chart), section_id, beat)
    monkeypatch.setattr("game.view.exercise.blinds.Blinds.draw", lambda *given: None)
    opened = seen(a_missed_run(chart), section_id, beat)
    monkeypatch.setattr("game.view.exercise.standing.StandingView.lively", ())

    assert (opened - shut > 16).any(axis=2).sum() > 1_000
    assert (np.abs(opened - seen(a_missed_run(chart), section_id, beat)).max(axis=2) > 8).sum() > 20


@pytest.mark.parametrize(("section_id", "beat"), [("speed_bag", 20), ("heavy_bag", 20)])
def test_no_sun_lies_on_the_gym_s_floor_behind_its_blinds(
    chart: Chart, monkeypatch: pytest.MonkeyPatch, section_id: str, beat: int
) -> None:
    behind_blinds = seen(a_missed_run(chart), section_id, beat)[:, FLOOR_ROWS].max(axis=2)
    monkeypatch.setattr("game.view.exercise.blinds.Blinds.draw", lambda *given: None)
    in_the_sun = seen(a_missed_run(chart), section_id, beat)[:, FLOOR_ROWS].max(axis=2)

    gone = in_the_sun - behind_blinds
    assert (gone > 40).sum() > 500 and (gone < -8).sum() == 0


def test_only_who_works_there_is_on_the_quay_on_such_a_run(chart: Chart, monkeypatch: pytest.MonkeyPatch) -> None:
    good, missed = (river_people(chart, run, monkeypatch) for run in (Screening(chart), a_missed_run(chart)))

    assert missed and missed < good


def river_people(chart: Chart, screening: Screening, monkeypatch: pytest.MonkeyPatch) -> set[int]:
    """Return which of the quay's people are drawn during a run along the river."""
    drawn: set[int] = set()
    sprite = DrawContext.sprite

    def noted(context: DrawContext, sheet: str, pose: Pose, *at: float) -> object:
        if sheet == folk.SHEET:
            drawn.add(int(pose.action.removeprefix("person_")))
        return sprite(context, sheet, pose, *at)

    monkeypatch.setattr(DrawContext, "sprite", noted)
    for beat in range(2, 30):
        seen(screening, "river", beat)
    monkeypatch.setattr(DrawContext, "sprite", sprite)
    return drawn


def test_the_near_rail_of_the_plant_is_bare_on_such_a_run(chart: Chart, monkeypatch: pytest.MonkeyPatch) -> None:
    bare = seen(a_missed_run(chart), "meat", 12)
    monkeypatch.setattr("game.minigames.meat.view.MeatView.lively", ())

    assert (np.abs(bare - seen(a_missed_run(chart), "meat", 12)).max(axis=2) > 12).sum() > 2_000


def test_the_hall_of_the_plant_darkens_with_the_run_and_has_all_its_light_on_a_good_one() -> None:
    lights = [sum(hall.hall_light(warmth)) for warmth in (0.0, 0.4, 0.8, 1.2, hall.LIT_FROM)]

    assert lights == sorted(lights) and lights[0] < lights[-1] == 3 * 255


def test_nobody_stands_twice_within_two_pictures_of_the_quay() -> None:
    for one, other in combinations(folk.FOLK, 2):
        assert one.number != other.number or abs(one.x - other.x) >= 2 * WIDTH
