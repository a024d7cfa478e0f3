"""The pause menu over the frozen run. Resuming is always the player's choice, after a count-in."""

from collections.abc import Sequence

import pygame

from game.minigames.manifest import MINIGAMES
from game.platform.input.bindings import MenuAction, PlayAction
from game.platform.input.input_events import ButtonEvent
from game.states.context import AppContext
from game.states.menus.assist_words import assists_in_words
from game.states.menus.menu_state import MenuState, hint, practice_hint
from game.states.menus.question import Question
from game.states.menus.setup.detour import Detour
from game.states.menus.setup.key_list import draw_keys
from game.states.protocols import Poll
from game.states.run.keeping import ended_by, keep_attempt
from game.states.run.map_reload import MapReload, go_on_with
from game.states.run.run import Run
from game.states.run.run_entry import RunStart, to_run
from game.states.run.run_plan import Mode, SectionChoice
from game.states.run.unfinished import RestartKey
from game.states.transitions import Transition
from game.timing.units import Micros
from game.view.ui.findings import draw_findings
from game.view.ui.fonts import Face
from game.view.ui.hud import draw_held
from game.view.ui.menu import KeyHelp, Row
from game.view.ui.text import Style, write
from game.view.ui.ui_colors import EMBER

LOSES_RUN = "Quit? This run will be lost."
"""What is asked before a run is quit."""
QUIT_ROW = 4
"""Row that quits to the menu."""
WAITS_BEHIND = ("practice", "settings")
"""Screens that lead back to the paused run."""
ASSISTS_AT = (50, 172)
"""Position of the line of assists, px."""
KEYS_AT = (50, 194)
"""Position of the list of keys, px."""


class Paused(MenuState):
    """Resume, practice the section that is being played, restart, change settings, or quit."""

    title = "PAUSED"
    in_play = True

    def __init__(self, app: AppContext, run: Run) -> None:
        super().__init__(app)
        self.run = run
        self.paused = Transition("pause", run)
        self._restart_key = RestartKey(run)
        self._map_reload = MapReload(app, run.plan, run.library)

    def rows(self) -> Sequence[Row]:
        """Return the ways to go."""
        practising = self.run.plan.mode is Mode.PRACTICE
        return (
            Row("Resume"),
            Row("Choose a section" if practising else "Practice", MINIGAMES[exercise_of(self.run)].spec.title),
            Row("Restart"),
            Row("Settings"),
            Row("Quit to menu"),
        )

    def confirm(self) -> None:
        """Go the chosen way; quitting a run is asked about."""
        if self.chosen == QUIT_ROW and self.run.plan.mode is not Mode.PRACTICE:
            self.ask(Question(LOSES_RUN, "Keep running", "Quit to menu", self._quit))
            return
        self.transition = (
            to_run(self.run, RunStart.RESUMED),
            self._practice(),
            to_run(self.run, RunStart.AGAIN),
            Transition("settings", Detour(self.paused)),
            Transition("menu"),
        )[self.chosen]

    def practise(self) -> None:
        """Choose a section, beginning at the one that is being played."""
        self.transition = self._practice()

    def _practice(self) -> Transition:
        return Transition("practice", SectionChoice(exercise_of(self.run), self.paused))

    def _quit(self) -> None:
        self.transition = Transition("menu")

    def hints(self) -> Sequence[KeyHelp]:
        """Return what the keys do here."""
        return (*super().hints()[:1], hint(self.app, MenuAction.BACK, "resume"), practice_hint(self.app))

    def cancel(self) -> None:
        """Back resumes."""
        self.transition = to_run(self.run, RunStart.RESUMED)

    def on_button(self, button_event: ButtonEvent) -> None:
        """Perform a menu action, or one of the run."""
        was_asking = self.question is not None
        super().on_button(button_event)
        self._restart_key.on_button(button_event)
        if self.transition is not None or was_asking:
            return
        match self.app.bindings.play_action(button_event):
            case PlayAction.PAUSE:
                self.cancel()
            case PlayAction.RESTART if self._restart_key.press(button_event):
                self.transition = to_run(self.run, RunStart.AGAIN)

    def advance(self, wall_us: Micros) -> None:
        """Restart when its key was held long enough. Maps that are saved meanwhile are changed under the pause."""
        if self.transition is None and self._restart_key.is_due(wall_us):
            self.transition = to_run(self.run, RunStart.AGAIN)
        reloaded = self._map_reload.follow(wall_us) if self.transition is None else None
        if reloaded is not None:
            self.transition = go_on_with(reloaded, self.run, wall_us)

    def leave(self) -> None:
        """Stop the player, unless the run is resumed or waits behind another menu."""
        waits = self.transition is not None and self.transition.screen in WAITS_BEHIND
        if not waits and self.transition != to_run(self.run, RunStart.RESUMED):
            keep_attempt(self.run, ended_by(self.run, self.transition))
            self.run.player.stop()

    def sound(self, wall_us: Micros) -> None:
        """Update the player in a pause too."""
        self.run.sound(wall_us)

    def draw_ground(self, canvas: pygame.Surface, wall_us: Micros, poll: Poll) -> None:
        """Draw the frozen run."""
        self.run.draw(canvas, wall_us, poll)

    def draw(self, canvas: pygame.Surface, wall_us: Micros, poll: Poll) -> None:
        """Draw the menu over the frozen run, and how long the restart key was held."""
        super().draw(canvas, wall_us, poll)
        draw_held(canvas, self.app.fonts, "Hold to restart", self._restart_key.share(wall_us))
        if self.app.watch is not None and self.app.watch.findings:
            draw_findings(canvas, self.app.fonts, self.app.watch.findings)

    def draw_more(self, canvas: pygame.Surface, wall_us: Micros) -> None:
        """Draw the keys of the run, and its assists in words."""
        draw_keys(self.app, canvas, KEYS_AT)
        words = assists_in_words(self.run.plan.options) or "No assists"
        write(canvas, self.app.fonts, words, ASSISTS_AT, Style(Face.SMALL, EMBER))


def exercise_of(run: Run) -> str:
    """Return the exercise that is being played; in the lead-in, the first."""
    begun = [section for section in run.chart.sections if section.start_us <= run.session.now_us]
    return begun[-1].minigame if begun else run.chart.sections[0].minigame
