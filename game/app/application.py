"""The composition root of everything with a window: builds the whole object graph, and takes it apart again."""

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame

from game.app.content import load_content
from game.app.shelf import Chosen, Shelf
from game.app.stages import Stages
from game.content.look import look_file
from game.content.pack import Pack
from game.minigames.manifest import MINIGAMES
from game.platform.audio.open_player import open_song_player
from game.platform.audio.silent_player import SilentPlayer
from game.platform.clock.monotonic import MonotonicClock, SleeplessClock
from game.platform.input.bindings import Bindings
from game.platform.input.devices import InputDevices
from game.platform.input.input_events import DeviceEvent
from game.platform.input.keyboard import layout_labels
from game.platform.loop import FrameLoop
from game.platform.window.window import Window, fills_better
from game.sim.chart import Difficulty
from game.states.context import AppContext, buffers_of
from game.states.loading import Abandoned, Factories, LoadedContent, Loading, join_all
from game.states.machine import Machine
from game.states.protocols import Library, LoadingPlayer
from game.states.run.keeping import enter_pending
from game.states.run.map_reload import FileWatch
from game.states.screens import build_state
from game.states.transitions import Transition
from game.storage.paths import UserPaths, assets_dir, user_paths
from game.storage.scores import Scores
from game.storage.settings import PictureSettings, Settings
from game.storage.settings_file import SettingsFile
from game.timing.units import Micros
from game.view.canvas.composite_layers import FloatingLayers
from game.view.ui.fonts import Fonts
from game.view.ui.logo import paint_icon

LOADING_STILL = "stills/lead_in.png"
"""The picture that is shown while the content is loaded, among the assets."""
LONGEST_WAIT_S = 20.0
"""How long loading waits for the song to be decoded."""
SWITCH_S = 0.001
"""The longest that a thread computes before another one may: SDL's audio thread waits for it whenever a sound ends."""
CLAP = "clap"
"""Which of the game's sounds is heard on every cue, if a command asks for it."""
SAFE_SETTINGS = Settings(picture=PictureSettings(renderer="plain"))
"""The settings of safe mode."""


class LaunchOptions(Protocol):
    """What a command may ask of the application: another map or pack than the shipped one, safe mode, a clap on every
    cue, a difficulty."""

    level: str | None
    pack: str | None
    safe: bool
    claps: bool
    difficulty: str | None


@dataclass(frozen=True, slots=True)
class Application:
    """An open window with everything behind it."""

    app: AppContext
    window: Window
    devices: InputDevices
    loop: FrameLoop

    def machine(self, first: Transition) -> Machine:
        """Return a state machine that begins at `first`."""
        return Machine(self.app, self.window, build_state, first)


@contextmanager
def open_application(launch: LaunchOptions, paths: UserPaths | None = None) -> Iterator[Application]:
    """Open the window and begin to load; close everything in the end. `paths` are the player's own unless given."""
    paths = paths or user_paths()
    settings_file = SettingsFile(paths.settings)
    loaded = settings_file.load()
    settings = SAFE_SETTINGS if launch.safe else loaded.settings
    sys.setswitchinterval(SWITCH_S)
    clock = MonotonicClock()
    window = Window(settings.picture, paint_icon())
    if not launch.safe and not paths.settings.exists() and fills_better():
        window.set_full_screen(wanted=True)
        settings = replace(settings, picture=replace(settings.picture, full_screen=True))
    devices = InputDevices(clock, SleeplessClock())
    closing = threading.Event()
    floating = FloatingLayers(lambda: window.shows_fractions)
    window.layer_map = floating.layer_map
    difficulty = Difficulty(launch.difficulty or settings.play.difficulty) if launch.level else None
    chosen = Chosen(launch.level, launch.pack, launch.safe, launch.claps, difficulty)
    factories = make_factories(chosen, closing, floating)
    with Scores(paths.scores) as scores:
        app = AppContext(
            clock=clock,
            window=window,
            fonts=Fonts(assets_dir() / "fonts"),
            paths=paths,
            settings_file=settings_file,
            settings=settings,
            scores=scores,
            factories=factories,
            bindings=Bindings(settings),
            key_labels=layout_labels(),
            loading_still=assets_dir() / LOADING_STILL,
            loaded=Loading(lambda: load_first_run(factories, settings, closing)),
        )
        app.rumble = devices.rumble
        app.timer_link.choose(settings.play.livesplit)
        app.shelf = Shelf(paths.packs, chosen, lambda: load_first_run(factories, app.settings, closing))
        for sentence in loaded.notices:
            app.notify(sentence)
        app.watch = _watch_of(launch)
        app.notify_once(scores.notice)
        app.writer.submit(lambda: enter_pending(app))
        app.writer.submit(lambda: app.collection.read_ahead(lambda: not closing.is_set()))
        try:
            yield Application(app, window, devices, FrameLoop(window, devices, clock))
        finally:
            closing.set()
            _close(app)
    devices.close()
    window.close()


