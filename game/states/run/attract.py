"""The attract mode: plays the best stored replay, or a perfect run. Any key returns to the title."""

import pygame

from game.platform.input.input_events import ButtonEvent, PointerAction
from game.platform.input.keyboard import MODIFIERS
from game.sim.options import RunOptions
from game.states.context import AppContext
from game.states.protocols import Poll
from game.states.run.preparing import prepare
from game.states.run.run_plan import Mode, RunPlan
from game.states.state import State
from game.states.transitions import Transition
from game.timing.units import Micros
from game.view.ui.fonts import Face
from game.view.ui.text import Align, Style, write
from game.view.ui.ui_colors import SUN

BLINK_US = 1_000_000
"""Time for which the blinking prompt is on, and then off, microseconds."""


class Attract(State):
    """Shows the whole run in the difficulty of the settings."""

    in_play = True

    def __init__(self, app: AppContext) -> None:
        super().__init__(app)
        plan = RunPlan(Mode.DEMO, app.montage_plan().difficulty, None, RunOptions())
        self._run = prepare(app, plan)

    def enter(self, wall_us: Micros) -> None:
        """Begin with the lead-in."""
        chart = self._run.chart
        self._run.start(chart.start_us - chart.lead_in_us, wall_us)

    def leave(self) -> None:
        """Stop the player."""
        self._run.player.stop()

    def on_button(self, button_event: ButtonEvent) -> None:
        """Any key returns."""
        if button_event.down and button_event.key not in MODIFIERS:
            self.transition = Transition("title")

    def on_pointer(self, action: PointerAction, at: tuple[int, int]) -> None:
        """A button of the mouse returns too."""
        if action not in (PointerAction.MOVED, PointerAction.RELEASED):
            self.transition = Transition("title")

    @property
    def takes_pointer(self) -> bool:
        """The mouse can be pressed."""
        return True

    def interrupt(self, wall_us: Micros) -> None:
        """Nobody watches: return."""
        self.transition = Transition("title")

    def on_poll(self, wall_us: Micros) -> None:
        """Judge and sound the demo's presses when they are due."""
        self._run.on_poll(wall_us)

    def advance(self, wall_us: Micros) -> None:
        """Go on, to the end."""
        self._run.advance(wall_us)
        if self._run.ended:
            self.transition = Transition("title")

    def sound(self, wall_us: Micros) -> None:
        """Play the run's sounds."""
        self._run.sound(wall_us)

    def draw(self, canvas: pygame.Surface, wall_us: Micros, poll: Poll) -> None:
        """Draw the run, and that it is a demo."""
        self._run.draw(canvas, wall_us, poll)
        if wall_us // BLINK_US % 2 == 0:
            write(canvas, self.app.fonts, "Press any key", (320, 344), Style(Face.BODY, SUN, Align.CENTRE))
