"""Form: the arc from stiff to proud."""

from dataclasses import replace

import pytest

from game.sim.events import Event, SecondWind, SectionBegan
from game.sim.form import FORM_START, Form
from game.sim.judge import Grade
from game.timing.units import ms
from tests.sim.judgements import STRAYED, judged


def test_form_starts_low_in_the_second_band() -> None:
    form = Form()
    assert (form.value, form.band) == (FORM_START, 1)


def test_a_clean_cue_adds_a_thirty_second_a_miss_takes_an_eighth_and_a_stray_a_twentieth() -> None:
    form = Form()
    form.on_events([judged(Grade.GREAT)])
    assert form.value == 331
    form.on_events([judged(Grade.MISS)])
    assert form.value == 206
    form.on_events([STRAYED])
    assert form.value == 156


def test_good_and_sloppy_hits_leave_form_where_it_is() -> None:
    form = Form()
    form.on_events([judged(Grade.GOOD)])
    form.on_events([judged(Grade.SLOPPY)])
    assert form.value == FORM_START


def test_the_band_follows_only_on_a_barline() -> None:
    form = Form()
    for _ in range(10):
        form.on_events([judged(Grade.PERFECT)])
    assert form.band == 1
    assert form.barline()
    assert form.band == 2
    assert not form.barline()


def test_form_stays_within_its_bounds() -> None:
    form = Form()
    for _ in range(60):
        form.on_events([judged(Grade.PERFECT)])
    assert form.value == 1000
    for _ in range(60):
        form.on_events([judged(Grade.MISS)])
    assert form.value == 0


def test_clean_cues_raise_form_to_the_ceiling_of_their_section_and_what_is_above_it_stays() -> None:
    form = Form(value=480, ceilings=(490, 640))
    form.on_events([judged(Grade.PERFECT)] * 3)
    assert form.value == 490
    form.on_events([replace(judged(Grade.PERFECT), section=1)] * 9)
    assert form.value == 640
    form.on_events([judged(Grade.PERFECT)])
    assert form.value == 640


def clean_run(count: int, every_us: int = ms(250)) -> list[Event]:
    """Return clean cues in a row."""
    return [judged(Grade.PERFECT, time_us=place * every_us) for place in range(count)]


def test_five_clean_cues_in_a_row_that_began_low_bring_the_second_wind_once_a_section() -> None:
    form = Form(value=0)
    assert form.on_events(clean_run(5)) == [SecondWind(ms(1000), 0)]
    assert form.value == 500
    form.value = 0
    assert form.on_events(clean_run(9)) == []
    form.on_events([SectionBegan(0, 0)])
    form.value = 0
    assert len(form.on_events(clean_run(5))) == 1


def test_the_second_wind_does_not_pass_the_ceiling() -> None:
    form = Form(value=0, ceilings=(490,))
    form.on_events(clean_run(5))
    assert form.value == 490


@pytest.mark.parametrize(("start", "winds"), [(249, 1), (250, 0)])
def test_the_run_to_the_second_wind_begins_below_the_first_band_and_may_leave_it(start: int, winds: int) -> None:
    assert len(Form(start).on_events(clean_run(5))) == winds


@pytest.mark.parametrize(("every_us", "cues"), [(ms(250), 5), (ms(250) - 1, 6), (ms(100), 11)])
def test_a_burst_is_no_run_until_a_second_has_passed(every_us: int, cues: int) -> None:
    form = Form(value=0)
    assert form.on_events(clean_run(cues - 1, every_us)) == []
    assert len(form.on_events(clean_run(cues, every_us)[-1:])) == 1


@pytest.mark.parametrize("breaks", [STRAYED, judged(Grade.GOOD), judged(Grade.MISS)])
def test_a_stray_a_good_hit_and_a_miss_break_the_run_to_the_second_wind(breaks: Event) -> None:
    form = Form(value=0)
    form.on_events([*clean_run(4), breaks])
    form.value = 100
    assert form.on_events(clean_run(5)[4:]) == []


@pytest.mark.parametrize(
    ("value", "band"), [(0, 0), (249, 0), (250, 1), (499, 1), (500, 2), (749, 2), (750, 3), (1000, 3)]
)
def test_each_band_begins_exactly_at_its_floor(value: int, band: int) -> None:
    form = Form(value)
    form.barline()
    assert form.band == band
