"""Lamps in cages on the near wall, in the dark under the bridge: each lights the stone about it, its own glass, and a
streak on the wet road; and a rat that looks into the light.

They burn steadily: nothing here may give the beat away. On a poor run only every other one burns.
"""

from functools import lru_cache
from math import sin

import numpy as np
import pygame

from game.minigames.bridge.near_wall import NearWall
from game.view.canvas.color import Color
from game.view.canvas.easing import Shares, clamp
from game.view.canvas.lens import LEAD_X, WIDTH
from game.view.canvas.light import glow_of
from game.view.canvas.particles import chance
from game.view.film.draw_context import DrawContext
from game.view.place.place import Place

LAMP = "cage-lamp-"
"""Beginning of the names of the marks at which lamps hang."""
POOL_PX = (300, 236)
"""Width and height of the light on the wall, px."""
POOL_UP = 0.36
"""Share of its height that lies above the lamp."""
WARM: Color = (255, 176, 84)
"""Color of the light."""
FALL = 1.9
"""Power by which the light falls off towards the edge of its pool."""
GAIN = 9.0
"""Strength of the light beside the lamp, in times of the stone's own color."""
MOST = 96.0
"""Most that it adds, 0 to 255: white paint on the stone must not outshine the runner."""
HALO_PX, HALO_STEP, HALO = 26, 13, (150, 104, 48)
"""Radius of the glow around the glass, px; its step of sixteen; its color."""
ALL_FROM, EVERY_OTHER_UP_TO = 0.9, 0.3
"""Warmth from which on all lamps burn, and up to which every other one is out."""
STREAK_ROWS = (14, 42)
"""Rows below his feet in which a lamp is mirrored."""
STREAK: Color = (196, 138, 70)
"""Color of the mirrored lamp."""
RAT_PX = (-62, -4)
"""Place of the rat's eyes from under a lamp: across, and over the foot of the wall, px."""
RAT_EYES: Color = (232, 196, 120)
"""Color of its eyes."""
SHY_PX = 96
"""It is gone when he is so near, px."""


class CageLamps:
    """The lamps of a place, with their light on its wall."""

    def __init__(self, place: Place, wall: NearWall) -> None:
        marks = [place.marks[name] for name in sorted(place.marks) if name.startswith(LAMP)]
        self._wall = wall
        self._pools = [(mark, pool_on(wall, (mark.x, mark.row))) for mark in marks]

    def draw(self, context: DrawContext, feet: float) -> None:
        """Add the light of the lamps in view; `feet` is the map row of the fighter's feet."""
        most = clamp((context.warmth - EVERY_OTHER_UP_TO) / (ALL_FROM - EVERY_OTHER_UP_TO))
        for number, (mark, pool) in enumerate(self._pools):
            x, row = context.lens.column(mark.x, mark.parallax), context.lens.row(mark.row)
            if pool is None or not -POOL_PX[0] < x < WIDTH + POOL_PX[0] or (number % 2 and most < 0.5):
                continue
            corner = (x - POOL_PX[0] // 2, row - round(POOL_PX[1] * POOL_UP))
            context.target.blit(pool, corner, special_flags=pygame.BLEND_RGB_ADD)
            halo = glow_of(HALO_PX, HALO, HALO_STEP)
            context.target.blit(halo, (x - HALO_PX, row - HALO_PX), special_flags=pygame.BLEND_RGB_ADD)
            _streak(context, x, feet, number)
            _rat(context, (x + RAT_PX[0], context.lens.row(feet) + RAT_PX[1]), number)


def pool_on(wall: NearWall, at: tuple[float, float]) -> pygame.Surface | None:
    """Return a lamp's light on the stone around a pixel of the wall, to be added."""
    left, top = at[0] - POOL_PX[0] // 2, at[1] - round(POOL_PX[1] * POOL_UP)
    stone = wall.part(POOL_PX, left, top)
    if stone is None:
        return None
    pool = pygame.Surface(POOL_PX, 0, 32)
    lit = pygame.surfarray.array3d(stone) * falloff()[:, :, None] * (np.array(WARM) * GAIN / 255)
    pygame.surfarray.blit_array(pool, np.minimum(MOST, lit).astype(np.uint8))
    return pool


def falloff() -> Shares:
    """Return how much of a lamp's light each pixel of its pool gets, 0 to 1, columns by rows: most below it, none at
    the edge.
    """
    across = (np.arange(POOL_PX[0]) + 0.5) / POOL_PX[0] * 2 - 1
    rows = (np.arange(POOL_PX[1]) + 0.5) / POOL_PX[1]
    down = np.where(rows < POOL_UP, (rows - POOL_UP) / POOL_UP, (rows - POOL_UP) / (1 - POOL_UP))
    light: Shares = np.clip(1.0 - np.hypot(across[:, None], down[None, :]), 0.0, 1.0) ** FALL
    return light


def _streak(context: DrawContext, column: int, feet: float, lamp: int) -> None:
    """Draw the lamp in the wet road: short dashes below one another that waver slowly."""
    seconds = context.now.us / 1e6
    for row, wide, aside, tone in dashes_of(lamp):
        area = (
            column - wide + round(2.4 * sin(0.9 * seconds + row) + aside),
            context.lens.row(feet + row),
            2 * wide,
            1,
        )
        context.target.fill(tone, area, special_flags=pygame.BLEND_RGB_ADD)


@lru_cache(maxsize=16)
def dashes_of(lamp: int) -> tuple[tuple[int, int, float, Color], ...]:
    """Return the dashes of a lamp's streak: rows below his feet, half widths, px aside, and colors."""
    found = []
    for row in range(*STREAK_ROWS, 3):
        share = (row - STREAK_ROWS[0]) / (STREAK_ROWS[1] - STREAK_ROWS[0])
        wide = round((13 - 7 * share) * (0.5 + 0.5 * chance(lamp, row, 3)))
        red, green, blue = (round(part * (0.62 - 0.44 * share)) for part in STREAK)
        found.append((row, wide, 5 * (chance(lamp, row, 4) - 0.5), (red, green, blue)))
    return tuple(found)


def _rat(context: DrawContext, at: tuple[int, int], lamp: int) -> None:
    """Draw the eyes of a rat at a screen pixel: they close now and then, and are gone when he comes near."""
    seconds = context.now.us / 1e6
    awake = sin(0.7 * seconds + 2 * lamp) + sin(1.9 * seconds + lamp) > -1.2
    if awake and abs(at[0] - LEAD_X) > SHY_PX:
        for eye in (0, 4):
            context.target.fill(RAT_EYES, (at[0] + eye, at[1], 2, 1))
