"""From rows of the database to boards and runs. A row that this game cannot have written gives None.

The database is a file like any other: its values may be of any type and size, and their text may steer a terminal.
"""

from collections.abc import Iterable
from typing import Any

from game.storage.board import Board, BoardRow, Split
from game.terminal import escaped

MOST_TEXT = 200
"""The longest text of a row, in characters."""
MOST_SCORE = 1_000_000
"""Highest score."""
MOST_PERMYRIAD = 10_000
"""Accuracy of a perfect run, in 1/10,000."""
MOST_COUNT = 100_000
"""The most dead-on hits of a run."""
LAST_SECOND = 253_402_300_799
"""The last second of the year 9999, the calendar's last, in seconds since 1970."""


def board_of(row: tuple[Any, ...]) -> Board | None:
    """Return the board of a row of its columns."""
    board = Board(*row)
    texts = (board.mode, board.section, board.difficulty, board.assists, board.chart_hash)
    sound = _are_texts(texts) and _is_whole(board.rate_permille) and _is_whole(board.window_percent)
    return board if sound else None


def entry_of(row: tuple[Any, ...]) -> BoardRow | None:
    """Return the run of a row of its columns, without its sections."""
    entry = BoardRow(*row)
    sound = (
        _are_texts((entry.initials, entry.rank, entry.replay, entry.badges))
        and _is_whole(entry.score, MOST_SCORE)
        and _is_whole(entry.accuracy_permyriad, MOST_PERMYRIAD)
        and _is_whole(entry.dead_on, MOST_COUNT)
        and _is_whole(entry.played_at, LAST_SECOND)
    )
    return entry if sound else None


def splits_of(rows: Iterable[tuple[Any, ...]]) -> tuple[Split, ...]:
    """Return the sections of a run, those left out that cannot be right."""
    splits = (Split(*row) for row in rows)
    return tuple(
        split for split in splits if _are_texts((split.section, split.grade)) and _is_whole(split.section_score)
    )


def _are_texts(values: Iterable[object]) -> bool:
    return all(isinstance(value, str) and len(value) <= MOST_TEXT and escaped(value) == value for value in values)


def _is_whole(value: object, most: int = MOST_SCORE) -> bool:
    return isinstance(value, int) and 0 <= value <= most
