"""What stands in a market street: piles of fruit on tiers, hanging goods, awnings, crates, barrels, price tags."""

import math

import numpy as np

from ..paint.colour import colour
from ..paint.lettering import text_width, write
from ..paint.noise import fbm
from ..paint.relief import Relief, round_height

Kind = list[str]
ORANGES, APPLES, LEMONS = ["#d8742a", "#e08a3a", "#c8621e"], ["#98281e", "#b03a28", "#7c1f1a"], ["#d0b040", "#e0c458"]
CABBAGE, LETTUCE, TOMATO = ["#5a7a3a", "#6c8c48", "#48682e"], ["#3c5a2c", "#4c6e38"], ["#b8321e", "#cc4a2c"]
POTATO, AUBERGINE, GRAPES = ["#8a6a48", "#9c7c58", "#75583a"], ["#3a2440", "#4a2e50"], ["#4a2a48", "#6a3a58", "#384a28"]
FISH, BREAD, CHEESE = (
    ["#7c8a94", "#96a4ac", "#5c6a76"],
    ["#b07a3c", "#c8924c", "#8a5a2a"],
    ["#d8b050", "#e8c870", "#c09038"],
)
PRICES = ("39¢", "5 LB $1", "$1", "29¢", "3 LB", "59¢", "FRESH", "10¢")


def pile(w: int, h: int, kinds: list[Kind], seed: int, grain: float = 2.6) -> Relief:
    """Bins side by side, each heaped with one kind, with price tags stuck in."""
    r, rng, x, k = Relief(w, h), np.random.default_rng(seed), 0, 0
    while x < w:
        wide = int(rng.integers(22, 34))
        tones, size = (
            kinds[k % len(kinds)],
            grain * rng.uniform(0.85, 1.15) * (1.5 if kinds[k % len(kinds)] in (CABBAGE, LETTUCE) else 1),
        )
        k += 1
        for row in range(int(h / (size * 1.1)) + 2):
            for cx in np.arange(x + size * (0.7 + 0.5 * (row % 2)), min(x + wide - 1, w), size * 1.7):
                cy = 7 + row * size * 1.15 - 3 * math.sin((cx - x) / wide * math.pi) + rng.normal(0, 0.4)
                c = colour(tones[int(rng.integers(0, len(tones)))])
                r.disc((cx, cy, size, size), c * 0.6, 1)
                r.disc((cx - 0.25 * size, cy - 0.3 * size, size * 0.72, size * 0.68), c, 2)
                r.disc((cx - 0.45 * size, cy - 0.5 * size, max(0.55, size * 0.22), max(0.55, size * 0.22)), c * 1.9, 2)
        r.rect((x + wide - 1, 5, 2, h), "#5a4430", 3)
        if rng.random() < 0.55:
            tag(r, x + 3, h - 12, PRICES[int(rng.integers(0, len(PRICES)))], rng)
        x += wide
    r.rect((0, h - 3, w, 3), "#6a5238", 3)
    return r


def tag(r: Relief, x: float, y: float, text: str, rng: np.random.Generator) -> None:
    """A price on card."""
    r.rect((x, y, text_width(text, small=1) + 4, 9), "#e0d8bc", 5)
    write(r, (x + 2, y + 2), text, "#8a1c14" if rng.random() < 0.5 else "#1c1c24", small=1)


