"""The background of the menus: a still of the run's lead-in, or one from a file until the content is loaded."""

from fractions import Fraction

import pygame

from game.errors import ContentError, GameError
from game.states.context import AppContext
from game.states.loading import LoadedContent
from game.timing.units import Micros, ms
from game.view.canvas.pictures import load_picture
from game.view.ui.logo import paint_logo
from game.view.ui.menu import paint_dusk, paint_panel, shade
from game.view.ui.ui_colors import NIGHT

STILL = "backdrop still"
"""Cache key of the still of the lead-in."""
LOADING_STILL = "loading still"
"""Cache key of the still that is shown until the content is loaded."""
LOGO = "logo"
"""Cache key of the logo."""
DUSK = "dusk"
"""Cache key of the darkening of the left side."""
DUSK_WIDTH = 420
"""Width of the darkening, px."""
MENU_SHADE = 70
"""Default darkening of a menu's background, 0 to 255."""
FIGHTER_X = 290
"""Column at which a still shows the fighter, px, roughly."""
STILL_BEAT = Fraction(23, 4)
"""The beat of its section that a still shows."""
ENDING_US = ms(20)
"""Time before the end of the song that the last still shows, microseconds."""
BEFORE_US = ms(1300)
"""Time before the first beat that the still shows, microseconds: it is light, and the fighter has not started."""


def draw_backdrop(app: AppContext, canvas: pygame.Surface, wall_us: Micros, alpha: int = MENU_SHADE) -> None:
    """Draw the background of a menu, darkened by `alpha`."""
    canvas.blit(_picture(app), (0, 0))
    if alpha:
        shade(canvas, canvas.get_rect(), alpha)


def still(app: AppContext) -> pygame.Surface:
    """Return a still of the lead-in of what is loaded, or the painted one until then."""
    return _picture(app)


def draw_beside(app: AppContext, canvas: pygame.Surface, from_x: int, section: str | None = None) -> None:
    """Draw the still of the lead-in, or of a section, right of a menu that ends at column `from_x`, with
    the fighter in the middle of what is seen.
    """
    still = None if section is None else _place(app, section)
    middle = (from_x + canvas.get_width()) // 2
    canvas.fill(NIGHT)
    canvas.set_clip((from_x, 0, canvas.get_width() - from_x, canvas.get_height()))
    canvas.blit(still or _picture(app), (middle - FIGHTER_X, 0))
    canvas.set_clip(None)


def paint_ending(app: AppContext) -> pygame.Surface:
    """Return the last picture of the run that was just played, or the still of the lead-in where none was."""
    loaded = app.loaded.result
    if loaded is None:
        return _picture(app)
    return _still_at(loaded, loaded.chart.end_us - ENDING_US)


def draw_panel(app: AppContext, canvas: pygame.Surface, width: int) -> None:
    """Draw the panel behind the rows of a menu: `width` pixels with a perforated edge."""
    name = f"panel {width}"
    if name not in app.painted:
        app.painted[name] = paint_panel(width)
    canvas.blit(app.painted[name], (0, 0))


def draw_logo(app: AppContext, canvas: pygame.Surface, at: tuple[int, int]) -> None:
    """Draw the logo, painted once."""
    if LOGO not in app.painted:
        app.painted[LOGO] = paint_logo()
    canvas.blit(app.painted[LOGO], at)


def draw_dusk(app: AppContext, canvas: pygame.Surface) -> None:
    """Draw the dark gradient behind the logo."""
    if DUSK not in app.painted:
        app.painted[DUSK] = paint_dusk(DUSK_WIDTH)
    canvas.blit(app.painted[DUSK], (0, 0))


def _picture(app: AppContext) -> pygame.Surface:
    still = app.painted.get(STILL)
    if still is not None:
        return still
    loaded = app.loaded.result
    if loaded is not None:
        return app.painted.setdefault(STILL, _still_of(loaded))
    return loading_still(app)


def loading_still(app: AppContext) -> pygame.Surface:
    """Return the still that is shown while the game loads, read once; a dark picture where its file is missing."""
    if LOADING_STILL not in app.painted:
        try:
            app.painted[LOADING_STILL] = load_picture(app.loading_still).convert(32)
        except (ContentError, pygame.error):
            app.painted[LOADING_STILL] = _dark()
    return app.painted[LOADING_STILL]


def _dark() -> pygame.Surface:
    canvas = pygame.Surface((640, 360), 0, 32)
    canvas.fill(NIGHT)
    return canvas


def _place(app: AppContext, section: str) -> pygame.Surface | None:
    """Return a still of a section, kept once it is drawn; None where what is loaded does not have the section."""
    name, loaded = f"still {section}", app.loaded.result
    if name not in app.painted and loaded is not None:
        part = next((part for part in loaded.chart.sections if part.id == section), None)
        if part is None:
            return None
        time_us = loaded.chart.tempo.to_us(part.start_beat + STILL_BEAT)
        app.painted[name] = _still_at(loaded, time_us)
    return app.painted.get(name)


def _still_of(loaded: LoadedContent) -> pygame.Surface:
    """Draw one moment of the lead-in."""
    return _still_at(loaded, loaded.chart.start_us - BEFORE_US)


def _still_at(loaded: LoadedContent, time_us: Micros) -> pygame.Surface:
    """Draw one moment of the run, without keys; where that fails return a dark one: the run itself will report the
    error."""
    canvas = pygame.Surface((640, 360), 0, 32)
    loaded.picture.hints = None
    try:
        loaded.picture.draw(canvas, time_us, lambda: None)
    except GameError:
        return _dark()
    return canvas
