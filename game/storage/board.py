"""Score boards and their rows. A board has a single mode, difficulty, rate, window width and set of assists."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Board:
    """The key of a board: runs that may be compared. `chart_hash` distinguishes charts of the same name."""

    mode: str
    section: str
    difficulty: str
    rate_permille: int
    window_percent: int
    assists: str
    chart_hash: str


@dataclass(frozen=True, slots=True)
class Split:
    """The score and grade of one section of a run."""

    section: str
    section_score: int
    grade: str


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One run on a board. `played_at` is seconds since 1970; `replay` the name of its replay file, or empty."""

    initials: str
    score: int
    accuracy_permyriad: int
    dead_on: int
    rank: str
    played_at: int
    replay: str = ""
    badges: str = ""
    splits: tuple[Split, ...] = ()
