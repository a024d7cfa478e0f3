"""Takes replays from a file or a folder into the boards: believes nothing, verifies each, leaves out doubles.

What comes in is kept under its identity. Such runs stand on boards and can be watched and raced; they count in no
statistics or medals, which are the player's own.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from game.errors import UsageError
from game.replay.codec import identity_of
from game.replay.verify import Verdict
from game.storage.files import write_atomically
from game.storage.proof.sidecars import NOBODY, write_sidecar
from game.storage.replay_folder import SUFFIX, ReplayFolder
from game.storage.scores import Scores
from game.storage.sharing import board_json
from game.storage.sharing.board_json import claimed_initials
from game.storage.sharing.checked_file import KNOWN, CheckedFile, OpenChecks, read_bounded
from game.storage.sharing.examining import findings
from game.storage.sharing.exporting import REPLAYS

CHANGED = "was changed while it was read: try again"
"""What is said of a file that is not what was examined any more."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a file: `verdict` None is a double; it stands on a board only where it is TRUE."""

    path: Path
    verdict: Verdict | None
    sentence: str

    @property
    def entered(self) -> bool:
        """Whether it stands on a board now."""
        return self.verdict is Verdict.TRUE


def replay_paths(where: Path) -> list[Path]:
    """Return the replay files at a place: itself, or all in a folder and its folders, links to folders left out, in
    order. Raises UsageError where there is nothing."""
    if not where.is_dir():
        if not where.exists():
            raise UsageError(f"{where}: nothing is there: check the name")
        return [where]
    names = ((Path(folder), name) for folder, _, files in os.walk(where) for name in files)
    return sorted(folder / name for folder, name in names if name.endswith(SUFFIX))


def import_replays(
    paths: list[Path], scores: Scores, replays: ReplayFolder, checks: OpenChecks, processes: int | None = None
) -> Iterator[Taken]:
    """Enter what is true and fit; yield what became of each file, in order. Raises StorageError."""
    known = {row.entry.proof.identity for row in scores.stored() if row.entry is not None and row.entry.proof.identity}
    claims: dict[Path, dict[str, str]] = {}
    for finding in findings(paths, checks, frozenset(known), processes):
        if finding.verdict is Verdict.TRUE and finding.identity in known:
            yield Taken(finding.path, None, KNOWN)
        elif finding.verdict is Verdict.TRUE:
            folder = finding.path.parent
            if folder not in claims:
                claims[folder] = _claims_beside(folder)
            yield _enter(finding, claims[folder].get(finding.identity, NOBODY), scores, replays)
            known.add(finding.identity)
        else:
            yield Taken(finding.path, finding.verdict, finding.sentence)


def _claims_beside(folder: Path) -> dict[str, str]:
    """Return the initials that the `board.json` of a published folder claims."""
    return claimed_initials((folder.parent if folder.name == REPLAYS else folder) / board_json.FILE)


def _enter(finding: CheckedFile, otherwise: str, scores: Scores, replays: ReplayFolder) -> Taken:
    """Keep a true replay and its row. `otherwise`: the initials where its sidecar has none."""
    data, board, row = read_bounded(finding.path), finding.board, finding.row
    if data is None or identity_of(data) != finding.identity or board is None or row is None:
        return Taken(finding.path, Verdict.UNKNOWN, CHANGED)
    initials = otherwise if row.initials == NOBODY else row.initials
    path = replays.path_of(row.replay)
    if not path.exists():
        write_atomically(path, data)
        write_sidecar(replays.folder, finding.identity, initials)
    scores.add(board, replace(row, initials=initials))
    return Taken(finding.path, Verdict.TRUE, finding.sentence)
