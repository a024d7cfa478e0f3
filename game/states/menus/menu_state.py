"""The base class of menus: a list of rows, one of them chosen, moved by the menu actions of keyboard and controller."""

from collections.abc import Sequence
from dataclasses import replace

import pygame

from game.platform.input import keyboard
from game.platform.input.bindings import MenuAction
from game.platform.input.input_events import ButtonEvent, InputDevice, PointerAction
from game.platform.input.pad_family import label_of
from game.states.context import AppContext
from game.states.menus.menu_backdrop import draw_beside, draw_panel
from game.states.menus.question import Question, answers_of, draw_question
from game.states.protocols import Poll
from game.states.run.run_plan import SectionChoice
from game.states.state import State
from game.states.transitions import Transition
from game.timing.units import Micros
from game.view.ui.menu import Column, KeyHelp, Row, arrow_at, draw_hints, draw_rows, draw_title, row_at, scrolled

COLUMN = Column(left=40, top=72, width=300)
"""Default column of the rows, px."""
TITLE_AT = (40, 30)
"""Position of the title, px."""
PANEL_MARGIN = 24
"""Distance of the panel from the column, px."""
SOUNDS = {MenuAction.CONFIRM: "menu_choose", MenuAction.BACK: "menu_back"}
"""Sounds of the actions."""


