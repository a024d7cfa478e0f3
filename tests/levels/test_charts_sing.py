"""The montage's charts: off the beat where they sing, every act often enough to learn it, Champion as dense as said."""

from fractions import Fraction

import pytest

from game.content.chart_figures import acts_of, chart_figures, on_the_beat_percent
from game.minigames.manifest import MINIGAMES
from game.sim.chart import Difficulty, SectionChart
from game.timing.tempo import BEATS_PER_BAR
from tests.levels.montage import SECTIONS, chart, section

MOST_ON_THE_BEAT = {Difficulty.EASY: 85, Difficulty.NORMAL: 60, Difficulty.HARD: 45, Difficulty.CHAMPION: 45}
"""Greatest share of cues on the beat, in percent."""
LEARNT = 4
"""An exercise's act comes at least so often on normal."""
FEINTS = 3
"""Feints on normal and harder."""
RARE = {"clap", "breath", "brace", "turn", "jab", "raise", "join"}
"""Acts that normal has fewer of: claps belong to hard, the others end a phrase or the run."""


@pytest.mark.parametrize("difficulty", list(Difficulty))
def test_no_more_cues_lie_on_the_beat_than_the_design_says(difficulty: Difficulty) -> None:
    assert on_the_beat_percent(chart(difficulty).cues) <= MOST_ON_THE_BEAT[difficulty]


@pytest.mark.parametrize("name", [name for name in SECTIONS if MINIGAMES[name].spec.cues])
def test_every_act_of_an_exercise_comes_four_times_on_normal(name: str) -> None:
    acts = acts_of([section(name, Difficulty.NORMAL)])
    wanted = {kind.name for kind in MINIGAMES[name].spec.cues} - RARE
    assert {act: acts[act] for act in wanted if acts[act] < LEARNT} == {}


@pytest.mark.parametrize("difficulty", [Difficulty.NORMAL, Difficulty.HARD, Difficulty.CHAMPION])
def test_the_ball_is_kept_back_three_times(difficulty: Difficulty) -> None:
    assert acts_of([section("medicine_ball", difficulty)])["feint"] == FEINTS


def test_champion_is_as_dense_as_it_says() -> None:
    figures = chart_figures(chart(Difficulty.CHAMPION), [])
    assert float(str(figures["presses_per_second"])) >= 3.15
    assert 6.3 <= float(str(figures["presses_per_second_in_the_densest_ten"])) <= 6.7


def test_champion_runs_in_sixteenths_of_five_and_seven_along_the_river() -> None:
    lengths = [len(run) for run in runs_of(section("river", Difficulty.CHAMPION), Fraction(1, 4)) if len(run) >= 4]
    assert set(lengths) <= {4, 5, 7}
    assert lengths.count(5) >= 3 and lengths.count(7) >= 3


def test_champion_sprints_up_the_steps_on_two_beats_of_each_bar() -> None:
    steps = section("steps", Difficulty.CHAMPION)
    for bar in range(1, steps.bars):
        beats = [steps.start_beat + 4 * bar + beat for beat in range(4)]
        full = [sum(beat <= cue.beat < beat + 1 for cue in steps.cues) == 4 for beat in beats]
        assert full.count(True) == 2, bar + 1


def test_champion_rolls_triplets_on_the_speed_bag_from_the_second_bar_to_the_end() -> None:
    bag = section("speed_bag", Difficulty.CHAMPION)
    struck = [cue.beat for cue in bag.cues if cue.beat >= bag.start_beat + 4]
    assert len(struck) == 7 * 12
    assert all((beat * 3).denominator == 1 for beat in struck)


def test_the_last_call_of_hard_fills_a_bar_and_is_answered_by_a_bar() -> None:
    bag = section("heavy_bag", Difficulty.HARD)
    calls = {(call.beat + BEATS_PER_BAR, call.kind) for call in bag.calls if call.beat >= bag.end_beat - 8}
    last = bag.end_beat - BEATS_PER_BAR
    assert {(cue.beat, f"call_{cue.name}") for cue in bag.cues if cue.beat >= last} == calls
    assert [cue for cue in bag.cues if last - BEATS_PER_BAR <= cue.beat < last] == []
    assert {int(beat - last) for beat, _ in calls} == {0, 1, 2, 3}


@pytest.mark.parametrize("name", ["push_ups", "steps", "yard", "sit_ups", "medicine_ball", "heavy_bag"])
def test_no_two_difficulties_have_one_rhythm(name: str) -> None:
    rhythms = [tuple(cue.beat for cue in section(name, difficulty).cues) for difficulty in Difficulty]
    assert len(set(rhythms)) == len(rhythms)


def runs_of(found: SectionChart, apart: Fraction) -> list[list[Fraction]]:
    """Return the beats of strides in runs whose strides lie exactly so far apart."""
    runs: list[list[Fraction]] = []
    for cue in found.cues:
        if cue.name == "stride" and runs and cue.beat - runs[-1][-1] == apart:
            runs[-1].append(cue.beat)
        elif cue.name == "stride":
            runs.append([cue.beat])
    return runs
