"""The skyline of 1976 from the top of the steps: all below City Hall, in full sun.

Screen columns are those of the composition; the caller shifts them to his layer.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ..paint.colour import colour
from ..paint.noise import value_noise
from ..paint.relief import Relief

BASE = 216  # row where the city meets the park
Column = Callable[[float], int]


@dataclass(frozen=True)
class Tower:
    """A building: screen x of its left side, width and height in px, tint, its windows' pattern, lit side's width."""

    x: float
    w: int
    h: int
    tint: str
    windows: str = "grid"
    side: int = 3


TOWERS = (
    Tower(-40, 30, 30, "#c0603c"),
    Tower(-8, 22, 44, "#e6c078", "bands"),
    Tower(16, 30, 32, "#b8502e"),
    Tower(48, 24, 26, "#d8a868"),
    Tower(100, 26, 36, "#cc6c40"),
    Tower(128, 20, 52, "#ecd090", "ribs"),
    Tower(150, 26, 42, "#6ea0cc", "bands"),
    Tower(176, 22, 66, "#e4bc70", "ribs"),
    Tower(198, 26, 48, "#bc5434"),
    Tower(416, 24, 60, "#5c98cc", "bands"),
    Tower(440, 22, 46, "#d0683c"),
    Tower(464, 28, 78, "#f0d8a0", "grid", 4),
    Tower(494, 24, 66, "#c45c38", "grid", 4),
    Tower(520, 30, 88, "#ecd09a", "ribs", 4),
    Tower(552, 24, 70, "#3c7cb4", "bands"),
    Tower(580, 18, 42, "#dc9058"),
    Tower(600, 28, 64, "#7c98b8", "grid", 4),
    Tower(630, 24, 36, "#cc6c40"),
    Tower(656, 34, 50, "#e6c078"),
    Tower(694, 22, 62, "#5c98cc", "bands"),
    Tower(720, 30, 34, "#b8502e"),
)


def _facade(r: Relief, x: int, y: int, t: Tower, rng: np.random.Generator) -> None:
    glass = colour("#3f6c9c")
    for yy in range(y + 4, BASE + 4, 4 if t.windows == "bands" else 3):
        if t.windows == "bands":
            r.rect((x + 1, yy, t.w - t.side - 2, 2), glass, 3.4)
            continue
        for xx in range(x + 2, x + t.w - t.side - 1, 3):
            if t.windows == "grid" and rng.random() < 0.9:
                r.rect((xx, yy, 2, 2), glass * (0.8 + 0.5 * rng.random()), 3.4)
    if t.windows == "ribs":
        for xx in range(x + 2, x + t.w - t.side - 1, 3):
            r.rect((xx, y + 4, 1, t.h - 4), glass, 3.4)


def towers(w: int, at: Column) -> Relief:
    """Every building but City Hall."""
    r, rng = Relief(w, 384), np.random.default_rng(7)
    for t in TOWERS:
        x, y = at(t.x), BASE - t.h
        c = colour(t.tint)
        r.rect((x, y, t.w, t.h + 14), c, 4)
        _facade(r, x, y, t, rng)
        r.rect((x + t.w - t.side, y, t.side, t.h + 14), np.minimum(c * 1.5, 1), 4)
        r.rect((x, y, t.w, 1), np.minimum(c * 1.6, 1), 5)
        if rng.random() < 0.7:
            r.rect((x + 3, y - 4, max(4, t.w // 3), 4), c * 0.9, 4)
        if rng.random() < 0.5:
            r.rect((x + t.w // 2, y - int(rng.integers(6, 16)), 1, 16), c * 0.6, 4)
        if rng.random() < 0.35 and t.w > 20:
            _tank(r, x + t.w - 11, y, c)
    _slab_with_crown(r, at(74))
    _newspaper_tower(r, at(664))
    return r


def _tank(r: Relief, x: int, y: int, tint: np.ndarray) -> None:
    r.rect((x, y - 8, 6, 5), tint * 0.7, 4)
    r.poly([(x - 1, y - 8), (x + 3, y - 11), (x + 7, y - 8)], tint * 0.6, 4)
    for dx in (0, 5):
        r.rect((x + dx, y - 3, 1, 3), tint * 0.5, 4)


def _slab_with_crown(r: Relief, x: int) -> None:
    """The modern bank slab of the thirties: slim, banded, a roof frame and a mast, its sign blank."""
    y, c = BASE - 92, colour("#a8a49c")
    r.rect((x, y, 17, 106), c, 5)
    r.rect((x + 17, y + 10, 8, 96), c * 0.8, 4)
    for yy in range(y + 10, BASE, 3):
        r.rect((x + 1, yy, 13, 1), "#565a5e", 4)
    r.rect((x + 14, y, 3, 106), c * 1.65, 5)
    r.rect((x + 1, y - 7, 22, 7), "#6a6460", 5)
    r.rect((x + 1, y - 7, 22, 1), "#c8b890", 6)
    r.rect((x + 12, y - 22, 1, 16), "#5c5852", 5)


def _newspaper_tower(r: Relief, x: int) -> None:
    """A white newspaper tower with a clock, to the left."""
    c = colour("#cfc8b4")
    r.rect((x - 8, BASE - 46, 30, 60), c * 0.8, 4)
    r.rect((x, BASE - 78, 14, 92), c, 5)
    r.rect((x + 11, BASE - 78, 3, 92), c * 1.25, 5)
    r.poly([(x, BASE - 78), (x + 7, BASE - 92), (x + 14, BASE - 78)], "#b0a068", 5)
    r.disc((x + 7, BASE - 68, 4, 4), "#f4eed8", 6)
    r.line((x + 7, BASE - 68), (x + 7, BASE - 71), "#3a342c", 7)
    r.line((x + 7, BASE - 68), (x + 9, BASE - 67), "#3a342c", 7)
    for yy in range(BASE - 56, BASE, 4):
        r.rect((x + 3, yy, 2, 2), "#6c6a62", 4)
        r.rect((x + 8, yy, 2, 2), "#6c6a62", 4)


def roofs(w: int, seed: int, low: int, high: int) -> Relief:
    """A far line of low roofs, chimneys and tanks."""
    r, rng, x = Relief(w, 384), np.random.default_rng(seed), 0
    while x < w:
        wide, tall = int(rng.integers(8, 22)), int(rng.integers(low, high))
        r.rect((x, BASE - tall, wide, tall + 14), "#6e6c70", 2)
        if rng.random() < 0.3:
            r.rect((x + wide // 2, BASE - tall - int(rng.integers(4, 13)), 2, 16), "#66646a", 2)
        elif rng.random() < 0.3 and wide > 10:
            _tank(r, x + 3, BASE - tall, colour("#6a686c"))
        x += wide
    r.rgb *= (0.9 + 0.2 * (value_noise(384, w, 20, 40, seed) > 0.5))[..., None]
    return r
