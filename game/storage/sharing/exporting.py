"""Writes the boards as a folder that can be published: every run in it is verified once more on the way out."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from game.replay.codec import identity_of
from game.replay.verify import Verdict
from game.storage.board import Board
from game.storage.files import write_atomically
from game.storage.proof.sidecars import sidecar_path, write_sidecar
from game.storage.replay_folder import ReplayFolder, published_name
from game.storage.scores import Scores
from game.storage.sharing import board_json
from game.storage.sharing.board_json import PublishedBoard, encode_boards, in_order
from game.storage.sharing.checked_file import CheckedFile, OpenChecks, read_bounded
from game.storage.sharing.examining import findings
from game.storage.sharing.page.board_page import board_page

PAGE = "board.html"
"""Name of the page in the folder."""
REPLAYS = "replays"
"""Name of the folder of replays in it."""

READABLE = 0o644
"""Rights of a published file."""

Advance = Callable[[int, int], None]
"""Told how many files are done, and how many there are."""


@dataclass(frozen=True, slots=True)
class Exported:
    """How many runs and boards were written, and the sentence for each ranked run that was left out."""

    runs: int
    boards: int
    left_out: tuple[str, ...]


def export_boards(scores: Scores, replays: ReplayFolder, checks: OpenChecks, into: Path, advance: Advance) -> Exported:
    """Write every ranked run into a folder, beside what is there. Raises StorageError.

    The same runs and initials give the same bytes, wherever they were played.
    """
    initials = {row.replay: row.initials for board in scores.boards() for row in scores.best(board, count=-1)}
    names = sorted(initials)
    found: dict[Board, list[CheckedFile]] = {}
    left_out, written = [], set[str]()
    for number, finding in enumerate(findings([replays.path_of(name) for name in names], checks), 1):
        row = None if finding.row is None else replace(finding.row, initials=initials[finding.path.name])
        if finding.verdict is not Verdict.TRUE or finding.board is None or row is None:
            left_out.append(f"{finding.path.name}: {finding.sentence}")
        elif finding.identity not in written and _copy(finding, into / REPLAYS, row.initials):
            written.add(finding.identity)
            found.setdefault(finding.board, []).append(replace(finding, row=row))
        advance(number, len(names))
    boards = tuple(PublishedBoard(board, tuple(sorted(found[board], key=best_first))) for board in _ordered(found))
    _publish(into / board_json.FILE, encode_boards(boards))
    _publish(into / PAGE, board_page(boards))
    return Exported(len(written), len(boards), tuple(left_out))


def _ordered(found: dict[Board, list[CheckedFile]]) -> list[Board]:
    return sorted(found, key=in_order)


def best_first(run: CheckedFile) -> tuple[int, int, int, str]:
    """Order of a board, as on the screen; the identity decides between equals, not the order of playing here."""
    row = run.row
    if row is None:
        return (0, 0, 0, "")
    if run.board is not None and run.board.timed:
        return (row.real_us, -row.score, row.played_at, run.identity)
    return (-row.score, -row.dead_on, row.played_at, run.identity)


def _copy(finding: CheckedFile, folder: Path, initials: str) -> bool:
    """Write a replay and its sidecar; return whether the file is still what was examined."""
    data = read_bounded(finding.path)
    if data is None or identity_of(data) != finding.identity:
        return False
    _publish(folder / published_name(finding.identity), data)
    write_sidecar(folder, finding.identity, initials)
    _let_read(sidecar_path(folder, finding.identity))
    return True


def _publish(path: Path, data: bytes) -> None:
    """Write a file that a web server, another user, may read. Raises StorageError."""
    write_atomically(path, data)
    _let_read(path)


def _let_read(path: Path) -> None:
    with suppress(OSError):  # a stick's file system may know no rights
        path.chmod(READABLE)
