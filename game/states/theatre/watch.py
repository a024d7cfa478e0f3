"""The payload of the theatre."""

from dataclasses import dataclass
from pathlib import Path

from game.states.transitions import Transition

TO_MENU = Transition("menu")
"""Where the theatre leads back to where nothing else is said."""


@dataclass(frozen=True, slots=True)
class Watch:
    """One replay, or two that are laid side by side; and where the theatre leads back to."""

    files: tuple[Path, ...] = ()
    back: Transition = TO_MENU
