"""Simulated players press exactly what they pressed when the published figures were made."""

import hashlib
from collections.abc import Iterable
from fractions import Fraction

import pytest

from game.sim.actions import InputEvent, Verb
from game.sim.chart import Difficulty
from game.sim.listener import Lesson, SectionSigns, Sign, answer
from game.sim.players import Person, alternate, inputs_of, mash, person_of, press_at_random
from game.sim.rng import Rng
from game.timing.tempo import TempoMap
from game.timing.units import ms
from tests.charts import BEAT_US, At, L, R, chart_of
from tests.golden.frozen import frozen_chart

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


def offsets_us(step_beats: Fraction) -> list[int]:
    """Return how far a person's presses lie off 400 cues that are so many beats apart."""
    chart = chart_of("yard", *(At(index * step_beats, "lift", (L, R)[index % 2]) for index in range(400)), bars=100)
    presses = [event.time_us for event in inputs_of(chart, Person(ms(10), 0, 0), Rng(1)) if event.down]
    return [time_us - cue.time_us for time_us, cue in zip(presses, chart.cues, strict=True)]


def test_tiredness_widens_the_spread_by_at_most_three_fifths() -> None:
    rested, hurried = (sum(map(abs, offsets_us(step)[20:])) for step in (Fraction(1), Fraction(1, 2)))
    assert hurried == pytest.approx(1.6 * rested, rel=0.001)


def test_pressing_at_random_is_as_often_as_it_says_and_at_least_once() -> None:
    assert [len(press_at_random(ONE_BAR, rate, Rng(1))) for rate in (0, 1, 10)] == [1, 2, 20]


def test_mashing_is_as_fast_as_it_says() -> None:
    assert len([event for event in mash(ONE_BAR, [Verb.UP], 8) if event.down]) == 16
    assert [event.verb for event in alternate(ONE_BAR, 2) if event.down] == [L, R, L, R]
