"""What a run is compared with: the best runs of its board as they stood when it began."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.errors import StorageError
from game.states.context import AppContext
from game.states.run.run_plan import Mode
from game.storage.board import Board, BoardRow
from game.timing.units import Micros

BOARD_LENGTH = 10
"""How many runs a board shows."""


@dataclass(frozen=True, slots=True)
class Standings:
    """The best runs, best first, and the best score of each section by its id."""

    best: tuple[BoardRow, ...] = ()
    best_splits: Mapping[str, int] = field(default_factory=dict)
    road_splits_us: tuple[Micros, ...] = ()
    """In Road work, the in-game time at the end of each section of the fastest run."""


def read_standings(app: AppContext, board: Board) -> Standings:
    """Read a board; one that cannot be read (another program has it locked) is shown as a notice, and empty."""
    try:
        splits_us = app.history.best_splits_us(board) if board.mode == str(Mode.ROAD) else ()
        return Standings(app.scores.best(board, BOARD_LENGTH), app.scores.best_splits(board), splits_us)
    except StorageError as error:
        app.notify(str(error))
        return Standings()


def best_road_time_us(app: AppContext, board: Board) -> Micros | None:
    """Return the best in-game time of a board of Road work; None where there is none, or it cannot be read."""
    try:
        return app.history.best_time_us(board)
    except StorageError as error:
        app.notify(str(error))
        return None
