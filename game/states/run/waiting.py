"""The loading screen: a hand goes round once a second until a run is loaded."""

import math

import pygame

from game.platform.input.bindings import MenuAction
from game.platform.input.input_events import ButtonEvent
from game.states.context import AppContext, Poll
from game.states.loading import Loading
from game.states.run.preparing import is_ready, prepare
from game.states.run.run import Run
from game.states.run.run_entry import RunStart, to_run
from game.states.run.run_plan import RunPlan
from game.states.state import State
from game.states.transitions import Transition
from game.timing.units import US_PER_SECOND, Micros
from game.view.ui.ui_colors import CREAM, FADED, NIGHT, RULE

CENTRE = (320, 180)
"""Middle of the picture, px."""


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
        """Draw a cross, two rings, and a hand that goes round once a second."""
        canvas.fill(NIGHT)
        draw_loading_hand(canvas, wall_us / US_PER_SECOND % 1.0)


def draw_loading_hand(canvas: pygame.Surface, turn: float) -> None:
    """Draw the cross and rings with the hand at `turn` (0 to 1) of its round."""
    canvas.fill(RULE, (0, CENTRE[1], 640, 1))
    canvas.fill(RULE, (CENTRE[0], 0, 1, 360))
    angle = turn * math.tau
    tip = (round(CENTRE[0] + 300 * math.sin(angle)), round(CENTRE[1] - 300 * math.cos(angle)))
    pygame.draw.line(canvas, FADED, CENTRE, tip, 2)
    for radius in (64, 76):
        pygame.draw.circle(canvas, CREAM, CENTRE, radius, 1)
