"""Dim light in the bridge's silence: moving reflections of the river on the vault, and highlights on wet stones.

It moves by seconds of song time with incommensurable periods, so that nothing on screen gives the beat away.
"""

from math import sin
from pathlib import Path

import pygame

from game.view.canvas.lens import WIDTH
from game.view.canvas.particles import chance
from game.view.canvas.pictures import Pictures, cached_by_picture
from game.view.film.draw_context import DrawContext

RIPPLES = Path("backdrops/bridge/props/caustics.png")
"""Sheet of the reflections."""
CELS = 8
"""Frames in the sheet."""
CEL_PX = (190, 84)
"""Width and height of a frame, px."""
COOL = (150, 190, 226)
"""Color that tints the reflections in the dark."""
APART_PX = 150
"""Distance between reflections along the wall, px."""
ROWS = (64, 138)
"""Screen rows in which they lie."""
PARALLAX = 0.7949
"""Parallax of the wall."""
STEPS = 10
"""Steps of strength."""
CELL_PX = 40
"""Width of a cell of the floor that holds highlights, px."""
STONES_A_CELL = 3
"""Highlights in a cell."""
STONE_ROWS = (10, 46)
"""Rows below his feet in which highlights lie."""
STONE_PX = (5, 26)
"""Lengths of highlights, px."""
STONE = (112, 140, 164)
"""Color of highlights."""


def draw_dim_light(context: DrawContext, pictures: Pictures, feet: float, strength: float) -> None:
    """Add the light at a strength of 0 to 1; `feet` is the map row of his feet."""
    step = round(STEPS * strength)
    if step <= 0:
        return
    seconds = context.now.us / 1e6
    _ripples(context, pictures.get(RIPPLES), seconds, step)
    _stones(context, feet, seconds, step / STEPS)


def _ripples(context: DrawContext, sheet: pygame.Surface | None, seconds: float, step: int) -> None:
    if sheet is None:
        return
    first = int((context.lens.x * PARALLAX - CEL_PX[0]) // APART_PX)
    for number in range(first, first + WIDTH // APART_PX + 3):
        sway = chance(number, 0, 5) * 6
        cel = int(3.1 * seconds + 1.7 * sin(0.83 * seconds + sway) + 8 * chance(number, 1, 5)) % CELS
        x = number * APART_PX + 46 * chance(number, 2, 5) + 7 * sin(0.41 * seconds + sway)
        row = ROWS[0] + (ROWS[1] - ROWS[0]) * chance(number, 3, 5) + 4 * sin(0.57 * seconds + sway)
        at = (context.lens.column(x, PARALLAX), context.lens.row(row))
        context.target.blit(ripple_of(sheet, cel, step), at, special_flags=pygame.BLEND_RGB_ADD)


def _stones(context: DrawContext, feet: float, seconds: float, strength: float) -> None:
    first = int(context.lens.x // CELL_PX)
    for cell in range(first, first + WIDTH // CELL_PX + 2):
        for stone in range(STONES_A_CELL):
            swell = 0.5 + 0.5 * sin((0.6 + 0.9 * chance(cell, stone, 11)) * seconds + 6 * chance(cell, stone, 12))
            light = strength * swell**2
            if light < 0.08:
                continue
            wide = round(STONE_PX[0] + (STONE_PX[1] - STONE_PX[0]) * chance(cell, stone, 13) * (0.6 + 0.4 * swell))
            row = feet + STONE_ROWS[0] + (STONE_ROWS[1] - STONE_ROWS[0]) * chance(cell, stone, 14)
            corner = (context.lens.column(cell * CELL_PX + CELL_PX * chance(cell, stone, 15)), context.lens.row(row))
            red, green, blue = (round(part * light) for part in STONE)
            context.target.fill((red, green, blue), (*corner, wide, 1), special_flags=pygame.BLEND_RGB_ADD)


@cached_by_picture(maxsize=CELS * STEPS)
def ripple_of(sheet: pygame.Surface, cel: int, step: int) -> pygame.Surface:
    """Return a frame of the reflections, tinted, at `step` tenths of its strength."""
    picture = pygame.Surface(CEL_PX, 0, 32)
    picture.blit(sheet, (0, 0), (cel * CEL_PX[0], 0, *CEL_PX))
    red, green, blue = (part * step // STEPS for part in COOL)
    picture.fill((red, green, blue), special_flags=pygame.BLEND_RGB_MULT)
    return picture
