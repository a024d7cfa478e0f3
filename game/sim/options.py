"""Options of a run: rate, windows, assists, seed. Stored in the replay header; each combination has its own board."""

from dataclasses import dataclass
from enum import StrEnum

from game.sim.judge import Windows

RATES_PERMILLE = (500, 600, 750, 900, 1000, 1250, 1500)
"""Rates of play, in thousandths of full speed."""
WINDOW_PERCENTS = (75, 100, 150, 200)
"""Widths of the hit windows, in percent."""


START_PACE = 9_000
"""Pace of the first bar of Road work, in ten-thousandths of the written tempo, unless a day begins at another one."""
LEAST_PACE = 7_500
"""The slowest pace."""
MOST_PACE = 15_000
"""The fastest pace: perfect play on the shipped charts does not reach it."""


class RunMode(StrEnum):
    """What is played. Each mode has its own way from song time to real time."""

    MONTAGE = "montage"
    """The song at one rate."""
    ROAD = "road"
    """Road work: against the clock, the tempo follows the runner."""


class Assist(StrEnum):
    """Assists. They are marked on the score."""

    ONE_BUTTON = "one_button"
    """Any verb counts as the one that is wanted, a chord takes one press, and holds are taps."""
    ONE_HAND = "one_hand"
    """Left and right count as each other; a chord takes one press."""
    HOLD_TAP = "hold_tap"
    """Holds complete themselves; one whose release is the hit is tapped at that moment."""
    SEE_SILENCE = "see_silence"
    """The player's own pace is shown where nothing is heard. It changes no judgement."""


@dataclass(frozen=True, slots=True)
class RunOptions:
    """Everything beside chart and inputs that affects judging."""

    rate_permille: int = 1000
    window_percent: int = 100
    assists: frozenset[Assist] = frozenset()
    seed: int = 0
    mode: RunMode = RunMode.MONTAGE
    start_pace: int = START_PACE
    """Pace of the first bar of Road work: a day may begin at another one."""

    @property
    def assists_in_force(self) -> frozenset[Assist]:
        """The assists with those that they imply: who has one button cannot hold it through another cue."""
        return self.assists | {Assist.HOLD_TAP} if Assist.ONE_BUTTON in self.assists else self.assists

    @property
    def one_press_a_chord(self) -> bool:
        """Whether one press takes a chord."""
        return Assist.ONE_BUTTON in self.assists or Assist.ONE_HAND in self.assists

    @property
    def windows(self) -> Windows:
        """The hit windows at this rate and window assist."""
        return Windows(self.rate_permille, self.window_percent)
