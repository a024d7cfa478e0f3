import pytest

from game.commands.bench.figure import MOMENTS, in_sight, means_of, measure
from game.view.canvas.readability import Contrast
from tests.levels.montage import SECTIONS


@pytest.fixture(scope="module")
def stands() -> dict[str, list[Contrast]]:
    return measure()


@pytest.mark.parametrize("section", SECTIONS)
def test_the_fighter_stands_off_his_ground_in_every_moment_of_a_section(
    stands: dict[str, list[Contrast]], section: str
) -> None:
    lost = [moment for moment in stands[section] if not moment.passes]

    assert len(stands[section]) >= MOMENTS - 1
    assert lost == []


def test_between_those_moments_he_is_lost_at_two_of_48_at_most_where_he_runs_through_sun_and_shade() -> None:
    for section, found in measure(48, only=("market", "bridge")).items():
        assert sum(not moment.passes for moment in found) <= 2, section


def test_a_moment_in_which_something_passes_before_him_is_not_measured() -> None:
    seen, hidden = Contrast(0.5, 0.2, 0.1, 900), Contrast(0.2, 0.2, 0.3, 100)

    assert in_sight([seen, hidden, seen]) == [seen, seen]


def test_a_man_now_lighter_and_now_darker_than_his_ground_stands_off_it_all_the_same() -> None:
    difference, spread = means_of([Contrast(0.5, 0.2, 0.1), Contrast(0.2, 0.5, 0.0)])

    assert difference == pytest.approx(0.3)
    assert spread == pytest.approx(0.05)
