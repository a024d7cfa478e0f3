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
from game.states.context import AppContext
from game.states.menus.instructions import draw_instructions
from game.states.menus.menu_backdrop import draw_beside
from game.states.menus.menu_state import PANEL_MARGIN, MenuState
from game.states.menus.question import Question
from game.states.menus.section_progress import SectionProgress
from game.states.protocols import Poll
from game.states.run.keeping import keep_attempt
from game.states.run.run import Run
from game.states.run.run_plan import Mode, RunPlan, SectionChoice, options_from
from game.states.run.unfinished import is_guarded
from game.states.transitions import Transition
from game.storage.history.attempt import Ended
from game.timing.units import Micros
from game.view.ui.fonts import Face, Fonts
from game.view.ui.medals import draw_medal
from game.view.ui.menu import ROW_HEIGHT, Column, Row, draw_plate
from game.view.ui.text import Align, Style, wrapped, write
from game.view.ui.ui_colors import FADED, SUN

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


SLOW_FIRST = "slow"
"""The value of a row whose first round is slow."""
OFFER = "The first round is slow; press right for none."
"""What is said of a slow round."""
OFFER_PLATE = pygame.Rect(382, 282, 246, 0)
"""Position and width of the plate of that sentence, px."""
OFFER_LINE = 11
"""Height of a line of it, px."""
MEDAL_X = 182
"""Column of the medals from the left edge of the rows, px."""


class Practice(MenuState):
    """Up and down choose the section, left and right the rate; a section's own key begins it at once."""

    title = "PRACTICE"
    column = Column(left=40, top=76, width=276, seen=15)

    def __init__(self, app: AppContext, choice: SectionChoice) -> None:
        super().__init__(app)
        self.paused = choice.paused
        self.back = choice.paused or Transition("menu")
        self._first = SECTION_IDS.index(choice.section) if choice.section in SECTION_IDS else 0
        self._rate = RATES_PERMILLE.index(app.settings.play.rate_permille)
        self._slow_first = False
        self._progress = SectionProgress(app)

    def enter(self, wall_us: Micros) -> None:
        """Begin at the section that was named."""
        self._choose(self._first, 1)

    def rows(self) -> Sequence[Row]:
        """Return the sections in the order of the run."""
        rate = SLOW_FIRST if self._slow_first else f"{RATES_PERMILLE[self._rate] / 10:g} %"
        pad = self.app.device is InputDevice.PAD
        return [
            Row(
                minigame.spec.title,
                rate if place == self.chosen else "",
                moves=True,
                key="" if pad else KEYS[place],
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
        self._choose(place, 1)
        self.confirm()

    def draw_ground(self, canvas: pygame.Surface, wall_us: Micros, poll: Poll) -> None:
        """Draw a still of the chosen section."""
        draw_beside(self.app, canvas, self.column.left + self.column.width + PANEL_MARGIN, SECTION_IDS[self.chosen])
        poll()

    def draw_more(self, canvas: pygame.Surface, wall_us: Micros) -> None:
        """Draw the subtitle, each section's medal and best grade, and the chosen section's keys."""
        write(canvas, self.app.fonts, SUBTITLE, SUBTITLE_AT, Style(Face.SMALL, FADED))
        for place, section in enumerate(SECTION_IDS):
            top = self.column.top + place * ROW_HEIGHT
            medal = self._progress.medal(section)
            draw_medal(canvas, (self.column.left + MEDAL_X, top + 7), str(medal.grade), medal.starred)
            if place != self.chosen:
                right = (self.column.left + self.column.width - 10, top + 4)
                words = self._progress.best_in_words(section)
                write(canvas, self.app.fonts, words, right, Style(Face.SMALL, FADED, Align.RIGHT))
        draw_instructions(self.app, canvas, SECTIONS[self.chosen].spec)
        if self._slow_first:
            new = self._progress.new_kinds(SECTIONS[self.chosen].spec)
            draw_offer(canvas, self.app.fonts, f"New: {', '.join(kind.title for kind in new)}. {OFFER}")

    def _choose(self, place: int, direction: int) -> None:
        """Choose a section; one with a kind never hit offers a slow round first."""
        super()._choose(place, direction)
        self._slow_first = self._has_new_kinds()

    def move(self, steps: int) -> None:
        """Choose the rate; left of the slowest is a slow round first, where there is a kind never hit."""
        if self._slow_first:
            self._slow_first = steps < 0
        elif steps < 0 and self._rate == 0:
            self._slow_first = self._has_new_kinds()
        else:
            self._rate = max(0, min(len(RATES_PERMILLE) - 1, self._rate + steps))

    def _has_new_kinds(self) -> bool:
        return bool(self._progress.new_kinds(SECTIONS[self.chosen].spec))

    def practise(self) -> None:
        """Choose the next section."""
        self._choose(self.chosen + 1, 1)

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
        plan = RunPlan(Mode.PRACTICE, Difficulty(play.difficulty), section, options_from(play))
        self.transition = Transition("loading", slow_round_before(plan) if self._slow_first else plan)


def slow_round_before(plan: RunPlan) -> RunPlan:
    """Return a round at the slowest rate that leads to a plan."""
    return replace(plan, options=replace(plan.options, rate_permille=RATES_PERMILLE[0]), then=plan)


def draw_offer(canvas: pygame.Surface, fonts: Fonts, words: str) -> None:
    """Draw a sentence on a plate beside the rows."""
    lines = wrapped(fonts, words, Face.SMALL, OFFER_PLATE.width - 20)
    draw_plate(canvas, pygame.Rect(OFFER_PLATE.topleft, (OFFER_PLATE.width, OFFER_LINE * len(lines) + 12)))
    for place, line in enumerate(lines):
        at = (OFFER_PLATE.x + 10, OFFER_PLATE.y + 6 + OFFER_LINE * place)
        write(canvas, fonts, line, at, Style(Face.SMALL, SUN))
