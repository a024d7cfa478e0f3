"""Reflections of the river on the near wall, in daylight and in the dark, and highlights on wet stones.

They move by seconds of song time with incommensurable periods, so that nothing on screen gives the beat away.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import sin
from pathlib import Path

import pygame

from game.minigames.bridge.near_wall import NearWall
from game.view.canvas.color import Color
from game.view.canvas.easing import clamp
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
COOL: Color = (150, 190, 226)
"""Color of the reflections in the dark."""
GOLDEN: Color = (255, 206, 120)
"""The same on a great run."""
GOLDEN_FROM, GOLDEN_AT = 1.0, 3.0
"""Warmth from which they turn golden, and at which they are."""
SUNLIT: Color = (190, 168, 124)
"""Color of the reflections in daylight."""
COOL_TIMES, SUNLIT_TIMES = 2, 1
"""Their strength in times of the stone's own color: in the dark the wall is darker too."""
APART_PX = 150
"""Distance between reflections along the wall, px."""
ROWS = (64, 138)
"""Screen rows in which they lie."""
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
STONE: Color = (112, 140, 164)
"""Color of highlights."""
FAINTEST = 0.08
"""Strength of a highlight below which it is not drawn, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Stone:
    """A highlight: turns of its swelling a second and at the start (radians), how much longer than the shortest it
    gets, its row below his feet and its column on the lane (px).
    """

    speed: float
    phase: float
    length: float
    row: float
    x: float


def draw_dim_light(context: DrawContext, pictures: Pictures, wall: NearWall, feet: float, strength: float) -> None:
    """Add the light that is left in the dark, at a strength of 0 to 1; `feet` is the map row of his feet."""
    step = round(STEPS * strength)
    if step <= 0:
        return
    sheet, seconds = pictures.get(RIPPLES), context.now.us / 1e6
    if sheet is not None:
        golden = round(STEPS * clamp((context.warmth - GOLDEN_FROM) / (GOLDEN_AT - GOLDEN_FROM)))
        draw_ripples(context, wall, sheet, (tint_of(step, golden), COOL_TIMES))
    _stones(context, feet, seconds, step / STEPS)


def draw_sunlit_ripples(context: DrawContext, pictures: Pictures, wall: NearWall, strength: float) -> None:
    """Add the reflections in daylight, at a strength of 0 to 1."""
    sheet, step = pictures.get(RIPPLES), round(STEPS * strength)
    if sheet is not None and step > 0:
        tint = (SUNLIT[0] * step // STEPS, SUNLIT[1] * step // STEPS, SUNLIT[2] * step // STEPS)
        draw_ripples(context, wall, sheet, (tint, SUNLIT_TIMES))


def tint_of(step: int, golden: int) -> Color:
    """Return the color of the reflections in the dark: `step` tenths strong, `golden` tenths golden."""
    red, green, blue = (
        (cool * (STEPS - golden) + gold * golden) * step // STEPS**2 for cool, gold in zip(COOL, GOLDEN, strict=True)
    )
    return red, green, blue


def draw_ripples(context: DrawContext, wall: NearWall, sheet: pygame.Surface, light: tuple[Color, int]) -> None:
    """Add the reflections to the stone of the wall, in a color and so many times as strong as the stone's own."""
    (tint, times), seconds = light, context.now.us / 1e6
    first = int((context.lens.x * wall.parallax - CEL_PX[0]) // APART_PX)
    for number in range(first, first + WIDTH // APART_PX + 3):
        sway = chance(number, 0, 5) * 6
        cel = int(3.1 * seconds + 1.7 * sin(0.83 * seconds + sway) + 8 * chance(number, 1, 5)) % CELS
        x = round(number * APART_PX + 46 * chance(number, 2, 5))
        row = round(ROWS[0] + (ROWS[1] - ROWS[0]) * chance(number, 3, 5))
        moved = (round(7 * sin(0.41 * seconds + sway)), round(4 * sin(0.57 * seconds + sway)))
        wall.add(context, ripple_of(sheet, cel, tint), ((x, row), moved), times)


def _stones(context: DrawContext, feet: float, seconds: float, strength: float) -> None:
    first = int(context.lens.x // CELL_PX)
    for cell in range(first, first + WIDTH // CELL_PX + 2):
        for stone in stones_of(cell):
            swell = 0.5 + 0.5 * sin(stone.speed * seconds + stone.phase)
            light = strength * swell**2
            if light >= FAINTEST:
                wide = round(STONE_PX[0] + stone.length * (0.6 + 0.4 * swell))
                corner = (context.lens.column(stone.x), context.lens.row(feet + stone.row))
                red, green, blue = (round(part * light) for part in STONE)
                context.target.fill((red, green, blue), (*corner, wide, 1), special_flags=pygame.BLEND_RGB_ADD)


@lru_cache(maxsize=128)
def stones_of(cell: int) -> tuple[Stone, ...]:
    """Return the highlights of a cell of the floor."""
    found = []
    for number in range(STONES_A_CELL):
        speed, phase, length, row, x = (chance(cell, number, salt) for salt in range(11, 16))
        length *= STONE_PX[1] - STONE_PX[0]
        row = STONE_ROWS[0] + (STONE_ROWS[1] - STONE_ROWS[0]) * row
        found.append(Stone(0.6 + 0.9 * speed, 6 * phase, length, row, CELL_PX * (cell + x)))
    return tuple(found)


@cached_by_picture(maxsize=CELS * 4)
def ripple_of(sheet: pygame.Surface, cel: int, tint: Color) -> pygame.Surface:
    """Return a frame of the reflections in a color."""
    picture = pygame.Surface(CEL_PX, 0, 32)
    picture.blit(sheet, (0, 0), (cel * CEL_PX[0], 0, *CEL_PX))
    picture.fill(tint, special_flags=pygame.BLEND_RGB_MULT)
    return picture
