"""`replay verify` plays replays again and says what is proven; `watch` shows them; `info` prints what one claims.

Exit status of `verify`: 0 true, 1 false, 2 not verifiable here (another chart, other rules, another format), 3 true but
not fit for a board, 64 the command was misused. Of several files the worst counts, in the order 1, 2, 3, 0.
"""

import argparse
import json
import sys
from pathlib import Path

from game.app.content import load_content
from game.commands import Subparsers
from game.commands.charts import chart_store
from game.commands.replay_file import read_replay
from game.commands.replay_film import add_verb
from game.minigames.manifest import MINIGAMES
from game.replay.claims import header_json
from game.replay.codec import identity_of
from game.replay.verify import Verdict
from game.storage.proof.examined import examine
from game.storage.replay_folder import SUFFIX

MISUSED = 64
"""Exit status where there is no file to verify, as for words that make no sense: the lower ones are verdicts."""
MOST_WATCHED = 2
"""So many replays are watched at once."""
WORST_FIRST = (Verdict.FALSE, Verdict.UNKNOWN, Verdict.UNFIT, Verdict.TRUE)
"""Which verdict counts for several files."""


def add_parser(subparsers: Subparsers) -> None:
    """Add the two commands."""
    parser = subparsers.add_parser("replay", help="verify, watch or describe a replay file")
    verbs = parser.add_subparsers(title="what to do", metavar="verify|watch|film|info", required=True)
    check = verbs.add_parser(
        "verify", help="play it again: exit 0 true, 1 false, 2 not verifiable here, 3 true but not fit for a board"
    )
    check.add_argument("files", nargs="+", metavar="FILE", help=f"replay files, or folders of *{SUFFIX}")
    check.add_argument("--level", metavar="FILE", help="the map it was played on, if not the montage")
    check.set_defaults(run=run_verify)
    watching = verbs.add_parser("watch", help="watch a replay in the game's window, or two with the second below")
    watching.add_argument("files", nargs="+", type=Path, metavar="FILE", help="one replay file, or two")
    watching.add_argument("--level", metavar="FILE", help="the map it was played on, if not the montage")
    watching.add_argument("--pack", metavar="DIR", help="the pack it was played in, if not the montage")
    watching.add_argument("--safe", action="store_true", help="safe mode: default settings, plain window, no sound")
    watching.set_defaults(run=run_watch)
    add_verb(verbs)
    info = verbs.add_parser("info", help="print what it says, as JSON; proves nothing")
    info.add_argument("file", help="a replay file")
    info.set_defaults(run=run_info)


def run_verify(args: argparse.Namespace) -> int:
    """Print a sentence for each file; return the worst verdict."""
    files = [path for name in args.files for path in _files_of(Path(name))]
    if not files or not all(path.is_file() for path in files):
        wrong = next((path for path in files if not path.is_file()), Path(args.files[0]))
        print(f"lace-up: {wrong}: no replay is there: check the name", file=sys.stderr)
        return MISUSED
    charts = chart_store(load_content(args.level))
    verdicts = set()
    for path in files:
        examined = examine(path, charts, MINIGAMES)
        verdicts.add(examined.verdict)
        said = examined.sentence.removeprefix(f"{path.name}: ")
        print(f"{path}: {_word(examined.verdict, said)}")
    return int(next(verdict for verdict in WORST_FIRST if verdict in verdicts))


def _files_of(path: Path) -> list[Path]:
    return sorted(path.glob(f"*{SUFFIX}")) if path.is_dir() else [path]


def _word(verdict: Verdict, sentence: str) -> str:
    """Return a sentence that begins with its verdict."""
    words = {Verdict.FALSE: "false: ", Verdict.UNKNOWN: "not verifiable here: "}
    word = words.get(verdict, "")
    return sentence if sentence.startswith(word) else word + sentence


def run_watch(args: argparse.Namespace) -> int:
    """Open the window at the theatre."""
    if len(args.files) > MOST_WATCHED or not all(path.is_file() for path in args.files):
        wrong = next((path for path in args.files if not path.is_file()), None)
        said = (
            f"watch one replay, or {MOST_WATCHED}" if wrong is None else f"{wrong}: no replay is there: check the name"
        )
        print(f"lace-up: {said}", file=sys.stderr)
        return MISUSED
    for path in args.files:
        read_replay(path)
    from game.platform.window.display import open_display

    open_display()
    from game.commands.window import run_theatre

    return run_theatre(args)


def run_info(args: argparse.Namespace) -> int:
    """Print the header, the claim and a few counts."""
    path = Path(args.file)
    replay = read_replay(path)
    conditions, trace, result = replay.conditions, replay.trace, replay.result
    rows = {
        "identity": identity_of(path.read_bytes()),
        **header_json(replay.header),
        "clock": str(conditions.clock),
        "clock_unfit": conditions.unfit,
        "overlay_ever": conditions.overlay_ever,
        "hints_ever": conditions.hints_ever,
        "laces": list(conditions.laces),
        "events": len(trace.inputs),
        "pauses": len(trace.pauses),
        "witnesses": len(trace.witnesses),
        "reanchors": len(trace.reanchors),
        "claimed_score": result.score,
        "claimed_accuracy": result.accuracy_permyriad / 10_000,
        "claimed_rank": result.rank,
        "claimed_digest": result.digest,
    }
    print(json.dumps(rows, indent=1))
    return 0
