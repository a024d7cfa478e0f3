"""The cumulus around an opening in the sky: puffs of a few sizes, each a ball with smaller balls on it, in a few tones
from the shade to where the sun meets it. Each is computed once.
"""

from bisect import bisect
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product
from math import ceil, cos, floor, pi, sin

import numpy as np
import numpy.typing as npt
import pygame

from game.minigames.summit.cloud_layout import Figure, Hollow, layout_of
from game.minigames.summit.measures import (
    CLOUD_TONES,
    GREY_CLOUD_TONES,
    LIGHT_STEPS,
    PUFF_SHAPES,
    PUFF_SIZES,
    QUALITY_STEPS,
    RING_ROOM_PX,
    RING_STEPS,
    SHADE_FROM,
    SHADED_TONES,
    SMALL_PUFF,
    TOWARDS_SUN,
    VAPOR_TONES,
)
from game.view.canvas.color import Color

Tones = npt.NDArray[np.uint8]
Brightness = npt.NDArray[np.float32]
FEW_BALLS, MANY_BALLS = 9, 18
"""Smaller balls on a puff, and on a large one."""
LARGE_PX = 14
"""Radius of a large puff, px."""
TO_US, MEAN_TO_US = 0.5, 0.66
"""How much lighter what faces us is, and how much of a ball does on the mean: its shade is round."""
SIZES_PART_PX = tuple((low + high) / 2 for low, high in pairwise(PUFF_SIZES))
"""Radii between the sizes of puffs, px."""


@dataclass(frozen=True, slots=True)
class Cloud:
    """A cloud: the size of its opening, px; its seed; the fighter in it; and how much of the section was hit."""

    size: tuple[int, int]
    seed: int
    figure: Figure
    quality: int
    """Of `QUALITY_STEPS`: a section that was missed has a grey cloud."""

    @property
    def hollow(self) -> Hollow:
        """Its opening."""
        return Hollow((self.size[0] / 2, self.size[1] / 2), self.figure)


@lru_cache(maxsize=RING_STEPS)
def picture_of(cloud: Cloud, step: int, light: int) -> pygame.Surface:
    """Return a cloud that is open by `step` of `RING_STEPS`, its middle in the picture's: closed it is one heap, which
    grows apart. At `light` 0 of `LIGHT_STEPS` it is vapor as blue as the sky.
    """
    picture = _indices_of(cloud.size, cloud.seed, cloud.figure, step).copy()
    picture.set_palette(_palette(cloud.quality / QUALITY_STEPS, light / LIGHT_STEPS))
    picture.set_colorkey(0, pygame.RLEACCEL)
    return picture


@lru_cache(maxsize=4)
def _indices_of(size: tuple[int, int], seed: int, figure: Figure, step: int) -> pygame.Surface:
    picture = _sheet((size[0] + 2 * RING_ROOM_PX, size[1] + 2 * RING_ROOM_PX))
    middle, share = (picture.get_width() / 2, picture.get_height() / 2), step / RING_STEPS
    puffs = []
    for puff in layout_of(size, seed, figure):
        number = bisect(SIZES_PART_PX, puff.radius * (SMALL_PUFF + (1.0 - SMALL_PUFF) * share))
        drawn = puff_of(number, puff.shape, puff.shaded)
        across, down = drawn.get_size()
        at = (middle[0] + puff.x * share - across / 2, middle[1] + puff.y * share - down / 2)
        puffs.append((drawn, (round(at[0]), round(at[1]))))
    picture.blits(puffs, doreturn=False)
    return picture


def lay_out(cloud: Cloud) -> None:
    """Compute where a cloud's puffs lie, ahead of its first picture."""
    layout_of(cloud.size, cloud.seed, cloud.figure)


def load_puffs() -> None:
    """Compute every puff now, so that no frame waits for one."""
    for size, shape, shaded in product(range(len(PUFF_SIZES)), range(PUFF_SHAPES), range(len(SHADE_FROM) + 1)):
        puff_of(size, shape, shaded)


@lru_cache(maxsize=len(PUFF_SIZES) * PUFF_SHAPES * (len(SHADE_FROM) + 1))
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
    lit, most = _light_on(size, shape), len(CLOUD_TONES)
    tones: Tones = np.where(lit < 0, 0, 1 + np.clip(lit * most - SHADED_TONES * shaded, 0, most - 0.01).astype(int))
    return tones.astype(np.uint8)


@lru_cache(maxsize=len(PUFF_SIZES) * PUFF_SHAPES)
def _light_on(size: int, shape: int) -> Brightness:
    """Return how lit a puff is, 0 to 1, below 0 where there is none."""
    radius = PUFF_SIZES[size]
    side = 2 * round(1.45 * radius) + 1
    rng, lit = np.random.default_rng((shape, size)), np.full((side, side), -1.0, np.float32)
    _put_ball(lit, (0.0, 0.0, float(radius)), (0.52, 0.62))
    for _ in range(FEW_BALLS if radius < LARGE_PX else MANY_BALLS):
        angle = rng.uniform(0.0, 2 * pi)
        small = (0.8 * radius * cos(angle), 0.8 * radius * sin(angle), radius * rng.uniform(0.3, 0.5))
        _put_ball(lit, small, (0.52 + 0.4 * _facing(small[0], small[1], radius), 0.36))
    return lit


def _facing(across: float, down: float, radius: float) -> float:
    return (across * TOWARDS_SUN[0] + down * TOWARDS_SUN[1]) / radius


def _put_ball(lit: Brightness, ball: tuple[float, float, float], light: tuple[float, float]) -> None:
    """Put one more ball before a puff: its middle from the puff's and its radius, its mean light and its relief."""
    half = lit.shape[0] // 2
    xs, ys = (np.arange(floor(at - ball[2]), ceil(at + ball[2]) + 1, dtype=np.float32) for at in ball[:2])
    part = (slice(int(xs[0]) + half, int(xs[-1]) + half + 1), slice(int(ys[0]) + half, int(ys[-1]) + half + 1))
    across, down = (xs[:, None] - ball[0]) / ball[2], (ys[None, :] - ball[1]) / ball[2]
    far = across**2 + down**2
    to_us = np.sqrt(np.clip(1.0 - far, 0.0, 1.0)) - MEAN_TO_US
    shaded = light[0] + light[1] * (across * TOWARDS_SUN[0] + down * TOWARDS_SUN[1] + TO_US * to_us)
    lit[part] = np.where(far < 1.0, np.clip(shaded, 0.0, 1.0), lit[part])
