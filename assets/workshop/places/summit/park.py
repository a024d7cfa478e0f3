"""The Parkway below the summit, its depth by rows: bands of road and verge, trees and banners, the rider."""

import numpy as np

from ..paint.colour import Array, blend, colour, gradient
from ..paint.noise import fbm, value_noise
from ..paint.relief import Relief
from ..paint.relight import light
from ..stage import HEIGHT, Painted, Window
from ..steps.far import bare_tree
from .light import COOL, DAY, SUN_X, WARM, at, glow_at, hazed, printed


def _depth(row: float) -> float:
    """Relative distance of the ground at a row: 1 at row 292."""
    return (292 - 205) / max(row - 205, 1.0)


def band(top: int, end: int):
    """A painter for rows of the Parkway: roadway on the axis, verges with snow, paths, curbs, parked cars."""

    def paint(window: Window) -> Painted:
        h, w = HEIGHT, window.width
        yy, xx = np.mgrid[0:h, 0:w].astype(np.float32)
        deep = (292 - 205) / np.clip(yy - 205, 1, None)
        across = (xx - at(window, 320)) / 320 * deep  # 1 at the picture's edge on row 292
        along = np.log(deep) * 14
        far = 1 - np.exp(-(deep - 1) / 7.0)
        dry = gradient(
            [(0, "#7c7240"), (0.5, "#aa9654"), (1, "#ceb26c")],
            np.round(np.clip(fbm(h, w, 46, 4, 5, 4) * 1.6 - 0.3, 0, 1) * 4) / 4,
        )
        green = np.round(np.clip(fbm(h, w, 70, 5, 15, 3) * 2.4 - 0.8, 0, 1) * 3) / 3  # what is left of the summer's
        grass = blend(dry, np.broadcast_to(colour("#68803e"), dry.shape), green * 0.7)
        snow = value_noise(h, w, 40, 3, 9) * 0.5 + value_noise(h, w, 90, 6, 19) * 0.5 > 0.72
        out = np.where(snow[..., None], colour("#e8f0fa"), grass)
        a = np.abs(across)
        road = gradient([(0, "#8e8688"), (1, "#a89a90")], np.round(value_noise(h, w, 60, 2, 3) * 3) / 3)
        for low, high, paved in (
            (0.0, 0.52, road),
            (0.78, 0.98, np.broadcast_to(colour("#d8b888"), road.shape)),
            (1.5, 1.9, road),
        ):
            out = np.where(((a >= low) & (a < high))[..., None], paved, out)
        for edge in (0.52, 0.78, 0.98, 1.5, 1.9):
            out = np.where((np.abs(a - edge) < 0.014)[..., None], colour("#efe6d0"), out)
        dash = (np.abs(a - 0.26) < 0.006) & ((along % 1.0) < 0.5)
        out = np.where((dash | (np.abs(a) < 0.005))[..., None], colour("#e0d8c0"), out)
        rows = (a > 1.02) & (a < 1.3) & ((along * 1.7) % 1 < 0.42)  # shadows of the trees lie towards us
        out = np.where(rows[..., None], out * 0.62, out)
        lin = out * (colour("#ffeec8") * 1.1 + colour("#9cc0f0") * 0.42)
        glint = (
            np.exp(-np.abs(xx - at(window, SUN_X - 60)) / 120) * (value_noise(h, w, 26, 1.5, 77) > 0.68) * (a < 0.52)
        )
        lin = lin + colour("#ffe0b0") * (glint * 0.35)[..., None]
        glow = np.broadcast_to(glow_at(window), far.shape)
        haze = blend(np.broadcast_to(colour(COOL) * 0.8, (h, w, 3)), colour(WARM) * 0.95, glow)
        lin = blend(lin, haze, np.clip(far * 0.40, 0, 0.4))
        mask = np.broadcast_to((yy >= top) & (yy < end), far.shape)
        return printed(lin.astype(np.float32), mask)

    return paint


def _row_of(deep: float) -> float:
    return 205 + (292 - 205) / deep


def avenue(first: float, last: float, n: int, seed: int):
    """A painter for both rows of trees, with flags between, from relative depth `last` to `first`."""

    def paint(window: Window) -> Painted:
        r = Relief(window.width, HEIGHT)
        far = np.zeros((HEIGHT, window.width), np.float32)
        for i in range(n):
            deep = last * (first / last) ** (i / max(1, n - 1))
            foot, k = _row_of(deep), 1 / deep
            for side in (-1, 1):
                for j, off in enumerate((1.16, 1.72, 2.3)):
                    size = round(132 * k * (1 + 0.12 * ((i * 3 + j * 5) % 4)))
                    x = at(window, 320 + side * off * 320 * k)
                    if size > 7 and -size < x < window.width + size:
                        t = bare_tree(round(size * 1.05), size, seed + i * 7 + side * 3 + j, "#94582c")
                        r.paste(t, x - t.w / 2, foot - size)
                if i % 2 == 0:
                    _flag(r, at(window, 320 + side * 0.9 * 320 * k), foot, k, i)
        far[:] = np.clip(1 - np.exp(-((first * last) ** 0.5 - 0.6) / 9.0), 0.02, 0.28)
        return hazed(r, window, far)

    return paint


