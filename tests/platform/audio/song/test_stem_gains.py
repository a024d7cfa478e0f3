"""The lead instrument follows the feet where they carry the theme, and only there."""

import pytest

from game.platform.audio.song.stem_gains import LEAD, LEAD_DELAY_US, LEAD_DUCKED, LEAD_FALL_US, LEAD_RISE_US, StemGains
from game.sim.events import Event, Judged, Part, SectionBegan
from game.sim.judge import Grade
from game.timing.units import Micros, ms
from tests.charts import L, chart_of

RATE = 48_000


def judged(time_us: Micros, grade: Grade) -> Judged:
    return Judged(time_us, 0, 0, "stride", Part.PRESS, L, grade, 0, False, None if grade is Grade.MISS else 0)


def level(gains: StemGains, time_us: Micros) -> float:
    """The lead's gain on one frame."""
    gain = gains.of(LEAD, time_us * RATE // 1_000_000, 1)
    return gain if isinstance(gain, float) else float(gain[0])


def followed(minigame: str, *events: Event) -> StemGains:
    gains = StemGains(chart_of(minigame))
    for event in events:
        gains.follow(event)
    return gains


@pytest.mark.parametrize("minigame", ["river", "steps"])
def test_a_miss_ducks_the_lead_by_18_decibels_after_its_delay(minigame: str) -> None:
    gains = followed(minigame, judged(ms(1000), Grade.MISS))
    begins_us = ms(1000) + LEAD_DELAY_US
    assert level(gains, begins_us) == 1.0
    assert level(gains, begins_us + LEAD_FALL_US // 2) == pytest.approx((1 + LEAD_DUCKED) / 2, abs=0.01)
    assert level(gains, begins_us + LEAD_FALL_US) == pytest.approx(0.1259, abs=0.0001)


def test_the_next_clean_hit_brings_it_back_and_a_sloppy_one_does_not() -> None:
    gains = followed("river", judged(ms(1000), Grade.MISS), judged(ms(2000), Grade.SLOPPY))
    assert level(gains, ms(3000)) == pytest.approx(LEAD_DUCKED)
    gains.follow(judged(ms(3000), Grade.GREAT))
    assert level(gains, ms(3000) + LEAD_DELAY_US + LEAD_RISE_US) == 1.0


def test_where_the_feet_do_not_carry_the_theme_it_never_ducks() -> None:
    assert level(followed("yard", judged(ms(1000), Grade.MISS)), ms(3000)) == 1.0


def test_a_section_that_does_not_carry_it_begins_with_the_whole_lead() -> None:
    gains = followed("river", judged(ms(1000), Grade.MISS), SectionBegan(ms(2000), 1))
    assert level(gains, ms(2000) + LEAD_DELAY_US + LEAD_RISE_US) == 1.0


def test_only_what_changes_a_gain_asks_for_the_song_to_be_written_again() -> None:
    gains = StemGains(chart_of("steps"))
    grades = (Grade.PERFECT, Grade.MISS, Grade.MISS, Grade.GREAT, Grade.GREAT)
    changed = [gains.follow(judged(ms(1000 * place), grade)) for place, grade in enumerate(grades)]
    assert changed == [False, True, False, True, False]
