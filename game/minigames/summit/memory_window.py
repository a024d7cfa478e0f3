"""What the summit shows of a picture of the run: the fighter of that moment through an iris, opaque, in sky and city.

The iris of one side opens while that of the other closes: two pictures never lie over each other, nothing is seen
through one, and the light of the whole picture stays even.
"""

from functools import lru_cache

import numpy as np
import numpy.typing as npt
import pygame

from game.minigames.summit.measures import (
    BRIGHTEST_GAIN,
    FEET,
    IRIS_BEATS,
    IRIS_POWER,
    IRIS_STEPS,
    MEMORY_ASIDE_PX,
    MEMORY_BEATS,
    MEMORY_FEET_UP_PX,
    MEMORY_LUMA,
    MEMORY_MIDDLE_ROW,
    MEMORY_PX,
    QUALITY_STEPS,
    RIM,
    RIM_PX,
    SMALLEST_IRIS,
)
from game.view.canvas.easing import smoother
from game.view.canvas.lens import WIDTH
from game.view.canvas.pictures import cached_by_picture
from game.view.exercise.section_view import Memory

Alpha = npt.NDArray[np.float32]
LUMA = np.array([0.299, 0.587, 0.114], np.float32)
"""Weights of red, green and blue in luma (ITU-R BT.601)."""


def draw_memory(target: pygame.Surface, memory: Memory, number: int, age: float) -> None:
    """Draw the `number`-th memory over sky and city, `age` beats after its beat began: left and right in turn."""
    step = opened(age)
    if step:
        middle = WIDTH // 2 + (MEMORY_ASIDE_PX if number % 2 else -MEMORY_ASIDE_PX)
        corner = (middle - MEMORY_PX[0] // 2, MEMORY_MIDDLE_ROW - MEMORY_PX[1] // 2)
        target.blit(memory_window(memory, step), corner)


def opened(age: float) -> int:
    """Return how far the iris is open `age` beats after its beat began, 0 to `IRIS_STEPS`."""
    return round(IRIS_STEPS * smoother(age / IRIS_BEATS) * smoother((MEMORY_BEATS + IRIS_BEATS - age) / IRIS_BEATS))


def memory_window(memory: Memory, step: int) -> pygame.Surface:
    """Return a window of `MEMORY_PX` with the fighter of the memory in its middle column, through an iris."""
    width, height = MEMORY_PX
    corner = (round(memory.column) - width // 2, FEET - MEMORY_FEET_UP_PX - height // 2)
    return through_iris(memory.picture, corner, round(QUALITY_STEPS * memory.quality), step)


@cached_by_picture(maxsize=8)
def through_iris(picture: pygame.Surface, corner: tuple[int, int], quality: int, step: int) -> pygame.Surface:
    """Return the window of a picture at a corner through an iris that is open by `step`."""
    seen = remembered(picture, corner, quality).copy()
    share = SMALLEST_IRIS + (1.0 - SMALLEST_IRIS) * quality / QUALITY_STEPS
    inside, rim = iris(round(share * step))
    seen.blit(inside, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    seen.blit(rim, (0, 0))
    return seen


@cached_by_picture(maxsize=2)
def remembered(picture: pygame.Surface, corner: tuple[int, int], quality: int) -> pygame.Surface:
    """Return the window of a picture at a corner: a dark room is seen in more light, and the less was hit in a
    section (`quality` of `QUALITY_STEPS`), the less color is left. Columns beyond the picture repeat its last one.
    """
    columns = np.clip(np.arange(MEMORY_PX[0]) + corner[0], 0, picture.get_width() - 1)
    rows = np.clip(np.arange(MEMORY_PX[1]) + corner[1], 0, picture.get_height() - 1)
    seen = pygame.surfarray.pixels3d(picture)[columns][:, rows].astype(np.float32)
    luma = (seen @ LUMA)[..., None]
    gain = float(np.clip(MEMORY_LUMA / max(1.0, float(luma.mean())), 1.0, BRIGHTEST_GAIN))
    lit = gain * (luma + (seen - luma) * (quality / QUALITY_STEPS))
    window = pygame.Surface(MEMORY_PX, pygame.SRCALPHA, 32)
    window.fill((255, 255, 255, 255))
    pygame.surfarray.pixels3d(window)[:] = np.minimum(lit, 255.0).astype(np.uint8)
    return window


@lru_cache(maxsize=2 * IRIS_STEPS)
def iris(step: int) -> tuple[pygame.Surface, pygame.Surface]:
    """Return what is seen through an iris of a size (of `IRIS_STEPS`), as a mask, and its rim of light."""
    across, down = (np.arange(side, dtype=np.float32) + 0.5 - side / 2 for side in MEMORY_PX)
    share = max(0.02, step / IRIS_STEPS)
    far = (
        np.abs(across / (share * MEMORY_PX[0] / 2))[:, None] ** IRIS_POWER
        + np.abs(down / (share * MEMORY_PX[1] / 2))[None, :] ** IRIS_POWER
    ) ** (1.0 / IRIS_POWER)
    # Distance from the edge inwards, px, along the shorter side: an edge of one px is smooth and reads as a cut.
    inwards = (1.0 - far) * share * MEMORY_PX[1] / 2
    inside: Alpha = np.clip(inwards, 0.0, 1.0)
    return _filled(inside), _filled(inside * np.clip(RIM_PX - inwards, 0.0, 1.0), RIM)


def _filled(alpha: Alpha, color: tuple[int, int, int] = (255, 255, 255)) -> pygame.Surface:
    """Return a surface of one color with an alpha of 0 to 1 a pixel."""
    surface = pygame.Surface(MEMORY_PX, pygame.SRCALPHA, 32)
    surface.fill((*color, 255))
    pygame.surfarray.pixels_alpha(surface)[:] = np.round(255 * alpha).astype(np.uint8)
    return surface
