"""Keys mean what the settings say, and a key that is taken changes hands."""

from dataclasses import fields

import pytest

from game.platform.input.bindings import MENU_NAMES, PLAY_NAMES, Bindings, MenuAction, PlayAction, rebound
from game.platform.input.controllers import BUTTONS
from game.platform.input.input_events import ButtonEvent, InputDevice
from game.platform.input.keyboard import SCANCODES, label_of, name_of
from game.sim.actions import Verb
from game.storage.settings import KeyBindings, PadBindings, Settings


def key(name: str) -> ButtonEvent:
    return ButtonEvent(0, InputDevice.KEYBOARD, name, down=True)


def button(name: str) -> ButtonEvent:
    return ButtonEvent(0, InputDevice.PAD, name, down=True)


@pytest.mark.parametrize(
    ("button_event", "verb"),
    [
        (key("F"), Verb.LEFT),
        (key("J"), Verb.RIGHT),
        (key("SPACE"), Verb.UP),
        (key("K"), Verb.DOWN),
        (key("LEFT"), Verb.LEFT),
        (key("RIGHT"), Verb.RIGHT),
        (key("UP"), Verb.UP),
        (key("DOWN"), Verb.DOWN),
        (button("LEFTSHOULDER"), Verb.LEFT),
        (button("DPAD_LEFT"), Verb.LEFT),
        (button("RIGHTSHOULDER"), Verb.RIGHT),
        (button("B"), Verb.RIGHT),
        (button("Y"), Verb.UP),
        (button("A"), Verb.DOWN),
        (key("A"), None),
    ],
)
def test_the_default_keys_play_the_verbs(button_event: ButtonEvent, verb: Verb | None) -> None:
    assert Bindings(Settings()).verb(button_event) is verb


def test_one_key_may_mean_one_thing_in_play_and_another_in_menus() -> None:
    bindings = Bindings(Settings())
    assert bindings.play_action(key("ESCAPE")) is PlayAction.PAUSE
    assert bindings.menu_action(key("ESCAPE")) is MenuAction.BACK
    assert bindings.verb(key("ESCAPE")) is None


def test_only_a_button_going_down_asks_for_something() -> None:
    bindings = Bindings(Settings())
    released = ButtonEvent(0, InputDevice.KEYBOARD, "R", down=False)
    assert bindings.play_action(released) is None
    assert bindings.menu_action(ButtonEvent(0, InputDevice.KEYBOARD, "RETURN", down=False)) is None


def test_every_action_has_a_key_and_a_button() -> None:
    for group in (KeyBindings(), PadBindings()):
        assert {item.name for item in fields(group)} == {*PLAY_NAMES, *MENU_NAMES}
        assert all(getattr(group, item.name) for item in fields(group))


def test_every_default_key_and_button_exists() -> None:
    assert {name for item in fields(KeyBindings()) for name in getattr(KeyBindings(), item.name)} <= set(SCANCODES)
    assert {name for item in fields(PadBindings()) for name in getattr(PadBindings(), item.name)} <= set(
        BUTTONS.values()
    )


def test_a_free_key_takes_its_slot() -> None:
    assert rebound(KeyBindings(), "left", 0, "D").left == ("D", "LEFT")


def test_a_taken_key_changes_hands() -> None:
    swapped = rebound(KeyBindings(), "left", 0, "J")
    assert swapped.left == ("J", "LEFT")
    assert swapped.right == ("F", "RIGHT")


def test_the_two_keys_of_an_action_can_change_places() -> None:
    assert rebound(KeyBindings(), "left", 0, "LEFT").left == ("LEFT", "F")


def test_the_other_context_is_not_touched() -> None:
    changed = rebound(KeyBindings(), "left", 0, "ESCAPE")
    assert changed.pause == ("F", "P")
    assert changed.back == ("ESCAPE", "BACKSPACE")


def test_no_action_is_left_without_any_key() -> None:
    assert rebound(KeyBindings(), "restart", 1, "R") == KeyBindings()
    only_one = rebound(PadBindings(), "menu_up", 1, "DPAD_DOWN")
    assert only_one == PadBindings()


def test_an_empty_slot_takes_a_key_from_an_action_that_has_another() -> None:
    changed = rebound(KeyBindings(), "restart", 1, "P")
    assert changed.restart == ("R", "P")
    assert changed.pause == ("ESCAPE",)


def test_keys_are_named_by_their_place() -> None:
    assert name_of(SCANCODES["F"]) == "F"
    assert name_of(9999) == "KEY9999"
    assert label_of("RETURN", {}) == "Enter"
