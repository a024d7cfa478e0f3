"""The statistics: three framed plots, one at a time, and the totals of all attempts beside them."""

from collections.abc import Sequence

import pygame

from game.errors import StorageError
from game.platform.input.bindings import MenuAction
from game.platform.input.input_events import ButtonEvent, PointerAction
from game.states.context import AppContext
from game.states.menus.menu_backdrop import draw_backdrop
from game.states.menus.menu_state import TITLE_AT, hint
from game.states.menus.section_titles import section_title
from game.states.protocols import Poll
from game.states.state import State
from game.states.transitions import Transition
from game.storage.history.collection import Totals
from game.storage.history.stats import LAST_ATTEMPTS, Stats, Timing, TrendPoint, stats_of
from game.timing.units import US_PER_SECOND, Micros
from game.view.ui.fonts import Face
from game.view.ui.menu import draw_hints, draw_title
from game.view.ui.plots import SectionSpread, draw_bars, draw_hands, draw_paper, draw_trend
from game.view.ui.text import Align, Style, write
from game.view.ui.ui_colors import CREAM, FADED, SUN

SHEET = pygame.Rect(196, 26, 424, 302)
"""Rectangle of the framed sheet, px."""
PLOT = pygame.Rect(236, 84, 344, 190)
"""Rectangle of a plot on it, px."""
FIGURES_TOP = 74
"""Screen row of the first total."""
LINE = 30
"""Distance between totals, px."""
SHEETS = ("Both hands", "By section", "The trend")
"""Titles of the sheets."""
EMPTY = "Nothing has been played yet. Run, and look again."
"""What is said without any attempt."""


class Statistics(State):
    """Left and right turn the sheets."""

    def __init__(self, app: AppContext) -> None:
        super().__init__(app)
        self.sheet = 0
        self.stats: Stats | None = None
        self.totals = Totals()
        try:
            self.stats = stats_of(app.history, world=app.world)
            self.totals = app.collection.totals()
        except StorageError as error:
            app.notify(str(error))

    def on_button(self, button_event: ButtonEvent) -> None:
        """Turn to another sheet, or go back."""
        match self.app.bindings.menu_action(button_event):
            case MenuAction.LEFT | MenuAction.UP:
                self.sheet = (self.sheet - 1) % len(SHEETS)
            case MenuAction.RIGHT | MenuAction.DOWN:
                self.sheet = (self.sheet + 1) % len(SHEETS)
            case MenuAction.BACK | MenuAction.CONFIRM:
                self.transition = Transition("menu")

    def on_pointer(self, action: PointerAction, at: tuple[int, int]) -> None:
        """A press turns to the next sheet."""
        if action is PointerAction.PRESSED:
            self.sheet = (self.sheet + 1) % len(SHEETS)
        else:
            super().on_pointer(action, at)

    def draw(self, canvas: pygame.Surface, wall_us: Micros, poll: Poll) -> None:
        """Draw the totals and a sheet."""
        fonts = self.app.fonts
        draw_backdrop(self.app, canvas, wall_us, 205)
        draw_title(canvas, fonts, "STATISTICS", (TITLE_AT[0] - 20, TITLE_AT[1]))
        for place, (value, name) in enumerate(figures(self.totals)):
            top = FIGURES_TOP + LINE * place
            write(canvas, fonts, value, (TITLE_AT[0] - 20, top), Style(Face.BODY, SUN))
            write(canvas, fonts, name, (TITLE_AT[0] - 20, top + 12), Style(Face.SMALL, FADED))
        poll()
        if self.stats is None or not self.stats.attempts:
            write(canvas, fonts, EMPTY, (SHEET.centerx, SHEET.centery), Style(Face.SMALL, CREAM, Align.CENTRE))
        else:
            self._draw_sheet(canvas, self.stats)
        hints = (hint(self.app, MenuAction.RIGHT, "next sheet"), hint(self.app, MenuAction.BACK, "back"))
        draw_hints(canvas, fonts, hints)

    def _draw_sheet(self, canvas: pygame.Surface, stats: Stats) -> None:
        fonts = self.app.fonts
        note = (hands_in_words(stats), sections_in_words(stats), trend_in_words(stats))[self.sheet]
        draw_paper(canvas, fonts, SHEET, SHEETS[self.sheet], note)
        match self.sheet:
            case 0:
                draw_hands(canvas, fonts, PLOT, stats.histogram)
            case 1:
                draw_bars(canvas, fonts, PLOT, [SectionSpread(name, *spread) for name, spread in by_section(stats)])
            case _:
                draw_trend(canvas, fonts, PLOT, [point.accuracy for point in trend_of(stats)])


def figures(totals: Totals) -> Sequence[tuple[str, str]]:
    """Return the totals and what each counts."""
    minutes = totals.played_us // (60 * US_PER_SECOND)
    return (
        (f"{totals.attempts:,}", "runs and rounds begun"),
        (f"{totals.finished:,}", "played to the end"),
        (f"{minutes // 60} h {minutes % 60:02} min", "on your feet"),
        (f"{totals.hits:,}", "hits"),
    )


def by_section(stats: Stats) -> Sequence[tuple[str, tuple[float, float]]]:
    """Return title, mean and spread in ms of each section with hits."""
    return [
        (section_title(section), (timing.bias_ms, timing.spread_ms))
        for section, timing in stats.by_section.items()
        if timing.hits
    ]


def hands_in_words(stats: Stats) -> str:
    """Return how early or late each hand comes."""
    left, right = (_side(stats.by_hand[name]) for name in ("left", "right"))
    return f"Left hand {left}, right hand {right}; the last {min(stats.attempts, LAST_ATTEMPTS)} attempts."


def sections_in_words(stats: Stats) -> str:
    """Return which section is hit most evenly, and which least."""
    sections = sorted(by_section(stats), key=lambda section: section[1][1])
    if len(sections) < 2:
        return "The bar is one spread to each side of the mean, in ms."
    return f"Steadiest: {sections[0][0]}. Widest: {sections[-1][0]}."


def trend_of(stats: Stats) -> Sequence[TrendPoint]:
    """Return the attempts in which a section was played to its end: one that was restarted sooner says nothing."""
    return [point for point in stats.trend if point.sections]


def trend_in_words(stats: Stats) -> str:
    """Return the accuracy of the first and the last attempt that is shown."""
    shown = trend_of(stats)
    if not shown:
        return "No section was played to its end yet."
    first, last = shown[0].accuracy * 100, shown[-1].accuracy * 100
    return f"Accuracy of the last {len(shown)} attempts: from {first:.0f} % to {last:.0f} %."


def _side(timing: Timing) -> str:
    if not timing.hits:
        return "never hit"
    if abs(timing.bias_ms) < 0.5:
        return "on the beat"
    return f"{abs(timing.bias_ms):.0f} ms {'early' if timing.bias_ms < 0 else 'late'}"
