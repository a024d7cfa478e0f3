"""The composition root of everything with a window: builds the whole object graph, and takes it apart again."""

import gc
import os
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame

from game.commands.runs import load_content
from game.minigames.manifest import MINIGAMES
from game.minigames.views import open_stage
from game.platform.input.bindings import Bindings
from game.platform.input.devices import InputDevices
from game.platform.loop import FrameLoop
from game.platform.clock.monotonic import MonotonicClock
from game.platform.audio.open_player import open_song_player
from game.platform.input.input_events import Signal
from game.platform.audio.silent_player import SilentPlayer
from game.platform.window.window import Window
from game.sim.chart import Chart, Difficulty
from game.states.context import Desk, Library, Makers, Player, Stock, view_options
from game.states.transitions import Destination
from game.states.run.map_reload import Watch
from game.states.factory import build
from game.states.loading import Abandoned, Loading, join_all
from game.states.machine import Machine
from game.states.run.prewarm import warm
from game.storage.paths import assets_dir, user_paths
from game.storage.scores import Scores
from game.storage.settings import Picture as PictureSettings
from game.storage.settings import Settings
from game.storage.settings_file import SettingsFile
from game.timing.units import Micros
from game.view.ui.fonts import Fonts
from game.view.ui.logo import paint_icon
from game.view.canvas.composite_layers import FloatingPlanes
from game.view.stage.stage import Stage

LONGEST_WAIT_S = 20.0
SAFE_SETTINGS = Settings(picture=PictureSettings(renderer="plain"))


class Wishes(Protocol):
    """What a command may wish of the cabinet: another map, and safe mode."""

    level: str | None
    safe: bool


@dataclass(frozen=True, slots=True)
class Cabinet:
    """An open window with everything behind it."""

    desk: Desk
    window: Window
    devices: InputDevices
    loop: FrameLoop

    def machine(self, first: Destination) -> Machine:
        """Return a state machine that begins at `first`."""
        return Machine(self.desk, self.window, build, first)


@contextmanager
def open_cabinet(wishes: Wishes) -> Iterator[Cabinet]:
    """Open the window and begin to load; close everything in the end."""
    paths = user_paths()
    settings_file = SettingsFile(paths.settings)
    loaded = settings_file.load()
    settings = SAFE_SETTINGS if wishes.safe else loaded.settings
    clock = MonotonicClock()
    window = Window(settings.picture, paint_icon())
    devices = InputDevices(clock)
    closing = threading.Event()
    floating = FloatingPlanes(lambda: window.shows_fractions)
    window.parts = floating.parts
    makers = _makers(wishes, closing, floating)
    with Scores(paths.scores) as scores:
        desk = Desk(
            clock=clock,
            screen=window,
            fonts=Fonts(assets_dir() / "fonts"),
            paths=paths,
            settings_file=settings_file,
            settings=settings,
            scores=scores,
            makers=makers,
            bindings=Bindings(settings),
            stock=Loading(lambda: _stock(makers, settings, closing)),
        )
        desk.notices.extend(loaded.notices)
        desk.watch = Watch((Path(wishes.level),)) if wishes.level else None
        desk.tell_once(scores.notice)
        try:
            yield Cabinet(desk, window, devices, FrameLoop(window, devices, clock))
        finally:
            closing.set()
            join_all()
            if desk.stock.result is not None:
                desk.stock.result.player.close()
    devices.close()
    window.close()


def _makers(wishes: Wishes, closing: threading.Event, floating: FloatingPlanes) -> Makers:
    def library() -> Library:
        return load_content(wishes.level)

    def picture(content: Library, chart: Chart, settings: Settings) -> Stage:
        stage = open_stage(content.world, content.song, chart, assets_dir(), view_options(settings))
        stage.preload(lambda: _go_on_unless(closing))
        warm(stage, chart, MINIGAMES)
        stage.floating = floating
        return stage

    def player(content: Library) -> Player:
        if wishes.safe:
            return SilentPlayer(MonotonicClock(), "Safe mode: no sound.")
        return open_song_player(assets_dir(), content.song)

    return Makers(library, picture, player, MINIGAMES)


def _stock(makers: Makers, settings: Settings, closing: threading.Event) -> Stock:
    """Make everything that the first run needs; runs on the loading thread while the title is up."""
    library = makers.library()
    _go_on_unless(closing)
    player = makers.player(library)
    try:
        chart = library.chart(Difficulty(settings.play.difficulty))
        picture = makers.picture(library, chart, settings)
        _wait_for_sound(player, closing)
    except Abandoned:
        player.close()
        raise
    gc.freeze()  # what is loaded stays: the collector need not look at it again
    return Stock(library, player, chart, picture)


def _go_on_unless(closing: threading.Event) -> None:
    """Raise Abandoned when the window is being closed: nobody waits for what is loaded."""
    if closing.is_set():
        raise Abandoned


def _wait_for_sound(player: Player, closing: threading.Event) -> None:
    """A run that begins in silence is no run; but a player that never gets ready must not keep it from beginning."""
    deadline_s = time.monotonic() + LONGEST_WAIT_S
    while player.progress < 1.0 and time.monotonic() < deadline_s:
        _go_on_unless(closing)
        time.sleep(0.02)


class Until:
    """Runs a machine until `over` says so after a picture: for measurements and tests."""

    def __init__(self, machine: Machine, over: Callable[[Machine, Micros], bool]) -> None:
        self._machine = machine
        self._over = over
        self.finished = False

    def take(self, signals: Sequence[Signal], wall_us: Micros) -> None:
        """Pass on."""
        self._machine.take(signals, wall_us)

    def advance(self, wall_us: Micros) -> None:
        """Pass on."""
        self._machine.advance(wall_us)

    def sound(self, wall_us: Micros) -> None:
        """Pass on."""
        self._machine.sound(wall_us)

    def draw(self, canvas: pygame.Surface, wall_us: Micros, poll: Callable[[], None]) -> None:
        """Pass on; when it was finished or over before, this was the last picture."""
        self.finished = self._machine.finished or self._over(self._machine, wall_us)
        self._machine.draw(canvas, wall_us, poll)
