"""Makes the rows of the boards anew from the replays and their sidecars. Attempts stay as they are."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from game.replay.verify import Verdict
from game.sim.rules import Registry
from game.storage.history.history import History
from game.storage.proof.board_check import enter
from game.storage.proof.chart_store import ChartStore
from game.storage.proof.examined import examine
from game.storage.proof.sidecars import read_initials
from game.storage.replay_folder import SUFFIX, ReplayFolder
from game.storage.scores import Scores


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What became of each file."""

    name: str
    verdict: Verdict
    sentence: str


def rebuild(scores: Scores, replays: ReplayFolder, charts: ChartStore, registry: Registry) -> Iterator[Rebuilt]:
    """Drop the rows that have a replay file, and enter each file again; yield what became of it. Rows without a file
    stay, apart. Raises StorageError."""
    files = sorted(replays.folder.glob(f"*{SUFFIX}"))
    scores.drop([(path.name, replays.identity_of(path.name)) for path in files])
    history = History(scores.database)
    for path in files:
        examined = examine(path, charts, registry)
        enter(scores, history, examined, read_initials(path.parent, examined.identity), path.name)
        yield Rebuilt(path.name, examined.verdict, examined.sentence)


def counted(rebuilt: list[Rebuilt]) -> dict[Verdict, int]:
    """Return how many files had each verdict."""
    return dict(Counter(one.verdict for one in rebuilt))
