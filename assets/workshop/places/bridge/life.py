"""What moves or lives under the bridge: the river's light on the stone, an angler, two on a bench."""

import numpy as np

from ..paint.colour import colour
from ..paint.life import Strip, plain
from ..paint.noise import fbm
from ..paint.relief import Relief, capsule

RIPPLE_FRAMES = 8
GULL = "#6a6c6c"
COAT, HAT, SKIN, WOOD = "#5a5852", "#4a4846", "#80705e", "#5e5446"
"""Tones of people before the bright river: in their own shade."""


def ripple_light(seed: int, w: int = 190, h: int = 84) -> Strip:
    """The river's light on stone, to be multiplied by the stone's own color: long bright bands that fork and slide
    against each other, black between them and at the edge."""
    a, b = fbm(h, w, 46, 5, seed, 2), fbm(h, w, 31, 4, seed + 5, 2)
    yy, xx = np.mgrid[0:h, 0:w]
    edge = np.clip(1.25 - np.hypot((xx - w / 2) / (w / 2), (yy - h / 2) / (h / 2)) * 1.25, 0, 1)
    frames = []
    for k in range(RIPPLE_FRAMES):
        n = np.roll(a, k * w // RIPPLE_FRAMES, 1) + np.roll(b, -k * w // RIPPLE_FRAMES, 1)
        crest = np.clip(1 - np.abs(n - 1.0) * 7, 0, 1) ** 1.5 * edge
        pool = np.clip((n - 0.86) * 1.6, 0, 0.32) * edge
        tone = np.round(np.clip(crest + pool, 0, 1) * 5) / 5
        frames.append(((tone[..., None] * np.ones(3)).astype(np.float32), np.ones((h, w), bool)))
    return frames, "1/4"


def gull() -> Strip:
    """A gull far out, from the side: two long wings that bend at the wrist. Its stroke never falls in with the beat."""
    frames = []
    for wrist, tip in ((-3, -2), (-3, 0), (-1, 1), (1, 3), (2, 2), (0, -1)):
        r, x, y = Relief(22, 16), 11, 8
        for side in (-1, 1):
            r.curve([(x, y), (x + side * 4, y + wrist), (x + side * 9, y + tip)], GULL, 2)
            r.line((x, y + 1), (x + side * 3, y + 1 + wrist * 0.7), GULL, 2)
        r.rect((x - 2, y, 5, 2), GULL)
        r.rect((x + 3, y, 1, 1), "#b8a070")
        frames.append(plain(r))
    return frames, "4/15"


def _person(r: Relief, x: float, foot: float, lean: float = 0.0) -> tuple[float, float]:
    """Someone who stands with his back to us, 45 px tall; returns where his shoulder is."""
    for side in (-2.5, 3.0):
        capsule(r, (x + side * 0.7, foot - 20, 3), (x + side, foot - 2, 2.2), colour(COAT) * 0.7)
    capsule(r, (x, foot - 18, 5), (x + lean, foot - 32, 5.4), colour(COAT), 1)
    capsule(r, (x + lean * 1.3, foot - 39, 3), (x + lean * 1.5, foot - 41, 3), colour(SKIN), 1)
    capsule(r, (x + lean * 1.4 - 3, foot - 42, 1.2), (x + lean * 1.5 + 3.4, foot - 42, 1.2), colour(HAT), 2)
    capsule(r, (x + lean * 1.4, foot - 43.4, 2.6), (x + lean * 1.5, foot - 44, 2.2), colour(HAT), 2)
    return x + lean + 3, foot - 33


def angler() -> Strip:
    """A man with a fishing rod over the railing, his pail beside him."""
    r = Relief(64, 58)
    x, foot = 18.0, 57.0
    shoulder = _person(r, x, foot, 1.0)
    hand = (shoulder[0] + 8, shoulder[1] + 6)
    capsule(r, (*shoulder, 2.2), (*hand, 1.8), colour(COAT), 3)
    r.curve([(hand[0] - 4, hand[1] + 2), (hand[0] + 14, hand[1] - 12), (hand[0] + 31, hand[1] - 19)], WOOD, 4)
    r.line((hand[0] + 31, hand[1] - 19), (hand[0] + 32, hand[1] + 18), "#77705f", 4)
    r.poly([(2, foot - 8), (10, foot - 8), (9, foot), (3, foot)], "#4a4c4c", 3)
    r.rect((1, foot - 9, 10, 1), "#7c7868", 4)
    return [plain(r)], "1"


def couple() -> Strip:
    """Two old people on a bench who look at the river, close together."""
    r = Relief(46, 40)
    foot = 39.0
    for x, tall, hat in ((17.0, 27.0, HAT), (28.0, 24.0, "#6a5850")):
        capsule(r, (x, foot - 10, 5.2), (x + 0.5, foot - tall + 9, 5), colour(COAT) * (1 if hat == HAT else 1.25), 1)
        capsule(r, (x + 0.6, foot - tall + 2.5, 2.8), (x + 0.8, foot - tall + 1, 2.8), colour(SKIN), 1)
        capsule(r, (x - 0.4, foot - tall - 0.6, 2.8), (x + 1.6, foot - tall - 0.6, 2.6), colour(hat), 2)
    for row in (-16, -12):
        r.rect((5, foot + row, 36, 2), WOOD, 6)
    r.rect((4, foot - 8, 38, 2), WOOD, 6)
    for leg in (6, 38):
        r.rect((leg, foot - 17, 2, 17), "#4a4642", 7)
    return [plain(r)], "1"
