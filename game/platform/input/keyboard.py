"""Keys by their place on the keyboard (scancodes), so that F and J are where the fingers are in every layout."""

import pygame

SCANCODES = {name.removeprefix("KSCAN_"): getattr(pygame, name) for name in dir(pygame) if name.startswith("KSCAN_")}
"""Scancodes by the name of the key on an American keyboard."""
NAMES = {code: name for name, code in SCANCODES.items()}
MODIFIERS = frozenset({"LALT", "RALT", "LSHIFT", "RSHIFT", "LCTRL", "RCTRL", "LGUI", "RGUI"})
"""Keys that are held for another key's sake: no answer to "press any key"."""
WORDS = {"RETURN": "Enter", "ESCAPE": "Esc", "LEFTBRACKET": "[", "RIGHTBRACKET": "]", "SEMICOLON": ";", "COMMA": ","}


def name_of(scancode: int) -> str:
    """Return the name that settings use for a scancode, also for one that has none of its own."""
    return NAMES.get(scancode, f"KEY{scancode}")


def label_of(name: str) -> str:
    """Return what a menu writes for a key."""
    return WORDS.get(name, name if len(name) == 1 else name.replace("_", " ").capitalize())
