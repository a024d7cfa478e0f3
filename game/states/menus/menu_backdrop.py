"""What lies behind the menus: the yard before dawn, as the run itself will show it, or a plain dawn until that is
loaded.
"""

from fractions import Fraction

import pygame

from game.errors import GameError
from game.sim.session import Session
from game.states.context import Desk, Stock
from game.timing.units import Micros, ms
from game.view.ui.dawn import paint_dawn
from game.view.ui.logo import paint_logo
from game.view.ui.menu import paint_dusk, paint_panel, shade
from game.view.canvas.moment import Moment
from game.view.ui.ui_colors import NIGHT

STILL = "backdrop still"
DAWN = "dawn"
LOGO = "logo"
DUSK = "dusk"
DUSK_WIDTH = 420
MENU_SHADE = 70
FIGHTER_X, STILL_BEAT = 290, Fraction(23, 4)
"""About where a still has the fighter, and the beat of its section that it shows."""
ENDING_US = ms(20)
BEFORE_US = ms(1300)
"""How long before the first beat the still is taken: the light is up, and the fighter is still on his stoop."""


def draw_backdrop(desk: Desk, canvas: pygame.Surface, wall_us: Micros, alpha: int = MENU_SHADE) -> None:
    """Draw the ground of a menu, darkened by `alpha`."""
    canvas.blit(_picture(desk), (0, 0))
    if alpha:
        shade(canvas, canvas.get_rect(), alpha)


def draw_beside(desk: Desk, canvas: pygame.Surface, from_x: int, section: str | None = None) -> None:
    """Draw the yard, or the place of a section, beside a menu that ends at column `from_x`, with the fighter in the
    middle of what is seen.
    """
    still = None if section is None else _place(desk, section)
    middle = (from_x + canvas.get_width()) // 2
    canvas.fill(NIGHT)
    canvas.set_clip((from_x, 0, canvas.get_width() - from_x, canvas.get_height()))
    canvas.blit(still or _picture(desk), (middle - FIGHTER_X, 0))
    canvas.set_clip(None)


def paint_ending(desk: Desk) -> pygame.Surface:
    """Return the last picture of the run that has just been played, as it was played; the yard where none was."""
    stock = desk.stock.result
    if stock is None:
        return _picture(desk)
    return _still_at(stock, desk, stock.chart.end_us - ENDING_US)


def draw_panel(desk: Desk, canvas: pygame.Surface, width: int) -> None:
    """Draw the film strip on which menus are written, `width` pixels and its perforation."""
    name = f"panel {width}"
    if name not in desk.art:
        desk.art[name] = paint_panel(width)
    canvas.blit(desk.art[name], (0, 0))


def draw_logo(desk: Desk, canvas: pygame.Surface, at: tuple[int, int]) -> None:
    """Draw the logo, painted once."""
    if LOGO not in desk.art:
        desk.art[LOGO] = paint_logo()
    canvas.blit(desk.art[LOGO], at)


def draw_dusk(desk: Desk, canvas: pygame.Surface) -> None:
    """Draw the veil behind the logo."""
    if DUSK not in desk.art:
        desk.art[DUSK] = paint_dusk(DUSK_WIDTH)
    canvas.blit(desk.art[DUSK], (0, 0))


def _picture(desk: Desk) -> pygame.Surface:
    still = desk.art.get(STILL)
    if still is not None:
        return still
    stock = desk.stock.result
    if stock is not None:
        return desk.art.setdefault(STILL, _still_of(stock, desk))
    if DAWN not in desk.art:
        desk.art[DAWN] = paint_dawn()
    return desk.art[DAWN]


def _place(desk: Desk, section: str) -> pygame.Surface | None:
    """Return a still of a section, kept once it is drawn; None where what is loaded does not have the section."""
    name, stock = f"still {section}", desk.stock.result
    if name not in desk.art and stock is not None:
        part = next((part for part in stock.chart.sections if part.id == section), None)
        if part is None:
            return None
        time_us = stock.chart.tempo.to_us(part.start_beat + STILL_BEAT)
        desk.art[name] = _still_at(stock, desk, time_us)
    return desk.art.get(name)


def _still_of(stock: Stock, desk: Desk) -> pygame.Surface:
    """Draw one moment of the lead-in."""
    return _still_at(stock, desk, stock.chart.start_us - BEFORE_US)


def _still_at(stock: Stock, desk: Desk, time_us: Micros) -> pygame.Surface:
    """Draw one moment of the run; where that fails the plain dawn stays, and the run will say why."""
    canvas = pygame.Surface((640, 360), 0, 32)
    session = Session(stock.chart, desk.montage_plan().options, desk.makers.registry)
    try:
        stock.picture.draw(canvas, Moment(time_us, session.state), lambda: None)
    except GameError:
        return paint_dawn()
    return canvas
