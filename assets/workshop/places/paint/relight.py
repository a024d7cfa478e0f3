"""Light on a relief: a sun marched through the height field, bevelled normals, ambient occlusion, a sky and lamps."""

from dataclasses import dataclass

import numpy as np
from numba import njit
from scipy import ndimage as ndi

from .colour import Array, colour
from .relief import Relief


@dataclass(frozen=True)
class Lamp:
    """A point light: x, y, z in px, reach in px."""

    x: float
    y: float
    z: float
    reach: float
    tint: str
    power: float


@dataclass(frozen=True)
class Daylight:
    """`sun` points to the light: x right, y down, z to the viewer. `bevel`: 0.9 to 1.2 for rims, .4 for brick."""

    sun: tuple[float, float, float] = (0.5, -0.6, 0.6)
    sun_tint: str = "#ffd0a0"
    sun_power: float = 1.5
    sky: str = "#6080b0"
    ground: str = "#302830"
    ambient: float = 0.6
    bevel: float = 0.9
    steps: int = 70
    softness: float = 2.0
    occlusion: tuple[float, float, float] = (0.5, 0.5, 0.4)
    lamps: tuple[Lamp, ...] = ()


@njit(cache=True)
def _march(z, a, way, reach, out):
    (lx, ly, lz), (steps, soft) = way, reach
    h, w = z.shape
    for y in range(h):
        for x in range(w):
            base, lit = z[y, x] + 0.6, 1.0
            for i in range(1, steps):
                px, py = int(x + lx * i + 0.5), int(y + ly * i + 0.5)
                if px < 0 or py < 0 or px >= w or py >= h:
                    break
                if a[py, px] < 0.5:
                    continue
                over = z[py, px] - (base + lz * i)
                if over > 0:
                    lit = min(lit, 1 - over / soft)
                    if lit <= 0:
                        lit = 0.0
                        break
            out[y, x] = lit


def shadow(r: Relief, sun: tuple[float, float, float], steps: int = 70, soft: float = 2.0) -> Array:
    """1 where the sun reaches; marches one px a step."""
    m = max(abs(sun[0]), abs(sun[1]), 1e-3)
    out = np.ones_like(r.z)
    _march(r.z, r.a, (sun[0] / m, sun[1] / m, sun[2] / m), (steps, soft), out)
    return out


def normals(r: Relief, bevel: float) -> Array:
    """Half bevels (a raised edge turns outward, the foot stays flat), half smooth slopes."""
    z = np.where(r.a > 0.5, r.z, 0)
    left, right, up, down = (np.roll(z, s, ax) for s, ax in ((1, 1), (-1, 1), (1, 0), (-1, 0)))
    gx = np.clip(z - right, 0, 2.5) - np.clip(z - left, 0, 2.5)
    gy = np.clip(z - down, 0, 2.5) - np.clip(z - up, 0, 2.5)
    sx, sy = np.clip((left - right) / 2, -2.5, 2.5), np.clip((up - down) / 2, -2.5, 2.5)
    k = 0.85 * min(1.0, bevel)
    one = np.ones_like(z)
    n = _unit(np.stack([gx * bevel, gy * bevel, one], -1)) * 0.55 + _unit(np.stack([sx * k, sy * k, one], -1)) * 0.45
    return _unit(n)


def _unit(n: Array) -> Array:
    return (n / np.linalg.norm(n, axis=-1, keepdims=True)).astype(np.float32)


def occlusion(r: Relief, strengths: tuple[float, float, float] = (0.5, 0.5, 0.4)) -> Array:
    """Darkening of what lies lower than its neighbourhood, from box blurs of radius 2, 6 and 16."""
    z, out = np.where(r.a > 0.5, r.z, 0), np.ones_like(r.z)
    for radius, k in zip((2, 6, 16), strengths, strict=False):
        if k:
            out *= 1 - k * np.clip((ndi.uniform_filter(z, radius * 2 + 1) - z) / (radius * 1.2), 0, 1)
    return out


def light(r: Relief, day: Daylight) -> Array:
    """Linear light leaving the relief, (h, w, 3)."""
    sun = np.array(day.sun, np.float32) / np.linalg.norm(day.sun)
    n = normals(r, day.bevel)
    direct = np.clip(n @ sun, 0, None) * (shadow(r, tuple(sun), day.steps, day.softness) if day.steps else 1)
    up = (0.5 - 0.5 * n[..., 1])[..., None]
    amb = (colour(day.sky) * up + colour(day.ground) * (1 - up)) * day.ambient
    if any(day.occlusion):
        amb = amb * occlusion(r, day.occlusion)[..., None]
    out = amb + direct[..., None] * colour(day.sun_tint) * day.sun_power
    for lamp in day.lamps:
        out = out + _lamp_light(r, n, lamp)[..., None] * colour(lamp.tint) * lamp.power
    return (r.rgb * out + r.glow).astype(np.float32)


def _lamp_light(r: Relief, n: Array, lamp: Lamp) -> Array:
    yy, xx = np.mgrid[0 : r.h, 0 : r.w]
    dx, dy, dz = lamp.x - xx, lamp.y - yy, lamp.z - r.z
    d2 = dx * dx + dy * dy + dz * dz
    d = np.sqrt(d2) + 1e-3
    facing = np.clip((n[..., 0] * dx + n[..., 1] * dy + n[..., 2] * dz) / d, 0, 1) * 0.8 + 0.2 * (dz > -2)
    return facing * np.clip(1 - d / lamp.reach, 0, 1) ** 2 * (900 / (d2 + 900)) ** 0.5


def bake(r: Relief, occluding: float = 1.0) -> Relief:
    """Occlusion and a soft light from above burnt into the albedo of a texture for the tracer; returns it."""
    amb = occlusion(r, (0.55 * occluding, 0.5 * occluding, 0.4 * occluding))
    sh, up = shadow(r, (-0.35, -0.85, 0.4), 14), np.clip(-normals(r, 0.8)[..., 1], 0, 1)
    r.rgb = (r.rgb * (amb * (0.62 + 0.38 * sh) * (1 + 0.5 * up))[..., None]).astype(np.float32)
    return r
