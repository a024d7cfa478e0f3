"""Rolling stock seen from the side, at 27.5 px a metre, standing on its wheels; no railroad's name."""

import numpy as np

from ..paint.colour import blend, colour, smooth
from ..paint.lettering import write
from ..paint.noise import fbm
from ..paint.relief import Relief, round_height

BOXCARS = ("#6a2c20", "#3c4a3e", "#5c3a24", "#7a3426", "#44403c", "#2c4456")
DARK = "#17141a"


def _trucks(r: Relief, xs: tuple[float, ...], h: int) -> None:
    """Pairs of wheels with their side frames."""
    for x in xs:
        for dx in (-15, 15):
            r.disc((x + dx, h - 12, 12, 12), "#221e20", 3)
            r.disc((x + dx, h - 12, 9, 9), "#3a3232", 4)
            r.disc((x + dx, h - 12, 3, 3), "#6a5c54", 5)
        r.poly(
            [(x - 26, h - 12), (x - 12, h - 22), (x + 12, h - 22), (x + 26, h - 12), (x + 22, h - 8), (x - 22, h - 8)],
            DARK,
            6,
        )
        for k in (-4, 0, 4):
            r.rect((x + k - 1, h - 18, 2, 8), "#4a4240", 7)


def _worn(r: Relief, seed: int, rows: tuple[int, int]) -> None:
    """Rust in streaks and a bleached upper half."""
    h, w = rows[1] - rows[0], r.w
    part = r.rgb[rows[0] : rows[1]]
    part *= (0.75 + 0.5 * fbm(h, w, 40, 30, seed, 4))[..., None]
    part[:] = blend(part, colour("#4a2c1e"), np.round(smooth(0.55, 0.75, fbm(h, w, 10, 60, seed + 3, 4)) * 3) / 3 * 0.7)
    part *= (1 - 0.4 * smooth(0.62, 0.7, fbm(h, w, 16, 10, seed + 9, 3)))[..., None]


def boxcar(base: str, seed: int, w: int = 363, h: int = 118) -> Relief:
    """Ribbed sides, sliding door, ladders, roof walk with snow, a car number."""
    r, c, rng, foot = Relief(w, h), colour(base), np.random.default_rng(seed), h - 22
    r.rect((2, 5, w - 4, foot - 5), base, 4)
    for x in range(4, w - 4, 12):
        r.rect((x, 8, 2, foot - 12), c * 0.85, 5.4)
        r.rect((x + 2, 8, 1, foot - 12), c * 0.45, 3.6)
    door = w // 2 - 36
    r.rect((door, 8, 72, foot - 12), c * 0.95, 6)
    for y in range(14, foot - 8, 12):
        r.rect((door + 2, y, 68, 1), c * 0.5, 5)
    if seed % 3 == 1:  # left open: the light shows through
        r.rect((door + 8, 12, 44, foot - 20), "#e8a860", 2, colour("#ffb870") * 0.9)
        r.rect((door + 20, 40, 26, foot - 48), "#1a1416", 3)
        r.a[12:40, door + 12 : door + 48] = 0
    _worn(r, seed, (5, foot))
    write(r, (22, 18), str(rng.integers(20000, 89999)), "#c8c0b0", scale=(2, 2))
    for i, text in enumerate(("CAPY 100000", "LD LMT 121300", "LT WT 47700")):
        write(r, (22, 40 + i * 8), text, "#b0a898", small=1)
    r.disc((w - 60, 38, 16, 16), c * 1.5, 5)
    r.disc((w - 60, 38, 11, 11), c * 0.8, 5)
    for x in (6, w - 16):
        r.rect((x, 8, 1, foot - 10), c * 1.4, 7)
        r.rect((x + 9, 8, 1, foot - 10), c * 1.4, 7)
        for y in range(11, foot, 7):
            r.rect((x, y, 10, 1), c * 1.6, 7)
    for x in range(5, w - 4, 12):  # the low sun rakes along the ribs
        if not door - 4 < x < door + 74:
            r.rect((x, 9, 1, foot - 14), c * 2.2, 5.4, colour("#d87848") * (0.10 + 0.10 * (x / w)))
    r.rect((door + 71, 9, 1, foot - 14), c * 2.2, 6, colour("#ff9a5c") * 0.35)
    _roof(r, w, seed)
    r.rect((2, foot - 4, w - 4, 6), c * 0.4, 6)
    r.rect((0, foot - 1, w, 4), DARK, 5)
    _trucks(r, (46, w - 46), h)
    return r


def _roof(r: Relief, w: int, seed: int) -> None:
    r.rect((0, 2, w, 4), "#2a2428", 7)
    r.rect((10, 0, w - 20, 2), "#221e22", 8)
    snow = fbm(1, w, 40, 1, seed + 5, 3)[0]
    for x in range(w):
        if snow[x] > 0.45:
            r.rect((x, 1 - (snow[x] > 0.6), 1, 2), "#b8c0d4", 9)
    for x in range(20, w - 20, 60):
        r.rect((x, 2, 3, 3), "#1a161a", 8)


