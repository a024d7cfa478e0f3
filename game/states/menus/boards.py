"""The score boards, one at a time; left and right switch between them."""

import pygame

from game.errors import StorageError
from game.platform.input.bindings import MenuAction
from game.platform.input.input_events import ButtonEvent
from game.states.context import AppContext, Poll
from game.states.menus.assist_words import ASSIST_WORDS
from game.states.menus.menu_backdrop import draw_backdrop
from game.states.menus.menu_state import TITLE_AT, hint
from game.states.menus.section_titles import section_title
from game.states.state import State
from game.states.transitions import Transition
from game.storage.board import Board, BoardRow
from game.timing.units import Micros
from game.view.ui.fonts import Face
from game.view.ui.menu import draw_hints, draw_plate, draw_title
from game.view.ui.text import Align, Style, write
from game.view.ui.ui_colors import CREAM, EMBER, FADED, SUN

PLATE = pygame.Rect(40, 84, 560, 236)
"""Position and size of the plate behind the rows, px."""
ROW = 21
"""Height of a row, px."""
COUNT = 10
"""Number of rows of a board."""


class Boards(State):
    """Shows the best runs of each board."""

    def __init__(self, app: AppContext) -> None:
        super().__init__(app)
        self._place = 0
        try:
            self._boards = [(board, app.scores.best(board, COUNT)) for board in app.scores.boards()]
        except StorageError as error:
            app.notify(str(error))
            self._boards = []

    def on_button(self, button_event: ButtonEvent) -> None:
        """Switch boards, or go back."""
        match self.app.bindings.menu_action(button_event):
            case MenuAction.LEFT | MenuAction.UP:
                self._place = max(0, self._place - 1)
            case MenuAction.RIGHT | MenuAction.DOWN:
                self._place = min(len(self._boards) - 1, self._place + 1) if self._boards else 0
            case MenuAction.BACK | MenuAction.CONFIRM:
                self.transition = Transition("menu")

    def draw(self, canvas: pygame.Surface, wall_us: Micros, poll: Poll) -> None:
        """Draw one board."""
        fonts = self.app.fonts
        draw_backdrop(self.app, canvas, wall_us, 185)
        draw_title(canvas, fonts, "SCORES", TITLE_AT)
        draw_plate(canvas, PLATE)
        if self._boards:
            board, entries = self._boards[self._place]
            write(canvas, fonts, board_name(board), (40, 66), Style(Face.BODY, EMBER))
            number = f"{self._place + 1} of {len(self._boards)}"
            write(canvas, fonts, number, (600, 66), Style(Face.SMALL, FADED, Align.RIGHT))
            for place, entry in enumerate(entries):
                self._entry(canvas, place, entry)
        else:
            words = "No run is on a board yet. The hardest part is lacing up."
            write(canvas, fonts, words, (320, 196), Style(Face.BODY, CREAM, Align.CENTRE))
        hints = (hint(self.app, MenuAction.RIGHT, "next board"), hint(self.app, MenuAction.BACK, "back"))
        draw_hints(canvas, fonts, hints)

    def _entry(self, canvas: pygame.Surface, place: int, entry: BoardRow) -> None:
        fonts, top = self.app.fonts, PLATE.y + 15 + place * ROW
        first = SUN if place == 0 else CREAM
        write(canvas, fonts, f"{place + 1}", (PLATE.x + 34, top), Style(Face.BODY, FADED, Align.RIGHT))
        write(canvas, fonts, entry.initials, (PLATE.x + 52, top), Style(Face.BODY, first))
        write(canvas, fonts, f"{entry.score:,}", (PLATE.x + 190, top), Style(Face.BODY, first, Align.RIGHT))
        accuracy = f"{entry.accuracy_permyriad / 100:.2f} %"
        write(canvas, fonts, accuracy, (PLATE.x + 280, top), Style(Face.BODY, FADED, Align.RIGHT))
        write(canvas, fonts, f"{entry.dead_on} dead-on", (PLATE.x + 300, top), Style(Face.SMALL, FADED))
        write(canvas, fonts, entry.badges, (PLATE.x + 365, top), Style(Face.SMALL, EMBER))
        write(canvas, fonts, entry.rank, (PLATE.right - 14, top), Style(Face.BODY, CREAM, Align.RIGHT))


def board_name(board: Board) -> str:
    """Return the title of a board: the section or the whole run, and all options that have boards of their own."""
    parts = [section_title(board.section) if board.section else "The whole run", board.difficulty]
    if board.rate_permille != 1000:
        parts.append(f"song speed {board.rate_permille / 10:g} %")
    if board.window_percent != 100:
        parts.append(f"hit windows {board.window_percent} %")
    parts += [ASSIST_WORDS.get(name, name.replace("_", " ")) for name in board.assists.split()]
    return ", ".join(parts)
