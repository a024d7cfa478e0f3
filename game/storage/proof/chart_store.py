"""Finds the chart of a replay by its hash: among those that are played now, then among those that were kept as data.

Every chart of a release ships with the game, and one that a player makes and plays is kept beside the replays. So
editing a level makes no replay unknown.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from game.errors import GameError, ReplayError, UnknownChart
from game.replay.chart_codec import MAX_CHART_BYTES, decode_chart, encode_chart
from game.replay.model import ReplayHeader
from game.replay.verify import require_rules
from game.sim.chart import Chart, Difficulty
from game.storage.files import write_atomically
from game.storage.paths import levels_dir

SUFFIX = ".chart.json"
"""Ending of a chart's file name; its hash stands before."""
MOST_FILES = 10_000
"""The most charts of a folder that are looked at."""
Played = Callable[[ReplayHeader], Chart | None]
"""Returns the chart that is played now for such a replay, whatever its hash, or None."""


class ChartStore:
    """The charts of some folders, beside those that are played now. `own` is the folder that new ones are kept in.

    Made for one purpose and let go: it remembers what it has found.
    """

    def __init__(self, played: Played, own: Path, released: tuple[Path, ...] = ()) -> None:
        self._played = played
        self._own = own
        self._released = released
        self._now: dict[tuple[str, str | None], tuple[Chart | None, str]] = {}
        self._kept: dict[str, Chart] | None = None

    def find(self, header: ReplayHeader) -> Chart:
        """Return the chart of a replay. Raises UnknownChart."""
        require_rules(header)
        setup = (header.difficulty, header.section)
        if setup not in self._now:
            played = self._played(header)
            self._now[setup] = (played, "" if played is None else played.hash())
        chart, chart_hash = self._now[setup]
        if chart is not None and chart_hash == header.chart_hash:
            return chart
        if self._kept is None:
            self._kept = {chart.hash(): chart for folder in (*self._released, self._own) for chart in _charts(folder)}
        found = self._kept.get(header.chart_hash)
        if found is None and header.section is not None:
            found = self._section(header.section, header.chart_hash)
        if found is None:
            raise UnknownChart(
                f"the replay was played on chart {header.chart_hash[:8]}, which this installation does not have: "
                "take the map that it was played on, or a version of the game that has it"
            )
        return found

    def keep(self, chart: Chart) -> None:
        """Keep a chart that was played, unless it is kept or released. Raises StorageError."""
        name = f"{chart.hash()}{SUFFIX}"
        if not any((folder / name).exists() for folder in (*self._released, self._own)):
            write_atomically(self._own / name, encode_chart(chart))
            self._kept = None

    def _section(self, section: str, chart_hash: str) -> Chart | None:
        """Return the chart of one section of a kept chart."""
        for chart in tuple(self._kept.values()) if self._kept else ():
            if len(chart.sections) > 1 and any(part.id == section for part in chart.sections):
                only = chart.only(section)
                if only.hash() == chart_hash:
                    return only
        return None


def charts_of(chart: Callable[[Difficulty, str | None], Chart], replays: Path) -> ChartStore:
    """Return the charts of the content that `chart` is of, those released, and those kept in a folder of replays."""

    def played(header: ReplayHeader) -> Chart | None:
        try:
            return chart(Difficulty(header.difficulty), header.section)
        except (KeyError, ValueError, GameError):
            return None

    return ChartStore(played, replays / "charts", (levels_dir() / "released",))


def _charts(folder: Path) -> Iterator[Chart]:
    """Yield the charts of a folder whose content fits their name; others are passed over."""
    for path in sorted(folder.glob(f"*{SUFFIX}"))[:MOST_FILES]:
        try:
            with path.open("rb") as file:
                chart = decode_chart(file.read(MAX_CHART_BYTES + 1), str(path))
        except (ReplayError, OSError):
            continue
        if path.name == f"{chart.hash()}{SUFFIX}":
            yield chart
