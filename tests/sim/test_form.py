"""Form: the arc from stiff to proud."""

import pytest

from game.sim.events import SecondWind, SectionBegan
from game.sim.form import FORM_START, Form
from game.sim.judge import Grade
from tests.sim.judgements import STRAYED, judged


def test_form_starts_low_in_the_second_band() -> None:
    form = Form()
    assert (form.value, form.band) == (FORM_START, 1)


def test_a_clean_cue_adds_a_thirty_second_and_a_miss_takes_a_tenth() -> None:
    form = Form()
    form.on_events([judged(Grade.GREAT)])
    assert form.value == 331
    form.on_events([judged(Grade.MISS)])
    assert form.value == 231


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


def test_eight_clean_cues_in_a_row_from_the_bottom_bring_the_second_wind_once_a_section() -> None:
    form = Form(value=0)
    winds = [form.on_events([judged(Grade.PERFECT)]) for _ in range(8)]
    assert winds == [[]] * 7 + [[SecondWind(0, 0)]]
    assert form.value == 500
    form.value = 0
    assert not any(form.on_events([judged(Grade.PERFECT)]) for _ in range(8))
    form.on_events([SectionBegan(0, 1)])
    form.value = 0
    assert [form.on_events([judged(Grade.PERFECT)]) for _ in range(8)][-1]


def test_a_stray_press_breaks_the_run_to_the_second_wind() -> None:
    form = Form(value=0)
    for _ in range(7):
        form.on_events([judged(Grade.PERFECT)])
    form.on_events([STRAYED])
    form.value = 100
    assert not form.on_events([judged(Grade.PERFECT)])


@pytest.mark.parametrize(
    ("value", "band"), [(0, 0), (249, 0), (250, 1), (499, 1), (500, 2), (749, 2), (750, 3), (1000, 3)]
)
def test_each_band_begins_exactly_at_its_floor(value: int, band: int) -> None:
    form = Form(value)
    form.barline()
    assert form.band == band


@pytest.mark.parametrize(("start", "wind"), [(32, True), (33, False)])
def test_the_second_wind_comes_only_while_form_is_below_its_first_band(start: int, wind: bool) -> None:
    form = Form(start)
    told = [form.on_events([judged(Grade.PERFECT)]) for _ in range(8)]
    assert bool(told[-1]) is wind
