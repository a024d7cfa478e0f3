"""The fire in an oil drum, as an animated strip."""

import numpy as np

from .life import Strip, plain
from .relief import Relief

FRAMES = 8
TONGUES = (  # where on the drum, how high, how wide (px), turns of its flicker in a loop, its phase
    (-5.6, 24, 4.0, 1, 0.0),
    (-1.6, 41, 5.4, 1, 2.1),
    (3.2, 32, 4.8, 2, 4.0),
    (6.4, 19, 3.6, 1, 5.2),
    (0.5, 15, 7.6, 2, 1.1),
)
TONES = ((1.0, "#a82c14"), (0.80, "#e8641c"), (0.56, "#ffa838"), (0.30, "#ffe9a4"))
"""Each tone fills the tongues shrunk to this share: red outside, nearly white at the root."""


def fire(seed: int, tall: float = 1.0, w: int = 30, h: int = 48) -> Strip:
    """Flames over a drum: tongues that rise, lean and fall by turns, scraps that tear off; the frames loop.

    `tall` is a factor of their height: behind a lane they must end below the head of him who runs there.
    """
    frames, rng = [], np.random.default_rng(seed)
    scraps = [(rng.uniform(-8, 8), rng.uniform(0, 1), rng.uniform(18, 30)) for _ in range(7)]
    for k in range(FRAMES):
        turn, r = 2 * np.pi * k / FRAMES, Relief(w, h)
        for share, tone in TONES:
            r.mask(0, 0, _tongues(turn, (share, tall), w, h), tone)
        for x, phase, rise in scraps:
            t = (phase + k / FRAMES) % 1
            if t > 0.25:
                side = 2 if t < 0.7 else 1
                left = w / 2 + x * (1 - 0.4 * t) + 2.4 * np.sin(turn + 6 * phase)
                r.rect((left, h - (14 + rise * t) * tall, side, side + 1), "#ff9a3c" if t < 0.6 else "#d8501c")
        frames.append(plain(r))
    return frames, "1/4"


def _tongues(turn: float, size: tuple[float, float], w: int, h: int) -> np.ndarray:
    """Where the flames are at an angle of their loop; size: the shares to which they shrink in all, and in height."""
    share, low = size
    yy, xx = np.mgrid[0:h, 0:w]
    up, out = h - 1.0 - yy, np.zeros((h, w), bool)
    for x, tall, wide, turns, phase in TONGUES:
        high = tall * share * low * (0.86 + 0.14 * np.sin(turns * turn + phase))
        t = np.clip(up / high, 0, 1)
        lean = 3.4 * t * np.sin(turns * turn + phase - 3.2 * t) + x * (1 - 0.35 * t)
        belly = (0.62 + 0.9 * t) * (1 - t) ** 0.85 * 1.25
        out |= (np.abs(xx + 0.5 - w / 2 - lean) < wide * share**0.7 * belly) & (up < high)
    return out
