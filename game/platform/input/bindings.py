"""Maps button events to verbs and actions in play, and to actions in menus."""

from dataclasses import fields, replace
from enum import StrEnum
from typing import TypeVar

from game.platform.input.input_events import ButtonEvent, InputDevice
from game.sim.actions import VERB_NAMES, Verb
from game.storage.settings import KeyBindings, PadBindings, Settings


class PlayAction(StrEnum):
    """Actions in play, beside the verbs."""

    PAUSE = "pause"
    RESTART = "restart"


class MenuAction(StrEnum):
    """Actions in menus."""

    UP = "menu_up"
    DOWN = "menu_down"
    LEFT = "menu_left"
    RIGHT = "menu_right"
    CONFIRM = "confirm"
    BACK = "back"
    PRACTICE = "practice"


PLAY_NAMES = (*VERB_NAMES, *map(str, PlayAction))
"""Names of actions during a run."""
MENU_NAMES = tuple(map(str, MenuAction))
"""Names of actions in a menu."""
CONTEXTS = (PLAY_NAMES, MENU_NAMES)
"""Names that share a context: within one, each key has a single meaning."""
Group = TypeVar("Group", bound=KeyBindings | PadBindings)


class Bindings:
    """Looks up button events. Built anew whenever the settings change."""

    def __init__(self, settings: Settings) -> None:
        self._play: dict[tuple[InputDevice, str], str] = {}
        self._menu: dict[tuple[InputDevice, str], str] = {}
        for device, group in ((InputDevice.KEYBOARD, settings.keys), (InputDevice.PAD, settings.pad)):
            for item in fields(group):
                table = self._play if item.name in PLAY_NAMES else self._menu
                for key in getattr(group, item.name):
                    table.setdefault((device, key), item.name)

    def verb(self, button_event: ButtonEvent) -> Verb | None:
        """Return the verb of a button event, or None."""
        return VERB_NAMES.get(self._play.get((button_event.device, button_event.key), ""))

    def play_action(self, button_event: ButtonEvent) -> PlayAction | None:
        """Return the play action of a button going down, or None."""
        name = self._play.get((button_event.device, button_event.key))
        return PlayAction(name) if button_event.down and name is not None and name not in VERB_NAMES else None

    def menu_action(self, button_event: ButtonEvent) -> MenuAction | None:
        """Return the menu action of a button going down, or None."""
        name = self._menu.get((button_event.device, button_event.key))
        return MenuAction(name) if button_event.down and name is not None else None


def rebound(group: Group, action: str, slot: int, key: str) -> Group:
    """Return the bindings with `key` in a slot (0 or 1) of `action`; an action that had it gets the slot's old key.

    If the slot was empty and the other action would be left without a key, nothing changes.
    """
    context = next(names for names in CONTEXTS if action in names)
    slots = {name: list(getattr(group, name)) for name in context}
    mine = slots[action]
    old = mine[slot] if slot < len(mine) else None
    for keys in slots.values():
        if key not in keys:
            continue
        if old is None and keys == [key]:
            return group
        place = keys.index(key)
        keys[place : place + 1] = [old] if old is not None else []
    if slot < len(mine):
        mine[slot] = key
    elif key not in mine:
        mine.append(key)
    return replace(group, **{name: tuple(dict.fromkeys(keys)) for name, keys in slots.items()})
