"""The bare trees where the parkway begins: a leaning trunk, a few limbs that rise in curves, twigs at their ends."""

import math

import numpy as np

from ..paint.relief import Relief

BARK, BARK_LIT, TWIG = "#3a322c", "#6c6052", "#5a4e44"
STEP_PX = 5.0
"""Length of a straight piece of a limb, px."""
TWIG_PX = 1.5
"""Thickness from which on a limb is a twig: lighter, and without a lit side."""


class _Crown:
    """Draws limbs into a relief; all that is random follows from the seed."""

    def __init__(self, relief: Relief, seed: int) -> None:
        self.r = relief
        self.rng = np.random.default_rng(seed)

    def limb(self, at: tuple[float, float], angle: float, long: float, thick: float, rise: float) -> None:
        """Draw a limb that bends towards `rise` (radians) and thins to a third; smaller ones leave either side."""
        steps = max(3, round(long / STEP_PX))
        side = 1 if self.rng.random() < 0.5 else -1
        forks = self._forks(steps, thick)
        x, y = at
        for n in range(steps):
            share = n / steps
            wide = thick * (1 - 0.68 * share)
            angle += 0.13 * (rise - angle) + self.rng.normal(0, 0.045 if thick > TWIG_PX else 0.09)
            x1, y1 = x + math.cos(angle) * STEP_PX, y - math.sin(angle) * STEP_PX
            self.piece((x, y), (x1, y1), wide)
            if n in forks:
                side = -side
                self._fork((x1, y1), angle, side, (long * (1 - 0.5 * share), wide))
            x, y = x1, y1
        if thick > TWIG_PX:
            for turn in (-0.34, 0.3):
                self.limb((x, y), angle + turn, long * 0.3, max(1.0, thick * 0.3), angle + 0.8 * turn)

    def _forks(self, steps: int, thick: float) -> set[int]:
        if thick <= 1.0:
            return set()
        first = 0.3 if thick > 4 else 0.22
        every = 2 if thick <= TWIG_PX else 3
        return set(range(max(1, round(first * steps)), steps, every))

    def _fork(self, at: tuple[float, float], angle: float, side: int, parent: tuple[float, float]) -> None:
        long, wide = parent
        turn = side * self.rng.uniform(0.5, 0.85)
        thick = max(1.0, wide * self.rng.uniform(0.4, 0.55))
        self.limb(at, angle + turn, long * self.rng.uniform(0.34, 0.5), thick, math.pi / 2 + side * 0.42)

    def piece(self, a: tuple[float, float], b: tuple[float, float], wide: float) -> None:
        """Draw one straight piece, with a lit side where it is thick enough."""
        self.r.line(a, b, TWIG if wide < TWIG_PX else BARK, 3 + wide, max(1.0, wide))
        if wide > 3:
            lit = wide * 0.3
            self.r.line((a[0] - lit, a[1]), (b[0] - lit, b[1]), BARK_LIT, 4 + wide, 1)


def bare_tree(w: int, h: int, seed: int) -> Relief:
    """A tree whose foot is in the middle of the lower edge; the wind off the river has bent it to the right."""
    r = Relief(w, h)
    crown, rng = _Crown(r, seed), np.random.default_rng(seed + 500)
    lean, fork, thick = rng.uniform(-0.02, 0.16), h * rng.uniform(0.26, 0.4), h / 24
    x, y, angle = w / 2 - lean * fork, float(h), math.pi / 2 + rng.uniform(-0.05, 0.1)
    while y > h - fork:
        flare = 0.5 * math.exp((y - h) / 7)
        x1, y1 = x + 4 * math.cos(angle), y - 4 * math.sin(angle)
        crown.piece((x, y), (x1, y1 - 0.6), thick * (1 + flare - 0.22 * (h - y) / fork))
        angle += 0.12 * (math.pi / 2 - lean - angle) + rng.normal(0, 0.03)
        x, y = x1, y1
    limbs = int(rng.integers(2, 5))
    for n, turn in enumerate(np.linspace(-0.72, 0.72, limbs) + rng.uniform(-0.16, 0.16, limbs)):
        long = (h - fork) * (0.62 - 0.16 * abs(turn)) * rng.uniform(0.86, 1.06)
        low = 6.0 * (n % 2) * rng.uniform(0, 2)
        crown.limb((x, y + low), angle + turn, long, thick * rng.uniform(0.46, 0.7), math.pi / 2 - lean + 0.55 * turn)
    return r
