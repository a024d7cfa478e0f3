"""The yard's ground in depth: tracks that run away to the point under the sun, wet ballast, and the sun's road on it.

Row y of the ground is at depth z = f / s - b, where s = (y - horizon) / eye height are its px a metre; the game
scrolls each row by its own factor, so that the rails keep to their vanishing point.
"""

import numpy as np

from ..paint.colour import Array, blend, colour, gradient, smooth
from ..paint.film import develop, steps
from ..paint.noise import fbm, value_noise
from ..stage import EYE, FOCAL, HEIGHT, HORIZON, PPM, WIDTH, Painted, Window
from .light import LOOK, SUN_X, SUN_Y

TOP, BOTTOM = HORIZON + 1, 297
"""First row, and the one after the last."""
FIRST, LAST = (round((row - HORIZON) / EYE / PPM, 4) for row in (TOP, BOTTOM - 1))
TRACK, GAUGE = 5.4, 1.44
"""From track to track and from rail to rail, metres."""


def _across(row: int, w: Window) -> Array:
    """Where each pixel of a row lies across the tracks, metres; 0 is the track under the sun at the first beat."""
    s = (row - HORIZON) / EYE
    columns = np.arange(w.width) + w.left
    lane_x = (columns - WIDTH / 2 * (1 - s / PPM)) / s
    # Tracks that run to the sun lean off the optical axis by as much as the sun stands off the picture's middle.
    return (lane_x - (SUN_X - WIDTH / 2) / FOCAL * (FOCAL / s)).astype(np.float32)


def floor(w: Window) -> Painted:
    """Cinders, frost, wet and rails, row by row."""
    out = np.zeros((BOTTOM, w.width, 3), np.float32)
    for row in range(TOP, BOTTOM):
        near = (row - HORIZON) / (BOTTOM - HORIZON)
        s = (row - HORIZON) / EYE
        line = np.broadcast_to(
            gradient([(0, "#e0a46c"), (0.18, "#a07256"), (0.45, "#54403e"), (1, "#30262c")], np.float32(near)),
            (w.width, 3),
        )
        grain = value_noise(1, w.width, max(3, 0.5 * s), 1, 40 + row)[0]
        line = line * (0.78 + 0.44 * np.round(grain * 4) / 4)[:, None]
        across = _across(row, w)
        patch = _patches(across, row, 3.1, 7)
        line = np.where((patch > 0.64)[:, None], colour("#8c88a0") * (0.5 + 0.5 * near) + colour("#ffb070") * 0.2, line)
        wet = _patches(across, row, 4.3, 21)
        sheen = gradient([(0, "#ffe0a4"), (0.4, "#f0b070"), (1, "#b0807c")], np.float32(near))
        line = np.where((wet > 0.66)[:, None], sheen, line)
        line = blend(line, colour("#f0b878"), 0.85 * float(smooth(0.34, 0.04, np.float32(near))))
        out[row] = _rails(line, across, s, near)
    mask = np.zeros((BOTTOM, w.width), bool)
    mask[TOP:] = True
    return Painted(develop(out, LOOK), mask)


def _patches(across: Array, row: int, cell: float, seed: int) -> Array:
    """Noise over the ground in metres, 0..1: cells `cell` wide and, since rows lie further apart far off, of rows."""
    grid = np.random.default_rng(seed).random((HEIGHT, 512)).astype(np.float32)
    band, between = int(row / 2.5), (row / 2.5) % 1
    at = across / cell
    column, share = np.floor(at).astype(int), at - np.floor(at)
    share = share * share * (3 - 2 * share)

    def along(line: int) -> Array:
        return grid[line, column % 512] * (1 - share) + grid[line, (column + 1) % 512] * share

    return (along(band) * (1 - between) + along(band + 1) * between).astype(np.float32)


def _rails(line: Array, across: Array, s: float, near: float) -> Array:
    """Beds between the rails darker; rails bright with the low sun, most those that run right under it."""
    off = (across + TRACK / 2) % TRACK - TRACK / 2
    bed = np.abs(off) < 1.25
    line = np.where(bed[:, None], line * (0.62 + 0.2 * (1 - near)), line)
    lead = np.abs(across) < TRACK / 2
    half = max(0.055, 0.55 / s) * np.where(lead, 1.7, 1.0)
    rail = np.abs(np.abs(off) - GAUGE / 2) < half
    shade = np.abs(np.abs(off) - GAUGE / 2 - half * 1.8) < half
    line = np.where(shade[:, None], line * 0.45, line)
    bright = gradient([(0, "#fff0c8"), (0.35, "#ffd090"), (1, "#e8a068")], np.float32(near)) * (1.5 - 0.5 * near)
    sun = np.where(lead, 1.5, 0.9 if near > 0.3 else 0.7)[:, None]
    return np.where(rail[:, None], bright * sun, line).astype(np.float32)


def rays(w: Window) -> Painted:
    """Fan of shafts from the sun over the whole picture, and the sun's road on wet ground under it."""
    h = 316
    yy, xx = np.mgrid[0:h, 0 : w.width].astype(np.float32)
    sx = w.column(0, SUN_X)
    dx, dy = xx - sx, yy - SUN_Y
    turn = np.arctan2(dy, dx) / (2 * np.pi) * 900
    noise = fbm(1, 900, 34, 1, 5, 3)[0]
    beam = smooth(0.46, 0.72, noise[np.clip(turn + 450, 0, 899).astype(int)])
    away = np.hypot(dx, dy)
    fan = beam * np.exp(-away / 210) * smooth(14, 60, away) * 0.24
    road = np.exp(-np.abs(dx) / (16 + np.maximum(0, yy - HORIZON) * 0.9))
    road *= smooth(HORIZON - 2, HORIZON + 4, yy) * smooth(h, 288, yy)
    ripple = fbm(h, w.width, 22, 1.6, 9, 2)
    glow = np.exp(-away / 46) * 0.30
    light = fan + glow + road * (0.16 + 0.34 * (ripple > 0.52))
    alpha = steps(np.clip(light, 0, 0.85), 24)
    tint = np.broadcast_to(blend(colour("#ffb060"), colour("#ffe2a8"), 0.5), (h, w.width, 3)).astype(np.float32)
    return Painted(tint, alpha > 0, alpha)
