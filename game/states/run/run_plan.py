"""The plan of a run and its outcome: facts that transitions carry from state to state."""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction

from game.sim.chart import Difficulty
from game.sim.options import Assist, RunMode, RunOptions
from game.states.run.race.medals import Medal
from game.states.run.race.splits import RoadSegment
from game.states.transitions import Transition
from game.storage.board import Board, BoardRow, board_section
from game.storage.settings import PlaySettings
from game.timing.units import Micros

USUAL_WINDOW_PERCENT = 100
"""Hit windows of a usual run, in percent."""


class Mode(StrEnum):
    """What a run is for."""

    MONTAGE = "montage"
    ROAD = "road"
    PRACTICE = "practice"
    DEMO = "demo"


@dataclass(frozen=True, slots=True)
class RunPlan:
    """A run to be played. `section` is one section's id, or None for the whole; `autoplay_ms` the spread of a player
    who is not a person, or None; `record` a file that is to hold the replay beside the usual place; `from_beat` where a
    designer's trial begins; `then` is the plan of the rounds after a first one in practice, None: all rounds are alike.
    """

    mode: Mode = Mode.MONTAGE
    difficulty: Difficulty = Difficulty.NORMAL
    section: str | None = None
    options: RunOptions = field(default_factory=RunOptions)
    autoplay_ms: float | None = None
    record: str | None = None
    from_beat: Fraction | None = None
    then: "RunPlan | None" = None
    loop_bars: int | None = None
    """How many bars of a trial are played again and again; None: it goes on to the end."""
    reloaded: bool = False
    """Whether its maps were changed while it was played."""
    ghost: str | None = None
    """A replay that it is raced against; None: as the settings have it."""

    @property
    def is_trial(self) -> bool:
        """Whether a designer plays it to see a map."""
        return self.from_beat is not None or self.loop_bars is not None or self.reloaded

    @property
    def counts(self) -> bool:
        """Whether the run may stand on a board."""
        return self.mode in (Mode.MONTAGE, Mode.ROAD) and self.autoplay_ms is None and not self.is_trial

    def board(self, chart_hash: str, map_name: str | None = None) -> Board:
        """Return the board that such a run belongs to; a map that is played in place of the world has its own."""
        return Board(
            mode=str(self.mode),
            section=board_section(self.section or map_name or "", self.options),
            difficulty=str(self.difficulty),
            rate_permille=self.options.rate_permille,
            window_percent=self.options.window_percent,
            assists=" ".join(sorted(self.options.assists)),
            chart_hash=chart_hash,
        )


@dataclass(frozen=True, slots=True)
class SectionChoice:
    """What the practice screen opens at: an exercise's id, or None for the first. `paused` leads back to the paused run
    that waits behind it, if any."""

    section: str | None = None
    paused: Transition | None = None


@dataclass(frozen=True, slots=True)
class SectionOutcome:
    """How one section went. `percent` of its points were earned; 100 where nothing was judged."""

    id: str
    section_score: int
    best_section_score: int | None
    grade: str
    dead_on: int
    percent: float


@dataclass(frozen=True, slots=True)
class RoadTime:
    """The in-game time of Road work, the medal that it earns, the player's best time before, the medal that is next to
    the best of both, and its sections."""

    time_us: Micros
    medal: Medal | None
    best_us: Micros | None
    target: Medal | None = None
    segments: tuple[RoadSegment, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run went. `errors_ms` are the distances of all hits in real milliseconds, negative when early.

    `best` is the best run of its board before this one; `unfit` says why it cannot stand there; `place` is its place
    among the first, and `enters_board` whether it stands there at all. `grades` are the numbers of judgements of each
    grade, best first, and `by_hand` the errors of the left and of the right hand.
    """

    plan: RunPlan
    entry: BoardRow
    sections: tuple[SectionOutcome, ...]
    errors_ms: tuple[float, ...]
    best_streak: int
    board: Board
    best: BoardRow | None = None
    unfit: str | None = None
    place: int | None = None
    enters_board: bool = False
    road: RoadTime | None = None
    """In Road work, how long it took."""
    grades: tuple[int, ...] = ()
    is_best: bool = False
    """Whether it is the player's best run of its board so far."""
    by_hand: tuple[tuple[float, ...], tuple[float, ...]] = ((), ())


def options_from(play: PlaySettings, seed: int = 0) -> RunOptions:
    """Return the options of a run as the settings have them; in speedruns assists are locked, wider windows too."""
    if play.speedrun:
        return RunOptions(play.rate_permille, min(play.window_percent, USUAL_WINDOW_PERCENT), seed=seed)
    assists = frozenset(assist for assist in Assist if getattr(play, assist))
    return RunOptions(play.rate_permille, play.window_percent, assists, seed)


def road_options(options: RunOptions) -> RunOptions:
    """Return the options as Road work has them: no rate but the runner's own."""
    return replace(options, rate_permille=1000, mode=RunMode.ROAD)
