"""Key names by scancode, so that bindings keep their position on every keyboard layout, and the labels of keys by the
layout that is used."""

from collections.abc import Mapping

import pygame

SCANCODES = {name.removeprefix("KSCAN_"): getattr(pygame, name) for name in dir(pygame) if name.startswith("KSCAN_")}
"""Scancodes by the name of the key on an American keyboard."""
NAMES = {code: name for name, code in SCANCODES.items()}
"""Names of keys by scancode."""
MODIFIERS = frozenset({"LALT", "RALT", "LSHIFT", "RSHIFT", "LCTRL", "RCTRL", "LGUI", "RGUI"})
"""Modifier keys: ignored by "press any key"."""
WORDS = {"RETURN": "Enter", "ESCAPE": "Esc", "LEFTBRACKET": "[", "RIGHTBRACKET": "]", "SEMICOLON": ";", "COMMA": ","}
"""Labels of keys whose name is not what stands on them."""
SCANCODE_COUNT = 512
"""Number of SDL's scancodes."""
LETTERS = tuple(code for code in range(0x21, 0x100) if chr(code).isprintable())
"""Key codes of the characters that the fonts hold: a key with another one is called by its American name."""


def name_of(scancode: int) -> str:
    """Return the name that settings use for a scancode, also for one that has none of its own."""
    return NAMES.get(scancode, f"KEY{scancode}")


def layout_labels() -> Mapping[str, str]:
    """Return what the present keyboard layout writes on its keys, by our names of keys: on AZERTY, "A" for "Q".

    SDL knows the scancode of a key code but pygame has no call for it: its table of pressed keys, which is indexed by
    key code, looks it up. Here that table holds the scancodes themselves.
    """
    scancode_of = pygame.key.ScancodeWrapper(range(SCANCODE_COUNT))  # type: ignore[arg-type]
    found = ((NAMES.get(int(scancode_of[code])), pygame.key.name(code, use_compat=False)) for code in LETTERS)
    return {name: label for name, label in found if name is not None and name != "UNKNOWN" and label}


def label_of(name: str, layout: Mapping[str, str]) -> str:
    """Return what a menu writes for a key, given the labels of the layout."""
    return layout.get(name) or WORDS.get(name, name if len(name) == 1 else name.replace("_", " ").capitalize())
