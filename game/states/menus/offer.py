"""The screen before the first run: the four keys as pictures, one sentence, and the offer to calibrate."""

from collections.abc import Sequence

import pygame

from game.sim.actions import Verb
from game.sim.chart import Difficulty
from game.states.context import AppContext
from game.states.menus.menu_state import MenuState
from game.states.menus.setup.key_list import labels_of
from game.states.transitions import Transition
from game.timing.units import Micros
from game.view.ui.big_keycap import draw_big_keycap
from game.view.ui.fonts import Face
from game.view.ui.menu import Column, Row
from game.view.ui.text import Style, write
from game.view.ui.ui_colors import SUN

SENTENCE = "Left and right take turns."
"""All that has to be known before the first run."""
SENTENCE_AT = (40, 66)
"""Position of the sentence, px."""
CAPS_AT = {Verb.LEFT: (120, 168), Verb.UP: (230, 118), Verb.DOWN: (230, 168), Verb.RIGHT: (340, 168)}
"""Middle of each verb's keycap, px."""


class Offer(MenuState):
    """Shown once: running is the first answer, so that a first launch takes two presses as well. The first run is on
    easy."""

    title = "BEFORE YOU RUN"
    column = Column(left=40, top=240, width=420)
    back: Transition = Transition("title")

    def rows(self) -> Sequence[Row]:
        """Return the two answers."""
        return (Row("Run"), Row("Calibrate first (30 s, for wireless headphones)"))

    def confirm(self) -> None:
        """Take the answer, and do not ask again."""
        self.app.change("play", difficulty=str(Difficulty.EASY))
        self.app.change("timing", calibrated=True)
        self.transition = (Transition("loading", self.app.montage_plan()), Transition("calibrate"))[self.chosen]

    def draw_more(self, canvas: pygame.Surface, wall_us: Micros) -> None:
        """Draw the sentence and the keys."""
        write(canvas, self.app.fonts, SENTENCE, SENTENCE_AT, Style(Face.BODY, SUN))
        for verb, label in key_of_each_verb(self.app).items():
            draw_big_keycap(canvas, self.app.fonts, label, verb.name.lower(), CAPS_AT[verb])


def key_of_each_verb(app: AppContext) -> dict[Verb, str]:
    """Return the label of the first key or button of each verb, on the device that was last used."""
    return {verb: next(iter(labels_of(app, verb.name.lower())), "-") for verb in CAPS_AT}
