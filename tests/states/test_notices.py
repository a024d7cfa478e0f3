"""In play one line at most, the newest, gone after three seconds; equal ones once."""

from game.platform.input.input_events import PadChanged
from game.states.notices import REPEATED_AFTER_US, Notices
from game.states.run.run_plan import RunPlan
from game.states.transitions import Transition
from game.timing.units import ms
from tests.states.rig import Rig


def shown_over(rig: Rig, frames: int) -> list[str]:
    """Return the notices that stand first over so many frames."""
    shown = []
    for _ in range(frames):
        shown += list(rig.frame().app.notices)[:1]
    return shown


def in_play(rig: Rig) -> Rig:
    """Begin a run."""
    return rig.go(Transition("loading", RunPlan())).wait(ms(100))


def test_in_play_only_the_newest_is_shown_and_nothing_waits(rig: Rig) -> None:
    in_play(rig)
    for number in range(12):
        rig.app.notify(f"Number {number}.")
    rig.frame()
    assert list(rig.app.notices) == ["Number 11."]


def test_in_play_a_notice_is_gone_after_three_seconds(rig: Rig) -> None:
    in_play(rig).app.notify("Something happened.")
    rig.frame().wait(ms(2900))
    assert len(rig.app.notices) == 1
    rig.wait(ms(200))
    assert len(rig.app.notices) == 0


def test_what_waited_in_a_menu_is_not_shown_over_a_run(rig: Rig) -> None:
    for number in range(5):
        rig.app.notify(f"Number {number}.")
    rig.go(Transition("loading", RunPlan())).frame().wait(ms(3300))
    assert list(rig.app.notices) == []


def test_in_menus_notices_are_shown_one_after_another(rig: Rig) -> None:
    rig.go(Transition("menu"))
    rig.app.notify("First.")
    rig.app.notify("Second.")
    assert set(shown_over(rig, 500)) == {"First."}
    rig.wait(ms(1200))
    assert list(rig.app.notices) == ["Second."]


def test_a_loose_cable_makes_one_notice(rig: Rig) -> None:
    in_play(rig)
    shown = []
    for number in range(12):
        rig.frame(PadChanged("A pad", present=bool(number % 2)))
        assert len(rig.app.notices) <= 1
        shown += shown_over(rig, 50)
    assert len(shown) < 320, "it must be gone after three seconds, though the cable stays loose"
    assert set(shown) == {"A pad: pulled out", "A pad: ready"}
    assert list(rig.app.notices) == []


def test_equal_sentences_are_said_again_only_after_a_minute() -> None:
    notices = Notices()
    notices.add("The disk is full.", 0)
    assert notices.shown(0, 1000) == "The disk is full."
    assert notices.shown(1000, 1000) is None
    notices.add("The disk is full.", REPEATED_AFTER_US - 1)
    assert notices.shown(REPEATED_AFTER_US - 1, 1000) is None
    notices.add("The disk is full.", 2 * REPEATED_AFTER_US - 1)
    assert notices.shown(2 * REPEATED_AFTER_US, 1000) == "The disk is full."
