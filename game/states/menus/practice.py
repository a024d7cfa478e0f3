"""The choice of what to practise: any section, at any rate there is a mix for, looped until it is left.

Every section has a key of its own that begins it at once, so that any of them is two presses away.
"""

from collections.abc import Sequence
from dataclasses import replace

import pygame

from game.minigames.manifest import MINIGAMES
from game.platform.input.input_events import ButtonEvent, InputDevice
from game.sim.chart import Difficulty
from game.sim.options import RATES_PERMILLE
from game.states.context import AppContext, Poll
from game.states.menus.instructions import draw_instructions
from game.states.menus.menu_backdrop import draw_beside
from game.states.menus.menu_state import PANEL_MARGIN, MenuState
from game.states.menus.question import Question
from game.states.run.keeping import keep_attempt
from game.states.run.run import Run
from game.states.run.run_plan import Mode, RunPlan, SectionChoice, options_from
from game.states.run.unfinished import is_guarded
from game.states.transitions import Transition
from game.storage.history.attempt import Ended
from game.timing.units import Micros
from game.view.ui.fonts import Face
from game.view.ui.menu import Column, Row
from game.view.ui.text import Style, write
from game.view.ui.ui_colors import FADED

SECTIONS = tuple(MINIGAMES.values())
"""Exercises in the order of the list."""
SECTION_IDS = tuple(MINIGAMES)
"""Ids of those exercises."""
KEYS = tuple(minigame.spec.practice_key for minigame in SECTIONS)
"""The key of each exercise, empty where it has none; no menu action uses these."""
LOSES_RUN = "The paused run ends when practice begins."
"""Question before a run is given up for practice."""
SUBTITLE_AT = (40, 56)
"""Position of the subtitle, px."""
SUBTITLE = "looped at any speed, in tune, with its beat"
"""Line under the title."""


class Practice(MenuState):
    """Up and down choose the section, left and right the rate; a section's own key begins it at once."""

    title = "PRACTICE"
    column = Column(left=40, top=76, width=252, seen=15)

    def __init__(self, app: AppContext, choice: SectionChoice) -> None:
        super().__init__(app)
        self.paused = choice.paused
        self.back = choice.paused or Transition("menu")
        self._first = SECTION_IDS.index(choice.section) if choice.section in SECTION_IDS else 0
        self._rate = RATES_PERMILLE.index(app.settings.play.rate_permille)

    def enter(self, wall_us: Micros) -> None:
        """Begin at the section that was named."""
        self.chosen = self._first

    def rows(self) -> Sequence[Row]:
        """Return the sections in the order of the run."""
        rate = f"{RATES_PERMILLE[self._rate] / 10:g} %"
        pad = self.app.device is InputDevice.PAD
        return [
            Row(
                minigame.spec.title,
                rate if place == self.chosen else "",
                moves=True,
                key=f"{place + 1}" if pad else KEYS[place],
            )
            for place, minigame in enumerate(SECTIONS)
        ]

    def on_button(self, button_event: ButtonEvent) -> None:
        """Begin the section of a key, unless the key is bound to a menu action."""
        place = KEYS.index(button_event.key) if button_event.key in KEYS else None
        pressed = button_event.down and button_event.device is InputDevice.KEYBOARD
        walks = self.question is not None or self.app.bindings.menu_action(button_event) is not None
        if not pressed or place is None or walks:
            super().on_button(button_event)
            return
        self.app.sound("menu_choose")
        self.chosen = place
        self.confirm()

    def draw_ground(self, canvas: pygame.Surface, wall_us: Micros, poll: Poll) -> None:
        """Draw a still of the chosen section."""
        draw_beside(self.app, canvas, self.column.left + self.column.width + PANEL_MARGIN, SECTION_IDS[self.chosen])
        poll()

    def draw_more(self, canvas: pygame.Surface, wall_us: Micros) -> None:
        """Draw the subtitle and the chosen section's keys."""
        write(canvas, self.app.fonts, SUBTITLE, SUBTITLE_AT, Style(Face.SMALL, FADED))
        draw_instructions(self.app, canvas, SECTIONS[self.chosen].spec)

    def move(self, steps: int) -> None:
        """Choose the rate."""
        self._rate = max(0, min(len(RATES_PERMILLE) - 1, self._rate + steps))

    def practise(self) -> None:
        """Choose the next section."""
        self.chosen = (self.chosen + 1) % len(SECTIONS)

    def confirm(self) -> None:
        """Practise the chosen section; ask first where a run would be lost."""
        run = None if self.paused is None else self.paused.payload
        if isinstance(run, Run) and is_guarded(run):
            self.ask(Question(LOSES_RUN, "Stay", "Practice", self._begin))
        else:
            self._begin()

    def leave(self) -> None:
        """End a paused run, unless it is resumed."""
        if self.paused is not None and self.transition != self.paused:
            if isinstance(self.paused.payload, Run):
                keep_attempt(self.paused.payload, Ended.QUIT)
            self.app.loaded.wait().player.stop()

    def _begin(self) -> None:
        play = replace(self.app.settings.play, rate_permille=RATES_PERMILLE[self._rate])
        section = SECTIONS[self.chosen].spec.id
        self.transition = Transition(
            "loading", RunPlan(Mode.PRACTICE, Difficulty(play.difficulty), section, options_from(play))
        )
