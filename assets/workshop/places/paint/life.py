"""What moves in the places: animated strips, each a list of frames (display-linear rgb, mask)."""

import math
from pathlib import Path

import numpy as np

from .colour import colour, gradient
from .noise import fbm
from .relief import Relief
from .sprites import Frame, write_strip

Strip = tuple[list[Frame], str]


def write_all(folder: object, strips: dict[str, Strip]) -> None:
    """Write each named strip below the place's folder."""
    for name, (frames, beats) in strips.items():
        write_strip(Path(str(folder)), name, frames, beats)


def plain(r: Relief) -> Frame:
    """A relief drawn in final colours, as a frame."""
    return np.clip(r.rgb + r.glow, 0, 1), r.a > 0.5


def steam(seed: int, tone: str, w: int = 56, h: int = 110) -> Strip:
    """Steam from a grating: puffs that rise through the frames and come back at the bottom."""
    frames, rng = [], np.random.default_rng(seed)
    lead, torn = rng.uniform(-7, 7, 22), fbm(h * 2, w, 13, 11, seed, 3)
    yy, xx = np.mgrid[0:h, 0:w]
    for k in range(12):
        d = np.zeros((h, w), np.float32)
        for i in range(22):
            t = (i / 22 + k / 12) % 1
            rad = 5 + 15 * t
            cx, cy = w * 0.35 + lead[i] + t * 12 + 3 * math.sin(t * 7 + i), h - 4 - t * (h - 18)
            d = np.maximum(d, np.clip(1.2 - np.hypot((xx - cx) / rad, (yy - cy) / (rad * 0.8)), 0, 1) * (1 - t) ** 0.7)
        d = d * (0.55 + 0.9 * np.roll(torn, -k * h // 6, 0)[:h])
        r = Relief(w, h)
        weave = (xx + yy) % 2 == 0  # thin parts are a lattice of pixels, so that no alpha is needed
        r.mask(0, 0, ((d > 0.16) & weave) | (d > 0.42), colour(tone) * 0.75)
        r.mask(0, 0, (d > 0.42) & (weave | (d > 0.6)), tone)
        r.mask(0, 0, d > 0.72, colour(tone) * 1.25)
        frames.append(plain(r))
    return frames, "1/6"


def el_train() -> Strip:
    """Four cars of the elevated with lit windows; two frames, in which a lamp flickers."""
    frames = []
    for k in range(2):
        r = Relief(476, 29)
        for i in range(4):
            x = i * 119
            r.rect((x + 1, 4, 116, 21), "#4a3c44")
            r.rect((x + 4, 2, 110, 3), "#382e38")
            r.rect((x + 1, 17, 116, 2), "#8a4a3a")
            for q in range(x + 6, x + 110, 9):
                r.rect((q, 8, 6, 7), "#ffdc9c" if (q + k) % 5 else "#ffe8b8")
            for q in (x + 26, x + 84):
                r.rect((q, 7, 8, 18), "#3a3038")
                r.rect((q + 1, 9, 6, 6), "#ffd088")
            for q in (x + 14, x + 94):
                r.rect((q, 25, 14, 3), "#241e26")
            r.rect((x + 116, 10, 4, 12), "#241e26")
        r.rect((472, 12, 4, 5), "#fff0c8")
        if k:
            r.rect((238, 0, 3, 2), "#d8e8ff")
        frames.append(plain(r))
    return frames, "1/2"


def laundry(seed: int, w: int = 150, h: int = 44) -> Strip:
    """A line of washing in the wind."""
    frames, rng = [], np.random.default_rng(seed)
    items = [
        (
            x,
            int(rng.integers(10, 20)),
            int(rng.integers(14, 30)),
            ("#c8c4c0", "#9c4a3c", "#5c7090", "#c0a878", "#d8d4cc")[int(rng.integers(0, 5))],
        )
        for x in range(6, w - 18, 23)
    ]
    for k in range(8):
        r, sway = Relief(w, h), k / 8 * 2 * math.pi
        for x in range(w):
            r.rect((x, 3 + 16 / w * x * (w - x) / w, 1, 1), "#2a2428")
        for i, (x0, wide, tall, tone) in enumerate(items):
            for dx in range(wide):
                x = x0 + dx
                y0 = 4 + 16 / w * x * (w - x) / w
                for dy in range(tall):
                    lean = 3.2 * (dy / tall) ** 1.3 * math.sin(sway + i * 1.1 + dy * 0.10)
                    shade = 0.62 + 0.38 * (math.sin(dx * 0.7 + i + dy * 0.08 + sway) > -0.2)
                    r.rect((round(x + lean), y0 + dy, 1, 1), colour(tone) * shade * 0.7)
        frames.append(plain(r))
    return frames, "1/2"


def flag(tones: tuple[str, ...], w: int = 40, h: int = 30) -> Strip:
    """A flag of vertical bands streaming to the left."""
    frames = []
    for k in range(8):
        r = Relief(w, h)
        for x in range(w):
            t = 1 - x / w
            y = 5 + math.sin(t * 8 - k / 8 * 2 * math.pi) * 4 * t
            lit = 0.7 + 0.45 * math.cos(t * 8 - k / 8 * 2 * math.pi)
            r.rect((x, y, 1, 19 - 2 * t), colour(tones[min(len(tones) - 1, int((1 - t) * len(tones)))]) * lit)
        frames.append(plain(r))
    return frames, "1/8"


def gull(tone: str = "#e8e4d8") -> Strip:
    """One gull, side on: six beats of the wing."""
    frames = []
    for k in range(6):
        r, up = Relief(22, 16), math.sin(k / 6 * 2 * math.pi)
        r.poly([(6, 8), (13, 7), (17, 8), (13, 10), (7, 10)], tone)
        r.rect((17, 8, 2, 1), "#d8a040")
        r.rect((3, 8, 4, 2), colour(tone) * 0.55)
        for sx, c in ((8, colour(tone) * 0.72), (12, colour(tone))):
            tip = (sx - 5, 8 - 6.5 * up)
            r.poly([(sx - 2, 8), (sx + 2, 8), (tip[0] + 2, tip[1]), (tip[0] - 2, tip[1] + 0.6)], c)
            r.rect((tip[0] - 2, tip[1], 2, 1), "#3a3a40")
        frames.append(plain(r))
    return frames, "1/6"


def pigeon(tone: str = "#5a5a66") -> Strip:
    """A pigeon taking off, or in a loop beating across the street."""
    frames = []
    for k in range(4):
        r, up = Relief(14, 12), (1, 0.2, -1, -0.2)[k]
        r.poly([(3, 6), (8, 5), (11, 5), (9, 8), (4, 8)], tone)
        r.rect((10, 4, 2, 2), colour(tone) * 0.8)
        r.poly([(5, 6), (8, 6), (6, 6 - 5 * up), (3, 6 - 4 * up)], colour(tone) * 1.4)
        frames.append(plain(r))
    return frames, "1/8"


def drip(tone: str = "#b8ccd4") -> Strip:
    """A drop falls 96 px and rings the puddle: eight frames, mostly waiting."""
    frames = []
    for k in range(8):
        r = Relief(16, 104)
        if k < 5:
            r.rect((7, 2 + (k / 5) ** 2 * 100, 1, 2 + k), tone)
        else:
            q = k - 4
            for x in (8 - q * 2, 7 + q * 2):
                r.rect((x, 101, 1 + q // 2, 1), tone)
            r.rect((7, 98 - q, 1, 1), tone)
        frames.append(plain(r))
    return frames, "1/4"


def glints(seed: int, w: int = 96, h: int = 40, tone: str = "#fff0c8") -> Strip:
    """Sun on the water: short dashes that come and go; larger to the lower edge."""
    frames, rng = [], np.random.default_rng(seed)
    spots = [(rng.uniform(4, w - 10), rng.uniform(0, 1), rng.uniform(0, 1)) for _ in range(34)]
    for k in range(8):
        r = Relief(w, h)
        for x, depth, phase in spots:
            live = math.sin((k / 8 + phase) * 2 * math.pi)
            if live > 0.1:
                n = round((1 + 6 * depth) * live)
                r.rect((x - n / 2 + 2, depth * (h - 2), max(1, n), 1), tone if live > 0.6 else colour(tone) * 0.7)
        frames.append(plain(r))
    return frames, "1/4"


def streamer(seed: int, tone: str = "#8a7a58", w: int = 48, h: int = 26) -> Strip:
    """A loose rope's end or a ribbon in a gust."""
    frames = []
    for k in range(6):
        r = Relief(w, h)
        for x in range(w):
            t = 1 - x / w
            y = 6 + 5 * t * math.sin(t * 9 + seed - k / 6 * 2 * math.pi) + t * 6
            r.rect((x, y, 1, 1 + (t < 0.5)), gradient([(0, tone), (1, tone)], 0.0))
        frames.append(plain(r))
    return frames, "1/6"


def caustics(seed: int, tone: str = "#d8c49a", w: int = 190, h: int = 84) -> Strip:
    """The river's light dancing on stone, to be added: nets of bright lines that slide against each other."""
    a, b = fbm(h, w, 20, 6, seed, 2), fbm(h, w, 15, 5, seed + 5, 2)
    yy, xx = np.mgrid[0:h, 0:w]
    edge = np.clip(1.15 - np.hypot((xx - w / 2) / (w / 2), (yy - h / 2) / (h / 2)), 0, 1)
    frames = []
    for k in range(8):
        n = np.roll(a, k * w // 8, 1) + np.roll(b, -k * w // 8, 1)
        ridge = np.clip(1 - np.abs(n - 1.0) * 6, 0, 1) * edge
        r = Relief(w, h)
        for limit, power in ((0.10, 0.010), (0.30, 0.022), (0.55, 0.040), (0.75, 0.070)):
            r.mask(0, 0, ridge > limit, colour(tone) * power)
        frames.append(plain(r))
    return frames, "1/4"


def scull(tone: str = "#3a3c40") -> Strip:
    """A single sculler far out: four frames of the stroke, to the left."""
    frames = []
    for k in range(4):
        r, lean, oar = Relief(54, 18), (-3, -1, 3, 1)[k], ((10, 2), (4, 4), (-12, 3), (-4, -1))[k]
        r.rect((2, 13, 50, 2), tone)
        r.rect((26 + lean, 5, 4, 8), "#6a5a4c")
        r.rect((26 + lean * 1.4, 2, 3, 3), "#8a6a54")
        r.line((28 + lean, 8), (28 + oar[0], 12 + oar[1]), "#c8b890")
        r.rect((28 + oar[0] - 2, 12 + oar[1], 4, 1), "#e8d8b0")
        frames.append(plain(r))
    return frames, "1/2"
