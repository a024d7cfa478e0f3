"""The statistics say what was played, and which way each hand and section lies."""

from dataclasses import replace

from game.platform.input.input_events import InputDevice
from game.states.menus.records.statistics import (
    Statistics,
    figures,
    hands_in_words,
    sections_in_words,
    trend_in_words,
)
from game.states.run.run_plan import RunPlan
from game.states.transitions import Transition
from game.storage.history.attempt import Attempt, Ended, Hit, Segment
from game.storage.history.collection import Totals
from game.storage.history.stats import Stats, stats_of
from tests.states.rig import Rig

YARD = Segment("yard", 70_000, "OK", 15_000, 20_000, 7, 1, 24_000_000)
HITS = (
    Hit("yard", 0, "lift", "press", 0, -7_000, 998),
    Hit("yard", 1, "lift", "press", 1, 11_000, 990),
    Hit("market", 2, "crate", "press", 1, 40_000, 700),
    Hit("market", 3, "crate", "press", 1, -20_000, 900),
)
RUN = Attempt(RunPlan().board("ab" * 32), 1_000, Ended.FINISHED, 0, 0, 0, 0, world="tests", segments=(YARD,), hits=HITS)


def stats(rig: Rig) -> Stats:
    rig.app.history.add(RUN)
    rig.app.history.add(replace(RUN, began_at=2_000, segments=(replace(YARD, points=18_000),)))
    return stats_of(rig.app.history)


def test_each_hand_is_said_to_be_early_or_late(rig: Rig) -> None:
    assert hands_in_words(stats(rig)) == "Left hand 7 ms early, right hand 10 ms late; the last 2 attempts."


def test_a_hand_that_never_hit_is_said_so(rig: Rig) -> None:
    rig.app.history.add(replace(RUN, hits=HITS[:1]))
    assert "right hand never hit" in hands_in_words(stats_of(rig.app.history))


def test_the_steadiest_and_the_widest_section_are_named(rig: Rig) -> None:
    assert sections_in_words(stats(rig)) == "Steadiest: Rail yard. Widest: Market."


def test_the_trend_goes_from_the_oldest_to_the_newest(rig: Rig) -> None:
    assert trend_in_words(stats(rig)) == "Accuracy of the last 2 attempts: from 75 % to 90 %."


def test_an_attempt_that_was_restarted_at_once_is_no_point_of_the_trend(rig: Rig) -> None:
    rig.app.history.add(replace(RUN, began_at=3_000, ended=Ended.RESTARTED, segments=()))
    assert trend_in_words(stats_of(rig.app.history)) == "No section was played to its end yet."
    assert trend_in_words(stats(rig)) == "Accuracy of the last 2 attempts: from 75 % to 90 %."


def test_time_is_said_in_hours_and_minutes() -> None:
    assert figures(Totals(3, 1, 3_780_000_000, 12_345)) == (
        ("3", "runs and rounds begun"),
        ("1", "played to the end"),
        ("1 h 03 min", "on your feet"),
        ("12,345", "hits"),
    )


def test_the_sheets_are_turned_by_pad_and_differ(rig: Rig) -> None:
    stats(rig)
    rig.go(Transition("statistics"))
    seen = set()
    for _ in range(3):
        seen.add(rig.canvas.get_view("2").raw)
        rig.press("DPAD_RIGHT", device=InputDevice.PAD)
    assert len(seen) == 3
    assert isinstance(rig.state, Statistics) and rig.state.sheet == 0
    rig.press("B", device=InputDevice.PAD)
    assert rig.name == "MainMenu"
