"""The winter sky over the city: deep blue that pales at the roofs, heaps of cloud lit by the sun, and a small sun.

The heaps keep to the sides: behind City Hall's statue and his fists the sky is clear.
"""

from dataclasses import dataclass

import numpy as np

from ..paint.colour import Array, blend, colour, gradient, smooth
from ..paint.film import bloom, filmic, god_rays, split_tone
from ..paint.noise import fbm
from ..stage import HEIGHT, Painted, Window
from .city import BASE
from .light import ABOVE, LOOK, SUN_X, SUN_Y, at

BLUE = [(-0.45, "#2c5aa2"), (0, "#3670bc"), (0.3, "#4c92da"), (0.6, "#76b8ee"), (0.84, "#a4d4f6"), (1, "#cce8f6")]
"""The clear sky's colours by its rows: 0 at the map's top, 1 at the city's foot."""
TONES = ("#6490cc", "#92b6e6", "#ccdff4", "#ffffff")
"""A cloud's tones from its shade to where the sun meets it."""
TOWARDS_SUN = (0.62, -0.62)
"""Where a cloud's light comes from, right and down."""


@dataclass(frozen=True)
class Heap:
    """A cumulus: the screen column of its middle, the row of its flat foot, its width and height in px, its seed."""

    x: float
    foot: float
    wide: float
    high: float
    seed: int
    far: float = 0.0
    """How much of the air before it is seen, 0 to 1."""
    lean: float = 0.0
    """How far its top is left of its middle, as a share of its width."""


HEAPS = (
    Heap(160, 196, 150, 10, 3, 0.62),
    Heap(480, 192, 170, 12, 5, 0.58),
    Heap(20, 184, 130, 26, 11, 0.42),
    Heap(612, 172, 150, 30, 13, 0.38),
    Heap(206, 152, 84, 18, 17, 0.3),
    Heap(452, 142, 76, 16, 19, 0.28),
    Heap(66, 126, 184, 62, 24, 0.1, -0.12),
    Heap(604, 120, 132, 42, 29, 0.08, 0.1),
    Heap(206, 18, 112, 24, 31, 0.0, -0.2),
    Heap(424, -34, 176, 38, 37, 0.0, 0.2),
    Heap(26, -40, 150, 40, 41, 0.0, -0.1),
)
"""From the far ones over the roofs to the near ones overhead."""


def sky(window: Window) -> Painted:
    """The whole sky, `ABOVE` rows of it over the map's top."""
    w = window.width
    yy, xx = np.mgrid[-ABOVE:HEIGHT, 0:w].astype(np.float32)
    d = np.hypot(xx - at(window, SUN_X), yy - SUN_Y)
    lin = gradient(BLUE, yy / BASE)
    lin = lin + colour("#ffe9b8") * (0.09 * np.exp(-d / 70) + 0.3 * np.exp(-d / 10))[..., None]
    lin = _wisps(lin, yy, w)
    for heap in HEAPS:
        lin = _with_heap(lin, heap, at(window, heap.x), (xx, yy))
    lin = lin + colour("#fff4cc") * (np.exp(-((d / 9) ** 6)) * 3)[..., None]
    rays = god_rays(np.clip(lin - 1.15, 0, 2), (at(window, SUN_X), SUN_Y + ABOVE), 72, 0.975, 0.7)
    lin = lin + rays * colour("#ffe4b0") * 0.3
    return Painted(split_tone(filmic(bloom(lin, 0.25), LOOK.exposure), LOOK), np.ones(d.shape, bool))


def _wisps(lin: Array, yy: Array, w: int) -> Array:
    """High ice cloud: a few thin strokes."""
    warp = (fbm(HEIGHT + ABOVE, w, 160, 40, 59, 3) - 0.5) * 40
    rows = np.clip((yy + ABOVE) * 1.1 + warp, 0, HEIGHT + ABOVE - 1).astype(int)
    columns = np.broadcast_to(np.arange(w), rows.shape)
    dense = fbm(HEIGHT + ABOVE, w, 260, 9, 52, 4, 0.5)[rows, columns]
    cover = np.clip((dense - 0.69) * 6, 0, 1) * smooth(-96, -50, yy) * smooth(110, 40, yy)
    return blend(lin, colour("#f2f8ff"), np.round(np.clip(cover, 0, 0.6) * 6) / 6)


