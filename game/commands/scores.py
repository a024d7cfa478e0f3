"""`scores`: the boards, as a table or as JSON."""

import argparse
import json
from dataclasses import asdict
from datetime import UTC, datetime

from game.commands import Subparsers
from game.storage.board import Board, BoardRow
from game.storage.paths import user_paths
from game.storage.scores import Scores


def add_parser(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = subparsers.add_parser("scores", help="show the score boards")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of tables")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print every board, the one played last first."""
    with Scores(user_paths().scores) as scores:
        boards = [(board, runs) for board in scores.boards() if (runs := scores.best(board))]
        notice = scores.notice
    if args.json:
        rows = [{**asdict(board), "entries": [asdict(entry) for entry in entries]} for board, entries in boards]
        print(json.dumps({"boards": rows, "notice": notice}, indent=1))
        return 0
    if notice:
        print(notice)
    if not boards:
        print("No run has been finished yet.")
    for board, entries in boards:
        print(_title(board))
        for place, entry in enumerate(entries, 1):
            print(_row(place, entry))
    return 0


def _title(board: Board) -> str:
    parts = [board.mode, board.section, board.difficulty, f"rate {board.rate_permille / 1000:g}"]
    parts += [f"windows {board.window_percent}%", board.assists, f"chart {board.chart_hash[:8]}"]
    return ", ".join(part for part in parts if part)


def _row(place: int, entry: BoardRow) -> str:
    day = datetime.fromtimestamp(entry.played_at, UTC).date().isoformat()
    accuracy = f"{entry.accuracy_permyriad / 100:.2f} %"
    score = f"{entry.score:>9,}  {accuracy:>8}  {entry.dead_on:4} dead-on"
    return f"{place:4}  {entry.initials:3}  {score}  {entry.rank:<12}  {day}"
