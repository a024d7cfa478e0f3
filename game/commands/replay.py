"""`replay verify` re-simulates a replay and compares the result; `replay info` prints its header. Files are
untrusted.
"""

import argparse
import json
from pathlib import Path

from game.app.content import Content, load_content
from game.commands import Subparsers
from game.errors import ReplayError, UnknownChart, UsageError
from game.minigames.manifest import MINIGAMES
from game.replay.codec import MAX_FILE_BYTES, decode
from game.replay.model import Replay
from game.replay.verify import verify
from game.sim.chart import Chart, Difficulty


def add_parser(subparsers: Subparsers) -> None:
    """Add the two commands."""
    parser = subparsers.add_parser("replay", help="verify or describe a replay file")
    verbs = parser.add_subparsers(title="what to do", metavar="verify|info", required=True)
    check = verbs.add_parser("verify", help="play it again: exit 0 true, 1 false, 2 chart unknown")
    check.add_argument("file", help="a replay file")
    check.add_argument("--level", metavar="FILE", help="the map it was played on, if not the montage")
    check.set_defaults(run=run_verify)
    info = verbs.add_parser("info", help="print what it says, as JSON; proves nothing")
    info.add_argument("file", help="a replay file")
    info.set_defaults(run=run_info)


def run_verify(args: argparse.Namespace) -> int:
    """Print whether the claim is true; return 0 true, 1 false, 2 chart unknown."""
    replay = read_replay(Path(args.file))
    verification = verify(replay, chart_for(replay, load_content(args.level)), MINIGAMES)
    print(f"{args.file}: {verification.sentence}")
    return 0 if verification.true else 1


def run_info(args: argparse.Namespace) -> int:
    """Print the header, the claim and a few counts."""
    replay = read_replay(Path(args.file))
    header, result = replay.header, replay.result
    rows = {
        "engine": header.engine,
        "rules_version": header.rules_version,
        "chart_hash": header.chart_hash,
        "song_hash": header.song_hash,
        "difficulty": header.difficulty,
        "section": header.section,
        "rate": header.options.rate_permille / 1000,
        "window_percent": header.options.window_percent,
        "assists": sorted(header.options.assists),
        "seed": header.options.seed,
        "events": len(replay.inputs),
        "pauses": len(replay.pauses),
        "claimed_score": result.score,
        "claimed_accuracy": result.accuracy_permyriad / 10_000,
        "claimed_rank": result.rank,
        "claimed_digest": result.digest,
    }
    print(json.dumps(rows, indent=1))
    return 0


def read_replay(path: Path) -> Replay:
    """Read a replay file; raises ReplayError with one sentence for anything else."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise ReplayError(f"{path}: cannot be read ({error.strerror}): check the name and its rights") from None
    return decode(data, str(path))


def chart_for(replay: Replay, content: Content) -> Chart:
    """Return the shipped chart that a replay refers to; raises UnknownChart when there is no such section."""
    header = replay.header
    try:
        return content.chart(Difficulty(header.difficulty), header.section)
    except UsageError:
        raise UnknownChart(
            f'the replay is of a section "{header.section}", which this installation does not have'
        ) from None
