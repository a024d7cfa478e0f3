"""The figures of a chart: the share of cues on the beat and on an onset, rhythm cells, acts, densities."""

from fractions import Fraction

from game.content.chart_figures import acts_of, chart_figures, on_an_onset_percent, on_the_beat_percent
from game.sim.chart import Call
from game.timing.units import ms
from tests.charts import BEAT_US, At, D, L, R, chart_of

THIRD = Fraction(1, 3)


def test_the_share_on_the_beat_counts_whole_beats_only() -> None:
    chart = chart_of("yard", At(2, "lift", L), At(4, "lift", R), At(4.5, "lift", L), At(5 + THIRD, "lift", R))
    assert on_the_beat_percent(chart.cues) == 50.0


def test_a_cue_is_on_an_onset_within_fifteen_milliseconds() -> None:
    chart = chart_of("yard", At(2, "lift", L), At(3, "lift", R))
    near, far = 2 * BEAT_US + ms(15), 3 * BEAT_US - ms(15) - 1
    assert on_an_onset_percent(chart.cues, [near, far]) == 50.0
    assert on_an_onset_percent(chart.cues, [2 * BEAT_US - ms(15), 3 * BEAT_US]) == 100.0


def test_a_cue_that_is_not_to_be_heard_asks_for_no_onset() -> None:
    chart = chart_of("bridge", At(2, "step", L), At(8, "silent", R))
    assert on_an_onset_percent(chart.cues, [2 * BEAT_US]) == 100.0


def test_a_feint_is_an_act_though_nothing_is_pressed() -> None:
    feint = Call("feint", 6 * BEAT_US, 6 * BEAT_US, Fraction(6))
    chart = chart_of("medicine_ball", At(2, "brace", D), calls=(feint,))
    assert acts_of(chart.sections) == {"brace": 1, "feint": 1}


def test_a_cell_is_the_rhythm_of_one_beat() -> None:
    strikes = [At(beat, "strike", L) for beat in (2, 3, 3.5, 4.5, 5, 5 + 2 * THIRD, 6.25)]
    cells = chart_figures(chart_of("speed_bag", *strikes), [])["cells"]
    assert cells == {"x": 1, "xx": 1, ".x": 1, "x.x": 1, ".x..": 1}


def test_the_densest_ten_seconds_are_found_wherever_they_are() -> None:
    slow = [At(beat, "lift", (L, R)[beat % 2]) for beat in range(0, 40, 4)]
    fast = [At(Fraction(80 + step, 2), "lift", (L, R)[step % 2]) for step in range(40)]
    figures = chart_figures(chart_of("yard", *slow, *fast, bars=16), [])
    assert figures["presses"] == 50
    assert figures["presses_per_second_in_the_densest_ten"] == 4.0
    assert figures["presses_per_second"] == 1.56