class MenuState(State):
    """A list of rows. Subclasses give the rows, and what confirming or moving one does. While a question is asked, its
    two answers take the place of the rows."""

    title = ""
    column = COLUMN
    back: Transition = Transition("menu")

    def __init__(self, app: AppContext) -> None:
        super().__init__(app)
        self.chosen = 0
        self.question: Question | None = None
        self.paused: Transition | None = None
        """Leads back to the paused run that waits behind this menu, if any."""
        self._chosen_before = 0
        self._first = 0
        """The first row that is seen."""

    def rows(self) -> Sequence[Row]:
        """Return the rows as they stand now."""
        raise NotImplementedError

    def confirm(self) -> None:
        """Act on the chosen row."""

    def move(self, steps: int) -> None:
        """Change the chosen row's value, down (-1) or up (1)."""

    def cancel(self) -> None:
        """Go back."""
        self.transition = self.back

    def practise(self) -> None:
        """Choose a section to practise."""
        self.transition = Transition("practice", SectionChoice(paused=self.paused))

    def ask(self, question: Question) -> None:
        """Show a question in place of the rows."""
        self._chosen_before, self.chosen, self.question = self.chosen, 0, question

    def enter(self, wall_us: Micros) -> None:
        """Choose the first row that can be chosen."""
        self._choose(0, 1)

    def on_button(self, button_event: ButtonEvent) -> None:
        """Perform the menu action of a key or button."""
        action = self.app.bindings.menu_action(button_event)
        if action is not None:
            self.app.sound(SOUNDS.get(action, "menu_move"))
        if self.question is not None:
            self._on_answer(action, self.question)
        elif action is not None:
            self.on_action(action)

    def on_action(self, action: MenuAction) -> None:
        """Perform a menu action."""
        match action:
            case MenuAction.UP:
                self._choose(self.chosen - 1, -1)
            case MenuAction.DOWN:
                self._choose(self.chosen + 1, 1)
            case MenuAction.LEFT:
                self.move(-1)
            case MenuAction.RIGHT:
                self.move(1)
            case MenuAction.CONFIRM:
                self.confirm()
            case MenuAction.BACK:
                self.cancel()
            case MenuAction.PRACTICE:
                self.practise()

    @property
    def takes_pointer(self) -> bool:
        """A menu takes the mouse, over a paused run too."""
        return True

    def on_pointer(self, action: PointerAction, at: tuple[int, int]) -> None:
        """Choose the row under the pointer; a press confirms it, or moves its value where it hits an arrow."""
        match action:
            case PointerAction.MOVED:
                self._point_at(at)
            case PointerAction.PRESSED:
                self._press_at(at)
            case _:
                super().on_pointer(action, at)

    def shown_column(self, rows: Sequence[Row]) -> Column:
        """Return the column as it is scrolled to the chosen of its rows."""
        column = scrolled(replace(self.column, first=self._first), rows, self.chosen)
        self._first = column.first
        return column

    def place_at(self, at: tuple[int, int]) -> int | None:
        """Return the place of the row at a position of the canvas, or None; a heading is no row."""
        if self.question is not None:
            rows: Sequence[Row] = self.question.rows()
            column = answers_of(self.app.fonts, self.question, self.column)
        else:
            rows = self.rows()
            column = self.shown_column(rows)
        place = row_at(len(rows), column, at)
        return None if place is None or rows[place].heading else place

    def _point_at(self, at: tuple[int, int]) -> None:
        place = self.place_at(at)
        if place is not None and place != self.chosen:
            self._choose(place, 1)
            self.app.sound("menu_move")

    def _press_at(self, at: tuple[int, int]) -> None:
        place = self.place_at(at)
        if place is None:
            return
        if place != self.chosen:
            self._choose(place, 1)
        steps = 0 if self.question is not None else arrow_at(self.app.fonts, self.rows()[place], self.column, at[0])
        if steps:
            self.app.sound("menu_move")
            self.move(steps)
            return
        super().on_pointer(PointerAction.PRESSED, at)

    def draw(self, canvas: pygame.Surface, wall_us: Micros, poll: Poll) -> None:
        """Draw backdrop, title, rows and hints."""
        right = self.column.left + self.column.width + PANEL_MARGIN
        self.draw_ground(canvas, wall_us, poll)
        draw_panel(self.app, canvas, right)
        poll()
        self.draw_head(canvas)
        if self.question is not None:
            draw_question(canvas, self.app.fonts, self.question, self.chosen, self.column)
            draw_hints(canvas, self.app.fonts, MenuState.hints(self))
            return
        rows = self.rows()
        draw_rows(canvas, self.app.fonts, rows, self.chosen, self.shown_column(rows))
        self.draw_more(canvas, wall_us)
        draw_hints(canvas, self.app.fonts, self.hints())

    def draw_ground(self, canvas: pygame.Surface, wall_us: Micros, poll: Poll) -> None:
        """Draw the picture behind the panel."""
        draw_beside(self.app, canvas, self.column.left + self.column.width + PANEL_MARGIN)

    def draw_head(self, canvas: pygame.Surface) -> None:
        """Draw the title."""
        draw_title(canvas, self.app.fonts, self.title, TITLE_AT)

    def draw_more(self, canvas: pygame.Surface, wall_us: Micros) -> None:
        """Draw what a menu shows beside its rows."""

    def hints(self) -> Sequence[KeyHelp]:
        """Return the hints of the keys."""
        return (hint(self.app, MenuAction.CONFIRM, "choose"), hint(self.app, MenuAction.BACK, "back"))

    def _on_answer(self, action: MenuAction | None, question: Question) -> None:
        match action:
            case MenuAction.UP | MenuAction.DOWN:
                self._choose(self.chosen + 1, 1)
            case MenuAction.BACK | MenuAction.CONFIRM:
                is_yes = action is MenuAction.CONFIRM and self.chosen == 1
                self.question, self.chosen = None, self._chosen_before
                if is_yes:
                    question.on_yes()

    def _choose(self, place: int, direction: int) -> None:
        rows = self.rows() if self.question is None else self.question.rows()
        place %= len(rows)
        while rows[place].heading:
            place = (place + direction) % len(rows)
        self.chosen = place


def hint(app: AppContext, action: str, does: str) -> KeyHelp:
    """Return a hint with the first key or button of an action, on the device that was last used."""
    pad = app.device is InputDevice.PAD
    names: tuple[str, ...] = getattr(app.settings.pad if pad else app.settings.keys, str(action))
    return KeyHelp(key_words(app, names[0]) if names else "-", does)


def key_words(app: AppContext, name: str) -> str:
    """Return what is written on a key or button of the device that was last used."""
    if app.device is InputDevice.PAD:
        return label_of(name, app.pad_family)
    return keyboard.label_of(name, app.key_labels)


def practice_hint(app: AppContext) -> KeyHelp:
    """Return the hint of the key that leads to practice from anywhere."""
    return hint(app, MenuAction.PRACTICE, "practice")
