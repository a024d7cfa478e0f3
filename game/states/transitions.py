"""A transition names the screen that is shown next and carries what that screen needs.

States name their successors by these facts and never import each other; `game/states/screens.py` is the table of names.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Transition:
    """The next screen's name in the table SCREENS, and its payload, of the type that the table states, or None."""

    screen: str
    payload: object = None


QUIT = Transition("quit")
"""Ends the program; no screen has this name."""
