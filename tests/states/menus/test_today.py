"""The section of the day is on the menu, with the best grade since midnight."""

from dataclasses import replace

from game.states.menus.today import DAY_S, today_in_words, today_of, today_plan
from game.states.run.run_plan import Mode, RunPlan
from game.states.transitions import Transition
from game.storage.history.attempt import Attempt, Ended, Segment
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
    attempt = Attempt(board, now_s - now_s % DAY_S - 1, Ended.FINISHED, 0, 0, 0, 0, segments=(yard,))
    rig.app.history.add(attempt)
    assert today_in_words(rig.app, today) == f"Rail yard, {today.difficulty}"
    rig.app.history.add(replace(attempt, began_at=now_s))
    assert today_in_words(rig.app, today) == f"Rail yard, {today.difficulty}: Superb"
