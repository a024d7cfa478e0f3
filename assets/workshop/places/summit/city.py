"""The skyline of 1976 from the top of the steps: City Hall's tower the tallest, everything hazy against a high sun.

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
    Tower(-34, 30, 34, "#8a7c6e"),
    Tower(-2, 22, 52, "#7c746c", "bands"),
    Tower(22, 30, 38, "#94867a"),
    Tower(56, 24, 30, "#86807a"),
    Tower(104, 26, 42, "#8c8070"),
    Tower(132, 20, 60, "#7c746c"),
    Tower(154, 26, 50, "#9a8c78", "bands"),
    Tower(182, 22, 78, "#86807a", "ribs"),
    Tower(206, 28, 64, "#a0927c"),
    Tower(262, 24, 74, "#8e8472"),
    Tower(372, 22, 84, "#7e8488", "bands"),
    Tower(396, 22, 66, "#9c9080"),
    Tower(420, 30, 104, "#b0a898", "grid", 4),
    Tower(452, 25, 92, "#a8a092", "grid", 4),
    Tower(480, 32, 116, "#bcb4a2", "ribs", 4),
    Tower(515, 25, 96, "#5c6670", "bands"),
    Tower(542, 18, 54, "#9a8c7c"),
    Tower(562, 30, 88, "#50545a", "grid", 4),
    Tower(596, 24, 46, "#8c8272"),
    Tower(622, 36, 60, "#94867a"),
    Tower(662, 22, 80, "#7c8084", "bands"),
    Tower(688, 30, 42, "#8a8074"),
)


def _facade(r: Relief, x: int, y: int, t: Tower, rng: np.random.Generator) -> None:
    glass = colour("#565e66") * 0.9
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
        r.rect((x + t.w - t.side, y, t.side, t.h + 14), c * 1.7, 4)
        r.rect((x, y, t.w, 1), c * 1.9, 5)
        if rng.random() < 0.7:
            r.rect((x + 3, y - 4, max(4, t.w // 3), 4), c * 0.9, 4)
        if rng.random() < 0.5:
            r.rect((x + t.w // 2, y - int(rng.integers(6, 16)), 1, 16), c * 0.6, 4)
        if rng.random() < 0.35 and t.w > 20:
            _tank(r, x + t.w - 11, y, c)
    _slab_with_crown(r, at(234))
    _clock_tower(r, at(74))
    return r


def _tank(r: Relief, x: int, y: int, tint: np.ndarray) -> None:
    r.rect((x, y - 8, 6, 5), tint * 0.7, 4)
    r.poly([(x - 1, y - 8), (x + 3, y - 11), (x + 7, y - 8)], tint * 0.6, 4)
    for dx in (0, 5):
        r.rect((x + dx, y - 3, 1, 3), tint * 0.5, 4)


def _slab_with_crown(r: Relief, x: int) -> None:
    """The modern bank slab of the thirties: slim, banded, a roof frame and a mast, its sign blank."""
    y, c = BASE - 128, colour("#8c847a")
    r.rect((x, y, 17, 142), c, 5)
    r.rect((x + 17, y + 10, 8, 132), c * 0.8, 4)
    for yy in range(y + 10, BASE, 3):
        r.rect((x + 1, yy, 13, 1), "#565a5e", 4)
    r.rect((x + 14, y, 3, 142), c * 1.65, 5)
    r.rect((x + 1, y - 7, 22, 7), "#6a6460", 5)
    r.rect((x + 1, y - 7, 22, 1), "#c8b890", 6)
    r.rect((x + 12, y - 22, 1, 16), "#5c5852", 5)


def _clock_tower(r: Relief, x: int) -> None:
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


def city_hall(w: int, x: int) -> Relief:
    """Pale stone, pavilions, the clock tower and the hatted statue that nothing overtops; 174 px tall."""
    r, stone = Relief(w, 384), "#bcb094"

    def block(dx: float, dy: float, wide: float, tall: float, tint: object = stone, z: float = 6) -> None:
        r.rect((x + dx, BASE + 6 - dy - tall, wide, tall), tint, z)

    for dx in range(-74, 74, 12):  # the long front: arched windows in three storeys
        block(dx, 0, 12, 44, "#ac9f86", 5)
        for dy, tall in ((4, 8), (17, 10), (31, 8)):
            block(dx + 2, dy, 3, tall, "#5a564c", 3)
            block(dx + 7, dy, 3, tall, "#5a564c", 3)
        block(dx, 14, 12, 1, "#d0c4a4", 7)
        block(dx, 29, 12, 1, "#d0c4a4", 7)
    for dx in (-78, -16, 54):  # pavilions with mansards
        block(dx, 0, 26 if dx > -70 else 24, 54, "#b4a88c", 8)
        for k in range(3):
            block(dx + 4 + 7 * k, 34, 3, 12, "#5a564c", 6)
        r.poly(
            [(x + dx, BASE - 48), (x + dx + 5, BASE - 64), (x + dx + 20, BASE - 64), (x + dx + 25, BASE - 48)],
            "#5c6a70",
            8,
        )
        block(dx + 5, 70, 15, 1, "#8c969a", 9)
    block(-15, 50, 30, 62, stone, 10)
    for dx in (-11, -3, 5):
        block(dx, 58, 6, 44, "#746c5e", 6)
        block(dx + 1, 62, 2, 38, "#524c44", 5)
    block(-17, 108, 34, 4, "#d4c8aa", 12)
    block(-14, 112, 28, 18, stone, 10)
    r.disc((x, BASE - 115, 6.5, 6.5), "#4a443a", 11)
    r.disc((x, BASE - 115, 5.5, 5.5), "#f8ecc8", 12, colour("#ffe8b0") * 0.3)
    r.line((x, BASE - 115), (x, BASE - 119), "#3a342c", 13)
    r.line((x, BASE - 115), (x + 3, BASE - 114), "#3a342c", 13)
    block(-16, 130, 32, 3, "#d4c8aa", 12)
    for dx in (-15, 11):
        block(dx, 133, 4, 6, "#b0a488", 11)
    dome = [
        (x - 13, BASE - 127),
        (x - 11, BASE - 140),
        (x - 6, BASE - 150),
        (x + 6, BASE - 150),
        (x + 11, BASE - 140),
        (x + 13, BASE - 127),
    ]
    r.poly(dome, "#66767c", lambda _y, xx: 10 - np.abs(xx - x) * 0.7)
    for dx in (-8, 0, 8):
        block(dx - 1, 136, 2, 9, "#3c484c", 7)
    block(-5, 155, 10, 6, "#5c686c", 10)
    block(-3, 161, 6, 3, "#4a5458", 10)
    _statue(r, x, BASE - 158)
    return r


def _statue(r: Relief, x: int, y: int) -> None:
    """A coat, an outstretched hand, a broad hat."""
    tint = "#33393c"
    r.rect((x - 2, y - 10, 5, 10), tint, 10)
    r.rect((x - 3, y - 3, 7, 3), tint, 10)
    r.rect((x + 3, y - 8, 3, 1), tint, 10)
    r.rect((x - 1, y - 13, 3, 3), tint, 10)
    r.rect((x - 3, y - 14, 7, 1), tint, 10)
    r.rect((x - 1, y - 16, 3, 2), tint, 10)


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
