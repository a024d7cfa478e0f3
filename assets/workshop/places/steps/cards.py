"""What stands along the climb, as cards: urns, lamps, trees, flags; each in sun and in shade, in five sizes."""

import math

import numpy as np

from ..paint.colour import Array, colour
from ..paint.film import develop
from ..paint.relief import Relief, round_height
from ..paint.relight import Daylight, light
from .far import LOOK, bare_tree
from .geometry import RISE, TOP_Y, TOP_Z, stair_z
from .shade import shaded

FLAG_FRAMES = 4
SIZES = 5  # each 0.75 of the one before
SUNNY = Daylight((-0.80, -0.44, 0.30), "#ffd6a0", 3.2, "#8098c8", "#8a7a62", 0.55, 1.0, 50)
SHADY = Daylight((-0.80, -0.44, 0.30), "#ffd6a0", 0.0, "#8098d0", "#5a5a68", 0.62, 1.0, 0)


def urn() -> Relief:
    """A stone urn on a panelled pedestal, 2.0 m wide and 3.9 m high, at 26 px a metre."""
    r = Relief(56, 102)
    stone = "#b8ac94"
    for x, y, w, h, z in ((3, 52, 50, 50, 6), (1, 47, 54, 5, 9), (0, 45, 56, 3, 10), (2, 92, 52, 10, 9)):
        r.rect((x, y, w, h), stone, z)
    r.rect((10, 57, 36, 29), "#a4987f", 4)
    r.rect((12, 59, 32, 25), "#aea28a", 5)
    r.rect((20, 38, 16, 8), stone, round_height(28, 8, 6))
    for y in range(8, 38):
        half = 22 * math.sin(min(1.0, (y - 2) / 22) * math.pi / 2) if y < 22 else 22 - (y - 22) * 0.75
        half = max(half, 9) if y > 12 else 20 - (12 - y)
        r.rect((28 - half, y, half * 2, 1), stone, round_height(28, half, 4, 0.8))
    r.rect((4, 6, 48, 4), "#c4b8a0", round_height(28, 24, 6))
    for x in range(8, 50, 6):
        r.rect((x, 20, 2, 10), "#a09478")
    return r


def lamp() -> Relief:
    """An iron lamp with two globes, 4.6 m, at 36 px a metre."""
    r = Relief(52, 166)
    iron = "#23282c"
    r.rect((20, 150, 12, 16), iron, 6)
    r.rect((17, 158, 18, 8), iron, 7)
    r.rect((24, 26, 4, 126), iron, round_height(26, 2, 4))
    r.rect((8, 34, 36, 3), iron, 4)
    for x in (9, 43, 26):
        y = 12 if x == 26 else 24
        r.rect((x - 2, y + 8, 4, 6), iron, 4)
        r.disc(
            (x, y, 8, 9),
            "#e8e0cc",
            lambda yy, xx, x=x, y=y: 4 + np.sqrt(np.clip(70 - (xx - x) ** 2 - (yy - y) ** 2, 0, None)),
            colour("#fff0d0") * 0.2,
        )
    return r


def flag(phase: int) -> Relief:
    """A plain flag in the city's blue and gold, 9 m, at 20 px a metre, streaming right; `phase` 0 to 3."""
    r = Relief(92, 182)
    r.rect((4, 4, 3, 178), "#cfc8b8", 4)
    r.disc((5.5, 3, 3, 3), "#d8a840", 6)
    for x in range(78):
        t = x / 78
        wave = t * 8 - phase * math.pi / 2
        tint = "#2c4878" if x < 26 or x >= 52 else "#d8a83c"
        r.rect(
            (7 + x, 10 + math.sin(wave) * 5 * t, 1, 46 - 4 * t),
            colour(tint) * (0.75 + 0.4 * math.cos(wave)),
            3 + 2 * math.sin(wave),
        )
    return r


def trees() -> list[Relief]:
    """Two winter trees of 10 m at 20 px a metre."""
    return [bare_tree(190, 200, seed, tint) for seed, tint in ((20, "#453a32"), (33, "#4a3f36"))]


def kinds() -> dict[str, tuple[Relief, float]]:
    """Each kind's relief and its px a metre."""
    one, two = trees()
    flags = {f"flag_{k}": (flag(k), 20.0) for k in range(FLAG_FRAMES)}
    return {"urn": (urn(), 26.0), "lamp": (lamp(), 36.0), "tree_a": (one, 20.0), "tree_b": (two, 20.0), **flags}


def sizes(r: Relief, day: Daylight) -> list[tuple[Array, np.ndarray]]:
    """Developed picture and mask in SIZES sizes; small ones keep thin things: a third of a pixel is solid."""
    lit, a = light(r, day), (r.a > 0.5).astype(np.float32)
    out = []
    for k in range(SIZES):
        f = 0.75**k
        h, w = max(2, round(r.h * f)), max(2, round(r.w * f))
        cover, rgb = np.zeros((h, w), np.float32), np.zeros((h, w, 3), np.float32)
        yy, xx = np.mgrid[0 : r.h, 0 : r.w]
        ty, tx = np.minimum((yy * f).astype(int), h - 1), np.minimum((xx * f).astype(int), w - 1)
        count = np.zeros((h, w), np.float32)
        np.add.at(count, (ty, tx), 1)
        np.add.at(cover, (ty, tx), a)
        np.add.at(rgb, (ty, tx), lit * a[..., None])
        solid = cover / np.maximum(count, 1) > 0.34
        out.append((develop(rgb / np.maximum(cover, 1e-6)[..., None], LOOK), solid))
    return out


def stand() -> list[dict]:
    """Where cards stand: kind, x, y (foot) and z in metres, and whether in sun or in shade; far ones first."""
    out = []
    for side in (-1, 1):
        for k in (1, 19, 37, 55):
            out.append(("urn", side * 14.0, (k - 1) * RISE + 0.3, stair_z(k) + 0.6))
        out.append(("urn", side * 14.0, TOP_Y, TOP_Z + 0.8))
        out += [("lamp", side * 9.5, 0.0, z) for z in (-14.0, -7.0, -1.0)]
        out += [("flag", side * x, TOP_Y, TOP_Z + z) for x, z in ((18.5, 5.0), (17.5, 40.0))]
        for i, (x, y, z) in enumerate(
            (
                (12.6, 0.0, -2.0),
                (16.5, 0.0, -9.0),
                (18.5, 0.0, -3.0),
                (19.5, 1.2, 4.0),
                (22.5, 2.8, 9.0),
                (18.0, 3.6, 11.0),
                (24.5, 0.0, -8.0),
                (23.0, 5.2, 15.0),
            )
        ):
            out.append((("tree_a", "tree_b")[(i + (side > 0)) % 2], side * (x + 0.7 * ((i * 7) % 3)), y, z))
    cards = [
        {
            "kind": k,
            "x": round(x, 2),
            "y": round(y, 2),
            "z": round(z, 2),
            "light": "sun" if _sunny(x, y, z) else "shade",
        }
        for k, x, y, z in out
    ]
    return sorted(cards, key=lambda c: -c["z"])


def _sunny(x: float, y: float, z: float) -> bool:
    return float(shaded(np.float32(x), np.float32(y + 2), np.float32(z))) < 0.5