def _with_heap(lin: Array, heap: Heap, middle: float, grid: tuple[Array, Array]) -> Array:
    """One heap: balls on a flat foot, each lit on the sun's side, small ones on the large ones."""
    part = (
        slice(max(0, int(heap.foot + ABOVE - 1.6 * heap.high)), int(heap.foot + ABOVE) + 3),
        slice(max(0, int(middle - 0.7 * heap.wide)), max(0, int(middle + 0.7 * heap.wide))),
    )
    xx, yy = (it[part] for it in grid)
    lit = np.full(xx.shape, -1, np.float32)
    for ball in _balls(heap, np.random.default_rng(heap.seed)):
        dx, dy = xx - (middle + ball.x), yy - (heap.foot + ball.y)
        inside = (dx * dx + dy * dy < ball.r**2) & (yy < heap.foot + 0.8 * np.sin(xx / 7 + heap.seed))
        lit = np.where(inside, ball.tone(dx, dy), lit)
    under = np.clip((heap.foot - yy) / max(5.0, 0.5 * heap.high), 0, 1)  # a heap's foot lies in its own shade
    tone = np.clip(lit * (0.34 + 0.66 * under), 0, 0.999)
    shade = np.array([colour(it) for it in TONES])[(tone * len(TONES)).astype(int)]
    near = blend(shade * 1.06, gradient(BLUE, yy / BASE), np.full(yy.shape, heap.far, np.float32))
    out = lin.copy()
    out[part] = np.where((lit >= 0)[..., None], near, lin[part])
    return out


@dataclass(frozen=True)
class Ball:
    """A ball of cloud: its middle from the heap's foot and its radius, px; how lit the ball is that it sits on."""

    x: float
    y: float
    r: float
    ground: float = 0.5
    own: float = 0.85

    def tone(self, dx: "float | Array", dy: "float | Array") -> "float | Array":
        """Return how lit its surface is at a distance from its middle, 0 to 1."""
        return self.ground + self.own * (dx * TOWARDS_SUN[0] + dy * TOWARDS_SUN[1]) / self.r


def _balls(heap: Heap, rng: np.random.Generator) -> list[Ball]:
    """Large balls side by side, highest in the middle; then smaller ones on each of them, and on those again."""
    balls, across = [], -0.5 * heap.wide
    while across < 0.5 * heap.wide:
        rise = max(0.16, 1 - abs(2 * (across / heap.wide + heap.lean)) ** 2.2) * rng.uniform(0.5, 1.0)
        r = max(3.0, 0.5 * heap.high * rise * rng.uniform(0.8, 1.1))
        balls.append(Ball(across, -max(0.0, heap.high * rise - r), r, 0.50))
        balls.append(Ball(across + rng.uniform(-4, 4), -0.3 * r, r, 0.42))
        across += r * rng.uniform(0.75, 1.2)
    balls.sort(key=lambda ball: ball.y)
    grown = []
    for ball in balls:
        grown += [ball, *_grown_on(ball, rng, 2)]
    return grown


def _grown_on(ball: Ball, rng: np.random.Generator, deep: int) -> list[Ball]:
    """Smaller balls around the upper side of one, to `deep` generations."""
    if deep == 0 or ball.r < 3.0:
        return []
    found = []
    for _ in range(5):
        angle = rng.uniform(-0.15, 1.15) * np.pi
        dx, dy = ball.r * 0.86 * np.cos(angle), -ball.r * 0.86 * np.sin(angle)
        r = ball.r * rng.uniform(0.26, 0.5)
        child = Ball(ball.x + dx, ball.y + dy, r, float(ball.tone(dx * 0.7, dy * 0.7)), 0.36)
        found += [child, *_grown_on(child, rng, deep - 1)]
    return found
