"""Key names by scancode, so that bindings keep their position on every keyboard layout."""

import pygame

SCANCODES = {name.removeprefix("KSCAN_"): getattr(pygame, name) for name in dir(pygame) if name.startswith("KSCAN_")}
"""Scancodes by the name of the key on an American keyboard."""
NAMES = {code: name for name, code in SCANCODES.items()}
MODIFIERS = frozenset({"LALT", "RALT", "LSHIFT", "RSHIFT", "LCTRL", "RCTRL", "LGUI", "RGUI"})
"""Modifier keys: ignored by "press any key"."""
WORDS = {"RETURN": "Enter", "ESCAPE": "Esc", "LEFTBRACKET": "[", "RIGHTBRACKET": "]", "SEMICOLON": ";", "COMMA": ","}


def name_of(scancode: int) -> str:
    """Return the name that settings use for a scancode, also for one that has none of its own."""
    return NAMES.get(scancode, f"KEY{scancode}")


def label_of(name: str) -> str:
    """Return what a menu writes for a key."""
    return WORDS.get(name, name if len(name) == 1 else name.replace("_", " ").capitalize())
