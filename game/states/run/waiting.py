"""The loading screen: the still of the lead-in until a run is loaded."""

import pygame

from game.platform.input.bindings import MenuAction
from game.platform.input.input_events import ButtonEvent
from game.states.context import AppContext
from game.states.loading import Loading
from game.states.menus.menu_backdrop import draw_backdrop
from game.states.protocols import Poll
from game.states.run.preparing import is_ready, prepare
from game.states.run.run import Run
from game.states.run.run_entry import RunStart, to_run
from game.states.run.run_plan import RunPlan
from game.states.state import State
from game.states.transitions import Transition
from game.timing.units import Micros
from game.view.ui.fonts import Face
from game.view.ui.menu import shade
from game.view.ui.text import Style, write
from game.view.ui.ui_colors import CREAM

LETTERBOX_TOP = pygame.Rect(0, 0, 640, 14)
"""The upper bar, px."""
LETTERBOX_FOOT = pygame.Rect(0, 346, 640, 14)
"""The lower bar, px."""
WORDS_AT = (560, 349)
"""Position of the words, px."""
DOT_US = 400_000
"""Time between two dots, microseconds."""


class Waiting(State):
    """Opens the run as soon as it is loaded; without a frame of waiting where it is loaded already."""

    def __init__(self, app: AppContext, plan: RunPlan) -> None:
        super().__init__(app)
        self._plan = plan
        self._loading: Loading[Run] | None = None

    def enter(self, wall_us: Micros) -> None:
        """Begin to load, or go on at once."""
        if is_ready(self.app, self._plan):
            self.transition = to_run(prepare(self.app, self._plan), RunStart.FRESH)
        else:
            self._loading = Loading(lambda: prepare(self.app, self._plan))

    def on_button(self, button_event: ButtonEvent) -> None:
        """Back gives up waiting."""
        if self.app.bindings.menu_action(button_event) is MenuAction.BACK:
            self.transition = Transition("menu")

    def advance(self, wall_us: Micros) -> None:
        """Go on when the run is there."""
        if self._loading is not None and self._loading.done:
            self.transition = to_run(self._loading.wait(), RunStart.FRESH)

    def draw(self, canvas: pygame.Surface, wall_us: Micros, poll: Poll) -> None:
        """Draw the still of the lead-in, and that it loads."""
        draw_backdrop(self.app, canvas, wall_us, 0)
        shade(canvas, LETTERBOX_TOP, 255)
        shade(canvas, LETTERBOX_FOOT, 255)
        dots = "." * (wall_us // DOT_US % 4)
        write(canvas, self.app.fonts, f"Lacing up{dots}", WORDS_AT, Style(Face.SMALL, CREAM))
