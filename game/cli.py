"""The command line, and the only place that knows all commands. Each command builds its own objects in its `run`.

A command's module is imported when it is asked for, and imports late what opens a window or a sound device. All output
passes through `game.terminal`.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from game import __version__
from game.errors import GameError
from game.terminal import escaped_output

COMMANDS = {
    "play": "game.commands.play",
    "replay": "game.commands.replay",
    "levels": "game.commands.levels",
    "packs": "game.commands.packs.command",
    "exercise": "game.commands.exercise",
    "shots": "game.commands.shots",
    "film": "game.commands.shots",
    "screens": "game.commands.screens",
    "scores": "game.commands.scores",
    "doctor": "game.commands.doctor",
    "bench": "game.commands.bench.command",
    "music": "game.commands.music",
    "desktop": "game.commands.desktop",
}
"""Commands and their modules, in the order of the help. A module is imported only for its own command and for the help,
as all of them together take most of the time in which a mistake is reported."""
NOT_UNDERSTOOD = 2
"""The exit status of argparse for words that it does not understand."""
MISUSED = {"replay": 64}
"""Another status for that, where 2 has a meaning of its own: `replay verify` exits with its verdict. 64 is EX_USAGE of
sysexits.h."""
REPLAY_SUFFIX = ".laceup"
"""A file of this name in place of a command is watched: so the desktop opens it."""
INTERRUPTED = 130
"""The exit status that shells give a command ended by Ctrl+C."""
PIPE_CLOSED = 141
"""The exit status that shells give a command whose reader went away, as in `lace-up levels chart | head`."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that `argv` (default: the process's own) asks for; return its exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    with escaped_output():
        try:
            status = _run(arguments)
            _flush()
        except BrokenPipeError:
            _drop_output()
            return PIPE_CLOSED
    return status


def _run(arguments: list[str]) -> int:
    words = arguments if _names_command(arguments) else ["play", *arguments]
    if words[0].endswith(REPLAY_SUFFIX):
        words = ["replay", "watch", *words]
    try:
        args = _parser(words[0]).parse_args(words)
    except SystemExit as left:
        if left.code == NOT_UNDERSTOOD and words[0] in MISUSED:
            return MISUSED[words[0]]
        raise
    try:
        status: int = args.run(args)
    except GameError as error:
        print(f"lace-up: {error}", file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def _flush() -> None:
    """Write out what is buffered while a closed pipe can still be distinguished from success."""
    if sys.stdout is not None:
        sys.stdout.flush()


def _drop_output() -> None:
    """Nobody reads standard output any more: what is left goes nowhere, also when Python flushes it at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.__stdout__.fileno() if sys.__stdout__ else 1)
    os.close(nowhere)


def _names_command(arguments: list[str]) -> bool:
    """Whether the words name a command or ask about the program; without one, the game is played."""
    return bool(arguments) and (not arguments[0].startswith("-") or arguments[0] in {"-h", "--help", "--version"})


def _parser(command: str) -> argparse.ArgumentParser:
    """Return the parser of one command; of all commands if there is none of that name."""
    parser = argparse.ArgumentParser(
        prog="lace-up",
        description="A rhythm game: one unbroken training montage through Philadelphia, winter 1976.",
        epilog="Without a command the game is played. `lace-up doctor` says where settings, scores and replays are.",
    )
    parser.add_argument("--version", action="version", version=f"lace-up {__version__}")
    subparsers = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    modules = [COMMANDS[command]] if command in COMMANDS else dict.fromkeys(COMMANDS.values())
    for module in modules:
        import_module(module).add_parser(subparsers)
    return parser
