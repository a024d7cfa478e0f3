"""The column of the museum's portico that passes behind him while the camera turns: it stands on its base, before the
seam between what is turned away and the city, and on the floor below it the one runs into the other.
"""

from functools import lru_cache

import numpy as np
import numpy.typing as npt
import pygame

from game.view.canvas.color import Color
from game.view.canvas.lens import HEIGHT, WIDTH
from game.view.figure.actor import draw_shadow

COLUMN_PX = 118
"""Width of the shaft, px."""
FLUTES = 18
"""Flutes on the visible half of it."""
FOOT = 314
"""Row of the base's foot: behind his feet."""
SHAFT_ENDS = 284
"""Row at which the shaft ends."""
TORUS_PX, PLINTH_PX = 15, 12
"""Heights of the round and of the square part of the base, px; between them is a groove."""
TORUS_BEYOND_PX, PLINTH_BEYOND_PX = 7, 12
"""How far they reach beyond the shaft on either side, px."""
FLOORS_MEET_PX = 150
"""Columns over which one floor runs into the other."""
KEY: Color = (255, 0, 255)
"""Color of what is no stone."""


def load_column(stone: Color) -> None:
    """Compute the column now, so that no frame waits for it."""
    column_of(stone)
    fading((FLOORS_MEET_PX, HEIGHT - SHAFT_ENDS))


def draw_column(target: pygame.Surface, column: int, stone: Color) -> None:
    """Draw the column with its middle at `column`."""
    picture = column_of(stone)
    left = column - picture.get_width() // 2
    if -picture.get_width() < left < WIDTH:
        draw_shadow(target, (column, FOOT + 2), picture.get_width() + 10)
        target.blit(picture, (left, 0))


def run_floors_together(target: pygame.Surface, edge: int) -> None:
    """Let the floor left of a column of the picture run out over what is right of it."""
    if not 0 < edge < WIDTH:
        return
    last = target.subsurface((edge - 1, SHAFT_ENDS, 1, HEIGHT - SHAFT_ENDS))
    floor = pygame.Surface((FLOORS_MEET_PX, last.get_height()), pygame.SRCALPHA, 32)
    floor.blit(pygame.transform.scale(last, floor.get_size()), (0, 0))
    floor.blit(fading(floor.get_size()), (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    target.blit(floor, (edge, SHAFT_ENDS))


@lru_cache(maxsize=1)
def fading(size: tuple[int, int]) -> pygame.Surface:
    """Return white whose opacity goes from whole at the left to none at the right."""
    white = pygame.Surface(size, pygame.SRCALPHA, 32)
    white.fill((255, 255, 255, 255))
    alphas = pygame.surfarray.pixels_alpha(white)
    alphas[:] = np.round(np.linspace(255, 0, size[0])).astype(np.uint8)[:, None]
    del alphas
    return white


@lru_cache(maxsize=2)
def column_of(stone: Color) -> pygame.Surface:
    """Return the column: a shaft whose flutes close up towards its sides, on a round and a square base; lit from the
    right.
    """
    width = COLUMN_PX + 2 * PLINTH_BEYOND_PX
    light = np.zeros((width, FOOT))
    shaft = slice(PLINTH_BEYOND_PX, PLINTH_BEYOND_PX + COLUMN_PX)
    light[shaft, :SHAFT_ENDS] = _fluted()[:, None]
    light[shaft, SHAFT_ENDS - 2 : SHAFT_ENDS] = 0.55
    torus = slice(PLINTH_BEYOND_PX - TORUS_BEYOND_PX, PLINTH_BEYOND_PX + COLUMN_PX + TORUS_BEYOND_PX)
    bulge = np.sin((np.arange(TORUS_PX) + 0.5) / TORUS_PX * np.pi)
    light[torus, SHAFT_ENDS : SHAFT_ENDS + TORUS_PX] = _round(COLUMN_PX + 2 * TORUS_BEYOND_PX)[:, None] * (
        0.66 + 0.34 * bulge * np.linspace(1.1, 0.6, TORUS_PX)
    )
    light[shaft, SHAFT_ENDS + TORUS_PX : FOOT - PLINTH_PX] = 0.5
    light[:, FOOT - PLINTH_PX :] = 0.8
    light[:, FOOT - PLINTH_PX] = 1.0
    light[:, FOOT - 2 :] = 0.6
    colors = np.clip(np.round(light * 24)[..., None] / 24 * np.array(stone), 0, 255).astype(np.uint8)
    picture = pygame.Surface(light.shape, 0, 32)
    pygame.surfarray.blit_array(picture, np.where((light > 0)[..., None], colors, np.array(KEY, np.uint8)))
    picture.set_colorkey(KEY, pygame.RLEACCEL)
    return picture


def _round(width: int) -> npt.NDArray[np.float64]:
    """Return the light across something round, 0 to 1."""
    across = (np.arange(width) + 0.5) / width * 2 - 1
    shade: npt.NDArray[np.float64] = 0.62 + 0.34 * np.clip(0.5 + 0.8 * across - 0.35 * across**2, 0, 1)
    return shade


def _fluted() -> npt.NDArray[np.float64]:
    """Return the light across the shaft, 0 to 1."""
    across = (np.arange(COLUMN_PX) + 0.5) / COLUMN_PX * 2 - 1
    flute = np.abs((np.arcsin(across) / np.pi + 0.5) * FLUTES % 1.0 - 0.5) * 2
    light: npt.NDArray[np.float64] = _round(COLUMN_PX) - 0.2 * (flute < 0.36) + 0.1 * (flute > 0.86)
    return light
