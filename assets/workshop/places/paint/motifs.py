"""What several places share: clouds, skylines, smoke, people, wires."""

import math
from dataclasses import dataclass

import numpy as np

from .colour import Array, blend, colour, smooth
from .noise import fbm
from .relief import Paint, Relief, capsule


def clouds(
    h: int,
    w: int,
    band: tuple[float, float],
    seed: int,
    cell: tuple[float, float] = (170, 9),
    cover: float = 0.54,
    warp: float = 14,
) -> Array:
    """Stratus inside the rows of `band`: density 0..1, noise stretched along x and bent."""
    yy, xx = np.mgrid[0:h, 0:w]
    bend = (fbm(h, w, 120, 40, seed + 7, 3) - 0.5) * warp
    d = fbm(h, w, *cell, seed, 5, 0.55)[np.clip(yy + bend, 0, h - 1).astype(int), xx]
    edge = smooth(band[0] - 8, band[0] + 18, yy) * smooth(band[1] + 8, band[1] - 14, yy)
    return np.clip((d - cover) / (1 - cover) * edge * 2.2, 0, 1).astype(np.float32)


@dataclass(frozen=True)
class Roofs:
    """What stands on a skyline: ranges of widths and heights in px, and the shares that carry a tank or a stack."""

    widths: tuple[int, int]
    heights: tuple[int, int]
    tanks: float = 0.3
    stacks: float = 0.15


