import pytest

from game.commands.bench_figure import MOMENTS, means_of, measure
from game.view.readability import LEAST_DIFFERENCE, MOST_SPREAD, Contrast
from tests.levels.montage import SECTIONS


@pytest.fixture(scope="module")
def stands() -> dict[str, list[Contrast]]:
    return measure()


@pytest.mark.parametrize("section", SECTIONS)
def test_the_fighter_stands_off_his_ground_in_every_section(stands: dict[str, list[Contrast]], section: str) -> None:
    difference, spread = means_of(stands[section])

    assert len(stands[section]) >= MOMENTS - 1
    assert difference >= LEAST_DIFFERENCE
    assert spread <= MOST_SPREAD


def test_a_man_now_lighter_and_now_darker_than_his_ground_stands_off_it_all_the_same() -> None:
    difference, spread = means_of([Contrast(0.5, 0.2, 0.1), Contrast(0.2, 0.5, 0.0)])

    assert difference == pytest.approx(0.3)
    assert spread == pytest.approx(0.05)
