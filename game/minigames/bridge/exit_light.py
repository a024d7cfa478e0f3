"""The river's glare behind the great arch at the end: it grows as he comes nearer, and is brightest where light and
band return. Drawn behind the near wall, which keeps it in its arch; on the road before it, and where he comes in, lies
a pool of daylight.
"""

from functools import lru_cache

import numpy as np
import pygame

from game.view.canvas.easing import clamp, smooth
from game.view.canvas.lens import LEAD_X, WIDTH
from game.view.film.draw_context import DrawContext
from game.view.place.map_layers import Layer
from game.view.place.place import Place

GREAT_ARCH = "great-arch"
"""Name of the mark in the middle of the arch, at its springing."""
BEHIND = "back-arcade"
"""Name of the layer over which the glare lies."""
SEEN_PX = (640, 120)
"""Distances of the arch from him at which the glare begins, and at which it is whole, px."""
GLARE_STEPS = 32
"""Steps of its strength."""
UP_PX = 26
"""Height of its middle over the springing, px."""
GLOW_PX, GLOW = 210, (40, 32, 16)
"""Radius of the glow, px, and its color."""
RAYS, RAY = 11, (44, 36, 20)
"""Number of rays in the fan, and their color."""
POOL_PX, POOL = (230, 34), (104, 92, 66)
"""Half axes of the pool of light on the road, px, and its color: stones and joints draw together behind his feet."""
POOL_BESIDE_PX, POOL_UP_PX = -96, 6
"""Position of the pool's middle: from the arch towards where he comes from, and over his feet, px."""
ENTRANCE_PX = 200
"""Middle of the pool where he comes in, px from the place's begin."""
POOL_SEEN_PX = 760
"""Distance of the exit's pool from him at which it begins to show, px."""
POOL_STEPS = 16
"""Steps of the pool's strength."""
TONES = 24
"""Steps of brightness from its middle to its edge."""


def draw_exit_light(context: DrawContext, place: Place, layer: Layer) -> None:
    """Add the glare over the layer that it lies on."""
    mark = place.marks.get(GREAT_ARCH)
    if mark is None or layer.facts.name != BEHIND:
        return
    x, row = context.lens.column(mark.x, mark.parallax), context.lens.row(mark.row) - UP_PX
    far, near = SEEN_PX
    step = round(GLARE_STEPS * smooth(clamp((far - abs(x - LEAD_X)) / (far - near))))
    if step > 0:
        context.target.blit(dimmed_glare(step), (x - GLOW_PX, row - GLOW_PX), special_flags=pygame.BLEND_RGB_ADD)


def load_pools() -> None:
    """Compute every step of the pool now: it comes within a few pictures."""
    for step in range(1, POOL_STEPS + 1):
        pool(step)


def draw_pools(context: DrawContext, place: Place, row: float, lit: float) -> None:
    """Add the pools of daylight to the road, of which his feet are on `row`; `lit` is the light left, 0 to 1."""
    _draw_pool(context, context.lens.column(ENTRANCE_PX), row, lit)
    mark = place.marks.get(GREAT_ARCH)
    if mark is not None:
        x = context.lens.column(mark.x, mark.parallax) + POOL_BESIDE_PX
        _draw_pool(context, x, row, lit * smooth(clamp(1.0 - abs(x - LEAD_X) / POOL_SEEN_PX)))


def _draw_pool(context: DrawContext, x: int, row: float, share: float) -> None:
    step = round(POOL_STEPS * share)
    if step > 0 and -POOL_PX[0] < x < WIDTH + POOL_PX[0]:
        corner = (x - POOL_PX[0], context.lens.row(row) - POOL_UP_PX - POOL_PX[1])
        context.target.blit(pool(step), corner, special_flags=pygame.BLEND_RGB_ADD)


@lru_cache(maxsize=POOL_STEPS)
def pool(step: int) -> pygame.Surface:
    """Return the pool at `step` of `POOL_STEPS`: an ellipse that is even within and soft at its edge."""
    across, down = (np.arange(2 * half) - half + 0.5 for half in POOL_PX)
    away = np.hypot(across[:, None] / POOL_PX[0], down[None, :] / POOL_PX[1])
    tone = np.round(np.clip(1.6 * (1.0 - away), 0, 1) * TONES) / TONES * step / POOL_STEPS
    picture = pygame.Surface((2 * POOL_PX[0], 2 * POOL_PX[1]), 0, 32)
    pygame.surfarray.blit_array(picture, (tone[:, :, None] * np.array(POOL)).astype(np.uint8))
    return picture


@lru_cache(maxsize=1)
def glare() -> pygame.Surface:
    """Return the glare at its strongest: a round glow, and a fan of soft rays."""
    side = np.arange(2 * GLOW_PX) - GLOW_PX + 0.5
    angle, away = np.arctan2(side[None, :], side[:, None]), np.hypot(side[:, None], side[None, :]) / GLOW_PX
    beams = (0.5 + 0.5 * np.sin(RAYS * angle + 1.7 * np.sin(3 * angle))) ** 2
    fall = np.clip(1 - away, 0, 1)
    rays = beams * fall * np.clip(away * 4, 0, 1)
    tones = [np.round(light * TONES) / TONES for light in (fall**2.2, rays)]
    color = sum(tone[:, :, None] * np.array(tint) for tone, tint in zip(tones, (GLOW, RAY), strict=True))
    picture = pygame.Surface((2 * GLOW_PX, 2 * GLOW_PX), 0, 32)
    pygame.surfarray.blit_array(picture, np.minimum(255, color).astype(np.uint8))
    return picture


@lru_cache(maxsize=2)
def dimmed_glare(step: int) -> pygame.Surface:
    """Return the glare at `step` of `GLARE_STEPS`: each lasts several pictures."""
    light, level = glare().copy(), 255 * step // GLARE_STEPS
    light.fill((level, level, level), special_flags=pygame.BLEND_RGB_MULT)
    return light
