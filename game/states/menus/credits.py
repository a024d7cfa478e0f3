"""The credits: who made what, and under which licence; the whole list stands in `assets/CREDITS.md`."""

import pygame

from game import __version__
from game.platform.input.bindings import MenuAction
from game.platform.input.input_events import ButtonEvent
from game.states.menus.menu_backdrop import draw_backdrop, draw_dusk, draw_logo
from game.states.menus.menu_state import hint
from game.states.protocols import Poll
from game.states.state import State
from game.states.transitions import Transition
from game.timing.units import Micros
from game.view.ui.fonts import Face
from game.view.ui.menu import draw_hints, draw_plate
from game.view.ui.text import Style, write
from game.view.ui.ui_colors import CREAM, SUN

CREDITS = (
    ("Game, levels, words", "the Lace Up founders"),
    ("Score", "the Lace Up founders, CC BY 4.0"),
    ("played with", "MuseScore General, MIT: F. Wen, S. C. Collins"),
    ("Pictures and sprites", "the Lace Up founders, CC BY 4.0"),
    ("Sounds", "the Lace Up founders, CC BY 4.0"),
    ("Lettering", "Press Start 2P and Tiny5, SIL OFL 1.1:"),
    ("", "their Project Authors"),
    ("Runs on", "Python, pygame-ce, SDL, numpy, pytmx,"),
    ("", "platformdirs, tomli-w"),
    ("Philadelphia", "The places are real. Nobody in them is."),
)
"""What, and by whom."""
LOGO_AT = (32, 22)
"""Position of the logo, px."""
PLATE = pygame.Rect(32, 130, 348, 178)
"""Position and size of the plate, px."""
NAMES_X = 120
"""Column of the names from the plate's left edge, px."""
LINE = 15
"""Height of a line, px."""


class Credits(State):
    """Any of the menus' ways out leads back."""

    def on_button(self, button_event: ButtonEvent) -> None:
        """Go back."""
        if self.app.bindings.menu_action(button_event) in (MenuAction.BACK, MenuAction.CONFIRM):
            self.transition = Transition("menu")

    def draw(self, canvas: pygame.Surface, wall_us: Micros, poll: Poll) -> None:
        """Draw the logo and the list over the yard."""
        draw_backdrop(self.app, canvas, wall_us, 40)
        draw_dusk(self.app, canvas)
        draw_logo(self.app, canvas, LOGO_AT)
        draw_plate(canvas, PLATE)
        for place, (what, who) in enumerate(CREDITS):
            top = PLATE.y + 11 + place * LINE
            write(canvas, self.app.fonts, what, (PLATE.x + 10, top), Style(Face.SMALL, SUN))
            write(canvas, self.app.fonts, who, (PLATE.x + NAMES_X, top), Style(Face.SMALL, CREAM))
        version = f"version {__version__}"
        write(canvas, self.app.fonts, version, (PLATE.x + 10, PLATE.bottom + 8), Style(Face.SMALL, CREAM))
        draw_hints(canvas, self.app.fonts, (hint(self.app, MenuAction.BACK, "back"),))
