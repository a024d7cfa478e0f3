"""What menus, results and boards say: one term for one thing, and nothing that is not true."""

import pytest

from game.minigames.manifest import MINIGAMES
from game.sim.options import Assist, RunOptions
from game.states.menus.assist_words import ASSIST_WORDS, assists_in_words
from game.states.menus.records.board_names import board_name
from game.states.menus.records.results import sheet_of
from game.states.run.run_plan import RunPlan
from game.states.samples import sample_outcome, sample_pause
from game.states.transitions import Transition
from game.view.ui.fonts import Face
from tests.states.rig import Rig

EVERY_ASSIST = RunOptions(900, 150, frozenset(Assist))


def labels(rig: Rig) -> list[str]:
    return [row.label for row in rig.state.rows()]  # type: ignore[attr-defined]


def test_results_call_a_section_by_its_exercises_own_title(rig: Rig) -> None:
    assert [row.name for row in sheet_of(sample_outcome(rig.app)).rows] == ["Rail yard"]


@pytest.mark.parametrize("section", list(MINIGAMES))
def test_a_board_calls_a_section_by_the_same_title(section: str) -> None:
    assert board_name(RunPlan(section=section).board("")) == f"{MINIGAMES[section].spec.title}, normal"


def test_a_board_names_its_assists_as_the_menus_do() -> None:
    name = board_name(RunPlan(options=EVERY_ASSIST).board(""))
    assert all(words in name for words in ASSIST_WORDS.values())
    assert name.startswith("The whole run, normal, song speed 90 %, hit windows 150 %")


def test_every_assist_has_words() -> None:
    assert set(ASSIST_WORDS) == set(Assist)


def test_assists_are_told_in_one_line_and_a_usual_run_has_none() -> None:
    assert assists_in_words(RunOptions()) == ""
    line = assists_in_words(EVERY_ASSIST)
    assert line == "Assists: one button, one hand, holds as taps, see the silence, windows 150 %, speed 90 %"


def test_the_longest_line_of_assists_fits_beside_the_picture(rig: Rig) -> None:
    assert rig.app.fonts.width(assists_in_words(EVERY_ASSIST), Face.SMALL) <= 310


def test_a_pause_offers_the_usual_ways(rig: Rig) -> None:
    rig.go(Transition("pause", sample_pause(rig.app)))
    assert labels(rig) == ["Resume", "Practice", "Restart", "Settings", "Quit to menu"]


@pytest.mark.parametrize(
    ("section", "name", "title"),
    [
        ("medicine_ball", "brace_short", "Quick brace"),
        ("market", "hanging", "Duck"),
        ("push_ups", "lower", "Push-up"),
        ("bridge", "silent", "Silent steps"),
        ("bridge", "join", "Step back in"),
        ("yard", "lift", "Lift"),
    ],
)
def test_a_kind_of_cue_has_a_title_of_its_own(section: str, name: str, title: str) -> None:
    assert next(kind.title for kind in MINIGAMES[section].spec.cues if kind.name == name) == title
