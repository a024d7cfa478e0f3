"""Runs one slow construction on a thread of its own, while a screen is shown; what it makes for this game."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from game.errors import GameError
from game.sim.chart import Chart
from game.sim.rules import Registry
from game.states.protocols import Library, LoadingPlayer, Picture
from game.storage.settings import Settings

Made = TypeVar("Made")
THREAD_NAME = "loading"
"""Name of the thread."""


class Abandoned(Exception):
    """Raised on the loading thread when its result is no longer wanted."""


class Loading(Generic[Made]):
    """Starts at once. `result` is None until it is done; a failure is raised by `check`, on the thread that asks."""

    def __init__(self, make: Callable[[], Made]) -> None:
        self.result: Made | None = None
        self._failure: BaseException | None = None
        self._thread = threading.Thread(target=self._run, args=(make,), name=THREAD_NAME, daemon=True)
        self._thread.start()

    @property
    def done(self) -> bool:
        """Whether the result or a failure is there."""
        return not self._thread.is_alive()

    def check(self) -> Made | None:
        """Return the result if it is there; raises what the construction raised."""
        if self._failure is not None:
            raise self._failure
        return self.result

    def wait(self) -> Made:
        """Wait until it is done; return the result, or raise what the construction raised."""
        self._thread.join()
        made = self.check()
        if made is None:
            raise GameError("loading ended without a result")
        return made

    def _run(self, make: Callable[[], Made]) -> None:
        try:
            self.result = make()
        except BaseException as error:  # raised again on the main thread by `check`
            self._failure = error


def join_all() -> None:
    """Return when nothing is being loaded any more: a thread that still opens a device or bakes a picture while the
    program takes SDL apart can stop it for good."""
    for thread in threading.enumerate():
        if thread.name == THREAD_NAME:
            thread.join()


@dataclass(frozen=True, slots=True)
class Factories:
    """How content, picture and player are made; each may take seconds and runs on the loading thread."""

    library: Callable[[], Library]
    picture: Callable[[Library, Chart, Settings], Picture]
    player: Callable[[Library, Settings], LoadingPlayer]
    registry: Registry


@dataclass(slots=True)
class LoadedContent:
    """What the loading thread has loaded."""

    library: Library
    player: LoadingPlayer
    chart: Chart
    picture: Picture
    stale: bool = False
    """Whether the library is newer than the picture."""
    song_changed: bool = False
    """Whether the song is newer than what the player has decoded."""
