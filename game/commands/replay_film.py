"""`replay film FILE -o OUT.mp4`: a replay as a film with sound; with `--reel` twenty seconds of it to share."""

import argparse
import os
import sys
from pathlib import Path

from game.commands import Subparsers
from game.errors import ReplayError, UsageError

STEPS = 40
"""Width of the progress bar, and how often it is told."""
RATES = (24, 25, 30, 50, 60)
"""Pictures a second that a film can have."""


def add_verb(verbs: Subparsers) -> None:
    """Add the command to `replay`."""
    film = verbs.add_parser("film", help="write a replay as a film with sound (ffmpeg; else pictures and a WAV)")
    film.add_argument("file", type=Path, metavar="FILE", help="a replay file")
    film.add_argument("-o", "--output", required=True, type=Path, metavar="OUT.mp4", help="the film to write")
    film.add_argument("--reel", action="store_true", help="twenty seconds: each exercise's best hit, cut on the beat")
    film.add_argument("--fps", type=int, choices=RATES, default=30, help="pictures a second (default 30)")
    film.add_argument("--level", metavar="FILE", help="the map it was played on, if not the montage")
    film.add_argument("--pack", metavar="PACK", help="the pack it was played in: a folder, a zip or an installed id")
    film.set_defaults(run=run_film)


def run_film(args: argparse.Namespace) -> int:
    """Verify, draw, mix and write; print the file."""
    os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"
    from game.app.content import load_content
    from game.app.filming.filming import Filming
    from game.app.packs import opened_pack
    from game.commands.charts import chart_store
    from game.commands.replay_file import read_replay
    from game.minigames.manifest import MINIGAMES
    from game.replay.verify import verify

    if args.output.suffix == "":
        raise UsageError(f"{args.output}: name a film, such as run.mp4")
    replay = read_replay(args.file)
    with opened_pack(args.pack) as pack:
        content = load_content(args.level, pack)
        chart = chart_store(content).find(replay.header)
        found = verify(replay, chart, MINIGAMES)
        if not found.true:
            raise ReplayError(f"{args.file}: {found.sentence}")
        filming = Filming(content, chart, replay)
        cuts = filming.reel() if args.reel else filming.whole()
        print(filming.write(args.output, cuts, args.fps, _tell))
    return 0


def _tell(done: int, pictures: int) -> None:
    """Print a longer bar now and then."""
    step = max(1, pictures // STEPS)
    if done % step == 0 or done == pictures:
        bar = "#" * (done * STEPS // pictures)
        print(f"[{bar:<{STEPS}}] {done} of {pictures} pictures", file=sys.stderr, flush=True)
