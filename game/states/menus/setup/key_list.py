"""The list of keys or buttons of a run, as bound, on the device that was last used."""

import pygame

from game.platform.input import keyboard
from game.platform.input.bindings import PLAY_NAMES
from game.platform.input.input_events import InputDevice
from game.platform.input.pad_family import label_of
from game.states.context import AppContext
from game.view.ui.fonts import Face
from game.view.ui.menu import draw_keycap
from game.view.ui.text import Style, write
from game.view.ui.ui_colors import CREAM

LINE = 15
"""Height of a line, px."""
CAPS_LEFT = 70
"""Distance from the names to the keycaps, px."""
GAP = 5
"""Distance between two keycaps, px."""


def labels_of(app: AppContext, name: str) -> tuple[str, ...]:
    """Return the labels of all keys or buttons that are bound to a verb or action."""
    if app.device is InputDevice.PAD:
        return tuple(label_of(key, app.pad_family) for key in getattr(app.settings.pad, name))
    return tuple(keyboard.label_of(key, app.key_labels) for key in getattr(app.settings.keys, name))


def draw_keys(app: AppContext, canvas: pygame.Surface, at: tuple[int, int]) -> None:
    """Draw a line for each verb and action of a run, with its keycaps."""
    for place, name in enumerate(PLAY_NAMES):
        left, top = at[0], at[1] + place * LINE
        write(canvas, app.fonts, name.capitalize(), (left, top + 1), Style(Face.SMALL, CREAM))
        left += CAPS_LEFT
        for label in labels_of(app, name):
            left += draw_keycap(canvas, app.fonts, label, (left, top)) + GAP
