"""`board.json`: the published boards as data, in the one order and spelling that they have.

    {"game": "lace-up", "boards_format": 2,
     "boards": [{"mode", "section", "difficulty", "rate_permille", "window_percent", "assists": [...], "chart_hash",
                 "rows": [{"identity", "initials", "score", "real_us", "accuracy_permyriad", "dead_on", "rank",
                           "played_at", "categories": [...], "splits": [[section, score, grade, real_us], ...]},
                          ...]}, ...]}

Times are in-game: in Road work they decide. Format 1 had none.
Everything but the initials can be computed from the replays, and whoever imports does so.
"""

import json
from dataclasses import dataclass
from pathlib import Path

from game.sim.chart import Difficulty
from game.storage.board import Board, BoardRow
from game.storage.options import WrongValue
from game.storage.proof.sidecars import INITIALS
from game.storage.sharing.checked_file import CheckedFile

FILE = "board.json"
"""Its name in the published folder."""
FORMAT = 2
"""Version of the format."""
MAX_BYTES = 64_000_000
"""Largest file that is read."""
ONE_BUTTON = "one_button"
"""The assist that is a category."""


@dataclass(frozen=True, slots=True)
class PublishedBoard:
    """A board with its runs, best first."""

    board: Board
    runs: tuple[CheckedFile, ...]


def in_order(board: Board) -> tuple[object, ...]:
    """Return the sort key of boards: whole runs first, then by section, and the easiest first."""
    place = list(map(str, Difficulty)).index(board.difficulty)
    options = (-board.rate_permille, board.window_percent, board.assists, board.chart_hash)
    return (board.mode, board.section, place, *options)


def categories(board: Board, row: BoardRow) -> tuple[str, ...]:
    """Return the categories that a run is in beside any %, derived from its replay."""
    found = (
        ("all laces", row.proof.all_laces),
        ("one button", ONE_BUTTON in board.assists.split()),
        ("bare", row.proof.bare),
        ("one take", row.proof.one_take),
    )
    return tuple(name for name, is_so in found if is_so)


def encode_boards(boards: tuple[PublishedBoard, ...]) -> bytes:
    """Return the file's bytes."""
    table = {"game": "lace-up", "boards_format": FORMAT, "boards": [_board(board) for board in boards]}
    return (json.dumps(table, indent=1, sort_keys=True) + "\n").encode("ascii")


def claimed_initials(path: Path) -> dict[str, str]:
    """Return the initials that a `board.json` claims for each identity; empty where it is none. Never raises."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
        table = json.loads(data) if len(data) <= MAX_BYTES else None
    except (OSError, ValueError, RecursionError):
        return {}
    boards = table.get("boards") if isinstance(table, dict) else None
    claims: dict[str, str] = {}
    for board in boards if isinstance(boards, list) else ():
        rows = board.get("rows") if isinstance(board, dict) else None
        for row in rows if isinstance(rows, list) else ():
            if isinstance(row, dict) and isinstance(identity := row.get("identity"), str):
                claims |= _claim(identity, row.get("initials"))
    return claims


def _claim(identity: str, initials: object) -> dict[str, str]:
    try:
        return {identity: INITIALS.check(initials)}
    except WrongValue:
        return {}


def _board(published: PublishedBoard) -> dict[str, object]:
    board = published.board
    return {
        "mode": board.mode,
        "section": board.section,
        "difficulty": board.difficulty,
        "rate_permille": board.rate_permille,
        "window_percent": board.window_percent,
        "assists": board.assists.split(),
        "chart_hash": board.chart_hash,
        "rows": [_row(board, run, run.row) for run in published.runs if run.row is not None],
    }


def _row(board: Board, run: CheckedFile, row: BoardRow) -> dict[str, object]:
    return {
        "identity": run.identity,
        "initials": row.initials,
        "score": row.score,
        "real_us": row.real_us,
        "accuracy_permyriad": row.accuracy_permyriad,
        "dead_on": row.dead_on,
        "rank": row.rank,
        "played_at": row.played_at,
        "categories": list(categories(board, row)),
        "splits": [[split.section, split.section_score, split.grade, time_us] for split, time_us in run.splits],
    }
