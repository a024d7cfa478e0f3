"""What lies on the ground, as tiles with holes: snow, puddles, frost, and what people leave. For tile layers over a
painted ground.

A row of a sheet holds stamps of 2, 3, 4 and 3 tiles side by side; those of the second row differ from the first's.
Tiles of a stamp belong beside each other, as they stand in the sheet.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from .colour import colour, gradient
from .noise import fbm
from .relief import Relief

TILE = 24
STAMPS = (2, 3, 4, 3)
"""How many tiles wide the stamps of a row are."""
W = TILE * sum(STAMPS)


@dataclass(frozen=True)
class Spot:
    """Where a stamp is drawn: its left edge and width in px, the row of its middle, and the seed of its shape."""

    x: int
    wide: int
    y: int
    seed: int


Draw = Callable[[Relief, Spot], None]


def row(draw: Draw, seed: int) -> Relief:
    """Two rows of tiles with a stamp drawn into each of their spots."""
    r = Relief(W, 2 * TILE)
    for line in range(2):
        x = 0
        for k, tiles in enumerate(STAMPS):
            draw(r, Spot(x, tiles * TILE, line * TILE + TILE // 2, seed + 10 * line + k))
            x += tiles * TILE
    return r


def _pool(r: Relief, spot: Spot, fill: float = 1.0) -> np.ndarray:
    """A flat patch with a ragged outline inside its spot."""
    yy, xx = np.mgrid[0 : r.h, 0 : r.w]
    u = (xx + 0.5 - spot.x - spot.wide / 2) / (spot.wide / 2 - 2)
    v = (yy + 0.5 - spot.y) / (TILE / 2 - 3)
    ragged = fbm(r.h, r.w, 16, 3.4, spot.seed, 3) - 0.5
    return np.asarray((u * u + v * v + ragged * 2.4 < fill * 0.72) & (np.abs(u) < 1) & (np.abs(v) < 1))


def snow(r: Relief, spot: Spot) -> None:
    """What is left of the snow, thin at its edge."""
    thin, deep = _pool(r, spot), _pool(r, spot, 0.62)
    r.mask(0, 0, thin, "#8e98b4", 1)
    r.mask(0, 0, deep, "#b8c0d6", 3)
    crust = deep & (fbm(r.h, r.w, 9, 2, spot.seed + 3, 2) > 0.6)
    r.mask(0, 0, crust, "#d8dcea", 4)


def frost(r: Relief, spot: Spot) -> None:
    """Frost along the grain of boards: broken dashes."""
    grain = fbm(r.h, r.w, 26, 1.3, spot.seed, 3)
    patch = _pool(r, spot, 1.1)
    r.mask(0, 0, patch & (grain > 0.5), "#9aa4b2", 1)
    r.mask(0, 0, patch & (grain > 0.6), "#ccd4dc", 2)


def puddle(r: Relief, spot: Spot) -> None:
    """Standing water with the sky in it: warm where it is low, blue where it is high, a dark wet rim."""
    water = _pool(r, spot, 0.8)
    wet = _pool(r, spot, 1.05) & ~water
    r.mask(0, 0, wet, "#3e3c42", 0)
    yy = np.mgrid[0 : r.h, 0 : r.w][0]
    sky = gradient([(0, "#e6c894"), (0.45, "#8c9cac"), (1, "#3c5478")], np.clip((yy - spot.y + 9) / 18, 0, 1))
    r.mask(0, 0, water, "#0c1018", 0, lambda y, x: sky[y, x] * 0.62)
    ripple = water & (fbm(r.h, r.w, 22, 1.2, spot.seed + 5, 2) > 0.66)
    r.mask(0, 0, ripple, "#0c1018", 0, colour("#ffe4b4") * 0.7)


def cinders(r: Relief, spot: Spot) -> None:
    """By a track: lumps of coal, a fishplate, spikes, dead weeds."""
    rng = np.random.default_rng(spot.seed)
    for _ in range(spot.wide // 5):
        x, y = spot.x + 4 + rng.uniform(0, spot.wide - 8), spot.y + rng.normal(0, 4)
        size = float(rng.uniform(1.0, 2.6))
        r.disc(
            (x, np.clip(y, spot.y - 8, spot.y + 8), size, size * 0.7), ("#17151a", "#24202a", "#312b30")[int(x) % 3], 3
        )
    if spot.wide > 2 * TILE:
        x = spot.x + rng.uniform(12, spot.wide - 30)
        r.rect((x, spot.y - 1, 15, 3), "#54362a", 4)
        for q in (2, 6, 10):
            r.rect((x + q, spot.y, 1, 1), "#1c1614", 2)
    for _ in range(spot.wide // 16):
        x, foot = spot.x + 6 + rng.uniform(0, spot.wide - 12), spot.y + rng.uniform(2, 9)
        for lean in (-3.0, -1.0, 1.5, 3.5):
            r.line((x, foot), (x + lean, foot - rng.uniform(4, 9)), "#6a5638", 5)


def litter(r: Relief, spot: Spot) -> None:
    """Of a market: cabbage leaves, straw, slats of a crate, a sheet of paper, an orange that got away."""
    rng = np.random.default_rng(spot.seed)
    for _ in range(spot.wide // 7):
        x, y = spot.x + 4 + rng.uniform(0, spot.wide - 8), spot.y + rng.uniform(-7, 8)
        angle, long = rng.uniform(-0.5, 0.5), rng.uniform(2, 5)
        r.line((x, y), (x + long, y + long * angle), ("#a88c4c", "#8a7240")[int(rng.integers(0, 2))], 1)
    for _ in range(spot.wide // 18):
        x, y = spot.x + 6 + rng.uniform(0, spot.wide - 12), spot.y + rng.uniform(-6, 6)
        r.disc((x, y, rng.uniform(2, 3.6), 1.8), ("#4c6a30", "#6a8440", "#39542a")[int(rng.integers(0, 3))], 3)
        r.rect((x - 1, y, 3, 1), "#8aa058", 4)
    x = spot.x + rng.uniform(8, spot.wide - 20)
    kind = spot.seed % 3
    if kind == 0:
        r.poly([(x, spot.y + 2), (x + 10, spot.y - 2), (x + 14, spot.y + 1), (x + 4, spot.y + 5)], "#b8b09c", 2)
        for q in range(3):
            r.line((x + 3 + q, spot.y + 2 + q), (x + 9 + q, spot.y - 0.5 + q), "#6e685c", 2.5)
    elif kind == 1:
        for q, turn in ((0, -1), (4, 2), (7, -3)):
            r.line((x + q, spot.y + q / 2), (x + q + 12, spot.y + q / 2 + turn), "#7c6244", 4, 2)
    else:
        r.disc((x, spot.y + 3, 3, 2.8), "#d8742a", 7)


def tackle(r: Relief, spot: Spot) -> None:
    """Of a quay: an end of rope, nails, a wet board's patch, scales."""
    rng = np.random.default_rng(spot.seed)
    r.mask(0, 0, _pool(r, spot, 0.5), "#54463c", 0)
    x, y = spot.x + 6.0, float(spot.y)
    points = [(x, y)]
    while x < spot.x + spot.wide - 10:
        x, y = x + rng.uniform(4, 8), float(np.clip(y + rng.uniform(-4, 4), spot.y - 7, spot.y + 7))
        points.append((x, y))
    r.curve([(a, b + 1) for a, b in points], "#1a1614", 1, 2)
    r.curve(points, "#a08a60", 4, 2)
    for a, b in points[::2]:
        r.rect((a, b, 1, 1), "#c8b484", 5)
    for _ in range(spot.wide // 14):
        r.rect((spot.x + rng.uniform(4, spot.wide - 5), spot.y + rng.uniform(-8, 8), 1, 1), "#d0d8dc", 4)


ROWS: dict[str, dict[str, tuple[Draw, int]]] = {
    "yard": {"snow": (snow, 3), "cinders and weeds": (cinders, 40)},
    "market": {"puddles": (puddle, 7), "street litter": (litter, 60)},
    "bridge": {},
    "river": {"frost": (frost, 11), "tackle": (tackle, 80)},
}
"""What is added below the ground tiles of each place's sheet."""
