"""The gym's board: a photograph of every section with its medals on each difficulty, and the boot that laces lace."""

from collections.abc import Sequence

import pygame

from game.errors import StorageError
from game.minigames.manifest import MINIGAMES
from game.platform.input.bindings import MenuAction
from game.sim.chart import Difficulty
from game.sim.score import SectionGrade
from game.states.context import AppContext
from game.states.menus.menu_state import MenuState, hint
from game.states.menus.records.photographs import Photographs
from game.states.menus.section_titles import section_title
from game.states.protocols import Poll
from game.states.run.run_plan import SectionChoice
from game.states.transitions import Transition
from game.storage.history.collection import BestGrade
from game.timing.units import Micros
from game.view.ui.cork_board import CARD, PICTURE, draw_card, draw_chosen, paint_board
from game.view.ui.fonts import Face
from game.view.ui.medals import BOOT_SIZE, draw_boot, draw_bow, draw_medal
from game.view.ui.menu import KeyHelp, Row, draw_hints, draw_plate
from game.view.ui.text import Style, write
from game.view.ui.ui_colors import CREAM, FADED, SUN

COLUMNS = 5
"""Photographs in a row of the board."""
STEP = (122, 108)
"""Distance between photographs, px."""
FIRST_AT = (20, 14)
"""Position of the first photograph, px."""
BOARD = "gym board"
"""Cache key of the empty board."""
NOTE_WIDTH = 232
"""Width of the note beside the boot, px."""
DIFFICULTIES = tuple(map(str, Difficulty))
"""Names of the difficulties, the easiest first: the order of the medals on a card."""
NO_GRADE = BestGrade(SectionGrade.TRY_AGAIN)
"""What a section has that was never played to its end."""


class Wall(MenuState):
    """Moves from photograph to photograph; confirming practises the chosen section."""

    def __init__(self, app: AppContext) -> None:
        super().__init__(app)
        loaded = app.loaded.result
        ids = tuple(MINIGAMES) if loaded is None else tuple(part.id for part in loaded.chart.sections)
        self.sections = tuple(dict.fromkeys(ids))
        """The sections on the board, in the order of the run."""
        collection = app.collection
        try:
            self.grades, self.laces = collection.best_grades(app.world), collection.laces(app.world)
            self._photographs: Photographs | None = Photographs(app)
        except StorageError as error:
            app.notify(str(error))
            self.grades, self.laces, self._photographs = {}, frozenset(), None

    def rows(self) -> Sequence[Row]:
        """Return a row for each section: what moves is which photograph is chosen."""
        return [Row(section_title(section)) for section in self.sections]

    def on_action(self, action: MenuAction) -> None:
        """Move within the board's rows and between them."""
        match action:
            case MenuAction.LEFT:
                self._choose(self.chosen - 1, -1)
            case MenuAction.RIGHT:
                self._choose(self.chosen + 1, 1)
            case MenuAction.UP:
                self._choose(max(self.chosen - COLUMNS, 0), 1)
            case MenuAction.DOWN:
                self._choose(min(self.chosen + COLUMNS, len(self.sections) - 1), 1)
            case _:
                super().on_action(action)

    def confirm(self) -> None:
        """Practise the chosen section."""
        self.transition = Transition("practice", SectionChoice(self.sections[self.chosen]))

    def place_at(self, at: tuple[int, int]) -> int | None:
        """Return the place of the photograph at a position, or None."""
        cards = (pygame.Rect(self._at(place), CARD) for place in range(len(self.sections)))
        return next((place for place, card in enumerate(cards) if card.collidepoint(at)), None)

    def laced(self) -> int:
        """Return in how many sections the lace was found, on any difficulty."""
        return len({section for section, _ in self.laces} & set(self.sections))

    def advance(self, wall_us: Micros) -> None:
        """Take another photograph."""
        if self._photographs is not None:
            self._photographs.take_next()

    def draw(self, canvas: pygame.Surface, wall_us: Micros, poll: Poll) -> None:
        """Draw the board with all that is pinned to it."""
        if BOARD not in self.app.painted:
            self.app.painted[BOARD] = paint_board(canvas.get_size())
        canvas.blit(self.app.painted[BOARD], (0, 0))
        for place, section in enumerate(self.sections):
            self._card(canvas, self._at(place), section)
            poll()
        draw_chosen(canvas, self._at(self.chosen))
        self._note(canvas, self._at(len(self.sections)))
        draw_hints(canvas, self.app.fonts, self.hints())

    def hints(self) -> Sequence[KeyHelp]:
        """Return the hints of the keys."""
        return (hint(self.app, MenuAction.CONFIRM, "practice"), hint(self.app, MenuAction.BACK, "back"))

    def _at(self, place: int) -> tuple[int, int]:
        column, row = place % COLUMNS, place // COLUMNS
        return FIRST_AT[0] + column * STEP[0], FIRST_AT[1] + row * STEP[1]

    def _card(self, canvas: pygame.Surface, at: tuple[int, int], section: str) -> None:
        photograph = None if self._photographs is None else self._photographs.by_section.get(section)
        draw_card(canvas, self.app.fonts, at, section_title(section), photograph)
        step = PICTURE.width // len(DIFFICULTIES)
        for place, difficulty in enumerate(DIFFICULTIES):
            best = self.grades.get((section, difficulty), NO_GRADE)
            center = (at[0] + PICTURE.x + step // 2 + place * step, at[1] + CARD[1] - 10)
            draw_medal(canvas, center, str(best.grade), best.starred)
            if (section, difficulty) in self.laces:
                draw_bow(canvas, (center[0] + 9, center[1] + 1))

    def _note(self, canvas: pygame.Surface, at: tuple[int, int]) -> None:
        """Draw the boot, and what the chosen section has been given on each difficulty."""
        note = pygame.Rect(at, (NOTE_WIDTH, CARD[1]))
        draw_plate(canvas, note)
        draw_boot(canvas, (note.right - BOOT_SIZE[0] - 4, note.y + 8), self.laced(), len(self.sections))
        section, fonts = self.sections[self.chosen], self.app.fonts
        write(canvas, fonts, section_title(section), (note.x + 8, note.y + 8), Style(Face.BODY, SUN))
        for place, difficulty in enumerate(DIFFICULTIES):
            best = self.grades.get((section, difficulty))
            top = note.y + 24 + 12 * place
            write(canvas, fonts, difficulty.capitalize(), (note.x + 8, top), Style(Face.SMALL, FADED))
            words = "-" if best is None else f"{best.grade}{', star' if best.starred else ''}"
            write(canvas, fonts, words, (note.x + 58, top), Style(Face.SMALL, CREAM))
        words = f"Laces found: {self.laced()} of {len(self.sections)}"
        write(canvas, fonts, words, (note.x + 8, note.bottom - 14), Style(Face.SMALL, CREAM))
