"""A poor run is seen in its places: the shops are shut, the ship's crew is gone, nobody comes up the steps."""

import numpy as np
import pygame
import pytest

from game.minigames.manifest import MINIGAMES
from game.sim.chart import Chart, Difficulty
from game.sim.options import RunOptions
from game.sim.session import Session
from game.view.exercise.section_view import SectionView
from tests import shipped
from tests.view.conftest import Screening


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


def test_the_crew_leaves_the_ship_on_such_a_run(chart: Chart, monkeypatch: pytest.MonkeyPatch) -> None:
    empty = seen(a_missed_run(chart), "river", 12)
    monkeypatch.setattr("game.minigames.river.view.RiverView.lively", ())

    assert (np.abs(empty - seen(a_missed_run(chart), "river", 12)).max(axis=2) > 8).sum() > 20


def test_the_yard_is_deserted_and_its_hut_dark_on_such_a_run(chart: Chart, monkeypatch: pytest.MonkeyPatch) -> None:
    empty = seen(a_missed_run(chart), "yard", 22)
    monkeypatch.setattr("game.minigames.yard.view.YardView.lively", ())

    assert (np.abs(empty - seen(a_missed_run(chart), "yard", 22)).max(axis=2) > 12).sum() > 400
