"""Autoplay: what the player who never errs presses, and the one who errs by a known spread."""

from fractions import Fraction

import pytest

from game.minigames.manifest import MINIGAMES
from game.sim.actions import InputEvent, Verb
from game.sim.autoplay import perfect_taps, spread_taps
from game.sim.chart import Chart
from game.sim.options import Assist, RunOptions
from game.sim.rng import Rng
from game.sim.rules import RunContext
from game.sim.simulate import autoplay_inputs
from game.timing.units import Micros, ms
from tests.charts import BEAT_US, At, L, R, U, chart_of
from tests.sim.draws import EveryDraw

TAP, CHORD = chart_of("yard", At(4, "lift", L)), chart_of("yard", At(4, "press", (L, R)))
HOLD, HOOK = chart_of("sit_ups", At(4, "sit_up", U, length=1)), chart_of("meat", At(4, "hook", R, length=1))
AT, END = 4 * BEAT_US, 5 * BEAT_US
TAPPED = RunOptions(assists=frozenset({Assist.HOLD_TAP}))


def rows_of(events: list[InputEvent]) -> list[tuple[Micros, Verb, bool]]:
    return [(event.time_us, event.verb, event.down) for event in events]


TAPS = {
    "a tap": (TAP, RunOptions(), [(AT, L, True), (AT + ms(60), L, False)]),
    "a chord": (CHORD, RunOptions(), [(AT, L, True), (AT, R, True), (AT + ms(60), L, False), (AT + ms(60), R, False)]),
    "a hold": (HOLD, RunOptions(), [(AT, U, True), (END, U, False)]),
    "a hold that is a tap": (HOLD, TAPPED, [(AT, U, True), (END, U, False)]),
    "a hook": (HOOK, RunOptions(), [(AT, R, True), (END, R, False)]),
    "a hook that is a tap": (HOOK, TAPPED, [(END, R, True), (END + ms(60), R, False)]),
}


@pytest.mark.parametrize(("chart", "options", "expected"), TAPS.values(), ids=list(TAPS))
def test_taps_last_sixty_milliseconds_and_holds_as_long_as_they_are(
    chart: Chart, options: RunOptions, expected: list[tuple[Micros, Verb, bool]]
) -> None:
    context = RunContext(chart.tempo, options, chart.difficulty, Rng(0))
    assert rows_of(perfect_taps(chart.sections[0], context)) == expected


@pytest.mark.parametrize("name", ["a tap", "a chord", "a hold", "a hook"])
def test_without_a_spread_the_spread_player_presses_perfectly_too(name: str) -> None:
    chart, options, expected = TAPS[name]
    assert rows_of(spread_taps(chart.cues, 0, options, EveryDraw())) == expected


@pytest.mark.parametrize("name", TAPS)
def test_autoplay_without_a_spread_is_perfect_play(name: str) -> None:
    chart, options, expected = TAPS[name]
    assert rows_of(autoplay_inputs(chart, options, MINIGAMES, 0.0)) == expected


def test_what_is_released_and_pressed_at_one_moment_is_released_first() -> None:
    chart = chart_of("sit_ups", At(4, "sit_up", U, length=1), At(5, "sit_up", U, length=1))
    inputs = autoplay_inputs(chart, RunOptions(), MINIGAMES, 0.0)
    assert [(event.time_us, event.down) for event in inputs[1:3]] == [(END, False), (END, True)]


def test_no_release_comes_sooner_than_twenty_milliseconds_after_its_press() -> None:
    short = chart_of("sit_ups", *(At(beat, "sit_up", U, length=Fraction(1, 50)) for beat in range(2, 200)), bars=50)
    inputs = spread_taps(short.cues, ms(25), RunOptions(), Rng(1))
    downs, ups = ([event.time_us for event in inputs if event.down is down] for down in (True, False))
    assert min(up_us - down_us for down_us, up_us in zip(downs, ups, strict=True)) == ms(20)


@pytest.mark.parametrize("rate_permille", [500, 1500])
def test_the_spread_is_in_real_time_at_any_rate(rate_permille: int) -> None:
    def first_us(permille: int) -> Micros:
        return autoplay_inputs(TAP, RunOptions(permille, seed=2), MINIGAMES, 30.0)[0].time_us - AT

    assert first_us(rate_permille) == pytest.approx(first_us(1000) * rate_permille / 1000, abs=1)
