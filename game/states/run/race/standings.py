"""What a run is compared with: the best runs of its board as they stood when it began."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.errors import StorageError
from game.states.context import AppContext
from game.states.run.race.splits import RoadStandings
from game.storage.board import Board, BoardRow
from game.timing.units import Micros

BOARD_LENGTH = 10
"""How many runs a board shows."""


@dataclass(frozen=True, slots=True)
class Standings:
    """The best runs, best first, and the best score of each section by its id."""

    best: tuple[BoardRow, ...] = ()
    best_splits: Mapping[str, int] = field(default_factory=dict)
    road: RoadStandings = field(default_factory=RoadStandings)
    """What splits of Road work are measured against."""
    attempts: int = 0
    """How often a run of this board was begun before."""


def read_standings(app: AppContext, board: Board) -> Standings:
    """Read a board; one that cannot be read (another program has it locked) is shown as a notice, and empty."""
    try:
        road = _road(app, board) if board.timed else RoadStandings()
        attempts = sum(app.history.counts(board).values())
        return Standings(app.scores.best(board, BOARD_LENGTH), app.scores.best_splits(board), road, attempts)
    except StorageError as error:
        app.notify(str(error))
        return Standings()


def _road(app: AppContext, board: Board) -> RoadStandings:
    history = app.history
    return RoadStandings(
        best_us=history.best_splits_us(board),
        golds_us=history.gold_times_us(board),
        average_us=history.average_times_us(board),
    )


def best_road_time_us(app: AppContext, board: Board) -> Micros | None:
    """Return the best in-game time of a board of Road work; None where there is none, or it cannot be read."""
    try:
        return app.history.best_time_us(board)
    except StorageError as error:
        app.notify(str(error))
        return None