def hanging(w: int, seed: int, what: str) -> Relief:
    """A rail with goods hung from it: cheese, sausages, garlic, fowl, pans."""
    r, rng = Relief(w, 34), np.random.default_rng(seed)
    r.rect((0, 0, w, 1), "#4a4038", 2)
    for x in np.arange(7, w - 8, 12):
        x = float(x + rng.normal(0, 1.5))
        r.rect((x, 0, 1, 6), "#a09070", 1)
        kind = what if rng.random() < 0.7 else ("cheese", "sausage", "garlic")[int(rng.integers(0, 3))]
        if kind == "cheese":
            r.disc((x, 14, 4, 7), "#c8a050", 3)
            r.disc((x - 1.2, 12, 1.5, 3.4), "#ecd090", 3)
            r.rect((x - 4, 13, 8, 1), "#8a6a30", 4)
        elif kind == "sausage":
            for q in (-2, 2):
                r.rect((x + q - 1, 6, 3, 20 + int(rng.integers(0, 6))), "#6a2a20", 2)
                r.rect((x + q - 1, 6, 1, 20), "#a04c3c", 2)
            for y in (10, 16, 22):
                r.rect((x - 3, y, 6, 1), "#c8b890", 2)
        elif kind == "fowl":
            r.disc((x, 18, 4, 7), "#d8c8a8", 3)
            r.disc((x - 1, 16, 1.6, 4), "#f0e4c8", 3)
            r.rect((x - 1, 6, 2, 7), "#c8a878", 3)
            r.rect((x - 1, 24, 2, 4), "#a8402c", 3)
        elif kind == "fish":
            r.poly([(x - 2, 6), (x + 3, 6), (x + 4, 16), (x, 28), (x - 3, 16)], "#8a98a2", 3)
            r.rect((x - 1, 8, 1, 16), "#c4d0d4", 3)
            r.poly([(x - 3, 32), (x, 27), (x + 3, 32)], "#6a7680", 3)
        else:
            for dx, dy in ((-1, 8), (1, 11), (-1, 14), (1, 17), (0, 20)):
                r.disc((x + dx, dy, 2.2, 2.4), "#d8d0b8", 2)
    return r


def awning_cloth(w: int, h: int, tones: tuple[str, str], seed: int, stripe: int = 13) -> Relief:
    """The sloping cloth, top edge at the wall."""
    r = Relief(w, h)
    for x in range(w):
        r.rect((x, 0, 1, h), tones[(x // stripe) % 2], 0)
    r.rgb *= (0.8 + 0.35 * np.round(fbm(h, w, 24, 10, seed, 3) * 5) / 5)[..., None]
    for x in range(0, w, w // max(1, w // 46)):
        r.rect((x, 0, 1, h), colour(tones[0]) * 0.5, -0.6)
    return r


def valance(w: int, tones: tuple[str, str], stripe: int = 13) -> Relief:
    """The scalloped edge in front."""
    r = Relief(w, 13)
    for x in range(w):
        d = 7 + 4.4 * math.sin((x % stripe) / stripe * math.pi)
        c = colour(tones[(x // stripe) % 2])
        r.rect((x, 0, 1, d), c * 0.85, 0)
        r.rect((x, d - 1, 1, 1), c * 0.45, 0)
    r.rect((0, 0, w, 1), colour(tones[1]) * 1.15, 0)
    return r


def crates(n: int, seed: int) -> Relief:
    """A stack of slatted crates, n high, some with fruit showing."""
    rng = np.random.default_rng(seed)
    w, each = 34, 17
    r = Relief(w + 6, n * each + 8)
    for k in range(n):
        x, y = 3 + int(rng.integers(-2, 3)), r.h - (k + 1) * each
        if k == n - 1:
            for q in range(x + 3, x + w - 3, 5):
                r.disc((q, y - 1, 3, 3), ("#d8742a", "#b03a28", "#5a7a3a")[seed % 3], 3)
        r.rect((x, y, w, each - 1), "#2a1e16", 2)
        for s in (0, 5, 10):
            r.rect((x, y + 1 + s, w, 4), ("#6c5a40", "#7c684a", "#5a4a34")[int(rng.integers(0, 3))], 4)
        for q in (0, w - 4):
            r.rect((x + q, y, 4, each - 1), "#55452f", 6)
        if k == 0:
            write(r, (x + 7, y + 6), ("ORANGES", "PEARS", "FIGS")[seed % 3], "#33241a", small=1)
    return r


def barrel(seed: int) -> Relief:
    """A barrel of olives or brine."""
    r = Relief(30, 38)
    for x in range(30):
        bulge = 2.5 * (1 - ((x - 15) / 15) ** 2)
        r.rect(
            (x, 4 - bulge * 0.4, 1, 33 + bulge * 0.4),
            ("#5a4028", "#6a4c30", "#4c3622")[(x // 4 + seed) % 3],
            round_height(15, 15, 0, 0.7),
        )
    for y in (8, 20, 32):
        r.rect((0, y, 30, 2), "#3a3836", 13)
    r.disc((15, 4, 14, 3.4), "#2a2a1c", 11)
    for k in range(16):
        r.disc((4 + (k * 7) % 23, 3 + (k * 5) % 3, 1.6, 1.3), ("#4c5a28", "#3a2a34")[k % 2], 12)
    return r
