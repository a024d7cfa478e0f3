"""The score boards, one at a time; left and right switch between them. A row's replay can be watched."""

from collections.abc import Iterable
from dataclasses import dataclass

import pygame

from game.content.pack import Pack
from game.errors import StorageError
from game.platform.input.bindings import MenuAction
from game.platform.input.input_events import ButtonEvent
from game.states.context import AppContext
from game.states.loading import Loading
from game.states.menus.assist_words import ASSIST_WORDS
from game.states.menus.menu_backdrop import draw_backdrop
from game.states.menus.menu_state import TITLE_AT, hint
from game.states.menus.section_titles import part_title
from game.states.protocols import Poll
from game.states.run.charts import chart_store
from game.states.state import State
from game.states.theatre.watch import Watch
from game.states.transitions import Transition
from game.storage.board import FROM_PACE, Board, BoardRow, Category
from game.storage.proof.board_check import BoardCheck, Progress
from game.storage.proof.chart_store import ChartStore
from game.timing.units import Micros, clock_text
from game.view.ui.fonts import Face
from game.view.ui.menu import KeyHelp, draw_hints, draw_plate, draw_title
from game.view.ui.text import Align, Style, write
from game.view.ui.ui_colors import CREAM, EMBER, FADED, RUST, SUN

PLATE = pygame.Rect(40, 84, 560, 236)
"""Position and size of the plate behind the rows, px."""
ROW = 21
"""Height of a row, px."""
NAME_WIDTH = 510
"""Room for a board's name, px: one of many options is written small."""
CATEGORIES = tuple(Category)
"""Categories in the order of their key."""
COUNT = 10
"""Number of rows of a board."""
LONGEST = 52
"""The most characters of a reason that fit into a row."""
NOT_YET = "not verified yet"
"""What is said of a row before it was."""


@dataclass(frozen=True, slots=True)
class ShownBoard:
    """A board with its best runs, and with those that are not ranked."""

    board: Board
    ranked: tuple[BoardRow, ...]
    apart: tuple[BoardRow, ...]

    @property
    def rows(self) -> tuple[BoardRow, ...]:
        """The rows that there is room for, the ranked ones first."""
        return (*self.ranked, *self.apart)[:COUNT]


