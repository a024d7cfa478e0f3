"""What the summit shows of a picture of the run: a window around the fighter of that moment, opaque in its middle, with
edges that thin out.
"""

import numpy as np
import pygame

from game.minigames.summit.measures import (
    FADE_BEATS,
    FAINTEST_MEMORY,
    FEET,
    MEMORY_ASIDE_PX,
    MEMORY_BEATS,
    MEMORY_FEATHER_PX,
    MEMORY_FEET_UP_PX,
    MEMORY_MIDDLE_ROW,
    MEMORY_PX,
)
from game.view.canvas.easing import clamp
from game.view.canvas.lens import WIDTH
from game.view.canvas.pictures import cached_by_picture
from game.view.exercise.section_view import Memory


def draw_memory(target: pygame.Surface, memory: Memory, number: int, age: float) -> None:
    """Draw the `number`-th memory over sky and city, `age` beats after its beat began: left and right in turn."""
    fade = clamp(min(age / FADE_BEATS, (MEMORY_BEATS - age) / FADE_BEATS))
    seen = memory_window(memory)
    seen.set_alpha(round(255 * fade * (FAINTEST_MEMORY + (1 - FAINTEST_MEMORY) * memory.quality)))
    middle = WIDTH // 2 + (MEMORY_ASIDE_PX if number % 2 else -MEMORY_ASIDE_PX)
    target.blit(seen, (middle - MEMORY_PX[0] // 2, MEMORY_MIDDLE_ROW - MEMORY_PX[1] // 2))


def memory_window(memory: Memory) -> pygame.Surface:
    """Return a window of `MEMORY_PX` with the fighter of the memory in its middle column."""
    width, height = MEMORY_PX
    return feathered(memory.picture, (round(memory.column) - width // 2, FEET - MEMORY_FEET_UP_PX - height // 2))


@cached_by_picture(maxsize=16)
def feathered(picture: pygame.Surface, corner: tuple[int, int]) -> pygame.Surface:
    """Return the window of a picture at a corner; columns beyond the picture's sides are left out."""
    window = pygame.Surface(MEMORY_PX, pygame.SRCALPHA, 32)
    window.blit(picture, (-corner[0], -corner[1]))
    across, down = (np.arange(side) + 0.5 for side in MEMORY_PX)
    left, right = max(0, -corner[0]), min(MEMORY_PX[0], picture.get_width() - corner[0])
    thick_across = np.clip(np.minimum(across - left, right - across) / MEMORY_FEATHER_PX, 0, 1)
    thick_down = np.clip(np.minimum(down, MEMORY_PX[1] - down) / MEMORY_FEATHER_PX * 1.6, 0, 1)
    thick = thick_across[:, None] * thick_down[None, :]
    alpha = pygame.surfarray.pixels_alpha(window)
    alpha[:] = np.round(255 * thick * thick * (3 - 2 * thick)).astype(np.uint8)
    del alpha
    return window
