"""Where the puffs of a memory's cloud lie: a cumulus around an opening, heaped up on top and on the sun's side, on a
flat base, with a few shreds beside it. No two are alike, and each is the same every time.
"""

from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import cos, hypot, pi, sin
from typing import TypeAlias

import numpy as np

from game.minigames.summit.measures import (
    BASE_PX,
    CROWN_ACROSS,
    CROWN_PX,
    FLANK_PX,
    FLANKS,
    MOST_ACROSS_PX,
    MOST_BESIDE_PX,
    POWER_STEP,
    PUFF_EVERY,
    PUFF_PX,
    PUFF_REACH,
    PUFF_SHAPES,
    ROUNDEST,
    SHADE_FROM,
    SHOULDER_PX,
    SHREDS,
    SQUAREST,
    TOWARDS_SUN,
    WHOLE_HALF_PX,
)

MOST_CHANCES = 1200
"""Random numbers of a cloud, more than it needs."""
RIM_OUT = 0.35
"""How far the middle of the smallest puffs is outside of the opening's edge, in radii."""
SMALL_TURN = 0.01
"""Angle over which the length of the edge is measured, radians."""
Box: TypeAlias = tuple[int, int, int, int]
"""Left, top, right and bottom, from the opening's middle, px."""
Figure: TypeAlias = tuple[Box, ...]
"""The remembered fighter, band by band from his head to his feet, and what is before him."""


@dataclass(frozen=True, slots=True)
class Puff:
    """A puff of a cloud: its middle from the opening's, px; its radius, px; the number of its shape."""

    x: float
    y: float
    radius: float
    shape: int
    shaded: int = 0
    """Steps by which it is darker: away from the sun, under the cloud and inside of it."""


@dataclass(frozen=True, slots=True)
class Hollow:
    """A cloud's opening: half its width and height, px, and the fighter that nothing may cover."""

    half: tuple[float, float]
    figure: Figure

    @property
    def scale(self) -> float:
        """How large its lobes are: those of a small cloud are small."""
        return min(1.0, self.half[0] / WHOLE_HALF_PX)

    @property
    def reach(self) -> float:
        """How far the cloud reaches to either side, px."""
        return min(self.half[0] + MOST_BESIDE_PX * self.scale, MOST_ACROSS_PX)

    @property
    def base(self) -> float:
        """How far its base is below the middle, px."""
        return self.half[1] + BASE_PX[1] * self.scale

    @property
    def whole(self) -> Box:
        """The box around the fighter."""
        return _whole_of(self.figure)

    @property
    def power(self) -> float:
        """The exponent of its outline: 2 is an ellipse, more is squarer. It is as round as the fighter allows."""
        return _power_around(self.half, self.figure)

    def edge(self, angle: float) -> tuple[float, float]:
        """Return the point of its outline in a direction, clockwise from the right."""
        across, down = cos(angle), sin(angle)
        power = self.power
        far = (abs(across / self.half[0]) ** power + abs(down / self.half[1]) ** power) ** (-1.0 / power)
        return across * far, down * far

    def apart(self, x: float, y: float, radius: float) -> tuple[float, float]:
        """Return a puff's middle, moved out from the opening's middle until the puff leaves the fighter free."""
        far = max(1.0, hypot(x, y))
        for _ in range(80):
            if self.free(x, y, radius):
                break
            x, y = x + x / far, y + y / far
        return x, y

    def free(self, x: float, y: float, radius: float) -> bool:
        """Return whether a puff leaves the fighter free."""
        least = PUFF_REACH * radius
        # Most puffs are far from all of him: then no band need be asked.
        return _apart(x, y, self.whole) >= least or all(_apart(x, y, band) >= least for band in self.figure)


def _apart(x: float, y: float, box: Box) -> float:
    """Return the distance of a point from a box, px: 0 inside."""
    left, top, right, bottom = box
    return hypot(max(left - x, x - right, 0.0), max(top - y, y - bottom, 0.0))


