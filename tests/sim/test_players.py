"""Simulated players press exactly what they pressed when the published figures were made."""

import hashlib
from collections.abc import Iterable
from fractions import Fraction

import pytest

from game.minigames.manifest import MINIGAMES
from game.sim.actions import InputEvent, Verb
from game.sim.chart import Chart, Difficulty
from game.sim.listener import Lesson, SectionSigns, Sign, answer
from game.sim.options import RunOptions
from game.sim.players import (
    Person,
    alternate,
    alternate_in_tempo,
    inputs_of,
    mash,
    mash_in_tempo,
    person_of,
    press_at_random,
)
from game.sim.rng import Rng
from game.sim.simulate import autoplay_inputs
from game.timing.tempo import TempoMap
from game.timing.units import Micros, ms
from tests.charts import BEAT_US, At, D, L, R, U, chart_of
from tests.golden.frozen import frozen_chart
from tests.sim.draws import EveryDraw

HARD = frozen_chart(Difficulty.HARD)
ONE_BAR = chart_of("yard", At(1, "lift", L), bars=1)
TAPS = Lesson((L, R), Fraction(1))


def fingerprint(events: Iterable[InputEvent]) -> str:
    rows = [(event.time_us, int(event.verb), event.down) for event in events]
    return hashlib.blake2b(repr(rows).encode(), digest_size=8).hexdigest()


@pytest.mark.parametrize(
    ("spread_ms", "expected"), [(8, "e6c66444e5c45e8e"), (25, "99c1afc2abcffe63"), (80, "56d36b484b5f60d3")]
)
def test_a_person_of_a_spread_presses_what_the_seed_says(spread_ms: int, expected: str) -> None:
    assert fingerprint(inputs_of(HARD, person_of(spread_ms), Rng(7))) == expected


def test_a_listener_presses_what_the_seed_says() -> None:
    signs = [Sign(beat * BEAT_US, "tap", -0.5 if beat % 2 else 0.5) for beat in range(400)]
    section = SectionSigns(Fraction(0), Fraction(400), {"tap": TAPS}, {})
    pressed = answer(signs, [section], TempoMap.from_runs(((400, BEAT_US),)), Rng(3))
    assert fingerprint(pressed) == "48feb58216e890fb"


def test_random_presses_are_those_of_the_seed() -> None:
    assert fingerprint(press_at_random(HARD, 6, Rng(7))) == "619dbb76bcff56b9"


def test_autoplay_with_a_spread_presses_what_the_seed_says() -> None:
    inputs = autoplay_inputs(HARD, RunOptions(seed=7), MINIGAMES, spread_ms=25)
    assert fingerprint(inputs) == "5f4e3c0330526cf5"


def test_the_bias_the_drops_and_the_slips_of_a_person_grow_with_the_spread() -> None:
    assert person_of(4) == Person(ms(4), -667, 0, 1)
    assert person_of(8) == Person(ms(8), -1334, 0, 1)
    assert person_of(25) == Person(ms(25), -4167, 20, 3)
    assert person_of(80) == Person(ms(80), -13334, 86, 10)


def presses_of(chart: Chart, person: Person, rng: Rng) -> list[InputEvent]:
    return [event for event in inputs_of(chart, person, rng) if event.down]


