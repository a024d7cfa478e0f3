"""Initials: typed or turned, with the last ones to begin with."""

from game.platform.input.input_events import InputDevice
from game.states.menus.records.initials import IGNORE_KEYS_US, TIMEOUT_US
from game.states.screens import sample_transition
from game.timing.units import ms
from tests.states.rig import Rig


def asked(rig: Rig) -> Rig:
    """Open the screen, and wait until it takes keys."""
    return rig.go(sample_transition(rig.app, "initials")).wait(IGNORE_KEYS_US)


def test_the_last_ones_are_there_to_begin_with(rig: Rig) -> None:
    rig.app.change("play", initials="JOE")
    asked(rig).press("RETURN", "RETURN", "RETURN")
    assert rig.name == "Results"
    assert rig.app.settings.play.initials == "JOE"


def test_letters_are_typed_and_confirmed_once(rig: Rig) -> None:
    asked(rig).press("W", "A", "7").press("RETURN")
    assert rig.name == "Results"
    assert rig.app.settings.play.initials == "WA7"


def test_a_letter_is_the_one_that_the_layout_writes_on_the_key(rig: Rig) -> None:
    rig.app.key_labels = {"Y": "Z", "Q": "\u00e9"}
    asked(rig).press("Y", "Q", "RETURN", "RETURN")
    assert rig.app.settings.play.initials == "ZAA"


def test_backspace_goes_back_a_letter(rig: Rig) -> None:
    asked(rig).press("A", "B", "C", "BACKSPACE", "X", "RETURN")
    assert rig.app.settings.play.initials == "AXC"


def test_a_pad_turns_letters(rig: Rig) -> None:
    asked(rig).press("DPAD_DOWN", "A", "A", "A", device=InputDevice.PAD)
    assert rig.app.settings.play.initials == "BAA"


def test_the_last_hit_of_a_run_types_nothing(rig: Rig) -> None:
    rig.go(sample_transition(rig.app, "initials")).press("F", "J").wait(TIMEOUT_US, ms(500))
    assert rig.name == "Results"
    assert rig.app.settings.play.initials == "AAA"
