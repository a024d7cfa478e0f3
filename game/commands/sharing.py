"""`scores export DIR` and `scores import FILE|DIR`: the boards out to a folder that can be published, and back in."""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from game.commands import Subparsers
from game.replay.verify import Verdict
from game.storage.paths import user_paths
from game.storage.replay_folder import ReplayFolder
from game.storage.scores import Scores

if TYPE_CHECKING:
    from game.storage.sharing.checked_file import Checks
    from game.storage.sharing.importing import Taken

STEPS = 20
"""Progress is told at most so many times."""
MOST_NAMED = 40
"""The most refused files that are named; `--json` names them all."""
MOST_REASONS = 12
"""The most reasons that are counted."""
WORDS: dict[Verdict | None, str] = {
    Verdict.TRUE: "ranked",
    None: "here already",
    Verdict.UNFIT: "true but not fit for a board",
    Verdict.FALSE: "false or no replay",
    Verdict.UNKNOWN: "not verifiable here",
}
"""What is said of each verdict."""


def add_verbs(verbs: Subparsers) -> None:
    """Add the two commands to `scores`."""
    out = verbs.add_parser("export", help="write the boards to a folder to publish: a page, data, every replay")
    out.add_argument("folder", type=Path, metavar="DIR", help="the folder; it is made if it does not exist")
    out.set_defaults(run=run_export)
    back = verbs.add_parser("import", help="take in replays or a published folder: each is verified")
    back.add_argument("place", type=Path, metavar="FILE|DIR", help="a replay, or a folder with replays in it")
    back.add_argument("--json", action="store_true", help="print one JSON object with every file")
    back.set_defaults(run=run_import)


@cache
def open_checks() -> "Checks":
    """Return what replays are verified with; opened once in each process."""
    from game.app.content import load_content
    from game.commands.charts import chart_store
    from game.minigames.manifest import MINIGAMES
    from game.storage.sharing.checked_file import Checks

    return Checks(chart_store(load_content()), MINIGAMES)


def run_export(args: argparse.Namespace) -> int:
    """Verify and write; print the files and what was left out."""
    from game.storage.proof.board_check import BoardCheck, needs_check
    from game.storage.sharing.exporting import PAGE, export_boards

    paths = user_paths()
    replays = ReplayFolder(paths.replays)
    open_checks.cache_clear()
    with Scores(paths.scores) as scores:
        if needs_check(scores, replays):
            BoardCheck(scores, replays, open_checks().charts, open_checks().registry).run()
        exported = export_boards(scores, replays, open_checks, args.folder, _tell)
        notice = scores.notice
    for sentence in (*exported.left_out, *filter(None, (notice,))):
        print(f"left out: {sentence}" if sentence != notice else sentence)
    print(f"{args.folder / PAGE}: runs {exported.runs}, boards {exported.boards}")
    return 0


def run_import(args: argparse.Namespace) -> int:
    """Verify and enter; print what was refused and why, then the counts."""
    from game.storage.sharing.importing import import_replays, replay_paths

    user, taken = user_paths(), []
    found = replay_paths(args.place)
    open_checks.cache_clear()
    with Scores(user.scores) as scores:
        for number, one in enumerate(import_replays(found, scores, ReplayFolder(user.replays), open_checks), 1):
            taken.append(one)
            _tell(number, len(found))
    counts = Counter(one.verdict for one in taken)
    if args.json:
        files = [{"file": str(one.path), "became": WORDS[one.verdict], "reason": one.sentence} for one in taken]
        print(json.dumps({"counts": {words: counts[key] for key, words in WORDS.items()}, "files": files}, indent=1))
        return 0
    _print_refused([one for one in taken if not one.entered])
    print(", ".join(f"{counts[key]} {words}" for key, words in WORDS.items()))
    return 0


def _print_refused(refused: "Sequence[Taken]") -> None:
    for one in refused[:MOST_NAMED]:
        print(f"{one.path}: {WORDS[one.verdict]}: {one.sentence}")
    if len(refused) <= MOST_NAMED:
        return
    print(f"and {len(refused) - MOST_NAMED} more files; by reason:")
    reasons = Counter(one.sentence for one in refused)
    for reason, count in reasons.most_common(MOST_REASONS):
        print(f"{count:>7}  {reason}")
    if others := sum(reasons.values()) - sum(count for _, count in reasons.most_common(MOST_REASONS)):
        print(f"{others:>7}  other reasons; --json prints all")


def _tell(done: int, files: int) -> None:
    """Print progress at round shares, where there is enough to wait for."""
    step = max(50, files // STEPS)
    if done % step == 0:
        print(f"{done} of {files} files", file=sys.stderr, flush=True)
