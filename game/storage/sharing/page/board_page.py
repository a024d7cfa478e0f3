"""Writes `board.html`: the boards as tables, a page for each player and each run, one file without a server.

Only `markup` makes HTML, so nothing from a file reaches the page unescaped; and a content security policy allows no
script but the page's own, by its hash, and no request at all.
"""

import base64
import hashlib
from datetime import UTC, datetime
from pathlib import Path

from game import __version__
from game.storage.board import Board, BoardRow
from game.storage.replay_folder import published_name
from game.storage.sharing.board_json import PublishedBoard, categories
from game.storage.sharing.checked_file import CheckedFile
from game.storage.sharing.page.hit_plot import hit_plot
from game.storage.sharing.page.markup import Markup, element, joined
from game.timing.units import clock_text

TICK = (
    "A tick says that the game has played the recorded inputs again and that they give exactly this result, on a clock "
    "that kept time with the music. It does not say that a person pressed the keys: no file can prove that. Whoever "
    "has the game checks any run with: lace-up replay verify FILE"
)
"""What a verified run is, and is not."""
COLUMNS = ("", "Player", "Score", "Accuracy", "Dead-on", "Rank", "Also", "Played", "Proof")
"""Heads of a board's table."""
TIMED_COLUMNS = ("", "Player", "Time", "Points", "Accuracy", "Dead-on", "Also", "Played", "Proof")
"""Heads of a table in which the time decides."""
WIDE = frozenset({"Points", "Accuracy", "Dead-on", "Rank", "Also", "Played"})
"""Columns that a phone leaves out; a run's own page has them."""
DIGITS = 12
"""Digits of an identity that tell runs apart on the page."""


