"""Long strips out of a scene: x orthographic, y and z in perspective, one slab of depth to a layer.

Traced in chunks of columns, each against only what is near enough to shade it, so that cost grows with length alone.
"""

from dataclasses import dataclass

import numpy as np

from ..paint.colour import Array, colour
from ..paint.palette import BAYER4
from ..stage import BACK, EYE, FOCAL, HEIGHT, HORIZON, Window
from . import tracer
from .scene import Scene
from .tracer_hits import FAR
from .tracer_light import Dome, World

CHUNK = 256


@dataclass(frozen=True)
class Light:
    """Sun (direction to it, tint, power) and the light of sky and ground, linear."""

    sun: tuple[float, float, float]
    sun_tint: str = "#ffc880"
    sun_power: float = 9.0
    sky: str = "#7c98cc"
    sky_power: float = 0.8
    ground: str = "#3a3230"
    ground_power: float = 0.3
    rays: int = 6
    reach: float = 9.0
    haze_steps: int = 0
    haze_reach: float = 40.0

    def table(self) -> np.ndarray:
        sun = np.array(self.sun, np.float64) / np.linalg.norm(self.sun)
        return np.array(
            [
                sun,
                colour(self.sun_tint) * self.sun_power,
                colour(self.sky) * self.sky_power,
                colour(self.ground) * self.ground_power,
            ],
            np.float64,
        )


@dataclass(frozen=True)
class Traced:
    """Buffers of a render: albedo, lit (sun and lamps), ambient, glow, shine (h, w, 3); depth in m; hit; shaft (4)."""

    albedo: Array
    lit: Array
    ambient: Array
    glow: Array
    normal: Array
    shine: Array
    depth: Array
    hit: np.ndarray
    shaft: Array

    def light(self, fill: "str | Array" = "#5c84c8", fill_amount: float = 0.2, shine: float = 0.3) -> Array:
        """All light together; `fill` times albedo keeps blacks alive (0.10 to 0.34)."""
        out = self.albedo * (self.lit + self.ambient + colour(fill) * fill_amount) + self.glow + self.shine * shine
        return out.astype(np.float32)


def patterns(n: int) -> np.ndarray:
    """16 interleaved sets of n cosine-weighted directions."""
    if n == 0:
        return np.zeros((16, 0, 3))
    i = np.arange(n * 16)
    u, v = (i + 0.5) / (n * 16), (i * 0.61803398875) % 1
    r = np.sqrt(u)
    dirs = np.stack([r * np.cos(2 * np.pi * v), r * np.sin(2 * np.pi * v), np.sqrt(1 - u)], 1)
    return dirs.reshape(n, 16, 3).transpose(1, 0, 2)[np.argsort(BAYER4.ravel())].copy()


def trace(
    scene: Scene,
    light: Light,
    camera: tuple[float, ...],
    size: tuple[int, int],
    slab: int = -1,
    top: int = 0,
    spread: float = 1e9,
) -> Traced:
    """One render. camera: x, y, z, focal, centre x, horizon y, metres a px of orthographic x (0: perspective).
    size (w, h); `top` is the first row; things further than `spread` metres to the sides are left out."""
    w, h = size
    wide = w * camera[6]
    buffers = tracer.Buffers(
        *(np.zeros((h, w, 3), np.float32) for _ in range(6)),
        np.zeros((h, w), np.float32),
        np.zeros((h, w, 4), np.float32),
    )
    tracer.render(
        World(scene.pack(camera[0] - spread, camera[0] + wide + spread), *light.table()),
        tracer.Shot(np.array(camera, np.float64), slab, top, np.array([light.haze_steps, light.haze_reach])),
        Dome(patterns(light.rays), light.reach),
        buffers,
    )
    *bufs, depth, shaft = buffers
    return Traced(*bufs, depth, depth < FAR, shaft)


def _steadied(t: Traced, rays: int, haze: int) -> Traced:
    ambient, shaft = t.ambient, t.shaft
    if rays:
        ambient = np.zeros_like(ambient)
        tracer.steady(t.ambient, t.depth, t.normal, 2, ambient)
    if haze:
        shaft = np.zeros_like(shaft)
        tracer.steady(t.shaft, np.minimum(t.depth, 60), np.zeros_like(t.normal) + np.float32(0.6), 2, shaft)
    return Traced(t.albedo, t.lit, ambient, t.glow, t.normal, t.shine, t.depth, t.hit, shaft)


def view(scene: Scene, light: Light, camera: tuple[float, ...], size: tuple[int, int], slab: int = -1) -> Traced:
    """A still in perspective. camera: x, y, z, focal, centre x, horizon y."""
    return _steadied(trace(scene, light, (*camera, 0.0), size, slab), light.rays, light.haze_steps)


def strip(
    scene: Scene, light: Light, window: Window, slab: int, rows: tuple[int, int] = (0, HEIGHT), spread: float = 20.0
) -> Traced:
    """One slab over a whole window, at the window's scale; rows outside `rows` stay empty."""
    parts = []
    for a in range(0, window.width, CHUNK):
        lo, hi = max(0, a - 2), min(window.width, a + CHUNK + 2)
        cam = (window.metres(lo), EYE, -BACK, FOCAL, 0.0, float(HORIZON), 1 / window.scale)
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
