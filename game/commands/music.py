"""`music report|render`: prints the score's figures, or renders the score to audio again.

Both run the workshop as a separate process, from a checkout only: the workshop needs packages that the game does not.
"""

import argparse
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from game.commands import Subparsers
from game.errors import UsageError

NEEDS = ("numpy", "scipy", "soundfile")
"""Packages without which the workshop cannot start; it reports further missing ones itself."""
WORKSHOP = Path("assets/workshop/score")
"""Folder of the score's workshop, relative to the checkout."""


def add_parser(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = subparsers.add_parser("music", help="figures of the score, or render it again (from a checkout)")
    jobs = parser.add_subparsers(dest="job", required=True, metavar="JOB")
    report = jobs.add_parser("report", help="loudness, onsets against the tempo map, sizes")
    report.add_argument("--pictures", type=Path, metavar="FOLDER", help="also draw spectrogram and loudness there")
    report.add_argument("--json", action="store_true", help="what a listener notices: theme, openings, contrast, air")
    render = jobs.add_parser("render", help="perform the score and write the stems")
    render.add_argument("--rates", action="store_true", help="the practice mixes too")
    render.add_argument("--fresh", action="store_true", help="perform every note again, without the cache")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the workshop from the checkout's top folder; return its exit status."""
    top = Path(__file__).resolve().parents[2]
    if not (top / WORKSHOP).is_dir():
        raise UsageError(f"{WORKSHOP} is not here: the workshop comes with a checkout, not with the installed game.")
    missing = [name for name in NEEDS if find_spec(name) is None]
    if missing:
        raise UsageError(
            f"The workshop needs {', '.join(missing)}: install it with `python -m pip install -e '.[workshop]'` first."
        )
    words = [sys.executable, "-m", "assets.workshop.score", args.job]
    if args.job == "report" and args.pictures is not None:
        words += ["--pictures", str(args.pictures.absolute())]
    if args.job == "report" and args.json:
        words.append("--json")
    if args.job == "render":
        words += [flag for flag in ("--rates", "--fresh") if getattr(args, flag.removeprefix("--"))]
    return subprocess.run(words, cwd=top, check=False).returncode
