"""`play` in a window: opens the application at the screen or run that the flags name."""

import argparse
import json
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

from game.app.application import RunUntil, open_application
from game.commands.runs import outcome_of
from game.commands.screens import known_screen
from game.content.tiled.level_reader import read_level
from game.errors import GameError
from game.platform.crash import report_crash, show_box, start_log
from game.sim.chart import Difficulty
from game.sim.options import RunMode
from game.states.context import AppContext
from game.states.machine import Machine
from game.states.run.run_plan import Mode, RunPlan, options_from, road_options
from game.states.screens import sample_transition
from game.states.theatre.watch import Watch
from game.states.transitions import QUIT, Transition
from game.storage.paths import HOME_VARIABLE, UserPaths, user_paths
from game.timing.units import Micros

RUN_FLAGS = ("section", "level", "pack", "difficulty", "rate", "autoplay", "record", "beat", "object", "loop", "ghost")
"""Flags that describe a run: with any of them, the game starts in the run."""


def run_windowed(args: argparse.Namespace) -> int:
    """Play until the window is closed. A crash is logged and shown in a message box, and so is broken content: a player
    who starts the game from the desktop sees no terminal.
    """
    log = user_paths().log
    start_log(log)
    try:
        return _play(args)
    except GameError as error:
        show_box(str(error))
        raise
    except KeyboardInterrupt:
        raise
    except Exception as error:
        print(f"lace-up: {report_crash(error, log)}", file=sys.stderr)
        return 1


@dataclass(slots=True)
class TheatreLaunch:
    """How the application is opened for the theatre alone."""

    level: str | None
    pack: str | None
    safe: bool
    claps: bool = False
    difficulty: str | None = None


def run_theatre(args: argparse.Namespace) -> int:
    """Watch replays until the window is closed or left."""
    start_log(user_paths().log)
    with open_application(TheatreLaunch(args.level, args.pack, args.safe)) as application:
        watch = Watch(tuple(path.resolve() for path in args.files), QUIT)
        application.loop.run(application.machine(Transition("theatre", watch)))
    return 0


def _play(args: argparse.Namespace) -> int:
    def over(machine: Machine, wall_us: Micros) -> bool:
        return bool(args.until == machine.screen)

    with _paths(args) as paths, open_application(args, paths) as application:
        machine = application.machine(_first(args, application.app))
        application.loop.run(RunUntil(machine, over))
        if args.json and application.app.last_session is not None:
            print(json.dumps(outcome_of(application.app.last_session)))
    return 0


@contextmanager
def _paths(args: argparse.Namespace) -> Iterator[UserPaths]:
    """Yield the player's own paths; for a screen with sample data, copies that are thrown away."""
    own = user_paths()
    if args.screen is None:
        yield own
        return
    with TemporaryDirectory() as home:
        copies = user_paths({HOME_VARIABLE: home})
        if own.settings.exists():
            shutil.copy(own.settings, copies.settings)
        yield replace(copies, screenshots=own.screenshots, films=own.films, log=own.log)


def _first(args: argparse.Namespace, app: AppContext) -> Transition:
    """Return the title, the named screen, or the run that the flags describe."""
    settings = app.settings
    if args.screen is not None:
        return sample_transition(app, known_screen(args.screen))
    if args.title or (args.mode == str(RunMode.MONTAGE) and all(getattr(args, flag) is None for flag in RUN_FLAGS)):
        return Transition("title")
    options = options_from(settings.play, args.seed)
    if args.rate is not None:
        options = replace(options, rate_permille=round(args.rate * 1000))
    difficulty = Difficulty(args.difficulty or settings.play.difficulty)
    mode = Mode.MONTAGE
    if args.mode == str(RunMode.ROAD):
        mode, options = Mode.ROAD, road_options(options)
    return Transition(
        "loading",
        RunPlan(
            mode,
            difficulty,
            args.section,
            options,
            args.autoplay,
            args.record,
            _from_beat(args),
            loop_bars=args.loop,
            ghost=args.ghost,
        ),
    )


def _from_beat(args: argparse.Namespace) -> Fraction | None:
    """Return the beat at which a trial starts. Tiled passes `%objectid` literally when nothing is selected: None."""
    if args.beat is not None or args.level is None or not (args.object or "").isdigit():
        beat: Fraction | None = args.beat
        return beat
    level, _ = read_level(Path(args.level))
    return None if level is None else level.beat_of_object(int(args.object))
