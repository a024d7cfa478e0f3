"""Gratings in the vault, in the dark under the bridge: cold light of the street falls through them in a shaft, and lies
on the road where he runs through it. It burns steadily: nothing here may give the beat away.
"""

from functools import lru_cache

import numpy as np
import pygame

from game.content.look import Mark
from game.view.canvas.color import Color
from game.view.canvas.lens import WIDTH
from game.view.film.draw_context import DrawContext
from game.view.place.place import Place

GRATING = "grating-"
"""Beginning of the names of the marks at which a shaft begins: its upper end, on the lane."""
WIDE_PX = (34, 92)
"""Width of a shaft at its upper and at its lower end, px."""
ASLANT_PX = -46
"""How far its foot lies to the right of its head, px."""
COLD: Color = (34, 44, 58)
"""Color of a shaft at its head: it adds so much."""
FOOT_SHARE = 0.2
"""Share of that light that is left in the air at its foot, where he runs: he must stand off it."""
BARS = 5
"""Bars of a grating, each of which leaves a dark stripe in the light."""
POOL_PX, POOL = (66, 9), (52, 64, 78)
"""Half axes of the light on the road, px, and its color."""
POOL_DOWN_PX = 6
"""Rows of its middle below his feet."""
STEPS = 16
"""Steps of strength."""
TONES = 28
"""Steps of brightness from a shaft's middle to its edge."""


def draw_gratings(context: DrawContext, place: Place, row: float, dark: float) -> None:
    """Add the shafts in view; his feet are on `row`, `dark` is how much of the daylight has left, 0 to 1."""
    step = round(STEPS * dark)
    for name, mark in place.marks.items():
        x = context.lens.column(mark.x, mark.parallax)
        if step > 0 and name.startswith(GRATING) and -WIDE_PX[1] < x < WIDTH + WIDE_PX[1] + abs(ASLANT_PX):
            head, foot = context.lens.row(mark.row), context.lens.row(row) + POOL_DOWN_PX
            light = shaft(_height(mark, row), step)
            corner = (x + min(0, ASLANT_PX) - WIDE_PX[1] // 2, head)
            context.target.blit(light, corner, special_flags=pygame.BLEND_RGB_ADD)
            corner = (x + ASLANT_PX - POOL_PX[0], foot - POOL_PX[1])
            context.target.blit(pool(step), corner, special_flags=pygame.BLEND_RGB_ADD)


def load_gratings(place: Place, row: float) -> None:
    """Compute every shaft and pool now: while the daylight leaves, each picture shows another step of them."""
    for step in range(1, STEPS + 1):
        pool(step)
        for name, mark in place.marks.items():
            if name.startswith(GRATING):
                shaft(_height(mark, row), step)


def _height(mark: Mark, row: float) -> int:
    """Return the height of the shaft from a grating to the road before his feet, px."""
    return round(row + POOL_DOWN_PX - mark.row)


@lru_cache(maxsize=2 * STEPS)
def shaft(high: int, step: int) -> pygame.Surface:
    """Return a shaft of light `high` rows long at `step` of `STEPS`: it widens, slants and thins out downwards."""
    down = (np.arange(high) + 0.5) / high
    half = (WIDE_PX[0] + (WIDE_PX[1] - WIDE_PX[0]) * down) / 2
    middle = WIDE_PX[1] / 2 + max(0, -ASLANT_PX) + ASLANT_PX * down
    columns = np.arange(WIDE_PX[1] + abs(ASLANT_PX))
    across = (columns[:, None] + 0.5 - middle[None, :]) / half[None, :]
    inside = np.clip(1.0 - np.abs(across) ** 3, 0.0, 1.0)
    stripes = 1.0 - 0.34 * (0.5 + 0.5 * np.cos(np.pi * across * BARS)) * (1.0 - down[None, :])
    fades = np.minimum(1.0, (1.0 - down) / 0.12) * (1.0 - (1.0 - FOOT_SHARE) * np.sqrt(down))
    tone = np.round(inside * stripes * fades[None, :] * TONES) / TONES * step / STEPS
    return _added(tone, COLD)


@lru_cache(maxsize=STEPS)
def pool(step: int) -> pygame.Surface:
    """Return the light on the road at `step` of `STEPS`: an ellipse that is soft at its edge."""
    across, down = (np.arange(2 * half) - half + 0.5 for half in POOL_PX)
    away = np.hypot(across[:, None] / POOL_PX[0], down[None, :] / POOL_PX[1])
    return _added(np.round(np.clip(1.5 * (1.0 - away), 0, 1) * TONES) / TONES * step / STEPS, POOL)


def _added(tone: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]", color: Color) -> pygame.Surface:
    picture = pygame.Surface(tone.shape, 0, 32)
    pygame.surfarray.blit_array(picture, (tone[:, :, None] * np.array(color)).astype(np.uint8))
    return picture
