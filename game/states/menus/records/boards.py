"""The score boards, one at a time; left and right switch between them. A row's replay can be watched."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pygame

from game.errors import StorageError
from game.platform.input.bindings import MENU_NAMES, MenuAction
from game.platform.input.input_events import ButtonEvent, InputDevice, PointerAction
from game.states.context import AppContext
from game.states.loading import Loading
from game.states.menus.menu_backdrop import draw_backdrop
from game.states.menus.menu_state import TITLE_AT, hint, key_words
from game.states.menus.records.board_names import board_name, pack_titles, shortened
from game.states.protocols import Poll
from game.states.run.charts import chart_store
from game.states.state import State
from game.states.theatre.watch import Watch
from game.states.transitions import Transition
from game.storage.board import Board, BoardRow, Category
from game.storage.proof.board_check import BoardCheck, Progress
from game.timing.units import Micros, clock_text
from game.view.ui.fonts import Face
from game.view.ui.menu import KeyHelp, draw_hints, draw_plate, draw_title, hint_at
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
SPARE_VERBS = ("down", "up", "left", "right")
"""Verbs of which a key that does nothing in menus puts a replay aside."""
COUNT = 10
"""Number of rows of a board."""
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
        self._aside: Path | None = None
        """A replay that is watched below the next one."""
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
        """Switch boards, choose a row and watch it, or go back."""
        action = self.app.bindings.menu_action(button_event)
        if action is not None:
            self._act(action)
        elif button_event.down and button_event.key == self._spare_key():
            self._put_aside()

    def _act(self, action: MenuAction) -> None:
        match action:
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

    def on_pointer(self, action: PointerAction, at: tuple[int, int]) -> None:
        """The row under the pointer is chosen, and a press watches it; one on a hint does what it says."""
        row = (at[1] - PLATE.y - 10) // ROW if PLATE.collidepoint(at) else -1
        is_row = 0 <= row < len(self._rows())
        match action:
            case PointerAction.MOVED if is_row:
                self._choose(row)
            case PointerAction.PRESSED if is_row:
                self._choose(row)
                self._watch()
            case PointerAction.PRESSED:
                self._press_hint_at(at)
            case _:
                super().on_pointer(action, at)

    def _press_hint_at(self, at: tuple[int, int]) -> None:
        hints = self._hints()
        place = hint_at(self.app.fonts, [help_ for _, help_ in hints], at)
        action = None if place is None else hints[place][0]
        if action is not None:
            self._act(action)
        elif place is not None:
            self._put_aside()

    def _rows(self) -> tuple[BoardRow, ...]:
        return self.shown[self._place].rows if self.shown else ()

    def _show(self, place: int) -> None:
        """Show a board; the first follows the last."""
        self._place, self._chosen = place % max(1, len(self.shown)), 0

    def _choose(self, row: int) -> None:
        self._chosen = max(0, min(len(self._rows()) - 1, row))

    def _file(self) -> Path | None:
        """Return the replay of the chosen row; without one say so."""
        rows = self._rows()
        file = self.app.replays.path_of(rows[self._chosen].replay) if rows else None
        if file is not None and file.is_file():
            return file
        if rows:
            self.app.notify("Its replay is not there any more.")
        return None

    def _watch(self) -> None:
        """Watch the chosen row's replay, with the one that was put aside below it."""
        file = self._file()
        if file is not None:
            below = () if self._aside is None or self._aside == file else (self._aside,)
            self.transition = Transition("theatre", Watch((file, *below), Transition("scores")))

    def _put_aside(self) -> None:
        """Put the chosen row's replay aside, or take it back: the next one is watched with it."""
        file = self._file()
        self._aside = None if file == self._aside else file

    def _spare_key(self) -> str | None:
        """Return the first key or button of a verb that does nothing in menus, on the device that was last used."""
        group = self.app.settings.pad if self.app.device is InputDevice.PAD else self.app.settings.keys
        taken = {key for name in MENU_NAMES for key in getattr(group, name)}
        keys = (key for name in SPARE_VERBS for key in getattr(group, name))
        return next((key for key in keys if key not in taken), None)

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
        draw_hints(canvas, fonts, [help_ for _, help_ in self._hints()])
        self._draw_progress(canvas)

    def _hints(self) -> Sequence[tuple[MenuAction | None, KeyHelp]]:
        """Return what can be done with what is shown, and the key of each; None: put a replay aside."""
        hints: list[tuple[MenuAction | None, KeyHelp]] = []
        spare, is_alone = self._spare_key(), self._aside is None
        if len(self.shown) > 1:
            hints.append((MenuAction.RIGHT, hint(self.app, MenuAction.RIGHT, "next board")))
        if self.shown:
            hints.append(
                (MenuAction.CONFIRM, hint(self.app, MenuAction.CONFIRM, "watch" if is_alone else "watch both"))
            )
            if spare is not None:
                hints.append((None, KeyHelp(key_words(self.app, spare), "watch with..." if is_alone else "only one")))
            hints.append((MenuAction.PRACTICE, hint(self.app, MenuAction.PRACTICE, "category")))
        return [*hints, (MenuAction.BACK, hint(self.app, MenuAction.BACK, "back"))]

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
        if self._aside is not None and self._aside.name == entry.replay:
            write(canvas, fonts, "+", (PLATE.x + 92, top), Style(Face.BODY, badge))
        accuracy = f"{entry.accuracy_permyriad / 100:.2f} %"
        write(canvas, fonts, accuracy, (PLATE.x + 280, top), Style(Face.BODY, faded, Align.RIGHT))
        if not ranked:
            words = shortened(entry.proof.sentence or NOT_YET)
            write(canvas, fonts, words, (PLATE.x + 300, top), Style(Face.SMALL, faded))
            return
        write(canvas, fonts, f"{entry.dead_on} dead-on", (PLATE.x + 300, top), Style(Face.SMALL, faded))
        write(canvas, fonts, entry.badges, (PLATE.x + 365, top), Style(Face.SMALL, badge))
        write(canvas, fonts, entry.rank, (PLATE.right - 14, top), Style(Face.BODY, CREAM, Align.RIGHT))
