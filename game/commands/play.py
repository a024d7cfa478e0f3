"""`play`: runs the game in a window, or, with `--headless`, simulates one run as fast as possible."""

import argparse
from fractions import Fraction

from game.commands import Subparsers
from game.sim.chart import Difficulty
from game.sim.options import RATES_PERMILLE, RunMode


def add_parser(subparsers: Subparsers) -> None:
    """Add the command and its flags."""
    parser = subparsers.add_parser("play", help="play the game (what happens without a command)")
    run_flags = parser.add_argument_group("the run (any of these goes straight to it)")
    run_flags.add_argument("--section", metavar="ID", help="one section instead of the whole montage")
    run_flags.add_argument("--level", metavar="FILE", help="one map instead of the shipped world")
    run_flags.add_argument("--pack", metavar="PACK", help="another pack: its folder, its zip or its id")
    run_flags.add_argument(
        "--mode", choices=tuple(map(str, RunMode)), default=str(RunMode.MONTAGE),
        help="the montage, or Road work, whose tempo follows the runner",
    )  # fmt: skip
    run_flags.add_argument("--difficulty", choices=tuple(map(str, Difficulty)), help="default: the setting, or normal")
    run_flags.add_argument(
        "--rate", type=_rate, metavar="R", help="speed of the song: 0.5, 0.6, 0.75, 0.9, 1, 1.25, 1.5"
    )
    run_flags.add_argument("--seed", type=_seed, default=0, metavar="N", help="seed of the run, 0 to 2^32 - 1")
    run_flags.add_argument(
        "--autoplay", nargs="?", type=_spread, const=0.0, metavar="SPREAD_MS",
        help="let the game play: perfectly, or with taps spread by so many milliseconds",
    )  # fmt: skip
    run_flags.add_argument("--watch", action="store_true", help="the same as --autoplay")
    run_flags.add_argument("--beat", type=_beat, metavar="N", help="begin a bar before this beat of the song (a trial)")
    run_flags.add_argument("--object", metavar="ID", help="begin at an object of the --level (a trial)")
    run_flags.add_argument(
        "--loop", type=_bars, metavar="BARS", help="play so many bars again and again, from --beat or --object on"
    )
    run_flags.add_argument("--claps", action="store_true", help="clap on every cue")
    run_flags.add_argument("--ghost", metavar="FILE", help="race this replay (else as the settings have it)")
    run_flags.add_argument("--record", metavar="FILE", help="write the replay there")
    parser.add_argument(
        "--screen", metavar="NAME",
        help="open this screen (title, menu, results, ...) with sample data; your scores and settings stay untouched",
    )  # fmt: skip
    parser.add_argument("--headless", action="store_true", help="no window, no sound, as fast as it goes")
    parser.add_argument("--json", action="store_true", help="end with one JSON object on standard output")
    parser.add_argument("--safe", action="store_true", help="safe mode: default settings, plain window, no sound")
    parser.add_argument("--title", action="store_true", help="begin at the title all the same")
    parser.add_argument("--until", choices=("title", "results"), help=argparse.SUPPRESS)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Play; return the exit status."""
    if args.watch and args.autoplay is None:
        args.autoplay = 0.0
    if args.pack is None:
        return _run(args)
    from game.app.packs import opened_pack

    with opened_pack(args.pack) as args.pack:
        return _run(args)


def _run(args: argparse.Namespace) -> int:
    if args.headless:
        from game.commands.simulate import run_headless

        args.difficulty = args.difficulty or str(Difficulty.NORMAL)
        args.rate = args.rate or 1.0
        return run_headless(args)
    from game.platform.window.display import open_display  # pygame is imported only where there is a window

    open_display()  # before the rest is imported: a missing display is told at once
    from game.commands.window import run_windowed

    return run_windowed(args)


def _rate(text: str) -> float:
    try:
        permille = round(float(text) * 1000)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number") from error
    if permille not in RATES_PERMILLE:
        raise argparse.ArgumentTypeError(f"{text} is not among {', '.join(f'{r / 1000:g}' for r in RATES_PERMILLE)}")
    return permille / 1000


def _seed(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) >= 2**32:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 0 to 2^32 - 1")
    return int(text)


def _beat(text: str) -> Fraction:
    try:
        beat = Fraction(text)
    except (ValueError, ZeroDivisionError) as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a beat") from error
    if not 0 <= beat <= 100_000:
        raise argparse.ArgumentTypeError(f"{text} lies outside any song")
    return beat


def _bars(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text[:4]) <= 999:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of bars, 1 to 999")
    return int(text)


def _spread(text: str) -> float:
    try:
        spread_ms = float(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number") from error
    if not 0 <= spread_ms <= 500:
        raise argparse.ArgumentTypeError("a spread lies between 0 and 500 milliseconds")
    return spread_ms
