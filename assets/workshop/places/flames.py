"""The fire in an oil drum, as an animated strip."""

import numpy as np

from .life import Strip, plain
from .noise import fbm
from .relief import Relief


def fire(seed: int, w: int = 30, h: int = 48) -> Strip:
    """Flames over a drum: eight frames that loop, because the noise is read along a circle."""
    frames = []
    tall = fbm(h * 3, w, 9, 15, seed, 3)
    tall = np.concatenate([tall, tall[:h]])
    yy, xx = np.mgrid[0:h, 0:w]
    t = 1 - yy / h
    body = 0.5 * np.clip(1 - t, 0, 1) ** 0.55 * (0.75 + 0.5 * np.sin(np.pi * np.clip(t * 1.5, 0, 1)))
    for k in range(8):
        n = tall[k * h * 3 // 8 :][:h] - 0.5
        bend = np.sin(t * 5 - k / 8 * 2 * np.pi) * 3.2 * t
        u = np.abs(xx - w / 2 + bend + n * 16 * t) / (w * body + 0.4)
        v = (1 - u) * (1.05 - t * 0.55) + n * 0.75 * (0.3 + t)
        r = Relief(w, h)
        for limit, tone in ((0.14, "#b83016"), (0.30, "#f07a24"), (0.50, "#ffb648"), (0.72, "#fff0b0")):
            r.mask(0, 0, v > limit, tone)
        frames.append(plain(r))
    return frames, "1/4"
