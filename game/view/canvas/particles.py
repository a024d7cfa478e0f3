"""Particles as pure functions of their age: nothing is stored between frames.

A burst is described by its kind, time, position and seed; the position of its particles at any time follows from these.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import cos, exp, sin, tau

import numpy as np
import pygame

from game.view.canvas.color import Color

JITTER_PX = 4.0
"""Range of the particles' start positions, px."""
PUFF_HEART = 1.4
"""Opacity of a puff's middle, as a multiple of the opacity that is named: over a disc 1 - r^2 has a mean of a half, so
that the whole puff covers seven tenths of it.
"""


@dataclass(frozen=True, slots=True)
class Stuff:
    """A kind of particle. Speeds in px a second at 50 px a metre, `drag` and `fall` per second, `life` in seconds.

    `soft` particles are puffs that grow from the first to the second size; hard ones are one or two pixels.
    """

    colors: tuple[Color, ...]
    count: int
    speed: float
    rise: float
    drag: float
    fall: float
    life: float
    sizes: tuple[int, int]
    soft: int = 0
    """Opacity of a fresh puff, 0 to 255; 0 for hard particles."""
    radial: bool = False
    """Whether particles fly to all sides alike, instead of up and out."""


DUST = Stuff(((150, 132, 112), (112, 98, 90)), 7, 34, 14, 4.0, 8, 0.5, (2, 5), 54)
"""Dust of feet."""
FROST = Stuff(((226, 232, 240), (176, 196, 220)), 9, 46, 40, 2.6, 130, 0.5, (1, 1))
"""Frost off metal."""
GRIT = Stuff(((120, 104, 92), (74, 66, 66), (172, 146, 118)), 6, 52, 46, 1.4, 260, 0.42, (1, 1))
"""Grit of feet."""
SPLASH = Stuff(((196, 188, 164), (122, 138, 152)), 8, 46, 62, 1.0, 300, 0.42, (1, 1))
"""Splashing water."""
LEATHER = Stuff(((255, 236, 196), (232, 170, 104)), 7, 96, 30, 6.0, 60, 0.22, (1, 2))
"""Leather hit by a fist."""
SWEAT = Stuff(((214, 226, 236), (164, 186, 204)), 4, 40, 62, 1.0, 280, 0.5, (1, 1))
"""Drops of sweat."""
ICE = Stuff(((222, 240, 246), (150, 190, 206)), 12, 30, 4, 1.0, 190, 0.8, (1, 1))
"""Splinters of ice."""
JUICE = Stuff(((255, 178, 84), (232, 122, 42)), 6, 60, 50, 2.0, 240, 0.36, (1, 2))
"""Juice of an orange."""
FIBRE = Stuff(((196, 170, 128), (134, 106, 80)), 8, 70, 46, 2.0, 220, 0.5, (1, 2))
"""Fibres of canvas."""
BREATH = Stuff(((220, 226, 236),), 8, 54, 12, 2.4, -12, 0.95, (2, 6), 26)
"""Breath in cold air."""
STAR = Stuff(((255, 248, 226), (255, 220, 150)), 10, 78, 78, 5.0, 0, 0.30, (2, 1), radial=True)
"""Sparks of the hit effect."""


@dataclass(frozen=True, slots=True)
class Burst:
    """One burst: `age` in seconds, screen position, seed, strength, and horizontal bias (-1 to 1)."""

    age: float
    at: tuple[int, int]
    seed: int
    force: float = 1.0
    lean: float = 0.0
    scale: float = 1.0
    drift: float = 0.0
    """Speed of the ground on the screen, px a second: particles left behind move with it."""


def draw_burst(target: pygame.Surface, stuff: Stuff, burst: Burst) -> pygame.Rect:
    """Draw one burst at its age; nothing before its start and after its life. Return a rectangle that holds what was
    drawn, empty where nothing was.
    """
    if not 0 <= burst.age < stuff.life:
        return pygame.Rect(burst.at, (0, 0))
    share = burst.age / stuff.life
    travelled = (1 - exp(-stuff.drag * burst.age)) / stuff.drag
    # A picture shows ten bursts: what is the same for all particles is looked up once.
    (left, top), lean, scale, tones = burst.at, burst.lean, burst.scale, len(stuff.colors)
    speed, rise, drifted, fallen = stuff.speed, stuff.rise, burst.drift * burst.age, stuff.fall * burst.age**2 / 2
    grains: list[tuple[int, int, int]] = []
    for index, (a, b, c) in enumerate(chances_of(burst.seed, max(1, round(stuff.count * burst.force)))):
        if share >= 0.45 + 0.55 * a:
            continue
        if stuff.radial:
            turn = tau * (index + 0.5 * c) / stuff.count
            across, up = speed * cos(turn), rise * sin(turn)
        else:
            across, up = speed * ((a - 0.5) * 2 * (0.4 + 0.6 * b) + lean), rise * (0.35 + 0.65 * c)
        x = left + scale * across * travelled - drifted
        y = top - scale * (up * travelled - fallen + JITTER_PX * (b - 0.5))
        grains.append((index % tones, round(x), round(y)))
    size = max(1, round((stuff.sizes[0] + (stuff.sizes[1] - stuff.sizes[0]) * share) * burst.scale))
    if stuff.soft:
        puffs = [puff_of(size, color, round(stuff.soft * (1 - share) / 6) * 6) for color in stuff.colors]
        target.fblits([(puffs[tone], (x - size, y - size)) for tone, x, y in grains])
    else:
        for tone, x, y in grains:
            target.fill(stuff.colors[tone], (x, y, size, size))
    if not grains:
        return pygame.Rect(burst.at, (0, 0))
    xs, ys = [x for _, x, _ in grains], [y for _, _, y in grains]
    return pygame.Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)).inflate(2 * size + 2, 2 * size + 2)


@lru_cache(maxsize=1024)
def chances_of(seed: int, count: int) -> tuple[tuple[float, float, float], ...]:
    """Return three numbers from 0 to 1 for each of a burst's particles."""
    return tuple((chance(seed, index, 0), chance(seed, index, 1), chance(seed, index, 2)) for index in range(count))


@lru_cache(maxsize=256)
def puff_of(radius: int, color: Color, opacity: int) -> pygame.Surface:
    """Return a round puff of vapour: densest in its middle, and without an edge."""
    puff = pygame.Surface((2 * radius + 1, 2 * radius + 1), pygame.SRCALPHA, 32)
    puff.fill(color)
    outward = np.arange(-radius, radius + 1)
    apart = (outward[:, None] ** 2 + outward[None, :] ** 2) / (radius + 0.5) ** 2
    opacities = pygame.surfarray.pixels_alpha(puff)
    opacities[:] = np.minimum(255, PUFF_HEART * opacity * np.clip(1 - apart, 0, 1)).astype(np.uint8)
    del opacities
    return puff


def chance(seed: int, index: int, salt: int) -> float:
    """Return a number from 0 to 1 that depends only on its arguments (an integer hash)."""
    value = (seed * 0x9E3779B1 + index * 0x85EBCA77 + salt * 0xC2B2AE3D + 0x27D4EB2F) & 0xFFFFFFFF
    value = ((value ^ (value >> 15)) * 0x2C1B3C6D) & 0xFFFFFFFF
    value = ((value ^ (value >> 12)) * 0x297A2D39) & 0xFFFFFFFF
    return (value ^ (value >> 15)) / 0xFFFFFFFF
