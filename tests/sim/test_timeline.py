"""What happens in every run whatever is pressed: bounds of sections, barlines, the end."""

from dataclasses import replace
from fractions import Fraction

import pytest

from game.sim.chart import Chart
from game.sim.timeline import MarkKind, marks_of
from game.timing.tempo import TempoMap
from game.timing.units import Micros, ms
from tests.charts import BEAT_US, At, L, R, U, chart_of

BAR_US = 4 * BEAT_US


def two_sections() -> Chart:
    """Return a chart of a section of two bars and one of one bar."""
    whole = chart_of("yard", bars=2)
    second = replace(
        whole.sections[0],
        index=1,
        start_beat=Fraction(8),
        end_beat=Fraction(12),
        start_us=2 * BAR_US,
        end_us=3 * BAR_US,
    )
    return replace(whole, sections=(whole.sections[0], second), tempo=TempoMap.from_runs(((12, BEAT_US),)))


def test_a_section_ends_before_the_next_begins_and_each_bar_has_one_barline() -> None:
    assert [(mark.time_us // BAR_US, mark.kind, mark.section) for mark in marks_of(two_sections())] == [
        (0, MarkKind.SECTION_BEGINS, 0),
        (0, MarkKind.BARLINE, 0),
        (1, MarkKind.BARLINE, 0),
        (2, MarkKind.SECTION_ENDS, 0),
        (2, MarkKind.SECTION_BEGINS, 1),
        (2, MarkKind.BARLINE, 1),
        (3, MarkKind.SECTION_ENDS, 1),
        (3, MarkKind.RUN_ENDS, 1),
    ]


@pytest.mark.parametrize(("before_end_us", "waits_us"), [(ms(700), 0), (ms(700) - 1, ms(700)), (0, ms(700))])
def test_a_run_waits_seven_tenths_of_a_second_for_a_cue_that_close_to_its_end(
    before_end_us: Micros, waits_us: Micros
) -> None:
    chart = chart_of("yard", At(Fraction(BAR_US - before_end_us, BEAT_US), "rail", U), bars=1)
    assert marks_of(chart)[-1].time_us == BAR_US + waits_us


def test_a_run_does_not_wait_for_a_hold_that_completes_itself() -> None:
    chart = chart_of("summit", At(2, "raise", (L, R), length=2), bars=1)
    assert marks_of(chart)[-1].time_us == BAR_US
