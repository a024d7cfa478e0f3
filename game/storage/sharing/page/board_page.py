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
    "A tick says that the game has played the recorded inputs again and that they give exactly this score, on a clock "
    "that kept time with the music. It does not say that a person pressed the keys: no file can prove that. Whoever "
    "has the game checks any run with: lace-up replay verify FILE"
)
"""What a verified run is, and is not."""
COLUMNS = ("", "Player", "Score", "Accuracy", "Dead-on", "Rank", "Also", "Played", "Proof")
"""Heads of a board's table."""
WIDE = frozenset({"Accuracy", "Dead-on", "Rank", "Also", "Played"})
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
    parts = ["Road work"] if board.timed else []
    parts += [board.section.replace("_", " ").capitalize() if board.section else "The whole run", board.difficulty]
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
            _table([(place, board.board, run) for place, run in enumerate(board.runs, 1)], players),
            class_="board",
            data_board=number,
        )
        for number, (name, board) in enumerate(zip(names, boards, strict=True))
    ]
    return element("section", element("p", chosen, class_="filter"), *tables, id="boards")


def _table(rows: list[tuple[int, Board, CheckedFile]], players: list[str]) -> Markup:
    timed = any(board.timed for _, board, _ in rows)
    heads = [
        element("th", element("button", "Time" if timed and name == "Score" else name or "#"),
                class_="wide" if name in WIDE else None)
        for name in COLUMNS
    ]  # fmt: skip
    lines = [_line(place, board, run, run.row, players) for place, board, run in rows if run.row is not None]
    return element("table", element("thead", element("tr", *heads)), element("tbody", *lines))


def _line(place: int, board: Board, run: CheckedFile, row: BoardRow, players: list[str]) -> Markup:
    figure = clock_text(row.real_us) if board.timed else f"{row.score:,}"
    cells: tuple[tuple[object, object], ...] = (
        (place, place),
        (element("a", row.initials, href=f"#player-{players.index(row.initials)}"), row.initials),
        (element("a", figure, href=f"#run-{run.identity[:DIGITS]}"), row.real_us if board.timed else row.score),
        (f"{row.accuracy_permyriad / 100:.2f} %", row.accuracy_permyriad),
        (row.dead_on, row.dead_on),
        (row.rank, row.rank),
        (", ".join(categories(board, row)), ", ".join(categories(board, row))),
        (_day(row), row.played_at),
        (element("span", "\u2713", class_="ok", title=f"verified: {run.identity}"), run.identity),
    )
    return element(
        "tr",
        *(
            element("td", shown_as, data_key=key, class_="wide" if name in WIDE else None)
            for name, (shown_as, key) in zip(COLUMNS, cells, strict=True)
        ),
    )


def _players(boards: tuple[PublishedBoard, ...], players: list[str]) -> list[Markup]:
    pages = []
    for number, player in enumerate(players):
        parts = []
        for board in boards:
            own = [
                (place, board.board, run)
                for place, run in enumerate(board.runs, 1)
                if run.row is not None and run.row.initials == player
            ]
            parts += [element("h3", board_title(board.board)), _table(own, players)] if own else []
        words = "Initials are a label: several people may use the same."
        pages.append(_page(f"player-{number}", element("h2", player), element("p", words, class_="note"), *parts))
    return pages


def _runs(boards: tuple[PublishedBoard, ...], players: list[str]) -> list[Markup]:
    return [_run(board.board, run, run.row, players) for board in boards for run in board.runs if run.row is not None]


def _run(board: Board, run: CheckedFile, row: BoardRow, players: list[str]) -> Markup:
    facts = (
        ("Board", board_title(board)),
        ("Accuracy", f"{row.accuracy_permyriad / 100:.2f} %"),
        ("Dead-on", row.dead_on),
        ("Rank", row.rank),
        ("Also", ", ".join(categories(board, row)) or "any %"),
        ("Played", _day(row)),
        ("Identity", run.identity),
    )
    splits = [
        element("tr", element("td", split.section.replace("_", " ")), element("td", f"{split.section_score:,}"),
                element("td", split.grade))
        for split in row.splits
    ]  # fmt: skip
    heads = element("tr", *(element("th", name) for name in ("Section", "Score", "Grade")))
    return _page(
        f"run-{run.identity[:DIGITS]}",
        element(
            "h2",
            element("a", row.initials, href=f"#player-{players.index(row.initials)}"),
            f" {row.score:,} ",
            element("span", "\u2713", class_="ok", title="verified"),
        ),
        hit_plot(run),
        element("dl", *(joined(element("dt", name), element("dd", value)) for name, value in facts)),
        element("p", element("a", "The replay", href=f"replays/{published_name(run.identity)}")),
        element("table", element("thead", heads), element("tbody", *splits), class_="splits"),
    )


def _page(name: str, *inside: object) -> Markup:
    return element("section", element("p", element("a", "All boards", href="#")), *inside, id=name, class_="page")


def _day(row: BoardRow) -> str:
    return datetime.fromtimestamp(row.played_at, UTC).date().isoformat()


def _beside(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")
