"""Light that falls in under the bridge, and the edge of the vault that tightens the frame."""

import numpy as np

from ..paint.colour import Array, colour, smooth
from ..paint.film import develop, steps
from ..paint.noise import fbm
from ..paint.relief import Relief
from ..paint.relight import Daylight, light
from ..paint.textures import ashlar
from ..stage import HEIGHT, Painted, Window, ground_y
from .light import LOOK, dusk
from .scene import ARCHES, FRONT


def shafts(w: Window) -> Painted:
    """Light that falls in through each arch, leaning with the sun; added."""
    h = HEIGHT
    yy, xx = np.mgrid[0:h, 0 : w.width].astype(np.float32)
    out = np.zeros((h, w.width), np.float32)
    foot = ground_y(FRONT)
    for cx, spring, rad in ARCHES[2:]:
        k = w.scale
        lean = -(foot + 34 - yy) * -0.34
        x = xx - (w.px(cx) + lean - 40)
        top = foot - (spring + rad) * k
        inside = np.abs(x) < rad * k * np.clip((yy - top + 60) / 80, 0, 1)
        out = np.maximum(
            out,
            inside
            * smooth(top - 30, top + 60, yy)
            * smooth(foot + 44, foot - 30, yy)
            * (0.5 + 0.7 * fbm(h, w.width, 40, 90, 7, 3)),
        )
    tint = develop(np.broadcast_to(colour("#ffdca4") * 0.9, (h, w.width, 3)), LOOK)
    amount = steps(np.clip(out * 0.16 * dusk(w)[None], 0, 0.3), 24)
    return Painted(tint, amount > 0, amount)


def front(w: Window) -> Painted:
    """The frame: the near edge of the vault with its icicles, closing in from beat to beat, gone where the light is."""
    r, rng = Relief(w.width, HEIGHT), np.random.default_rng(4)
    stone = ashlar(w.width, HEIGHT, (44, 22), ("#141416", "#1a1a1c", "#202022"), "#0a0a0c", 3)
    x = (np.arange(w.width) + w.left + 0.35 * 320) / w.scale
    cam = x - 5.1
    top = 26 + 74 * smooth(4, 33, cam) * smooth(41, 37.5, cam) - 26 * smooth(38, 42, cam)
    top = top + 10 * np.sin(x * 0.9) + 5 * np.sin(x * 2.3 + 1)
    low = 382 - 26 * smooth(6, 33, cam) * smooth(41, 37.5, cam)
    yy = np.mgrid[0:HEIGHT, 0 : w.width][0]
    for mask in (yy < (top + 12)[None], yy > (low + 3 * np.sin(x * 3.1))[None]):
        r.put((0, HEIGHT, 0, w.width, mask), stone[0], stone[1] + 6)
    _icicles(r, top, rng)
    lit = light(
        r, Daylight((0.1, 0.55, -0.12), "#ffd8a0", 0.8, "#2c3c54", "#141418", 0.4, 1.0, 20, occlusion=(0, 0, 0))
    )
    return Painted(develop(lit, LOOK), r.a > 0.5)


def _icicles(r: Relief, top: Array, rng: np.random.Generator) -> None:
    """Icicles where water seeps through: in clusters at long intervals, the longest in the middle of each."""
    root = 10.0
    column = 20
    while column < r.w:
        count = int(rng.integers(2, 8))
        for place in range(count):
            at = column + 7 * place + int(rng.integers(-2, 3))
            if not 0 <= at < r.w or top[at] <= 18:
                continue
            middle = 1 - abs(2 * (place + 0.5) / count - 1)
            long, broad = rng.uniform(5, 11) + 17 * middle * rng.uniform(0.5, 1), 1.2 + 1.3 * middle
            y = top[at] + root
            ice = [(at - broad, y), (at + broad, y), (at + 0.5, y + long), (at, y + long)]
            r.poly(ice, "#54707f", 3, colour("#7c98ac") * 0.06)
            lit = [(at + broad * 0.2, y), (at + broad, y), (at + 0.6, y + long - 2)]
            r.poly(lit, "#9cb8c4", 4, colour("#a8c4d0") * 0.16)
        column += 7 * count + int(rng.exponential(90)) + 22
