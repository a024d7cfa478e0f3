"""Reloads a map that is saved while it is played: loads it on a thread, then restarts the run at the present bar.

The score so far is dropped: it belongs to another chart. Where the map cannot be loaded, a notice says why and the run
goes on as it was.
"""

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

from game.errors import GameError
from game.states.context import AppContext, Library
from game.states.loading import Loading
from game.timing.tempo import BEATS_PER_BAR
from game.timing.units import Micros, ms

LOOK_EVERY_US = ms(500)
"""Interval of checks, microseconds."""


class Watch:
    """Reports once when files have changed and then stayed the same between two checks."""

    def __init__(self, files: Sequence[Path]) -> None:
        self._files = tuple(files)
        self._known = self._latest = self._stamps()
        self._next_us: Micros = 0

    def changed(self, wall_us: Micros) -> bool:
        """Look, twice a second at most."""
        if not self._files or wall_us < self._next_us:
            return False
        self._next_us = wall_us + LOOK_EVERY_US
        before, self._latest = self._latest, self._stamps()
        if self._latest == self._known or self._latest != before:
            return False
        self._known = self._latest
        return True

    def _stamps(self) -> tuple[int, ...]:
        return tuple(file.stat().st_mtime_ns if file.exists() else 0 for file in self._files)


class MapReload:
    """Reloads the maps that the app context watches. `follow` is called every frame."""

    def __init__(self, app: AppContext) -> None:
        self._app = app
        self._loading: Loading[Library] | None = None

    def follow(self, wall_us: Micros) -> bool:
        """Return True once when a changed map has been loaded and should be played."""
        if self._loading is None:
            if self._app.watch is not None and self._app.watch.changed(wall_us):
                self._loading = Loading(self._app.factories.library)
            return False
        if not self._loading.done:
            return False
        loading, self._loading = self._loading, None
        try:
            library = loading.wait()
        except GameError as error:
            self._app.notify(str(error))
            return False
        loaded = self._app.loaded.wait()
        loaded.library, loaded.stale = library, True
        return True


def next_bar(beat: float) -> Fraction:
    """Return the beat a bar after the present one: a trial from there begins at the present one."""
    return Fraction(int(beat // 1) + BEATS_PER_BAR)
