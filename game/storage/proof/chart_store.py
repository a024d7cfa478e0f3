"""Finds the chart of a replay by its hash: among those that are played now, then among those that were kept as data.

Every chart of a release ships with the game, and one that a player makes and plays is kept beside the replays. So
editing a level makes no replay unknown. With each chart stands the pack and the song that it was played with.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from game.errors import GameError, ReplayError, UnknownChart
from game.replay.chart_codec import MAX_CHART_BYTES, Origin, decode_chart, encode_chart
from game.replay.model import ReplayHeader
from game.replay.verify import require_rules
from game.sim.chart import Chart, Difficulty
from game.storage.files import write_atomically
from game.storage.paths import released_charts_dir

SUFFIX = ".chart.json"
"""Ending of a chart's file name; its hash and the first digits of its song's stand before."""
SONG_DIGITS = 8
"""How many digits of the song's hash a file name has."""
MOST_FILES = 10_000
"""The most charts of a folder that are looked at."""
KEPT = "charts"
"""Folder of the charts that were played, in that of the replays."""


@dataclass(frozen=True, slots=True)
class Playable:
    """What can be played now: its pack and song, and what gives the chart of a difficulty and a section or the whole
    run; it raises KeyError, ValueError or a GameError where there is none."""

    chart: Callable[[Difficulty, str | None], Chart]
    origin: Origin


@dataclass(frozen=True, slots=True)
class KnownChart:
    """A chart that was found, with its hash and all that it was played with."""

    chart: Chart
    hash: str
    origins: frozenset[Origin]


class ChartStore:
    """The charts of some folders, beside those that are played now. `own` is the folder that new ones are kept in.

    Made for one purpose and let go: it remembers what it has found.
    """

    def __init__(self, playable: Playable, own: Path, released: tuple[Path, ...] = ()) -> None:
        self._playable = playable
        self._own = own
        self._released = released
        self._played: dict[tuple[str, str | None], KnownChart | None] = {}
        self._kept: dict[str, KnownChart] | None = None

    def find(self, header: ReplayHeader) -> Chart:
        """Return the chart of a replay. Raises UnknownChart, also where its pack or song is none the chart had."""
        require_rules(header)
        kept = self._kept_of(header.chart_hash, header.section)
        found = [known for known in (self._played_for(header), kept) if known is not None]
        if not found:
            raise UnknownChart(
                f"the replay was played on chart {header.chart_hash[:8]}, which this installation does not have: "
                "take the map that it was played on, or a version of the game that has it"
            )
        if not any(Origin(header.pack, header.song_hash) in known.origins for known in found):
            raise UnknownChart(
                f"the replay names song {header.song_hash[:8]} of pack {header.pack}, with which its chart was never "
                "played here: take the pack that it was played in"
            )
        return found[0].chart

    def keep(self, chart: Chart) -> None:
        """Keep a chart that is played now, unless it is kept or released. Raises StorageError."""
        name = file_name(chart, self._playable.origin)
        if not any((folder / name).exists() for folder in (*self._released, self._own)):
            write_atomically(self._own / name, encode_chart(chart, self._playable.origin))
            self._kept = None

    def _played_for(self, header: ReplayHeader) -> KnownChart | None:
        setup = (header.difficulty, header.section)
        if setup not in self._played:
            try:
                chart = self._playable.chart(Difficulty(header.difficulty), header.section)
                self._played[setup] = KnownChart(chart, chart.hash(), frozenset({self._playable.origin}))
            except (KeyError, ValueError, GameError):
                self._played[setup] = None
        known = self._played[setup]
        return known if known is not None and known.hash == header.chart_hash else None

    def packs_of(self, chart_hash: str, section: str | None) -> frozenset[str]:
        """Return the ids of the packs with which a kept chart was played: of a section, a map, or a whole world."""
        known = self._kept_of(chart_hash, section)
        return frozenset() if known is None else frozenset(origin.pack for origin in known.origins)

    def _kept_of(self, chart_hash: str, section: str | None) -> KnownChart | None:
        if self._kept is None:
            self._kept = _merged(kept for folder in (*self._released, self._own) for kept in charts_in(folder))
        if chart_hash not in self._kept and section is not None:
            self._kept |= _sections_of(self._kept, section)
        return self._kept.get(chart_hash)


def store_of(playable: Playable, replays: Path) -> ChartStore:
    """Return the charts that can be played, those released, and those kept in a folder of replays."""
    return ChartStore(playable, replays / KEPT, (released_charts_dir(),))


def file_name(chart: Chart, origin: Origin) -> str:
    """Return the name of the file that a chart is kept in."""
    return f"{chart.hash()}-{origin.song_hash[:SONG_DIGITS]}{SUFFIX}"


def charts_in(folder: Path) -> Iterator[KnownChart]:
    """Yield the charts of a folder whose content fits their name; others are passed over."""
    for path in sorted(folder.glob(f"*{SUFFIX}"))[:MOST_FILES]:
        try:
            with path.open("rb") as file:
                chart, origin = decode_chart(file.read(MAX_CHART_BYTES + 1), str(path))
        except (ReplayError, OSError):
            continue
        if path.name == file_name(chart, origin):
            yield KnownChart(chart, chart.hash(), frozenset({origin}))


def _sections_of(kept: dict[str, KnownChart], section: str) -> dict[str, KnownChart]:
    """Return the charts of one section of all whole charts that have it."""
    wholes = [known for known in kept.values() if len(known.chart.sections) > 1]
    parts = [(part, known.origins) for known in wholes if (part := _part_of(known.chart, section)) is not None]
    return _merged(KnownChart(chart, chart.hash(), origins) for chart, origins in parts)


def _part_of(chart: Chart, section: str) -> Chart | None:
    try:
        return chart.only(section)
    except KeyError:
        return None


def _merged(charts: Iterator[KnownChart]) -> dict[str, KnownChart]:
    found: dict[str, KnownChart] = {}
    for known in charts:
        before = found[known.hash].origins if known.hash in found else frozenset[Origin]()
        found[known.hash] = KnownChart(known.chart, known.hash, before | known.origins)
    return found