def board_page(boards: tuple[PublishedBoard, ...]) -> bytes:
    """Return the page."""
    style, script = (Markup(_beside(name)) for name in ("board.css", "board.js"))
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"
    head = (
        Markup('<meta charset="utf-8">'),
        Markup(f'<meta http-equiv="Content-Security-Policy" content="{policy}">'),
        Markup('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        element("title", "Lace Up: boards"),
        element("style", style),
    )
    players = sorted({run.row.initials for board in boards for run in board.runs if run.row is not None})
    body = (
        element("header", element("h1", element("a", "Lace Up", href="#")), element("p", TICK, class_="tick")),
        element("main", _boards(boards, players), *_players(boards, players), *_runs(boards, players)),
        element("footer", f"Made by Lace Up {__version__} from verified replays, beside this page in replays/."),
        element("script", script),
    )
    return joined(
        Markup("<!doctype html>\n"), element("html", element("head", *head), element("body", *body), lang="en")
    ).encode()


def board_title(board: Board) -> str:
    """Return a board's name in words."""
    played = board.section.replace("_", " ") if board.section else "the whole run"
    parts = ["Road work", played] if board.timed else [played.capitalize()]
    parts.append(board.difficulty)
    parts += [f"speed {board.rate_permille / 10:g} %"] if board.rate_permille != 1000 else []
    parts += [f"windows {board.window_percent} %"] if board.window_percent != 100 else []
    parts += [name.replace("_", " ") for name in board.assists.split()]
    return ", ".join([*parts, f"chart {board.chart_hash[:8]}"])


def _boards(boards: tuple[PublishedBoard, ...], players: list[str]) -> Markup:
    if not boards:
        return element("section", element("p", "No run has been published yet."), id="boards")
    names = [board_title(board.board) for board in boards]
    options = [element("option", name, value=number) for number, name in enumerate(names)]
    chosen = element("label", "Board ", element("select", element("option", "all", value=""), *options, id="choice"))
    tables = [
        element(
            "div",
            element("h2", name),
            _table(board.board, list(enumerate(board.runs, 1)), players),
            class_="board",
            data_board=number,
        )
        for number, (name, board) in enumerate(zip(names, boards, strict=True))
    ]
    return element("section", element("p", chosen, class_="filter"), *tables, id="boards")


def _table(board: Board, rows: list[tuple[int, CheckedFile]], players: list[str]) -> Markup:
    names = TIMED_COLUMNS if board.timed else COLUMNS
    heads = [element("th", element("button", name or "#"), class_=_wide(name)) for name in names]
    lines = [_line(place, board, run, run.row, players) for place, run in rows if run.row is not None]
    return element("table", element("thead", element("tr", *heads)), element("tbody", *lines))


def _line(place: int, board: Board, run: CheckedFile, row: BoardRow, players: list[str]) -> Markup:
    result = clock_text(row.real_us) if board.timed else f"{row.score:,}"
    also = ", ".join(categories(board, row))
    cells: dict[str, tuple[object, object]] = {
        "": (place, place),
        "Player": (element("a", row.initials, href=f"#player-{players.index(row.initials)}"), row.initials),
        "Time": (_to_run(run, result), row.real_us),
        "Score": (_to_run(run, result), row.score),
        "Points": (f"{row.score:,}", row.score),
        "Accuracy": (f"{row.accuracy_permyriad / 100:.2f} %", row.accuracy_permyriad),
        "Dead-on": (row.dead_on, row.dead_on),
        "Rank": (row.rank, row.rank),
        "Also": (also, also),
        "Played": (_day(row), row.played_at),
        "Proof": (element("span", "\u2713", class_="ok", title=f"verified: {run.identity}"), run.identity),
    }
    names = TIMED_COLUMNS if board.timed else COLUMNS
    return element(
        "tr",
        *(element("td", cells[name][0], data_key=cells[name][1], class_=_wide(name)) for name in names),
    )


def _to_run(run: CheckedFile, words: str) -> Markup:
    return element("a", words, href=f"#run-{run.identity[:DIGITS]}")


def _players(boards: tuple[PublishedBoard, ...], players: list[str]) -> list[Markup]:
    pages = []
    for number, player in enumerate(players):
        parts = []
        for board in boards:
            own = [
                (place, run)
                for place, run in enumerate(board.runs, 1)
                if run.row is not None and run.row.initials == player
            ]
            parts += [element("h3", board_title(board.board)), _table(board.board, own, players)] if own else []
        words = "Initials are a label: several people may use the same."
        pages.append(_page(f"player-{number}", element("h2", player), element("p", words, class_="note"), *parts))
    return pages


def _runs(boards: tuple[PublishedBoard, ...], players: list[str]) -> list[Markup]:
    return [_run(board.board, run, run.row, players) for board in boards for run in board.runs if run.row is not None]


def _run(board: Board, run: CheckedFile, row: BoardRow, players: list[str]) -> Markup:
    facts = (
        ("Board", board_title(board)),
        *((("Points", f"{row.score:,}"),) if board.timed else ()),
        ("Accuracy", f"{row.accuracy_permyriad / 100:.2f} %"),
        ("Dead-on", row.dead_on),
        ("Rank", row.rank),
        ("Also", ", ".join(categories(board, row)) or "any %"),
        ("Played", _day(row)),
        ("Identity", run.identity),
    )
    return _page(
        f"run-{run.identity[:DIGITS]}",
        element(
            "h2",
            element("a", row.initials, href=f"#player-{players.index(row.initials)}"),
            f" {clock_text(row.real_us) if board.timed else f'{row.score:,}'} ",
            element("span", "\u2713", class_="ok", title="verified"),
        ),
        hit_plot(run),
        element("dl", *(joined(element("dt", name), element("dd", value)) for name, value in facts)),
        element("p", element("a", "The replay", href=f"replays/{published_name(run.identity)}")),
        _splits(board, run),
    )


def _splits(board: Board, run: CheckedFile) -> Markup:
    """Return the sections of a run with the score of each; where the time decides, with the time of each and so far."""
    names = ("Section", "Time", "So far", "Points", "Grade") if board.timed else ("Section", "Score", "Grade")
    lines, so_far_us = [], 0
    for split, time_us in run.splits:
        so_far_us += time_us
        times = (clock_text(time_us), clock_text(so_far_us)) if board.timed else ()
        cells = (split.section.replace("_", " "), *times, f"{split.section_score:,}", split.grade)
        lines.append(
            element("tr", *(element("td", cell, class_=_wide(name)) for name, cell in zip(names, cells, strict=True)))
        )
    heads = element("tr", *(element("th", name, class_=_wide(name)) for name in names))
    return element("table", element("thead", heads), element("tbody", *lines), class_="splits")


def _wide(name: str) -> str | None:
    """Return the class of a column that a phone leaves out."""
    return "wide" if name in WIDE else None


def _page(name: str, *inside: object) -> Markup:
    return element("section", element("p", element("a", "All boards", href="#")), *inside, id=name, class_="page")


def _day(row: BoardRow) -> str:
    return datetime.fromtimestamp(row.played_at, UTC).date().isoformat()


def _beside(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")
