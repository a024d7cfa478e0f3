"""The main menu."""

from collections.abc import Sequence

import pygame

from game.content.daily import Daily
from game.platform.input.bindings import MenuAction
from game.sim.chart import Difficulty
from game.states.context import AppContext
from game.states.menus.assist_words import assists_in_words
from game.states.menus.menu_backdrop import draw_logo
from game.states.menus.menu_state import MenuState, hint, practice_hint
from game.states.menus.packs import other_pack
from game.states.menus.records.goals import collected_of, goal_in_words, next_goal
from game.states.menus.road_record import RoadRecord
from game.states.menus.setup.detour import Detour
from game.states.menus.today import today_in_words, today_of, today_plan, today_road_in_words, today_road_plan
from game.states.run.run_plan import SectionChoice, options_from
from game.states.transitions import QUIT, Transition
from game.timing.units import Micros
from game.view.ui.fonts import Face
from game.view.ui.goal_card import draw_goal, draw_today
from game.view.ui.menu import Column, KeyHelp, Row
from game.view.ui.text import Style, write
from game.view.ui.ui_colors import EMBER

ORDER = tuple(Difficulty)
"""Difficulties in the order of the menu."""
LONGEST_TITLE = 24
"""Most letters of a pack's title beside its row."""
TODAY = 2
"""Place of the row of today."""
LOGO_AT = (32, 12)
"""Position of the logo, px."""
ASSISTS_AT = (50, 112)
"""Position of the line of assists, px."""


class MainMenu(MenuState):
    """The first row starts a run; left and right choose its difficulty."""

    column = Column(left=40, top=126, width=300)
    back: Transition = Transition("title")

    def __init__(self, app: AppContext) -> None:
        super().__init__(app)
        collected = collected_of(app)
        goal = next_goal(collected)
        self._goal = "" if goal is None else goal_in_words(goal, collected)
        self._road = RoadRecord(app)
        self._today: Daily | None = None
        self._today_in_words = ""
        self._road_in_words = ("", "")
        """What today's Road work is, on two lines."""
        self._road_today = False
        """Whether the row of today leads to its Road work."""
        self._read_today()

    def advance(self, wall_us: Micros) -> None:
        """Name today's section once the content is loaded."""
        if self._today is None:
            self._read_today()

    def _read_today(self) -> None:
        self._today = today_of(self.app)
        if self._today is not None:
            self._today_in_words = today_in_words(self.app, self._today)
            self._road_in_words = today_road_in_words(self.app, self._today)

    def rows(self) -> Sequence[Row]:
        """Return the rows."""
        pack = other_pack(self.app)
        return (
            Row("Run", self.app.settings.play.difficulty.capitalize(), moves=True),
            Row("Road work", self._road.words()),
            Row("Today", "Road work" if self._road_today else self._today_in_words, moves=True),
            Row("Practice"),
            Row("Packs", "" if pack is None else pack.title[:LONGEST_TITLE]),
            Row("Scores"),
            Row("The gym's board"),
            Row("Statistics"),
            Row("Settings"),
            Row("Calibrate"),
            Row("Credits"),
            Row("Quit"),
        )

    def confirm(self) -> None:
        """Open what the chosen row names."""
        plan = self.app.montage_plan()
        self.transition = (
            Transition("loading", plan),
            Transition("loading", self.app.road_plan()),
            self._to_today(),
            Transition("practice", SectionChoice()),
            Transition("packs"),
            Transition("scores"),
            Transition("wall"),
            Transition("statistics"),
            Transition("settings", Detour()),
            Transition("calibrate"),
            Transition("credits"),
            QUIT,
        )[self.chosen]

    def move(self, steps: int) -> None:
        """Choose the difficulty."""
        if self.chosen == 0:
            place = ORDER.index(Difficulty(self.app.settings.play.difficulty)) + steps
            self.app.change("play", difficulty=str(ORDER[max(0, min(len(ORDER) - 1, place))]))
        elif self.chosen == TODAY:
            self._road_today = steps > 0

    def _to_today(self) -> Transition:
        if self._today is None:
            return Transition("menu")
        plan = (today_road_plan if self._road_today else today_plan)(self.app, self._today)
        return Transition("loading", plan)

    def draw_more(self, canvas: pygame.Surface, wall_us: Micros) -> None:
        """Write the active assists above the rows."""
        words = assists_in_words(options_from(self.app.settings.play))
        write(canvas, self.app.fonts, words, ASSISTS_AT, Style(Face.SMALL, EMBER))
        if self._road_today and self.chosen == TODAY:
            draw_today(canvas, self.app.fonts, self._road_in_words)
        if self._goal:
            draw_goal(canvas, self.app.fonts, self._goal)

    def draw_head(self, canvas: pygame.Surface) -> None:
        """Draw the logo."""
        draw_logo(self.app, canvas, LOGO_AT)

    def hints(self) -> Sequence[KeyHelp]:
        """Return the hints of the keys."""
        app = self.app
        return (
            hint(app, MenuAction.CONFIRM, "choose"),
            hint(app, MenuAction.RIGHT, "Road work" if self.chosen == TODAY else "harder"),
            hint(app, MenuAction.BACK, "title"),
            practice_hint(app),
            KeyHelp("F11", "full screen"),
            KeyHelp("F12", "picture"),
        )
