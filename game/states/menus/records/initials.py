"""Three letters for the board: typed, or changed by up and down, with left and right to move. It times out."""

from dataclasses import replace

import pygame

from game.platform.input import keyboard
from game.platform.input.bindings import MenuAction
from game.platform.input.input_events import ButtonEvent, InputDevice
from game.states.context import AppContext
from game.states.menus.menu_backdrop import paint_ending
from game.states.menus.menu_state import TITLE_AT, hint
from game.states.protocols import Poll
from game.states.run.keeping import rename
from game.states.run.run_plan import Outcome
from game.states.state import State
from game.states.transitions import Transition
from game.storage.options import LETTERS
from game.timing.units import US_PER_SECOND, Micros
from game.view.ui.fonts import Face
from game.view.ui.menu import KeyHelp, draw_hints, draw_plate, draw_title
from game.view.ui.text import Align, Style, write
from game.view.ui.ui_colors import CREAM, FADED, RUST, SUN

TIMEOUT_US = 30 * US_PER_SECOND
"""Time after which the screen ends by itself, microseconds."""
IGNORE_KEYS_US = US_PER_SECOND // 2
"""Time for which keys do nothing, so that a last hit types no letter, microseconds."""
CELL = 56
"""Width of a letter, px."""
PLATE = pygame.Rect(20, 20, 216, 300)
"""Position and size of the plate, left of him, px."""
CELLS_AT = (PLATE.centerx - CELL, 170)
"""Position of the first letter, px."""


class Initials(State):
    """Renames the run, which is on the board already under the last initials, when it is left in whatever way."""

    def __init__(self, app: AppContext, outcome: Outcome) -> None:
        super().__init__(app)
        self._outcome = outcome
        self._letters = list(app.settings.play.initials)
        self._place = 0
        self._ground: pygame.Surface | None = None

    def enter(self, wall_us: Micros) -> None:
        """Start the timeout."""
        self._until_us = wall_us + TIMEOUT_US
        self._ignores_keys_until_us = wall_us + IGNORE_KEYS_US

    def on_button(self, button_event: ButtonEvent) -> None:
        """Type or change letters, move to the next, finish."""
        if button_event.wall_us < self._ignores_keys_until_us:
            return
        letter = self._typed(button_event)
        if letter is not None:
            self._letters[self._place] = letter
            self._place = min(len(self._letters) - 1, self._place + 1)
            return
        match self.app.bindings.menu_action(button_event):
            case MenuAction.UP:
                self._turn(-1)
            case MenuAction.DOWN:
                self._turn(1)
            case MenuAction.LEFT | MenuAction.BACK:
                self._place = max(0, self._place - 1)
            case MenuAction.RIGHT:
                self._place = min(len(self._letters) - 1, self._place + 1)
            case MenuAction.CONFIRM:
                self._place += 1
        if self._place >= len(self._letters):
            self._done()

    def advance(self, wall_us: Micros) -> None:
        """Finish at the timeout."""
        if wall_us >= self._until_us and self.transition is None:
            self._done()

    def leave(self) -> None:
        """Rename the run also where the window was closed."""
        if self.transition is None:
            self._done()

    def draw(self, canvas: pygame.Surface, wall_us: Micros, poll: Poll) -> None:
        """Draw the three letters."""
        fonts = self.app.fonts
        if self._ground is None:
            self._ground = paint_ending(self.app)
        canvas.blit(self._ground, (0, 0))
        draw_plate(canvas, PLATE)
        draw_title(canvas, fonts, f"NO. {self._outcome.place}", TITLE_AT)
        middle, entry = PLATE.centerx, self._outcome.entry
        write(canvas, fonts, f"{entry.score:,}", (middle, 84), Style(Face.HEAD, SUN, Align.CENTRE))
        write(canvas, fonts, entry.rank, (middle, 108), Style(Face.BODY, CREAM, Align.CENTRE))
        for place, letter in enumerate(self._letters):
            x, y = CELLS_AT[0] + place * CELL, CELLS_AT[1]
            tint = CREAM if place == self._place else FADED
            write(canvas, fonts, letter if letter != " " else "_", (x, y), Style(Face.HEAD, tint, Align.CENTRE))
            canvas.fill(RUST if place == self._place else FADED, (x - 16, y + 24, 32, 3))
            if place == self._place:
                pygame.draw.polygon(canvas, SUN, ((x - 6, y - 12), (x + 6, y - 12), (x, y - 19)))
                pygame.draw.polygon(canvas, SUN, ((x - 6, y + 36), (x + 6, y + 36), (x, y + 43)))
        left_s = max(0, (self._until_us - wall_us) // US_PER_SECOND)
        write(canvas, fonts, str(left_s), (PLATE.right - 12, 36), Style(Face.BODY, FADED, Align.RIGHT))
        draw_hints(canvas, fonts, self._hints())

    def _hints(self) -> tuple[KeyHelp, ...]:
        typed = () if self.app.device is InputDevice.PAD else (KeyHelp("A-Z", "type it"),)
        return (*typed, hint(self.app, MenuAction.UP, "letter"), hint(self.app, MenuAction.CONFIRM, "next"))

    def _typed(self, button_event: ButtonEvent) -> str | None:
        """Return the letter or digit that the keyboard's layout writes on a key going down, or None."""
        if not button_event.down or button_event.device is not InputDevice.KEYBOARD:
            return None
        label = keyboard.label_of(button_event.key, self.app.key_labels).upper()
        return label if len(label) == 1 and label in LETTERS else None

    def _turn(self, steps: int) -> None:
        letter = LETTERS.index(self._letters[self._place])
        self._letters[self._place] = LETTERS[(letter + steps) % len(LETTERS)]

    def _done(self) -> None:
        initials = "".join(self._letters)
        entry = replace(self._outcome.entry, initials=initials)
        if initials != self._outcome.entry.initials:
            rename(self.app, self._outcome, initials)
        if initials != self.app.settings.play.initials:
            self.app.change("play", initials=initials)
        self.transition = Transition("results", replace(self._outcome, entry=entry))
