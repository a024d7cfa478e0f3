"""The gym's board shows a section's medals and laces, and leads to its practice."""

from dataclasses import replace

from game.platform.input.input_events import InputDevice
from game.sim.actions import Verb
from game.sim.chart import Difficulty
from game.sim.events import Judged, Part
from game.sim.judge import Grade
from game.states.menus.records.photographs import AFTER_HIT_US, moment_of
from game.states.menus.records.wall import Wall
from game.states.run.run_plan import RunPlan, SectionChoice
from game.states.transitions import Transition
from game.storage.history.attempt import Attempt, Ended, Segment
from tests.states.rig import Rig, short_chart

YARD = Segment("yard", 70_000, "Superb", 19_000, 20_000, 7, 0, 24_000_000)
RUN = Attempt(
    RunPlan().board("ab" * 32), 1_000, Ended.QUIT, 0, 0, 0, 0, world="tests", segments=(YARD,), laces=("yard",)
)


def wall(rig: Rig) -> Wall:
    rig.go(Transition("wall"))
    assert isinstance(rig.state, Wall)
    return rig.state


def test_an_empty_board_shows_the_sections_without_medals(rig: Rig) -> None:
    board = wall(rig)
    assert board.sections == ("yard",)
    assert (board.grades, board.laced()) == ({}, 0)


def test_medals_and_laces_are_those_of_the_history(rig: Rig) -> None:
    empty = wall(rig)
    before = rig.canvas.copy()
    rig.app.history.add(RUN)
    board = wall(rig)
    assert str(board.grades["yard", "normal"].grade) == "Superb"
    assert (empty.laced(), board.laced()) == (0, 1)
    assert rig.canvas.get_view("2").raw != before.get_view("2").raw


def test_a_lace_of_a_section_that_is_not_played_here_laces_nothing(rig: Rig) -> None:
    rig.app.history.add(replace(RUN, laces=("harbour",)))
    assert wall(rig).laced() == 0


def test_a_photograph_leads_to_the_practice_of_its_section(rig: Rig) -> None:
    wall(rig)
    rig.press("A", device=InputDevice.PAD)
    assert rig.name == "Practice"
    rig.press("ESCAPE")
    assert rig.name == "MainMenu"


def test_a_choice_names_its_section(rig: Rig) -> None:
    board = wall(rig)
    board.confirm()
    assert board.transition == Transition("practice", SectionChoice("yard"))


def hit(time_us: int, offset_us: int | None) -> Judged:
    return Judged(time_us, 0, 0, "lift", Part.PRESS, Verb.LEFT, Grade.PERFECT, 1000, False, offset_us)


def test_a_photograph_is_taken_at_the_most_accurate_hit_away_from_the_seams() -> None:
    section = short_chart(Difficulty.NORMAL).sections[0]
    middle = (section.start_us + section.end_us) // 2
    assert moment_of(section, ()) == middle
    events = (hit(section.start_us + 1, 0), hit(middle, 9_000), hit(middle + 5, -4_000), hit(middle + 9, None))
    assert moment_of(section, events) == middle + 5 + AFTER_HIT_US
