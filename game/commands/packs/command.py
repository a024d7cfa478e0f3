"""`packs new`, `check`, `zip`, `install`, `list` and `from`.

Needs neither display nor sound.
"""

from pathlib import Path

from game.commands import Subparsers
from game.commands.packs import folders, song


def add_parser(subparsers: Subparsers) -> None:
    """Add the command and its sub-commands."""
    parser = subparsers.add_parser("packs", help="begin, check, zip, install or list packs, or make one from a song")
    commands = parser.add_subparsers(title="what to do", metavar="WHAT", required=True)
    new = commands.add_parser("new", help="write a pack that passes its check at once")
    new.add_argument("folder", type=Path, metavar="DIR", help="a new folder; its name becomes the pack's id")
    new.add_argument("--title", help="title (default: the folder's name)")
    new.add_argument("--author", default="", help="your name")
    new.add_argument("--bars", type=int, default=8, metavar="N", help="bars of its song (default 8)")
    new.add_argument("--bpm", type=float, default=120.0, metavar="N", help="its beats a minute (default 120)")
    new.set_defaults(run=folders.run_new)
    check = commands.add_parser("check", help="list everything that is wrong with a pack; status 2 on errors")
    check.add_argument("pack", metavar="PACK", help="a pack's folder, its zip or its id")
    check.add_argument("--json", action="store_true", help="print one JSON object")
    check.set_defaults(run=folders.run_check)
    zipped = commands.add_parser("zip", help="check a pack and write it into one file, to be given away")
    zipped.add_argument("pack", metavar="PACK", help="a pack's folder or its id")
    zipped.add_argument("-o", "--output", type=Path, metavar="FILE", help="default: the pack's id with .zip, here")
    zipped.set_defaults(run=folders.run_zip)
    install = commands.add_parser("install", help="check a pack's zip and put it among the installed ones")
    install.add_argument("zip", type=Path, metavar="ZIP", help="the file")
    install.add_argument("--replace", action="store_true", help="in the place of an installed one of the same id")
    install.set_defaults(run=folders.run_install)
    listed = commands.add_parser("list", help="list the installed packs, and what is wrong with them")
    listed.add_argument("--json", action="store_true", help="print one JSON object")
    listed.set_defaults(run=folders.run_list)
    made = commands.add_parser("from", help="make a pack from a sound file, or from a chart of StepMania or osu!")
    song.add_flags(made)
