"""The choice of a day follows from its date and the pack alone, so two machines agree."""

from collections import Counter
from datetime import date, timedelta

from game.content.daily import Daily, daily_of
from game.sim.chart import Difficulty
from tests.levels.montage import SECTIONS

DAYS = [date(2026, 1, 1) + timedelta(days=number) for number in range(1_000)]


def test_a_known_day_is_the_same_on_every_machine() -> None:
    assert daily_of(date(2026, 11, 29), SECTIONS, tuple(Difficulty)) == Daily(
        sections=("river", "cuts", "steps"), difficulty=Difficulty.CHAMPION, pace=8_500
    )


def test_the_sections_are_neighbours_and_the_first_is_the_montages() -> None:
    for day in DAYS:
        daily = daily_of(day, SECTIONS, tuple(Difficulty))
        first = SECTIONS.index(daily.section)
        assert daily.sections == SECTIONS[first : first + 3]


def test_every_start_difficulty_and_pace_has_its_days() -> None:
    days = [daily_of(day, SECTIONS, tuple(Difficulty)) for day in DAYS]
    starts = Counter(daily.section for daily in days)
    assert set(starts) == set(SECTIONS[:-2])
    assert min(starts.values()) > len(DAYS) / len(starts) / 2
    assert {daily.difficulty for daily in days} == set(Difficulty)
    assert len({daily.pace for daily in days}) == 5


def test_a_pack_of_one_section_has_that_one() -> None:
    assert daily_of(DAYS[0], ("yard",), (Difficulty.EASY,)).sections == ("yard",)
