"""The section of the day is on the menu, with the best grade since midnight."""

from dataclasses import replace
from datetime import date

from game.content.daily import Daily, daily_of
from game.sim.chart import Difficulty
from game.states.menus.today import (
    DAY_S,
    today_in_words,
    today_of,
    today_plan,
    today_road_in_words,
    today_road_plan,
)
from game.states.run.run_plan import Mode, RunPlan
from game.states.transitions import Transition
from game.storage.history.attempt import Attempt, Ended, Segment
from tests import shipped
from tests.levels.montage import SECTIONS
from tests.states.rig import Rig


def test_the_section_of_the_day_is_practised_on_its_difficulty(rig: Rig) -> None:
    today = today_of(rig.app)
    assert today is not None and today.section == "yard"
    plan = today_plan(rig.app, today)
    assert (plan.mode, plan.difficulty, plan.section) == (Mode.PRACTICE, today.difficulty, "yard")
    rig.go(Transition("menu")).choose("Today")
    assert today_in_words(rig.app, today) in {row.value for row in rig.state.rows()}  # type: ignore[attr-defined]


def test_only_what_was_played_today_counts(rig: Rig) -> None:
    today = today_of(rig.app)
    assert today is not None
    board = RunPlan(Mode.PRACTICE, today.difficulty, "yard").board("ab" * 32)
    now_s = rig.app.utc_us() // 1_000_000
    yard = Segment("yard", 0, "Superb", 950, 1000, 0, 0, 0)
    attempt = Attempt(board, now_s - now_s % DAY_S - 1, Ended.FINISHED, 0, 0, 0, 0, world="tests", segments=(yard,))
    rig.app.history.add(attempt)
    assert today_in_words(rig.app, today) == f"Rail yard, {today.difficulty}"
    rig.app.history.add(replace(attempt, began_at=now_s))
    assert today_in_words(rig.app, today) == f"Rail yard, {today.difficulty}: Superb"


def test_to_the_right_of_it_is_the_road_work_of_the_day(rig: Rig) -> None:
    today = today_of(rig.app)
    assert today is not None
    rig.go(Transition("menu")).choose("Today").press("RIGHT", "RETURN")
    run = rig.state.run  # type: ignore[attr-defined]
    assert run.plan == today_road_plan(rig.app, today)
    assert (run.plan.mode, run.plan.section, run.plan.difficulty) == (Mode.ROAD, "yard", today.difficulty)
    assert run.session.pace.paces[0] == today.pace
    assert run.plan.counts


def test_the_road_work_of_a_day_has_a_board_of_its_own_and_its_best_time_stands_in_the_menu(rig: Rig) -> None:
    today = Daily(("yard",), Difficulty.NORMAL, 8_500)
    plan = today_road_plan(rig.app, today)
    board = plan.board(rig.app.loaded.wait().library.chart(Difficulty.NORMAL, "yard").hash())
    assert board.section == "yard from 8500"
    assert board != replace(plan, options=rig.app.road_plan().options).board(board.chart_hash)
    assert today_road_in_words(rig.app, today) == ("Rail yard, from 85 %", "Normal, nobody has run it yet")
    rig.app.history.add(Attempt(board, 0, Ended.FINISHED, 0, 0, 61_005_000, 0, identity="a" * 64))
    assert today_road_in_words(rig.app, today) == ("Rail yard, from 85 %", "Normal, your best: 1:01.005")


def test_the_neighbours_of_a_day_can_be_played(rig: Rig) -> None:
    day = daily_of(date(2026, 11, 30), SECTIONS, tuple(Difficulty))
    plan = today_road_plan(rig.app, day)
    chart = shipped.content().chart(plan.difficulty, plan.section)
    assert tuple(section.id for section in chart.sections) == day.sections
    assert chart.cues
