"""What a score is and which board it belongs to. Boards never mix difficulties, rates, windows, assists or modes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Board:
    """One board: runs that may be compared with each other. `chart_hash` tells charts of the same name apart."""

    mode: str
    section: str
    difficulty: str
    rate_permille: int
    window_percent: int
    assists: str
    chart_hash: str


@dataclass(frozen=True, slots=True)
class Split:
    """What one section of a run earned."""

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
