"""The montage's charts: off the beat where they sing, every act often enough to learn it, Champion as dense as said."""

import pytest

from game.content.chart_figures import acts_of, chart_figures, on_the_beat_percent
from game.minigames.manifest import MINIGAMES
from game.sim.chart import Difficulty
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
    assert float(str(figures["presses_per_second_in_the_densest_ten"])) >= 6.5


def test_champion_rolls_triplets_on_the_speed_bag_from_the_second_bar_to_the_end() -> None:
    bag = section("speed_bag", Difficulty.CHAMPION)
    struck = [cue.beat for cue in bag.cues if cue.beat >= bag.start_beat + 4]
    assert len(struck) == 7 * 12
    assert all((beat * 3).denominator == 1 for beat in struck)


def test_a_call_of_hard_runs_on_for_a_whole_bar() -> None:
    calls = [call.beat for call in section("heavy_bag", Difficulty.HARD).calls]
    first = section("heavy_bag", Difficulty.HARD).start_beat
    bars = [{call - (first + 4 * bar) for call in calls if 0 <= call - (first + 4 * bar) < 4} for bar in range(8)]
    assert [min(bar) < 1 and max(bar) >= 3 for bar in bars if bar].count(True) >= 1


@pytest.mark.parametrize("name", ["push_ups", "steps", "yard", "sit_ups", "medicine_ball", "heavy_bag"])
def test_no_two_difficulties_have_one_rhythm(name: str) -> None:
    rhythms = [tuple(cue.beat for cue in section(name, difficulty).cues) for difficulty in Difficulty]
    assert len(set(rhythms)) == len(rhythms)
