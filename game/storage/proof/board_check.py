"""Verifies the rows of the boards: each is computed anew from its replay, and what cannot be is set apart.

A row that this version of the program has verified, and whose file is the same to the byte, is not verified again.
Meant for a thread of its own: `progress` says how far it is, `stop` ends it after the row that it is at.
"""

from dataclasses import dataclass, replace

from game.errors import StorageError
from game.replay.verify import Verdict
from game.sim.rules import Registry
from game.storage.board import Board, BoardRow, Proof
from game.storage.history.history import History
from game.storage.proof.chart_store import ChartStore
from game.storage.proof.examined import NOT_THERE, Examined, examine
from game.storage.proof.sidecars import read_initials
from game.storage.replay_folder import ReplayFolder, is_published
from game.storage.scores import Scores, StoredRun


@dataclass(frozen=True, slots=True)
class Progress:
    """How many rows there are, and how many are done."""

    done: int = 0
    rows: int = 0


class BoardCheck:
    """Verifies all rows of a database once."""

    def __init__(self, scores: Scores, replays: ReplayFolder, charts: ChartStore, registry: Registry) -> None:
        self.progress = Progress()
        self._scores = scores
        self._replays = replays
        self._charts = charts
        self._registry = registry
        self._history = History(scores.database)
        self._stopped = False

    def run(self) -> int:
        """Verify what has not been verified since; return how many rows were. Raises StorageError."""
        rows, verified = self._scores.stored(), 0
        for number, row in enumerate(rows):
            if self._stopped:
                break
            self.progress = Progress(number, len(rows))
            verified += self._check(row)
        self.progress = Progress(len(rows), len(rows))
        return verified

    def stop(self) -> None:
        """End after the present row."""
        self._stopped = True

    def _check(self, row: StoredRun) -> bool:
        """Verify a row unless it is verified; return whether it had to be."""
        if is_known(row, self._replays):
            return False
        path = self._replays.path_of(row.replay)
        examined = examine(path, self._charts, self._registry)
        if not row.replay or not examined.identity:
            return self._settle_without(row, NOT_THERE)
        initials = read_initials(path.parent, examined.identity) if row.entry is None else row.entry.initials
        self._settle(row, examined, initials)
        return True

    def _settle(self, row: StoredRun, examined: Examined, initials: str) -> None:
        computed, board = examined.row(initials, row.replay), examined.board()
        if computed is None or board is None:
            self._settle_without(row, examined.sentence, examined)
            return
        self._scores.settle(row.id, board, computed)
        attempt = examined.attempt()
        if attempt is not None and not is_published(row.replay) and not self._history.knows(examined.identity):
            self._history.add(attempt)

    def _settle_without(self, row: StoredRun, sentence: str, examined: Examined | None = None) -> bool:
        """Set a row apart; its figures stay what they were, for what they are worth."""
        proof = Proof(
            identity="" if examined is None else examined.identity,
            verdict=Verdict.UNKNOWN if examined is None else examined.verdict,
            sentence=sentence,
        )
        if row.entry is None or row.board is None or (row.seen and row.entry.proof == proof):
            return False
        self._scores.settle(row.id, row.board, replace(row.entry, proof=proof))
        return True


def is_known(row: StoredRun, replays: ReplayFolder) -> bool:
    """Whether a row need not be verified: this version of the program has, and its file is the same to the byte."""
    if not row.seen or row.entry is None:
        return False
    identity = replays.identity_of(row.replay) if row.replay else ""
    return identity == row.entry.proof.identity and (bool(identity) or not row.entry.proof.ranked)


def needs_check(scores: Scores, replays: ReplayFolder) -> bool:
    """Whether any row must be verified. Raises StorageError."""
    return not all(is_known(row, replays) for row in scores.stored())


def row_of(examined: Examined, initials: str, name: str) -> tuple[Board, BoardRow] | None:
    """Return the board and the row of a file that was examined, None unless it is true."""
    board, row = examined.board(), examined.row(initials, name)
    return None if board is None or row is None else (board, row)


def enter(scores: Scores, history: History, examined: Examined, initials: str, name: str) -> bool:
    """Enter a true replay: its row, ranked or apart, and its attempt, unless it came from elsewhere or a machine made
    it. Return whether it was true. Raises StorageError."""
    found, attempt = row_of(examined, initials, name), examined.attempt()
    if found is None:
        return False
    scores.add(*found)
    if attempt is None or is_published(name):
        return True
    try:
        history.add(attempt)
    except StorageError:
        return True  # the row is there; the attempt is made anew from it when the board is next checked
    return True
