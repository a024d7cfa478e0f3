"""How a run is played: rate, windows, assists, seed. Stored in the replay header; each combination has its own
board."""

from dataclasses import dataclass
from enum import StrEnum

from game.sim.judge import Windows

RATES_PERMILLE = (500, 600, 750, 900, 1000, 1250, 1500)
WINDOW_PERCENTS = (75, 100, 150, 200)


class Assist(StrEnum):
    """Help that is marked on the score, never blocked."""

    ONE_BUTTON = "one_button"
    """Any verb counts as the one that is wanted; a chord takes one press."""
    ONE_HAND = "one_hand"
    """Left and right count as each other; a chord takes one press."""
    HOLD_TAP = "hold_tap"
    """Holds complete themselves."""


@dataclass(frozen=True, slots=True)
class RunOptions:
    """The facts of a run that change how it is judged, and its seed."""

    rate_permille: int = 1000
    window_percent: int = 100
    assists: frozenset[Assist] = frozenset()
    seed: int = 0

    @property
    def windows(self) -> Windows:
        """The hit windows at this rate and window assist."""
        return Windows(self.rate_permille, self.window_percent)