def _close(app: AppContext) -> None:
    """Wait for what is being loaded and written, and let go of files, timer and sound device."""
    join_all()
    app.writer.submit(app.replays.give_room_back)
    app.writer.close()
    app.replays.close()
    app.timer_link.close()
    if app.loaded.result is not None:
        app.loaded.result.player.close()


def _watch_of(launch: LaunchOptions) -> FileWatch | None:
    """Return what watches the files of the map or pack that a command names; the shipped world stays as it is."""
    if launch.level:
        return FileWatch((Path(launch.level), look_file(Path(launch.level))))
    return FileWatch(()) if launch.pack else None


def make_factories(chosen: Chosen, closing: threading.Event, floating: FloatingLayers) -> Factories:
    """Return how content, picture and player are made; what is being loaded gives up once `closing` is set."""

    def library() -> Library:
        return load_content(chosen.level, chosen.pack, chosen.difficulty)

    def player(content: Library, settings: Settings) -> LoadingPlayer:
        if chosen.safe:
            return SilentPlayer(MonotonicClock(), "Safe mode: no sound, and no run is ranked.")
        clap = CLAP if chosen.claps else ""
        output = settings.timing.output
        return open_song_player(content.pack.roots, content.song, buffers_of(settings), output, clap=clap)

    return Factories(library, Stages(floating, lambda: _go_on_unless(closing)), player, MINIGAMES)


def load_first_run(factories: Factories, settings: Settings, closing: threading.Event) -> LoadedContent:
    """Load everything that the first run needs; runs on the loading thread while the title is shown."""
    library = factories.library()
    _go_on_unless(closing)
    player = factories.player(library, settings)
    try:
        chart = library.chart(offered_difficulty(library.pack, Difficulty(settings.play.difficulty)))
        picture = factories.picture(library, chart, settings)
        _wait_for_sound(player, closing)
    except Abandoned:
        player.close()
        raise
    return LoadedContent(library, player, chart, picture)


def offered_difficulty(pack: Pack, wanted: Difficulty) -> Difficulty:
    """Return a difficulty if the pack has it, else the hardest easier one, else its easiest."""
    every = list(Difficulty)
    easier = [difficulty for difficulty in pack.difficulties if every.index(difficulty) <= every.index(wanted)]
    return easier[-1] if easier else pack.difficulties[0]


def _go_on_unless(closing: threading.Event) -> None:
    """Raise Abandoned when the window is being closed."""
    if closing.is_set():
        raise Abandoned


def _wait_for_sound(player: LoadingPlayer, closing: threading.Event) -> None:
    """Wait until the sound is loaded, but not forever: a player that never gets ready must not block the run."""
    deadline_s = time.monotonic() + LONGEST_WAIT_S
    while player.progress < 1.0 and time.monotonic() < deadline_s:
        _go_on_unless(closing)
        time.sleep(0.02)


class RunUntil:
    """Runs a machine until `over` is true after a frame: for measurements and tests."""

    def __init__(self, machine: Machine, over: Callable[[Machine, Micros], bool]) -> None:
        self._machine = machine
        self._over = over
        self.finished = False

    def on_device_events(self, device_events: Sequence[DeviceEvent], wall_us: Micros) -> None:
        """Pass on."""
        self._machine.on_device_events(device_events, wall_us)

    def on_poll(self, device_events: Sequence[DeviceEvent], wall_us: Micros) -> None:
        """Pass on."""
        self._machine.on_poll(device_events, wall_us)

    def advance(self, wall_us: Micros) -> None:
        """Pass on."""
        self._machine.advance(wall_us)

    def sound(self, wall_us: Micros) -> None:
        """Pass on."""
        self._machine.sound(wall_us)

    def draw(self, canvas: pygame.Surface, wall_us: Micros, poll: Callable[[], None]) -> None:
        """Pass on; where the machine had finished or `over` is true, this was the last frame."""
        self.finished = self._machine.finished or self._over(self._machine, wall_us)
        self._machine.draw(canvas, wall_us, poll)