@lru_cache(maxsize=32)
def _whole_of(figure: Figure) -> Box:
    """Return the box around all bands of a fighter."""
    lefts, tops, rights, bottoms = zip(*figure, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


@lru_cache(maxsize=32)
def _power_around(half: tuple[float, float], figure: Figure) -> float:
    """Return the least exponent of an outline with the fighter inside, of `ROUNDEST` to `SQUAREST`."""
    far = [(max(-left, right) / half[0], max(-top, bottom) / half[1]) for left, top, right, bottom in figure]
    powers = np.arange(ROUNDEST, SQUAREST, POWER_STEP).tolist()
    return next((power for power in powers if all(x**power + y**power <= 1.0 for x, y in far)), SQUAREST)


@lru_cache(maxsize=32)
def layout_of(size: tuple[int, int], seed: int, figure: Figure) -> tuple[Puff, ...]:
    """Return the puffs around an opening of a size, px, in the order in which they are drawn: small ones, then lobes,
    the upper ones first.
    """
    hollow = Hollow((size[0] / 2, size[1] / 2), figure)
    chances = iter(np.random.default_rng((seed, *size)).random(MOST_CHANCES).tolist())
    rim, shreds, lobes = _rim(hollow, chances), _shreds(hollow, chances), []
    for some in (_crown, _shoulders, _flanks, _base):
        lobes += [_placed(hollow, lobe, next(chances)) for lobe in some(hollow, chances)]
    behind = [_puff(hollow, puff, next(chances)) for puff in rim]
    return (*shreds, *behind, *sorted(lobes, key=lambda puff: puff.y))


def between(sizes: tuple[float, float], share: float) -> float:
    """Return the size at a share of the way from the least to the greatest."""
    return sizes[0] + (sizes[1] - sizes[0]) * share


def _crown(hollow: Hollow, chances: Iterator[float]) -> list[tuple[float, float, float]]:
    """Return large lobes on top, nearer to the sun's side, and smaller ones on those."""
    (across, down), found = hollow.half, []
    middle = across * (CROWN_ACROSS[0] + (CROWN_ACROSS[1] - CROWN_ACROSS[0]) * next(chances))
    for number in range(2):
        high = 0.7 + 0.3 * next(chances)
        most = CROWN_PX[1] * hollow.scale
        found.append((middle + (number - 0.4) * 0.85 * most, -down - high * most, most * (0.6 + 0.25 * next(chances))))
    for number in range(5):
        aside = (number - 2) * (0.3 + 0.1 * next(chances))
        radius = between(CROWN_PX, next(chances) * (1.0 - 0.3 * abs(number - 2))) * hollow.scale
        x, y = middle + aside * across, -down - radius * (0.1 + 0.3 * next(chances)) * (1.0 - 0.3 * abs(number - 2))
        found.append((x, y, radius))
        for _ in range(2):
            angle = pi * (1.1 + 0.8 * next(chances))
            small = radius * (0.4 + 0.25 * next(chances))
            found.append((x + 0.9 * radius * cos(angle), y + 0.9 * radius * sin(angle), small))
    return found


def _shoulders(hollow: Hollow, chances: Iterator[float]) -> list[tuple[float, float, float]]:
    """Return lobes that take the corners of the opening, the larger ones on the sun's side."""
    found = []
    for angle, most in ((-0.55, 1.0), (-0.2, 0.8), (0.25, 0.7), (0.6, 0.85), (2.5, 0.85), (2.95, 0.6), (3.7, 0.9)):
        turned = angle + 0.3 * (next(chances) - 0.5)
        (x, y), radius = hollow.edge(turned), most * between(SHOULDER_PX, next(chances)) * hollow.scale
        inside = 1.0 + (0.5 * next(chances) - 0.6) * radius / hypot(x, y)
        found.append((x * inside, y * inside, radius))
    return found


def _flanks(hollow: Hollow, chances: Iterator[float]) -> list[tuple[float, float, float]]:
    """Return lobes that stand out at the sides, each with a smaller one on it."""
    found = []
    for number in range(FLANKS):
        side = pi if number % 2 else 0.0
        x, y = hollow.edge(side + 1.5 * (next(chances) - 0.5))
        radius = between(FLANK_PX, next(chances)) * hollow.scale
        out = (0.2 + 0.6 * next(chances)) * radius / hypot(x, y)
        found.append((x * (1.0 + out), y * (1.0 + out), radius))
        angle, small = pi * (1.0 + next(chances)), radius * (0.35 + 0.25 * next(chances))
        found.append((found[-1][0] + 0.9 * radius * cos(angle), found[-1][1] + 0.9 * radius * sin(angle), small))
    return found


def _rim(hollow: Hollow, chances: Iterator[float]) -> list[tuple[float, float, float]]:
    """Return small puffs all around, the smallest by the fighter, so that nowhere the picture's own edge is seen."""
    found, angle = [], 0.0
    while angle < 2 * pi:
        x, y = hollow.edge(angle)
        radius, out = between(PUFF_PX, next(chances) ** 2), 0.5 * next(chances) - 0.1
        if not hollow.free(x, y, radius):
            radius, out = PUFF_PX[0], RIM_OUT
        beyond = 1.0 + out * radius / hypot(x, y)
        found.append((x * beyond, y * beyond, radius))
        ahead = hollow.edge(angle + SMALL_TURN)
        angle += PUFF_EVERY * radius * SMALL_TURN / hypot(ahead[0] - x, ahead[1] - y)
    return found


def _base(hollow: Hollow, chances: Iterator[float]) -> list[tuple[float, float, float]]:
    """Return the row of puffs along the flat base, small at both ends."""
    across, found = hollow.half[0], []
    x = -hollow.reach + 8.0 + 16.0 * next(chances)
    while x < hollow.reach - 8.0:
        thin = max(0.0, abs(x) - 0.7 * across) / (hollow.reach - 0.7 * across)
        radius = between(BASE_PX, 1.0 - thin) * (0.75 + 0.5 * next(chances)) * hollow.scale
        found.append((x, hollow.base - radius, radius))
        x += radius * (0.7 + 0.4 * next(chances))
    return found


def _placed(hollow: Hollow, lobe: tuple[float, float, float], chance: float) -> Puff:
    """Return a lobe as a puff that leaves the fighter free and does not hang below the base; `chance` (0 to 1) is its
    shape.
    """
    x, y, radius = lobe
    x, y = hollow.apart(x, y, radius)
    lowest = hollow.base + 1.5 * sin(x / 9)
    if y + radius > lowest:
        left, _, right, bottom = hollow.whole
        if left - PUFF_REACH * radius < x < right + PUFF_REACH * radius:
            radius = min(radius, (lowest - bottom) / (1.0 + PUFF_REACH))
        y = lowest - radius
    most = hollow.reach - PUFF_REACH * radius
    return _puff(hollow, (max(-most, min(most, x)), y, radius), chance)


def _puff(hollow: Hollow, lobe: tuple[float, float, float], chance: float) -> Puff:
    """Return a lobe as a puff in the light that falls there; `chance` (0 to 1) is its shape."""
    (across, down), (x, y, radius) = hollow.half, lobe
    sunny = (x / across * TOWARDS_SUN[0] + y / down * TOWARDS_SUN[1]) - 0.5 * (y > 0.9 * down)
    inside = hypot(x, y) < hypot(*hollow.edge(float(np.arctan2(y, x)))) + 0.2 * radius
    return Puff(x, y, radius, int(chance * PUFF_SHAPES), bisect(SHADE_FROM, -sunny + 0.25 * inside))


def _shreds(hollow: Hollow, chances: Iterator[float]) -> list[Puff]:
    """Return small puffs that have come off the cloud, most on the side away from the sun."""
    found = []
    for number in range(SHREDS):
        side = -1 if number % 3 else 1
        x = side * (hollow.reach - 6.0 - 10.0 * next(chances))
        y = hollow.half[1] * (0.5 - 1.3 * next(chances))
        for _ in range(3):
            radius = 2.5 + 2.5 * next(chances)
            x, y = x + side * -3.0 + 6.0 * (next(chances) - 0.5), y + 3.0 * (next(chances) - 0.5)
            found.append(Puff(x, y, radius, int(next(chances) * PUFF_SHAPES), 1))
    return found
