"""From rows of the database to boards and runs. A row that this game cannot have written gives None.

The database is a file like any other: its values may be of any type and size, and their text may steer a terminal.
"""

from collections.abc import Iterable
from typing import Any

from game.replay.verify import Verdict
from game.storage.board import Board, BoardRow, Proof, Split
from game.terminal import escaped

MOST_TEXT = 200
"""The longest text of a row, in characters."""
MOST_SENTENCE = 1000
"""The longest sentence of a verdict, in characters."""
MOST_SCORE = 1_000_000
"""Highest score."""
MOST_PERMYRIAD = 10_000
"""Accuracy of a perfect run, in 1/10,000."""
MOST_COUNT = 100_000
"""The most dead-on hits, pauses or laces of a run."""
LAST_SECOND = 253_402_300_799
"""The last second of the year 9999, the calendar's last, in seconds since 1970."""
MOST_REAL_US = 1 << 53
"""The longest run, in microseconds."""
BOARD_COLUMNS = "mode, section, difficulty, rate_permille, window_percent, assists, chart_hash"
"""Columns that name a board."""
FIGURE_COLUMNS = "initials, score, accuracy_permyriad, dead_on, rank, played_at, replay, badges, real_us"
"""Columns of a row's figures."""
PROOF_COLUMNS = "identity, verdict, sentence, pauses, laces, laces_there, overlay_ever, hints_ever"
"""Columns of what verification found."""
ENTRY_COLUMNS = f"{FIGURE_COLUMNS}, {PROOF_COLUMNS}"
"""Columns of a row of a board."""
ON_BOARD = " AND ".join(f"{name} = ?" for name in BOARD_COLUMNS.split(", "))
"""Condition: runs of one board."""
FIGURES = len(FIGURE_COLUMNS.split(", "))
"""How many columns are figures."""


def board_of(row: tuple[Any, ...]) -> Board | None:
    """Return the board of a row of its columns."""
    board = Board(*row)
    texts = (board.mode, board.section, board.difficulty, board.assists, board.chart_hash)
    sound = are_texts(texts) and is_whole(board.rate_permille) and is_whole(board.window_percent)
    return board if sound else None


def entry_of(row: tuple[Any, ...]) -> BoardRow | None:
    """Return the run of a row of `ENTRY_COLUMNS`, without its sections."""
    proof = _proof_of(*row[FIGURES:])
    if proof is None:
        return None
    initials, score, accuracy_permyriad, dead_on, rank, played_at, replay, badges, real_us = row[:FIGURES]
    entry = BoardRow(
        initials, score, accuracy_permyriad, dead_on, rank, played_at, replay, badges, proof=proof, real_us=real_us
    )
    sound = (
        are_texts((entry.initials, entry.rank, entry.replay, entry.badges))
        and is_whole(entry.score, MOST_SCORE)
        and is_whole(entry.accuracy_permyriad, MOST_PERMYRIAD)
        and is_whole(entry.dead_on, MOST_COUNT)
        and is_whole(entry.played_at, LAST_SECOND)
        and is_whole(entry.real_us, MOST_REAL_US)
    )
    return entry if sound else None


def splits_of(rows: Iterable[tuple[Any, ...]]) -> tuple[Split, ...]:
    """Return the sections of a run, those left out that cannot be right."""
    splits = (Split(*row) for row in rows)
    return tuple(split for split in splits if are_texts((split.section, split.grade)) and is_whole(split.section_score))


def board_values(board: Board) -> tuple[Any, ...]:
    """Return the values of `BOARD_COLUMNS`."""
    return (
        board.mode,
        board.section,
        board.difficulty,
        board.rate_permille,
        board.window_percent,
        board.assists,
        board.chart_hash,
    )


def entry_values(entry: BoardRow) -> tuple[Any, ...]:
    """Return the values of `ENTRY_COLUMNS`."""
    proof = entry.proof
    return (
        entry.initials,
        entry.score,
        entry.accuracy_permyriad,
        entry.dead_on,
        entry.rank,
        entry.played_at,
        entry.replay,
        entry.badges,
        entry.real_us,
        proof.identity,
        None if proof.verdict is None else int(proof.verdict),
        proof.sentence[:MOST_SENTENCE],
        proof.pauses,
        proof.laces,
        proof.laces_there,
        int(proof.overlay_ever),
        int(proof.hints_ever),
    )


def are_texts(values: Iterable[object], longest: int = MOST_TEXT) -> bool:
    """Whether all are texts of bounded length that steer no terminal."""
    return all(isinstance(value, str) and len(value) <= longest and escaped(value) == value for value in values)


def is_whole(value: object, most: int = MOST_SCORE) -> bool:
    """Whether a value is a whole number from 0 to `most`."""
    return isinstance(value, int) and 0 <= value <= most


def _proof_of(identity: Any, verdict: Any, sentence: Any, *figures: Any) -> Proof | None:
    texts = are_texts((identity,)) and are_texts((sentence,), MOST_SENTENCE)
    if not texts or not (verdict is None or is_whole(verdict, max(Verdict))):
        return None
    if not all(is_whole(figure, MOST_COUNT) for figure in figures):
        return None
    pauses, laces, laces_there, overlay_ever, hints_ever = figures
    known = None if verdict is None else Verdict(verdict)
    return Proof(identity, known, sentence, pauses, laces, laces_there, overlay_ever == 1, hints_ever == 1)
