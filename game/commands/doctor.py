"""`doctor`: prints versions, drivers and file locations for a bug report. Sends nothing anywhere."""

import argparse
import json
import os
import platform
import sqlite3
import sys
from importlib import metadata

from game import __version__
from game.commands import Subparsers
from game.errors import GameError
from game.sim.chart import RULES_VERSION
from game.storage.paths import HOME_VARIABLE, assets_dir, levels_dir, user_paths
from game.storage.settings_file import SettingsFile

PACKAGES = ("pygame-ce", "pygame", "pytmx", "numpy", "platformdirs", "tomli-w")
"""Packages whose versions are printed."""


def add_parser(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = subparsers.add_parser("doctor", help="versions, drivers, and where files are")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the report; return status 1 if the game cannot be played."""
    report, problems = _versions(), _problems()
    report |= _drivers(problems) | _places(problems)
    if args.json:
        print(json.dumps({**report, "problems": problems}, indent=1))
    else:
        width = max(map(len, report))
        for name, value in report.items():
            print(f"{name:<{width}}  {value}")
        for problem in problems:
            print(f"! {problem}")
    return 1 if problems else 0


def _versions() -> dict[str, str]:
    report = {
        "lace-up": f"{__version__} (rules {RULES_VERSION})",
        "python": f"{platform.python_version()} ({sys.executable})",
        "system": platform.platform(),
        "sqlite": sqlite3.sqlite_version,
    }
    return report | {name: found for name in PACKAGES if (found := _version(name)) is not None}


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _problems() -> list[str]:
    problems = []
    if _version("pygame-ce") is None:
        problems.append("pygame-ce is missing: start the game with `python3 main.py` and it is fetched")
    if _version("pygame") is not None:
        problems.append(
            "both pygame and pygame-ce are installed and hide each other: uninstall both, then pygame-ce again"
        )
    return problems


def _drivers(problems: list[str]) -> dict[str, str]:
    if _version("pygame-ce") is None:
        return {}
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    from game.platform.drivers import probe  # pygame is imported only here: the rest must work without it

    found = probe()
    problems += found.problems
    return {
        "sdl": found.sdl,
        "video": found.video,
        "renderers": found.renderers,
        "audio": found.audio,
        "pads": found.pads,
    }


def _places(problems: list[str]) -> dict[str, str]:
    paths = user_paths()
    places = {
        name: str(getattr(paths, name)) for name in ("settings", "scores", "replays", "screenshots", "films", "log")
    }
    try:
        places |= {"assets": str(assets_dir()), "levels": str(levels_dir())}
    except GameError as error:
        problems.append(str(error))
    places["home"] = os.environ.get(HOME_VARIABLE, f"(the platform's own; {HOME_VARIABLE} overrides)")
    problems += SettingsFile(paths.settings).load().notices
    return places