BANDS_OF_FLAGS = (("#d03424", "#f4ead0"), ("#1c4cb0", "#ecb020"), ("#1c8048", "#f4ead0"), ("#ecb020", "#d03424"))
NEAR_FLAGS = ((1.85, 0), (1.324, 1))
"""Relative depths of the flags that wave, and the numbers of their bands."""
WAVES = 8
"""Frames of a wave through a flag."""


def _flag(r: Relief, x: int, foot: float, k: float, i: int) -> None:
    """A banner of the nations on a pole: plain bands of colour. The near ones are strips of their own."""
    r.rect((x, foot - 118 * k, max(1, round(2 * k)), 118 * k), "#6a6660", 2)
    if all(abs(1 / k - deep) > 0.01 for deep, _ in NEAR_FLAGS):
        _cloth(r, (x + 1, foot - 118 * k), k, (i // 2, 0))


def _cloth(r: Relief, at: tuple[float, float], k: float, which: tuple[int, int]) -> None:
    """The cloth of a flag: column by column it swings out, one wave long, lit where it turns to the sun."""
    (number, frame), wide, tall = which, max(3, round(32 * k)), max(2, round(21 * k))
    outer, inner = (colour(it) for it in BANDS_OF_FLAGS[number % 4])
    for column in range(wide):
        turn = 2 * np.pi * (column / wide * 1.1 - frame / WAVES)
        top = at[1] + round(1.9 * k * (0.25 + column / wide) * np.sin(turn))
        lit = 1 + 0.26 * np.cos(turn)
        r.rect((at[0] + column, top, 1, tall), outer * lit, 3)
        r.rect((at[0] + column, top + tall / 3, 1, tall / 3), inner * lit, 3)


def waving(deep: float, number: int) -> list[tuple[Array, Array]]:
    """Return the frames of a near flag's cloth, its pole at its left side."""
    frames = []
    for frame in range(WAVES):
        r = Relief(round(32 / deep) + 2, round(21 / deep) + 6)
        _cloth(r, (0, 3), 1 / deep, (number, frame))
        cloth = printed(light(r, DAY), r.a > 0.5)
        frames.append((cloth.rgb, cloth.mask))
    return frames


def flag_places() -> list[tuple[str, float, float]]:
    """Return the near flags: name of the strip, and the screen column and map row of its upper left corner."""
    return [
        (f"flag{number}", 320 + side * 0.9 * 320 / deep + 1, _row_of(deep) - 118 / deep - 3)
        for deep, number in NEAR_FLAGS
        for side in (-1, 1)
    ]


def monument(window: Window) -> Painted:
    """The rider on his stepped oval, and two basins with their jets, either side of the axis."""
    r = Relief(window.width, HEIGHT)
    for x in (at(window, 210), at(window, 430)):
        _fountain(r, x, 262)
    _rider(r, at(window, 156), 303)
    return hazed(r, window, 0.02)


def _fountain(r: Relief, x: int, y: int) -> None:
    r.disc((x, y, 46, 7), "#b8ac94", 4)
    r.disc((x, y - 1, 42, 5), "#3c6ca0", 3, colour("#6c9cd0") * 0.12)
    for k, (dx, tall) in enumerate(((-24, 18), (-12, 27), (0, 40), (12, 27), (24, 18))):
        for j in range(tall):
            t = j / tall
            spread = 1 + 4 * t * t if k == 2 else 1 + 2.5 * t * t
            bend = dx * 0.25 * t * t
            for s in (-1, 1):
                r.rect(
                    (x + dx + bend + s * spread * ((j * 7) % 3) / 2, y - 3 - j, 1, 1),
                    "#f0f4f4",
                    6,
                    colour("#fff4dc") * (0.5 + 0.4 * t),
                )
    r.rect((x - 3, y - 9, 6, 8), "#9c907a", 5)


def _rider(r: Relief, x: int, y: int) -> None:
    for k in range(5):
        r.rect((x - 42 + 6 * k, y - 5 * k, 84 - 12 * k, 6), ("#a89c88", "#b8ac96")[k % 2], 3 + k)
    r.rect((x - 16, y - 50, 32, 26), "#9c907c", 10)
    r.rect((x - 19, y - 53, 38, 4), "#c0b49c", 12)
    bronze = "#2f6a5c"
    for a, b in (
        ((-9, -66), (-11, -54)),
        ((-6, -66), (-4, -54)),
        ((7, -66), (9, -54)),
        ((10, -67), (15, -61)),
        ((15, -61), (13, -57)),
    ):
        r.line((x + a[0], y + a[1]), (x + b[0], y + b[1]), bronze, 12, 2.4)
    r.disc((x, y - 68, 12, 5), bronze, 12)
    r.poly([(x + 7, y - 68), (x + 12, y - 69), (x + 16, y - 78), (x + 13, y - 80), (x + 8, y - 75)], bronze, 12)
    r.poly([(x + 12, y - 81), (x + 16, y - 80), (x + 21, y - 75), (x + 19, y - 73), (x + 14, y - 76)], bronze, 12)
    r.line((x - 11, y - 69), (x - 15, y - 59), bronze, 12, 2)
    r.rect((x - 3, y - 82, 6, 13), bronze, 13)
    r.line((x, y - 79), (x + 9, y - 74), bronze, 13, 2)
    r.disc((x, y - 85, 2.6, 2.8), bronze, 13)
    r.poly([(x - 5, y - 86), (x, y - 90), (x + 5, y - 86)], bronze, 13)