def lifts(count: int, step_us: Micros, verbs: tuple[Verb, ...] = (L, R)) -> Chart:
    """Return a chart of lifts by these verbs in turn, so many microseconds apart."""
    step = Fraction(step_us, BEAT_US)
    cues = (At(1 + index * step, "lift", verbs[index % len(verbs)]) for index in range(count))
    return chart_of("yard", *cues, bars=int(count * step) // 4 + 2)


def offsets_us(step_us: Micros) -> list[Micros]:
    """Return how far a person's presses lie off 400 cues that are so far apart."""
    chart = lifts(400, step_us)
    presses = presses_of(chart, Person(ms(10), 0, 0), Rng(1))
    return [press.time_us - cue.time_us for press, cue in zip(presses, chart.cues, strict=True)]


def test_tiredness_widens_the_spread_by_at_most_three_fifths() -> None:
    rested, hurried = (sum(map(abs, offsets_us(step_us)[20:])) for step_us in (BEAT_US, BEAT_US // 2))
    assert hurried == pytest.approx(1.6 * rested, rel=0.001)


def test_cues_tire_that_are_less_than_three_hundred_milliseconds_apart() -> None:
    rested = offsets_us(BEAT_US)
    assert offsets_us(ms(300)) == rested
    assert offsets_us(ms(300) - 1) != rested


def test_each_cue_tires_by_a_twenty_fifth_and_a_gap_is_rest() -> None:
    rested, tired = offsets_us(BEAT_US), offsets_us(ms(200))
    assert [round(tired[place] / rested[place], 2) for place in (0, 1, 2, 3)] == [1, 1.04, 1.08, 1.12]


def slips(chart: Chart, misread_permille: int, rng: Rng) -> int:
    """Return how many cues a person takes for another verb."""
    presses = presses_of(chart, Person(0, 0, 0, misread_permille), rng)
    return sum((press.verb,) != cue.verbs for press, cue in zip(presses, chart.cues, strict=True))


def test_a_verb_that_changes_in_a_hurry_is_misread_eight_times_as_often() -> None:
    assert slips(lifts(2000, ms(300) - 1), 50, Rng(3)) == pytest.approx(2000 * 0.4, rel=0.05)
    assert slips(lifts(2000, ms(300)), 50, Rng(3)) == pytest.approx(2000 * 0.05, rel=0.2)
    assert slips(lifts(2000, ms(100), verbs=(L,)), 50, Rng(3)) == pytest.approx(2000 * 0.05, rel=0.2)


def test_a_chord_that_is_misread_is_pressed_with_one_hand() -> None:
    chord = chart_of("yard", At(1, "press", (L, R)))
    assert [event.verb for event in presses_of(chord, Person(0, 0, 0, 1000), Rng(1))] == [L]


def test_a_hand_is_mistaken_for_the_other_hand_and_what_is_no_hand_for_any_verb() -> None:
    taken_for = [
        {press.verb for press in presses_of(lifts(400, BEAT_US, verbs=(verb,)), Person(0, 0, 0, 1000), Rng(1))}
        for verb in (L, R, U)
    ]
    assert taken_for == [{R}, {L}, {L, R, D}]


@pytest.mark.parametrize("permille", [0, 1, 20, 1000])
def test_a_person_drops_or_misreads_exactly_so_many_of_a_thousand_cues(permille: int) -> None:
    chart = lifts(1000, BEAT_US)
    draws_a_cue = 2
    assert len(presses_of(chart, Person(0, 0, permille), EveryDraw(draws_a_cue))) == 1000 - permille
    assert slips(chart, permille, EveryDraw(draws_a_cue)) == permille


def test_pressing_at_random_is_as_often_as_it_says_and_at_least_once() -> None:
    assert [len(press_at_random(ONE_BAR, rate, Rng(1))) for rate in (0, 1, 10)] == [1, 2, 20]


def rows_of(events: Iterable[InputEvent]) -> list[tuple[float, Verb, bool]]:
    """Return events with their times in milliseconds."""
    return [(event.time_us / ms(1), event.verb, event.down) for event in events]


def test_mashing_presses_every_verb_at_once_and_lets_go_half_way() -> None:
    assert rows_of(mash(ONE_BAR, [U, D], 1)) == [
        (0, U, True), (0, D, True), (500, U, False), (500, D, False),
        (1000, U, True), (1000, D, True), (1500, U, False), (1500, D, False),
    ]  # fmt: skip
    assert len(mash(ONE_BAR, [U], 8)) == 2 * 16


def test_alternating_presses_left_and_right_in_turn_and_lets_go_half_way() -> None:
    assert rows_of(alternate(ONE_BAR, 1)) == [(0, L, True), (500, L, False), (1000, R, True), (1500, R, False)]
    assert len(alternate(ONE_BAR, 8)) == 2 * 16


def test_in_tempo_the_presses_fall_on_the_divisions_of_every_beat_to_the_end() -> None:
    hands = [(250 * place + after, (L, R)[place % 2], after == 0) for place in range(8) for after in (0, 60)]
    assert rows_of(alternate_in_tempo(ONE_BAR, 2)) == hands
    assert rows_of(mash_in_tempo(ONE_BAR, [U], 2)) == [(time_ms, U, down) for time_ms, _, down in hands]
