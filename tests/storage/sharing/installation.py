"""A player's folder with runs of a frozen chart, to export from and to import into."""

from functools import cache, partial
from pathlib import Path

from game.minigames.manifest import MINIGAMES
from game.replay.chart_codec import Origin
from game.replay.codec import encode, identity_of
from game.replay.model import Replay
from game.sim.chart import Chart, Difficulty
from game.storage.history.history import History
from game.storage.proof.board_check import enter
from game.storage.proof.chart_store import ChartStore, Playable
from game.storage.proof.examined import examine
from game.storage.proof.sidecars import write_sidecar
from game.storage.replay_folder import ReplayFolder
from game.storage.scores import Scores
from game.storage.sharing.checked_file import Checks
from game.storage.sharing.exporting import Exported, export_boards
from game.storage.sharing.importing import Taken, import_replays, replay_paths
from tests.golden.frozen import frozen_chart

CHART = frozen_chart(Difficulty.NORMAL).only("yard")


@cache
def open_checks() -> Checks:
    """Return checks that know the frozen chart."""
    return Checks(ChartStore(Playable(partial(_chart), Origin("tests", "0" * 64)), Path("nowhere")), MINIGAMES)


def _chart(_difficulty: Difficulty, _section: str | None) -> Chart:
    return CHART


class Installation:
    """A player's folder with its boards. Use as a context manager."""

    def __init__(self, home: Path) -> None:
        self.replays = ReplayFolder(home / "replays")
        self.scores = Scores(home / "scores.sqlite")

    def __enter__(self) -> "Installation":
        return self

    def __exit__(self, *failure: object) -> None:
        self.scores.close()

    def play(self, replay: Replay, name: str, initials: str) -> str:
        """Keep a run as the game does at its end; return its identity."""
        data, path = encode(replay), self.replays.path_of(f"{name}.laceup")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        write_sidecar(path.parent, identity_of(data), initials)
        examined = examine(path, open_checks().charts, MINIGAMES)
        assert enter(self.scores, History(self.scores.database), examined, initials, path.name)
        return identity_of(data)

    def export(self, into: Path) -> Exported:
        """Export all boards."""
        return export_boards(self.scores, self.replays, open_checks, into, lambda done, files: None)

    def take(self, place: Path, processes: int | None = 1) -> list[Taken]:
        """Import a file or folder."""
        return list(import_replays(replay_paths(place), self.scores, self.replays, open_checks, processes))

    def rows(self) -> list[tuple[str, int]]:
        """Return initials and score of every ranked run."""
        return [(row.initials, row.score) for board in self.scores.boards() for row in self.scores.best(board, -1)]


def files_in(folder: Path) -> dict[str, bytes]:
    """Return every file's bytes by its path in a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
