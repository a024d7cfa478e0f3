"""The cumulus around an opening in the sky: puffs of a few sizes, each a ball with smaller balls on it, in four tones
from the shade to where the sun meets it. Each is computed once.
"""

from bisect import bisect
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product
from math import cos, hypot, pi, sin

import numpy as np
import numpy.typing as npt
import pygame

from game.minigames.summit.measures import (
    CLOUD_TONES,
    GREY_CLOUD_TONES,
    HEAPED_AT,
    HEAPED_FROM,
    LIGHT_STEPS,
    PUFF_EVERY,
    PUFF_PX,
    PUFF_SHAPES,
    PUFF_SIZES,
    QUALITY_STEPS,
    RING_ROOM_PX,
    RING_STEPS,
    SMALL_PUFF,
    TOWARDS_SUN,
    VAPOR_TONES,
    WELL_OPEN,
)
from game.view.canvas.color import Color

Tones = npt.NDArray[np.uint8]
MOST_CHANCES = 2000
"""Random numbers of a ring, more than it needs."""
SIZES_PART_PX = tuple((low + high) / 2 for low, high in pairwise(PUFF_SIZES))
"""Radii between the sizes of puffs, px."""


@dataclass(frozen=True, slots=True)
class Puff:
    """A puff of a ring: its middle from the ring's, px; its radius, px; the number of its shape."""

    x: float
    y: float
    radius: float
    shape: int
    shaded: int = 0
    """Steps by which it is darker: what is under the cloud lies in its shade."""


@dataclass(frozen=True, slots=True)
class Ring:
    """A ring of puffs: the size of its opening, px; which of both rings; and how much of the section was hit."""

    size: tuple[int, int]
    seed: int
    quality: int
    """Of `QUALITY_STEPS`: a section that was missed has a grey cloud."""


@lru_cache(maxsize=RING_STEPS)
def picture_of(ring: Ring, step: int, light: int) -> pygame.Surface:
    """Return a ring that is open by `step` of `RING_STEPS`, its middle in the picture's: closed it is one heap, which
    grows apart. At `light` 0 of `LIGHT_STEPS` it is vapor as blue as the sky.
    """
    picture = _indices_of(ring.size, ring.seed, step).copy()
    picture.set_palette(_palette(ring.quality / QUALITY_STEPS, light / LIGHT_STEPS))
    picture.set_colorkey(0, pygame.RLEACCEL)
    return picture


@lru_cache(maxsize=4)
def _indices_of(size: tuple[int, int], seed: int, step: int) -> pygame.Surface:
    picture = _sheet((size[0] + 2 * RING_ROOM_PX, size[1] + 2 * RING_ROOM_PX))
    middle, share = (picture.get_width() / 2, picture.get_height() / 2), step / RING_STEPS
    puffs = []
    for puff in ring_of(size, seed):
        number = bisect(SIZES_PART_PX, puff.radius * (SMALL_PUFF + (1.0 - SMALL_PUFF) * share))
        drawn = puff_of(number, puff.shape, puff.shaded)
        across, down = drawn.get_size()
        at = (middle[0] + puff.x * share - across / 2, middle[1] + puff.y * share - down / 2)
        puffs.append((drawn, (round(at[0]), round(at[1]))))
    picture.blits(puffs, doreturn=False)
    return picture


def load_puffs() -> None:
    """Compute every puff now, so that no frame waits for one."""
    for size, shape, shaded in product(range(len(PUFF_SIZES)), range(PUFF_SHAPES), (0, 1)):
        puff_of(size, shape, shaded)


@lru_cache(maxsize=32)
def ring_of(size: tuple[int, int], seed: int) -> tuple[Puff, ...]:
    """Return the puffs around an opening of a size, px, the upper ones first: the lower ones lie before them."""
    chances = iter(np.random.default_rng((seed, *size)).random(MOST_CHANCES).tolist())
    half = (size[0] / 2, size[1] / 2)
    puffs, angle = [], 0.0
    while angle < 2 * pi:
        heap = max(cos(angle - middle) for middle in HEAPED_AT) ** 3
        at, radius = _on_outline(half, angle), PUFF_PX[0] + (PUFF_PX[1] - PUFF_PX[0]) * next(chances)
        puffs.append(_outside(at, radius, 0.25 + 0.4 * next(chances), next(chances)))
        if heap > HEAPED_FROM:
            puffs.append(_outside(at, radius * (0.8 + 0.55 * heap), 0.7 + 0.55 * next(chances), next(chances)))
        angle += PUFF_EVERY * radius / hypot(*at)
    return tuple(sorted(puffs, key=lambda puff: puff.y))


