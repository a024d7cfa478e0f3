"""The pause menu over the frozen run. Resuming is always the player's choice, after a count-in."""

from collections.abc import Sequence

import pygame

from game.minigames.manifest import MINIGAMES
from game.platform.input.bindings import MenuAction, PlayAction
from game.platform.input.input_events import ButtonEvent
from game.states.context import AppContext, Poll
from game.states.menus.menu_backdrop import draw_panel
from game.states.menus.menu_state import PANEL_MARGIN, TITLE_AT, MenuState, hint, practice_hint
from game.states.run.run import Run
from game.states.run.run_entry import RunStart, to_run
from game.states.run.run_plan import Mode, SectionChoice
from game.states.transitions import Transition
from game.timing.units import Micros
from game.view.ui.menu import Hint, Row, draw_hints, draw_rows, draw_title


class Paused(MenuState):
    """Resume, practise the section that is being played, restart or leave."""

    title = "PAUSED"
    in_play = True

    def __init__(self, app: AppContext, run: Run) -> None:
        super().__init__(app)
        self.run = run

    def rows(self) -> Sequence[Row]:
        """Return the ways to go."""
        practising = self.run.plan.mode is Mode.PRACTICE
        return (
            Row("Go on"),
            Row("Another section" if practising else "Practise", MINIGAMES[self.run.exercise].spec.title),
            Row("Start again"),
            Row("Leave practice" if practising else "Leave the run"),
        )

    def confirm(self) -> None:
        """Go the chosen way."""
        practice = Transition("practice", SectionChoice(self.run.exercise))
        self.transition = (
            to_run(self.run, RunStart.RESUMED),
            practice,
            to_run(self.run, RunStart.AGAIN),
            Transition("menu"),
        )[self.chosen]

    def practise(self) -> None:
        """Choose a section, beginning at the one that is being played."""
        self.transition = Transition("practice", SectionChoice(self.run.exercise))

    def hints(self) -> Sequence[Hint]:
        """Return what the keys do here."""
        return (*super().hints()[:1], hint(self.app, MenuAction.BACK, "go on"), practice_hint(self.app))

    def cancel(self) -> None:
        """Back goes on."""
        self.transition = to_run(self.run, RunStart.RESUMED)

    def on_button(self, button_event: ButtonEvent) -> None:
        """Perform a menu action."""
        super().on_button(button_event)
        if self.transition is not None:
            return
        match self.app.bindings.play_action(button_event):
            case PlayAction.PAUSE:
                self.cancel()
            case PlayAction.RESTART:
                self.transition = to_run(self.run, RunStart.AGAIN)

    def leave(self) -> None:
        """Stop the player, unless the run is resumed."""
        if self.transition != to_run(self.run, RunStart.RESUMED):
            self.run.player.stop()

    def sound(self, wall_us: Micros) -> None:
        """Update the player in a pause too."""
        self.run.sound(wall_us)

    def draw(self, canvas: pygame.Surface, wall_us: Micros, poll: Poll) -> None:
        """Draw the frozen run behind the menu."""
        self.run.draw(canvas, wall_us, poll)
        draw_panel(self.app, canvas, self.column.left + self.column.width + PANEL_MARGIN)
        draw_title(canvas, self.app.fonts, self.title, TITLE_AT)
        draw_rows(canvas, self.app.fonts, self.rows(), self.chosen, self.column)
        draw_hints(canvas, self.app.fonts, self.hints())
