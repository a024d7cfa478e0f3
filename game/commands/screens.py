"""`screens`: draws every screen of the game to PNG, in every state worth seeing, without a window."""

import argparse
import os
from collections.abc import Iterable
from pathlib import Path

from game.commands import Subparsers
from game.errors import StorageError, UsageError


def add_parser(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = subparsers.add_parser("screens", help="draw every screen to PNG, in every state worth seeing")
    parser.add_argument("-o", "--output", required=True, metavar="DIR", help="folder for the pictures")
    parser.add_argument("--scale", type=int, default=1, metavar="N", help="enlarge by a whole number (default 1)")
    parser.add_argument("--level", metavar="FILE", help="one map instead of the shipped world")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Draw all screens; print the files."""
    return draw_screens(args, ())


def draw_screens(args: argparse.Namespace, names: Iterable[str]) -> int:
    """Draw the named screens, or all, into `args.output`; print the files."""
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    import pygame

    from game.app.gallery import pictures
    from game.app.offscreen import open_offscreen

    folder = Path(args.output)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(f"{folder}: cannot be made ({error.strerror}): name another folder") from error
    pygame.display.init()
    with open_offscreen(argparse.Namespace(level=args.level, pack=None, safe=True)) as driver:
        for name in pictures(driver, names):
            path = folder / f"{name}.png"
            pygame.image.save(pygame.transform.scale_by(driver.canvas, args.scale), path)
            print(path)
    return 0


def known_screen(name: str) -> str:
    """Return the name of a screen; raises UsageError with the names there are."""
    from game.states.screens import SCREENS

    if name not in SCREENS:
        raise UsageError(f'--screen: no screen "{name}": there are {", ".join(SCREENS)}')
    return name