def _outside(at: tuple[float, float], radius: float, out: float, chance: float) -> Puff:
    """Return a puff `out` of its radii outside of a point of the outline; `chance` (0 to 1) is its shape."""
    farther = 1.0 + out * radius / hypot(*at)
    under = int(out > 0.66 and at[1] > 0 and abs(at[1]) > 0.6 * abs(at[0]))
    return Puff(at[0] * farther, at[1] * farther, radius, int(chance * PUFF_SHAPES), under)


def _on_outline(half: tuple[float, float], angle: float) -> tuple[float, float]:
    """Return a point of the opening's outline, from its middle."""
    across, down = cos(angle), sin(angle)
    far = (abs(across / half[0]) ** WELL_OPEN + abs(down / half[1]) ** WELL_OPEN) ** (-1.0 / WELL_OPEN)
    return across * far, down * far


@lru_cache(maxsize=len(PUFF_SIZES) * PUFF_SHAPES * 2)
def puff_of(size: int, shape: int, shaded: int) -> pygame.Surface:
    """Return a puff of a size, a shape and a shade."""
    tones = tones_of(size, shape, shaded)
    picture = _sheet(tones.shape)
    pygame.surfarray.blit_array(picture, tones)
    picture.set_colorkey(0, pygame.RLEACCEL)
    return picture


def _sheet(size: tuple[int, ...]) -> pygame.Surface:
    """Return an empty indexed picture with the colors of a sunlit cloud."""
    picture = pygame.Surface(size, 0, 8)
    picture.set_palette(_palette(1.0, 1.0))
    return picture


def _palette(clean: float, light: float) -> list[Color]:
    """Return a cloud's colors: grey for a section in which nothing was hit, as blue as the sky while it is vapor."""
    lit = (_mixed(pair, clean) for pair in zip(GREY_CLOUD_TONES, CLOUD_TONES, strict=True))
    return [(255, 0, 255), *(_mixed(pair, light) for pair in zip(VAPOR_TONES, lit, strict=True))]


def _mixed(colors: tuple[Color, Color], share: float) -> Color:
    """Return the color between two."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(*colors, strict=True))
    return red, green, blue


def tones_of(size: int, shape: int, shaded: int) -> Tones:
    """Return the numbers of a puff's tones, columns by rows, 0 where there is none."""
    radius = PUFF_SIZES[size]
    side = 2 * round(1.45 * radius) + 1
    xs, ys = (axis - side // 2 for axis in np.ogrid[:side, :side])
    rng, lit = np.random.default_rng((shape, size)), np.full((side, side), -1.0)
    large = (0.0, 0.0, float(radius))
    lit = _with_ball(lit, large, (xs, ys), (0.52, 0.62))
    for _ in range(9):
        angle = rng.uniform(0.0, 2 * pi)
        small = (0.8 * radius * cos(angle), 0.8 * radius * sin(angle), radius * rng.uniform(0.3, 0.5))
        lit = _with_ball(lit, small, (xs, ys), (0.52 + 0.4 * _facing(small[0], small[1], radius), 0.36))
    tones: Tones = np.where(lit < 0, 0, 1 + np.clip(lit * 4 - 0.9 * shaded, 0, 3.99).astype(int)).astype(np.uint8)
    return tones


def _facing(across: float, down: float, radius: float) -> float:
    return (across * TOWARDS_SUN[0] + down * TOWARDS_SUN[1]) / radius


def _with_ball(
    lit: npt.NDArray[np.float64],
    ball: tuple[float, float, float],
    grid: tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]],
    light: tuple[float, float],
) -> npt.NDArray[np.float64]:
    """Return how lit a puff is with one more ball in front: its middle and radius, its mean light and its relief."""
    across, down, radius = grid[0] - ball[0], grid[1] - ball[1], ball[2]
    shaded = light[0] + light[1] * (across * TOWARDS_SUN[0] + down * TOWARDS_SUN[1]) / radius
    return np.where(across**2 + down**2 < radius**2, np.clip(shaded, 0.0, 1.0), lit)