class Boards(State):
    """Shows the best runs of each board, and below them those that are not ranked. Verifies in the background what has
    not been verified since."""

    def __init__(self, app: AppContext) -> None:
        super().__init__(app)
        self._place = 0
        self._chosen = 0
        self._category = Category.ANY
        self.shown: list[ShownBoard] = []
        """The boards as they were last read."""
        self._check: BoardCheck | None = None
        self._checking: Loading[int] | None = None
        self._naming: Loading[dict[str, str]] | None = None
        self._read()

    def enter(self, wall_us: Micros) -> None:
        """Begin to verify, if there is anything to."""
        loaded = self.app.loaded.result
        if loaded is None:
            return
        app = self.app
        charts = chart_store(app, loaded.library)
        self._check = BoardCheck(app.scores, app.replays, charts, app.factories.registry)
        self._checking = Loading(self._check.run)
        boards = [shown.board for shown in self.shown]
        self._naming = Loading(lambda: pack_titles(app, chart_store(app, loaded.library), loaded.library.pack, boards))

    @property
    def verified_so_far(self) -> Progress:
        """How many rows are verified, of how many; none of none while nothing is being verified."""
        return Progress() if self._check is None or self._checking is None else self._check.progress

    def wait_until_verified(self) -> None:
        """Wait until all is verified; the next step reads it. The packs are named then, too."""
        if self._checking is not None:
            self._checking.wait()
        if self._naming is not None:
            self._naming.wait()

    @property
    def title(self) -> str:
        """The title of the board that is shown, behind its pack's; empty where none is."""
        if not self.shown:
            return ""
        board = self.shown[self._place].board
        titles = (self._naming.result if self._naming is not None else None) or {}
        pack = titles.get(board.chart_hash, "")
        return f"{pack}: {board_name(board)}" if pack else board_name(board)

    def leave(self) -> None:
        """Verify the rest another time."""
        if self._check is not None:
            self._check.stop()

    def advance(self, wall_us: Micros) -> None:
        """Read the boards again when all is verified."""
        if self._checking is None or not self._checking.done:
            return
        try:
            verified = self._checking.check()
        except StorageError as error:
            self.app.notify(str(error))
            verified = None
        self._checking = None
        if verified:
            self._read()

    def _read(self) -> None:
        scores = self.app.scores
        try:
            boards = [
                ShownBoard(board, scores.best(board, COUNT, self._category), scores.apart(board, COUNT))
                for board in scores.boards()
            ]
        except StorageError as error:
            self.app.notify(str(error))
            boards = []
        self.shown = [board for board in boards if board.ranked or board.apart or self._category is not Category.ANY]
        self._chosen = 0
        self._place = max(0, min(self._place, len(self.shown) - 1))

    def on_button(self, button_event: ButtonEvent) -> None:
        """Switch boards, or go back."""
        match self.app.bindings.menu_action(button_event):
            case MenuAction.LEFT:
                self._show(self._place - 1)
            case MenuAction.RIGHT:
                self._show(self._place + 1)
            case MenuAction.UP:
                self._choose(self._chosen - 1)
            case MenuAction.DOWN:
                self._choose(self._chosen + 1)
            case MenuAction.CONFIRM:
                self._watch()
            case MenuAction.PRACTICE:
                self._category = CATEGORIES[(CATEGORIES.index(self._category) + 1) % len(CATEGORIES)]
                self._read()
            case MenuAction.BACK:
                self.transition = Transition("menu")

    def _show(self, place: int) -> None:
        self._place, self._chosen = max(0, min(len(self.shown) - 1, place)), 0

    def _choose(self, row: int) -> None:
        rows = self.shown[self._place].rows if self.shown else ()
        self._chosen = max(0, min(len(rows) - 1, row))

    def _watch(self) -> None:
        """Watch the chosen row's replay, if there is one."""
        rows = self.shown[self._place].rows if self.shown else ()
        file = self.app.replays.path_of(rows[self._chosen].replay) if rows else None
        if file is not None and file.is_file():
            self.transition = Transition("theatre", Watch((file,), Transition("scores")))
        elif rows:
            self.app.notify("Its replay is not there any more.")

    def draw(self, canvas: pygame.Surface, wall_us: Micros, poll: Poll) -> None:
        """Draw one board."""
        fonts = self.app.fonts
        draw_backdrop(self.app, canvas, wall_us, 185)
        draw_title(canvas, fonts, "SCORES", TITLE_AT)
        draw_plate(canvas, PLATE)
        if self.shown:
            shown = self.shown[self._place]
            face = Face.BODY if fonts.width(self.title, Face.BODY) <= NAME_WIDTH else Face.SMALL
            write(canvas, fonts, self.title, (40, 66), Style(face, EMBER))
            number = f"{self._category}, {self._place + 1} of {len(self.shown)}"
            write(canvas, fonts, number, (600, 66), Style(Face.SMALL, FADED, Align.RIGHT))
            for place, entry in enumerate(shown.rows):
                self._entry(canvas, place, entry, shown.board)
        else:
            words = "No run is on a board yet. The hardest part is lacing up."
            write(canvas, fonts, words, (320, 196), Style(Face.BODY, CREAM, Align.CENTRE))
        draw_hints(canvas, fonts, self._hints())
        self._draw_progress(canvas)

    def _hints(self) -> tuple[KeyHelp, ...]:
        """Return what the keys do with what is shown."""
        back, turn = hint(self.app, MenuAction.BACK, "back"), hint(self.app, MenuAction.RIGHT, "next board")
        watch, narrow = hint(self.app, MenuAction.CONFIRM, "watch"), hint(self.app, MenuAction.PRACTICE, "category")
        return (*((turn,) if len(self.shown) > 1 else ()), *((watch, narrow) if self.shown else ()), back)

    def _draw_progress(self, canvas: pygame.Surface) -> None:
        progress = self.verified_so_far
        if progress.rows:
            words = f"Verifying replays: {progress.done} of {progress.rows}"
            write(canvas, self.app.fonts, words, (600, 44), Style(Face.SMALL, FADED, Align.RIGHT))

    def _entry(self, canvas: pygame.Surface, place: int, entry: BoardRow, board: Board) -> None:
        fonts, top = self.app.fonts, PLATE.y + 15 + place * ROW
        ranked, chosen = entry.proof.ranked, place == self._chosen
        if chosen:
            canvas.fill(RUST, (PLATE.x + 8, top - 5, PLATE.width - 16, ROW - 2))
        faded, badge = (CREAM, CREAM) if chosen else (FADED, EMBER)  # neither is legible on the band
        first = faded if not ranked else SUN if place == 0 else CREAM
        number = f"{place + 1}" if ranked else "-"
        write(canvas, fonts, number, (PLATE.x + 34, top), Style(Face.BODY, faded, Align.RIGHT))
        write(canvas, fonts, entry.initials, (PLATE.x + 52, top), Style(Face.BODY, first))
        figure = clock_text(entry.real_us) if board.timed else f"{entry.score:,}"
        write(canvas, fonts, figure, (PLATE.x + 190, top), Style(Face.BODY, first, Align.RIGHT))
        accuracy = f"{entry.accuracy_permyriad / 100:.2f} %"
        write(canvas, fonts, accuracy, (PLATE.x + 280, top), Style(Face.BODY, faded, Align.RIGHT))
        if not ranked:
            words = shortened(entry.proof.sentence or NOT_YET)
            write(canvas, fonts, words, (PLATE.x + 300, top), Style(Face.SMALL, faded))
            return
        write(canvas, fonts, f"{entry.dead_on} dead-on", (PLATE.x + 300, top), Style(Face.SMALL, faded))
        write(canvas, fonts, entry.badges, (PLATE.x + 365, top), Style(Face.SMALL, badge))
        write(canvas, fonts, entry.rank, (PLATE.right - 14, top), Style(Face.BODY, CREAM, Align.RIGHT))


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
