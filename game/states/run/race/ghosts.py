"""Which ghost a run is raced against: that of a file, the player's own best run of its board, or none."""

from pathlib import Path

from game.errors import GameError, ReplayError, StorageError
from game.replay.codec import MAX_FILE_BYTES, decode
from game.replay.ghost import Ghost
from game.replay.model import Replay
from game.sim.chart import Chart
from game.states.context import AppContext
from game.states.protocols import Library
from game.states.run.charts import chart_store
from game.states.run.run_plan import Mode, RunPlan
from game.storage.board import Board
from game.storage.settings import OWN_BEST


class GhostFinder:
    """Finds the ghost of a run, and reads each file once, so that a run begins anew at once."""

    def __init__(self, app: AppContext, library: Library, chart: Chart) -> None:
        self._app = app
        self._library = library
        self._chart = chart
        self._file: Path | None = None
        self._ghost: Ghost | None = None

    def find(self, plan: RunPlan, board: Board) -> Ghost | None:
        """Return the ghost of a run on its board. Why a file is none is shown as a notice."""
        file = self._file_of(plan, board)
        if file != self._file:
            self._file, self._ghost = file, None
            try:
                self._ghost = None if file is None else self._read(file, plan)
            except GameError as error:
                self._app.notify(f"No ghost: {error}")
        return self._ghost

    def _file_of(self, plan: RunPlan, board: Board) -> Path | None:
        if plan.mode not in (Mode.MONTAGE, Mode.ROAD) or plan.is_trial:
            return None
        if plan.ghost is not None:
            return Path(plan.ghost)
        if not plan.counts or self._app.settings.play.ghost != OWN_BEST:
            return None
        return best_file(self._app, board)

    def _read(self, file: Path, plan: RunPlan) -> Ghost:
        replay = read_replay_file(file)
        chart, header = self._chart, replay.header
        if header.chart_hash != chart.hash():
            chart = chart_store(self._app, self._library).find(header)
        same_road = (chart.start_us, chart.end_us) == (self._chart.start_us, self._chart.end_us)
        if not same_road or header.song_hash != self._library.song_hash or header.pack != self._library.pack.id:
            raise ReplayError(f"{file.name}: ran another way: choose a replay of the same song and sections")
        if plan.mode is Mode.MONTAGE and chart is not self._chart:
            raise ReplayError(f"{file.name}: had other cues: choose a replay of the same difficulty")
        return Ghost(replay, chart, self._app.factories.registry)


def best_file(app: AppContext, board: Board) -> Path | None:
    """Return the replay of the player's own best run of a board, or None."""
    try:
        identity = app.history.best_identity(board)
        name = None if identity is None else app.scores.replay_of(identity)
    except StorageError as error:
        app.notify(str(error))
        return None
    file = None if name is None else app.replays.path_of(name)
    return file if file is not None and file.is_file() else None


def read_replay_file(file: Path) -> Replay:
    """Read a replay's file, bounded. Raises ReplayError."""
    try:
        with file.open("rb") as opened:
            data = opened.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise ReplayError(f"{file.name}: cannot be read ({error.strerror}): check its name and rights") from None
    return decode(data, file.name)
