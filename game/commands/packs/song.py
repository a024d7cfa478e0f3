"""`packs from`: makes a pack from a sound file or a chart of another game."""

import argparse
import sys
from pathlib import Path

from game.app.content import shipped_pack, shipped_roots
from game.commands.packs.extra import need_extra
from game.commands.packs.folders import print_findings
from game.content.designer import PROJECT_FILE
from game.content.finding import errors_in
from game.content.packing.check import check_pack
from game.content.packing.installed import ID
from game.errors import ContentError, UsageError
from game.terminal import escaped

BAR_WIDTH = 30
"""Width of the progress bar, in characters."""


def add_flags(parser: argparse.ArgumentParser) -> None:
    """Add the flags of `packs from`."""
    parser.add_argument("source", type=Path, metavar="FILE", help="ogg, mp3, flac or wav; sm, ssc or osz")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="DIR", help="a new folder for the pack")
    parser.add_argument("--title", help="title (default: what the file says)")
    parser.add_argument("--author", help="author (default: what the file says)")
    parser.add_argument("--from", dest="start", type=float, default=0.0, metavar="S", help="begin so many seconds in")
    parser.add_argument("--to", dest="end", type=float, metavar="S", help="end so many seconds in")
    parser.add_argument("--bpm", type=float, metavar="N", help="look for beats near this tempo")
    parser.add_argument("--tempo", choices=("half", "double"), help="take half or twice the tempo that was found")
    parser.add_argument("--shift", action="store_true", help="move the beat by half a beat")
    tapped = parser.add_mutually_exclusive_group()
    tapped.add_argument("--tap", action="store_true", help="tap the beat yourself, in a window that plays the song")
    tapped.add_argument(
        "--taps", type=Path, metavar="FILE", help="times of beats that you tapped, in seconds, a line each"
    )
    parser.add_argument("--difficulty", metavar="NAME", help="of a chart with several: which one to read")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Make the pack, check it, and say what to do with it; return 2 where it has errors."""
    if not ID.fullmatch(args.output.name):
        raise UsageError(f"{args.output.name!r} is no id for a pack: use lower-case letters, digits and -, at most 48")
    if args.output.exists():
        raise ContentError(f"{args.output}: is there already; choose another name")
    need_extra()
    from game.commands.packs.importing import import_song

    notices = import_song(args, shipped_pack(), progress)
    for notice in notices:
        print(escaped(notice))
    findings = check_pack(args.output, shipped_roots())
    print_findings(findings)
    project = args.output / "levels" / PROJECT_FILE
    print(f"{args.output}: open {project} in Tiled, play --pack {args.output}, packs zip {args.output}")
    return 2 if errors_in(findings) else 0


def progress(what: str, share: float) -> None:
    """Draw the progress bar, where somebody sees it."""
    if not sys.stderr.isatty():
        return
    filled = round(share * BAR_WIDTH)
    sys.stderr.write(f"\r{what:<42} [{'#' * filled}{'.' * (BAR_WIDTH - filled)}] {share:4.0%}")
    if share >= 1:
        sys.stderr.write("\n")
    sys.stderr.flush()
