"""Remaps keys and buttons: two for every verb and menu action, by scancode; a key that is in use is swapped."""

from collections.abc import Sequence
from dataclasses import fields

import pygame

from game.platform.input import keyboard
from game.platform.input.bindings import MENU_NAMES, PLAY_NAMES, MenuAction, rebound
from game.platform.input.input_events import ButtonEvent, InputDevice
from game.platform.input.pad_family import label_of
from game.states.context import AppContext
from game.states.menus.menu_state import MenuState, hint
from game.states.menus.question import Question
from game.states.menus.setup.detour import Detour
from game.states.transitions import Transition
from game.storage.settings import KeyBindings, PadBindings
from game.timing.units import Micros
from game.view.ui.fonts import Face
from game.view.ui.menu import Column, Row
from game.view.ui.text import Style, write
from game.view.ui.ui_colors import EMBER, SUN

RESET = "Reset to defaults"
"""Row that restores the default keys."""
CANCEL_KEY = "ESCAPE"
"""Key that cancels the waiting for a key, whatever it is bound to."""
NO_PAD = "Plug in a controller to change its buttons."
"""Shown on a controller's rows while none is connected."""
RESET_DONE = "All keys and buttons are reset."
"""Shown after a reset."""
STATUS_AT = (40, 320)
"""Position of the line below the rows, px."""
GIVE_UP_US = 5_000_000
"""Time for which a key is waited for, microseconds."""


class Remap(MenuState):
    """Confirm waits for a key; left and right choose which of the two bindings is changed."""

    title = "KEYS AND BUTTONS"
    column = Column(left=40, top=66, width=470, seen=14)

    def __init__(self, app: AppContext, detour: Detour) -> None:
        super().__init__(app)
        self.back = Transition("settings", detour)
        self.paused = detour.paused
        self._status = ""
        self._slot = 0
        self._listening_until_us: Micros | None = None
        self._now_us: Micros = 0
        self._items: list[tuple[str, str]] = []
        for device in ("keys", "pad"):
            self._items.append((device, ""))
            self._items += [(device, name) for name in (*PLAY_NAMES, *MENU_NAMES)]

    def rows(self) -> Sequence[Row]:
        """Return every action of both devices."""
        return [*(self._row(device, name) for device, name in self._items), Row(RESET)]

    def move(self, steps: int) -> None:
        """Choose the first or the second key."""
        self._slot = max(0, min(1, self._slot + steps))

    def confirm(self) -> None:
        """Wait for a key, or ask whether to reset."""
        if self.chosen == len(self._items):
            self.ask(Question("Reset every key and button to its default?", "Keep them", RESET, self._reset))
        elif self._items[self.chosen][0] == "pad" and not self.app.has_pad:
            self._status = NO_PAD
        else:
            self._listening_until_us = self._now_us + GIVE_UP_US

    def on_button(self, button_event: ButtonEvent) -> None:
        """While waiting for a key, bind the next one of the row's device."""
        if self._listening_until_us is None:
            self._status = "" if button_event.down else self._status
            super().on_button(button_event)
            return
        device, name = self._items[self.chosen]
        if button_event.down and (button_event.device, button_event.key) == (InputDevice.KEYBOARD, CANCEL_KEY):
            self._listening_until_us = None
            self._status = "Nothing was changed."
        elif button_event.down and button_event.device is InputDevice(device):
            self._listening_until_us = None
            group: KeyBindings | PadBindings = getattr(self.app.settings, device)
            self._change(device, rebound(group, name, self._slot, button_event.key))

    def advance(self, wall_us: Micros) -> None:
        """Stop waiting for a key after a while."""
        self._now_us = wall_us
        if self._listening_until_us is not None and wall_us >= self._listening_until_us:
            self._listening_until_us = None

    def draw_more(self, canvas: pygame.Surface, wall_us: Micros) -> None:
        """Write what to press next."""
        if self._listening_until_us is not None:
            noun = _noun(self._items[self.chosen][0])
            words = f"Press the new {noun}. {keyboard.label_of(CANCEL_KEY, self.app.key_labels)} cancels."
            write(canvas, self.app.fonts, words, STATUS_AT, Style(Face.BODY, SUN))
        else:
            write(canvas, self.app.fonts, self.status, STATUS_AT, Style(Face.BODY, EMBER))

    @property
    def status(self) -> str:
        """What has just happened, or what to press next."""
        return self._status or self._advice()

    def _advice(self) -> str:
        if self.chosen == len(self._items):
            return "Every key and button, as delivered."
        device, _ = self._items[self.chosen]
        if device == "pad" and not self.app.has_pad:
            return NO_PAD
        key = hint(self.app, MenuAction.CONFIRM, "").key
        return f"Press {key}, then the new {_noun(device)}."

    def _reset(self) -> None:
        self._change("keys", KeyBindings())
        self._change("pad", PadBindings())
        self._status = RESET_DONE

    def _row(self, device: str, name: str) -> Row:
        if not name:
            pad = "controller" if self.app.has_pad else "controller: none connected"
            return Row({"keys": "keyboard", "pad": pad}[device], heading=True)
        names: tuple[str, ...] = getattr(getattr(self.app.settings, device), name)
        words = [self._label(device, key) for key in names] + ["-"] * (2 - len(names))
        if self._items[self.chosen : self.chosen + 1] == [(device, name)]:
            words[self._slot] = f"[{words[self._slot]}]"
        return Row(name.replace("_", " ").capitalize(), " / ".join(words), moves=True)

    def _label(self, device: str, key: str) -> str:
        return keyboard.label_of(key, self.app.key_labels) if device == "keys" else label_of(key, self.app.pad_family)

    def _change(self, device: str, group: KeyBindings | PadBindings) -> None:
        self.app.change(device, **{item.name: getattr(group, item.name) for item in fields(group)})


def _noun(device: str) -> str:
    return "key" if device == "keys" else "button"