def skyline(r: Relief, base: float, seed: int, roofs: Roofs, paint: Paint = "#000000") -> None:
    """Roofs side by side with water tanks, stacks and masts, right across a relief."""
    rng = np.random.default_rng(seed)
    x = 0
    while x < r.w:
        w, h = int(rng.integers(*roofs.widths)), int(rng.integers(*roofs.heights))
        r.rect((x, base - h, w, h + 40), paint)
        kind = rng.random()
        if kind < 0.25:
            r.rect((x + w // 4, base - h - 4, w // 2, 4), paint)
        elif kind < 0.25 + roofs.tanks and w > 8:
            water_tank(r, x + int(rng.integers(2, max(3, w - 7))), base - h, 1, paint)
        elif kind < 0.25 + roofs.tanks + roofs.stacks:
            r.rect((x + w // 2, base - h - int(rng.integers(8, 26)), 3, 30), paint)
        if rng.random() < 0.3:
            r.line((x + w - 3, base - h - int(rng.integers(4, 9))), (x + w - 3, base - h), paint)
        x += w + (int(rng.integers(0, 4)) if rng.random() < 0.4 else 0)


def water_tank(r: Relief, x: float, roof: float, k: float, paint: Paint) -> None:
    """A barrel on legs; k is its size (1: 6 px wide)."""
    r.rect((x, roof - 9 * k, 6 * k, 6 * k), paint)
    r.poly([(x - k, roof - 9 * k), (x + 3 * k, roof - 12 * k), (x + 7 * k, roof - 9 * k)], paint)
    for leg in (0, 5):
        r.rect((x + leg * k, roof - 3 * k, max(1, k * 0.8), 3 * k + 1), paint)


def city_hall(r: Relief, x: float, base: float, tall: float, paint: Paint = "#000000") -> None:
    """City Hall with its tower and the hatted statue, centred on x, `tall` px high."""
    k = tall / 167

    def part(x0: float, y0: float, w: float, h: float) -> None:
        r.rect((x + x0 * k, base - (y0 + h) * k, max(1, w * k), max(1, h * k)), paint)

    for piece in (
        (-60, 0, 120, 40),
        (-58, 40, 22, 12),
        (36, 40, 22, 12),
        (-64, 0, 10, 34),
        (54, 0, 10, 34),
        (-14, 0, 28, 92),
        (-16, 88, 32, 4),
        (-13, 92, 26, 14),
        (-15, 106, 30, 2),
        (-4, 139, 8, 8),
        (-2.2, 147, 4.4, 11),
        (-3, 157, 6, 1.6),
        (-1.4, 158, 2.8, 4),
        (2, 150, 3, 1.6),
    ):
        part(*piece)
    r.poly(
        [(x + a * k, base - b * k) for a, b in ((-13, 108), (-10, 128), (-5, 140), (5, 140), (10, 128), (13, 108))],
        paint,
    )


def smoke(
    h: int, w: int, at: tuple[float, float], rise: float, drift: float, seed: int, sizes: tuple[float, float] = (3, 14)
) -> Array:
    """A plume's density 0..1 in quarter steps: from `at`, `rise` px up and `drift` px along."""
    rng = np.random.default_rng(seed)
    yy, xx = np.mgrid[0:h, 0:w]
    out = np.zeros((h, w), np.float32)
    for i in range(26):
        t = i / 26
        cx, cy = at[0] + t * drift + rng.normal(0, 3), at[1] - rise * (0.65 * t**0.7 + 0.35 * t) + rng.normal(0, 2)
        rad = sizes[0] + (sizes[1] - sizes[0]) * t
        out = np.maximum(
            out, np.clip(1.15 - np.hypot((xx - cx) / rad, (yy - cy) / (rad * 0.75)), 0, 1) * (1 - t * 0.75)
        )
    return (np.round(out * 4) / 4).astype(np.float32)


def person(seed: int, coat: str, apron: str | None = None, hat: str = "cap", reach: float = 0) -> Relief:
    """Someone standing, 76 px tall on a 44x78 relief; `reach` > 0 stretches out the right arm."""
    r = Relief(44, 78)
    trousers = ("#2c2a30", "#3a322c", "#26303a")[seed % 3]

    def limb(a: tuple[float, float, float], b: tuple[float, float, float], paint: Paint, z: float = 0) -> None:
        """From one joint to another: to the right of the middle, over the ground, radius."""
        capsule(r, (22 + a[0], 76 - a[1], a[2]), (22 + b[0], 76 - b[1], b[2]), colour(paint), z)

    limb((-3, 34, 5), (-4, 4, 3.6), trousers, -2)
    limb((4, 34, 5), (5, 4, 3.6), trousers, -2)
    limb((-5, 2.6, 2.6), (-1, 2.4, 2.2), "#14110f")
    limb((4, 2.6, 2.6), (8, 2.4, 2.2), "#14110f")
    limb((0, 32, 8.6), (0, 54, 9.4), coat)
    if apron:
        limb((1, 24, 6), (1, 46, 6.5), apron, 3)
    limb((9, 54, 4), (14 if reach else 11, 44, 3.4), coat, 4)
    if reach:
        limb((14, 44, 3.2), (20, 54 + reach, 2.6), coat, 5)
        limb((20, 55 + reach, 2.6), (21, 56 + reach, 2.4), "#b07a58", 6)
    else:
        limb((11, 42, 3.2), (6, 36, 2.8), coat, 6)
    limb((-9, 54, 4), (-11, 42, 3.4), coat, 3)
    limb((-11, 42, 3.2), (-8, 32, 2.8), coat, 4)
    limb((0, 64, 5.4), (1, 67, 5.2), "#a8714f", 1)
    limb((0, 69, 5.6), (0, 70.5, 5.4), "#2a2522" if hat == "cap" else "#5a2420", 2)
    if hat == "cap":
        limb((2, 68.4, 2), (7, 67.6, 1.4), "#2a2522", 3)
    if hat == "brim":
        limb((-7, 69, 1.6), (8, 69, 1.6), "#2a2522", 3)
    return r


def cast_shadow(picture: Array, mask: np.ndarray, foot: int, lean: tuple[float, float], dark: float = 0.45) -> Array:
    """A silhouette's shadow thrown on the ground: `lean` px along and down for each px of height."""
    h, w = mask.shape
    shade = np.zeros((h, w), bool)
    ys, xs = np.nonzero(mask[:foot])
    tx, ty = np.round(xs + (foot - ys) * lean[0]).astype(int), np.round(foot + (foot - ys) * lean[1]).astype(int)
    ok = (tx >= 0) & (tx < w) & (ty >= 0) & (ty < h)
    shade[ty[ok], tx[ok]] = True
    return blend(picture, picture * (1 - dark), shade.astype(np.float32))


def lattice(
    r: Relief, low: tuple[float, float], high: tuple[float, float], bay: float, paint: Paint, z: float = 3
) -> None:
    """A laced girder or mast between two corners: chords, and crosses every `bay` px along the longer side."""
    (x0, y0), (x1, y1) = low, high
    if x1 - x0 >= y1 - y0:
        for y in (y0, y1 - 1):
            r.rect((x0, y, x1 - x0, max(1, (y1 - y0) * 0.12)), paint, z)
        for i in range(math.ceil((x1 - x0) / bay)):
            a, b = x0 + i * bay, min(x1, x0 + (i + 1) * bay)
            r.line((a, y0), (b, y1), paint, z)
            r.line((a, y1), (b, y0), paint, z)
    else:
        for x in (x0, x1 - 1):
            r.rect((x, y0, max(1, (x1 - x0) * 0.12), y1 - y0), paint, z)
        for i in range(math.ceil((y1 - y0) / bay)):
            a, b = y0 + i * bay, min(y1, y0 + (i + 1) * bay)
            r.line((x0, a), (x1, b), paint, z)
            r.line((x1, a), (x0, b), paint, z)
