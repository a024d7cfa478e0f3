"""`scores`: the boards, as tables or JSON; `scores stats`: a player's figures; `scores rebuild`: rows from replays.

`scores export` and `scores import` are in `sharing`, `scores splits` in `splits`.
"""

import argparse
import json
from collections import Counter
from dataclasses import asdict
from datetime import UTC, datetime

from game.commands import Subparsers
from game.commands.sharing import add_verbs
from game.commands.splits import add_verb
from game.replay.verify import Verdict
from game.storage.board import Board, BoardRow
from game.storage.history.history import History
from game.storage.history.stats import LAST_ATTEMPTS, Stats, Timing, stats_of
from game.storage.paths import user_paths
from game.storage.replay_folder import ReplayFolder
from game.storage.scores import Scores
from game.timing.units import clock_text

BAR = 40
"""Length of the longest bar of the histogram, characters."""


def add_parser(subparsers: Subparsers) -> None:
    """Add the command and what it can do besides."""
    parser = subparsers.add_parser("scores", help="show the score boards, your figures, or make the boards anew")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of tables")
    parser.set_defaults(run=run)
    verbs = parser.add_subparsers(title="more", metavar="stats|rebuild|export|import|splits")
    stats = verbs.add_parser("stats", help="early and late by hand and by section, and the trend over your runs")
    stats.add_argument("--json", action="store_true", help="print one JSON object instead of tables")
    stats.add_argument("--last", type=int, default=LAST_ATTEMPTS, metavar="N", help="of your last N attempts")
    stats.set_defaults(run=run_stats)
    again = verbs.add_parser("rebuild", help="verify every replay again and make the boards from them")
    again.set_defaults(run=run_rebuild)
    add_verbs(verbs)
    add_verb(verbs)


def run(args: argparse.Namespace) -> int:
    """Verify what has changed, then print every board, the one played last first, and what stands apart from it."""
    with Scores(user_paths().scores) as scores:
        _verify(scores)
        boards = [(board, scores.best(board), scores.apart(board)) for board in scores.boards()]
        notice = scores.notice
    boards = [(board, ranked, apart) for board, ranked, apart in boards if ranked or apart]
    if args.json:
        rows = [
            {**asdict(board), "entries": [asdict(row) for row in ranked], "apart": [asdict(row) for row in apart]}
            for board, ranked, apart in boards
        ]
        print(json.dumps({"boards": rows, "notice": notice}, indent=1))
        return 0
    if notice:
        print(notice)
    if not boards:
        print("No run has been finished yet.")
    for board, ranked, apart in boards:
        print(_title(board))
        for place, entry in enumerate(ranked, 1):
            print(_row(f"{place}", entry, board))
        for entry in apart:
            print(f"{_row('-', entry, board)}  not ranked: {entry.proof.sentence or 'not verified yet'}")
    return 0


def run_stats(args: argparse.Namespace) -> int:
    """Print the figures of the last attempts."""
    with Scores(user_paths().scores) as scores:
        stats = stats_of(History(scores.database), None, max(1, args.last))
        notice = scores.notice
    if args.json:
        print(json.dumps({**asdict(stats), "notice": notice}, indent=1))
        return 0
    if notice:
        print(notice)
    print("\n".join(_stats_lines(stats)) if stats.attempts else "No run has been begun yet.")
    return 0


def run_rebuild(_: argparse.Namespace) -> int:
    """Enter every replay again; print what became of each file that is not ranked, and how many there were."""
    from game.app.content import load_content
    from game.commands.charts import chart_store
    from game.minigames.manifest import MINIGAMES
    from game.storage.proof.rebuild import rebuild

    paths = user_paths()
    counts: Counter[Verdict] = Counter()
    with Scores(paths.scores) as scores:
        replays = ReplayFolder(paths.replays)
        charts = chart_store(load_content())
        for one in rebuild(scores, replays, charts, MINIGAMES):
            counts[one.verdict] += 1
            if one.verdict is not Verdict.TRUE:
                print(f"{one.name}: {one.sentence}")
        if scores.notice:
            print(scores.notice)
    words = {
        Verdict.TRUE: "ranked",
        Verdict.UNFIT: "true but not fit for a board",
        Verdict.FALSE: "false",
        Verdict.UNKNOWN: "not verifiable here",
    }
    print(", ".join(f"{counts[verdict]} {word}" for verdict, word in words.items()))
    return 0


def _verify(scores: Scores) -> None:
    """Verify the rows that this version has not verified yet; the content is read only if there are any."""
    from game.storage.proof.board_check import needs_check

    paths = user_paths()
    replays = ReplayFolder(paths.replays)
    if needs_check(scores, replays):
        from game.app.content import load_content
        from game.commands.charts import chart_store
        from game.minigames.manifest import MINIGAMES
        from game.storage.proof.board_check import BoardCheck

        BoardCheck(scores, replays, chart_store(load_content()), MINIGAMES).run()


def _title(board: Board) -> str:
    parts = [board.mode, board.section, board.difficulty, f"rate {board.rate_permille / 1000:g}"]
    parts += [f"windows {board.window_percent}%", board.assists, f"chart {board.chart_hash[:8]}"]
    return ", ".join(part for part in parts if part)


def _row(place: str, entry: BoardRow, board: Board) -> str:
    day = datetime.fromtimestamp(entry.played_at, UTC).date().isoformat()
    accuracy = f"{entry.accuracy_permyriad / 100:.2f} %"
    figure = clock_text(entry.real_us) if board.timed else f"{entry.score:,}"
    score = f"{figure:>9}  {accuracy:>8}  {entry.dead_on:4} dead-on"
    return f"{place:>4}  {entry.initials:3}  {score}  {entry.rank:<12}  {day}"


def _stats_lines(stats: Stats) -> list[str]:
    which = "attempt" if stats.attempts == 1 else f"{stats.attempts} attempts"
    lines = [f"The last {which}: {_timing(stats.whole)}", ""]
    for verb, timing in stats.by_hand.items():
        if timing.hits or timing.misses:
            lines.append(f"{verb:<16} {_timing(timing)}")
            most = max(stats.histogram[verb].values(), default=1)
            lines += [
                f"{edge:>8} ms  {'#' * max(1, BAR * count // most)} {count}"
                for edge, count in stats.histogram[verb].items()
            ]
    lines += ["", *(f"{section:<16} {_timing(timing)}" for section, timing in stats.by_section.items()), ""]
    for point in stats.trend:
        day = datetime.fromtimestamp(point.began_at, UTC).date().isoformat()
        lines.append(f"{day}  {point.ended:<10} {point.score:>9,}  {point.accuracy:7.2%} of {point.sections} sections")
    return lines


def _timing(timing: Timing) -> str:
    if not timing.hits:
        return f"no hits, {timing.misses} missed"
    side = "early" if timing.bias_ms < 0 else "late"
    bias = f"{abs(timing.bias_ms):.1f} ms {side}"
    return f"{timing.hits} hits, {timing.misses} missed, {bias}, spread {timing.spread_ms:.1f} ms"