def hopper(seed: int) -> Relief:
    """An open hopper heaped with coal, and frost on the coal."""
    w, h = 300, 118
    r, c, foot = Relief(w, h), colour("#3a3230"), h - 22
    rng = np.random.default_rng(seed)
    for x in range(14, w - 14, 3):
        top = 26 - 10 * abs(np.sin((x - 14) / (w - 28) * np.pi * 3)) + rng.normal(0, 1)
        r.rect((x, top, 3, 24), ("#141216", "#1c1a1e", "#26242a")[int(rng.integers(0, 3))], 5)
        if rng.random() < 0.3:
            r.rect((x, top, 2, 1), "#98a0b8", 6)
    r.poly([(4, 30), (w - 4, 30), (w - 4, foot - 20), (w - 60, foot), (60, foot), (4, foot - 20)], c, 4)
    for x in range(8, w - 8, 22):
        r.rect((x, 32, 4, foot - 46), c * 1.25, 7)
    for x in (104, 196):
        r.poly([(x - 30, foot - 4), (x + 30, foot - 4), (x + 14, foot + 10), (x - 14, foot + 10)], c * 0.7, 5)
    _worn(r, seed, (28, foot))
    r.rect((2, 28, w - 4, 4), c * 0.8, 8)
    write(r, (60, 44), str(rng.integers(2000, 8999)), "#b8b0a0", scale=(2, 2))
    r.rect((0, foot - 2, w, 4), DARK, 5)
    _trucks(r, (42, w - 42), h)
    return r


def tank_car(seed: int) -> Relief:
    """A tank with dome, walkway and straps."""
    w, h = 320, 118
    r, foot, base = Relief(w, h), h - 22, ("#2a2a2e", "#565048")[seed % 2]
    cy, rad = 50, 33
    r.rect(
        (14, cy - rad, w - 28, rad * 2),
        base,
        lambda y, x: 4 + np.sqrt(np.clip(rad * rad - (y + 0.5 - cy) ** 2, 0, None)) * 0.4,
    )
    for x in (14, w - 14):
        r.disc((x, cy, 10, rad), base, 6)
    for x in range(40, w - 30, 60):
        r.rect((x, cy - rad, 2, rad * 2), colour(base) * 0.6, 18)
    _worn(r, seed + 40, (cy - rad, cy + rad))
    r.rect((w / 2 - 17, cy - rad - 12, 34, 14), colour(base) * 0.9, round_height(w / 2, 17, 6, 0.5))
    r.rect((w / 2 - 20, cy - rad - 14, 40, 3), "#3a3438", 12)
    r.rect((8, cy + 4, w - 16, 2), "#4a4444", 20)
    for x in range(8, w - 8, 16):
        r.rect((x, cy - 8, 1, 12), "#4a4444", 20)
    r.rect((8, cy - 9, w - 16, 1), "#5a5250", 20)
    write(r, (54, cy + 10), "LIQUID", "#c0b8a8", bold=1)
    r.rect((0, foot - 6, w, 6), DARK, 5)
    for x in (40, w - 48):
        r.poly([(x - 12, foot - 4), (x + 20, foot - 4), (x + 14, foot - 18), (x - 6, foot - 18)], DARK, 6)
    _trucks(r, (44, w - 44), h)
    return r


def caboose(seed: int) -> Relief:
    """A caboose with its stove going and lit windows."""
    w, h = 250, 128
    r, foot, c = Relief(w, h), h - 22, colour("#7a2a1e")
    r.rect((26, 30, w - 52, foot - 30), c, 4)
    for x in range(30, w - 30, 8):
        r.rect((x, 32, 1, foot - 36), c * 0.55, 3)
    r.rect((86, 8, 78, 24), c, 5)
    for x, y, ww in ((94, 13, 22), (134, 13, 22), (48, 46, 26), (112, 46, 26), (176, 46, 26)):
        r.rect((x - 2, y - 2, ww + 4, 18), "#c8b090", 6)
        r.rect((x, y, ww, 14), "#ffc870", 3, colour("#ffb458") * 1.5)
        r.rect((x + ww / 2, y, 2, 14), "#3a1a12", 5)
    _worn(r, seed, (34, foot))
    r.rect((14, 26, w - 28, 5), "#241c1e", 8)
    r.rect((80, 4, 90, 5), "#241c1e", 9)
    r.rect((184, 6, 7, 22), "#1c181a", 8)
    for x in (10, w - 14):
        r.rect((x, 40, 2, foot - 40), "#b8a070", 7)
        r.rect((x - 6, 40, 16, 2), "#b8a070", 7)
        for y in range(foot - 30, foot, 8):
            r.rect((x - 6, y, 16, 1), "#b8a070", 7)
    r.rect((2, foot - 3, w - 4, 6), DARK, 6)
    _trucks(r, (48, w - 48), h)
    return r
