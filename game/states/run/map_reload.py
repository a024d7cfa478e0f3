"""Reloads maps that are saved while they are played: loads them on a thread, beside the run.

Where the song is the same, the run goes on from the present moment. Where song or audio changed, it starts again at the
present bar. What keeps the maps from being loaded is listed on the screen until they are mended, and the run goes on as
it was.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path, PurePath

from game.errors import GameError
from game.states.context import AppContext
from game.states.loading import Loading
from game.states.protocols import Library
from game.states.run.preparing import prepare_changed
from game.states.run.run import Run
from game.states.run.run_content import RunContent
from game.states.run.run_plan import Mode, RunPlan
from game.states.transitions import Transition
from game.timing.tempo import BEATS_PER_BAR
from game.timing.units import Micros, ms

LOOK_EVERY_US = ms(500)
"""Interval of checks, microseconds."""
MOST_FINDINGS = 5
"""So many findings are listed on the screen."""


class FileWatch:
    """Tells once which files have changed and then stayed the same between two checks."""

    def __init__(self, files: Iterable[Path]) -> None:
        self._known: dict[Path, int] = {}
        self.add(files)
        self._latest = dict(self._known)
        self._next_us: Micros = 0
        self.findings: tuple[str, ...] = ()
        self.shows_chart = False

    def add(self, files: Iterable[Path]) -> None:
        """Watch more files, as they are now."""
        for file in files:
            self._known.setdefault(file, _stamp(file))

    def changed(self, wall_us: Micros) -> frozenset[Path]:
        """Look, twice a second at most."""
        if wall_us < self._next_us:
            return frozenset()
        self._next_us = wall_us + LOOK_EVERY_US
        before, self._latest = self._latest, {file: _stamp(file) for file in self._known}
        changed = frozenset(file for file, stamp in self._known.items() if self._latest[file] != stamp)
        if any(self._latest[file] != before.get(file) for file in changed):
            return frozenset()
        self._known = dict(self._latest)
        return changed


def _stamp(file: Path) -> int:
    return file.stat().st_mtime_ns if file.exists() else 0


@dataclass(frozen=True, slots=True)
class Reloaded:
    """Changed maps, loaded. `content` is what the run goes on with; None: it has to start again."""

    library: Library
    content: RunContent | None


class MapReload:
    """Reloads the maps that the app context watches. `follow` is called every frame."""

    def __init__(self, app: AppContext, plan: RunPlan, library: Library) -> None:
        self._app = app
        self._plan = plan
        self._library = library
        self._loading: Loading[Reloaded] | None = None
        if app.watch is not None:
            app.watch.add(library.files)

    def follow(self, wall_us: Micros) -> Reloaded | None:
        """Return changed maps once they are loaded. What keeps them from it are findings of the app context's watch."""
        watch = self._app.watch
        if watch is None or self._plan.mode is Mode.ROAD:  # its tempo follows from what was played before
            return None
        if self._loading is None:
            changed = watch.changed(wall_us)
            if changed:
                self._loading = Loading(lambda: self._load(changed))
            return None
        if not self._loading.done:
            return None
        loading, self._loading = self._loading, None
        try:
            reloaded = loading.wait()
        except GameError as error:
            watch.findings = first_findings(str(error))
            return None
        watch.findings = ()
        watch.add(reloaded.library.files)
        self._take(reloaded)
        return reloaded

    def _load(self, changed: frozenset[Path]) -> Reloaded:
        library = self._app.factories.library()
        if library.song_hash != self._library.song_hash or changed & set(library.audio_paths):
            return Reloaded(library, None)
        return Reloaded(library, prepare_changed(self._app, self._plan, library))

    def _take(self, reloaded: Reloaded) -> None:
        """Make the changed maps those of the game."""
        self._library, loaded = reloaded.library, self._app.loaded.wait()
        loaded.library = reloaded.library
        if reloaded.content is None:
            loaded.stale = loaded.song_changed = True
        else:
            loaded.chart, loaded.picture, loaded.stale = reloaded.content.chart, reloaded.content.picture, False


def go_on_with(reloaded: Reloaded, run: Run, wall_us: Micros) -> Transition | None:
    """Have a run go on with changed maps, from where it is; return the way to it where the song changed too: it starts
    again at the present bar.
    """
    beat = run.beat(wall_us)
    run.app.notify(f"Reloaded, beat {beat:.0f}.")
    if reloaded.content is not None:
        run.change_maps(reloaded.content)
        return None
    plan = replace(run.plan, reloaded=True)
    return Transition("loading", plan if plan.loop_bars else replace(plan, from_beat=next_bar(beat)))


def first_findings(text: str) -> tuple[str, ...]:
    """Return the first lines of an error, each without the folders of its file; the last says how many are left."""
    lines = text.splitlines()
    short = [f"{PurePath(place).name}{colon}{rest}" for place, colon, rest in (line.partition(": ") for line in lines)]
    left = len(short) - MOST_FINDINGS
    return (*short[:MOST_FINDINGS], *([f"and {left} more: run the check (F7 in Tiled)"] if left > 0 else []))


def next_bar(beat: float) -> Fraction:
    """Return the beat a bar after the present one: a trial from there begins at the present one."""
    return Fraction(int(beat // 1) + BEATS_PER_BAR)
