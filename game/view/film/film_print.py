"""Film look: vignette, color grade, grain, letterbox and mattes. Everything is precomputed and applied with one blit
each.
"""

from functools import lru_cache
from math import floor

import numpy as np
import pygame

from game.timing.units import US_PER_SECOND, Micros
from game.view.canvas.composite_layers import CompositeLayers
from game.view.canvas.lens import HEIGHT, WIDTH
from game.view.canvas.particles import chance

GRAINS_PER_SECOND = 24
"""Changes of the grain a second of song time."""
GRAIN_MARGIN = 64
"""Margin of the grain sheet around the picture, px."""
GRAIN_STRENGTH = 9
"""Amplitude of the grain, of 255."""
BAR_PX = 7
"""Height of the letterbox bars at rest, px: an aspect ratio of 1.85 to 1."""
HIGHEST_BAR_PX = 40
"""Greatest height of a bar, px."""
MATTE_STEPS = 14
"""Steps of a matte's tightness."""
MATTE_SPARE = (144, 72)
"""Greatest distance of a matte's center from the picture's, px."""


def vignette(target: pygame.Surface, strength: float) -> None:
    """Darken the corners by `strength` (0 to 1)."""
    target.blit(vignette_of(round(strength * 20)), (0, 0), special_flags=pygame.BLEND_RGB_MULT)


def grain(target: pygame.Surface, time_us: Micros) -> None:
    """Add film grain: one precomputed sheet at an offset that changes 24 times a second of song time."""
    slot = time_us * GRAINS_PER_SECOND // US_PER_SECOND
    offset = (-round(chance(slot, 0, 1) * GRAIN_MARGIN), -round(chance(slot, 0, 2) * GRAIN_MARGIN))
    target.blit(grain_sheet(), offset, special_flags=pygame.BLEND_RGB_SUB)


def fade_to_grey(target: pygame.Surface, share: float) -> None:
    """Desaturate the target: 0.0 leaves it, 1.0 is black and white."""
    opacity = round(255 * min(1.0, share))
    if opacity > 0:
        pale = pygame.transform.grayscale(target)
        pale.set_alpha(opacity)
        target.blit(pale, (0, 0))


def letterbox(target: pygame.Surface, composite: CompositeLayers, extra_px: float = 0.0) -> None:
    """Draw the bars; `extra_px` narrows the picture further, by fractions of a pixel where the window shows them."""
    bar = bar_sheet()
    reach = BAR_PX + extra_px
    for top in (reach - bar.get_height(), HEIGHT - reach):
        target.blit(bar, (0, floor(top + 0.5)))
        composite.paste((0.0, top), bar)


@lru_cache(maxsize=1)
def bar_sheet() -> pygame.Surface:
    """Return a bar of the greatest height."""
    return pygame.Surface((WIDTH, HIGHEST_BAR_PX), 0, 32)


def matte(target: pygame.Surface, centre: tuple[int, int], tightness: float) -> None:
    """Darken everything away from `centre`; at 1.0 only the fighter is visible."""
    step = round(tightness * MATTE_STEPS)
    if step <= 0:
        return
    across = min(MATTE_SPARE[0], max(-MATTE_SPARE[0], centre[0] - WIDTH // 2))
    down = min(MATTE_SPARE[1], max(-MATTE_SPARE[1], centre[1] - HEIGHT // 2))
    corner = (across - MATTE_SPARE[0], down - MATTE_SPARE[1])
    target.blit(matte_of(step), corner, special_flags=pygame.BLEND_RGB_MULT)


def dim(target: pygame.Surface, light: float) -> None:
    """Multiply the whole target by a grey: 1.0 leaves it, 0.0 is black."""
    level = min(255, max(0, round(255 * light)))
    if level < 255:
        target.fill((level, level, level), special_flags=pygame.BLEND_RGB_MULT)


@lru_cache(maxsize=16)
def vignette_of(twentieths: int) -> pygame.Surface:
    """Return the vignette's factors, at a strength in twentieths."""
    xs = (np.arange(WIDTH) - WIDTH / 2 + 0.5) / (WIDTH / 2)
    ys = (np.arange(HEIGHT) - HEIGHT / 2 + 0.5) / (HEIGHT / 2)
    reach = np.sqrt(xs[:, None] ** 2 * 0.8 + ys[None, :] ** 2 * 0.75)
    fall = np.clip((reach - 0.45) / 0.85, 0, 1) ** 1.7
    return _grey(1 - twentieths / 20 * fall)


@lru_cache(maxsize=1)
def grain_sheet() -> pygame.Surface:
    """Return grain larger than the picture: grey, clumped over two pixels, the same on every machine."""
    rng = np.random.default_rng(1976)
    size = (WIDTH + GRAIN_MARGIN, HEIGHT + GRAIN_MARGIN)
    fine = rng.random(size)
    clumped = (fine + np.roll(fine, 1, 0) * 0.6 + np.roll(fine, 1, 1) * 0.6) / 2.2
    return _grey(np.clip((clumped - 0.5) * 2.2, 0, 1) * GRAIN_STRENGTH / 255)


@lru_cache(maxsize=MATTE_STEPS)
def matte_of(step: int) -> pygame.Surface:
    """Return an oval of light in a dark sheet that is larger than the picture by twice the margin."""
    tightness = step / MATTE_STEPS
    width, height = WIDTH + 2 * MATTE_SPARE[0], HEIGHT + 2 * MATTE_SPARE[1]
    xs = np.abs(np.arange(width) - width / 2 + 0.5) / (520 - 380 * tightness)
    ys = np.abs(np.arange(height) - height / 2 + 0.5) / (400 - 270 * tightness)
    reach = np.hypot(xs[:, None], ys[None, :])
    return _grey(1 - tightness * np.clip((reach - 0.55) / 0.75, 0, 1) ** 1.2)


def _grey(light: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]") -> pygame.Surface:
    surface = pygame.Surface(light.shape, 0, 32)
    pixels = pygame.surfarray.pixels3d(surface)
    pixels[:] = (light * 255)[:, :, None].astype(np.uint8)
    del pixels
    return surface
