"""What boards and their rows are called on the screen."""

from collections.abc import Iterable

from game.content.pack import Pack
from game.states.context import AppContext
from game.states.menus.assist_words import ASSIST_WORDS
from game.states.menus.section_titles import part_title
from game.storage.board import FROM_PACE, Board
from game.storage.proof.chart_store import ChartStore

LONGEST = 52
"""The most characters of a reason that fit into a row."""


def pack_titles(app: AppContext, charts: ChartStore, played: Pack, boards: Iterable[Board]) -> dict[str, str]:
    """Return the title of the pack of each board by the hash of its chart; of a pack that is not here any more, its id.

    A board whose chart was never kept has none. May take a second.
    """
    known = {played.id: played.title} | dict(app.shelf.titles())
    found: dict[str, str] = {}
    for board in boards:
        part = board.section.partition(FROM_PACE)[0]
        packs = sorted(charts.packs_of(board.chart_hash, part or None))
        if packs:
            found[board.chart_hash] = ", ".join(known.get(pack, pack) for pack in packs)
    return found


def shortened(sentence: str) -> str:
    """Return the beginning of the sentence of a verdict, as there is room for it: `scores` prints it whole."""
    said = sentence.removeprefix("true, but not fit for a board: ").partition(";")[0]
    return said if len(said) <= LONGEST else f"{said[: LONGEST - 3]}..."


def board_name(board: Board) -> str:
    """Return the title of a board: the section or the whole run, and all options that have boards of their own."""
    parts = ["Road work"] if board.timed else []
    parts += [part_title(board.section) if board.section else "The whole run", board.difficulty]
    if board.rate_permille != 1000:
        parts.append(f"song speed {board.rate_permille / 10:g} %")
    if board.window_percent != 100:
        parts.append(f"hit windows {board.window_percent} %")
    parts += [ASSIST_WORDS.get(name, name.replace("_", " ")) for name in board.assists.split()]
    return ", ".join(parts)
