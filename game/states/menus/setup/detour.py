"""How the settings are opened: from the menu, or over a paused run that waits behind them."""

from dataclasses import dataclass

from game.states.transitions import Transition


@dataclass(frozen=True, slots=True)
class Detour:
    """`paused` leads back to the paused run, or is None where there is none."""

    paused: Transition | None = None
