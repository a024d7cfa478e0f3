"""The closer lens of the standing places: 100 px a metre at the fighter, who is 176 px tall with his feet at row 342.

Same film size and same rules as `stage`, another lens: 10 m before the man, 1.55 m high. Layers keep the stage's 384
rows (the view's top rests at row 12), so a row here is a row of the map; a layer of factor f is drawn at 100 f px
a metre. It refuses nothing: depths behind the lens are the caller's mistake.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy import ndimage as ndi

from ..built.scene import Scene
from ..built.strip import CHUNK, Light, Traced, _steadied, trace
from ..stage import HEIGHT, WIDTH, Window
from .colour import Array
from .noise import fbm

PPM, FOCAL, BACK, EYE = 100.0, 1000.0, 10.0, 1.55
HORIZON, FEET = 187, 342


def scale(z: float) -> float:
    """px a metre at depth z."""
    return FOCAL / (BACK + z)


def factor(z: float) -> float:
    """Parallax factor of depth z."""
    return scale(z) / PPM


def depth(parallax: float) -> float:
    """The depth that scrolls by this factor."""
    return FOCAL / (parallax * PPM) - BACK


def row(height: float, z: float) -> float:
    """Row at which a point `height` metres over the floor is seen at depth z."""
    return HORIZON - (height - EYE) * scale(z)


@dataclass(frozen=True)
class Close:
    """A window seen through the close lens: columns to metres and back."""

    window: Window

    @property
    def scale(self) -> float:
        return self.window.factor * PPM

    @property
    def z(self) -> float:
        return depth(self.window.factor)

    def px(self, metres: float) -> float:
        """Column of a world x."""
        return (1 - self.window.factor) * WIDTH / 2 + metres * self.scale - self.window.left

    def metres(self, column: float) -> float:
        return (column + self.window.left - (1 - self.window.factor) * WIDTH / 2) / self.scale

    def row(self, height: float) -> float:
        return row(height, self.z)

    def snapped(self, metres: float) -> float:
        """The nearest world x that falls on a whole column of every window of this factor."""
        return self.metres(round(self.px(metres)))


def strip(
    scene: Scene, light: Light, window: Window, slab: int, rows: tuple[int, int] = (0, HEIGHT), spread: float = 12.0
) -> Traced:
    """One slab over a whole window through the close lens; rows outside `rows` stay empty."""
    shot, parts = Close(window), []
    for a in range(0, window.width, CHUNK):
        lo, hi = max(0, a - 2), min(window.width, a + CHUNK + 2)
        cam = (shot.metres(lo), EYE, -BACK, FOCAL, 0.0, float(HORIZON), 1 / shot.scale)
        t = _steadied(
            trace(scene, light, cam, (hi - lo, rows[1] - rows[0]), slab, rows[0], spread), light.rays, light.haze_steps
        )
        parts.append((t, slice(a - lo, a - lo + min(CHUNK, window.width - a))))
    out = []
    for name in ("albedo", "lit", "ambient", "glow", "normal", "shine", "depth", "hit", "shaft"):
        part = np.concatenate([getattr(t, name)[:, cut] for t, cut in parts], 1)
        full = np.zeros((HEIGHT, *part.shape[1:]), part.dtype)
        full[rows[0] : rows[1]] = part
        out.append(full)
    return Traced(*out)


@dataclass(frozen=True)
class Opening:
    """How the sun enters a room: direction to it, the wall's depth, what passes at x, y there, the ceiling."""

    sun: tuple[float, float, float]
    wall: float
    passes: Callable[[Array, Array], Array]
    ceiling: float


def shafts(window: Window, near: float, far: float, opening: Opening, n: int = 48) -> Array:
    """Metres of sunlit dust between depths `near` and `far` before each pixel (h, w), thickened by drifting clouds."""
    shot, sun = Close(window), opening.sun
    x = np.array([shot.metres(c + 0.5) for c in range(window.width)], np.float32)[None]
    rise = ((HORIZON - np.arange(HEIGHT) - 0.5) / FOCAL)[:, None].astype(np.float32)
    out = np.zeros((HEIGHT, window.width), np.float32)
    for k in range(n):
        z = near + (far - near) * (k + 0.5) / n
        y = EYE + rise * (z + BACK)
        t = (opening.wall - z) / sun[2]
        lit = opening.passes(x + sun[0] * t, y + sun[1] * t)
        out += np.where((y > 0) & (y < opening.ceiling), lit, 0) * (far - near) / n
    dust = fbm(HEIGHT, window.width, 90, 60, 7, 4)
    return ndi.gaussian_filter(out, 1.6) * (0.5 + dust)
