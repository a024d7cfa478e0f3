"""The settings: every row comes from the settings tree itself, and every change holds at once."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

import pygame

from game.platform.input.bindings import MenuAction
from game.states.context import AppContext
from game.states.menus.menu_state import MenuState, hint
from game.states.menus.records.goals import collected_of, unlocked
from game.states.menus.setup.detour import Detour
from game.states.transitions import Transition
from game.storage.options import DeviceName, Flag, OneOf, SettingKind, WholeNumber, kind_of
from game.timing.units import Micros
from game.view.canvas.options import UnlockableLook
from game.view.ui.fonts import Face
from game.view.ui.menu import Column, KeyHelp, Row
from game.view.ui.text import Style, shortened, write
from game.view.ui.ui_colors import EMBER

GROUPS = ("sound", "timing", "picture", "play")
"""Groups in the order of the screen."""
GROUPS_IN_A_RUN = ("sound", "timing", "picture")
"""Groups that can change while a run is paused; how it is judged is fixed when it begins."""
HIDDEN = {("timing", "calibrated"), ("timing", "audio_offsets_ms"), ("play", "initials"), ("play", "road_told")}
"""Settings without a row: group and name."""
KEYS_ROW = "Keys and buttons"
"""Row that opens the screen of keys."""
SYSTEMS_OWN = "system default"
"""What a row says of a sound device that was not chosen."""
VALUE_WIDTH = 270
"""Room for a value, px."""
LABELS = {
    "output": "Sound device",
    "audio_offset_ms": "Sound is late by",
    "visual_offset_ms": "Picture is late by",
    "quick_sound": "Quicker sound",
    "places": "Ambience",
    "rate_permille": "Song speed",
    "window_percent": "Hit windows",
    "hold_tap": "Holds as taps",
    "see_silence": "See the silence",
    "splits": "Splits against",
    "livesplit": "LiveSplit",
}
"""Labels of settings whose name does not make one."""


@dataclass(frozen=True, slots=True)
class Item:
    """One setting: its group and name in the tree, and its kind."""

    group: str
    name: str
    kind: SettingKind


class SettingsMenu(MenuState):
    """A row for each setting, under the name of its group."""

    title = "SETTINGS"
    column = Column(left=40, top=66, width=420, seen=14)

    def __init__(self, app: AppContext, detour: Detour) -> None:
        super().__init__(app)
        self._detour, self.paused = detour, detour.paused
        self.back = detour.paused or Transition("menu")
        hidden = HIDDEN | {("picture", look) for look in set(UnlockableLook) - unlocked(collected_of(app))}
        self._items: list[Item | str] = [KEYS_ROW]
        for group in GROUPS if self.paused is None else GROUPS_IN_A_RUN:
            self._items.append(group)
            self._items += [
                Item(group, item.name, kind_of(item))
                for item in fields(getattr(app.settings, group))
                if (group, item.name) not in hidden
            ]

    def rows(self) -> Sequence[Row]:
        """Return every setting with its value."""
        return [self._row(item) for item in self._items]

    def move(self, steps: int) -> None:
        """Change the chosen setting."""
        item = self._items[self.chosen]
        if isinstance(item, str):
            return
        value = self._value(item)
        match item.kind:
            case DeviceName():
                self.app.change(item.group, **{item.name: self._output_beside(value, steps)})
            case WholeNumber() if item.name == "audio_offset_ms":
                self.app.set_audio_offset(item.kind.moved(value, steps))
            case WholeNumber() | OneOf() | Flag():
                self.app.change(item.group, **{item.name: _moved(item.kind, value, steps)})

    def confirm(self) -> None:
        """Turn a flag, step through a list, or go to the keys."""
        item = self._items[self.chosen]
        if item == KEYS_ROW:
            self.transition = Transition("remap", self._detour)
        elif isinstance(item, Item) and isinstance(item.kind, Flag):
            self.move(1)

    def draw_more(self, canvas: pygame.Surface, wall_us: Micros) -> None:
        """Write what the chosen setting does."""
        item = self._items[self.chosen]
        if isinstance(item, Item):
            write(canvas, self.app.fonts, item.kind.sentence, (40, 320), Style(Face.BODY, EMBER))

    def hints(self) -> Sequence[KeyHelp]:
        """Return the hints of the keys."""
        return (hint(self.app, MenuAction.RIGHT, "change"), hint(self.app, MenuAction.BACK, "back"))

    def _row(self, item: Item | str) -> Row:
        if item == KEYS_ROW:
            return Row(KEYS_ROW)
        if isinstance(item, str):
            return Row(item, heading=True)
        label = LABELS.get(item.name, item.name.replace("_", " ").capitalize())
        words = shortened(self.app.fonts, _words(item, self._value(item)), Face.BODY, VALUE_WIDTH)
        return Row(label, words, moves=True)

    def _output_beside(self, output: str, steps: int) -> str:
        """Return the sound device some places further, kept within those that are there and the one that is set."""
        loaded = self.app.loaded.result
        there = () if loaded is None else loaded.player.outputs()
        names = tuple(dict.fromkeys(("", *there, output)))
        return names[min(len(names) - 1, max(0, names.index(output) + steps))]

    def _value(self, item: Item) -> Any:
        if item.name == "audio_offset_ms":
            return self.app.audio_offset_ms
        return getattr(getattr(self.app.settings, item.group), item.name)


def _moved(kind: WholeNumber | OneOf | Flag, value: Any, steps: int) -> Any:
    return kind.moved(value, steps)


def _words(item: Item, value: Any) -> str:
    match item:
        case Item(name="rate_permille"):
            return f"{value / 10:g} %"
        case Item(name="frame_rate") if value == 0:
            return "Match display"
        case Item(kind=DeviceName()):
            return str(value) or SYSTEMS_OWN
        case Item(kind=Flag()):
            return "on" if value else "off"
        case Item(kind=WholeNumber(unit=unit) | OneOf(unit=unit)):
            return f"{value} {unit}".strip()
    return str(value)
