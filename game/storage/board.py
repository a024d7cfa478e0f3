"""Score boards and their rows. A board has a single mode, difficulty, rate, window width and set of assists."""

from dataclasses import dataclass
from enum import StrEnum

from game.replay.verify import Verdict
from game.sim.options import START_PACE, RunMode, RunOptions
from game.timing.units import Micros

FROM_PACE = " from "
"""Stands in a board's section before the pace that Road work began at, in ten-thousandths of the written tempo."""


@dataclass(frozen=True, slots=True)
class Board:
    """The key of a board: runs that may be compared. `chart_hash` distinguishes charts of the same name.

    `section` is the section or the map that was played alone; empty for the whole of a pack's world.
    """

    mode: str
    section: str
    difficulty: str
    rate_permille: int
    window_percent: int
    assists: str
    chart_hash: str

    @property
    def timed(self) -> bool:
        """Whether the fastest run is the best one, and not that of the highest score."""
        return self.mode == str(RunMode.ROAD)


def board_section(played: str, options: RunOptions) -> str:
    """Return what a board names as the part that was played (a section, neighbours, a map, or empty for the whole):
    Road work that begins at another pace than usual has boards of its own."""
    if options.mode is not RunMode.ROAD or options.start_pace == START_PACE:
        return played
    return f"{played}{FROM_PACE}{options.start_pace}"


@dataclass(frozen=True, slots=True)
class Split:
    """The score and grade of one section of a run."""

    section: str
    section_score: int
    grade: str


class Category(StrEnum):
    """What the runs of a board can be narrowed to; derived from their replays. One button is an assist, and has boards
    of its own."""

    ANY = "any %"
    ALL_LACES = "all laces"
    BARE = "bare"
    ONE_TAKE = "one take"


@dataclass(frozen=True, slots=True)
class Proof:
    """What verification found of a run's replay: nothing yet, where `verdict` is None.

    `identity` is the replay's (sha256 of its file). The figures for categories are computed from it, never claimed:
    `laces` found of `laces_there`, how many `pauses`, overlay or hints ever on.
    """

    identity: str = ""
    verdict: Verdict | None = None
    sentence: str = ""
    pauses: int = 0
    laces: int = 0
    laces_there: int = 0
    overlay_ever: bool = False
    hints_ever: bool = False

    @property
    def ranked(self) -> bool:
        """Whether the run stands on its board: only with a true and fit replay."""
        return self.verdict is Verdict.TRUE

    @property
    def all_laces(self) -> bool:
        """Category: every lace there is was found."""
        return 0 < self.laces_there == self.laces

    @property
    def bare(self) -> bool:
        """Category: without overlay and hints."""
        return not self.overlay_ever and not self.hints_ever

    @property
    def one_take(self) -> bool:
        """Category: without a pause."""
        return self.pauses == 0


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One run on a board. `played_at` is seconds since 1970; `replay` the name of its replay file, or empty.

    The initials are a label that can be changed, no part of the proof.
    """

    initials: str
    score: int
    accuracy_permyriad: int
    dead_on: int
    rank: str
    played_at: int
    replay: str = ""
    badges: str = ""
    splits: tuple[Split, ...] = ()
    proof: Proof = Proof()
    real_us: Micros = 0
    """The in-game time of Road work; of the montage how much song there was."""
