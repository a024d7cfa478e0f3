"""The game in a window: the one place that builds the whole object graph and lets it run."""

import argparse
import gc
import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame

from game.commands.runs import load_content, outcome_of
from game.errors import GameError
from game.minigames.manifest import MINIGAMES
from game.minigames.views import open_stage
from game.platform.audio_player import open_song_player
from game.platform.bindings import Bindings
from game.platform.crash import report_crash, start_log
from game.platform.input_devices import InputDevices
from game.platform.loop import FrameLoop
from game.platform.monotonic import MonotonicClock
from game.platform.signals import Signal
from game.platform.silent_player import SilentPlayer
from game.platform.window import Window
from game.sim.chart import Chart, Difficulty
from game.states.desk import Desk, Library, Makers, Player, Stock, view_options
from game.states.destinations import Destination, ToRun, ToTitle
from game.states.factory import build
from game.states.loading import Loading
from game.states.machine import Machine
from game.states.plan import Mode, RunPlan, options_from
from game.storage.paths import assets_dir, user_paths
from game.storage.scores import Scores
from game.storage.settings import Picture as PictureSettings
from game.storage.settings import Settings
from game.storage.settings_file import SettingsFile
from game.timing.units import Micros
from game.view.fonts import Fonts
from game.view.stage import Stage

RUN_FLAGS = ("section", "level", "difficulty", "rate", "autoplay", "record")
SAFE_SETTINGS = Settings(picture=PictureSettings(renderer="plain"))


def run_windowed(args: argparse.Namespace) -> int:
    """Play until the window is closed; a crash is logged and named in a box."""
    paths = user_paths()
    start_log(paths.log)
    try:
        return _play(args)
    except (GameError, KeyboardInterrupt):
        raise
    except Exception as error:
        print(f"lace-up: {report_crash(error, paths.log)}", file=sys.stderr)
        return 1


def _play(args: argparse.Namespace) -> int:
    paths = user_paths()
    settings_file = SettingsFile(paths.settings)
    loaded = settings_file.load()
    settings = SAFE_SETTINGS if args.safe else loaded.settings
    clock = MonotonicClock()
    window = Window(settings.picture)
    devices = InputDevices(clock)
    with Scores(paths.scores) as scores:
        makers = _makers(args)
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
            stock=Loading(lambda: _stock(makers, settings)),
        )
        desk.notices.extend(loaded.notices)
        if scores.notice:
            desk.tell(scores.notice)
        machine = Machine(desk, window, build, _first(args, settings))
        FrameLoop(window, devices, clock).run(Until(machine, args.until) if args.until else machine)
        _fall_silent(desk)
    devices.close()
    window.close()
    if args.json and desk.ended is not None:
        print(json.dumps(outcome_of(desk.ended)))
    return 0


class Until:
    """Ends a machine one picture after it has come to a state: for measurements and tests."""

    def __init__(self, machine: Machine, name: str) -> None:
        self._machine = machine
        self._name = name
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
        """Pass on, and see what was drawn."""
        self._machine.draw(canvas, wall_us, poll)
        self.finished = self._machine.finished or type(self._machine.state).__name__.lower() == self._name


def _first(args: argparse.Namespace, settings: Settings) -> Destination:
    """Return the title, or the run that the flags describe."""
    if all(getattr(args, flag) is None for flag in RUN_FLAGS):
        return ToTitle()
    play = settings.play
    options = options_from(play, args.seed)
    if args.rate is not None:
        options = replace(options, rate_permille=round(args.rate * 1000))
    difficulty = Difficulty(args.difficulty or play.difficulty)
    return ToRun(RunPlan(Mode.MONTAGE, difficulty, args.section, options, args.autoplay, args.record))


def _makers(args: argparse.Namespace) -> Makers:
    def library() -> Library:
        return load_content(args.level)

    def picture(content: Library, chart: Chart, settings: Settings) -> Stage:
        stage = open_stage(content.world, content.song, chart, assets_dir(), view_options(settings))
        stage.preload()
        return stage

    def player(content: Library) -> Player:
        if args.safe:
            return SilentPlayer(MonotonicClock(), "Safe mode: no sound.")
        return open_song_player(assets_dir(), content.song)

    return Makers(library, picture, player, MINIGAMES)


def _stock(makers: Makers, settings: Settings) -> Stock:
    """Make everything that the first run needs; runs on the loading thread while the title is up."""
    library = makers.library()
    player = makers.player(library)
    chart = library.chart(Difficulty(settings.play.difficulty))
    picture = makers.picture(library, chart, settings)
    gc.freeze()  # what is loaded stays: the collector need not look at it again
    return Stock(library, player, chart, picture)


def _fall_silent(desk: Desk) -> None:
    if desk.stock.result is not None:
        desk.stock.result.player.stop()
