"""The arc over the real maps: what a perfect player opens, that mashing opens nothing, what a judgement is worth."""

from collections.abc import Callable, Iterable
from itertools import pairwise
from statistics import mean

import pytest

from game.minigames.manifest import MINIGAMES
from game.sim.actions import HANDS, InputEvent, Verb
from game.sim.chart import Chart, Difficulty
from game.sim.events import BandChanged, Event, SecondWind
from game.sim.options import RunOptions
from game.sim.players import alternate, alternate_in_tempo, inputs_of, mash, mash_in_tempo, person_of
from game.sim.rng import Rng
from game.sim.score import POINTS_SCORE
from game.sim.session import Session
from game.sim.simulate import perfect_inputs, simulate
from game.timing.tempo import BEATS_PER_BAR
from tests.levels.montage import chart

CROWD = 12
TOLD_APART = 3_000
MASHING: dict[str, tuple[Callable[[Chart, Iterable[Verb], int], list[InputEvent]], tuple[Verb, ...], int]] = {
    "all 8/s": (mash, tuple(Verb), 8),
    "all 16/s": (mash, tuple(Verb), 16),
    "all each beat": (mash_in_tempo, tuple(Verb), 1),
    "all each eighth": (mash_in_tempo, tuple(Verb), 2),
    "both hands each beat": (mash_in_tempo, HANDS, 1),
    "both hands each eighth": (mash_in_tempo, HANDS, 2),
    "both hands each triplet": (mash_in_tempo, HANDS, 3),
}


def played(difficulty: Difficulty, inputs: list[InputEvent]) -> list[Event]:
    return simulate(chart(difficulty), RunOptions(), MINIGAMES, inputs)[1]


def band_changes(difficulty: Difficulty, events: list[Event]) -> list[tuple[str, int, int]]:
    """Return each change of the band: its section, the bar of the section (from 1) and the band."""
    tempo, changes = chart(difficulty).tempo, []
    for event in events:
        if isinstance(event, BandChanged):
            beat = tempo.to_beat(event.time_us)
            section = next(section for section in chart(difficulty).sections if beat < section.end_beat)
            changes.append((section.id, 1 + int((beat - section.start_beat) / BEATS_PER_BAR), event.band))
    return changes


@pytest.mark.parametrize("difficulty", list(Difficulty))
def test_a_perfect_player_opens_the_second_band_in_the_market_and_the_third_in_the_push_ups(
    difficulty: Difficulty,
) -> None:
    perfect = perfect_inputs(chart(difficulty), RunOptions(), MINIGAMES)
    assert band_changes(difficulty, played(difficulty, perfect)) == [("market", 2, 2), ("push_ups", 2, 3)]


@pytest.mark.parametrize("difficulty", list(Difficulty))
@pytest.mark.parametrize("bot", MASHING)
def test_mashing_is_in_the_lowest_band_from_the_first_bars_on(bot: str, difficulty: Difficulty) -> None:
    press, verbs, rate = MASHING[bot]
    assert_only_falls(difficulty, press(chart(difficulty), verbs, rate))


@pytest.mark.parametrize("difficulty", list(Difficulty))
@pytest.mark.parametrize("rate", [8, 12, 16, 30])
def test_hands_in_turn_as_fast_as_they_go_are_in_the_lowest_band_too(rate: int, difficulty: Difficulty) -> None:
    assert_only_falls(difficulty, alternate(chart(difficulty), rate))


@pytest.mark.parametrize("difficulty", list(Difficulty))
@pytest.mark.parametrize("steps_per_beat", [1, 2, 3, 4])
def test_hands_in_turn_exactly_on_the_beat_are_in_the_lowest_band_even_under_the_bridge(
    steps_per_beat: int, difficulty: Difficulty
) -> None:
    assert_only_falls(difficulty, alternate_in_tempo(chart(difficulty), steps_per_beat))


@pytest.mark.parametrize("difficulty", list(Difficulty))
def test_nobody_loses_under_the_bridge_what_was_earned_before(difficulty: Difficulty) -> None:
    perfect = perfect_inputs(chart(difficulty), RunOptions(), MINIGAMES)
    session = Session(chart(difficulty), RunOptions(), MINIGAMES)
    for event in perfect:
        session.queue(event)
    form = {}
    for section in chart(difficulty).sections[:3]:
        session.advance_to(section.end_us)
        form[section.id] = session.form.value
    assert form["bridge"] >= form["market"] > 500


def assert_only_falls(difficulty: Difficulty, inputs: list[InputEvent]) -> None:
    changes = band_changes(difficulty, played(difficulty, inputs))
    assert [(section, band) for section, _, band in changes] == [("yard", 0)]
    assert changes[0][1] <= 3


@pytest.mark.slow
@pytest.mark.parametrize("difficulty", list(Difficulty))
def test_a_player_of_forty_milliseconds_hears_the_band_open_three_times_and_close_once(difficulty: Difficulty) -> None:
    runs = [band_changes(difficulty, events) for events in crowd_of(40, difficulty)]
    rises = [
        sum(after > before for before, after in zip((1, *bands), bands, strict=False)) for bands in map(bands_of, runs)
    ]
    assert mean(rises) >= 3
    assert mean(len(run) - rise for run, rise in zip(runs, rises, strict=True)) >= 1


@pytest.mark.slow
def test_an_eight_millisecond_player_who_misreads_is_told_apart_from_difficulty_to_difficulty() -> None:
    """Wrong verbs are likelier where the verb changes within 300 ms: a harder chart has more of that."""
    scores = [
        mean(
            simulate(chart(difficulty), RunOptions(), MINIGAMES, inputs)[0].score.total
            for inputs in crowd_inputs(8, difficulty)
        )
        for difficulty in Difficulty
    ]
    assert all(easier - harder >= TOLD_APART for easier, harder in pairwise(scores)), scores


@pytest.mark.slow
def test_a_player_of_eighty_milliseconds_has_about_one_second_wind_in_a_run() -> None:
    runs = [events for difficulty in Difficulty for events in crowd_of(80, difficulty)]
    assert 0.5 <= mean(sum(isinstance(event, SecondWind) for event in run) for run in runs) <= 2


def crowd_inputs(spread_ms: int, difficulty: Difficulty) -> list[list[InputEvent]]:
    return [inputs_of(chart(difficulty), person_of(spread_ms), Rng(seed)) for seed in range(CROWD)]


def crowd_of(spread_ms: int, difficulty: Difficulty) -> list[list[Event]]:
    return [played(difficulty, inputs) for inputs in crowd_inputs(spread_ms, difficulty)]


def bands_of(changes: list[tuple[str, int, int]]) -> tuple[int, ...]:
    return tuple(band for _, _, band in changes)


@pytest.mark.parametrize("difficulty", list(Difficulty))
def test_no_single_judgement_is_worth_more_than_four_times_one_of_another_section(difficulty: Difficulty) -> None:
    session, _ = simulate(
        chart(difficulty), RunOptions(), MINIGAMES, perfect_inputs(chart(difficulty), RunOptions(), MINIGAMES)
    )
    score = session.score
    worth = [score.points_share(index) / tally.judgements for index, tally in enumerate(score.sections)]
    assert sum(score.points_share(index) for index in range(len(worth))) == POINTS_SCORE
    assert max(worth) <= 4 * min(worth)
