"""What all menus share: rows, one of them chosen, answered by the menu actions of keyboard and controller."""

from collections.abc import Sequence

import pygame

from game.platform.input import controllers
from game.platform.input import keyboard
from game.platform.input.bindings import MenuAction
from game.platform.input.input_events import Device, Stroke
from game.states.menus.menu_backdrop import draw_beside, draw_panel
from game.states.context import Desk
from game.states.transitions import Destination, ToMenu, ToPractice
from game.states.state import Poll, State
from game.timing.units import Micros
from game.view.ui.menu import Column, Hint, Row, draw_hints, draw_rows, draw_title

COLUMN = Column(left=40, top=72, width=300)
TITLE_AT = (40, 30)
PANEL_MARGIN = 24
SOUNDS = {MenuAction.CONFIRM: "menu_choose", MenuAction.BACK: "menu_back"}


class MenuState(State):
    """A list of rows. A menu says its rows, and what confirming or moving one does."""

    title = ""
    column = COLUMN
    back: Destination = ToMenu()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.chosen = 0

    def rows(self) -> Sequence[Row]:
        """Return the rows as they stand now."""
        raise NotImplementedError

    def confirm(self) -> None:
        """The chosen row was confirmed."""

    def move(self, steps: int) -> None:
        """The chosen row was moved left (-1) or right (1)."""

    def cancel(self) -> None:
        """Go back."""
        self.goto = self.back

    def practise(self) -> None:
        """Choose a section to practise."""
        self.goto = ToPractice()

    def enter(self, wall_us: Micros) -> None:
        """Choose the first row that can be chosen."""
        self._choose(0, 1)

    def take(self, stroke: Stroke) -> None:
        """Answer a stroke."""
        action = self.desk.bindings.menu_action(stroke)
        if action is not None:
            self.desk.sound(SOUNDS.get(action, "menu_move"))
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

    def draw(self, canvas: pygame.Surface, wall_us: Micros, poll: Poll) -> None:
        """Draw backdrop, title, rows and hints."""
        right = self.column.left + self.column.width + PANEL_MARGIN
        draw_beside(self.desk, canvas, right)
        draw_panel(self.desk, canvas, right)
        poll()
        self.draw_head(canvas)
        draw_rows(canvas, self.desk.fonts, self.rows(), self.chosen, self.column)
        self.draw_more(canvas, wall_us)
        draw_hints(canvas, self.desk.fonts, self.hints())

    def draw_head(self, canvas: pygame.Surface) -> None:
        """Draw the title."""
        draw_title(canvas, self.desk.fonts, self.title, TITLE_AT)

    def draw_more(self, canvas: pygame.Surface, wall_us: Micros) -> None:
        """Draw what this menu has beside its rows."""

    def hints(self) -> Sequence[Hint]:
        """Return what the keys do here."""
        return (hint(self.desk, MenuAction.CONFIRM, "choose"), hint(self.desk, MenuAction.BACK, "back"))

    def _choose(self, place: int, direction: int) -> None:
        rows = self.rows()
        place %= len(rows)
        while rows[place].heading:
            place = (place + direction) % len(rows)
        self.chosen = place


def hint(desk: Desk, action: str, does: str) -> Hint:
    """Return a hint with the first key or button of an action, on the device that was last used."""
    pad = desk.device is Device.PAD
    names: tuple[str, ...] = getattr(desk.settings.pad if pad else desk.settings.keys, str(action))
    label = controllers.label_of if pad else keyboard.label_of
    return Hint(label(names[0]) if names else "-", does)


def practice_hint(desk: Desk) -> Hint:
    """Return the hint of the key that leads to practice from anywhere."""
    return hint(desk, MenuAction.PRACTICE, "practise")
