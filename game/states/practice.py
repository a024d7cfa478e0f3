"""The choice of what to practise: any section, at any rate there is a mix for, looped until it is left."""

from collections.abc import Sequence
from dataclasses import replace

import pygame

from game.minigames.manifest import MINIGAMES
from game.sim.chart import Difficulty
from game.sim.options import RATES_PERMILLE
from game.sim.spec import CueKind, Hold, MinigameSpec
from game.states.desk import Desk
from game.states.destinations import ToRun
from game.states.menu_state import MenuState, hint
from game.states.plan import Mode, RunPlan, options_from
from game.timing.units import Micros
from game.view.fonts import Face
from game.view.menu import Column, Row
from game.view.text import Style, wrapped, write
from game.view.tints import SUN

SECTIONS = tuple(MINIGAMES.values())
SECTION_IDS = tuple(MINIGAMES)
KEYS_AT = (50, 300)


class Practice(MenuState):
    """Up and down choose the section, left and right the rate."""

    title = "PRACTICE"
    column = Column(left=40, top=66, width=380, seen=15)

    def __init__(self, desk: Desk, section: str | None = None) -> None:
        super().__init__(desk)
        self._first = SECTION_IDS.index(section) if section in SECTION_IDS else 0
        self._rate = RATES_PERMILLE.index(desk.settings.play.rate_permille)

    def enter(self, wall_us: Micros) -> None:
        """Begin at the section that was named."""
        self.chosen = self._first

    def rows(self) -> Sequence[Row]:
        """Return the sections in the order of the run."""
        rate = f"{RATES_PERMILLE[self._rate] / 10:g} %"
        return [
            Row(f"{place:2} {minigame.spec.title}", rate if place - 1 == self.chosen else "", moves=True)
            for place, minigame in enumerate(SECTIONS, 1)
        ]

    def draw_more(self, canvas: pygame.Surface, wall_us: Micros) -> None:
        """Say what the chosen section asks for, and by which keys."""
        words = keys_of(self.desk, SECTIONS[self.chosen].spec)
        for place, line in enumerate(wrapped(self.desk.fonts, words, Face.BODY, self.column.width)):
            write(canvas, self.desk.fonts, line, (KEYS_AT[0], KEYS_AT[1] + 14 * place), Style(Face.BODY, SUN))

    def move(self, steps: int) -> None:
        """Choose the rate."""
        self._rate = max(0, min(len(RATES_PERMILLE) - 1, self._rate + steps))

    def practise(self) -> None:
        """The key that led here goes on to the next section."""
        self.chosen = (self.chosen + 1) % len(SECTIONS)

    def confirm(self) -> None:
        """Practise the chosen section."""
        play = replace(self.desk.settings.play, rate_permille=RATES_PERMILLE[self._rate])
        section = SECTIONS[self.chosen].spec.id
        self.goto = ToRun(RunPlan(Mode.PRACTICE, Difficulty(play.difficulty), section, options_from(play)))


def keys_of(desk: Desk, spec: MinigameSpec) -> str:
    """Return every kind of cue of an exercise with the keys or buttons that answer it."""
    if spec.borrows:
        return "Whatever has been run before, in its order."
    return ",  ".join(f"{kind.name.replace('_', ' ')} {_keys_of(desk, kind)}" for kind in spec.cues)


def _keys_of(desk: Desk, kind: CueKind) -> str:
    keys = (" + " if kind.chord else " or ").join(hint(desk, verb.name.lower(), "").key for verb in kind.verbs)
    return f"{keys} held" if kind.hold is not Hold.NONE else keys
